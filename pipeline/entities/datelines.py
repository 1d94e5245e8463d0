"""The place of a dateline: "CAIRO - 26 July", "OSLO, Norway 1996-12-06"."""

from pipeline.entities import lexicon
from pipeline.entities.spans import Span
from pipeline.entities.words import Words


def dateline_spans(words: Words) -> list[Span]:
    """The places in paragraphs that are a dateline and nothing else."""
    found: list[Span] = []
    start = -1
    for i in range(len(words) + 1):
        inside = i < len(words) and words.kind(i) == "dateline" and _is_place_word(words, i)
        if inside and start < 0:
            start = i if words.text[i][0].isupper() else -1
        elif not inside and start >= 0:
            found.append(Span(start, i, "GPE", "dateline"))
            start = -1
    return found


def _is_place_word(words: Words, i: int) -> bool:
    word = words.text[i]
    if word in ("de", "la", "le", "el", "al", "do", "du") or word in (".", "-", "'") and words.joined(i):
        return True
    return word[0].isupper() and not lexicon.calendar(word)
