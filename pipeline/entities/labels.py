"""One label a name, decided by all evidence in the article."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from pipeline import nations
from pipeline.entities import lexicon
from pipeline.entities.evidence import COARSE, ORG, OTHER, PERSON, PLACE, Points, context_points, name_points
from pipeline.entities.organisations import is_short_form
from pipeline.entities.spans import Span
from pipeline.entities.words import Words

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_MODEL_POINTS = 2.2  # shared out over the labels that the model gave to the name's mentions
_RARE_POINTS = 1.5  # the model is often wrong about works, laws, products and events
_STRONGEST = 0.8  # of the best single piece of context counts in full
_CONTEXT_LIMIT = 3.0
_PRIOR = 0.8
_IS_TOWN = 1.5
_SURNAME = 4.0  # a town's name that is also the last name of a person in the article, and never "in" it


def key_of(text: str) -> str:
    """What two spellings of one name have in common."""
    return text.replace(".", "").replace("’", "'").casefold()


def key_at(words: Words, span: Span) -> str:
    """The key of one mention; a team named after a place has a key of its own."""
    key = key_of(words.name(span.start, span.end))
    return f"{key}#{span.sense}" if span.sense else key


def decide(
    words: Words, spans: Sequence[Span], gazetteer: "Gazetteer | None", defined: Mapping[str, str]
) -> dict[str, str]:
    """Each name's key → its label in this article; defined: acronym → its full name there."""
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        groups[key_at(words, span)].append(span)
    points = {key: _points(words, group, gazetteer) for key, group in groups.items()}
    _share_with_full_names(points, _kept_apart(words, groups, points))
    _share_in_lists(words, spans, points)
    _share_with_acronyms(points, defined)
    return {key: _fine(words, groups[key], points[key], gazetteer) for key in groups}


def _points(words: Words, group: Sequence[Span], gazetteer: "Gazetteer | None") -> Points:
    text = words.name(group[0].start, group[0].end)
    points = name_points(text, gazetteer)
    votes: Counter[str] = Counter()
    context: Points = Counter()
    strongest: Points = Counter()
    for span in group:
        if span.label:
            votes[COARSE[span.label]] += 1
        seen = context_points(words, span)
        context.update(seen)
        strongest |= seen
    total = sum(votes.values())
    if not total and not any(points.values()):
        points[ORG] += _PRIOR  # a name that nothing but its neighbours speaks for
    for label, count in votes.items():
        points[label] += (_MODEL_POINTS if label != OTHER else _RARE_POINTS) * count / total
    for label, value in context.items():
        shared = (value - strongest[label]) / sqrt(len(group))
        points[label] += min(_STRONGEST * strongest[label] + shared, _CONTEXT_LIMIT)
    return points


def _kept_apart(words: Words, groups: Mapping[str, Sequence[Span]], points: Mapping[str, Points]) -> set[str]:
    """Names that are no person's last name here: acronyms, listed bodies, and towns that something is in."""
    apart = set()
    for key, group in groups.items():
        text = words.name(group[0].start, group[0].end)
        town = points[key][PLACE] > _IS_TOWN and any(context_points(words, span)[PLACE] >= 1 for span in group)
        if town or lexicon.known().get(text) == "ORG" or (text.isupper() and len(text) <= 4):
            apart.add(key)
    return apart


def _share_with_full_names(points: Mapping[str, Points], apart: set[str]) -> None:
    """A last name, or a first, speaks for what the full name is; "Ford" for what Ford Motor Co is."""
    best = {key: _best(p) for key, p in points.items()}
    for key, label in best.items():
        parts = key.split()
        if len(parts) > 1 and label == PERSON:
            for part, weight in ((parts[-1], 2.5), (parts[0], 1.5)):
                if part in points and part not in apart:
                    points[part][PERSON] += weight + (_SURNAME if points[part][PLACE] > _IS_TOWN else 0.0)
        elif len(parts) > 1 and label == ORG and _COMPANY.search(key):
            for n in range(1, len(parts)):
                short = " ".join(parts[:n])
                if short in points and (is_short_form(short, key) or _LEGAL.search(key)):
                    points[short][ORG] += 2.5


_LEGAL = re.compile(r" (?:inc|corp|co|ltd|plc|llc|ag|nv|spa)$")
_COMPANY = re.compile(
    r" (?:inc|corp|corporation|co|company|ltd|plc|ag|group|holdings?|motors?|airways|airlines|gold|minerals)$"
)


def _share_in_lists(words: Words, spans: Sequence[Span], points: Mapping[str, Points]) -> None:
    """Names in one list are alike: "Kim, Park and Lee"."""
    best = {key: _best(p) for key, p in points.items()}
    ordered = sorted(spans, key=lambda span: span.start)
    for one, two in pairwise(ordered):
        between = words.text[one.end : two.start]
        if len(between) <= 2 and between and all(word in _LIST_MARKS for word in between):
            a, b = key_at(words, one), key_at(words, two)
            for key, other in ((a, b), (b, a)):
                if points[key][best[key]] < _DOUBTFUL and points[other][best[other]] >= _DOUBTFUL:
                    points[key][best[other]] += _ALIKE


def _share_with_acronyms(points: Mapping[str, Points], defined: Mapping[str, str]) -> None:
    """What a full name is, its acronym is: the GERD is a dam."""
    for acronym, full in defined.items():
        if key_of(acronym) in points and key_of(full) in points:
            points[key_of(acronym)][_best(points[key_of(full)])] += _SAME_THING


_SAME_THING = 6.0
_LIST_MARKS = frozenset((",", "and", "or", ";", "&"))
_DOUBTFUL = 3.0  # points below which the neighbours in a list may decide
_ALIKE = 1.2


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
    if kind in ("SITE", "FAC", "LOC", "GPE"):
        return "FAC" if kind == "SITE" else kind
    records = gazetteer.lookup(text) if gazetteer else ()
    if records and records[0].name_rank < 2:
        return {"area": "LOC", "water": "LOC", "landform": "LOC", "site": "FAC"}.get(records[0].kind, "GPE")
    return own.most_common(1)[0][0] if own else "GPE"
