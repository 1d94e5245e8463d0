"""Each rule of the grammar with sentences of our own: text, expected (words, value) pairs."""

import pytest

TUESDAY = "2024-03-19"  # the publication day where a row names no other


WEEKDAYS = [
    ("The minister resigned on Monday.", [("Monday", "2024-03-18")]),
    ("The council met Tuesday.", [("Tuesday", "2024-03-19")]),
    ("Police said Wednesday that two men were held.", [("Wednesday", "2024-03-13")]),
    ("The court will rule on Friday.", [("Friday", "2024-03-22")]),
    ("The talks are scheduled for Thursday.", [("Thursday", "2024-03-21")]),
    ("The two sides are expected to meet on Saturday.", [("Saturday", "2024-03-23")]),
    ("The committee plans to vote on Sunday.", [("Sunday", "2024-03-24")]),
    ("The mayor said the road would reopen on Thursday.", [("Thursday", "2024-03-21")]),
    ("The judge extended the deadline until Friday.", [("Friday", "2024-03-22")]),
    ("The ferry sank last Friday.", [("last Friday", "2024-03-15")]),
    ("The ferry sank last Tuesday.", [("last Tuesday", "2024-03-12")]),
    ("The fair opens next Monday.", [("next Monday", "2024-03-25")]),
    ("The fair opens next Wednesday.", [("next Wednesday", "2024-03-27")]),  # today is Tuesday
    ("The fair opens next Friday.", [("next Friday", "2024-03-22")]),
    ("The strike begins this Thursday.", [("this Thursday", "2024-03-21")]),
    ("The fair starts this coming Saturday.", [("this coming Saturday", "2024-03-23")]),
    ("A shop burned down early Sunday.", [("early Sunday", "2024-03-17")]),
    ("A shop burned down on Sunday night.", [("Sunday night", "2024-03-17")]),
    ("The bridge closed at 9 a.m. Monday.", [("9 a.m. Monday", "2024-03-18")]),
    ("The gates closed at noon on Monday.", [("noon on Monday", "2024-03-18")]),
    ("He arrived on Monday of last week.", [("Monday of last week", "2024-03-11")]),
    ("Residents blamed Monday's storm.", [("Monday", "2024-03-18")]),
    ("She arrived on Mon. and left on Thurs. evening.", [("Mon.", "2024-03-18"), ("Thurs. evening", "2024-03-14")]),
    ("The choir sings every Monday.", []),
]

DEICTIC = [
    ("The bank said today that it would close.", [("today", "2024-03-19")]),
    ("Snow fell yesterday.", [("yesterday", "2024-03-18")]),
    ("Snow will fall tomorrow morning.", [("tomorrow morning", "2024-03-20")]),
    ("The team plays tonight.", [("tonight", "2024-03-19")]),
    ("The house was searched last night.", [("last night", "2024-03-18")]),
    ("The house was searched this morning.", [("this morning", "2024-03-19")]),
    ("He left late yesterday.", [("late yesterday", "2024-03-18")]),
    ("He left the day before yesterday.", [("the day before yesterday", "2024-03-17")]),
    ("He will leave the day after tomorrow.", [("the day after tomorrow", "2024-03-21")]),
    ("USA Today printed the list.", []),
]

UNITS = [
    ("Prices rose last week.", [("last week", "2024-W11")]),
    ("Prices rose this week.", [("this week", "2024-W12")]),
    ("Prices will rise next month.", [("next month", "2024-04")]),
    ("The plant closed earlier this month.", [("earlier this month", "2024-03")]),
    ("The plant closed late last year.", [("late last year", "2023")]),
    ("The plant will close early next year.", [("early next year", "2025")]),
    ("It closes at the end of the month.", [("the end of the month", "2024-03")]),
    ("It closed at the end of last year.", [("the end of last year", "2023")]),
    ("The fire burned over the weekend.", [("the weekend", "2024-W11-WE")]),
    ("The market will open this weekend.", [("this weekend", "2024-W12-WE")]),
    ("The debt is due by year's end.", [("year's end", "2024")]),
]

