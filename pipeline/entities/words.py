"""A Doc as plain lists, so that the rules below never ask spaCy for one token at a time."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from spacy.attrs import ENT_IOB, ENT_TYPE, IDX, ORTH, POS, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from pipeline.layout import BlockKind, Layout


@dataclass(frozen=True, slots=True)
class Words:
    """Token by token: the text, where it is, what the model says, and what paragraph it is in."""

    text: list[str]
    start: list[int]
    end: list[int]
    pos: list[str]
    tag: list[str]
    opens: list[bool]  # the first word of a sentence, a quote or a line
    sentence: list[int]
    block: list[int]
    kinds: list[BlockKind]  # of the blocks
    ents: list[tuple[int, int, str]]  # the model's own, all labels
    in_ent: list[bool]  # whether the token is in one of them
    forms: frozenset[str]  # every word form of the article

    def __len__(self) -> int:
        return len(self.text)

    def kind(self, i: int) -> BlockKind:
        """What the paragraph of token i serves as."""
        return self.kinds[self.block[i]] if self.kinds else "body"

    def joined(self, i: int) -> bool:
        """Whether token i follows its predecessor without a space."""
        return i > 0 and self.start[i] == self.end[i - 1] and not self.text[i - 1].isspace()

    def name(self, start: int, end: int) -> str:
        """The words from start to end as one string, single spaces between them."""
        return " ".join(self.text[start:end]) if end - start > 1 else self.text[start]


_OPENERS = frozenset(('"', "“", "(", "[", ":", "-", "--", "–", "—", "*", "•", "'", "''", "`", "``"))


# Tokens of spaCy's that hold two words of ours: U.S.-led, and QAT)/Omar in lists of crews.
_COMPOUND = re.compile(r"((?:[A-Z]\.){2,}|US|UK|EU|UN|UAE)(-)([A-Za-z][\w.]+)$|([A-Z]{3})(\)/)([A-Z]\w+)$")


class _Strings(dict[int, str]):
    """Hash → string, asking spaCy once for each."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = self._store[key]
        return self[key]


def read_words(doc: Doc, layout: Layout) -> Words:
    """Copy out of doc what the rules need."""
    rows = doc.to_array([POS, TAG, SENT_START, ORTH, IDX, ENT_IOB, ENT_TYPE])
    strings = _Strings(doc.vocab.strings)
    pos, tag, text = ([strings[key] for key in rows[:, n].tolist()] for n in (0, 1, 3))
    start = rows[:, 4].tolist()
    firsts = [value == 1 for value in rows[:, 2].tolist()]
    ents = _entities(rows[:, 5].tolist(), [strings[key] for key in rows[:, 6].tolist()])
    if any(_COMPOUND.match(word) for word in text):
        ents = _part_compounds(text, start, pos, tag, firsts, ents)
    sentence, number = [], -1
    for i, first in enumerate(firsts):
        number += first or i == 0
        sentence.append(number)
    starts = [block.start for block in layout.blocks]
    return Words(
        text=text,
        start=start,
        end=[at + len(word) for at, word in zip(start, text, strict=True)],
        pos=pos,
        tag=tag,
        opens=[first or i == 0 or text[i - 1] in _OPENERS or text[i - 1].isspace() for i, first in enumerate(firsts)],
        sentence=sentence,
        block=[max(bisect_right(starts, at) - 1, 0) for at in start],
        kinds=[block.kind for block in layout.blocks],
        ents=ents,
        in_ent=_covered(len(text), ents),
        forms=frozenset(text),
    )


def _entities(iob: list[int], labels: list[str]) -> list[tuple[int, int, str]]:
    """The entities as doc.ents has them, without asking for a token."""
    found: list[tuple[int, int, str]] = []
    for i, code in enumerate(iob):
        if code == _BEGIN:
            found.append((i, i + 1, labels[i]))
        elif code == _INSIDE and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


_BEGIN, _INSIDE = 3, 1  # spaCy's codes


def _covered(size: int, ents: list[tuple[int, int, str]]) -> list[bool]:
    covered = [False] * size
    for start, end, _ in ents:
        covered[start:end] = [True] * (end - start)
    return covered


def _part_compounds(
    text: list[str],
    start: list[int],
    pos: list[str],
    tag: list[str],
    firsts: list[bool],
    ents: list[tuple[int, int, str]],
) -> list[tuple[int, int, str]]:
    """Part U.S.-led into U.S., -, led in all lists; returns the entities with their new token numbers."""
    moved = [0] * (len(text) + 1)  # old token number → new one
    for i in range(len(text) - 1, -1, -1):
        match = _COMPOUND.match(text[i])
        moved[i] = 2 if match else 0
        if match:
            place, mark, rest = (part for part in match.groups() if part)
            text[i : i + 1] = [place, mark, rest]
            start[i : i + 1] = [start[i], start[i] + len(place), start[i] + len(place + mark)]
            pos[i : i + 1] = ["PROPN", "PUNCT", "PROPN" if rest[0].isupper() else pos[i]]
            tag[i : i + 1] = ["NNP", "HYPH", "NNP" if rest[0].isupper() else tag[i]]
            firsts[i : i + 1] = [firsts[i], False, False]
    shift = [0, *accumulate(moved)]
    return [(s + shift[s], e + shift[e], label) for s, e, label in ents]
