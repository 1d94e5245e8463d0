"""One label a name, decided by all evidence in the article."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from pipeline.entities.classes import COARSE, NORP, ORG, OTHER, PLACE, Points, best_of
from pipeline.entities.evidence import Evidence, is_base
from pipeline.entities.label_sharing import share
from pipeline.entities.place_frames import is_road
from pipeline.entities.spans import Span
from pipeline.entities.thing_frames import is_vessel
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_MODEL_POINTS = 1.8  # shared out over the labels that the model gave to the name's mentions
_EXPLAINED = 5.0  # for an acronym whose full name the article has, though it is a state's too: the PA
_RARE_POINTS = 1.5  # the model is often wrong about works, laws, products and events
_STRONGEST = 0.8  # of the best single piece of context counts in full
_CONTEXT_LIMIT = 3.0
_OFTEN = 3  # of so many mentions one has to stand where places do
_PRIOR = 0.8  # for a body, where nothing but its neighbours speaks for a name
_LISTED_PLACE = 0.8  # gazetteer points of a town of some 20,000 people
_PLACE_IN_PLACE = 0.8  # for a name that the gazetteer knows and that stands where places stand
_PEOPLE = 2.5  # points below which only the model takes a word for a people's
_OF_PEOPLES = ("an", "ans", "ese", "ish", "i", "is", "ite", "ites", "er", "ers", "ic", "ics", "ist", "ists", "s")
_SENSES = {"team": "ORG", "paper": "ORG", "bearer": "PERSON", "prize": "WORK_OF_ART"}
_LANDFORMS = frozenset(("Ben", "Cerro", "Jabal", "Jebel", "Loch", "Lough", "Mont", "Mount", "Pik", "Wadi"))
_LOCAL = {"area": "LOC", "water": "LOC", "landform": "LOC", "site": "FAC"}


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """What two spellings of one name have in common."""
    return text.replace(".", "").replace("’", "'").casefold()


def key_at(words: Words, span: Span) -> str:
    """The key of one mention; a team named after a place, or somebody after a people, has a key of its own."""
    key = key_of(words.name(span.start, span.end))
    return f"{key}#{span.sense}" if span.sense else key


def decide(
    words: Words,
    spans: Sequence[Span],
    *,
    evidence: Evidence,
    gazetteer: "Gazetteer | None",
    defined: Mapping[str, str],
) -> dict[str, str]:
    """Each name's key → its label in this article; defined: acronym → its full name there."""
    keyed = [(key_at(words, span), span) for span in spans]
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    for key, span in keyed:
        groups[key].append(span)
    texts = {key: words.name(group[0].start, group[0].end) for key, group in groups.items()}
    points = {key: _points(texts[key], group, evidence) for key, group in groups.items()}
    neighbours = sorted(keyed, key=lambda pair: pair[1].start)
    acronyms = {key_of(short): key_of(full) for short, full in defined.items()}
    share(words, neighbours, points, texts, evidence=evidence, acronyms=acronyms)
    labels = {key: _fine(texts[key], groups[key], points[key], gazetteer) for key in groups}
    for key, group in groups.items():
        if labels[key] == "EVENT" and any(is_vessel(words, span.start, span.end) for span in group):
            labels[key] = "PRODUCT"
    _share_with_rivers(texts, labels)
    for short, full in acronyms.items():
        if short in labels and full in labels and COARSE[labels[short]] == COARSE[labels[full]]:
            labels[short] = labels[full]
    return labels


def _share_with_rivers(texts: Mapping[str, str], labels: dict[str, str]) -> None:
    """A name taken for a body's is a river's where the text has the River Nzoia, or the Nzoia River, too."""
    for key, text in texts.items():
        if labels[key] == "LOC" and (alone := river_alone(text)) and labels.get(key_of(alone)) == "ORG":
            labels[key_of(alone)] = "LOC"


def river_alone(text: str) -> str:
    """The name of a river without the word for it; empty where the text is no such name."""
    if text.startswith("River "):
        return text.removeprefix("River ")
    return text.removesuffix(" River") if text.endswith(" River") else ""


