"""One row of the record for one mention: the place, the runners-up, the confidence, the reason."""

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.model import Mention, Place, PlaceChoice
from pipeline.places.confidence import PIN, confidence
from pipeline.places.reasons import contradicted, reason, unknown, unsure
from pipeline.places.senses import Resolution

_RUNNERS_UP = 5


def place_of(mention: Mention, resolution: Resolution | None, gazetteer: Gazetteer) -> Place:
    """The row of a mention; without coordinates where nothing is sure enough."""
    if resolution is None:
        return _unplaced(mention, 0.0, unknown(mention), ())
    if resolution.contradicting_region and resolution.sense:
        why = contradicted(mention, resolution.sense.written)
        return _unplaced(mention, 0.0, why, _options(resolution, 0.0)[:_RUNNERS_UP])
    sure, place = confidence(mention, resolution), resolution.place
    options = _options(resolution, sure)
    if sure < PIN:
        return _unplaced(mention, sure, unsure(resolution, gazetteer), options[:_RUNNERS_UP])
    site = resolution.method != "ranked"
    return Place(
        mention.start,
        mention.end,
        mention.text,
        mention.entity_id,
        mention.text if site else place.name,
        place.country,
        "site" if site else place.kind,
        place.lat,
        place.lon,
        None if site else place.geonameid,
        sure,
        reason(resolution, gazetteer),
        options[1 : _RUNNERS_UP + 1],
    )


def _unplaced(mention: Mention, sure: float, why: str, options: tuple[PlaceChoice, ...]) -> Place:
    return Place(
        mention.start, mention.end, mention.text, mention.entity_id,
        None, None, None, None, None, None, sure, why, options,
    )  # fmt: skip


def _options(resolution: Resolution, sure: float) -> tuple[PlaceChoice, ...]:
    """The resolution and its runners-up as a reader may pick them."""
    rest = sum(share for _, share in resolution.others) or 1.0
    ranked = ((resolution.place, sure), *((place, share / rest * (1 - sure)) for place, share in resolution.others))
    return tuple(_option(place, share) for place, share in ranked)


def _option(place: PlaceRecord, share: float) -> PlaceChoice:
    return PlaceChoice(place.name, place.country, place.kind, place.lat, place.lon, place.geonameid, round(share, 3))
