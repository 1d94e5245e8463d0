"""Names → candidate places; a SQLite index built once into the user's cache."""

from pipeline.gazetteer.lookup import Gazetteer, PlaceRecord, open_gazetteer

__all__ = ["Gazetteer", "PlaceRecord", "open_gazetteer"]
