"""One row of the record for one mention: the place, the runners-up, the confidence, the reason."""

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.model import Mention, Place, PlaceChoice
from pipeline.places.choice import Choice
from pipeline.places.confidence import PIN, confidence
from pipeline.places.reasons import reason, unplaced


def row(mention: Mention, choice: Choice | None, gazetteer: Gazetteer) -> Place:
    """The row of a mention; without coordinates where nothing is sure enough."""
    start, end, text, entity = mention.start, mention.end, mention.text, mention.entity_id
    if choice is None:
        return Place(start, end, text, entity, None, None, None, None, None, None, 0.0, unplaced(mention))
    sure, place = confidence(choice), choice.place
    options = _options(choice, sure)
    why = reason(choice, sure, gazetteer)
    if sure < PIN:
        return Place(start, end, text, entity, None, None, None, None, None, None, sure, why, options)
    if choice.how != "ranked":
        return Place(
            start, end, text, entity, text, place.country, "site", place.lat, place.lon, None, sure, why, options
        )
    return Place(
        start, end, text, entity, place.name, place.country, place.kind, place.lat, place.lon, place.geonameid, sure,
        why, options[1:] if options else (),
    )  # fmt: skip


def _options(choice: Choice, sure: float) -> tuple[PlaceChoice, ...]:
    """The choice and its runners-up as a reader may pick them."""
    ranked = ((choice.place, sure), *((place, share * (1 - sure)) for place, share in choice.others))
    return tuple(_option(place, share) for place, share in ranked[:6])


def _option(place: PlaceRecord, share: float) -> PlaceChoice:
    return PlaceChoice(place.name, place.country, place.kind, place.lat, place.lon, place.geonameid, round(share, 3))