AGO = [
    ("The bridge opened three days ago.", [("three days ago", "2024-03-16")]),
    ("The bridge opened two weeks ago.", [("two weeks ago", "2024-W10")]),
    ("The bridge opened a month ago.", [("a month ago", "2024-02")]),
    ("The bridge opened 10 years ago.", [("10 years ago", "2014")]),
    ("The bridge opened twenty-five years ago.", [("twenty-five years ago", "1999")]),
    ("The bridge opened a couple of years ago.", [("a couple of years ago", "2022")]),
    ("The bridge opened several years ago.", [("several years ago", None)]),
    ("The bridge opened a decade ago.", [("a decade ago", "2014")]),
    ("The walls were built two days after the vote.", [("two days after", None)]),
]

ANCHORED = [
    (
        "The law passed on May 6, 2012. Two years later it was repealed.",
        [("May 6, 2012", "2012-05-06"), ("Two years later", "2014")],
    ),
    (
        "He was shot on June 3, 2019, and died three days later.",
        [("June 3, 2019", "2019-06-03"), ("three days later", "2019-06-06")],
    ),
    (
        "He was born in May 1950. The family left the following month.",
        [("May 1950", "1950-05"), ("the following month", "1950-06")],
    ),
    ("The war began in 1939. Prices doubled that year.", [("1939", "1939"), ("that year", "1939")]),
    (
        "She was hurt on June 3, 2019. She went home the following day.",
        [("June 3, 2019", "2019-06-03"), ("the following day", "2019-06-04")],
    ),
    (
        "She was hurt on June 3, 2019. He was hurt the same day.",
        [("June 3, 2019", "2019-06-03"), ("the same day", "2019-06-03")],
    ),
    ("The roof leaked. It was mended the following day.", [("the following day", None)]),
    ("It was sold in 1998, a year earlier.", [("1998", "1998"), ("a year earlier", "1998")]),
]

MONTHS = [
    ("The school opened in March 2024.", [("March 2024", "2024-03")]),
    ("The school opened in January.", [("January", "2024-01")]),
    ("The school opened in November.", [("November", "2023-11")]),
    ("The school will open in June.", [("June", "2024-06")]),
    ("The school opened last June.", [("last June", "2023-06")]),
    ("The school will open next March.", [("next March", "2025-03")]),
    ("The school opened in early February.", [("early February", "2024-02")]),
    ("The school opened in mid-January.", [("mid-January", "2024-01")]),
    ("The school opened in March of last year.", [("March of last year", "2023-03")]),
    ("The school opened in October last year.", [("October last year", "2023-10")]),
    ("It may rain and they may march on.", []),
    ("The March for Clean Air drew a crowd.", []),
    ("It rained between March and May 2020.", [("March", "2020-03"), ("May 2020", "2020-05")]),
]

DAYS = [
    ("The king died on March 5, 1953.", [("March 5, 1953", "1953-03-05")]),
    ("The king died on 5 March 1953.", [("5 March 1953", "1953-03-05")]),
    ("The king died on the 5th of March 1953.", [("the 5th of March 1953", "1953-03-05")]),
    ("The king died on Thursday, March 5, 1953.", [("Thursday, March 5, 1953", "1953-03-05")]),
    ("The king died on Sept. 8, 2022.", [("Sept. 8, 2022", "2022-09-08")]),
    ("The king died on March 5.", [("March 5", "2024-03-05")]),
    ("The king died on Nov. 5.", [("Nov. 5", "2023-11-05")]),
    ("The vote will be held on Nov. 5.", [("Nov. 5", "2024-11-05")]),
    ("The vote was put off to 4 April.", [("4 April", "2024-04-04")]),
    ("The fair ran on March 3-5, 2019.", [("March 3", "2019-03-03"), ("5, 2019", "2019-03-05")]),
    ("The fair ran on March 3 and 5.", [("March 3", "2024-03-03"), ("5", "2024-03-05")]),
    ("The fair ran from March 3 to March 5, 2019.", [("March 3", "2019-03-03"), ("March 5, 2019", "2019-03-05")]),
    ("The file is dated 2021-07-04.", [("2021-07-04", "2021-07-04")]),
    ("The file is dated 25/12/2021.", [("25/12/2021", "2021-12-25")]),
    ("The file is dated 12/25/2021.", [("12/25/2021", "2021-12-25")]),
    ("The file is dated 04/05/2021.", [("04/05/2021", None)]),
    ("Files are dated 04/05/2021 and 25/05/2021.", [("04/05/2021", "2021-05-04"), ("25/05/2021", "2021-05-25")]),
    ("Files are dated 04/05/2021 and 05/25/2021.", [("04/05/2021", "2021-04-05"), ("05/25/2021", "2021-05-25")]),
    ("The file is dated February 30, 2021.", [("February 30, 2021", None)]),
    ("He arrives the week of March 25.", [("the week of March 25", "2024-W13")]),
]

