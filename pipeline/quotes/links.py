"""Titles of other articles that stand in the running text: "READ MORE: Mill owners fear a second fire"."""

from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import Found, Sentence, Source, Span
from pipeline.quotes.quote_table import Quoted, QuoteTable

_DASHES = frozenset(("-", "–", "—", "--"))
_LABEL = 3  # words, the colon included
_ENDED = (",", ".", "!", "?", "...", "…")


def label_stop(view: QuoteTable, i: int) -> int | None:
    """The token behind the colon of a label that begins at i; a single word is one in capitals only."""
    if view.pair_number[i] >= 0 or not view.text[view.start[i]].isupper():
        return None
    last = len(view.lower) - 1
    for j in range(i + 1, min(i + _LABEL, last) + 1):
        dashed = view.lower[j] in _DASHES and view.comma(j) and j > i + 1  # "READ MORE - "
        if (view.lower[j] == ":" or dashed) and j < last and view.block_number[j + 1] == view.block_number[i]:
            label = view.text[view.start[i] : view.end[j - 1]]
            fits = label.isupper() or (j > i + 1 and (view.starts_sentence[i] or not _in_sentence(view, i)))
            return j + 1 if fits and label.lower() in words("links") else None
    return None


def _in_sentence(view: QuoteTable, i: int) -> bool:
    return i > 0 and view.text[view.start[i - 1]].isalnum()


def opens_with_title(view: QuoteTable, begin: int) -> bool:
    """Whether the sentence at begin is the title behind a label, and what follows it without a stop."""
    reach = range(max(begin - _LABEL, 0), begin)
    return begin > 0 and any(label_stop(view, i) == begin for i in reach)


def is_spoken(view: QuoteTable, quoted: Quoted) -> bool:
    """Whether marks within a title hold a quotation of the article around it: they end with a stop or comma."""
    return view.lower[quoted.last] in _ENDED


def without_title(sentence: Sentence, found: list[Found]) -> list[Found]:
    """No report of the title's own words; a speaker glued to the title begins with the name before his comma or cue."""
    kept = []
    for piece, source in found:
        speaker = source.speaker
        if speaker is not None and speaker[0] == sentence.begin:
            name = _last_name(sentence.view, speaker)
            speaker = (name, speaker[1]) if name is not None else None
        if piece[0] > sentence.begin and (speaker is not None or source.speaker is None):
            kept.append((piece, Source(speaker, source.cue, source.rule)))
    return kept


def _last_name(view: QuoteTable, speaker: Span) -> int | None:
    """The first token of the person named last before the first comma: "Key facts about Chad | Rui Alves, a doctor"."""
    stop = next((j for j in range(speaker[0], speaker[1] + 1) if view.comma(j)), speaker[1] + 1)
    first = stop
    while first > speaker[0] and view.ent[first - 1] == "PERSON":
        first -= 1
    return first if speaker[0] < first < stop else None
