"""Words that look like a date and are none: the verb "may", 2000 people, a girl named April."""

import re

from spacy.tokens import Token

from pipeline.dates.calendar_names import is_name
from pipeline.dates.context import DateContext, after_tag, head_token
from pipeline.dates.days import day_alone
from pipeline.dates.false_years import is_event_day, is_old_year, is_short_year, is_year, is_year_tail
from pipeline.dates.grammar import DateMatch, raw_before, word_after, word_before
from pipeline.dates.period import DAY
from pipeline.dates.tokens import codes
from pipeline.lexicon.tables import read_words

_GIRLS = frozenset({"April", "May", "June", "August", "March"})  # also names of people
_NOUNS = ("NN", "NNS")
_LINK = re.compile(r"[(<\[]?(?:https?:|www\.|[\w.-]+\.[a-z]{2,6}/)")
_LONGEST_LINK = 300
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


def in_dateline(match: DateMatch) -> bool:
    """Whether a date opens a wire story, "May 2 (UPI) --": no story goes on from it."""
    opening = match.tokens.classes[max(match.first - _DATELINE_TOKENS, 0) : match.first]
    behind = match.tokens.text[match.end : match.end + _DATELINE_REACH]
    begins = match.first < _DATELINE_TOKENS or codes()["stop"] in opening
    return begins and _DATELINE.match(behind) is not None


def _is_in_link(match: DateMatch) -> bool:
    """Whether the figures stand in a web address."""
    text = match.tokens.text
    head = text[max(match.start - _LONGEST_LINK, 0) : match.start]
    return head[-1:].strip() != "" and _LINK.match(head.split()[-1]) is not None


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
    if word_after(match) in _words("street"):
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


def _the_unit(match: DateMatch, context: DateContext) -> bool:
    """Only "to end the day", "for the year"; most others are no dates."""
    unit = match.value("unit")
    text = match.tokens.text[match.start : match.end]
    if text.endswith("s") or (text[4:5].isupper() and not text.isupper()):  # the Person of the Year
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
    if text.lower().startswith("the last ") and word_after(match) == "of":
        return False  # the last day of the trial
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
    "bare_year": is_year,
    "old_year": is_old_year,
    "short_year": is_short_year,
    "event_day": is_event_day,
    "year_tail": is_year_tail,
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
