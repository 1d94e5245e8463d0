"""Kinds of dates that news readers got wrong, each beside near misses where the opposite is right."""

import pytest

TUESDAY = "2024-03-19"  # the publication day where a row names no other

SAID_ON_A_DAY = [
    ("Corvo Foods said Monday it would shut two plants.", [("Monday", "2024-03-18")]),
    ("The port told reporters on Monday it would appeal.", [("Monday", "2024-03-18")]),
    ("The mayor told reporters in Oslo on Monday two ferries would sail.", [("Monday", "2024-03-18")]),
    ("The bank announced late on Sunday it will cut fees.", [("late on Sunday", "2024-03-17")]),
    (
        "She said on Saturday the count would end on Friday.",
        [("Saturday", "2024-03-16"), ("Friday", "2024-03-22")],
    ),
    ("The mayor said Friday would be a holiday.", [("Friday", "2024-03-22")]),
    ("He said Thursday's vote would go ahead.", [("Thursday", "2024-03-21")]),
]

EVENTS_OF_A_DAY = [
    ("Wales face Italy in Saturday's opener.", [("Saturday", "2024-03-23")]),
    ("Tickets for Saturday's parade are gone.", [("Saturday", "2024-03-23")]),
    ("They are among the favourites in Sunday's boat race.", [("Sunday", "2024-03-24")]),
    ("He missed Sunday's final.", [("Sunday", "2024-03-17")]),
    ("Sunday's race was won by a farmer.", [("Sunday", "2024-03-17")]),
    ("Two keepers have been passed fit for Saturday's semi-final.", [("Saturday", "2024-03-23")]),
    ("Their captain is doubtful for Sunday's derby.", [("Sunday", "2024-03-24")]),
    ("Three teenagers have been named in the squad for Friday's qualifier.", [("Friday", "2024-03-22")]),
    ("Tickets for Saturday's quarter-final have sold out.", [("Saturday", "2024-03-23")]),
    ("The coach has apologised for Sunday's match.", [("Sunday", "2024-03-17")]),
    ("She was picked for Sunday's match and scored.", [("Sunday", "2024-03-17")]),
    ("Saturday's semi-final was abandoned.", [("Saturday", "2024-03-16")]),
    ("Saturday's storm will cost insurers millions.", [("Saturday", "2024-03-16")]),
    ("The November flood will cost the town its bridge.", [("November", "2023-11")]),
    ("The November election will be held in the hall.", [("November", "2024-11")]),
]

IN_A_MONTH = [
    ("Clocks go forward on the last Sunday in March.", [("the last Sunday in March", "2024-03-31")]),
    ("It was held on the last Saturday of September 2021.", [("the last Saturday of September 2021", "2021-09-25")]),
    ("He was seen on the last Monday of last month.", [("the last Monday of last month", "2024-02-26")]),
    ("The panel meets on the third Wednesday of next month.", [("the third Wednesday of next month", "2024-04-17")]),
    ("The second Sunday of next May is a feast.", [("The second Sunday of next May", "2024-05-12")]),
    ("The final Friday of March is free.", [("The final Friday of March", "2024-03-29")]),
    ("The last Friday of each month is market day.", [("The last Friday of each month", None)]),
    ("She left Turku last Sunday.", [("last Sunday", "2024-03-17")]),
    ("He arrived on the first day of May 2019.", [("the first day of May 2019", "2019-05-01")]),
    (
        "He was elected in the last week of January 2020. The week after, he stepped down.",
        [("the last week of January 2020", "2020-W05"), ("The week after", "2020-W06")],
    ),
    ("He was elected in January 2020. The week after, he stepped down.",
     [("January 2020", "2020-01"), ("The week after", None)]),
]  # fmt: skip

MONTHS_BESIDE_A_VERB = [
    ("The union's head in February told a meeting he would go.", [("February", "2024-02")]),
    ("A further report in December said the dam leaked.", [("December", "2023-12")]),
    ("She wrote to the bakers earlier in March to say that fees rise.", [("March", "2024-03")]),
    ("April said it rained.", []),
    ("They called for a march to the sea.", []),
    ("Theresa May spoke. In London, where May commands a majority, critics of May's plan marched.", []),
    ("Mrs May spoke. Her party has the vote in May and May's local elections in mind.", [("May", "2024-05")] * 2),
]

NUMBERS_AND_PACTS = [
    ("Sales fell in the last quarter of 2016.", [("the last quarter of 2016", "2016-Q4")]),
    ("Sales fell in the last quarter.", [("the last quarter", "2023-Q4")]),
    ("He agreed that autumn 2026 might do.", [("autumn 2026", "2026-FA")]),
    ("They sowed in March 2021. That autumn was wet.", [("March 2021", "2021-03"), ("That autumn", "2021-FA")]),
    ("Call the police on 1800 123 456 or 1800-123-456.", []),
    ("The town had a mayor in 1800.", [("1800", "1800")]),
    ("They beat 1860 Munich.", []),
    ("The Good Friday Agreement holds.", []),
    ("They praised the Good Friday peace agreement.", []),
    ("The shop is shut on Good Friday.", [("Good Friday", "2024-03-29")]),
    ("Directive 2000/78 forbids it.", []),
]

