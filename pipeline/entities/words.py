"""The words of an article as the rules about names read them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from pipeline.text.layout import BlockKind
from pipeline.text.tokens import TokenTable, block_numbers, sentence_numbers

CLAUSE_OPENS = frozenset((",", "and", "but", "that", "while", "as", "because", "when", ":", ";", "—", "–"))
LIST_JOINTS = frozenset((",", "and", "or"))  # what stands between the names of a list


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

    def together(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.sentence[i] == self.sentence[j]

    def name(self, start: int, end: int) -> str:
        """The words from start to end as they are written, single spaces between them."""
        if end - start == 1:
            return self.text[start]
        parts = [self.text[start]]
        for i in range(start + 1, end):
            parts += [self.text[i]] if self.start[i] == self.end[i - 1] else [" ", self.text[i]]
        return "".join(parts)


_OPENERS = frozenset(('"', "“", "(", "[", ":", "-", "--", "–", "—", "*", "•", "'", "''", "`", "``"))


# Tokens of spaCy's that hold two words of ours: U.S.-led, and QAT)/Omar in lists of crews.
_COMPOUND = re.compile(r"((?:[A-Z]\.){2,}|US|UK|EU|UN|UAE)(-)([A-Za-z][\w.]+)$|([A-Z]{3})(\)/)([A-Z]\w+)$")


def read_words(tokens: TokenTable) -> Words:
    """What the rules need, each token of spaCy's that holds two words of ours parted."""
    text, pos, tag, firsts = tokens.words, tokens.pos, tokens.tag, tokens.starts_sentence
    start, end = tokens.start, tokens.end
    ents = _entities(tokens.iob, tokens.ent)
    forms = frozenset(text)
    parted = any(map(_COMPOUND.match, forms))
    if parted:
        text, pos, tag, firsts = (list(text), list(pos), list(tag), list(firsts))
        start, end = list(start), list(end)
        ents = _part_compounds(text, start, end, pos, tag, firsts, ents)
        forms = frozenset(text)
    return Words(
        text=text,
        start=start,
        end=end,
        pos=pos,
        tag=tag,
        opens=_opens(text, firsts, forms),
        sentence=sentence_numbers(firsts),
        block=block_numbers(start, tokens.layout) if parted else tokens.block,
        kinds=[block.kind for block in tokens.layout.blocks],
        ents=ents,
        in_ent=covered(len(text), [(first, last) for first, last, _ in ents]),
        forms=forms,
    )


def _opens(text: list[str], firsts: list[bool], forms: frozenset[str]) -> list[bool]:
    """Whether a token is the first word of a sentence, a quote or a line."""
    before = {form for form in forms if form in _OPENERS or form.isspace()}
    opens = [first or word in before for first, word in zip(firsts, ["", *text], strict=False)]
    if opens:
        opens[0] = True
    return opens


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


def covered(size: int, ranges: Iterable[tuple[int, int]]) -> list[bool]:
    """Token by token whether one of the ranges holds it."""
    held = [False] * size
    for start, end in ranges:
        held[start:end] = [True] * (end - start)
    return held


def _part_compounds(
    text: list[str],
    start: list[int],
    end: list[int],
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
            end[i : i + 1] = [*start[i + 1 : i + 3], end[i]]
            pos[i : i + 1] = ["PROPN", "PUNCT", "PROPN" if rest[0].isupper() else pos[i]]
            tag[i : i + 1] = ["NNP", "HYPH", "NNP" if rest[0].isupper() else tag[i]]
            firsts[i : i + 1] = [firsts[i], False, False]
    shift = [0, *accumulate(moved)]
    return [(s + shift[s], e + shift[e], label) for s, e, label in ents]
