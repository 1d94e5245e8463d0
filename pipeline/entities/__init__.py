"""Doc → named mentions, and the entities they stand for."""

from pipeline.entities.find import find_entities

__all__ = ["find_entities"]