PERIODS = [
    ("Sales fell in the third quarter.", [("the third quarter", "2023-Q3")]),
    ("Sales fell in the fourth quarter of 2022.", [("the fourth quarter of 2022", "2022-Q4")]),
    ("Sales fell in the first quarter of last year.", [("the first quarter of last year", "2023-Q1")]),
    ("Sales fell in Q2 2021.", [("Q2 2021", "2021-Q2")]),
    ("Sales fell last quarter.", [("last quarter", "2023-Q4")]),
    (
        "Sales fell in the fourth quarter from a year ago.",
        [("the fourth quarter", "2023-Q4"), ("a year ago", "2022-Q4")],
    ),
    (
        "Fourth-quarter profit beat the year-ago quarter.",
        [("Fourth-quarter", "2023-Q4"), ("the year-ago quarter", "2022-Q4")],
    ),
    ("Sales fell in the first half of 2023.", [("the first half of 2023", "2023-H1")]),
    ("Sales fell in H1 2023.", [("H1 2023", "2023-H1")]),
    ("Sales fell in Q1 2023.", [("Q1 2023", "2023-Q1")]),
    ("Sales fell in the second half of last year.", [("the second half of last year", "2023-H2")]),
    ("The two goals came in the second half.", []),
    ("Fiscal 2023 was poor.", [("Fiscal 2023", "2023")]),
]

SEASONS = [
    ("The dam broke in the summer of 2012.", [("the summer of 2012", "2012-SU")]),
    ("The dam broke last winter.", [("last winter", "2023-WI")]),
    ("The dam broke last summer.", [("last summer", "2023-SU")]),
    ("The dam will be mended next spring.", [("next spring", "2025-SP")]),
    ("The dam broke in the autumn.", [("the autumn", "2023-FA")]),
    ("The storm caused a crane to fall.", []),
    ("The fall of the city surprised many.", []),
]

YEARS = [
    ("The firm was founded in 1987.", [("1987", "1987")]),
    ("The firm grew in the 1990s.", [("the 1990s", "199")]),
    ("The firm grew in the early '90s.", [("the early '90s", "199")]),
    ("The firm grew in the late nineties.", [("the late nineties", "199")]),
    ("The 20th century ended.", [("The 20th century", "19")]),
    ("The firm grew from 2019 to 2021.", [("2019", "2019"), ("2021", "2021")]),
    ("The war of 1914-18 ruined them.", [("1914", "1914"), ("18", "1918")]),
    ("The firm was founded in late 2019.", [("late 2019", "2019")]),
    ("About 2000 people came.", []),
    ("It cost $2000.", []),
    ("He ran 1500 metres.", []),
]

HOLIDAYS = [
    ("The shop closed on Christmas Eve.", [("Christmas Eve", "2023-12-24")]),
    ("The shop closed on Christmas Day 2021.", [("Christmas Day 2021", "2021-12-25")]),
    ("The shop closed last Thanksgiving.", [("last Thanksgiving", "2023-11-23")]),
    ("The shop will close on Good Friday.", [("Good Friday", "2024-03-29")]),
    ("The shop will close on Easter Monday.", [("Easter Monday", "2024-04-01")]),
    ("The shop will close on Labor Day.", [("Labor Day", "2024-09-02")]),
    ("The shop closed on New Year's Day.", [("New Year's Day", "2024-01-01")]),
]

TENSES = [
    ("The film opens Friday in Oslo.", [("Friday", "2024-03-22")]),
    ("Ahead of Friday's vote, both parties traded blame.", [("Friday", "2024-03-22")]),
    ("The school has been closed since Friday.", [("Friday", "2024-03-15")]),
    ("The suspect, arrested on Saturday, will appear in court on Thursday.",
     [("Saturday", "2024-03-16"), ("Thursday", "2024-03-21")]),
    ("Mayor to open the bridge in June", [("June", "2024-06")]),
    ("He is to be sentenced on May 3.", [("May 3", "2024-05-03")]),
    ("He was sentenced in June to a year in prison.", [("June", "2023-06")]),
    ("The bank is expected to cut rates in June.", [("June", "2024-06")]),
    ("Deliveries start in September, the company said.", [("September", "2024-09")]),
]  # fmt: skip

