"""The publication day as the text itself tells it."""

from datetime import date


def published_from_text(text: str) -> date | None:
    """The day in the article's dateline, or None."""
    return None
