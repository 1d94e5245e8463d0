"""Forms and tenses of newspapers that were read wrong, each beside near misses where the opposite is right."""

import pytest

TUESDAY = "2024-03-19"  # the publication day where a row names no other

SURE_PAST = [
    ("She was last seen in Halifax on April 2.", [("April 2", "2023-04-02")]),
    ("The blast on 28 March killed nine people.", [("28 March", "2023-03-28")]),
    ("Rates have been on hold since April.", [("April", "2023-04")]),
    ("They prepared in Halifax for the fair on April 2.", [("April 2", "2024-04-02")]),
    ("The march on 28 March will pass the harbour.", [("28 March", "2024-03-28")]),
]

SURE_FUTURE = [
    ("The trial is due to start on March 4.", [("March 4", "2025-03-04")]),
    ("Ferries are set to return on March 4.", [("March 4", "2025-03-04")]),
    ("The trial was due to start on March 4.", [("March 4", "2024-03-04")]),
    ("Gates open at 9am on Thursday.", [("9am on Thursday", "2024-03-21")]),
    ("Police found the gates open on Thursday.", [("Thursday", "2024-03-14")]),
    ("The town is bracing for Thursday's strike.", [("Thursday", "2024-03-21")]),
    ("They cut wood in preparation for the weekend.", [("the weekend", "2024-W12-WE")]),
    ("He apologised for Thursday's strike.", [("Thursday", "2024-03-14")]),
    ("Ministers discuss the plan at a summit on Thursday.", [("Thursday", "2024-03-21")]),
    ("Ministers discussed the plan at a summit on Thursday.", [("Thursday", "2024-03-14")]),
]

LAST = [
    ("The bus crashed on Tuesday last, near Perth.", [("Tuesday last", "2024-03-12")]),
    ("The bus crashed on Friday last and burned.", [("Friday last", "2024-03-15")]),
    ("He won on Sunday. Last place went to Oslo.", [("Sunday", "2024-03-17")]),
]

OF_A_WEEK = [
    ("The ship docked on Friday last week.", [("Friday", "2024-03-15"), ("last week", "2024-W11")]),
    ("The ship docked on Tuesday last week.", [("Tuesday", "2024-03-12"), ("last week", "2024-W11")]),
    ("Last week on Tuesday, a wall fell.", [("Last week", "2024-W11"), ("Tuesday", "2024-03-12")]),
    ("The court will rule on Thursday next week.", [("Thursday", "2024-03-28"), ("next week", "2024-W13")]),
    ("He said Monday last week's vote was fair.", [("Monday", "2024-03-18"), ("last week", "2024-W11")]),
    ("He said Monday next week would be hard.", [("Monday", "2024-03-18"), ("next week", "2024-W13")]),
    ("He died on Monday last month.", [("Monday", "2024-03-18"), ("last month", "2024-02")]),
]

MATCHES = [
    ("Wales begin a four-day match against Kent on Thursday.", [("Thursday", "2024-03-21")]),
    ("Wales began a four-day match against Kent on Thursday.", [("Thursday", "2024-03-14")]),
    (
        "Vera Lind, minister in the government to be sworn in on Thursday, told the crowd.",
        [("Thursday", "2024-03-21")],
    ),
    ("She wept on the last day of the trial.", []),
    ("City host United on Thursday.", [("Thursday", "2024-03-21")]),
    ("Rovers travel to Leeds on Thursday.", [("Thursday", "2024-03-21")]),
    ("Our host Vera greeted them on Thursday.", [("Thursday", "2024-03-14")]),
    ("The strike lasted from March to May 1988.", [("March", "1988-03"), ("May 1988", "1988-05")]),
    ("They march to the harbour.", []),
]

YEARS = [
    ("They met in '85 at a fair in Cork.", [("'85", "1985")]),
    ("They married in the summer of '19.", [("'19", "2019")]),
    ("They met in ’24 and in ’25.", [("’24", "2024"), ("’25", "1925")]),
    ("He found it in '85 Days', a film.", []),
    ("The castle has stood since 1066.", [("1066", "1066")]),
    ("The charter was sealed in 1215 by the king.", [("1215", "1215")]),
    ("Power failed in 1066 homes and in 1200 of them for days.", []),
    ("The money ran out at the end of March 2019.", [("the end of March 2019", "2019-03")]),
    ("Order No. 1999 was revoked; the Class 1900 train was sold.", []),
    ("It weighs 1999 kg. His address was 10.12.20.11.", []),
    ("She was named Person of the Year in Oslo.", []),
    ("Sales for the year rose.", [("the year", "2024")]),
    ("They live on May Street.", []),
]

NAMED_DAY = [
    ("Security has been tight since 9/11.", [("9/11", "2001-09-11")]),
    ("The 9/11 attacks changed it.", [("9/11", "2001-09-11")]),
    ("He made 9/11 shots.", []),
]

IN_A_ROW = [
    (
        "In July 2022, the firm lost a contract. In August, it cut 90 jobs.",
        [("July 2022", "2022-07"), ("August", "2022-08")],
    ),
    (
        "In November 2022, the firm lost a contract. In December, it cut 90 jobs.",
        [("November 2022", "2022-11"), ("December", "2022-12")],
    ),
    (
        "The firm was founded in January 2023. In March, it cut 90 jobs.",  # what is at hand is told from today
        [("January 2023", "2023-01"), ("March", "2024-03")],
    ),
    ("The office was shut from Dec. 28 to Jan. 3.", [("Dec. 28", "2023-12-28"), ("Jan. 3", "2024-01-03")]),
]


@pytest.mark.parametrize(
    "text, expected", SURE_PAST + SURE_FUTURE + LAST + OF_A_WEEK + MATCHES + YEARS + NAMED_DAY + IN_A_ROW
)
def test_reads_the_form(read_dates, text, expected):
    assert [(ref.text, ref.value) for ref in read_dates(text, TUESDAY)] == expected
