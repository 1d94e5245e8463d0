"""Weekdays and months that are parts of names: Sunday Oliseko, Officer Joe Friday, the Monday Clinic."""

import re

from spacy.tokens import Token

from pipeline.dates.context import DateContext, head_token
from pipeline.dates.grammar import DateMatch, raw_before, word_after, word_before
from pipeline.dates.tokens import codes
from pipeline.lexicon import names
from pipeline.lexicon.tables import read_words

_NO_SURNAME = ("GPE", "NORP", "LOC", "FAC")
_LONGEST_BYLINE = 4  # tokens behind the weekday in "By Tuesday Okafor"
_CLUBS = {"Wednesday": "Sheffield", "Thursdays": "Abergavenny"}  # football clubs called by their town and a day
_AGE = re.compile(r",\s\d{1,2},\s(?!\d)")  # "Sunday, 22, scored"


def is_name(match: DateMatch, context: DateContext) -> bool:
    """Whether a weekday or month alone is a name, or part of one."""
    if match.stop - match.first > 1:
        return False
    word = match.tokens.text[match.start : match.end]
    token = head_token(match, context) if word.istitle() else None
    if token is None:
        return False
    if _is_hyphenated(match) or _names_a_body(match) or _names_a_club(word, match):
        return True
    if _opens_a_name(token, match) or _closes_a_name(token, match):
        context.bearers.add(word)
        return True
    return word in context.bearers and _is_bearer(token, match)


def _is_hyphenated(match: DateMatch) -> bool:
    """Rosa Sunday-Eke, but not the Sunday-Monday of a span of days."""
    behind = match.tokens.text[match.end : match.end + 20]
    surname = behind[1:].split()[:1]
    return (
        behind[:1] == "-"
        and bool(surname)
        and surname[0][:1].isupper()
        and not names.calendar(surname[0].strip(".,;:"))
    )


def _names_a_body(match: DateMatch) -> bool:
    """The Monday Clinic, the Tuesday Club; but not "the Friday OPEC meeting"."""
    after = word_after(match)
    weekday = match.value("weekday") is not None
    return weekday and word_before(match) == "the" and after.istitle() and not names.calendar(after)


def _names_a_club(word: str, match: DateMatch) -> bool:
    """Sheffield Wednesday; in an article about them also the Wednesday that plays, but not "on Wednesday"."""
    town, text = _CLUBS.get(word), match.tokens.text
    if town is None or f"{town} {word}" not in text:
        return False
    before, behind = raw_before(match), word_after(match)
    opens = not before[-1:].isalnum() and behind.isalpha() and behind.islower()
    return before == town or (opens and behind not in _words("before_a_date"))


def _opens_a_name(token: Token, match: DateMatch) -> bool:
    """Sunday Oliseko, June Carver: a surname behind, and no preposition or verb of saying before."""
    surname = _word_behind(token)
    if not _is_surname(surname) or (match.value("month") is not None and not names.given_name(token.text)):
        return False
    before, opens = word_before(match), _begins_a_phrase(token, match)
    if token.dep_ == "npadvmod" and surname.dep_ == "nsubj":  # the parser's "On Sunday" without the "On"
        return opens and surname.ent_type_ == "PERSON" and names.given_name(token.text)
    if token.dep_ != "compound" or token.head != surname:
        return False
    if before == "by":  # a byline or "scored by Sunday Eze", not "by Tuesday Okafor had left"
        return _is_byline(match) or surname.head.dep_ == "agent"
    acted_on = surname.dep_ == "dobj" and surname.head.i < token.i and surname.head.lemma_ not in _tell()
    return opens or acted_on or names.title(raw_before(match)) or names.role(before)


def _word_behind(token: Token) -> Token:
    """The next token, of a double name its second half: April Sandoval-Reese; the token itself at the end."""
    rest = token.doc[token.i + 1 : token.i + 4]
    if not len(rest):
        return token
    double = len(rest) == 3 and rest[1].text == "-" and not rest[0].whitespace_ and rest[0].text.istitle()
    return rest[2] if double and rest[2].text.istitle() else rest[0]


def _is_surname(token: Token) -> bool:
    """Whether a word may be a surname, by its look, its label and the lists."""
    if token.tag_ not in ("NNP", "NNPS") or not token.text.istitle() or names.common(token.text):
        return False
    return token.ent_type_ not in _NO_SURNAME or names.surname(token.text)


def _begins_a_phrase(token: Token, match: DateMatch) -> bool:
    before = word_before(match)
    return bool(token.is_sent_start) or before in ("", "and", "or", ",", "&") or not before[:1].isalnum()


def _tell() -> frozenset[str]:
    return read_words("tense")["tell"]


def _is_byline(match: DateMatch) -> bool:
    """Whether the paragraph is "By" and a name."""
    stop, classes = codes()["stop"], match.tokens.classes
    begins = match.first == 1 or classes[match.first - 2] == stop
    return begins and stop in classes[match.stop : match.stop + _LONGEST_BYLINE]


def _closes_a_name(token: Token, match: DateMatch) -> bool:
    """Officer Joe Friday: a title and a given name before; Theresa May needs no title, as "May" alone tells no day."""
    if not token.i:
        return False
    given, title = token.nbor(-1), token.nbor(-2) if token.i > 1 else token
    one_name = given.dep_ == "compound" and given.head == token and names.given_name(given.text)
    if match.value("month") is not None and (one_name or given.text in ("Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms.")):
        return not names.calendar(given.text)
    return one_name and (names.title(title.text) or names.role(title.lower_)) and title.text.istitle()


def _is_bearer(token: Token, match: DateMatch) -> bool:
    """Whether somebody of that name acts or speaks here: "Friday is 30", "June said"; but not "on Friday"."""
    behind, before = match.tokens.text[match.end : match.end + 8], word_before(match)
    owns = behind.startswith(("'s ", "’s ")) and not _is_of_an_event(token)
    if before in _words("before_a_date"):  # a critic of May's plan; but not in May's vote
        return owns and before in ("of", "for", "to", "by") and match.value("month") is not None
    told = owns or _AGE.match(behind) is not None
    if before not in ("and", "or", "the", "a", "-") and token.i + 1 < len(token.doc):
        told = told or (match.value("month") is not None and token.nbor(1).tag_ in ("VBZ", "VBD"))  # where May commands
    return told or token.dep_ in ("nsubj", "nsubjpass") or word_after(match) in _words("said")


def _is_of_an_event(token: Token) -> bool:
    """Whether what follows "May's" is held on a day: May's local elections."""
    behind = token.doc[token.i + 2 : token.i + 6]
    return any(word.pos_ == "NOUN" and word.lemma_.lower() in read_words("tense")["foreseen"] for word in behind)


def _words(name: str) -> frozenset[str]:
    return read_words("guards")[name]
