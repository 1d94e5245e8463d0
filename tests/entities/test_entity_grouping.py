"""Which mentions are one entity: names that belong together, and those that must stay apart."""

import pytest

from pipeline.entities.organisations import definitions, is_acronym, is_short_form
from pipeline.entities.people import join_people, owners, same_person
from pipeline.entities.spelling import sound

ONE = [
    ("Joana Brandt spoke. Later Brandt left.", "Joana Brandt", "Brandt"),
    ("The United States agreed. The US will pay.", "United States", "US"),
    ("The Public Works Board (PWB) met. The PWB voted.", "Public Works Board", "PWB"),
    ("United Nations staff left. The UN said so.", "United Nations", "UN"),
    ("Brightwell Motor Co opened a plant. Brightwell hired 200.", "Brightwell Motor Co", "Brightwell"),
    ("Shops in Kyiv closed. Kiev was dark.", "Kyiv", "Kiev"),
    ("Aid reached Khan Younis. Khan Yunis has one clinic.", "Khan Younis", "Khan Yunis"),
    ("William Abara won. Bill Abara thanked voters.", "William Abara", "Bill Abara"),
    ("The Church of Saint Orla burned. The Church had no roof.", "Church of Saint Orla", "Church"),
    ("José Maldonado sang. Jose Maldonado bowed.", "José Maldonado", "Jose Maldonado"),
    # acronyms whatever their letters; names that the text itself calls one
    ("The Northern Ports Alliance (NPAX) met in Oslo. NPAX voted.", "Northern Ports Alliance", "NPAX"),
    ("The Danish Shipping Agency, or SHA, wrote it. SHA has a desk here.", "Danish Shipping Agency", "SHA"),
    ("The Centre for Rivers and Wetland Care (CRWC) met. CRWC voted.", "Centre for Rivers and Wetland Care", "CRWC"),
    ("Staff at Coastal Rail Services Ltd (CRS) left. CRS said so.", "Coastal Rail Services Ltd", "CRS"),
    ("Latvia's Central Census Office (CSP) counted. The CSP will go on.", "Central Census Office", "CSP"),
    ("The Kitale Teachers College (Kitteco) opened. Kitteco has 400 pupils.", "Kitale Teachers College", "Kitteco"),
    ("Dr. Aled Pugh and Huw Pugh farm. Dr. Pugh said so.", "Aled Pugh", "Pugh"),
    ("Peter Vance and his wife, Dora Vance, left. Mrs Vance drove.", "Dora Vance", "Vance"),
    ("The painter Greta Holm, who signs her work as Sula, left. Sula is 90.", "Greta Holm", "Sula"),
    ("Rotterbach Munich won. Rotterbach had one shot.", "Rotterbach Munich", "Rotterbach"),
    ("Zubair El-Tamimi spoke. El-Tamimi left. El Tamimi will return.", "Zubair El-Tamimi", "El Tamimi"),
    ("The singer Rolf Tanner, better known as Rolf Vega, died. Vega was 70.", "Rolf Tanner", "Vega"),
    ("The Harbour Safety Commission met. On Friday the Commission voted.", "Harbour Safety Commission", "Commission"),
    # a first name, the first of two last names, a nickname within the name, a last name that is a word
    ("Kenya Marlowe runs a bakery in Akron. Kenya began with one oven.", "Kenya Marlowe", "Kenya"),
    ("Marisol Fuentes Rojas dug the well. Fuentes was glad.", "Marisol Fuentes Rojas", "Fuentes"),
    ("The trucker Louis “Tiny” Harlan left. Harlan was tired.", "Louis “Tiny” Harlan", "Harlan"),
    ("Will Tandry runs the farm. Will said the harvest was poor.", "Will Tandry", "Will"),
    ("Ada March runs the clinic. March said it was full.", "Ada March", "March"),
]


@pytest.mark.parametrize("text, first, second", ONE)
def test_one_entity(find, text, first, second):
    found = find(text)
    assert found.entity_of(first) == found.entity_of(second)


APART = [
    ("Otto Prill Sr. founded the mill. Otto Prill Jr. sold it.", "Otto Prill Sr", "Otto Prill Jr."),
    ("Ana Lind (USA) beat Eva Sand (NOR). USA won.", "Ana Lind", "USA"),
    ("Egypt reopened the crossing. Egyptian guards waited.", "Egypt", "Egyptian"),
    ("Guinea and Guinea-Bissau signed. Both want peace.", "Guinea", "Guinea-Bissau"),
    ("Otto Brandt Bank closed. Otto Brandt Insurance did not. Otto Brandt is 90.", "Otto Brandt Bank", "Otto Brandt"),
    ("The Harbour Council (Reuters) met. Reuters was there.", "Harbour Council", "Reuters"),
    ("Gaza City lies in Gaza.", "Gaza City", "Gaza"),
    ("North Korea wrote to South Korea.", "North Korea", "South Korea"),
]


