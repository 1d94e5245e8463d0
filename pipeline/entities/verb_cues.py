"""What a verb, a participle or a score beside a mention says about it: "fled Skive", "a firm called Skive"."""

from pipeline.entities.classes import ORG, PERSON, PLACE, Points
from pipeline.entities.span_splits import is_score
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_NAMING = frozenset(("called", "named", "dubbed", "nicknamed", "christened"))
_SCORE = 3  # tokens of 2-0


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
    if is_score(words, span.end) or is_score(words, span.start - _SCORE):
        points[PERSON] -= 3.0
        points[ORG] += 0.5


def noun_of_naming(words: Words, span: Span) -> str:
    """The noun, in lower case, that "called" or "named" joins to a mention: a venture called Skive; or empty."""
    if span.start < 2 or words.text[span.start - 1] not in _NAMING:
        return ""
    noun = words.text[span.start - 2]
    return noun if noun.islower() and words.pos[span.start - 2] == "NOUN" else ""
