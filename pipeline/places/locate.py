"""Put every toponym of an article on the map."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.model import Mention, Place
from pipeline.places.candidates import candidates
from pipeline.places.disambiguate import resolve
from pipeline.places.false_toponyms import false_toponyms, is_listed
from pipeline.places.in_names import places_in_names
from pipeline.places.mislabelled import mislabelled_toponyms
from pipeline.places.result import place_of
from pipeline.places.senses import Resolution
from pipeline.places.sites import names_site, resolve_sites

_ABBREVIATION = 5  # letters
_WELL_KNOWN = 4.7  # importance of a town whose name ends like a site's: Overland Park
_STATE = re.compile(r"\b[Ss]tate $")
TOPONYM_LABELS = frozenset(("GPE", "LOC", "FAC"))


def locate(
    text: str, *, mentions: Sequence[Mention], gazetteer: Gazetteer, teams: Collection[int] = ()
) -> tuple[Place, ...]:
    """One Place for each toponym mention, sorted by start; teams: where mentions begin that mean a team."""
    toponyms = [mention for mention in mentions if mention.label in TOPONYM_LABELS]
    false = false_toponyms(text, mentions, toponyms, gazetteer)
    toponyms = [toponym for toponym in toponyms if (toponym.start, toponym.end) not in false]
    others = (*places_in_names(mentions, gazetteer), *mislabelled_toponyms(text, mentions, toponyms, gazetteer, teams))
    toponyms = sorted((*toponyms, *_apart(others, toponyms)), key=lambda mention: mention.start)
    names = [_with_dot(text, mention) for mention in toponyms]
    known = [_places_of(name, toponym, gazetteer) for name, toponym in zip(names, toponyms, strict=True)]
    of_a_state = {toponym.text for toponym in toponyms if _STATE.search(text, max(0, toponym.start - 6), toponym.start)}
    for n, toponym in enumerate(toponyms):
        if toponym.text in of_a_state:  # an article of a state's Capitol does not mean the one in Washington
            known[n] = tuple(place for place in known[n] if place.kind != "site")
    kept = [n for n, toponym in enumerate(toponyms) if known[n] or is_listed(text, toponym)]
    toponyms, places = [toponyms[n] for n in kept], [known[n] for n in kept]
    resolved = resolve(text, toponyms, places, mentions, gazetteer)
    resolved |= resolve_sites(text, toponyms, resolved, gazetteer)
    return tuple(_rows(toponyms, resolved, gazetteer))


def _rows(toponyms: Sequence[Mention], resolved: Mapping[int, Resolution], gazetteer: Gazetteer) -> Iterator[Place]:
    """One row for each toponym; mentions of one name in one sense differ only in where they stand."""
    known: dict[tuple[int, str, str], Place] = {}
    for n, toponym in enumerate(toponyms):
        resolution = resolved.get(n)
        key = (id(resolution), toponym.label, toponym.text)
        if row := known.get(key):
            yield replace(row, start=toponym.start, end=toponym.end, entity_id=toponym.entity_id)
        else:
            known[key] = place_of(toponym, resolution, gazetteer)
            yield known[key]


def _places_of(name: str, toponym: Mention, gazetteer: Gazetteer) -> tuple[PlaceRecord, ...]:
    """The places a toponym may stand for; a City Park or a Town Hall is not a hamlet of that name far away."""
    places = candidates(name, gazetteer)[1]
    if toponym.label != "FAC" or not names_site(toponym):
        return places
    return tuple(place for place in places if place.kind not in ("city", "region") or place.importance >= _WELL_KNOWN)


def _apart(others: Sequence[Mention], toponyms: Sequence[Mention]) -> list[Mention]:
    """The longest of the others that overlap neither a toponym nor one another: words stand for one place."""
    kept: list[Mention] = []
    taken = {at for toponym in toponyms for at in range(toponym.start, toponym.end)}
    for other in sorted(others, key=lambda mention: mention.start - mention.end):
        letters = range(other.start, other.end)
        if taken.isdisjoint(letters):
            kept.append(other)
            taken.update(letters)
    return kept


def _with_dot(text: str, mention: Mention) -> str:
    """An abbreviation with the dot that the entity stage may have left outside ("Gatineau, Que.")."""
    short = len(mention.text) <= _ABBREVIATION and mention.text.istitle()
    return (
        mention.text + "."
        if short and text[mention.end : mention.end + 1] == "." and text[: mention.start].endswith(", ")
        else mention.text
    )
