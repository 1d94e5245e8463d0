"""Quotes that are whole paragraphs, with no marks around them.

Turns of an interview or transcript begin with "Q:" or a name and a colon, posts of a network end with a name, and some
paragraph is announced by the one before it ("The ministry said:").
"""

import re
from bisect import bisect_left
from collections import Counter
from itertools import groupby

from pipeline.lexicon import names as lexicon
from pipeline.lexicon.countries import country_named
from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import is_role
from pipeline.quotes.cues import Found, Sentence, Source
from pipeline.quotes.cues_before_marks import colon_source
from pipeline.quotes.quote_table import QuoteTable, Span, is_unmarked

_LABEL_WORDS = 14
_LABEL_CHARACTERS = 120
_NAME_WORDS = 6
_INITIALS = 3
_LEAST_TURNS = 3  # labelled paragraphs from which a text is a transcript, if a label comes back
_QUESTION = frozenset(("q", "question", "interviewer"))
# The end of a post of a social network, as pages hold it: "— Mira Dolan (@miradolan) March 3, 2024".
_SIGNED = re.compile(r"(?<!\S)[—–]{1,2} ?(?P<name>[^()@—–\n]{2,60}?) \(@\w{1,30}\)[^.!?\n]{0,40}\Z")
_VOICES = _QUESTION | {"answer", "caller", "narrator", "audience", "crowd", "voice", "announcer", "all", "both"}


def turns(view: QuoteTable) -> tuple[list[Found], set[int]]:
    """What each labelled paragraph says, and the numbers of those paragraphs."""
    lines = view.text.splitlines()
    asks = any(line.startswith("Q. ") and line.rstrip().endswith("?") for line in lines)
    labels = {
        block: label
        for block, begin, stop in _blocks(view)
        if (label := _label(view, begin, stop, asks=asks)) and not _is_topic(view, label[0])
    }
    if 2 * sum(_is_place(view, span) for span, _ in labels.values()) > len(labels):
        return [], set()  # a list by state or country
    initials = {_initials(view, span): _name(view, span) for span, _ in labels.values()}
    names = Counter(initials.get(name, name) for span, _ in labels.values() if (name := _name(view, span)))
    returns = max(names.values(), default=0) > 1 or any(name in _QUESTION for name in names)
    if len(names) < 2 or (sum(names.values()) < _LEAST_TURNS and not _QUESTION & set(names)) or not returns:
        return [], set()
    found: list[Found] = []
    for block, _begin, stop in _blocks(view):
        if block in labels:
            span, colon = labels[block]
            found.append(((colon + 1, stop - 1), Source(span, (colon, colon), "turn")))
    return found, set(labels)


def posts(view: QuoteTable) -> tuple[list[Found], set[int]]:
    """What each signed post says, and the numbers of its paragraphs: the words before the dash, or those above it."""
    found: list[Found] = []
    numbers: set[int] = set()
    above: tuple[int, int, int] | None = None
    for number, begin, stop in _blocks(view):
        signed = _SIGNED.search(view.text, view.start[begin], view.end[stop - 1])
        if signed:
            dash = bisect_left(view.start, signed.start())
            first = bisect_left(view.start, signed.start("name"))
            speaker = (first, bisect_left(view.start, signed.end("name")) - 1)
            piece = (begin, dash - 1) if dash > begin else (above[1], above[2] - 1) if above else None
            if piece is not None and is_unmarked(view, piece):
                found.append((piece, Source(speaker, (dash, dash), "block-quote")))
                numbers |= {number, view.block_number[piece[0]]}
        above = (number, begin, stop)
    return found, numbers


def block_quotes(view: QuoteTable, sentences: list[Sentence]) -> list[Found]:
    """A paragraph without marks after one that ends "the ministry said:"."""
    starts = {view.block_number[sentence.begin]: sentence.begin for sentence in reversed(sentences)}
    ends = {view.block_number[sentence.begin]: sentence.stop for sentence in sentences}
    found: list[Found] = []
    for sentence in sentences:
        block = view.block_number[sentence.begin]
        if view.lower[sentence.stop - 1] != ":" or sentence.stop != ends[block] or block + 1 not in starts:
            continue
        piece = (starts[block + 1], ends[block + 1] - 1)
        source = colon_source(view, sentence.begin, sentence.stop - 1, sentence.cues)
        if source is not None and source.rule == "lead-colon" and is_unmarked(view, piece):
            found.append((piece, source.by("block-quote")))
    return found


