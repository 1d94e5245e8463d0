"""Quotes whose speaker the text does not make clear, with the candidates. No Streamlit.

A pronoun, a relative or a number names nobody: "it" in one paragraph and "it" in the next may be two speakers.
Such quotes are no speaker's, and the page asks who is meant instead of counting "it" as a person.
"""

import re

from pipeline.lexicon.roles import (
    INDEFINITE_PRONOUNS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    RELATIVE_PRONOUNS,
    SEX_OF_PRONOUN,
    SPEECH_PARTNERS,
    THING_PRONOUNS,
)
from pipeline.model import Analysis, Entity, Quote

UNCLEAR = "Not clear who"
MOST = 3  # candidates offered for one quote
BACK = 2  # sentences before the quote in which a candidate may be named
_NOUNS = frozenset(("people",))  # the one noun in the list of pronouns: "people said" describes who speaks
_BESIDE = frozenset(
    ("of", "and", "or", "the", "both", "either", "neither", "other", "another", "else", "also", "latter", "former",
     "first", "last", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds",
     "too", "now", "there", "s")
)  # fmt: skip
_EMPTY = (PRONOUNS | INDEFINITE_PRONOUNS | _BESIDE) - _NOUNS
_WORD = re.compile(r"\w++")
_NUMBER = re.compile(r"[\d.,:%]++")
_THINGS = frozenset(("ORG", "GPE", "NORP"))
_SPEAKERS = frozenset(("PERSON", "ORG"))


def names_nobody(words: str | None) -> bool:
    """Whether words that stand for a speaker hold nothing but pronouns, relatives, numbers and the like."""
    found = _WORD.findall((words or "").casefold())
    return all(word in _EMPTY or _NUMBER.fullmatch(word) for word in found)


def is_unclear(quote: Quote) -> bool:
    """Whether the speaker is unclear: no entity is given, and the words for the speaker are only pronouns."""
    return not quote.speaker_id and not quote.speaker_name and names_nobody(quote.speaker_text)


def candidates(analysis: Analysis, quote: Quote) -> list[Entity]:
    """The candidates: those that the reason mentions, else fitting names shortly before the quote."""
    known = {entity.id: entity for entity in analysis.entities}
    if weighed := _weighed(list(known.values()), quote.speaker_reason or ""):
        return weighed[:MOST]
    at = quote.speaker_start if quote.speaker_start is not None else quote.start
    sentence = _sentence_of(analysis, min(at, quote.start))
    labels = _labels(quote.speaker_text)
    near = [
        mention.entity_id
        for mention in reversed(analysis.mentions)
        if mention.start < at
        and sentence - BACK <= mention.sentence <= sentence
        and not (quote.start <= mention.start < quote.end)
        and mention.entity_id in known
        and known[mention.entity_id].label in labels
    ]
    return [known[id] for id in dict.fromkeys(near)][:MOST]


def question(quote: Quote, names: list[str]) -> str:
    """What the page asks: ``“it”: Centcom or US Central Command?``"""
    said = " ".join((quote.speaker_text or "").split())
    who = f"“{said}”" if said else "The text names no speaker"
    if names:
        return f"{who}: {', '.join(names[:-1])}{' or ' if names[1:] else ''}{names[-1]}?"
    return f"{who}: who is that?" if said else f"{who}."


def _weighed(entities: list[Entity], reason: str) -> list[Entity]:
    """The entities named in a reason such as "it could be A or B", in its order, without names inside longer ones."""
    _, weighs, rest = reason.partition(" could be ")
    found: dict[int, Entity] = {}
    for entity in sorted(entities, key=lambda entity: -len(entity.name)) if weighs else ():
        if match := re.search(rf"(?<!\w){re.escape(entity.name)}(?!\w)", rest):
            found[match.start()] = entity
            rest = rest[: match.start()] + " " * len(entity.name) + rest[match.end() :]
    return [found[at] for at in sorted(found)]


def _sentence_of(analysis: Analysis, at: int) -> int:
    return max((n for n, (start, _) in enumerate(analysis.sentences) if start <= at), default=0)


def _labels(words: str | None) -> frozenset[str]:
    """The kinds of name that a pronoun can stand for."""
    found = set(_WORD.findall((words or "").casefold()))
    if found & SEX_OF_PRONOUN.keys():
        return frozenset(("PERSON",))
    if found & THING_PRONOUNS:
        return _THINGS
    if found & PLURAL_PRONOUNS:
        return _THINGS | _SPEAKERS
    if found & (RELATIVE_PRONOUNS | SPEECH_PARTNERS):
        return _SPEAKERS
    return _SPEAKERS
