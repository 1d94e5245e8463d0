"""A Doc as flat lists, so that the rules read plain values and each attribute is looked up once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.strings import StringStore
from spacy.tokens import Doc

from pipeline.layout import Layout
from pipeline.marks import pair_marks
from pipeline.model import Attribution


@dataclass(frozen=True, slots=True)
class View:
    """Parallel lists, one entry a token; ``step`` counts sentences of narration, not of speech."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sents: list[int]
    steps: list[int]
    blocks: list[int]
    quoted: list[bool]

    def tokens(self, start: int, end: int) -> range:
        """The tokens of which some character lies in start..end."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def read_view(doc: Doc, text: str, attributions: Sequence[Attribution], layout: Layout) -> View:
    """Lay the Doc out flat; text is the article, of which the Doc's is a copy of equal length."""
    rows = doc.to_array(["ORTH", "LOWER", "TAG", "DEP", "HEAD", "SENT_START", "IDX"]).astype("int64")
    rows[:, 5] = (rows[:, 5] == 1).cumsum() - 1
    orth, lower, tags, deps, heads, sents, starts = (column.tolist() for column in rows.T)
    string = _Strings(doc.vocab.strings)
    words = [string[key] for key in orth]
    quoted = _quoted(text, starts, attributions, layout)
    return View(
        text,
        starts,
        [start + len(word) for start, word in zip(starts, words, strict=True)],
        words,
        [string[key] for key in lower],
        [string[key] for key in tags],
        [string[key] for key in deps],
        [n + offset for n, offset in enumerate(heads)],
        sents,
        _steps(words, sents, quoted),
        _blocks(starts, layout),
        quoted,
    )


class _Strings(dict[int, str]):
    """The vocabulary's strings, each asked for once; its keys are unsigned."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = value = self._store[key % 2**64]
        return value


def _blocks(starts: list[int], layout: Layout) -> list[int]:
    firsts = [bisect_left(starts, block.start) for block in layout.blocks[1:]]
    begins = [0] * len(starts)
    for first in firsts:
        if first < len(starts):
            begins[first] += 1
    return list(accumulate(begins))


def _quoted(text: str, starts: list[int], attributions: Sequence[Attribution], layout: Layout) -> list[bool]:
    """Whether a token is somebody's own words: between marks, or in a direct quote already found."""
    spans = [(found.start, found.end) for found in attributions if found.kind == "direct"]
    spans += [(pair.start, pair.end) for pair in pair_marks(text, layout.blocks)]
    result = [False] * len(starts)
    for start, end in spans:
        for n in range(bisect_left(starts, start), bisect_left(starts, end)):
            result[n] = True
    return result


def _steps(words: list[str], sents: list[int], quoted: list[bool]) -> list[int]:
    """Number the sentences that narrate; one that is all speech brings no new step."""
    narrates: dict[int, bool] = {}
    for word, sent, speech in zip(words, sents, quoted, strict=True):
        narrates[sent] = narrates.get(sent, False) or (not speech and word[0].isalpha())
    step, number = 0, {}
    for sent, tells in narrates.items():
        step += tells
        number[sent] = step
    return [number[sent] for sent in sents]
