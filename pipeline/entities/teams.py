"""In sports news the name of a place mostly stands for its team: "Japan beat Syria"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.entities.labels import key_at
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, tables

_SHARE = 0.018  # of a sports report's words are words of sports
_LEAST = 4
_OPENING = 4  # words of a headline that names its sport: "SOCCER - ..."


def team_senses(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> list[Span]:
    """The spans, with the sense "team" for places that play."""
    teams = {key_at(words, span).removesuffix("#team") for span in spans if span.sense == "team"}
    if not teams and not is_sports(words):
        return list(spans)
    return [
        replace(span, sense="team") if _is_team(words, span, labels.get(key_at(words, span), ""), teams) else span
        for span in spans
    ]


def is_sports(words: Words) -> bool:
    """Whether the article reports matches."""
    listed = tables.words("entities/sports.txt")
    if any(word.lower() in tables.words("entities/sports_names.txt") for word in words.text[:_OPENING]):
        return True
    forms = {form for form in words.forms if form.lower() in listed}
    if len({form.lower() for form in forms}) < _LEAST:
        return False
    return sum(word in forms for word in words.text) >= _SHARE * len(words)


def _is_team(words: Words, span: Span, label: str, teams: set[str]) -> bool:
    key = key_at(words, span)
    before = words.text[span.start - 1] if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    if span.sense or span.source == "row":
        return False
    if before == "(" and after[:1] == ")" and _is_name(words, span.start - 2):
        return label != "ORG" and not _country(words, span)  # "Ana Lind (Porto)"
    if label != "GPE":
        return label == "ORG" and key in teams
    if words.kind(span.start) == "dateline" or (
        after in (")", "(") and words.kind(span.start) == "row" and _country(words, span)
    ):
        return False
    if after in names.cues("team_after") or before in names.cues("team_before"):
        return True
    return (
        before.lower() not in names.cues("team_not_after")
        and after not in ("(",)
        and (_country(words, span) or key in teams)
    )


def _is_name(words: Words, i: int) -> bool:
    """Whether a name ends at token i, or before the line break there."""
    if i > 0 and words.text[i].isspace():
        i -= 1
    return i >= 0 and words.pos[i] == "PROPN"


def _country(words: Words, span: Span) -> bool:
    name = words.name(span.start, span.end)
    return bool(countries.country_named(name) or countries.country_of_code(name))
