"""The bounds of a noun phrase in the text: what belongs to it by the parse, by marks, and by the days beside it."""

from pipeline.quotes.cues import Span
from pipeline.quotes.quote_table import FINITE, QuoteTable

NAMELIKE = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
EDGE = frozenset((",", ";", ":", "-", "--", "–", "—", "and", "but", "as", "(", "while", "though", "although", "when"))
MAX_WORDS = 45
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
_SUFFIXES = frozenset(("sr", "sr.", "jr", "jr.", "ii", "iii"))
_DAY_OPENERS = frozenset(("on", "late", "early", "earlier", "last", "this", "("))
_DAY_PARTS = _DAY_OPENERS | {")", ",", "in", "at"}


def phrase(view: QuoteTable, noun: int, verb: int) -> Span | None:
    """The full phrase under noun, without what lies beyond the verb, another paragraph or a mark."""
    if view.tag[noun][0:1] == "V":  # "after having left ... called": no speaker is a verb
        return None
    first, last = view.left_edge(noun), view.right_edge(noun)
    if noun < view.sentence_start[verb] < verb:  # the parse took the dateline for the subject
        noun = max((j for j in range(view.sentence_start[verb], verb) if view.pos[j] in NAMELIKE), default=noun)
    if noun < verb:
        last = min(last, verb - 1)
        open_end = view.dep[last] == "prep" or (view.tag[last] == "VBG" and last > noun)
        if last + 1 < verb and open_end and view.sentence_start[last] == view.sentence_start[verb]:
            last = (
                min([verb, *(kid for kid in view.children[verb] if kid > last and view.dep[kid] == "aux")]) - 1
            )  # the parse gave "a load" another verb: "a driver who was stuck with a load of apples said"
    elif noun > verb:
        first = max(first, verb + 1)
    return tidy(view, noun, first, last)


def tidy(view: QuoteTable, noun: int, first: int, last: int) -> Span | None:
    """Clip to the paragraph and to the marks around noun, and drop loose words at the edges; None if none is left."""
    first = max(first, view.sentence_start[noun])
    for j in range(noun, first - 1, -1):
        if view.block_number[j] != view.block_number[noun] or _whole_quote(view, j):
            first = j + 1
            break
    for j in range(noun, last + 1):
        if view.block_number[j] != view.block_number[noun] or _whole_quote(view, j) or j - noun > MAX_WORDS:
            last = j - 1
            break
    hyphen = first if view.lower[first] == "-" else first - 1
    glued = hyphen > view.sentence_start[noun] and view.end[hyphen - 1] == view.start[hyphen]
    if glued and view.lower[hyphen] == "-":
        first = max(view.left_edge(hyphen - 1), view.sentence_start[noun])  # "the firm's vice-president"
    while first < noun and view.lower[first] in EDGE:
        first += 1
    town = first > 1 and view.comma(first - 1) and view.ent[first - 2] in ("GPE", "LOC")
    if town and view.ent[first] == "GPE" and view.comma(first + 1) and first + 2 <= last:
        first += 2  # "in Redmond, Washington, the director said"
    while first and view.lower[first] in _SUFFIXES and view.pos[first - 1] == "PROPN":
        first -= 1
    while last > noun and (
        view.lower[last] in _ARTICLES
        or view.lower[last] in EDGE
        or view.lower[last] in ",.:;"
        or view.lower[last].isspace()
    ):
        last -= 1
    return (first, before_day(view, max(first, noun), last)) if first <= last else None


def _whole_quote(view: QuoteTable, i: int) -> bool:
    """Whether i lies in marks that hold more than a nickname or a title of a work."""
    number = view.pair_number[i]
    return number >= 0 and view.pairs[number].last - view.pairs[number].first > 3


def before_day(view: QuoteTable, first: int, last: int) -> int:
    """The last token of a phrase without the day behind it: "the envoy Ana Lopes on Monday (May 6th)".

    An age ("Lopes, 43") is no day; one in a clause ("Lopes, who won on Sunday") belongs to the clause.
    """
    end = last
    while end > first and (view.ent[end] in ("DATE", "TIME") or view.lower[end] in _DAY_PARTS):
        end -= 1
    day = range(end + 1 + view.comma(min(end + 1, last)), last + 1)
    dated = any(view.ent[j] in ("DATE", "TIME") for j in day) and view.lower[day[0]] in _DAY_OPENERS
    clause = any(view.tag[j] in FINITE for j in range(first, end))
    return end if dated and not clause and view.pos[end] in ("PROPN", "NOUN", "PRON") else last
