"""Names → candidate places; a SQLite index built once into the user's cache."""

from pipeline.gazetteer.lookup import Gazetteer, distance_km, open_gazetteer
from pipeline.gazetteer.records import PlaceRecord

__all__ = ["Gazetteer", "PlaceRecord", "distance_km", "open_gazetteer"]
