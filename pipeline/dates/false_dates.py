"""Words that look like a date and are none: the verb "may", 2000 people, a girl named April."""

import re

from spacy.tokens import Token

from pipeline.dates.calendar_names import is_name
from pipeline.dates.context import DateContext, head_token
from pipeline.dates.days import day_alone
from pipeline.dates.grammar import DateMatch, raw_before, word_after, word_before
from pipeline.dates.period import DAY
from pipeline.dates.tokens import codes
from pipeline.lexicon.tables import read_words

_NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "QUANTITY", "MONEY", "LAW"})
_GIRLS = frozenset({"April", "May", "June", "August", "March"})  # also names of people
_NOUNS = ("NN", "NNS")
_COMMON_YEARS = range(1700, 2101)  # others are years only after a preposition
_OPENERS = "-–—/([\"'“‘;,:"
_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,3}[-–.]$")  # 905-453-2121
_OF_A_NUMBER = 3  # figures: no year is told by so many
_TELEPHONE = re.compile(r"[- ]\d{3}[- ]\d{2,4}\b")
_LINK = re.compile(r"[(<\[]?(?:https?:|www\.|[\w.-]+\.[a-z]{2,6}/)")
_LONGEST_LINK = 300
_ADDRESS_REACH = 60
# May 2 (UPI) --, but not May 2-5
_DATELINE = re.compile(r"\s*(?:\([A-Z][\w./ ]{1,30}\)\s*)?(?:--|[-–—](?!\s*\d)\s)")
_DATELINE_TOKENS = 9  # RAFAH, Gaza Strip, March 18
_DATELINE_REACH = 50
_MARKS = ('"', "'", "“", "”", "‘", "’", "`")


def is_date(match: DateMatch, context: DateContext) -> bool:
    """Whether the words are a date here."""
    if word_before(match) in ("every", "each") or _is_in_link(match):
        return False
    guard = GUARDS.get(match.reader)
    return guard is None or guard(match, context)


def after_tag(token: Token) -> str:
    """The tag of the next token; empty at the end of the text."""
    return token.nbor(1).tag_ if token.i + 1 < len(token.doc) else ""


def in_dateline(match: DateMatch) -> bool:
    """Whether a date opens a wire story, "May 2 (UPI) --": no story goes on from it."""
    opening = match.tokens.classes[max(match.first - _DATELINE_TOKENS, 0) : match.first]
    behind = match.tokens.text[match.end : match.end + _DATELINE_REACH]
    begins = match.first < _DATELINE_TOKENS or codes()["stop"] in opening
    return begins and _DATELINE.match(behind) is not None


def _year(match: DateMatch, context: DateContext) -> bool:
    """Not the 2000 of "2000 people", "Russell 2000", "H.R.1546", an address or a telephone number."""
    before = word_before(match)
    if _is_part_of_number(match) or before in _words("numbered") or before in _words("at_least"):
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
    return named or (after_tag(token) == "NNS" and _counts(token, match))


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


def _is_in_address(match: DateMatch) -> bool:
    """1984 Elm Street."""
    words = match.tokens.text[match.end : match.end + _ADDRESS_REACH].split()
    street = next((n for n, word in enumerate(words[:4]) if word.strip(".,;:") in _words("street")), 0)
    return street > 0 and all(word[:1].isupper() or word[:1].isdigit() for word in words[:street])


def _is_in_link(match: DateMatch) -> bool:
    """Whether the figures stand in a web address."""
    text = match.tokens.text
    head = text[max(match.start - _LONGEST_LINK, 0) : match.start]
    return head[-1:].strip() != "" and _LINK.match(head.split()[-1]) is not None


def _is_part_of_number(match: DateMatch) -> bool:
    text, start = match.tokens.text, match.start
    glued = start > 0 and not text[start - 1].isspace() and text[start - 1] not in _OPENERS
    return glued or bool(_NUMBER_BEFORE.search(text[max(start - 5, 0) : start]))


def _weekday(match: DateMatch, context: DateContext) -> bool:
    """Not the Sun, nor the Sunday Times."""
    if word_after(match) in _words("weekday_name") or is_name(match, context):
        return False
    return match.value("wdayabbr") is None or word_before(match) in ("on", "from", "to", "and", "until", "by", ",", "-")


def _month(match: DateMatch, context: DateContext) -> bool:
    """Not the verb may, not a march for something, not April Jones."""
    if word_before(match) in _words("storm") or is_name(match, context):  # first, as it notes who bears the name
        return False
    token = head_token(match, context)
    if token is not None and (token.tag_ in ("MD", "VB", "VBP", "VBD") or token.ent_type_ in ("PERSON", "ORG")):
        return False
    told = word_before(match) in _words("month_leads")  # a report in December said
    if word_after(match) in _words("said") and not told:
        return False
    text = match.tokens.text[match.start : match.end]
    if (
        text in _GIRLS
        and token is not None
        and token.i
        and raw_before(match)[:1].isupper()
        and token.nbor(-1).pos_ == "PROPN"
    ):
        return False
    return told or not (text == "March" and word_after(match) in _words("march"))


