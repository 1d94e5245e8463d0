"""What looks like a date and is none: the verb "may", 2000 people, a girl named April."""

import re

from spacy.tokens import Token

from pipeline.dates.context import DateContext
from pipeline.dates.grammar import DateMatch
from pipeline.lexicon.tables import read_words

_NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "QUANTITY", "MONEY", "LAW"})
_GIRLS = frozenset({"April", "May", "June", "August", "March"})  # also names of people


_COMMON_YEARS = range(1700, 2101)  # others are years only after a preposition
_OPENERS = "-–—/([\"'“‘;,:"
_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,3}[-–.]$")  # 905-453-2121
_MARKS = ('"', "'", "“", "”", "‘", "’", "`")


def is_date(match: DateMatch, context: DateContext) -> bool:
    """Whether the words are a date here."""
    if word_before(match) in ("every", "each"):
        return False
    guard = GUARDS.get(match.reader)
    return guard is None or guard(match, context)


def word_before(match: DateMatch) -> str:
    """The word before the expression, lower case; empty at the start of a paragraph."""
    index = match.first - 1
    return match.tokens.text[match.tokens.starts[index] : match.tokens.ends[index]].lower() if index >= 0 else ""


def word_after(match: DateMatch) -> str:
    """The word after it, as it stands."""
    index = match.stop
    return match.tokens.text[match.tokens.starts[index] : match.tokens.ends[index]]


def head_token(match: DateMatch, context: DateContext) -> Token | None:
    """spaCy's token for the last word of the expression."""
    last = match.tokens.starts[match.stop - 1]
    span = context.doc.char_span(last, match.end, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def after_tag(token: Token) -> str:
    """The tag of the token behind, empty at the end of the text."""
    return token.nbor(1).tag_ if token.i + 1 < len(token.doc) else ""


def _year(match: DateMatch, context: DateContext) -> bool:
    """Not the 2000 of "2000 people", "Russell 2000", "H.R.1546" or a telephone number."""
    before = word_before(match)
    if _is_part_of_number(match) or before in _words("numbered") or before in _words("at_least"):
        return False
    if (match.number("year") or 0) not in _COMMON_YEARS and before not in _words("year_leads"):
        return False
    if word_after(match) in _words("hour_zone"):
        return False  # 1530 GMT
    token = head_token(match, context)
    return token is None or (token.ent_type_ not in _NAMED and not _names_or_counts(token, match))


def _names_or_counts(token: Token, match: DateMatch) -> bool:
    """The year of a name in capitals, Russell 2000 Index, or the number of things."""
    before = token.nbor(-1) if token.i else token
    named = before.pos_ == "PROPN" and before.ent_type_ != "DATE" and word_after(match)[:1].isupper()
    counted = after_tag(token) == "NNS" and (token.ent_type_ == "CARDINAL" or word_before(match) in _words("roughly"))
    return named or counted


def _is_part_of_number(match: DateMatch) -> bool:
    text, start = match.tokens.text, match.start
    glued = start > 0 and not text[start - 1].isspace() and text[start - 1] not in _OPENERS
    return glued or bool(_NUMBER_BEFORE.search(text[max(start - 5, 0) : start]))


def _weekday(match: DateMatch, context: DateContext) -> bool:
    """Not the Sun, nor the Sunday Times."""
    if word_after(match) in _words("weekday_name"):
        return False
    return match.value("wdayabbr") is None or word_before(match) in ("on", "from", "to", "and", "until", "by", ",", "-")


def _month(match: DateMatch, context: DateContext) -> bool:
    """Not the verb may, not a march for something, not April Jones."""
    token = head_token(match, context)
    if token is not None and (token.tag_ in ("MD", "VB", "VBP", "VBD") or token.ent_type_ in ("PERSON", "ORG")):
        return False
    if word_after(match) in _words("said"):
        return False
    text = match.tokens.text[match.start : match.end]
    if text in _GIRLS and token is not None and token.i and _capital_before(match) and token.nbor(-1).pos_ == "PROPN":
        return False
    return not (text == "March" and word_after(match) in _words("march"))


def _season(match: DateMatch, context: DateContext) -> bool:
    """Not a crane about to fall, not the winter games."""
    token = head_token(match, context)
    if token is None or match.value("year") is not None:
        return True
    return token.tag_.startswith("N") and token.dep_ not in ("compound", "amod", "poss")


def _the_unit(match: DateMatch, context: DateContext) -> bool:
    """Only "to end the day", "for the year"; most others are no dates."""
    unit = match.value("unit")
    if match.tokens.text[match.start : match.end].endswith("s"):
        return False
    return unit in ("day", "year") and word_before(match) in _words(f"the_{unit}")


def _this_unit(match: DateMatch, context: DateContext) -> bool:
    """Not "later in the day", which tells an hour of whatever day is spoken of."""
    return match.value("unit") != "day"


def _deictic(match: DateMatch, context: DateContext) -> bool:
    """Not USA Today, nor the programme "Today"."""
    text = match.tokens.text[match.start : match.end]
    if text == "Today" and word_after(match)[:1] in _MARKS and word_before(match)[:1] in _MARKS and match.first:
        return False
    return not (text[0].isupper() and word_before(match).isalpha() and _capital_before(match))


def _unit_relative(match: DateMatch, context: DateContext) -> bool:
    """Not the programme "This Week"."""
    text = match.tokens.text[match.start : match.end]
    if text.lower() == "this day" or text.endswith("s"):  # "the coming days" last, and are no date
        return False
    if text.lower().startswith(("the last ", "the next ")) and word_before(match) in _words("lasting"):
        return False
    return not (text in ("This Week", "Last Week") and word_before(match) in _MARKS)


def _capital_before(match: DateMatch) -> bool:
    return match.first > 0 and match.tokens.text[match.tokens.starts[match.first - 1]].isupper()


def _vague(match: DateMatch, context: DateContext) -> bool:
    """Not "right now", "for now"."""
    if match.rule != "vague":
        return True
    if word_before(match) in ("right", "for") or word_after(match) == "-":
        return False
    # "Now, with the help of ..." is a time; "Now we see", "Currently, ..." open a sentence and little more.
    text = match.tokens.text[match.start : match.end]
    return text.islower() or (text == "Now" and word_after(match) == "," and word_before(match)[:1] not in _MARKS)


def _words(name: str) -> frozenset[str]:
    return read_words("guards")[name]


def _holiday(match: DateMatch, context: DateContext) -> bool:
    """Not a Christmas market, a Thanksgiving address."""
    token = head_token(match, context)
    single = " " not in str(match.value("holiday"))
    if word_after(match).lower() in _words("holiday_time"):
        return True
    return not (single and match.value("year") is None and token is not None and token.dep_ == "compound")


GUARDS = {
    "bare_year": _year,
    "weekday": _weekday,
    "month_alone": _month,
    "season": _season,
    "holiday": _holiday,
    "the_unit": _the_unit,
    "unresolved": _vague,
    "deictic": _deictic,
    "this_unit": _this_unit,
    "unit_relative": _unit_relative,
    "unit_anchored": _unit_relative,
}
