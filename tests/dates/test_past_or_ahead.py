"""Which of two days a weekday is, or of two years a month: the words around it tell whether it is over or ahead."""

import pytest

TUESDAY = "2024-03-19"  # the publication day

UNTIL = [
    ("The inquest was postponed until Wednesday.", [("Wednesday", "2024-03-20")]),
    ("The ban was imposed until Friday, officials said.", [("Friday", "2024-03-22")]),
    ("The judge put the case off until Friday.", [("Friday", "2024-03-22")]),
    ("The union has until Saturday to reply.", [("Saturday", "2024-03-23")]),
    ("Pupils were told to stay at home until Thursday.", [("Thursday", "2024-03-21")]),
    ("Workers were ordered to stay home through Friday.", [("Friday", "2024-03-22")]),
    ("The rain lasted until Sunday.", [("Sunday", "2024-03-17")]),
    ("The sailors held out until Saturday, when help came.", [("Saturday", "2024-03-16")]),
    ("The exhibition ran until Sunday.", [("Sunday", "2024-03-17")]),
]

VERBS = [
    ("Fires spread through two villages on Monday.", [("Monday", "2024-03-18")]),
    ("Fees rise on Monday.", [("Monday", "2024-03-25")]),
    ("Judge Eleanor Will ruled on Monday that the dam was safe.", [("Monday", "2024-03-18")]),
    ("Will Sandoval was freed on Monday.", [("Monday", "2024-03-18")]),
    ("Will the dam hold on Thursday?", [("Thursday", "2024-03-21")]),
    ("Sleet is due on Thursday.", [("Thursday", "2024-03-21")]),
    ("The gallery shuts from May 2 through June 9.", [("May 2", "2024-05-02"), ("June 9", "2024-06-09")]),
    ("The race is run on the last Sunday in May.", [("the last Sunday in May", "2024-05-26")]),
]

AHEAD = [
    ("The court will rule in six weeks.", [("in six weeks", "2024-W18")]),
    ("Voting starts in two days.", [("in two days", "2024-03-21")]),
    ("The lease expires in five years.", [("in five years", "2029")]),
    ("A fortnight from now the pool will reopen.", [("A fortnight from now", "2024-W14")]),
    ("They walked 40 miles in three days.", []),
    ("The vote is due in three days.", [("in three days", "2024-03-22")]),
    ("The win is the third in three days.", []),
    ("The minister returns in three days.", [("in three days", "2024-03-22")]),
    ("She retires in two years.", [("in two years", "2026")]),
    ("The ferry crosses the sea in three days.", []),
    # What a verb right before the date tells has happened; farther off a past verb tells less.
    ("The mill closed on April 3.", [("April 3", "2023-04-03")]),
    ("The mill was shut in April.", [("April", "2023-04")]),
    ("They prepared for the fair on April 3.", [("April 3", "2024-04-03")]),
    ("The mill will open on March 1.", [("March 1", "2025-03-01")]),
    ("The mill opened on March 1.", [("March 1", "2024-03-01")]),
    ("The bank reports on Thursday.", [("Thursday", "2024-03-21")]),
    ("The paper reports on Thursday that the bank is shut.", [("Thursday", "2024-03-14")]),
    ("Investors await Thursday's figures.", [("Thursday", "2024-03-21")]),
    ("Half a century ago the mill burned down.", [("a century ago", None)]),
    ("A century ago the mill burned down.", [("A century ago", "192")]),
    ("The hearing was delayed to April 3.", [("April 3", "2024-04-03")]),
    ("He can read a novel in two days.", []),
    ("It will be the longest march in ten years.", []),
    ("The trial begins on Monday week.", [("Monday week", "2024-04-01")]),
    ("He died a week last Friday.", [("a week last Friday", "2024-03-08")]),
    ("The fair opens a week on Saturday.", [("a week on Saturday", "2024-03-30")]),
    ("The strike had lasted a week on Monday.", [("Monday", "2024-03-18")]),
    ("They meet the Monday after next.", [("the Monday after next", "2024-04-01")]),
    ("The board met the week before last.", [("the week before last", "2024-W10")]),
    ("A branch will open in the new year.", [("the new year", "2025")]),
    ("The lunar new year fell in February.", [("February", "2024-02")]),
]

STILL_TO_BE = [
    ("The mill may shut as early as Monday.", [("Monday", "2024-03-25")]),
    ("The mill shut as early as Monday.", [("Monday", "2024-03-18")]),
    ("She has been invited to appear before the panel on Thursday.", [("Thursday", "2024-03-21")]),
    ("The bakers have called for people to stay at home on Monday.", [("Monday", "2024-03-25")]),
    ("A march to be held at the old mill on Wednesday is banned.", [("Wednesday", "2024-03-20")]),
    ("It was the first house to be hit on Sunday.", [("Sunday", "2024-03-17")]),
    ("The pool is sure to be full again on Wednesday.", [("Wednesday", "2024-03-20")]),
    ("The pool would stay, he said, with the mayor saying Monday she agreed.", [("Monday", "2024-03-18")]),
    ("The inquest will be opened and adjourned on Thursday.", [("Thursday", "2024-03-21")]),
    ("The house was bought and sold on Thursday.", [("Thursday", "2024-03-14")]),
    ("Two dancers have been named in the team to play Wales on Saturday.", [("Saturday", "2024-03-23")]),
    ("She does not expect a reply at Wednesday's meeting.", [("Wednesday", "2024-03-20")]),
    ("The council voted to approve the bill late on Monday.", [("late on Monday", "2024-03-18")]),
    ("The opening on Monday was delayed by some hours.", [("Monday", "2024-03-18")]),
    ("A new dam will be built after the flood in June.", [("June", "2023-06")]),
]

CALLED_FOR = [
    ("“They told me to come back Monday,” Mira Dolan said.", [("Monday", "2024-03-25")]),
    ("“Come back on Friday,” the guard said.", [("Friday", "2024-03-22")]),
    ("“Do not travel on Monday,” the ministry said.", [("Monday", "2024-03-25")]),
    ("“I came back on Friday,” the guard said.", [("Friday", "2024-03-15")]),
    ("The judge ordered him to appear on Monday.", [("Monday", "2024-03-25")]),
    ("The judge ordered him to pay 500 euros on Monday.", [("Monday", "2024-03-18")]),
    ("The judge on Monday ordered him to appear.", [("Monday", "2024-03-18")]),
    ("The bakers called a strike for Monday.", [("Monday", "2024-03-25")]),
    ("The bakers called off the strike on Monday.", [("Monday", "2024-03-18")]),
    ("The outlook for Monday is grim.", [("Monday", "2024-03-25")]),
    ("The results for Monday were grim.", [("Monday", "2024-03-18")]),
]


@pytest.mark.parametrize("text, expected", UNTIL + VERBS + AHEAD + STILL_TO_BE + CALLED_FOR)
def test_reads_the_day_as_over_or_ahead(read_dates, text, expected):
    assert [(ref.text, ref.value) for ref in read_dates(text, TUESDAY)] == expected
