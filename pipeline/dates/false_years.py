"""Figures that look like a year and are none: 2000 people, bus 1999, a house number."""

import re

from spacy.tokens import Token

from pipeline.dates.context import DateContext, after_tag, head_token
from pipeline.dates.grammar import DateMatch, word_after, word_before
from pipeline.lexicon.tables import read_words

_NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "QUANTITY", "MONEY", "LAW"})
_OLD_YEARS = range(1000, 1400)  # which only a preposition tells from a number
_LONGEST_QUOTATION = 80
_COMMON_YEARS = range(1700, 2101)  # others are years only after a preposition
_OPENERS = "-–—/([\"'“‘;,:"
_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,3}[-–.]$")  # 905-453-2121
_NUMBER_SIGN = re.compile(r"\bN[or]s?\.\s?\Z")  # Order No. 1999
_OF_A_NUMBER = 3  # figures: no year is told by so many
_TELEPHONE = re.compile(r"[- ]\d{3}[- ]\d{2,4}\b")
_ADDRESS_REACH = 60


def is_year(match: DateMatch, context: DateContext) -> bool:
    """Not the 2000 of "2000 people", "Russell 2000", "H.R.1546", an address or a telephone number."""
    before = word_before(match)
    if _is_part_of_number(match) or before in _words("numbered") or before in _words("at_least"):
        return False
    if _NUMBER_SIGN.search(match.tokens.text, max(match.start - 6, 0), match.start):
        return False
    if (match.number("year") or 0) not in _COMMON_YEARS and before not in _words("year_leads"):
        return False
    if word_after(match) in _words("hour_zone") or _TELEPHONE.match(match.tokens.text, match.end):
        return False  # 1530 GMT; 1800 123 456
    if (match.number("year"), word_after(match)) == (1860, "Munich"):
        return False  # the club
    if before in _words("owner") and word_after(match) in _words("make"):
        return False  # his 2008 Bentley
    if before not in _words("surely_year") and _is_in_address(match):
        return False
    token = head_token(match, context)
    return token is None or (token.ent_type_ not in _NAMED and not _names_or_counts(token, match))


def _names_or_counts(token: Token, match: DateMatch) -> bool:
    """The year of a name in capitals, Russell 2000 Index, or the number of things."""
    if word_after(match) == "of" and token.i + 2 < len(token.doc) and token.nbor(2).lower_ in ("them", "these", "whom"):
        return True
    before = token.nbor(-1) if token.i else token
    named = before.pos_ == "PROPN" and before.ent_type_ != "DATE" and word_after(match)[:1].isupper()
    return named or ((after_tag(token) == "NNS" or word_after(match) in _words("measure")) and _counts(token, match))


def _counts(token: Token, match: DateMatch) -> bool:
    """Whether a number before a plural noun counts it: "employs 1870 workers", but not "the 2010 floods"."""
    before, things = word_before(match), token.nbor(1)
    if token.ent_type_ == "CARDINAL" or before in _words("roughly"):
        return True
    if before in _words("surely_year"):  # "In 2003 troops crossed the border"
        return False
    if token.dep_ != "nummod" or token.head != things or before in _words("owner") or before in ("the", "these"):
        return False
    if things.lower_ in _words("measure") or (token.i and token.nbor(-1).pos_ == "VERB"):
        return True
    first = things.head if things.dep_ == "conj" else None  # "1975 dollars, 2020 blankets"
    return first is not None and any(child.dep_ == "nummod" for child in first.children)


def is_old_year(match: DateMatch, context: DateContext) -> bool:
    """The 1066 of "since 1066"; not of "in 1066 homes"."""
    year = match.number("num") or 0
    token = head_token(match, context)
    behind = "" if token is None else after_tag(token)
    counts = behind[:1] in ("N", "J", "C", "$") and behind != "CC"
    return year in _OLD_YEARS and not counts and word_after(match) not in ("%", "of") and token is not None


def is_short_year(match: DateMatch, context: DateContext) -> bool:
    """The '85 of "in '85"; not the first words of a quotation."""
    text = match.tokens.text
    quoted = re.search(r"\w'(?!\w)", text[match.end : match.end + _LONGEST_QUOTATION])
    return match.end - match.start == _OF_A_NUMBER and quoted is None


def is_event_day(match: DateMatch, context: DateContext) -> bool:
    """The 9/11 of "since 9/11", "the 9/11 attacks"; not nine of eleven shots."""
    return word_before(match) in _words("event_day") or word_after(match).lower() in _words("event_day_of")


def _is_in_address(match: DateMatch) -> bool:
    """1984 Elm Street."""
    words = match.tokens.text[match.end : match.end + _ADDRESS_REACH].split()
    street = next((n for n, word in enumerate(words[:4]) if word.strip(".,;:") in _words("street")), 0)
    return street > 0 and all(word[:1].isupper() or word[:1].isdigit() for word in words[:street])


def _is_part_of_number(match: DateMatch) -> bool:
    text, start = match.tokens.text, match.start
    glued = start > 0 and not text[start - 1].isspace() and text[start - 1] not in _OPENERS
    return glued or bool(_NUMBER_BEFORE.search(text[max(start - 5, 0) : start]))


def is_year_tail(match: DateMatch, context: DateContext) -> bool:
    """The 17 of 2016-17, but not the next figures of a telephone number."""
    return match.end - match.start != _OF_A_NUMBER


def _words(name: str) -> frozenset[str]:
    return read_words("guards")[name]
