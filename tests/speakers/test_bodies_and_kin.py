""" "It" behind a body, a report or an unnamed official; sisters and diplomats: the last speaker of each text."""

import pytest

ROWS = [
    # Whoever else is named since the body spoke stands in its own words.
    ("{{Norway}} said <<Sweden had lost two ships>>. {{It}} said <<the sea was rough>>.", "Norway"),
    ("<<Sweden had lost two ships>>, {{Norway}} said. <<Chile would help>>, {{it}} added.", "Norway"),
    # What has no name of its own is "it" too; a bare "the report" leaves in mind who made it.
    ("{{Norway's navy}} said <<Sweden had lost two ships>>. {{It}} said <<the sea was rough>>.", None),
    ("{{The Oslo communique}} said <<Sweden had lost two ships>>. {{It}} said <<the sea was rough>>.", None),
    (
        "{{The Red Cross}} said <<it rained>>. {{The report}} said <<it was late>>. {{It}} said <<aid came>>.",
        "Red Cross",
    ),
    # An official without a name goes on being meant, however long the words before the noun.
    (
        "{{A senior Norway Fisheries Ministry official}} said <<it was late>>. Fisheries Minister Peter Hall left. "
        "{{The official}} said <<the sea was rough>>.",
        None,
    ),
    ("Fisheries Minister Peter Hall left. {{The official}} said <<the sea was rough>>.", "Peter Hall"),
    # A role of several words before a name, and a name that the model takes for a firm.
    ("Head of policy Sarah Klein left. {{The head of policy}} said <<it was late>>.", "Sarah Klein"),
    ("{{The chief executive of Kestrel Bank, Ceferino Haddad}}, said <<it was late>>.", "Ceferino Haddad"),
    ("{{The head of the largest lender, Kestrel Bank}}, said <<it was late>>.", None),
    # A body that has a country in its name is not the country; a survey has no name behind "by".
    ("{{Cycling New Zealand}} said <<it was late>>.", None),
    ("{{Airports Company South Africa}} said <<it was late>>.", None),
    ("{{Neighbouring Pakistan}} said <<it was late>>.", "Pakistan"),
    # Who has written or published something speaks in it, but not two at once, an office, or whom it is about.
    ("{{A report by the Red Cross}} said <<it was late>>.", "Red Cross"),
    ("{{A statement from the law firm Kestrel Partners}} said <<it was late>>.", "Kestrel Partners"),
    ("{{Ana Falk's letter}} said <<it was late>>.", "Ana Falk"),
    ("{{A Red Cross report}} said <<it was late>>.", "Red Cross"),
    ("{{A survey by the Red Cross and the World Bank}} said <<it was late>>.", None),
    ("{{A statement from Ana Falk's office}} said <<it was late>>.", None),
    ("{{A report on the Red Cross}} said <<it was late>>.", None),
    ("{{A report from Oslo}} said <<it was late>>.", None),
    ("{{A letter to the Red Cross}} said <<it was late>>.", None),
    ("{{A study by Red Cross doctors}} said <<it was late>>.", None),
    ("{{A report by a panel led by Ana Falk}} said <<it was late>>.", None),
    # The name behind a person without one may be either's.
    ("{{The husband of the victim, Ana Falk,}} said <<it was late>>.", None),
    ("{{The head of the union, Ana Falk,}} said <<it was late>>.", "Ana Falk"),
    # Of two lands the noun behind them speaks; a rank with a dot is no end of the phrase.
    ("{{US and Israeli sources}} said <<it was late>>.", None),
    ("{{Kenya and Uganda}} said <<it was late>>.", "Kenya"),
    ("{{Lt. Ana Falk of the Toledo Police Department}} said <<it was late>>.", "Ana Falk"),
    # Who says that Hall left is another man than Hall.
    (
        "David Hall left. {{The head of the club, Rui Reed}}, said <<it was late>>. {{He}} said <<Hall was ill>>.",
        "Rui Reed",
    ),
    # A sister is known by her brother, and he by the pronoun.
    (
        "The court jailed Stephen Hall. Hall's sister, Ana Falk, left. {{His sister}} said <<he was ill>>.",
        "Ana Falk",
    ),
    (
        "The court jailed Stephen Hall. Hall's sister, Ana Falk, left. Rui Reed came. {{His sister}} said <<it fell>>.",
        None,
    ),
    ("The court jailed Stephen Hall. {{His sister}} said <<he was ill>>.", None),
    ("Foreign Minister Sarah Klein arrived. {{The diplomat}} said <<it was late>>.", "Sarah Klein"),
    ("Transport Minister Sarah Klein arrived. {{The diplomat}} said <<it was late>>.", None),
]


@pytest.mark.parametrize("marked, name", ROWS)
def test_speaker(resolve, marked, name):
    quote = resolve(marked)[-1]
    found = quote.speaker_name
    assert (found == name) if name is None or found is None else name in found, quote.speaker_reason


@pytest.mark.parametrize("marked, reason", [
    ("{{A report by the Red Cross}} said <<it fell>>.", "“A report” is by Red Cross, so these are words of Red Cross."),
    ("{{The senator from Ohio, Ana Falk,}} said <<it was late>>.", "“The senator” is named beside it: Ana Falk."),
    ("{{A baker from Oslo, Ana Falk,}} said <<it was late>>.", "“A baker” is named beside it: Ana Falk."),
])  # fmt: skip
def test_why_it_is_the_name_beside(resolve, marked, reason):
    assert resolve(marked)[-1].speaker_reason == reason
