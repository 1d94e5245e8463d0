"""Capitalised common nouns that the model takes for names: "the Bank", "our Escrow Account"."""

from collections.abc import Collection, Mapping

from pipeline.entities.labels import key_at
from pipeline.entities.peoples import is_people
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names

_FIELD_AFTER = frozenset(
    (("professor", "of"), ("lecturer", "in"), ("professor", "in"), ("degree", "in"), ("doctorate", "in"), ("phd", "in"),
     ("master", "of"), ("bachelor", "of"))
)  # fmt: skip


def is_no_name(
    words: Words,
    span: Span,
    labels: Mapping[str, str],
    *,
    offices: frozenset[str],
    often: Mapping[str, int],
    places: Collection[str] = (),
) -> bool:
    """Whether the span is a common noun, an illness named after a place, or the initials of an office.

    often: how many mentions each name has. places: keys of common words that are towns somewhere in the article.
    """
    if labels[key_at(words, span)] == "X" or words.name(span.start, span.end) in offices:
        return True
    if span.start and words.text[span.start - 1] == "#" and words.joined(span.start):
        return True  # a topic of a network rather than whom it is about: #StormIda
    if span.end < len(words) and words.text[span.end].lower() in names.cues("illness"):
        return labels[key_at(words, span)] != "NORP"
    label = labels[key_at(words, span)]
    learnt = label in ("ORG", "PERSON", "PRODUCT", "NORP", "EVENT") or names.common(words.text[span.start])
    if learnt and _is_field(words, span):
        return True
    town = key_at(words, span) in places and words.pos[span.start] == "PROPN"
    if town and not (span.start and words.text[span.start - 1].lower() == "the"):
        return False  # "A Cork mother", but not "the Phoenix scheme"
    return is_common_noun(words, span, labels, often)


def _is_field(words: Words, span: Span) -> bool:
    """Whether the span is what somebody teaches or has a degree in: a professor of Obstetrics, a degree in Physics."""
    if span.start < 2 or span.end - span.start > 1 or words.text[span.start].isupper():
        return False
    before = (words.text[span.start - 2].lower(), words.text[span.start - 1])
    return before in _FIELD_AFTER


def stands_for_body(words: Words, span: Span, bodies: Mapping[str, str]) -> bool:
    """Whether "the Commission" is short for the one body of the article that ends so."""
    return (
        span.start > 0
        and words.text[span.start] in bodies
        and span.end - span.start == 1
        and (words.text[span.start - 1].lower() == "the")
    )


def named_by_noun(words: Words, bodies: Mapping[str, str]) -> list[Span]:
    """Where the noun of a body stands alone behind "the" and with a capital: the Observatory said."""
    if words.forms.isdisjoint(bodies):  # as in most articles
        return []
    nouns = [Span(i, i + 1, "ORG", "repeat") for i, word in enumerate(words.text) if word in bodies]
    alone = [span for span in nouns if not "".join(words.text[span.end : span.end + 1])[:1].isupper()]
    return [span for span in alone if stands_for_body(words, span, bodies)]


def is_common_noun(words: Words, span: Span, labels: Mapping[str, str], often: Mapping[str, int]) -> bool:
    """Whether every word of the span is a common one and nothing makes it a name."""
    label = labels[key_at(words, span)]
    if label == "PERSON" and often[key_at(words, span)] == 1 and _is_plain_adjective(words, span):
        return True
    if label == "PERSON" and (_is_plain_subject(words, span) or _is_thing_spoken_of(words, span)):
        return True
    if label not in ("ORG", "GPE", "LOC", "FAC", "PRODUCT") or span.sense or span.source in ("firm", "acronym"):
        return False
    parts = words.text[span.start : span.end]
    if not all(names.common(part) or not any(c.isalpha() for c in part) for part in parts):
        return False
    text = words.name(span.start, span.end)
    if text in names.known() or countries.country_named(text) or is_people(text) or text in names.states():
        return False
    if span.source == "dateline" and is_told_on(words, span):
        return False
    if span.source == "list" and _is_explained(words, span):
        return False
    if len(parts) == 1:
        return is_lone_noun(words, span)
    if often[key_at(words, span)] > 1:
        return False
    return label == "ORG" and _in_sentence(words, span) and not any(part in names.heads() for part in parts)


def _is_explained(words: Words, span: Span) -> bool:
    """Whether a bracket joins a name and its letters: Islamic State (IS), the Sea, Rail and Road (SRR) union."""
    if words.text[span.start].isupper() and words.text[span.start - 1] == "(":
        return True
    return words.text[span.end : span.end + 1] == ["("] and words.text[span.end + 1].isupper()


def is_told_on(words: Words, span: Span) -> bool:
    """Whether a land, a state or an agency follows a dateline's town, which may be a word too: NICE, France (AP)."""
    if span.end + 1 >= len(words) or words.text[span.start].lower() in names.cues("slug"):
        return False
    return words.text[span.end] in (",", "(") and words.text[span.end + 1][0].isupper()


def _is_plain_adjective(words: Words, span: Span) -> bool:
    """Whether a lone common word opens a sentence as no name does: "Sunny spells are", "Pat the dough", "Steak?"."""
    word, i = words.text[span.start], span.end
    if span.end - span.start > 1 or not words.opens[span.start] or not names.common(word) or i >= len(words):
        return False
    return words.text[i] == "?" or (words.text[i][0].islower() and words.tag[i] in ("NN", "NNS", "DT", "PRP"))


def _is_plain_subject(words: Words, span: Span) -> bool:
    """Whether a common word that nobody bears opens a sentence and does what things do: "Marijuana becomes legal"."""
    word, i = words.text[span.start], span.end
    if span.end - span.start > 1 or not words.opens[span.start] or i >= len(words) or not names.common(word):
        return False
    if names.given_name(word) or names.surname(word) or names.title(word) or span.sense or span.source != "model":
        return False
    return words.text[i][0].islower() and not _is_deed_of_person(words, i)


def _is_thing_spoken_of(words: Words, span: Span) -> bool:
    """Whether a word has its one capital because it opens, and is a thing elsewhere: "Ferry will sail again"."""
    word = words.text[span.start]
    if span.end - span.start > 1 or not words.opens[span.start] or not names.common(word) or span.sense:
        return False
    return word.lower() in words.forms and words.text.count(word) == 1 and not _is_deed_of_person(words, span.end)


def _is_deed_of_person(words: Words, i: int) -> bool:
    """Whether token i tells of a person: said, resigned, whose."""
    does = names.cues("speech") | names.cues("person_does") | names.cues("person_after")
    return i < len(words) and words.text[i] in does


def _in_sentence(words: Words, span: Span) -> bool:
    """Whether a determiner, a comma or a small word stands before the span."""
    before = words.text[span.start - 1].lower() if span.start else ""
    return before in names.cues("determiner") or before in names.cues("list_before")


def is_lone_noun(words: Words, span: Span) -> bool:
    """A lone common word is a name only where it cannot be anything else."""
    before = words.text[span.start - 1].lower() if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    if words.text[span.start] in names.heads() and before in names.cues("determiner"):
        return True
    return (
        before in names.cues("determiner")
        or words.opens[span.start]
        or names.title(after)
        or words.pos[span.start] != "PROPN"
    )
