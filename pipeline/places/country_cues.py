"""What an article tells about its ground without naming a spot: demonyms, offices, turns of phrase."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.records import TRUSTED
from pipeline.lexicon.countries import country_of_people
from pipeline.lexicon.tables import table
from pipeline.model import Mention

CountryCue = tuple[PlaceRecord, float]  # a country or region, and how much it counts beside one named place

_PEOPLE, _OFFICE, _WORDS = 0.4, 1.0, 0.35
_MOST = 4  # hits of one kind that count
_OFFICES = frozenset(("ORG", "LAW"))
_MARKS = ",;:!?\"'()[]“”‘’"
_TELEPHONE = re.compile(r"\b(\d{3})(?:\) ?|[-./ ])\d{3}[-. ]\d{4}\b")
_NUMBER = 3.0
_LARGE = 6.0  # importance of a country or region that bodies are named after
_HEAD = re.compile(r"(?:(?:the|The|University|Bank|Republic|State|Diocese|Bishop|Parliament|Government) (?:of )?)*(.+)")


def country_cues(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[CountryCue]:
    """Countries and regions an article speaks of by the way."""
    found: defaultdict[PlaceRecord, float] = defaultdict(float)
    bare = {word.strip(_MARKS) for word in set(text.split())}
    for places, weight in (
        (_peoples(mentions, gazetteer), _PEOPLE),
        (_offices(mentions, gazetteer), _OFFICE),
        (_vocabulary(text, bare, gazetteer), _WORDS),
        (_short_names(bare, gazetteer), _OFFICE),
        (_telephones(text, gazetteer), _NUMBER),
    ):
        for place, hits in Counter(places).items():
            found[place] += weight * min(hits, _MOST) ** 0.5
    return list(found.items())


def _peoples(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[PlaceRecord]:
    for mention in mentions:
        if mention.label == "NORP":
            nation = country_of_people(mention.text)
            if nation and nation.code and (place := gazetteer.country(nation.code)):
                yield place


def _offices(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[PlaceRecord]:
    """The country or state an organisation bears in its name: Ontario Municipal Board, Texas Rangers."""
    for mention in mentions:
        if mention.label in _OFFICES and (place := _region_in(mention.text, gazetteer)):
            yield place


def _region_in(name: str, gazetteer: Gazetteer) -> PlaceRecord | None:
    head = _HEAD.match(name.replace("\n", " "))
    words = head[1].split() if head else []
    for size in (2, 1):
        if len(words) < size or not words[0][:1].isupper() or len(words[0]) < 4:
            continue
        best = next(iter(gazetteer.lookup(" ".join(words[:size]))), None)
        if best and best.feature in ("country", "admin1") and best.name_rank <= TRUSTED and best.importance > _LARGE:
            return best
    return None


def _vocabulary(text: str, bare: set[str], gazetteer: Gazetteer) -> Iterator[PlaceRecord]:
    """A country once for every different word of its own, and for the sign of its currency."""
    named = _countries().keys() & bare
    named |= {low for word in _capitalised().keys() & bare if (low := _capitalised()[word]) not in named}
    signs = [code for code, sign in table("places/signs.tsv") if sign in text]
    for code in (*(_countries()[word] for word in named), *signs):
        if code and (place := gazetteer.country(code)):
            yield place


def _short_names(bare: set[str], gazetteer: Gazetteer) -> Iterator[PlaceRecord]:
    """The state or province of each body whose short name the article has: the OPP, PennDOT."""
    for word in _regions().keys() & bare:
        country, _, first = _regions()[word].partition(".")
        if first and (place := gazetteer.admin1(country, first)):
            yield place


@cache
def _regions() -> dict[str, str]:
    """Word of region_words.tsv → region; a word of two regions tells nothing."""
    found: dict[str, str] = {}
    for code, words in table("places/region_words.tsv"):
        for word in words.split("|"):
            found[word] = "" if word in found else code
    return found


def _telephones(text: str, gazetteer: Gazetteer) -> Iterator[PlaceRecord]:
    """The state or province of each area code that a telephone number of the article has."""
    for code in dict.fromkeys(_TELEPHONE.findall(text)):
        region = _area_codes().get(code, "US.")
        country, _, first = region.partition(".")
        if place := gazetteer.admin1(country, first) if first else gazetteer.country(country):
            yield place


@cache
def _area_codes() -> dict[str, str]:
    """Telephone area code → GeoNames code of its state or province."""
    return {code: region for region, codes in table("places/area_codes.tsv") for code in codes.split("|")}


@cache
def _capitalised() -> dict[str, str]:
    """The words of vocabulary.tsv as they open a sentence → as the table has them."""
    return {word.capitalize(): word for word in _countries() if word.islower()}


@cache
def _countries() -> dict[str, str]:
    """Word of vocabulary.tsv → country; a word of two countries tells nothing."""
    found: dict[str, str] = {}
    for code, words in table("places/vocabulary.tsv"):
        for word in words.split("|"):
            found[word] = "" if word in found else code
    return found
