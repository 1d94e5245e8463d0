"""Named mentions, labelled, and the entities they stand for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pipeline.entities.common_nouns import is_no_name, named_by_noun, stands_for_body
from pipeline.entities.compound_names import compound_spans
from pipeline.entities.evidence import Evidence
from pipeline.entities.group import group_names
from pipeline.entities.labels import decide, key_at, key_of
from pipeline.entities.listed_names import listed_spans
from pipeline.entities.located_names import located_spans
from pipeline.entities.missed import passed_over
from pipeline.entities.organisations import (
    Definition,
    bodies_by_noun,
    definition_spans,
    definitions,
    office_acronyms,
    phrase_acronyms,
)
from pipeline.entities.repeats import bearer_senses, is_place_though_common, repeats
from pipeline.entities.span_splits import place_word
from pipeline.entities.spans import Span, apart, disjoint, model_spans
from pipeline.entities.speaking_names import speaking_spans
from pipeline.entities.subject_names import subject_spans
from pipeline.entities.table_rows import dateline_spans, table_spans
from pipeline.entities.teams import nickname_spans, team_senses
from pipeline.entities.things import thing_spans
from pipeline.entities.trimming import is_opening_role, trimmed
from pipeline.entities.words import Words, covered, read_words
from pipeline.lexicon import names
from pipeline.model import Entity, Mention
from pipeline.text.layout import NOT_THE_STORY
from pipeline.text.tokens import TokenTable

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer


_PAIR = 3  # tokens of two places and "and"


def find_entities(
    tokens: TokenTable, gazetteer: "Gazetteer | None" = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...], frozenset[int]]:
    """All named mentions of an article, sorted by start; their entities, most mentioned first; and the starts of the
    mentions by which a team goes, where a place may bear the same name."""
    text, model_text = tokens.text, tokens.model_text
    words = read_words(tokens)
    evidence = Evidence(words, gazetteer)
    explained = definitions(model_text)
    defined = {definition.short: definition.full for definition in explained}
    judge = partial(decide, words, evidence=evidence, gazetteer=gazetteer, defined=defined)
    spans = _first_spans(words, tokens, explained, gazetteer)
    labels = judge(spans)
    spans = _without_titles(words, spans, labels)
    more = _counted(words, repeats(words, spans, labels))
    spans = sorted(apart(spans, more) + more, key=lambda span: span.start)
    spans = bearer_senses(words, team_senses(words, spans, labels), labels)
    labels = judge(spans)
    spans = _without_titles(words, spans, labels)
    bodies = bodies_by_noun(words.name(span.start, span.end) for span in spans if labels[key_at(words, span)] == "ORG")
    labels |= {key_of(noun): "ORG" for noun in bodies}
    spans = sorted(spans + _counted(words, apart(named_by_noun(words, bodies), spans)), key=lambda span: span.start)
    offices = (office_acronyms(model_text) | phrase_acronyms(model_text)) - set(defined)
    often = Counter(key_at(words, span) for span in spans)
    places = {key for span in spans if is_place_though_common(words, span, labels[key := key_at(words, span)])}
    kept = [
        span
        for span in spans
        if stands_for_body(words, span, bodies)
        or not is_no_name(words, span, labels, offices=offices, often=often, places=places)
    ]
    teams = frozenset(words.start[span.start] for span in kept if span.sense == "team")
    return *group_names(words, kept, labels, text, defined | bodies), teams


def _first_spans(
    words: Words, tokens: TokenTable, explained: Sequence[Definition], gazetteer: "Gazetteer | None"
) -> list[Span]:
    """What is found before any label is decided: the model's spans, ours in place of some, and what it passed over."""
    tables = table_spans(words, tokens.model_text, tokens.layout)

    def counted(found: Iterable[Span]) -> list[Span]:
        return [span for span in _counted(words, found) if words.block[span.start] not in tables]

    whole = [*compound_spans(words, gazetteer), *definition_spans(words, explained)]
    fixed = disjoint(sorted(whole, key=lambda span: span.start - span.end))  # the longer of two
    fixed += apart(listed_spans(words), fixed)
    fixed += apart(thing_spans(words), fixed)
    fixed += apart(located_spans(words, gazetteer), fixed)
    fixed += apart(speaking_spans(words), fixed)
    fixed += apart(subject_spans(words, gazetteer), fixed)
    spans = _override(words, _found(words, tokens.text, tables), counted(fixed))
    spans += counted(passed_over(words, spans, gazetteer))
    taken = covered(len(words), [(span.start, span.end) for span in spans])
    spans += counted(nickname_spans(words, taken))
    return [replace(s, start=s.start + 1) if is_opening_role(words, s.start, s.end) else s for s in spans]


