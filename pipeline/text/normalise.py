"""A copy of the text, equally long, in the form the language model was trained on.

Every style of quotation marks and of line breaks gets one form, so that the same words get the same parse.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.vocab import Vocab

from pipeline.text.layout import Layout, read_layout
from pipeline.text.quote_marks import Pair, pair_marks
from pipeline.text.truecase import restore_case

# One character for one, so that every offset into the copy is an offset into the article.
_SAME_LENGTH = {
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u200b": " ",
    "\ufeff": " ",
    "\t": " ",
    "\r": " ",
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "´": "'",
    "`": "'",
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),  # lone surrogates have no UTF-8
}
_STRANGE = re.compile(f"[{''.join(_SAME_LENGTH)}]")
_BREAK = re.compile(r"(?<![^\S\n])[^\S\n]*\n\s*")  # looking behind keeps a long run of spaces linear
_LONGEST_BREAK = 12
# spaCy's tokenizer takes marks off one at a time and copies the rest: a run of 10,000 costs 12 s, ten times
# as many a hundred times that. No sentence holds so long a run.
_LONG_RUN = re.compile(r"([^\w\s]|_){50,}")
_KEPT = 49


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy that the model reads, with what was read of the article on the way."""

    text: str
    layout: Layout
    pairs: tuple[Pair, ...]


def normalise(text: str, layout: Layout | None = None) -> str:
    """Return text with plain marks, spaces and breaks; same length, same offsets.

    layout: the text's own, where it has been read already.
    """
    return read_copy(text, layout).text


def read_copy(text: str, layout: Layout | None = None) -> Copy:
    """The copy of a text, its paragraphs and its pairs of marks, each worked out once."""
    layout = layout or read_layout(text)
    pairs = pair_marks(text, layout.blocks)
    copy = _plain_singles(restore_case(_plain_characters(text)), pairs)
    return Copy(_LONG_RUN.sub(_shortened, _plain_breaks(text, copy, layout)), layout, pairs)


def _plain_characters(text: str) -> str:
    """One kind of space and of mark; asking for each strange character first spares most texts the rest."""
    found = set(_STRANGE.findall(text))
    for character in found:
        text = text.replace(character, _SAME_LENGTH[character])
    return text


def _shortened(run: re.Match[str]) -> str:
    return run[0][:_KEPT] + " " * (len(run[0]) - _KEPT)


def teach_marks(vocab: Vocab) -> None:
    """Make '' look to the model like a double mark, and a blank line like a single line break.

    A pair of apostrophes cannot become one mark without moving offsets; the model sees words through these
    four features only, so that equal features give equal parses.
    """
    twins = {"''": '"'} | {"\n" * count: "\n" for count in range(2, _LONGEST_BREAK)}
    for text, model in twins.items():
        word, like = vocab[text], vocab[model]
        word.norm_, word.prefix_, word.suffix_, word.shape_ = like.norm_, like.prefix_, like.suffix_, like.shape_


def _plain_singles(copy: str, pairs: Sequence[Pair]) -> str:
    """Outer single marks become double ones, as in American news."""
    singles = [pair for pair in pairs if pair.single]
    if not singles:
        return copy
    letters = list(copy)
    for pair in singles:
        letters[pair.open : pair.start] = '"'
        letters[pair.end : pair.close] = '"' * (pair.close - pair.end)
    return "".join(letters)


def _plain_breaks(text: str, copy: str, layout: Layout) -> str:
    """A break between paragraphs is line feeds only; one inside a paragraph (a wrap margin) is a space."""
    edges = {block.end for block in layout.blocks}
    pieces, done = [], 0
    for gap in _BREAK.finditer(text):
        start, end = gap.span()
        mark = "\n" if start in edges or start == 0 else " "
        pieces += [copy[done:start], mark * (end - start)]
        done = end
    return "".join([*pieces, copy[done:]])
