"""A copy of the text, equally long, in the form the language model was trained on.

Every style of quotation marks and of line breaks gets one form, so that the same words get the same parse.
"""

import re

from spacy.vocab import Vocab

from pipeline.capitals import restore_case
from pipeline.layout import Layout, read_layout
from pipeline.marks import Pair, pair_marks

# One character for one, so that every offset into the copy is an offset into the article.
_SAME_LENGTH = str.maketrans(
    {
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
)
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_LONGEST_BREAK = 12
# spaCy's tokenizer takes marks off one at a time and copies the rest: a run of 10,000 costs 12 s, ten times
# as many a hundred times that. No sentence holds so long a run.
_LONG_RUN = re.compile(r"([^\w\s]|_){50,}")
_KEPT = 49


def normalise(text: str, layout: Layout | None = None) -> str:
    """Return text with plain marks, spaces and breaks; same length, same offsets.

    layout: the text's own, where it has been read already.
    """
    layout = layout or read_layout(text)
    copy = list(restore_case(text.translate(_SAME_LENGTH)))
    for pair in pair_marks(text, layout.blocks):
        _plain_marks(copy, pair)
    _plain_breaks(text, copy, layout)
    return _LONG_RUN.sub(_shortened, "".join(copy))


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


def _plain_marks(copy: list[str], pair: Pair) -> None:
    """Outer single marks become double ones, as in American news."""
    if pair.single:
        copy[pair.open : pair.start] = '"'
        copy[pair.end : pair.close] = '"' * (pair.close - pair.end)


def _plain_breaks(text: str, copy: list[str], layout: Layout) -> None:
    """A break between paragraphs is line feeds only; one inside a paragraph (a wrap margin) is a space."""
    edges = {block.end for block in layout.blocks}
    for gap in _BREAK.finditer(text):
        mark = "\n" if gap.start() in edges or gap.start() == 0 else " "
        copy[gap.start() : gap.end()] = mark * (gap.end() - gap.start())