def _points(text: str, group: Sequence[Span], evidence: Evidence) -> Points:
    points = evidence.name(text)
    if any(span.source == "acronym" for span in group):
        points[ORG] += _EXPLAINED
    votes: dict[str, int] = {}  # a Counter of one or two spans costs more than all the rest here
    for span in group:
        if span.label:
            votes[COARSE[span.label]] = votes.get(COARSE[span.label], 0) + 1
    total = sum(votes.values())
    if not total and not any(points.values()):
        points[ORG] += _PRIOR
    for label, count in votes.items():
        points[label] += (_MODEL_POINTS if label != OTHER else _RARE_POINTS) * count / total
    if " " not in text and votes.get(NORP) and points[NORP] < _PEOPLE and not text.endswith(_OF_PEOPLES):
        points[NORP] -= 1.0
    listed = points[PLACE] - (_MODEL_POINTS * votes.get(PLACE, 0) / total if total else 0.0)
    contexts = [evidence.context(span) for span in group]
    _add_contexts(points, contexts, known=listed >= 0)
    if any(context[PLACE] > 0 for context in contexts):
        if listed >= _LISTED_PLACE:
            points[PLACE] += _PLACE_IN_PLACE
        elif listed < 0 and any(context[PLACE] >= 1 for context in contexts):
            points[PLACE] -= listed  # where something is in it, it is a place though no gazetteer knows it
    return points


def _add_contexts(points: Points, contexts: Sequence[Points], *, known: bool) -> None:
    """The strongest context counts nearly in full, the others less the more there are.

    known: whether the gazetteer has the name; one that it has not is no place for one mention of many.
    """
    total: Points = defaultdict(float)
    strongest: Points = defaultdict(float)
    for context in contexts:
        for label, value in context.items():
            total[label] += value
            strongest[label] = max(strongest[label], value)
    often = 1.0 if known else min(1.0, _OFTEN * sum(context[PLACE] > 0 for context in contexts) / len(contexts))
    for label, value in total.items():
        rest = (value - strongest[label]) / sqrt(len(contexts))
        weight = _STRONGEST * (often if label == PLACE else 1.0)  # "the party found in Lind a leader"
        points[label] += min(weight * strongest[label] + rest, _CONTEXT_LIMIT)


def _fine(text: str, group: Sequence[Span], points: Points, gazetteer: "Gazetteer | None") -> str:
    """The label as OntoNotes has it."""
    if group[0].sense:
        return _SENSES[group[0].sense]
    coarse = best_of(points)
    known = names.known().get(text)
    if known and COARSE[known] == coarse:
        return known
    if coarse == PLACE:
        return _place_label(text, gazetteer) or _usual(group, coarse) or "GPE"
    if coarse == OTHER:
        kind = names.heads().get(text.rpartition(" ")[2])
        product = names.known().get(text.partition(" ")[0]) == "PRODUCT"
        return _usual(group, coarse) or ("PRODUCT" if product else "LAW" if kind == "LAW" else "EVENT")
    return coarse


def _usual(group: Sequence[Span], coarse: str) -> str:
    """The model's most frequent label of a coarse class; empty where it gave none."""
    own = Counter(span.label for span in group if span.label and COARSE[span.label] == coarse)
    return own.most_common(1)[0][0] if own else ""


def _place_label(text: str, gazetteer: "Gazetteer | None") -> str:
    """What the name's own words and the gazetteer say; empty where they say nothing."""
    if countries.country_named(text) or text in names.states():
        return "GPE"
    kind = names.heads().get(text.rpartition(" ")[2]) if " " in text else None
    kind = "LOC" if text.startswith("River ") else kind
    if kind in ("SITE", "FAC", "LOC", "GPE"):
        return "FAC" if kind == "SITE" else kind
    if is_base(text.split()) or names.is_street(text.rpartition(" ")[2]) or is_road(text):
        return "FAC"
    if text.partition(" ")[0] in _LANDFORMS and " " in text:
        return "LOC"
    records = gazetteer.lookup(text) if gazetteer else ()
    if records and records[0].name_rank < 2:
        first, *others = records
        governed = any(one.kind == "region" and one.country == first.country for one in others)  # Kent, Anbar
        return "GPE" if first.kind == "area" and first.country and governed else _LOCAL.get(first.kind, "GPE")
    return ""