SHARED_YEARS = [
    (
        "Between April and June in 2017 the pass was shut.",
        [("April", "2017-04"), ("June", "2017-06"), ("2017", "2017")],
    ),
    ("Strikes in June & August 1967 closed it.", [("June", "1967-06"), ("August 1967", "1967-08")]),
    (
        "It was built in 1980. It burned in April, June and Sept. of that year.",
        [("1980", "1980"), ("April", "1980-04"), ("June", "1980-06"), ("Sept. of that year", "1980-09")],
    ),
    (
        "He wrote on the 2nd and the 3rd of April 2021.",
        [("the 2nd", "2021-04-02"), ("the 3rd of April 2021", "2021-04-03")],
    ),
    ("FAIR: JUNE 9TH - JUNE 12TH, 2014", [("JUNE 9TH", "2014-06-09"), ("JUNE 12TH, 2014", "2014-06-12")]),
    ("Shots fell on May 4 and 7 were heard.", [("May 4", "2023-05-04"), ("7", "2023-05-07")]),
    (
        "The bay was struck by the Boxing Day earthquake and waves in 2004.",
        [("Boxing Day", "2004-12-26"), ("2004", "2004")],
    ),
    ("The May 3 vote of 2012 was close.", [("The May 3", "2012-05-03"), ("2012", "2012")]),
    ("By May 3 sales in 2012 were forgotten.", [("May 3", "2023-05-03"), ("2012", "2012")]),
    ("On Boxing Day he wrote of 2004.", [("Boxing Day", "2023-12-26"), ("2004", "2004")]),
    ("It was dry in February. In August 2009 it rained.", [("February", "2024-02"), ("August 2009", "2009-08")]),
]  # fmt: skip

SHORT_FORMS = [
    ("The stamp says 19-Nov-12.", [("19-Nov-12", "2012-11-19")]),
    ("He was held from Aug-2001 to Feb-2002.", [("Aug-2001", "2001-08"), ("Feb-2002", "2002-02")]),
    ("It passed on October twenty-third.", [("October twenty-third", "2023-10-23")]),
    ("It was filed on February 23,2022 by post.", [("February 23,2022", "2022-02-23")]),
    ("The plate reads 1987 Oct. 14.", [("1987 Oct. 14", "1987-10-14")]),
    ("In 2022, March 18 was the day of the fire.", [("2022", "2022"), ("March 18", "2022-03-18")]),
    ("The depot closed on Thursday (March 14).", [("Thursday (March 14)", "2024-03-14")]),
    ("Flames were seen yesterday (18 March).", [("yesterday (18 March)", "2024-03-18")]),
    ("He left on Monday (a March evening).", [("Monday", "2024-03-18"), ("March", "2024-03")]),
    ("03/02/2024 Oslo", [("03/02/2024", None)]),
    ("19/03/2024 Oslo", [("19/03/2024", "2024-03-19")]),
    ("They sold 23,202 tickets.", []),
]

STORIES = [
    (
        "He sent the letter on 22 April 2022. She left on the night of 23 April.",
        [("22 April 2022", "2022-04-22"), ("night of 23 April", "2022-04-23")],
    ),
    (
        "The boy was last seen on 30 June 1998.\n\nOn 2 July his coat was found.",
        [("30 June 1998", "1998-06-30"), ("2 July", "1998-07-02")],
    ),
    (
        "The ship left on 28 December 1998. On 4 January it sank.",
        [("28 December 1998", "1998-12-28"), ("4 January", "1999-01-04")],
    ),
    ("The school was founded on 3 May 1950.\n\nOn 11 March it closed.",
     [("3 May 1950", "1950-05-03"), ("11 March", "2024-03-11")]),
    ("The ship was built in 1987. It will be broken up in June.", [("1987", "1987"), ("June", "2024-06")]),
    (
        "The mine fell in on 5 August 2010, a Thursday. It was sealed in October.",
        [("5 August 2010", "2010-08-05"), ("Thursday", "2010-08-05"), ("October", "2010-10")],
    ),
    ("The bridge fell on 14 August 2018. On the Monday before, it had been closed.",
     [("14 August 2018", "2018-08-14"), ("the Monday before", "2018-08-13")]),
    ("March 18 (WIRE) -- A man sold a ring the next day.", [("March 18", "2024-03-18"), ("the next day", None)]),
]  # fmt: skip

NARRATIVE = """The revolt began in 1820. In March 1821 the rebels took the port.

In June they marched inland. On 3 November the governor fled, and in January a truce was signed.

The second revolt broke out in May 1831. By the end of the year it was over; in the spring of 1832 a court sat.

In July two leaders were hanged. A third was freed in 1840."""

