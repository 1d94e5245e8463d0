"""Places → GeoJSON (RFC 7946): one point a distinct place, with the evidence behind it."""

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.model import Analysis, Place

Spot = tuple[float, float, int | None, str | None]


def places_geojson(analyses: Iterable[Analysis]) -> dict[str, Any]:
    """A FeatureCollection; names that no place is sure enough for are left out."""
    spots: dict[Spot, list[tuple[str, Place]]] = {}
    for analysis in analyses:
        for place in analysis.places:
            if place.lat is not None and place.lon is not None:
                spot = (place.lon, place.lat, place.geonameid, place.name)
                spots.setdefault(spot, []).append((analysis.article.id, place))
    return {"type": "FeatureCollection", "features": [_feature(spot, named) for spot, named in spots.items()]}


def _feature(spot: Spot, named: Sequence[tuple[str, Place]]) -> dict[str, Any]:
    first = named[0][1]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [spot[0], spot[1]]},
        "properties": {
            "name": first.name,
            "country": first.country,
            "kind": first.kind,
            "geonameid": first.geonameid,
            "mentions": len(named),
            "named_as": list(dict.fromkeys(place.text for _, place in named)),
            "confidence": max(place.confidence for _, place in named),
            "reason": first.reason,
            "articles": list(dict.fromkeys(article for article, _ in named)),
        },
    }
