"""In sports news the name of a place mostly stands for its team: "Japan beat Syria"."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipeline.entities.evidence import is_people
from pipeline.entities.labels import key_at, key_of
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, tables

_SHARE = 0.018  # of a sports report's words are words of sports
_LEAST = 4
_SHORTEST = 3  # letters of nicknames: Jets
_RECORD = re.compile(r"\d{1,3}[-–]\d")
_OPENING = 4  # words of a headline that names its sport: "SOCCER - ..."


def team_senses(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> list[Span]:
    """The spans, with the sense "team" for places that play."""
    teams = {key_at(words, span).removesuffix("#team") for span in spans if span.sense == "team"}
    sports = is_sports(words)
    if not teams and not sports:
        return list(spans)
    players = _parts_of_people(words, spans, labels)
    spans = list(spans)
    if sports:
        teams |= {key_at(words, span) for span in spans if _plays(words, span, labels.get(key_at(words, span), ""))}
    teams -= players
    people = {span.start for span in spans if labels.get(key_at(words, span)) == "PERSON"}
    found = []
    for span in spans:
        plays = _is_team(words, span, labels.get(key_at(words, span), ""), teams)
        plays = (plays and not _is_nation_of(words, span, people)) or (sports and _is_nickname(words, span))
        found.append(replace(span, sense="team") if plays else span)
    return found


def _is_nation_of(words: Words, span: Span, people: Collection[int]) -> bool:
    """ "Austria's Ana Lind skied": the country she comes from, where no team of it plays."""
    owner = span.end < len(words) and words.text[span.end] in ("'s", "’s")
    return owner and span.end + 1 in people and _country(words, span)


def _parts_of_people(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> set[str]:
    """The keys of the words of full names: "Castillo played" where there is a Byron Castillo."""
    full = (span for span in spans if span.end - span.start > 1 and labels.get(key_at(words, span)) == "PERSON")
    return {key_of(word) for span in full for word in words.text[span.start : span.end]}


def nickname_spans(words: Words, taken: Sequence[bool]) -> list[Span]:
    """Teams by their nicknames that nobody has claimed: the Mountaineers."""
    if not is_sports(words):
        return []
    found = [
        Span(i, i + 1, "ORG", "seek", "team") for i, word in enumerate(words.text) if word[0].isupper() and not taken[i]
    ]
    return [span for span in found if _is_nickname(words, span)]


def _is_nickname(words: Words, span: Span) -> bool:
    """Whether the span is a plural behind "the" that is no people, event or country."""
    word = words.text[span.start]
    if span.end - span.start > 1 or not word.endswith("s") or len(word) <= _SHORTEST or not span.start:
        return False
    if words.text[span.start - 1] not in ("the", "The") or not word.isalpha() or word.isupper():
        return False
    if span.end < len(words) and words.text[span.end][0].isupper():
        return False
    known = is_people(word) or countries.country_named(word) or names.known().get(word) not in (None, "ORG")
    return (
        not known and names.heads().get(word) not in ("EVENT", "LOC", "GPE", "LAW", "FAC") and not names.calendar(word)
    )


def _plays(words: Words, span: Span, label: str) -> bool:
    """Whether a town or state does here what only teams do: "Skive beat", "over Skive", "Skive (4-1)"."""
    if label not in ("GPE", "LOC") or words.kind(span.start) == "dateline":
        return False
    before = words.text[span.start - 1] if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    then = words.text[span.end + 1] if span.end + 1 < len(words) else ""
    if before.lower() in names.cues("team_not_after"):
        return False
    record = after == "(" and bool(_RECORD.match(then))
    return record or after in names.cues("team_after") or before in names.cues("team_before")


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
        return label in ("ORG", "LOC") and key in teams
    if words.kind(span.start) == "dateline" or (
        after in (")", "(") and words.kind(span.start) == "row" and _country(words, span)
    ):
        return False
    if after in names.cues("team_after") or before in names.cues("team_before"):
        return True
    if words.text[span.start].isupper() and after.islower() and words.pos[span.end] in ("NOUN", "ADJ"):
        return False  # "US media" says whose they are, as an adjective does
    located = before.lower() in names.cues("team_not_after") and after not in ("'s", "’s")  # in Skive's penalty area
    return not located and after != "(" and (_country(words, span) or key in teams)


def _is_name(words: Words, i: int) -> bool:
    """Whether a name ends at token i, or before the line break there."""
    if i > 0 and words.text[i].isspace():
        i -= 1
    return i >= 0 and words.pos[i] == "PROPN"


def _country(words: Words, span: Span) -> bool:
    name = words.name(span.start, span.end)
    return bool(countries.country_named(name) or countries.country_of_code(name))
