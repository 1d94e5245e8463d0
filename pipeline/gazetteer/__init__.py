"""Names → candidate places; a SQLite index built once into the user's cache."""

from pipeline.gazetteer.distance import EARTH_KM, distance_km, distances_km
from pipeline.gazetteer.lookup import Gazetteer, open_gazetteer
from pipeline.gazetteer.records import PlaceRecord

__all__ = ["EARTH_KM", "Gazetteer", "PlaceRecord", "distance_km", "distances_km", "open_gazetteer"]
