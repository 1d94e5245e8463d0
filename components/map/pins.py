"""Place rows → what a map draws: one spot for each place on the ground, and what is too doubtful to draw."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from components.map.borders import countries
from components.rows.article import short_id
from pipeline.model import Place, PlaceChoice, PlaceKind

SURE = 0.75  # a pin of less confidence is drawn hollow
LIKELY = 0.5  # a place of less confidence is not drawn: the reader is asked which one is meant
PIN_KINDS: frozenset[PlaceKind] = frozenset(("city", "site", "landform"))


@dataclass(frozen=True, slots=True)
class Spot:
    """All mentions that stand for one place; ``id`` is the entity that names it most often.

    name: as the article writes it; official: as the gazetteer does.
    """

    id: str
    name: str
    country: str | None
    kind: PlaceKind
    lat: float
    lon: float
    count: int
    confidence: float
    reason: str
    geonameid: int | None
    written: tuple[str, ...]
    entity_ids: tuple[str, ...]
    official: str = ""
    alternatives: tuple[PlaceChoice, ...] = ()

    @property
    def is_pin(self) -> bool:
        """A point on the ground; countries, regions and seas are areas."""
        return self.kind in PIN_KINDS

    @property
    def is_sure(self) -> bool:
        """Whether the pin is drawn full."""
        return self.confidence >= SURE


def spot_key(place: Place | Spot) -> str | None:
    """What makes two places one spot, for an address; None for what is not on the map."""
    if place.lat is None or place.lon is None:
        return None
    if place.geonameid:
        return str(place.geonameid)
    return short_id(f"{place.kind} {round(place.lat, 3)} {round(place.lon, 3)}")


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name without a spot, and why; choices: where it could be, the likeliest first."""

    id: str
    name: str
    count: int
    reason: str
    choices: tuple[PlaceChoice, ...] = ()


def spots(places: Iterable[Place]) -> tuple[Spot, ...]:
    """The spots, most mentioned first."""
    groups: dict[object, list[Place]] = defaultdict(list)
    for place in places:
        if is_drawn(place) and place.lat is not None and place.lon is not None:
            where = (place.kind, round(place.lat, 3), round(place.lon, 3))
            groups[place.geonameid or where].append(place)
    return tuple(sorted(map(_spot, groups.values()), key=lambda spot: (-spot.count, spot.name)))


def unplaced(places: Iterable[Place]) -> tuple[Unplaced, ...]:
    """The names that are not drawn, most mentioned first: no place is meant, or which one is in doubt."""
    groups: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if not is_drawn(place):
            groups[place.entity_id].append(place)
    rows = [Unplaced(key, rows[0].text, len(rows), rows[0].reason, _choices(rows)) for key, rows in groups.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.name)))


def is_drawn(place: Place) -> bool:
    """Whether the place is likely enough to be put on a map."""
    return place.lat is not None and place.lon is not None and place.confidence >= LIKELY


def _choices(rows: Iterable[Place]) -> tuple[PlaceChoice, ...]:
    """Where a doubtful name could be: the likeliest place and its alternatives, each once."""
    found: dict[object, PlaceChoice] = {}
    for row in rows:
        if row.lat is not None and row.lon is not None and row.kind:
            own = PlaceChoice(
                row.name or row.text, row.country, row.kind, row.lat, row.lon, row.geonameid, row.confidence
            )
            found.setdefault(own.geonameid or (own.lat, own.lon), own)
        for choice in row.alternatives:
            found.setdefault(choice.geonameid or (choice.lat, choice.lon), choice)
    return tuple(sorted(found.values(), key=lambda choice: -choice.confidence))


def _spot(rows: list[Place]) -> Spot:
    """The surest mention speaks for all: it has the best reason."""
    best = max(rows, key=lambda place: place.confidence)
    ids = [row.entity_id for row in rows]
    by_count = sorted(dict.fromkeys(ids), key=lambda key: -ids.count(key))
    return Spot(
        id=by_count[0],
        name=_label([row.text for row in rows], best),
        country=best.country,
        kind=best.kind or "city",
        lat=float(best.lat or 0),
        lon=float(best.lon or 0),
        count=len(rows),
        confidence=best.confidence,
        reason=best.reason,
        geonameid=best.geonameid,
        written=tuple(dict.fromkeys(row.text for row in rows)),
        entity_ids=tuple(by_count),
        official=best.name or "",
        alternatives=best.alternatives,
    )


def _label(written: list[str], best: Place) -> str:
    """The article's own spelling, "Khan Younis" and not "Khān Yūnis", but neither "U.S." nor "BRUSSELS"."""
    if best.kind == "country" and best.country in countries():
        return countries()[best.country].name
    words = [" ".join(text.split()) for text in written]
    full = [text for text in words if "." not in text and not text.isupper()]
    by_use = Counter(full or [best.name or written[0]])
    return max(by_use, key=lambda text: (by_use[text], len(text)))
