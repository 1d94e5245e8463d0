"""A Doc as flat lists, so that the rules read plain values and each attribute is looked up once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


def read_view(doc: Doc, attributions: Sequence[Attribution], layout: Layout) -> View:
    """Lay the Doc out flat."""
    tokens = list(doc)
    starts = [token.idx for token in tokens]
    words = [token.text for token in tokens]
    sents = _numbered(token.is_sent_start for token in tokens)
    quoted = _quoted(doc.text, starts, attributions, layout)
    return View(
        doc.text,
        starts,
        [start + len(word) for start, word in zip(starts, words, strict=True)],
        words,
        [word.lower() for word in words],
        [token.tag_ for token in tokens],
        [token.dep_ for token in tokens],
        [token.head.i for token in tokens],
        sents,
        _steps(words, sents, quoted),
        _blocks(starts, layout),
        quoted,
    )


def _numbered(begins: Iterable[bool | None]) -> list[int]:
    number, result = -1, []
    for begin in begins:
        number += bool(begin)
        result.append(max(number, 0))
    return result


def _blocks(starts: list[int], layout: Layout) -> list[int]:
    firsts = [block.start for block in layout.blocks]
    return [max(bisect_right(firsts, start) - 1, 0) for start in starts]


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
