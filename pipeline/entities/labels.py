"""One label a name, decided by all evidence in the article."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline import nations
from pipeline.entities import lexicon
from pipeline.entities.evidence import COARSE, ORG, OTHER, PLACE, Points, context_points, name_points
from pipeline.entities.spans import Span
from pipeline.entities.words import Words

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_MODEL_POINTS = 2.2  # shared out over the labels that the model gave to the name's mentions
_CONTEXT_LIMIT = 3.0


def key_of(text: str) -> str:
    """What two spellings of one name have in common."""
    return text.replace(".", "").replace("’", "'").casefold()


def key_at(words: Words, span: Span) -> str:
    """The key of one mention; a team named after a place has a key of its own."""
    key = key_of(words.name(span.start, span.end))
    return f"{key}#{span.sense}" if span.sense else key


def decide(words: Words, spans: Sequence[Span], gazetteer: "Gazetteer | None") -> dict[str, str]:
    """Each name's key → its label in this article."""
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        groups[key_at(words, span)].append(span)
    points = {key: _points(words, group, gazetteer) for key, group in groups.items()}
    _share_with_full_names(points)
    return {key: _fine(words, groups[key], points[key], gazetteer) for key in groups}


def _points(words: Words, group: Sequence[Span], gazetteer: "Gazetteer | None") -> Points:
    text = words.name(group[0].start, group[0].end)
    points = name_points(text, gazetteer)
    votes: Counter[str] = Counter()
    context: Points = Counter()
    for span in group:
        if span.label:
            votes[COARSE[span.label]] += 1
        context.update(context_points(words, span))
    total = sum(votes.values())
    for label, count in votes.items():
        points[label] += _MODEL_POINTS * count / total
    for label, value in context.items():
        points[label] += min(value, _CONTEXT_LIMIT)
    return points


def _share_with_full_names(points: Mapping[str, Points]) -> None:
    """A last name, or a first, speaks for what the full name is."""
    best = {key: _best(p) for key, p in points.items()}
    for key, label in best.items():
        parts = key.split()
        if len(parts) > 1 and label == "PERSON":
            for part, weight in ((parts[-1], 2.5), (parts[0], 1.5)):
                if part in points:
                    points[part]["PERSON"] += weight


def _best(points: Points) -> str:
    """The label with most points; where nothing speaks, most names are bodies'."""
    return max(points, key=lambda label: points[label]) if any(points.values()) else ORG


def _fine(words: Words, group: Sequence[Span], points: Points, gazetteer: "Gazetteer | None") -> str:
    """The label as OntoNotes has it."""
    if group[0].sense:
        return "ORG"
    coarse = _best(points)
    own = Counter(span.label for span in group if span.label and COARSE[span.label] == coarse)
    text = words.name(group[0].start, group[0].end)
    known = lexicon.known().get(text)
    if known and COARSE[known] == coarse:
        return known
    if coarse == PLACE:
        return _place_label(text, own, gazetteer)
    if coarse == OTHER:
        kind = lexicon.heads().get(text.split()[-1])
        return own.most_common(1)[0][0] if own else ("LAW" if kind == "LAW" else "EVENT")
    return coarse


def _place_label(text: str, own: Counter[str], gazetteer: "Gazetteer | None") -> str:
    if nations.country_named(text) or text in lexicon.states():
        return "GPE"
    kind = lexicon.heads().get(text.split()[-1]) if " " in text else None
    if kind in ("FAC", "LOC", "GPE"):
        return kind
    records = gazetteer.lookup(text) if gazetteer else ()
    if records and records[0].name_rank < 2:
        return {"area": "LOC", "water": "LOC", "landform": "LOC", "site": "FAC"}.get(records[0].kind, "GPE")
    return own.most_common(1)[0][0] if own else "GPE"