NAMES = [
    ('Sunday Adeleke won the race in Jos. "I trained at night," Sunday said.', []),
    ("Coach Friday Elahor resigned on Friday.", [("Friday", "2024-03-15")]),
    ("Officer Joe Friday retired.", []),
    ("Police arrested Sunday Okafor in Lagos.", []),
    ("The Wednesday Group meets in Leeds.", []),
    ("By Sunday Evans\n\nThe road is open.", []),
    ("Ada Sunday-Eke sings.", []),
    ("On Sunday Adeleke was released.", [("Sunday", "2024-03-17")]),
    ("Police said Sunday Nigeria had sent troops.", [("Sunday", "2024-03-17")]),
    ("The Friday OPEC meeting ended.", [("Friday", "2024-03-15")]),
    ("Midfielder Sunday Adekoya has signed. Sunday, 22, scored nine goals.", []),
    ("On Sunday, 22 people were hurt.", [("Sunday", "2024-03-17")]),
    ("Theresa May spoke in Maidenhead. May, who wore blue, took no questions.", []),
    ("Theresa May left in May.", [("May", "2023-05")]),
    ("Wednesday have lost two coaches since Saturday. Sheffield Wednesday are last.", [("Saturday", "2024-03-16")]),
    ("In Sheffield it rained on Wednesday.", [("Wednesday", "2024-03-13")]),
    ("June Hartley and August Wilhelmsen wrote the play in June.", [("June", "2023-06")]),
]

NOT_DATES = [
    ("Police were called to 1984 Elm Street.", []),
    ("In 2008 Wall Street fell.", [("2008", "2008")]),
    ("The mine employs 1870 workers, and 2010 tonnes were shipped.", []),
    ("The 2010 floods killed workers.", [("2010", "2010")]),
    ("In 2003 troops crossed the border.", [("2003", "2003")]),
    ("Read it at https://www.example.org/2019/04/story.html", []),
    ("He drove his 2008 Bentley home.", []),
    ("The 2010 Toyota recall hurt sales.", [("2010", "2010")]),
    ("The fall in wages worried them; he died of a fall.", []),
    ("Pupils return in the fall.", [("the fall", "2024-FA")]),
    ("He told the This Week programme so.", []),
    ("The musical Tomorrow Street closed.", []),
    ("Bakers cannot sleep on a Sunday.", [("Sunday", None)]),
    ("He said so in a Monday interview.", [("Monday", "2024-03-18")]),
    ("During this period they may not work.", []),
]

DAY_ALONE = [
    ("They met on Jan. 12 and drove home on the 14th.", [("Jan. 12", "2024-01-12"), ("the 14th", "2024-01-14")]),
    ("She flew on March 3, slept and left on the 9th.", [("March 3", "2024-03-03"), ("the 9th", "2024-03-09")]),
    ("The fire of March 2 began on the 14th floor. He won on the 4th try.", [("March 2", "2024-03-02")]),
    ("He was freed on Jan. 30 and held on the 2nd.", [("Jan. 30", "2024-01-30")]),
    ("The rally on the 20th drew many.", []),
    # names of roads and of people
    ("His truck rolled on Farm to Market Road 1788.", []),
    ("April Sandoval-Reese, who runs a bakery, was glad.", []),
]


@pytest.mark.parametrize(
    "text, expected",
    DAY_ALONE
    + SAID_ON_A_DAY
    + EVENTS_OF_A_DAY
    + IN_A_MONTH
    + MONTHS_BESIDE_A_VERB
    + NUMBERS_AND_PACTS
    + SHARED_YEARS
    + SHORT_FORMS
    + STORIES
    + NAMES
    + NOT_DATES,
)
def test_reads_the_kind(read_dates, text, expected):
    assert [(ref.text, ref.value) for ref in read_dates(text, TUESDAY)] == expected


def test_a_history_gives_its_years_to_the_dates_that_follow(read_dates):
    assert [ref.value for ref in read_dates(NARRATIVE, TUESDAY)] == [
        "1820", "1821-03", "1821-06", "1821-11-03", "1822-01", "1831-05", "1831", "1832-SP", "1832-07", "1840",
    ]  # fmt: skip


def test_news_that_looks_back_keeps_its_own_clock(read_dates):
    news = "A bridge fell on Monday. It was built in 1820 and mended in 1911.\n\nIn February cracks were seen."
    assert [ref.value for ref in read_dates(news, TUESDAY)] == ["2024-03-18", "1820", "1911", "2024-02"]


@pytest.mark.parametrize(
    "figures, value", [("05/02/2024", "2024-05-02"), ("06/02/2024", None), ("04/05/2024", "2024-05-04")]
)
def test_a_date_line_in_figures_is_read_by_the_publication_day(read_dates, figures, value):
    assert [ref.value for ref in read_dates(f"{figures} Oslo: a pool has closed.", "2024-05-03")] == [value]