def _found(words: Words, text: str, tables: Mapping[int, list[Span]]) -> list[Span]:
    """The model's spans, and in tables and datelines ours instead."""
    ours = [span for found in tables.values() for span in found] + dateline_spans(words, text)
    taken = {i for span in ours for i in range(span.start, span.end)}
    return ours + [
        span
        for span in _counted(words, model_spans(words))
        if words.block[span.start] not in tables
        and words.kind(span.start) != "dateline"
        and taken.isdisjoint(range(span.start, span.end))
    ]


def _override(words: Words, spans: list[Span], fixed: list[Span]) -> list[Span]:
    """The spans, and where a listed or explained name overlaps them that name, unless it is part of a longer one."""
    speaking: defaultdict[int, list[int]] = defaultdict(list)
    for one in fixed:
        if one.source == "speaks":
            speaking[one.end].append(one.start)
    spans = [span for span in (_before_speaker(words, span, speaking) for span in spans) if span]
    holders = {i: span for span in spans for i in range(span.start, span.end)}
    kept = [one for one in fixed if not _is_part(one, holders.get(one.start))]
    return apart(spans, kept) + kept


def _before_speaker(words: Words, span: Span, speaking: Mapping[int, list[int]]) -> Span | None:
    """The span without the full name that the model joined to it: [Brixham Hospital Ian Corrie] said.

    speaking: where the full names begin, by where they end. None where what is left is no name: [Envoy Ian Corrie].
    """
    rest = next((start for start in speaking.get(span.end, ()) if span.start < start < span.end), None)
    if rest is None:
        return span
    last = words.text[rest - 1]
    return replace(span, end=rest) if last in names.heads() or place_word(last) else None


def _is_part(one: Span, holder: Span | None) -> bool:
    """Whether the span that holds the first token of a name holds all of it and is the longer name."""
    return holder is not None and one.end <= holder.end and _longer(holder, one)


def _longer(span: Span, one: Span) -> bool:
    if one.source == "located" and (span.start, span.end) == (one.start - 1, one.end):
        return False  # the model took the preposition before a place into the name: Outside Kharkiv
    if one.source == "located" and span.label == "ORG" and one.end - one.start == 1 and span.end - span.start == _PAIR:
        return False  # Mons and Liege, which are two
    if one.sense == "paper":
        return False  # the model took the article into the name, or the name for a people's: The Hindu
    if one.source == "speaks" and (span.start, span.end) == (one.start, one.end):
        return True  # the model saw the whole name
    return span.end - span.start > one.end - one.start and span.label not in ("GPE", "LOC", "NORP")


def _without_titles(words: Words, spans: list[Span], labels: dict[str, str]) -> list[Span]:
    """The spans, those of persons without the titles that the model's own label had kept: PM Modi."""
    found: list[Span] = []
    for span in spans:
        if labels[key_at(words, span)] == "PERSON" and span.end - span.start > 1 and span.source in ("model", "seek"):
            start, end = trimmed(words, span.start, span.end, "PERSON")
            if (start, end) != (span.start, span.end) and start < end:
                span = replace(span, start=start, end=end)
                labels.setdefault(key_at(words, span), "PERSON")
        found.append(span)
    return found


def _counted(words: Words, spans: Iterable[Span]) -> list[Span]:
    return [span for span in spans if words.kind(span.start) not in NOT_THE_STORY]
