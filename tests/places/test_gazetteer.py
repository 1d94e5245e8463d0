"""Names to places: spelling, look-ups, bearings."""

import string
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Resources
from pipeline.gazetteer import Gazetteer, sources
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.names import region_names, town_display, worthy


@pytest.fixture(scope="module")
def gazetteer(resources: Resources) -> Gazetteer:
    return resources.gazetteer


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Côte d'Ivoire", "cote divoire"),
        ("St. Louis", "saint louis"),
        ("Khan-Younis", "khan younis"),
        ("Rafaḩ", "rafah"),
        ("ŁÓDŹ", "lodz"),
        ("N.Y.C.", "nyc"),
        ("  Mt.  Hermon ", "mount hermon"),
        ("…", ""),
        ("'’", ""),
    ],
)
def test_one_key_for_all_spellings(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text(alphabet=string.ascii_letters + " -.'éüß", max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Rafah", 281102),
        ("al-Fashir", 379555),
        ("El Fasher", 379555),
        ("Khan Younis", 281124),
        ("Deir el-Balah", 281141),
        ("Kiev", 703448),
        ("Kyiv", 703448),
        ("USA", 6252001),
        ("U.S.", 6252001),
        ("the Netherlands", 2750405),
        ("Ala.", 4829764),
        ("Phila.", 4560349),
        ("Gaza Strip", 281132),
        ("West Bank", 285153),
        ("Africa", 6255146),
        ("Orange County", 5379524),
    ],
)
def test_a_name_finds_its_place(name: str, wanted: int, gazetteer: Gazetteer) -> None:
    assert wanted in [place.geonameid for place in gazetteer.lookup(name)]


@pytest.mark.parametrize("name", ["", "…", "HRK", "ha er ke fu", "Qwertyuiop"])
def test_codes_and_transliterations_are_no_names(name: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(name) == ()


def test_the_most_important_comes_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Paris")[0].country == "FR"
    assert [place.importance >= 5 for place in gazetteer.lookup("London")[:1]] == [True]


def test_codes_lead_to_countries_and_regions(gazetteer: Gazetteer) -> None:
    country, state = gazetteer.country("PS"), gazetteer.admin1("US", "TX")
    assert country is not None
    assert country.kind == "country"
    assert state is not None
    assert state.name == "Texas"
    assert gazetteer.admin1_name("US", "TX") == "Texas"
    assert gazetteer.country("ZZ") is None


def test_capitals(gazetteer: Gazetteer) -> None:
    capitals = {("Paris", "FR"), ("Kyiv", "UA"), ("Washington", "US"), ("Beirut", "LB")}
    namesakes = [place for name, _ in capitals for place in gazetteer.lookup(name)]
    found = {(place.name, place.country) for place in namesakes if place.feature == "capital"}
    assert found == capitals


def test_neighbours_are_near_and_largest_first(gazetteer: Gazetteer) -> None:
    names = [place.name for place in gazetteer.near(31.3, 34.25, km=15, limit=10)]
    assert {"Khan Younis", "Rafah"} <= set(names)
    assert "Jerusalem" not in names
    people = [place.population for place in gazetteer.near(48.85, 2.35, km=40, limit=15)]
    assert people == sorted(people, reverse=True)
    assert len(people) == 15


def test_neighbours_across_the_date_line(gazetteer: Gazetteer) -> None:
    assert gazetteer.near(-16.8, 179.95, km=120, limit=5)


def test_every_country_has_a_point_of_its_own(gazetteer: Gazetteer) -> None:
    placed = {code: gazetteer.country(code) for code in sources.countries() if code != "AN"}  # dissolved in 2010
    assert [code for code, place in placed.items() if place is None] == []
    points = {(place.lat, place.lon) for place in placed.values() if place}
    assert len(points) == len(placed)


def test_threads_share_one_gazetteer(gazetteer: Gazetteer) -> None:
    found: list[int] = []
    names = ["Rafah", "Kharkiv", "Omdurman", "Tyre", "Taipei"] * 40
    threads = [
        threading.Thread(target=lambda: found.extend(len(gazetteer.lookup(name + "")) for name in names))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 800
    assert min(found) > 0


@pytest.mark.parametrize(
    ("variant", "good"), [("Khan Younis", True), ("HRK", False), ("ha er ke fu", False), ("加沙", False)]
)
def test_which_variants_are_kept(variant: str, good: bool) -> None:
    assert worthy(variant) is good


def test_regions_are_found_without_their_kind_word_but_us_counties_are_not() -> None:
    assert "donetska" in region_names("Donetska oblast", [], county=False)
    assert "orange" not in region_names("Orange County", ["Orange"], county=True)


def test_towns_are_shown_as_newspapers_write_them() -> None:
    assert [town_display("Rafaḩ", "PS"), town_display("Köln", "DE")] == ["Rafah", "Köln"]


@pytest.mark.parametrize(
    ("name", "country"),
    [("Bavaria", "DE"), ("Sicily", "IT"), ("Catalonia", "ES"), ("Flanders", "BE"), ("Palmyra", "SY"), ("Kobani", "SY")],
)
def test_a_place_is_shown_under_its_english_name(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert name in [place.name for place in gazetteer.lookup(name) if place.country == country]
