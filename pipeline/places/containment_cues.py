"""What the text itself says about where a place lies: "Paris, Texas", "Idlib in Syria", "Ohio's Licking County"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.containment import inside
from pipeline.gazetteer.records import TRUSTED
from pipeline.model import Mention
from pipeline.places.candidates import candidates

_REACH = 60  # characters between a place and the place that contains it
_COMMA = re.compile(r"\s*,\s*")
_PAREN = re.compile(r"\s*[(\[]\s*")
# "in" says where a place lies only beside it: "Idlib in Syria", "Sderot, a town of 30,000 in southern Israel". With a
# verb between them the two stand in one sentence and no more: "born in Jamaica and lives in the United States".
_KIND = (
    r"(?:state|province|region|city|town|village|county|district|governorate|oblast|republic|country|peninsula|valley"
    r"|area|suburb|neighbou?rhood|quarter|camp|port|resort|capital|community|hamlet|municipality|parish|enclave"
    r"|territory|part|tip|coast|side|end|corner|edge|half|outskirts|border|shore|bank)"
)
_COMPASS = (
    r"(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central|upper|lower|mid|rural|coastal"
    r"|upstate|downtown|inner|outer|occupied|nearby|neighbou?ring|mainland)"
)
_IN = re.compile(
    rf"(?i:\s*+(?:,\s+(?:an?|the|one of the)\s+(?:[\w,.'’-]++\s+){{0,6}}?(?:{_KIND}\s+of|in|inside|within|outside|near)"
    rf"|\s(?:{_KIND}\s+)?(?:(?:located|situated|lying) in|in|inside|within|outside|near)"
    r"|[,(]\s*+(?:located |situated )?(?:in|inside|within|outside|near))"
    rf"\s+(?:the\s+)?(?:{_COMPASS}[ -])*+(?:{_KIND}\s+(?:of\s+)?(?:the\s+)?)?+(?:{_COMPASS}[ -])*+)"
)
_OWNER = re.compile(
    rf"(?i:\s*+['’]s?\s+(?:{_COMPASS}[ -]){{0,2}}+(?:(?:[\w-]++ ){{0,3}}?{_KIND}\s+(?:of\s+)?)?|\s+{_KIND}\s+of\s+)"
)
_AND = re.compile(r"\s*(?:,|and|or|&|,\s*and|,\s*or|/)\s*")
_AFTER_COMMA = re.compile(r"\s*,\s*((?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,2})")
_ROUGH_KINDS = {"country": "country", "admin1": "admin1", "city": "town", "capital": "town"}
_STATES = frozenset(("US", "CA", "AU"))  # where a state after a comma tells where a town is


@dataclass(frozen=True, slots=True)
class ContainmentCues:
    """For each toponym: what contains it, which of its candidates contain the one before, its neighbours in a list.

    contradicting_region: by index of a toponym, the state the text puts it in though no such place is known there.
    """

    containers: tuple[tuple[PlaceRecord, ...], ...]
    contains: tuple[tuple[PlaceRecord, ...], ...]
    beside: tuple[tuple[int, ...], ...]
    contradicting_region: dict[int, PlaceRecord]


def containment_cues(
    text: str, mentions: Sequence[Mention], found: Sequence[tuple[PlaceRecord, ...]], gazetteer: Gazetteer
) -> ContainmentCues:
    """What the words between place mentions say about them."""
    count = len(mentions)
    containers: list[tuple[PlaceRecord, ...]] = [()] * count
    contains: list[tuple[PlaceRecord, ...]] = [()] * count
    beside: list[list[int]] = [[] for _ in mentions]
    contradicting_region: dict[int, PlaceRecord] = {}
    gaps = [_gap(text, mentions, i) for i in range(count)]
    for i in reversed(range(count)):
        gap = gaps[i]
        if gap is not None and _AND.fullmatch(gap):
            beside[i].append(i + 1)
            beside[i + 1].append(i)
        if gap is not None and _says_in(gap, found[i]) and not _is_list(i, gaps, found):
            containers[i] = _holding(found[i], found[i + 1])
            contains[i + 1] += containers[i]
            containers[i] = containers[i] or _passed_on(found[i], containers[i + 1], gap)
        elif gap is not None and _AND.fullmatch(gap):
            containers[i] = _passed_on(found[i], containers[i + 1], gap)
        if not containers[i] and (match := _AFTER_COMMA.match(text, mentions[i].end)) and not _is_list(i, gaps, found):
            regions = _region(match[1], gazetteer)
            containers[i] = _holding(found[i], regions)
            if found[i] and not containers[i] and (state := _denied(found[i], regions)):
                contradicting_region[i] = state
        if not containers[i] and i and _OWNER.fullmatch(text, mentions[i - 1].end, mentions[i].start):
            containers[i] = _holding(found[i], found[i - 1])
            contains[i - 1] += containers[i]
    return ContainmentCues(
        tuple(containers), tuple(contains), tuple(tuple(row) for row in beside), contradicting_region
    )


def _gap(text: str, mentions: Sequence[Mention], i: int) -> str | None:
    """The words between a mention and the next one, if that is near."""
    if i + 1 >= len(mentions) or mentions[i + 1].start - mentions[i].end > _REACH:
        return None
    return text[mentions[i].end : mentions[i + 1].start]


def _says_in(gap: str, places: tuple[PlaceRecord, ...]) -> bool:
    if _COMMA.fullmatch(gap) or _PAREN.fullmatch(gap):
        return True
    world = places and places[0].feature in ("country", "capital", "continent")
    return not world and bool(_IN.fullmatch(gap))


def _is_list(i: int, gaps: Sequence[str | None], found: Sequence[tuple[PlaceRecord, ...]]) -> bool:
    """Whether a comma stands in a list of equals ("Georgia, Oklahoma, Texas and Utah") and not before a container."""
    if not (gaps[i] and _COMMA.fullmatch(gaps[i] or "") and found[i] and found[i + 1]):
        return False
    first, second = _rough_kind(found[i][0]), _rough_kind(found[i + 1][0])
    same = first == second != ""
    before = i > 0 and bool(_AND.fullmatch(gaps[i - 1] or ""))
    after = i + 1 < len(gaps) and bool(_AND.fullmatch(gaps[i + 1] or ""))
    return same and (before or after)


def _rough_kind(place: PlaceRecord) -> str:
    return _ROUGH_KINDS.get(place.feature, "")


def _holding(places: tuple[PlaceRecord, ...], containers: tuple[PlaceRecord, ...]) -> tuple[PlaceRecord, ...]:
    """Those containers in which one of the places lies."""
    likely = [
        container
        for n, container in enumerate(containers[:8])
        if n == 0 or container.feature not in ("city", "capital")
    ]
    return tuple(container for container in likely if any(inside(place, container) for place in places))


def _denied(places: tuple[PlaceRecord, ...], regions: tuple[PlaceRecord, ...]) -> PlaceRecord | None:
    """The state after the comma, where the name is that of a town elsewhere ("Holliday, Mo.")."""
    towns = all(place.feature not in ("country", "admin1", "area", "continent", "water") for place in places)
    states = [region for region in regions if region.feature == "admin1" and region.country in _STATES]
    return states[0] if towns and states and not any(inside(place, states[0]) for place in places) else None


def _passed_on(
    places: tuple[PlaceRecord, ...], containers: tuple[PlaceRecord, ...], gap: str
) -> tuple[PlaceRecord, ...]:
    """In "Lima and Dayton, Ohio" what contains the second may hold the first, if that is a region."""
    regions = tuple(container for container in containers if container.feature in ("admin1", "admin2", "country"))
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