def _blocks(view: QuoteTable) -> list[tuple[int, int, int]]:
    """(number, first token, stop) of every paragraph."""
    blocks: list[tuple[int, int, int]] = []
    stop = 0
    for number, tokens in groupby(view.block_number):
        begin, stop = stop, stop + sum(1 for _ in tokens)
        if number >= 0:
            blocks.append((number, begin, stop))
    return blocks


def _label(view: QuoteTable, begin: int, stop: int, *, asks: bool) -> tuple[Span, int] | None:
    """The name before a colon at the head of a paragraph, and the colon; marks must not follow.

    asks: the text has questions behind "Q.", so that it and "A." are labels too.
    Behind a name in capitals an office and a stage direction may stand: "ANA LOPES, HOST (on camera):".
    """
    if asks and (dot := _full_stop(view, begin)) is not None and dot + 1 < stop:
        return (begin, begin), dot
    if view.text.find(":", view.start[begin], view.start[begin] + _LABEL_CHARACTERS) < 0:
        return None
    last = None
    for j in range(begin, min(begin + _LABEL_WORDS, stop - 2)):
        if view.lower[j] in (":", "):"):  # the tokenizer takes the second for a face
            last = j - 1 if last is None else last
            name = view.text[view.start[begin] : view.end[max(last, begin)]]
            proper = name[:1].isupper() and name.lower() not in words("labels")
            return ((begin, last), j) if last >= begin and proper and view.pair_number[j + 1] < 0 else None
        capitals = view.text[view.start[begin] : view.end[j]].isupper()
        if last is None and (view.comma(j) or view.lower[j] == "("):
            if j == begin or not view.text[view.start[begin] : view.end[j - 1]].isupper():
                return None
            last = j - 1
        if last is None and (j - begin >= _NAME_WORDS or (view.tag[j][0:1] == "V" and not capitals)):
            return None
        titled = view.lower[j] == "." and f"{view.lower[j - 1]}." in words("abbreviations")  # "SEN. LOPES:"
        if view.pair_number[j] >= 0 or (view.lower[j] in (".", "?", "!") and not titled):
            return None
    return None


def _is_topic(view: QuoteTable, span: Span) -> bool:
    """ "Topics:", "Federal:", "Monday:" tell what a paragraph is about: a common word that is no role and no name."""
    word = view.lower[span[0]]
    initials = len(word) <= _INITIALS and view.text[view.start[span[0]] : view.end[span[0]]].isupper()
    if span[0] != span[1] or word in _VOICES or initials:
        return False
    named = is_role(word) or lexicon.surname(word.title()) or lexicon.given_name(word.title())
    return lexicon.calendar(word.title()) or (lexicon.common(word) and not named)


def _is_place(view: QuoteTable, span: Span) -> bool:
    name = view.text[view.start[span[0]] : view.end[span[1]]].title()
    return name in lexicon.states() or country_named(name) is not None


def _full_stop(view: QuoteTable, begin: int) -> int | None:
    """The token that ends "Q." or "A." at the head of a paragraph."""
    if view.lower[begin] in ("q.", "a."):
        return begin
    return begin + 1 if view.lower[begin : begin + 2] in (["q", "."], ["a", "."]) else None


def _initials(view: QuoteTable, span: Span) -> str:
    """ "na" for "Noor Aziz"; a single word has none."""
    letters = [view.lower[j][0] for j in range(span[0], span[1] + 1) if view.lower[j][0].isalpha()]
    return "".join(letters) if len(letters) > 1 else ""


def _name(view: QuoteTable, span: Span) -> str:
    """The last word of a label: "Reyes:" comes back for "Tom Reyes:"."""
    return view.lower[span[1]].strip(".") or view.lower[span[0]]
