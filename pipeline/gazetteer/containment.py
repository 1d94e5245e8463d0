"""Whether one place lies in another."""

from pipeline.gazetteer import PlaceRecord, distance_km

_TOWN_REACH_KM = 60.0  # how far from its middle a city's quarters and suburbs reach


def inside(place: PlaceRecord, holder: PlaceRecord) -> bool:
    """Whether a place lies in another, as far as codes and distances tell."""
    if place.key == holder.key:
        return False
    if holder.feature == "country":
        return place.country == holder.country and place.feature != "country"
    if holder.feature == "admin1":
        return (place.country, place.admin1) == (holder.country, holder.admin1) and place.feature not in (
            "country",
            "admin1",
        )
    if holder.feature == "admin2":
        codes = (holder.country, holder.admin1, holder.admin2)
        return (place.country, place.admin1, place.admin2) == codes and place.feature not in (
            "country",
            "admin1",
            "admin2",
        )
    if holder.feature in ("city", "capital"):
        near = distance_km(place.lat, place.lon, holder.lat, holder.lon) <= _TOWN_REACH_KM
        return near and place.kind in ("city", "site") and place.importance < holder.importance
    return False
