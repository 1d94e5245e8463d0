"""The corrections of several articles as one file: the files of each, side by side."""

import json
from collections.abc import Sequence

from pipeline.corrections.file import FORMAT, read_corrections, write_corrections
from pipeline.corrections.model import Corrections
from pipeline.errors import ArticleError

MAX_BYTES = 10_000_000
MOST = 10_000  # articles
_NO_FILE = "This is no file of corrections: download one from the page to see what it looks like."


def write_all_corrections(corrections: Sequence[Corrections]) -> bytes:
    """The file; an article that nothing was corrected in is left out."""
    articles = [json.loads(write_corrections(one)) for one in corrections if one.items]
    for article in articles:
        del article["dateline_corrections"]
    value = {"dateline_corrections": FORMAT, "articles": articles}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_all_corrections(data: bytes | str) -> tuple[Corrections, ...]:
    """The corrections of such a file, or of the file of one article; ArticleError where it is neither."""
    if len(data) > MAX_BYTES:
        raise ArticleError("This file of corrections is too large.")
    try:
        value = json.loads(data)
        if not isinstance(value, dict) or "articles" not in value:
            return (read_corrections(data),)
        if value["dateline_corrections"] != FORMAT or len(value["articles"]) > MOST:
            raise ArticleError(_NO_FILE)
        return tuple(
            read_corrections(json.dumps({**article, "dateline_corrections": FORMAT})) for article in value["articles"]
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ArticleError(_NO_FILE) from error
