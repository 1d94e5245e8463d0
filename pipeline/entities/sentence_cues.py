"""What the rest of the sentence, and the next one, say about a mention: its pronouns, the shops of a chain."""

from pipeline.entities.classes import PERSON, Points
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_SENTENCE = 8  # words after a name in which a pronoun is likely to mean it
_LONGEST_SENTENCE = 50
_OF_PERSONS = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))
_MANY_SHOPS = 10
_TRADE = 20  # words within which a chain's shops stand behind its name


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
