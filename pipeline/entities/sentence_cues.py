"""What the sentence of a mention, and the next one, say of it: verbs, scores and namings beside it, pronouns, shops."""

from pipeline.entities.classes import ORG, PERSON, PLACE, Points
from pipeline.entities.span_splits import is_score
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_NAMING = frozenset(("called", "named", "dubbed", "nicknamed", "christened"))
_PLURAL = (["are"], ["have"], ["were"])
_SCORE = 3  # tokens of 2-0
_SENTENCE = 8  # words after a name in which a pronoun is likely to mean it
_LONGEST_SENTENCE = 50
_OF_PERSONS = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))
_MANY_SHOPS = 10
_TRADE = 20  # words within which a chain's shops stand behind its name


def look_at_verbs(points: Points, words: Words, span: Span) -> None:
    """The verb or participle before a mention, and the score of a match on either side."""
    before = words.text[span.start - 1].lower() if span.start else ""
    if before in names.cues("does_to_place"):
        points[PLACE] += 1.5
        points[PERSON] -= 1.0
    elif before in names.cues("strikes_place"):
        points[PLACE] += 0.9  # for a known place; of other names as much a body's
        points[PERSON] -= 0.5
    elif before == "by" and span.start > 1 and words.text[span.start - 2].lower() in names.cues("done_by"):
        points[PLACE] -= 1.2  # written by Skive
        points[ORG] += 0.5
    if words.opens[span.start] and words.text[span.end : span.end + 1] in _PLURAL and span.end - span.start == 1:
        lone = words.text[span.start]
        points[PERSON] -= 0.0 if lone.endswith("s") else 2.5  # Werder have 30 points
        points[ORG] += 0.0 if lone.endswith("s") else 1.0
    if is_score(words, span.end) or is_score(words, span.start - _SCORE):
        points[PERSON] -= 3.0
        points[ORG] += 0.5


def noun_of_naming(words: Words, span: Span) -> str:
    """The noun, in lower case, that "called" or "named" joins to a mention: a venture called Skive; or empty."""
    if span.start < 2 or words.text[span.start - 1] not in _NAMING:
        return ""
    noun = words.text[span.start - 2]
    return noun if noun.islower() and words.pos[span.start - 2] == "NOUN" else ""


def look_at_pronouns(points: Points, words: Words, span: Span) -> None:
    """A pronoun soon after a name in one sentence means it more often than not."""
    number = words.sentence[span.start]
    for j in range(span.end + 1, min(span.end + _SENTENCE, len(words))):
        if words.sentence[j] != number or words.text[j][0].isupper():
            return
        if words.text[j] in _OF_PERSONS:
            points[PERSON] += 0.6
            return
        if words.text[j] in ("its", "itself"):
            points[PERSON] -= 0.8
            return


def look_at_next_sentence(points: Points, words: Words, span: Span) -> None:
    """He, she or it at the head of the next sentence is mostly whoever this one begins with."""
    number = words.sentence[span.start]
    for i in range(span.end, min(span.end + _LONGEST_SENTENCE, len(words))):
        if words.sentence[i] != number:
            if words.sentence[i] == number + 1 and words.block[i] == words.block[span.start]:
                points[PERSON] += {"He": 0.8, "She": 0.8, "It": -0.5}.get(words.text[i], 0.0)
            return


def has_many_shops(words: Words, span: Span) -> bool:
    """Whether more shops than a person runs are told of behind the name: Skive sells shoes in 190 shops."""
    number = words.sentence[span.start]
    for i in range(span.end + 1, min(span.end + _TRADE, len(words) - 2)):
        if words.sentence[i] != number:
            return False
        figure = words.text[i].replace(",", "")
        if (
            figure.isdigit()
            and int(figure) > _MANY_SHOPS
            and names.cues("shops").intersection(words.text[i + 1 : i + 3])
        ):
            return True
    return False
