"""One label a name, by all evidence: (text, name, label) in sentences of our own."""

import pytest

LABELS = [
    # titles, roles, first names, ages, particles
    ("Mayor Ilse Varga opened the bridge. Varga thanked the builders.", "Varga", "PERSON"),
    ("The harbour needs dredging, said spokesman Tomas Okafor.", "Tomas Okafor", "PERSON"),
    ("Prince Faisal bin Rashid al-Karimi arrived on Sunday.", "Faisal bin Rashid al-Karimi", "PERSON"),
    ("Marieke van der Linden, 41, won the first prize.", "Marieke van der Linden", "PERSON"),
    ("Chen Weimin signed the paper. Chen said he was glad.", "Chen", "PERSON"),
    # places by gazetteer, prepositions, nouns after them
    ("The train left Rafah for Khan Younis and came back to Rafah.", "Rafah", "GPE"),
    ("Rain fell across Saxony on Friday.", "Saxony", "GPE"),
    ("They crossed the Danube at night.", "Danube", "LOC"),
    ("The flight landed at Leonardo Airport after midnight.", "Leonardo Airport", "FAC"),
    ("Petersallee will be renamed in May.", "Petersallee", "FAC"),
    ("The parade went down Karl-Marx-Allee on Monday.", "Karl-Marx-Allee", "FAC"),
    ("Police closed Leidsestraat after the fire.", "Leidsestraat", "FAC"),
    ("Robert Platz said he was glad.", "Robert Platz", "PERSON"),
    ("Refugees walked from Beirut to Sidon.", "Sidon", "GPE"),
    # organisations by their last word, suffix or acronym
    ("Brightwell Holdings Ltd cut its forecast. Shares of Brightwell fell.", "Brightwell", "ORG"),
    ("The Ministry of Fisheries refused to comment.", "Ministry of Fisheries", "ORG"),
    ("Talks with NATO and the EU continued.", "NATO", "ORG"),
    ("The Coastal Research Institute published the figures.", "Coastal Research Institute", "ORG"),
    # peoples keep a kind of their own
    ("Egyptian and Kenyan officials met in Cairo.", "Egyptian", "NORP"),
    ("Most Norwegians voted by post.", "Norwegians", "NORP"),
    ("The Lakeland Road Authority (LRA) closed the bridge.", "LRA", "ORG"),
    ("She told the regional daily Tarnavel that the pumps had failed.", "Tarnavel", "ORG"),
    ("Visitors came to the Centre for Tidal Studies.", "Centre for Tidal Studies", "ORG"),
    # what a maker's model is called is no mention of the maker; whom a lawmaker speaks for is a place
    ("The airline ordered twelve Airbus A350 jets.", "Airbus A350", "PRODUCT"),
    ("The airline has flown the Airbus A350 for a year. Its second A350 came in May.", "A350", "PRODUCT"),
    ("Lena Marsh, R-Hanover, and Joel Trent (D-Pa.) drafted the bill.", "Hanover", "GPE"),
    ("Lena Marsh, R-Hanover, and Joel Trent (D-Pa.) drafted the bill.", "Pa.", "GPE"),
    # what is in it, under way to it or said of it: the words around all mentions decide
    ("Supplies were flown to Tarnavika. Nurses in Tarnavika said its port was shut.", "Tarnavika", "GPE"),
    ("The ferry sailed to Orvelta, and two hotels opened in Orvelta.", "Orvelta", "GPE"),
    ("The puffer-jacket maker Morvelle cut jobs. Shares of Morvelle fell, and its website failed.", "Morvelle", "ORG"),
    ("Quenva, a Danish software company, said it would hire.", "Quenva", "ORG"),
    ("Tovik's mother wept. Tovik, who was born in Oslo, was arrested at her home.", "Tovik", "PERSON"),
    ("The 34-year-old Balvina said she would stay, and Balvina's brother agreed.", "Balvina", "PERSON"),
    ("Lloyd Austin III spoke first. Austin, who retired in 2016, was asked about it.", "Austin", "PERSON"),
    ("Hotels took payment in Bitcoin, though Bitcoins are scarce in Quito.", "Quito", "GPE"),
    ("The Hui Muslims of the town met at noon.", "Muslims", "NORP"),
    # near misses of these
    ("Shares of Norway's banks fell, and its krone did too.", "Norway", "GPE"),
    ("Ana Duarte arrived in tears. In Duarte's view it was over.", "Duarte", "PERSON"),
    # events and storms named after places or people
    ("Thousands watched the World Cup in the square.", "World Cup", "EVENT"),
    ("The Treasury said on Monday the dam was old.", "Treasury", "ORG"),
    ("The dam is old, according to the Guardian.", "Guardian", "ORG"),
    ("She won the Olympic title and holds the Olympic flag.", "Olympic", "EVENT"),
]  # fmt: skip


