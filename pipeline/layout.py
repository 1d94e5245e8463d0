"""Where the paragraphs of a text are, whatever style of line breaks it uses."""

import re
from dataclasses import dataclass

# Hard-wrapped text (mail, old wires) breaks lines at a margin; below this share of lines that end
# a sentence, or above this median length, a single line break is a margin and not a paragraph.
_WRAP_MARGIN = (40, 100)
_SENTENCE_END = re.compile(r"""[.!?:;…]['"”’»)\]]*\s*$""")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: offsets into the text, white space trimmed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The article's paragraphs in order."""

    blocks: tuple[Block, ...]


def read_layout(text: str) -> Layout:
    """Split text at blank lines, and at single line breaks unless they are a wrap margin."""
    splitter = r"\n[^\S\n]*\n\s*" if _is_hard_wrapped(text) else r"\n\s*"
    return Layout(tuple(_blocks(text, splitter)))


def _blocks(text: str, splitter: str) -> list[Block]:
    blocks, start = [], 0
    for match in [*re.finditer(splitter, text), None]:
        end = match.start() if match else len(text)
        piece = text[start:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            blocks.append(Block(start + lead, start + len(piece.rstrip())))
        start = match.end() if match else end
    return blocks


def _is_hard_wrapped(text: str) -> bool:
    """Most inner lines of multi-line paragraphs are of margin length and end in mid-sentence."""
    inner = [line for part in re.split(r"\n\s*\n", text) for line in part.strip().split("\n")[:-1]]
    if len(inner) < 3:
        return False
    open_ended = sum(not _SENTENCE_END.search(line) for line in inner)
    margin = sum(_WRAP_MARGIN[0] <= len(line.strip()) <= _WRAP_MARGIN[1] for line in inner)
    return open_ended > 0.5 * len(inner) and margin > 0.6 * len(inner)
