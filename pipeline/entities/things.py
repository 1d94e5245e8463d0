"""Ships, prizes and titles of works, which the model takes for persons, bodies and places.

A ship is told by the letters before its name, a prize by the words beside it, a title by the marks around it.
"""

from collections.abc import Iterator

from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_ARTICLES = frozenset(("a", "an", "the"))
_OPENS = frozenset(('"', "“", "``", "‘"))
_CLOSES = frozenset(('"', "”", "''", "’"))
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under", "upon", "with")
)
_LONGEST_TITLE = 9  # words
_LEAST_TITLE = 3


def thing_spans(words: Words) -> list[Span]:
    """Ships, prizes and titles of works, none within another."""
    return [*_ships(words), *_prizes(words), *_titles(words)]


def _ships(words: Words) -> Iterator[Span]:
    """Names behind the letters of a navy or a ship's kind: HMS Daring, but not "INS officials"."""
    if words.forms.isdisjoint(names.cues("ship_first")):  # as in most articles
        return
    for i in [i for i, word in enumerate(words.text) if word in names.cues("ship_first")]:
        end = i + 1
        while end < len(words) and end - i < 4 and _is_ship_word(words, end) and words.block[end] == words.block[i]:
            end += 1
        if end > i + 1 and not names.title(words.text[i + 1]):
            yield Span(i, end, "PRODUCT", "list")


def _is_ship_word(words: Words, i: int) -> bool:
    word = words.text[i]
    return word[0].isupper() and word.isalpha() and not words.opens[i] and not names.calendar(word)


def _prizes(words: Words) -> Iterator[Span]:
    """Prizes that bear a given name: an Oscar, Emmy nominees, but not Oscar Wilde."""
    if words.forms.isdisjoint(names.cues("prize")):
        return
    for i in [i for i, word in enumerate(words.text) if word in names.cues("prize")]:
        after = words.text[i + 1] if i + 1 < len(words) else ""
        if after == "-":
            after = words.text[i + 2] if i + 2 < len(words) else ""
        named = after[:1].isupper() or after in ("'s", "’s")
        if after in names.cues("prize_after") or (not named and (_has_article(words, i) or _has_category(words, i))):
            yield Span(i, i + 1, "WORK_OF_ART", "list", "prize")


def _has_article(words: Words, i: int) -> bool:
    """Whether an article stands before token i, or before a word for a prize's rank there: a posthumous Oscar."""
    if i > 1 and words.text[i - 1] in names.cues("prize_rank"):
        i -= 1
    return i > 0 and words.text[i - 1].lower() in _ARTICLES


def _has_category(words: Words, i: int) -> bool:
    """Whether what the prize is for stands before token i: the best supporting actor Oscar."""
    before = words.text[max(i - 4, 0) : i]
    return "best" in map(str.lower, before) and before[-1].islower() and before[-1].isalpha()


def _titles(words: Words) -> Iterator[Span]:
    """Titles in marks of which the model saw only the beginning, as a place ends them: "Twice upon a Time in Derby"."""
    for start, end, label in words.ents:
        if label != "WORK_OF_ART" or not start or words.text[start - 1] not in _OPENS:
            continue
        close = end
        while close < len(words) and close - start < _LONGEST_TITLE and _is_title_word(words.text[close]):
            close += 1
        whole = close < len(words) and words.text[close] in _CLOSES and words.text[close - 1] not in _SMALL
        if close > end and whole and close - start >= _LEAST_TITLE:
            yield Span(start, close, "WORK_OF_ART", "list")


def _is_title_word(word: str) -> bool:
    return word in _SMALL or word[0].isupper()
