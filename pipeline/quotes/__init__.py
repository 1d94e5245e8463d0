"""Doc → quotes as they stand in the text: span, kind, cue, speaker mention."""

from pipeline.quotes.find import find_quotes

__all__ = ["find_quotes"]