def _season(match: DateMatch, context: DateContext) -> bool:
    """Not a crane about to fall, not the fall in wages, not the winter games."""
    token = head_token(match, context)
    if token is None or match.value("year") is not None:
        return True
    if token.lower_ == "fall" and not _is_autumn(match):
        return False
    return token.tag_.startswith("N") and token.dep_ not in ("compound", "amod", "poss")


def _is_autumn(match: DateMatch) -> bool:
    """Whether a fall is the season: "in the fall", "in late fall"; not "killed in fall", "the fall from a roof"."""
    if word_before(match) not in _words("season_leads") or word_after(match) == "from":
        return False
    return match.stop - match.first > 1 or word_after(match) in ("and", "or")


def _year_tail(match: DateMatch, context: DateContext) -> bool:
    """The 17 of 2016-17, but not the next figures of a telephone number."""
    return match.end - match.start != _OF_A_NUMBER


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
    """Not USA Today, the programme "Today", nor the musical Tomorrow Street."""
    text = match.tokens.text[match.start : match.end]
    if text == "Today" and word_after(match)[:1] in _MARKS and word_before(match)[:1] in _MARKS and match.first:
        return False
    return not (text[0].isupper() and word_before(match).isalpha())


def _unit_relative(match: DateMatch, context: DateContext) -> bool:
    """Not the programme "This Week"."""
    text = match.tokens.text[match.start : match.end]
    if text.lower() == "this day" or text.endswith("s"):  # "the coming days" last, and are no date
        return False
    if text.lower().startswith(("the last ", "the next ")) and word_before(match) in _words("lasting"):
        return False
    if text.removeprefix("the ") not in ("This Week", "Last Week"):
        return True
    if text.startswith("the "):
        return False
    running_text = raw_before(match).islower()  # a headline in capitals has no small word before
    return not (running_text or word_before(match) in _MARKS or word_after(match).lower() in _words("programme"))


def _in_count(match: DateMatch, context: DateContext) -> bool:
    """Only "will open in 10 days", which tells a day; "built it in two weeks" tells how long it took."""
    span = context.doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    above = span[0].head
    verb = above.head if above.lower_ == "due" else above
    if verb.pos_ not in ("VERB", "AUX") or context.direction(match) <= 0:
        return False
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if words & _words("unsure") or verb.lemma_ in _words("takes_time"):
        return False
    if any(
        token.tag_ in ("JJS", "RBS") or token.lower_ in ("first", "only") for token in context.doc[verb.i : span.start]
    ):
        return False  # "will be the longest strike in 20 years"
    return bool(words - {"not"}) or verb.lemma_ in _words("exact_moment") or _is_due(verb)


def _is_due(verb: Token) -> bool:
    """The "is" of "the vote is in ten days" and "is due in ten days"; not that of "is the third in ten days"."""
    states = [child.lower_ for child in verb.children if child.dep_ in ("acomp", "attr", "expl", "ccomp", "xcomp")]
    return verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP") and (not states or states == ["due"])


def _new_year(match: DateMatch, context: DateContext) -> bool:
    return match.value("unit") == "year"


def _second_day(match: DateMatch, context: DateContext) -> bool:
    """Not the number of things: "on March 3 and 5 people"."""
    return word_after(match) != "%" and (match.value("year") is not None or _tag_after(match, context) not in _NOUNS)


def _day_alone(match: DateMatch, context: DateContext) -> bool:
    """Only "on the 14th" where a day stands before it in the text; not "on the 14th floor", nor "the 14th to fall"."""
    told = context.anchor is not None and context.anchor.unit == DAY and word_before(match) in ("on", "until", "by")
    return told and _tag_after(match, context)[:1] not in ("N", "J", "C") and day_alone(match, context) is not None


def _tag_after(match: DateMatch, context: DateContext) -> str:
    token = head_token(match, context)
    return after_tag(token) if token is not None else ""


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
    if word_after(match).lower() in _words("pact"):
        return False  # the Good Friday Agreement
    if word_after(match).lower() in _words("holiday_time"):
        return True
    return not (single and match.value("year") is None and token is not None and token.dep_ == "compound")


GUARDS = {
    "bare_year": _year,
    "year_tail": _year_tail,
    "weekday": _weekday,
    "month_alone": _month,
    "season": _season,
    "holiday": _holiday,
    "in_count": _in_count,
    "new_year": _new_year,
    "second_day": _second_day,
    "day_alone": _day_alone,
    "the_unit": _the_unit,
    "unresolved": _vague,
    "deictic": _deictic,
    "this_unit": _this_unit,
    "unit_relative": _unit_relative,
    "unit_anchored": _unit_relative,
}
