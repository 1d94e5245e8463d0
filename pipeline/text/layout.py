"""Where the paragraphs of a text are, whatever style of line breaks it uses, and what each one is."""

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.text.line_breaks import one_line, paragraphs

BlockKind = Literal["headline", "byline", "dateline", "credit", "caption", "row", "body"]

_HEADLINE_LENGTH = 160
_ROW_LENGTH = 120
_ROW_LOWER_SHARE = 0.34  # of a row's words may be in lower case; sentences have far more
_COLUMN_HEAD = 4  # letters of the longest head of a column: W L PCT GB
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_NUMBER = re.compile(r"(?<![\w.])[-+]?[\d.,:/½]{0,30}\d")
_NAME = r"[A-Z][\w.'’-]+"
_BYLINE = re.compile(rf"(?:By|BY|by|Story by|Words by) +{_NAME}(?:[ ,]+(?:and|in|&)? ?{_NAME}){{0,8}}\s*\Z")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|(?:\d{{1,2}} )?{_MONTH} ?\d{{0,2}},? ?(?:\d{{4}})?)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_BARE_DATELINE = re.compile(rf"(?:[A-Z][\w .'’/-]{{2,40}}(?:, [A-Z][\w. ]{{1,25}})?[ ,:–—-]+)?{_WEEKDAY}{_DATE}:?\s*\Z")
_CREDIT_LENGTH = 250
_CAPTION = re.compile(
    r"(?i)^\W*(?:caption|pictured|in this (?:\w+ ){0,3}(?:photo|picture|image)|file)\b ?:"
    r"|\((?:file )?(?:photo|image|picture)\b[^)]*\)\W*$"
)
# What publishers put around an article: who made it, who owns it, where to click.
_CREDIT_HEAD = re.compile(
    r"""(?ix)
    \W*(?:additional\ )?(?:reporting|writing|editing|compiled|edited|translated|written)\ (?:and\ \w+\ )?by\b
    | \W*(?:photo(?:graph)?s?|image|picture|file\ photo|photo\ credit|credit|source|graphic|video)\ ?(?:s|by)?\s?[:/]
    | \W*(?:©|\(c\)\ |copyright\b)
    | \W*(?:follow|join|like)\ us\b | \W*(?:subscribe|sign\ up|advertisement|newsletter)\b
    | \W*(?:click\ here|read\ (?:more|also|next)|see\ also|share\ (?:this|on)|download\ (?:the|our)\ app)\b
    | \W*related\ (?:stories|articles|topics|news)\b
    """
)
_CREDIT = re.compile(
    r"""(?ix)
    (?:story|article|report|copy)\ has\ not\ been\ edited | published\ from\ a\ syndicated\ feed
    | all\ rights\ reserved | may\ not\ be\ (?:published|reproduced)
    | contributed\ to\ this\ (?:report|story|article)\W*$
    | \b(?:getty\ images|shutterstock|afp\ photo|ap\ photo)\b
    """
)


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
    kinds = [_kind(one_line(text[start:end]), n, len(pieces)) for n, (start, end) in enumerate(pieces)]
    return Layout(tuple(Block(start, end, kind) for (start, end), kind in zip(pieces, kinds, strict=True)))


def _kind(piece: str, number: int, count: int) -> BlockKind:
    """What one paragraph serves as, by its own looks and its place in the article."""
    if len(piece) <= _CREDIT_LENGTH and (_CREDIT_HEAD.match(piece) or _CREDIT.search(piece)):
        return "credit"
    if len(piece) > _HEADLINE_LENGTH:
        return "body"
    if _BYLINE.match(piece):
        return "byline"
    if _BARE_DATELINE.match(piece):
        return "dateline"
    if _CAPTION.search(piece):
        return "caption"
    if len(piece) <= _ROW_LENGTH and _is_row(piece):
        return "row"
    if number == 0 and count > 1 and not piece.endswith((".", "!", ":", ";", '"', "”", ",")):
        return "headline"
    return "headline" if number == 0 and count > 1 and piece.isupper() else "body"


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
