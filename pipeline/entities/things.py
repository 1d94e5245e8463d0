"""Ships, cars, prizes and titles of works, which the model takes for persons, bodies and places.

A ship is told by the letters before its name, a prize by the words beside it, a title by the marks around it.
"""

from collections.abc import Iterator

from pipeline.entities.law_names import law_spans
from pipeline.entities.span_splits import is_origin
from pipeline.entities.spans import Span, disjoint
from pipeline.entities.thing_frames import is_vessel
from pipeline.entities.words import Words
from pipeline.lexicon import names

_ARTICLES = frozenset(("a", "an", "the"))
_OPENS = frozenset(('"', "“", "``", "‘"))
_CLOSES = frozenset(('"', "”", "''", "’"))
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under", "upon", "with")
)
_LONGEST_TITLE = 9  # words
_LONGEST_SHIP = 4
_ADJECTIVES = 3
_A_OR_WHOSE = frozenset(("a", "an", "his", "her", "their", "my", "our", "whose", "another", "stolen", "two", "three"))
_LEAST_TITLE = 3


def thing_spans(words: Words) -> list[Span]:
    """Ships, cars, prizes and titles of works, none within another."""
    found = [*_ships(words), *_prizes(words), *_titles(words), *law_spans(words)]
    return disjoint([*found, *_vessels(words), *_cars(words), *_named_works(words)])


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
    opens = words.opens[i] and words.text[i - 1] not in _OPENS
    return word[0].isupper() and word.isalpha() and not opens and not names.calendar(word)


def _vessels(words: Words) -> Iterator[Span]:
    """Names behind the word for a vessel: the ferry Princess Ragnhild, the yacht "San Miguel"."""
    if words.forms.isdisjoint(names.cues("vessel") | names.cues("vessel_last")):
        return
    for i in [i for i, word in enumerate(words.text[:-2]) if word in names.cues("vessel") | names.cues("vessel_last")]:
        start = i + 2 if words.text[i + 1] in _OPENS else i + 1
        end = start
        while end < len(words) and end - start < _LONGEST_SHIP and _is_ship_word(words, end):
            end += 1
        whole = start < end and words.sentence[end - 1] == words.sentence[i] and words.block[end - 1] == words.block[i]
        named = whole and not _is_somebodys(words, start, end) and is_vessel(words, start, end)
        if named:
            yield Span(start, end, "PRODUCT", "list")


def _is_somebodys(words: Words, start: int, end: int) -> bool:
    """Whether the words name a land, a body or an office rather than a vessel: the ship Greece sent."""
    name = words.name(start, end)
    return is_origin(name) or names.known().get(name) == "ORG" or names.title(words.text[end - 1])


def _cars(words: Words) -> Iterator[Span]:
    """A maker and its model behind an article: a silver Toyota Corolla, his Ford Sierra."""
    if words.forms.isdisjoint(names.cues("car_maker")):
        return
    for i in [i for i, word in enumerate(words.text[:-1]) if word in names.cues("car_maker") and i]:
        model = words.text[i + 1]
        listed = model in names.heads() or names.title(model) or is_origin(model) or names.calendar(model)
        named = model[0].isupper() and model.isalpha() and not model.isupper() and not listed
        the = words.text[i - 1].lower() == "the" and not (i + 2 < len(words) and words.text[i + 2][0].isupper())
        if named and (the or _is_a_thing(words, i)) and words.sentence[i] == words.sentence[i + 1]:
            yield Span(i, i + 2, "PRODUCT", "list")


def _is_a_thing(words: Words, i: int) -> bool:
    """Whether "a" or whose it is stands before token i, with one or two adjectives between: a dark blue Ford."""
    j = i - 1
    while j > 0 and i - j <= _ADJECTIVES and words.text[j].islower() and words.pos[j] in ("ADJ", "NOUN", "VERB"):
        j -= 1
    return words.text[j].lower() in _A_OR_WHOSE


def _named_works(words: Words) -> Iterator[Span]:
    """Titles in marks that a word for a work, or what its maker did, stands before: best known for "Goodbye, Ana"."""
    for i in [i for i, word in enumerate(words.text[:-2]) if word in _OPENS and i > 1]:
        close = i + 1
        while close < len(words) and close - i < _LONGEST_TITLE and _is_title_part(words.text[close]):
            close += 1
        whole = close > i + 1 and close < len(words) and words.text[close] in _CLOSES
        if whole and _is_of_work(words, i) and words.text[close - 1] not in _SMALL:
            end = close - 1 if words.text[close - 1] == "," else close
            yield Span(i + 1, end, "WORK_OF_ART", "list")


def _is_of_work(words: Words, i: int) -> bool:
    """Whether the words before the mark at token i say that a work is named."""
    before, earlier = words.text[i - 1].lower(), words.text[i - 2].lower()
    if before in names.cues("work_before") or before in names.cues("work_noun") or before in names.cues("work_verb"):
        return True
    return before in ("of", "for", "in") and earlier in names.cues("work_of")


def _is_title_part(word: str) -> bool:
    return _is_title_word(word) or word in (",", "'s", "’s")


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
