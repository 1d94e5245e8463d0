"""What the text itself says about where a place lies: "Paris, Texas", "Idlib in Syria", "Ohio's Licking County"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.containment import inside
from pipeline.gazetteer.records import TRUSTED
from pipeline.model import Mention
from pipeline.places.candidates import candidates

_REACH = 60  # characters between a place and the place that holds it
_COMMA = re.compile(r"\s*,\s*")
_PAREN = re.compile(r"\s*[(\[]\s*")
_IN = re.compile(
    r"\s*,?\s+(?:\w+ ){0,3}?(?:in|of|near|outside|inside|within|from)\s+(?:the\s+)?(?:\w+[ -]){0,3}?"
    r"(?:(?:state|province|region|city|town|county|district|governorate|oblast|republic|country|part|tip|coast|side)\s+of\s+)?"
)
_OWNER = re.compile(r"\s*['’]s?\s+(?:[\w-]+ ){0,4}?(?:of\s+)?")
_AND = re.compile(r"\s*(?:,|and|or|&|,\s*and|,\s*or|/)\s*")
_AFTER_COMMA = re.compile(r"\s*,\s*((?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,2})")
_STATES = frozenset(("US", "CA", "AU"))  # where a state after a comma tells where a town is


@dataclass(frozen=True, slots=True)
class Links:
    """For each mention: what holds it, which of its own candidates hold the one before, its neighbours in a list.

    contrary: by index of a mention, the state the text puts it in though the gazetteer knows no such place there.
    """

    holders: tuple[tuple[PlaceRecord, ...], ...]
    holds: tuple[tuple[PlaceRecord, ...], ...]
    beside: tuple[tuple[int, ...], ...]
    contrary: dict[int, PlaceRecord]


def find_links(
    text: str, mentions: Sequence[Mention], found: Sequence[tuple[PlaceRecord, ...]], gazetteer: Gazetteer
) -> Links:
    """What the words between place mentions say about them."""
    count = len(mentions)
    holders: list[tuple[PlaceRecord, ...]] = [()] * count
    holds: list[tuple[PlaceRecord, ...]] = [()] * count
    beside: list[list[int]] = [[] for _ in mentions]
    contrary: dict[int, PlaceRecord] = {}
    gaps = [_gap(text, mentions, i) for i in range(count)]
    for i in reversed(range(count)):
        gap = gaps[i]
        if gap is not None and _AND.fullmatch(gap):
            beside[i].append(i + 1)
            beside[i + 1].append(i)
        if gap is not None and _says_in(gap) and not _is_list(i, gaps, found):
            holders[i] = _holding(found[i], found[i + 1])
            holds[i + 1] += holders[i]
            holders[i] = holders[i] or _passed_on(found[i], holders[i + 1], gap)
        elif gap is not None and _AND.fullmatch(gap):
            holders[i] = _passed_on(found[i], holders[i + 1], gap)
        if not holders[i] and (match := _AFTER_COMMA.match(text, mentions[i].end)) and not _is_list(i, gaps, found):
            regions = _region(match[1], gazetteer)
            holders[i] = _holding(found[i], regions)
            if found[i] and not holders[i] and (state := _denied(found[i], regions)):
                contrary[i] = state
        if not holders[i] and i and _OWNER.fullmatch(text, mentions[i - 1].end, mentions[i].start):
            holders[i] = _holding(found[i], found[i - 1])
            holds[i - 1] += holders[i]
    return Links(tuple(holders), tuple(holds), tuple(tuple(row) for row in beside), contrary)


def _gap(text: str, mentions: Sequence[Mention], i: int) -> str | None:
    """The words between a mention and the next one, if that is near."""
    if i + 1 >= len(mentions) or mentions[i + 1].start - mentions[i].end > _REACH:
        return None
    return text[mentions[i].end : mentions[i + 1].start]


def _says_in(gap: str) -> bool:
    return bool(_COMMA.fullmatch(gap) or _PAREN.fullmatch(gap) or _IN.fullmatch(gap))


def _is_list(i: int, gaps: Sequence[str | None], found: Sequence[tuple[PlaceRecord, ...]]) -> bool:
    """Whether a comma stands in a list of equals ("Georgia, Oklahoma, Texas and Utah") and not before a holder."""
    if not (gaps[i] and _COMMA.fullmatch(gaps[i] or "") and found[i] and found[i + 1]):
        return False
    same = found[i][0].feature == found[i + 1][0].feature and found[i][0].feature in ("country", "admin1")
    before = i > 0 and bool(_AND.fullmatch(gaps[i - 1] or ""))
    after = i + 1 < len(gaps) and bool(_AND.fullmatch(gaps[i + 1] or ""))
    return same and (before or after)


def _holding(places: tuple[PlaceRecord, ...], holders: tuple[PlaceRecord, ...]) -> tuple[PlaceRecord, ...]:
    """Those holders in which one of the places lies."""
    return tuple(holder for holder in holders[:8] if any(inside(place, holder) for place in places))


def _denied(places: tuple[PlaceRecord, ...], regions: tuple[PlaceRecord, ...]) -> PlaceRecord | None:
    """The state after the comma, where the name is that of a town elsewhere ("Holliday, Mo.")."""
    towns = all(place.feature not in ("country", "admin1", "area", "continent", "water") for place in places)
    states = [region for region in regions if region.feature == "admin1" and region.country in _STATES]
    return states[0] if towns and states and not any(inside(place, states[0]) for place in places) else None


def _passed_on(places: tuple[PlaceRecord, ...], holders: tuple[PlaceRecord, ...], gap: str) -> tuple[PlaceRecord, ...]:
    """In "Lima and Dayton, Ohio" what holds the second may hold the first, if that is a region."""
    regions = tuple(holder for holder in holders if holder.feature in ("admin1", "admin2", "country"))
    return _holding(places, regions) if gap.strip() else ()


def _region(words: str, gazetteer: Gazetteer) -> tuple[PlaceRecord, ...]:
    """The region or country that the words after a comma begin with ("Ala. (AP)", "Texas")."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        _, places = candidates(" ".join(parts[:size]).rstrip(","), gazetteer)
        places = tuple(p for p in places if p.feature in ("country", "admin1") and p.name_rank <= TRUSTED)
        if places:
            return places
    return ()