@pytest.mark.parametrize("text, first, second", APART)
def test_two_entities(find, text, first, second):
    found = find(text)
    assert found.entity_of(first) != found.entity_of(second)


def test_two_people_with_one_last_name_stay_apart(find):
    text = (
        "Nora Keller chairs the council. Keller wants a vote.\n\nHer brother Stefan Keller disagrees. "
        "Keller said the vote can wait."
    )
    assert find(text).counts() == {"Nora Keller": 2, "Stefan Keller": 2}


def test_a_last_name_after_two_bearers_side_by_side_is_neithers(find):
    counts = find("Nora Keller and Stefan Keller disagree. Keller said the vote can wait.").counts()
    assert counts == {"Nora Keller": 1, "Stefan Keller": 1, "Keller": 1}


def test_entities_are_sorted_and_named_by_their_fullest_form(find):
    found = find("Nobody met Ana Lindqvist. Lindqvist said that she had no part in it. Oslo was calm.")
    first = found.entities[0]
    assert (first.id, first.name, first.count, first.aliases) == (
        "e1",
        "Ana Lindqvist",
        2,
        ("Ana Lindqvist", "Lindqvist"),
    )


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("J. Brandt", "Joana Brandt", True),
        ("Joana M. Brandt", "Joana Brandt", True),
        ("Bob Brandt", "Robert Brandt", True),
        ("Joana Brandt", "Stefan Brandt", False),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Kim Min", "Kim Min Seo", True),
        ("Joana Brandt", "Joana Brand", False),
    ],
)
def test_same_person(one, other, expected):
    assert same_person(one, other) is expected


def test_a_last_name_belongs_to_every_bearer():
    assert owners("Keller", ["Nora Keller", "Stefan Keller", "Ana Lind"]) == ["Nora Keller", "Stefan Keller"]
    assert owners("al-Karimi", ["Faisal bin Rashid al-Karimi"]) == ["Faisal bin Rashid al-Karimi"]
    assert owners("Nora", ["Nora Keller"]) == ["Nora Keller"]


def test_the_fullest_form_heads_a_persons_names():
    assert join_people(["J. Brandt", "Joana Maria Brandt"]) == dict.fromkeys(
        ["Joana Maria Brandt", "J. Brandt"], "Joana Maria Brandt"
    )


@pytest.mark.parametrize(
    "short, long, expected",
    [
        ("Brightwell", "Brightwell Motor Co", True),
        ("Brightwell", "Brightwell Holdings Inc", True),
        ("Nile Delta", "Nile Delta Gas Works Ltd", True),
        ("Brightwell", "Brightwell Children's Fund", False),
        ("Kuwait", "Kuwait Airways", False),
    ],
)
def test_short_form(short, long, expected):
    assert is_short_form(short, long) is expected


@pytest.mark.parametrize(
    "short, long, expected",
    [
        ("PWB", "Public Works Board", True),
        ("BoE", "Bank of England", False),
        ("IAEA", "International Atomic Energy Agency", True),
        ("PWB", "Public Work Forum", False),
        ("U.N.", "United Nations", True),
    ],
)
def test_acronym(short, long, expected):
    assert is_acronym(short, long) is expected


def test_acronyms_that_the_text_explains():
    text = "the new Coastal Research Institute (CRI) and its budget (BIG)"
    assert [(one.short, one.full) for one in definitions(text)] == [("CRI", "Coastal Research Institute")]


@pytest.mark.parametrize(
    "one, other", [("Younis", "Yunis"), ("Zelensky", "Zelenskyy"), ("al-Sisi", "Sisi"), ("Muñoz", "Munoz")]
)
def test_spellings_that_sound_alike(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    "one, other", [("Iran", "Iraq"), ("Mali", "Malawi"), ("Austria", "Australia"), ("Rahim", "Rahman")]
)
def test_spellings_that_do_not(one, other):
    assert sound(one) != sound(other)


def test_a_person_is_called_by_first_and_last_name_though_these_stand_in_capitals_alone(find):
    text = "RUI ALVES, REPORTER: The ferry is late.\n\nANA LIND: Rui, thank you.\n\nALVES: Yes, Ana."
    names = {entity.name for entity in find(text).entities}
    assert "RUI ALVES" in names
    assert "Rui" not in names
