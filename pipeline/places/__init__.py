"""Toponym mentions → spots on the map, with a reason and a confidence."""

from pipeline.places.locate import locate

__all__ = ["locate"]
