"""What the text itself says about where a place lies: "Paris, Texas", "Idlib in Syria", "Ohio's Licking County"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.records import TRUSTED, inside
from pipeline.lexicon.countries import country_of_people
from pipeline.model import Mention
from pipeline.places.candidates import candidates, clean

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
    rf"\s+(?:the\s+)?(?>(?:{_COMPASS}[ -])*)(?>(?:{_KIND}\s+(?:of\s+)?(?:the\s+)?)?)(?>(?:{_COMPASS}[ -])*))"
)
_OWNER = re.compile(
    rf"(?i:\s*+['’]s?\s+(?>(?:{_COMPASS}[ -]){{0,2}})(?:(?:[\w-]++ ){{0,3}}?{_KIND}\s+(?:of\s+)?)?|\s+{_KIND}\s+of\s+)"
)
_NEAR = re.compile(r"(?i)\b(?:near|outside)\b")
_PEOPLE = re.compile(rf"\b([A-Z]\w+) (?:[a-z-]+ ){{0,2}}{_KIND}(?:,? (?:of )?)$")  # the Latvian capital Riga
_AND = re.compile(r"\s*(?:,|and|or|&|,\s*and|,\s*or|/)\s*")
_AFTER_COMMA = re.compile(r"\s*,\s*((?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,2})")
_ROUGH_KINDS = {"country": "country", "admin1": "admin1", "city": "town", "capital": "town"}
_TOWN = 4.7  # importance of a town that stands in a list of towns under the name of a state
_STATES = frozenset(("US", "CA", "AU"))  # where a state after a comma tells where a town is


@dataclass(frozen=True, slots=True)
class ContainmentCues:
    """For each toponym what the words between it and its neighbours say.

    containers: what contains it. contains: which of its candidates contain a neighbour. beside: neighbours in a list.
    written: by index of a toponym, the container as the article writes it, with "in" or "near".
    contradicting_region: by index of a toponym, the state the text puts it in though no such place is known there.
    """

    containers: tuple[tuple[PlaceRecord, ...], ...]
    contains: tuple[tuple[PlaceRecord, ...], ...]
    beside: tuple[tuple[int, ...], ...]
    written: dict[int, str]
    contradicting_region: dict[int, PlaceRecord]


def containment_cues(
    text: str, mentions: Sequence[Mention], candidates_of: Sequence[tuple[PlaceRecord, ...]], gazetteer: Gazetteer
) -> ContainmentCues:
    """Read the words between toponyms, from the last to the first: what contains the second may contain the first."""
    reader = _Reader(text, mentions, candidates_of, gazetteer)
    for i in reversed(range(len(mentions))):
        reader.read(i)
    return ContainmentCues(
        tuple(reader.containers),
        tuple(reader.contains),
        tuple(tuple(neighbours) for neighbours in reader.beside),
        reader.written,
        reader.contradicting_region,
    )


class _Reader:
    """Collects the cues of one article."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], found: Sequence[tuple[PlaceRecord, ...]], gazetteer: Gazetteer
    ) -> None:
        self._text, self._mentions, self._found, self._gazetteer = text, mentions, found, gazetteer
        count = len(mentions)
        self.containers: list[tuple[PlaceRecord, ...]] = [()] * count
        self.contains: list[tuple[PlaceRecord, ...]] = [()] * count
        self.beside: list[list[int]] = [[] for _ in mentions]
        self.written: dict[int, str] = {}
        self.contradicting_region: dict[int, PlaceRecord] = {}
        self._gaps = [self._gap(i) for i in range(count)]

    def read(self, i: int) -> None:
        """Take in what stands beside toponym i: the first cue that names a container of it counts."""
        gap = self._gaps[i]
        listed = gap is not None and bool(_AND.fullmatch(gap))
        if listed:
            self.beside[i].append(i + 1)
            self.beside[i + 1].append(i)
        if gap is not None and _says_in(gap, self._found[i]) and not self._is_list(i):
            self._contain(i, i + 1, gap)
        if listed and gap and gap.strip() and not self.containers[i]:
            self._pass_on(i, i + 1)
        if not self.containers[i] and not self._is_list(i):
            self._read_region(i)
        if not self.containers[i] and i and self._owns(i - 1):
            self._contain(i, i - 1, "")
        if not self.containers[i]:
            self._read_people(i)

    def _contain(self, i: int, j: int, gap: str) -> None:
        """Toponym j contains toponym i, if a place of the one name lies in a place of the other."""
        self.containers[i] = _holding(self._found[i], self._found[j])
        self.contains[j] += self.containers[i]
        if self.containers[i]:
            relation = "near" if _NEAR.search(gap) else "in"
            self.written[i] = f"{relation} {clean(self._mentions[j].text)}"
        elif (
            j > i
            and j + 1 < len(self._mentions)
            and _OWNER.fullmatch(self._text, self._mentions[j].end, self._start(j + 1))
        ):
            self._contain(i, j + 1, gap)  # "Newtown in the US state of Connecticut"
        elif gap.strip():
            self._pass_on(i, j)

    def _pass_on(self, i: int, j: int) -> None:
        """In "Lima and Dayton, Ohio" what contains the second contains the first as well, if it is a region."""
        regions = tuple(place for place in self.containers[j] if place.feature in ("admin1", "admin2", "country"))
        self.containers[i] = _holding(self._found[i], regions)
        if self.containers[i] and j in self.written:
            self.written[i] = self.written[j]

    def _read_region(self, i: int) -> None:
        """The state after a comma, which may be no toponym of its own: "Holliday, Mo."."""
        match = _AFTER_COMMA.match(self._text, self._mentions[i].end)
        if not match:
            return
        words, regions = _region(match[1], self._gazetteer)
        self.containers[i] = _holding(self._found[i], regions)
        if self.containers[i]:
            self.written[i] = f"in {words}"
        elif self._found[i] and not self._goes_on(i) and (state := _contradicting(self._found[i], regions)):
            self.contradicting_region[i] = state
            self.written[i] = f"in {words}"

    def _goes_on(self, i: int) -> bool:
        """Whether the name after the comma is a town's too and a list goes on: Philadelphia, Washington and Boston."""
        if i + 2 >= len(self._gaps) or not _COMMA.fullmatch(self._gaps[i] or ""):
            return False
        towns = any(p.feature in ("city", "capital") and p.importance >= _TOWN for p in self._found[i + 1])
        return towns and bool(_AND.fullmatch(self._gaps[i + 1] or ""))

    def _read_people(self, i: int) -> None:
        """The country of the people named before a word for a kind: the Latvian capital Riga."""
        match = _PEOPLE.search(self._text, max(0, self._start(i) - _REACH), self._start(i))
        nation = country_of_people(match[1]) if match else None
        country = self._gazetteer.country(nation.code) if nation and nation.code else None
        if country:
            self.containers[i] = _holding(self._found[i], (country,))
            if self.containers[i] and match:
                self.written[i] = f"among {match[1]} places"

    def _owns(self, i: int) -> bool:
        """Whether the words after toponym i put the next one into it."""
        last = i + 1 >= len(self._mentions)
        return not last and bool(_OWNER.fullmatch(self._text, self._mentions[i].end, self._start(i + 1)))

    def _start(self, i: int) -> int:
        return self._mentions[i].start

    def _gap(self, i: int) -> str | None:
        """The words between a mention and the next one, if that is near."""
        if i + 1 >= len(self._mentions) or self._start(i + 1) - self._mentions[i].end > _REACH:
            return None
        return self._text[self._mentions[i].end : self._start(i + 1)]

    def _is_list(self, i: int) -> bool:
        """Whether a comma stands in a list of equals ("Georgia, Oklahoma and Utah") and not before a container."""
        gaps, found = self._gaps, self._found
        if not (gaps[i] and _COMMA.fullmatch(gaps[i] or "") and found[i] and found[i + 1]):
            return False
        first, second = (_ROUGH_KINDS.get(found[n][0].feature, "") for n in (i, i + 1))
        before = i > 0 and bool(_AND.fullmatch(gaps[i - 1] or ""))
        after = i + 1 < len(gaps) and bool(_AND.fullmatch(gaps[i + 1] or ""))
        return first == second != "" and (before or after)


