"""Characters that nobody reads, and the text without them.

A soft hyphen in a word, a sign of direction, the second of two blanks, the ``>`` of mail: the model must not meet
them, and yet every offset must stay. So they become fillers in a text of equal length; the model reads the text
without its fillers, and what it found is laid over the text with them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc

from pipeline.text.layout import Layout

FILLER = "\u00ad"
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_UNREAD = re.compile(f"[{FILLER}{''.join(_LIGATURES)}]")
ANNOTATIONS = [TAG, POS, MORPH, LEMMA, DEP, HEAD, SENT_START, ENT_IOB, ENT_TYPE]


@dataclass(frozen=True, slots=True)
class Condensed:
    """A text as it is read, and where each of its characters stands in the whole text; one more for its end."""

    text: str
    at: list[int]
    whole: str

    def start(self, offset: int) -> int:
        """Where a span that starts here starts in the whole text."""
        return self.at[offset]

    def end(self, offset: int) -> int:
        """Where a span that ends here ends in the whole text."""
        return self.at[offset - 1] + 1 if offset else 0

    def layout(self, layout: Layout) -> Layout:
        """The paragraphs of the whole text as paragraphs of this one."""
        blocks = (
            replace(block, start=bisect_left(self.at, block.start), end=bisect_left(self.at, block.end))
            for block in layout.blocks
        )
        return Layout(tuple(blocks))

    def spread(self, text: str) -> str:
        """Another text of this one's length, the fillers put back."""
        letters = [FILLER] * len(self.whole)
        for offset, letter in zip(self.at, text, strict=False):
            letters[offset] = letter
        return "".join(letters)


def has_unread(text: str) -> bool:
    """Whether there is anything in a text that is read otherwise than it is written."""
    return bool(_UNREAD.search(text))


def condense(text: str) -> Condensed:
    """The text without fillers."""
    at = [offset for offset, letter in enumerate(text) if letter != FILLER]
    return Condensed(text.replace(FILLER, ""), [*at, len(text)], text)


def spell_out(text: str) -> Condensed:
    """The text without fillers and with the letters of its ligatures."""
    read = [(offset, _LIGATURES.get(letter, letter)) for offset, letter in enumerate(text) if letter != FILLER]
    at = [offset for offset, letters in read for _ in letters]
    return Condensed("".join(letters for _, letters in read), [*at, len(text)], text)


def plain_word(word: str) -> str:
    """A word of the whole text as the model read it."""
    return "".join(_LIGATURES.get(letter, letter) for letter in word if letter != FILLER)


def plain_words(words: Iterable[str]) -> list[str]:
    """Words of the whole text as the model read them."""
    return [plain_word(word) if _UNREAD.search(word) else word for word in words]


def lay_over(doc: Doc, condensed: Condensed) -> Doc:
    """The parse of a condensed text as one of the whole text: the same tokens, each with the fillers after it."""
    firsts = [condensed.at[token.idx] for token in doc]
    words, spaces = [], []
    for token, start, stop in zip(doc, firsts, [*firsts[1:], len(condensed.whole)], strict=True):
        word = condensed.whole[start:stop]
        spaced = bool(token.whitespace_) and len(word) > 1 and word.endswith(" ")
        words.append(word[:-1] if spaced else word)
        spaces.append(spaced)
    whole = Doc(doc.vocab, words=words, spaces=spaces)
    return whole.from_array(ANNOTATIONS, doc.to_array(ANNOTATIONS).astype("uint64"))  # type: ignore[arg-type] # spaCy takes what it gave
