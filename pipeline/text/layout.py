"""Where the paragraphs of a text are, whatever style of line breaks it uses, and what each one is."""

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.text.credits import LONGEST_CREDIT, credit_kind, names_authors
from pipeline.text.furniture import furniture
from pipeline.text.line_breaks import one_line, paragraphs

BlockKind = Literal["headline", "byline", "dateline", "credit", "caption", "row", "furniture", "body"]
NOT_THE_STORY: frozenset[BlockKind] = frozenset(("byline", "credit", "furniture"))  # about or beside the article

_HEADLINE_LENGTH = 160
_LAST_OF_HEAD = 3  # paragraphs below the headline in which authors are named
_ROW_LENGTH = 120
_ROW_LOWER_SHARE = 0.34  # of a row's words may be in lower case; sentences have far more
_COLUMN_HEAD = 4  # letters of the longest head of a column: W L PCT GB
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_NUMBER = re.compile(r"(?<![\w.])[-+]?[\d.,:/½]{0,30}\d")
MONTH = (  # and no word that begins like one: Marawi, Novartis
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|(?:\d{{1,2}} )?{MONTH} ?\d{{0,2}},? ?(?:\d{{4}})?)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_OF_DATELINE = frozenset(  # the words in lower case that datelines and lines of dates have
    ("al", "am", "an", "and", "at", "by", "da", "dated", "de", "del", "der", "do", "dos", "du", "el", "en", "first",
     "for", "in", "issued", "la", "last", "le", "les", "modified", "nad", "of", "on", "pm", "posted", "published",
     "sur", "the", "to", "under", "updated", "upon", "van", "von")
)  # fmt: skip
_BARE_DATELINE = re.compile(rf"(?:[A-Z][\w .'’/-]{{2,40}}(?:, [A-Z][\w. ]{{1,25}})?[ ,:–—-]+)?{WEEKDAY}{_DATE}:?\s*\Z")
# A picture's words: a label and a sentence, or a sentence before the picture's source.
_LONG_CAPTION = re.compile(
    r"(?:FILE|File)(?:[ -](?i:photo|image))?\W{0,3}[-:–—]\W{0,3}(?:\S+ ){4}"
    r"|(?:\S+ ){6,40}\S*[/(|] ?Getty Images\W{0,3}\Z"
)
_PHOTO_CREDIT = re.compile(  # (Ana Olsen/The Post via AP), [Ana Olsen/AFP], Photo: Ana Olsen/AP, after a sentence
    r"(?<=[.!?”\"] )(?:[(\[](?:(?:Photo|Image|Picture|Credit|File)s?\b[^()\[\]\n]{0,120}"
    r"|[A-Z][^()\[\]\n\d]{2,60}(?:/| via )[A-Z][^()\[\]\n\d]{1,60})[)\]]"
    r"|(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: by |: ?)[A-Z][^.!?:\n]{2,80}"
    r"|[(\[]?(?:REUTERS|AP Photo|AFP)/[A-Z][^.!?:\n]{2,80})\Z"
)
_CAPTION = re.compile(
    r"(?i)^\W*(?:caption|pictured|in this (?:\w+ ){0,3}(?:photo|picture|image)|file)\b ?:"
    r"|\((?:file )?(?:photo|image|picture)\b[^()]*\)\W*$"
)
# "(Photo: Ana Olsen) The herd left the island in May."
_STORY_BEHIND = re.compile(r"[^)|]{3,60}[)|] (?:\S+ ){3}[^()|]+[^()|A-Z.]\.\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: offsets into the text, white space trimmed, and what it serves as."""

    start: int
    end: int
    kind: BlockKind = "body"


@dataclass(frozen=True, slots=True)
class Layout:
    """The article's paragraphs in order."""

    blocks: tuple[Block, ...]


def read_layout(text: str) -> Layout:
    """The paragraphs of a text, whichever way its lines are broken, and what each serves as."""
    pieces = paragraphs(text)
    words = [one_line(text[start:end]) for start, end in pieces]
    around = furniture(words)
    first = next((n for n in range(len(words)) if n not in around), 0)
    blocks: list[Block] = []
    for n, (start, end) in enumerate(pieces):
        kind = "furniture" if n in around else _kind(words[n], n - first, len(pieces))
        credit = _PHOTO_CREDIT.search(text, max(start, end - LONGEST_CREDIT), end)
        if credit and kind in ("body", "headline", "caption"):
            blocks.append(Block(start, start + len(text[start : credit.start()].rstrip()), "caption"))
            start, kind = credit.start(), "credit"
        blocks.append(Block(start, end, kind))
    return Layout(tuple(blocks))


def _kind(piece: str, number: int, count: int) -> BlockKind:
    """What one paragraph serves as, by its own looks and its place in the article."""
    if len(piece) <= LONGEST_CREDIT and _LONG_CAPTION.match(piece):
        return "caption"
    if len(piece) <= LONGEST_CREDIT and _STORY_BEHIND.match(piece):
        return "body"
    if credit := credit_kind(piece):
        return credit
    if 0 < number <= _LAST_OF_HEAD and names_authors(piece):
        return "byline"
    if len(piece) > _HEADLINE_LENGTH:
        return "body"
    if _BARE_DATELINE.match(piece) and not _is_told(piece):
        return "dateline"
    if _CAPTION.search(piece):
        return "caption"
    if len(piece) <= _ROW_LENGTH and _is_row(piece):
        return "row"
    if number == 0 and count > 1 and not piece.endswith((".", "!", ":", ";", '"', "”", ",")):
        return "headline"
    return "headline" if number == 0 and count > 1 and piece.isupper() else "body"


def _is_told(piece: str) -> bool:
    """Whether a line that ends with a month is a sentence: The school reopened in May; not Updated on 5 May."""
    return any(word.isalpha() and word.islower() and word not in _OF_DATELINE for word in piece.split())


def _is_row(piece: str) -> bool:
    """Whether a line is one of a table: names and figures, hardly a word of a sentence."""
    words = _WORD.findall(piece)
    numbers = len(_NUMBER.findall(piece))
    if not words or not words[0][0].isupper():
        return False
    if not numbers:
        return len(words) > 2 and all(word.isupper() and len(word) <= _COLUMN_HEAD for word in words)
    lower = sum(word[0].islower() and len(word) > 1 for word in words)
    return lower <= _ROW_LOWER_SHARE * len(words) and numbers >= 0.2 * len(words)
