"""How much is taken in, and the words for what is too much; no heavy import, every layer may ask."""

import re

from pipeline.errors import ArticleError
from pipeline.model import Article

MAX_CHARACTERS = 1_000_000  # spaCy's own limit for one text; about 160,000 words
LONG_CHARACTERS = 60_000  # about 10,000 words and three seconds of the model
LONG_LINES = 5_000  # however short they are, about two seconds
MAX_TITLE = 1_000  # characters; every file, table and label repeats it
MAX_ID = 200  # characters; every row of every table repeats it
MAX_UPLOAD_BYTES = 5 * 1024 * 1024  # one file on the page; 300 times a long article
MAX_FILE_BYTES = 50 * 1024 * 1024  # one file on the command line, whose owner is at the keyboard
_VISIBLE = re.compile(
    r"[^\s\0-\x1f\x7f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)  # ink, in any script


def check_text(text: str, source: str | None = None) -> None:
    """Raise ArticleError for a text that cannot be analysed, saying what to do."""
    if not _VISIBLE.search(text):
        raise ArticleError("The text is empty: paste an article or choose another file.", source=source)
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"The text has {len(text):,} characters; the limit is {MAX_CHARACTERS:,}. Split it into parts.",
            source=source,
        )


def bounded(line: str, most: int = MAX_TITLE) -> str:
    """A line of at most so many characters, cut between two words where there are any, with a mark that it was."""
    if len(line) <= most:
        return line
    kept = line[:most]  # one more than fits beside the mark: a word may end there
    end = kept.rfind(" ")
    return (kept[:end] if end > most // 2 else kept[:-1]) + "…"


def is_long(article: Article) -> bool:
    """Whether an article takes so long that it should not be analysed where others wait."""
    return len(article.text) > LONG_CHARACTERS or article.text.count("\n") > LONG_LINES
