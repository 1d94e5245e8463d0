"""What the rules about speakers read: the token table, and which tokens are narration and which speech."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Attribution
from pipeline.text.tokens import TokenTable


@dataclass(frozen=True, slots=True)
class Narration:
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
    narrative_sentences: list[int]
    blocks: list[int]
    quoted: list[bool]

    def tokens(self, start: int, end: int) -> range:
        """The tokens of which some character lies in start..end."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def read_narration(tokens: TokenTable, attributions: Sequence[Attribution]) -> Narration:
    """Add to the token table what only the rules about speakers need."""
    quoted = _quoted(tokens, attributions)
    return Narration(
        tokens.text,
        tokens.start,
        tokens.end,
        tokens.words,
        tokens.lower,
        tokens.tag,
        tokens.dep,
        tokens.head,
        tokens.sentence,
        _steps(tokens.words, tokens.sentence, quoted),
        tokens.block,
        quoted,
    )


def _quoted(tokens: TokenTable, attributions: Sequence[Attribution]) -> list[bool]:
    """Whether a token is somebody's own words: between marks, or in a direct quote already found."""
    spans = [(found.start, found.end) for found in attributions if found.kind == "direct"]
    spans += [(pair.start, pair.end) for pair in tokens.quote_pairs]
    result = [False] * len(tokens.start)
    for start, end in spans:
        first, last = bisect_left(tokens.start, start), bisect_left(tokens.start, end)
        result[first:last] = [True] * (last - first)
    return result


def _steps(words: list[str], sents: list[int], quoted: list[bool]) -> list[int]:
    """Number the sentences that narrate; one that is all speech brings no new step."""
    tells = {sent for word, sent, speech in zip(words, sents, quoted, strict=True) if not speech and word[0].isalpha()}
    step, number = 0, []
    for sent in range(sents[-1] + 1 if sents else 0):
        step += sent in tells
        number.append(step)
    return [number[sent] for sent in sents]
