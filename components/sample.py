"""The sample article: our own writing, its people and events invented, its places real."""

from datetime import date
from functools import cache

from components.paths import ROOT
from pipeline import Article, article_id

SOURCE = "sample"
_FILE = ROOT / "samples" / "rafah-road.txt"
_PUBLISHED = date(2024, 3, 19)


@cache
def sample() -> Article:
    """The sample, with the day its weekdays count from."""
    text = _FILE.read_text(encoding="utf-8")
    return Article(article_id(text), text, text.splitlines()[0], SOURCE, _PUBLISHED, "given")