def _says_in(gap: str, places: tuple[PlaceRecord, ...]) -> bool:
    if _COMMA.fullmatch(gap) or _PAREN.fullmatch(gap):
        return True
    world = places and places[0].feature in ("country", "capital", "continent")
    return not world and bool(_IN.fullmatch(gap))


def _holding(places: tuple[PlaceRecord, ...], containers: tuple[PlaceRecord, ...]) -> tuple[PlaceRecord, ...]:
    """Those containers in which one of the places lies; of towns only the best known counts as one."""
    likely = [place for n, place in enumerate(containers[:8]) if n == 0 or place.feature not in ("city", "capital")]
    return tuple(container for container in likely if any(inside(place, container) for place in places))


def _contradicting(places: tuple[PlaceRecord, ...], regions: tuple[PlaceRecord, ...]) -> PlaceRecord | None:
    """The state after the comma, where the name is that of a town elsewhere ("Holliday, Mo.")."""
    towns = all(place.feature not in ("country", "admin1", "area", "continent", "water") for place in places)
    states = [region for region in regions if region.feature == "admin1" and region.country in _STATES]
    return states[0] if towns and states and not any(inside(place, states[0]) for place in places) else None


def _region(words: str, gazetteer: Gazetteer) -> tuple[str, tuple[PlaceRecord, ...]]:
    """The region or country that the words after a comma begin with ("Ala. (AP)", "Texas"), and those words."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        name = " ".join(parts[:size]).rstrip(",")
        _, places = candidates(name, gazetteer)
        places = tuple(p for p in places if p.feature in ("country", "admin1") and p.name_rank <= TRUSTED)
        if places:
            return name, places
    return "", ()