@pytest.mark.parametrize("text, name, label", LABELS)
def test_label(find, text, name, label):
    assert find(text).labels().get(name) == label


def test_a_name_has_one_label_in_an_article(find):
    text = (
        "Rafah is quiet. Trucks for Rafah wait at the border.\n\nRafah has two hospitals, and aid workers in Rafah "
        "say that both are full. Nobody in Khan Younis knows when Rafah will be reached."
    )
    labels = {mention.label for mention in find(text).mentions if mention.text == "Rafah"}
    assert labels == {"GPE"}


def test_a_surname_that_is_a_town_is_a_person(find):
    text = "Lena Paris runs the museum. Paris claims that visitors doubled. Paris was born by the sea."
    assert find(text).labels()["Paris"] == "PERSON"


def test_two_towns_side_by_side_are_a_persons_two_names(find):
    # the model takes both words for places
    text = "Valeska Paris, an Australian woman and former nurse, has claimed that the clinic kept her waiting."
    assert find(text).labels().get("Valeska Paris") == "PERSON"


def test_a_town_stays_a_town_beside_another_persons_first_name(find):
    assert find("Florence Abiola left Nairobi. She now works in Lagos.").labels()["Nairobi"] == "GPE"


def test_teams_named_after_places_are_organisations_in_sports_only(find):
    report = (
        "SOCCER - JAPAN BEAT SYRIA\n\nJapan beat Syria 2-1 in a friendly match on Friday. The striker scored twice "
        "and the coach praised his midfielders after the qualifier. Japan play in Qatar next."
    )
    labels = {(mention.text, mention.label) for mention in find(report).mentions}
    assert ("Japan", "ORG") in labels
    assert ("Qatar", "GPE") in labels
    assert find("Japan sent aid to Syria on Friday.").labels()["Japan"] == "GPE"


def test_an_athletes_country_is_no_team(find):
    report = (
        "Austria's Lena Sand won the downhill championship in Schladming. The skier beat Norway's Ida Falk, who scored "
        "her second medal of the season. Sand's coach praised her, and Austria beat Norway 3-1 in the team final."
    )
    found = {(mention.text, mention.label, report[mention.end : mention.end + 2]) for mention in find(report).mentions}
    assert {("Austria", "GPE", "'s"), ("Norway", "GPE", "'s")} <= found
    assert ("Austria", "ORG", " b") in found


def test_a_state_and_a_nickname_that_play_are_teams(find):
    report = (
        "Lena Sand scored 17 points with seven rebounds as Nebraska beat host Georgetown 80-71 on Sunday in Omaha.\n\n"
        "The Otters (4-1) forced 15 turnovers, and nobody had more assists for the Otters. Nebraska's coach praised "
        "his freshman and the players in the second quarter of the season."
    )
    labels = {(mention.text, mention.label) for mention in find(report).mentions}
    assert {("Nebraska", "ORG"), ("Otters", "ORG"), ("Omaha", "GPE")} <= labels
    assert find("Nebraska beat its own record for rain on Sunday.").labels()["Nebraska"] == "GPE"


@pytest.mark.parametrize("text", ["The Ebola virus spread fast.", "Doctors treated 40 cases of Ebola in Bamako."])
def test_an_illness_is_no_place(find, text):
    assert "Ebola" not in find(text).labels()


def test_an_acronym_is_what_its_full_name_is(find):
    text = "The Grand Meadow Dam (GMD) holds back the river. Farmers below the GMD want more water."
    labels = find(text).labels()
    assert labels["GMD"] == labels["Grand Meadow Dam"] == "FAC"


def test_the_initials_of_an_office_are_no_organisation(find):
    text = 'US National Security Advisor Ana Tolland met reporters. "We wait," the NSA said.'
    found = find(text)
    assert "NSA" not in found.labels()
    assert found.labels()["US"] == "GPE"


def test_a_town_in_brackets_behind_a_player_is_a_club(find):
    report = (
        "SOCCER - LEADING SCORERS\n\nLeading goalscorers in the league after Saturday's matches: Tomas Brandt "
        "(Southampton), Luis Okoro (Middlesbrough). Lena Marsh (Norway) won the race."
    )
    labels = {(mention.text, mention.label) for mention in find(report).mentions}
    assert {("Southampton", "ORG"), ("Middlesbrough", "ORG"), ("Norway", "GPE")} <= labels
