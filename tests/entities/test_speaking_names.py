"""Full names of those who speak, and what stands beside "said" and is nobody's name."""

import pytest

PEOPLE = [
    # a last name that the model knows, with a given name and a title that it does not
    ("Deputy Chief Constable Ruaridh Mackellar said the pass was shut.", "Ruaridh Mackellar"),
    ("Maj-Gen Thandeka Zibani said the bridge held. Zibani will stay.", "Thandeka Zibani"),
    ("Dy SP Meenal Wadekar said the boat was found near Alibag.", "Meenal Wadekar"),
    ("Provost Ottmar Leitgeb said the hall would open. Leitgeb paid for it.", "Ottmar Leitgeb"),
    ('"The pumps failed," said Oluchi Nwabara. Nwabara runs the works.', "Oluchi Nwabara"),
    ('Opal Bishop, 34, keeps snakes. "They are shy," Bishop said.', "Opal Bishop"),
    ("Zakayo, who lost his boat, swam for six hours.", "Zakayo"),
    # what the office is of, and what stands before the name without a comma
    ("Minister of Tourism Milena Sekulic said the season was good.", "Milena Sekulic"),
    ("In a statement, Governor of Washington Carol Gregson said it would open.", "Carol Gregson"),
    ("Virginia Wolfson said so.", "Virginia Wolfson"),
    # two names that the model makes one
    ('Medical director at Selby Hospital Owen Pritchard said: "We are ready."', "Owen Pritchard"),
    # whatever the verb of speech
    ("Beatrix March runs the clinic in Truro. March insisted it was full.", "Beatrix March"),
    ('Chidi Sunday sings in Enugu. "I was born on a Friday," Sunday joked.', "Chidi Sunday"),
    # months, days and common words that speak
    ("Beatrix March runs the clinic in Truro. March said it was full.", "Beatrix March"),
    ('Chidi Sunday sings in Enugu. "I was born on a Friday," Sunday said.', "Chidi Sunday"),
    ("For years Mercy Chikore has sold maize in Gweru. Mercy said she had a licence.", "Mercy Chikore"),
    # names cut at their hyphen
    ("Ingrid Falk-Grant, who led the inquiry, said the site was unsafe.", "Ingrid Falk-Grant"),
    # names that no list knows, and what comes with them
    ("Sevanthi Arulnesan walks through her school in Madurai. The roof is gone.", "Sevanthi Arulnesan"),
    ("Poongodi, a trader in the old market of Salem, sued him.", "Poongodi"),
    ("Georgia May Holt, 12, won the prize in Perth.", "Georgia May Holt"),
    ('Tunde Afolayan told them: "Babatunji and I, we slept there." Babatunji wept.', "Babatunji"),
]


@pytest.mark.parametrize("text, name", PEOPLE)
def test_a_person_is_named_whole(find, text, name):
    assert find(text).labels().get(name) == "PERSON"


NOT_PEOPLE = [
    ("Officials in March said the dam was safe.", "March"),
    ("Police Monday said they knew him.", "Monday"),
    ("Total sales in May said little about the year.", "May"),
    ("Deutsche Telekom said prices would rise.", "Deutsche Telekom"),
    ("Wells Fargo said it would pay.", "Wells Fargo"),
    ("Fraport Slovenia and Telekom Austria gave no answer.", "Telekom Austria"),
    ("In Saudi Arabia Haddad said little.", "Saudi Arabia Haddad"),
    ("The Agency for Rural Co-operation said the wells were dry.", "Rural Co"),
    ("Sunny spells are due in Cork all week.", "Sunny"),
    ("She wrote it in a post on X. He replied on X. Nobody else did.", "X."),
]


@pytest.mark.parametrize("text, name", NOT_PEOPLE)
def test_a_month_a_firm_or_a_phrase_is_nobody(find, text, name):
    assert find(text).labels().get(name) != "PERSON"


BODIES = [
    ("The Agency for Rural Co-operation said the wells were dry.", "Agency for Rural Co-operation", "ORG"),
    ("The National Seismic Center in Quito measured it.", "National Seismic Center", "ORG"),
    ("The start-up Glowpath AI sued its rivals. Glowpath said it would win.", "Glowpath", "ORG"),
    (
        "The state water company, Aguas del Norte (ADN), cut the supply. ADN said a pump failed.",
        "Aguas del Norte",
        "ORG",
    ),
    ("The charity Warm Kettle fed 90 people in Derry.", "Warm Kettle", "ORG"),
    ("The ferry firm Norlink Shetland cut two routes.", "Norlink Shetland", "ORG"),
    ("Lokomotiv Samarkand beat them in May.", "Lokomotiv Samarkand", "ORG"),
    ("The company Halvorsen bought in May has closed. Ida Halvorsen is 60.", "Halvorsen", "PERSON"),
    ("Fires burn in the Amazon again, and the Amazon has no rain.", "Amazon", "LOC"),
    ("Amazon hired 200 drivers in Leeds.", "Amazon", "ORG"),
    ("The Amazon has no rain. The Haddad administration has no plan. Haddad left.", "Haddad", "PERSON"),
    ("Farmers from Mittersill and Kufstein asked for a licence.", "Kufstein", "GPE"),
    ("Families fled to Afrin and Marea on foot.", "Marea", "GPE"),
    ("The EU voted in the EU.", "EU", "ORG"),
    ("Flights leave from Saint Lucia and Dominica.", "Saint Lucia", "GPE"),
    ("The storm passed Santiago de Cuba at noon.", "Santiago de Cuba", "GPE"),
]


@pytest.mark.parametrize("text, name, label", BODIES)
def test_bodies_and_places_are_no_persons(find, text, name, label):
    assert find(text).labels().get(name) == label
