"""Attributions + entities → quotes with the person who spoke, or None and a reason."""

from pipeline.speakers.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