COUNTED = [
    ("It happened exactly one year ago today.", [("one year ago today", "2023-03-19")]),
    ("He said a week ago Monday that it was over.", [("a week ago Monday", "2024-03-11")]),
    ("Two days before Christmas, he resigned.", [("Two days before Christmas", "2023-12-23")]),
    ("He will return two weeks from Monday.", [("two weeks from Monday", "2024-04-08")]),
    ("He arrives on November 11, 2005, three days later than planned.",
     [("November 11, 2005", "2005-11-11"), ("three days later", "2005-11-11")]),
    ("The roof fell in January 1871. That spring it was mended.",
     [("January 1871", "1871-01"), ("That spring", "1871-SP")]),
    ("It was signed in September 2014. A second was agreed the following February.",
     [("September 2014", "2014-09"), ("the following February", "2015-02")]),
    ("Net income fell in the quarter ended June 30 from a year earlier.",
     [("the quarter", "2023-Q2"), ("June 30", "2023-06-30"), ("a year earlier", "2022-Q2")]),
    ("In the past week, five were hurt.", []),
    ("In the coming days, talks will resume.", []),
    ("The next day, he left.", [("The next day", None)]),
]  # fmt: skip

STORIES = [
    (
        "On June 6, 1944, the ships left. On June 8, they came back.",
        [("June 6, 1944", "1944-06-06"), ("June 8", "1944-06-08")],
    ),
    ("In May 1940 the army left; in June the city fell.", [("May 1940", "1940-05"), ("June", "1940-06")]),
    ("The law passed in 2012. On March 5, the court struck it down.", [("2012", "2012"), ("March 5", "2024-03-05")]),
    (
        "The law passed on May 6, 2012. On March 5, it was struck down.",
        [("May 6, 2012", "2012-05-06"), ("March 5", "2024-03-05")],
    ),
    ("He married on May 15 of this year.", [("May 15 of this year", "2024-05-15")]),
    ("He married on 15 May last year.", [("15 May last year", "2023-05-15")]),
]

FORMS = [
    ("The fair takes place from 12 to 15 July.", [("12", "2024-07-12"), ("15 July", "2024-07-15")]),
    ("They meet on the third Thursday in November.", [("the third Thursday in November", "2024-11-21")]),
    ("It rained on 18-Mar-2024 and on 2024/03/19.", [("18-Mar-2024", "2024-03-18"), ("2024/03/19", "2024-03-19")]),
    ("It rained on the 18th of last month.", [("the 18th of last month", "2024-02-18")]),
    ("Friday the 13th is unlucky.", [("Friday the 13th", None)]),
    ("The blast was heard at 5:30 p.m. (1530 GMT) on Sunday.", [("Sunday", "2024-03-17")]),
    ("The Sept. 11 attacks changed the city.", [("The Sept. 11", "2001-09-11")]),
    ("Sales fell in the spring of this year.", [("the spring of this year", "2024-SP")]),
    ("Sunday Times reporters found it on Highway 2024.", []),
    ("He won by about 2000 votes in 2016.", [("2016", "2016")]),
    ("A Christmas market opened; he goes there every Christmas.", []),
    ("Call 905-453-2121 about bill H.R.1546.", []),
    ("The mayor would not comment on Friday.", [("Friday", "2024-03-15")]),
    (
        "It was sold three years earlier, in the spring of 2005.",
        [("three years earlier", None), ("the spring of 2005", "2005-SP")],
    ),
    ("Residents, January said, may burn wood.", []),
]

NO_DATES = [
    ("The 21-year-old won 6-3, 7-5.", []),
    ("They waited for three days.", []),
    ("He scored in the 45th minute.", []),
    ("The second man was 58 years old.", []),
    ("April Jones left the room.", []),
    ("The first day was hard.", []),
]


@pytest.mark.parametrize(
    "text, expected",
    WEEKDAYS
    + DEICTIC
    + UNITS
    + AGO
    + ANCHORED
    + MONTHS
    + DAYS
    + PERIODS
    + SEASONS
    + YEARS
    + HOLIDAYS
    + TENSES
    + COUNTED
    + STORIES
    + FORMS
    + NO_DATES,
)
def test_reads_the_date(read_dates, text, expected):
    assert [(ref.text, ref.value) for ref in read_dates(text, TUESDAY)] == expected
