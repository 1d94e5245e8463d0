"""Where names begin and end: (text, the mentions in order) in sentences of our own."""

import pytest

SPANS = [
    ("They secured the Egypt-Gaza border.", ["Egypt", "Gaza"]),
    ("Hamas' number two and the US' envoy left Cairo.", ["Hamas", "US", "Cairo"]),
    ("The U.S.-led mission to Kuwait ended.", ["U.S.", "Kuwait"]),
    ("Sofia Mayor Petra Doneva resigned.", ["Sofia", "Petra Doneva"]),
    ("The Hamas delegation flew to Doha.", ["Hamas", "Doha"]),
    ("Dr. Amina Farouk and Prof. Jan Novak spoke.", ["Amina Farouk", "Jan Novak"]),
    ("Buses in Sharm el-Sheikh and Deir al-Balah stopped.", ["Sharm el-Sheikh", "Deir al-Balah"]),
    ("Lawmaker Kim Seo-yeon met Jean-Paul Mercier.", ["Kim Seo-yeon", "Jean-Paul Mercier"]),
    # names with small words or marks inside, which the model cuts
    ("Ships left Trinidad and Tobago for Turks and Caicos.", ["Trinidad and Tobago", "Turks and Caicos"]),
    ("Trains reach Stoke-on-Trent and Newcastle upon Tyne.", ["Stoke-on-Trent", "Newcastle upon Tyne"]),
    ("Ursula van den Heuvel met José Eduardo dos Santos.", ["Ursula van den Heuvel", "José Eduardo dos Santos"]),
    ("Pago Pago was quiet.", ["Pago Pago"]),
    ("The Society for Song and Dance met. Marks and Wendover has closed.",
     ["Society for Song and Dance", "Marks and Wendover"]),
    ("The first Wendy's in Leuven opened.", ["Wendy's", "Leuven"]),
    # near misses: two names stay two
    ("Rain fell in Kenya and Uganda.", ["Kenya", "Uganda"]),
    ("The Ministry of Health and Anna Kovacs disagree.", ["Ministry of Health", "Anna Kovacs"]),
    ("Boxer Rashad Toller left Gary on Friday.", ["Rashad Toller", "Gary"]),
    ("Conservative Icon Morton Prill Endorses Lena Marsh.", ["Morton Prill", "Lena Marsh"]),
    ("He told the court that Trellick and I had a journey.", ["Trellick"]),
    ("The price of liquefied natural gas (LNG) rose in Oslo. LNG is dear.", ["Oslo"]),
    ("Fighters from Libya, Chad and Niger crossed.", ["Libya", "Chad", "Niger"]),
]  # fmt: skip


@pytest.mark.parametrize("text, names", SPANS)
def test_spans(find, text, names):
    assert [mention.text for mention in find(text).mentions] == names


def test_a_caption_is_read_though_it_names_who_took_the_picture(find):
    text = "FILE PHOTO: Workers wait outside a mill in Lahti, Finland, on a cold morning in May. Ana Lind"
    assert {"Lahti", "Finland"} <= set(find(f"The mill closed.\n\n{text}").counts())


def test_missed_repeats_are_counted(find):
    text = "Zorvath Group grew. Analysts like Zorvath Group.\n\nZorvath Group\n\nWill Zorvath Group pay?"
    assert find(text).counts()["Zorvath Group"] == 4


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ana Lindqvist in Oslo; editing by Omar Haddad",
        "By Ana Lindqvist",
        "Photo: Ana Lindqvist",
        "This story has not been edited by the staff of Ana Lindqvist.",
        "Follow us on Twitter",
    ],
)
def test_credits_and_bylines_are_not_counted(find, line):
    text = f"The ferry to Bergen stopped on Monday.\n\nNobody was hurt in Bergen.\n\n{line}"
    assert find(text).counts() == {"Bergen": 2}


def test_dateline_in_capitals_names_its_place(find):
    found = find("CAIRO - 26 July: Ministers met in Cairo to discuss water.")
    assert found.counts()["Cairo" if "Cairo" in found.counts() else "CAIRO"] == 2


@pytest.mark.parametrize("day", ["Aug. 12", "Sept. 12", "Nov. 12", "Jan. 12", "12 March", "May 12"])
def test_the_month_of_a_dateline_is_no_name(find, day):
    assert find(f"NAIROBI, {day} (Reuters) - Ministers met to discuss water.").counts() == {"NAIROBI": 1, "Reuters": 1}


@pytest.mark.parametrize(
    "text, counts",
    [
        ("Ferry will sail again\n\nThe ferry to Bergen stopped.", {"Bergen": 1}),
        ("Cook said he was glad. The cook left.", {"Cook": 1}),
        ("Ana Lind, M.D., and Rui Alves, Ph.D., met Tom Hale, Esq., in Bergen.",
         {"Ana Lind": 1, "Rui Alves": 1, "Tom Hale": 1, "Bergen": 1}),
    ],
)  # fmt: skip
def test_things_and_degrees_are_no_persons(find, text, counts):
    assert find(text).counts() == counts


def test_headline_in_capitals_counts_with_the_body(find):
    text = "VARGA WINS SECOND TERM IN SZEGED\n\nIlse Varga won again in Szeged on Sunday. Varga thanked voters."
    counts = find(text).counts()
    assert counts["Ilse Varga"] == 3
    assert counts["Szeged"] == 2


def test_common_nouns_in_capitals_are_no_names(find):
    labels = find("The Bank of the village closed. The Committee met, and our Savings Account is empty.").labels()
    assert "Committee" not in labels
    assert "Savings Account" not in labels


def test_other_scripts_that_repeat_a_name_are_left_out(find):
    labels = find("Minister Wang Meilin (王美林) spoke in Taipei (臺北).").labels()
    assert set(labels) == {"Wang Meilin", "Taipei"}


def test_tables_of_results(find):
    text = (
        "BASKETBALL - STANDINGS\n\nResults of matches played on Friday:\nBoston 104 Denver 98\nUtah 92 Dallas 90\n"
        "Standings:\nBoston 12 3 .800 -\nDenver 9 6 .600 3\n1. Eva Lund (Norway) 24:15.4\n2. Mia Roth (Germany) 24:18.9"
    )
    found = find(text)
    assert found.labels()["Eva Lund"] == "PERSON"
    assert found.labels()["Norway"] == "GPE"
    assert found.labels()["Denver"] == "ORG"
    assert found.counts()["Boston"] == 2
    assert "Standings" not in found.labels()
