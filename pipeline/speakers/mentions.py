"""Where the named entities stand in the sentence, and how prominent each mention is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.gender import sex_of_name, sex_of_title
from pipeline.model import Entity, Mention
from pipeline.speakers.narration import View

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
OBJECTS = frozenset(("dobj", "dative", "pobj"))
# How much a mention draws the pronouns that follow it: subjects most, words inside a compound least
# (the order of Lappin and Leass 1994; the figures are ours).
WEIGHTS = {
    "nsubj": 1.0, "nsubjpass": 0.9, "ROOT": 0.7, "appos": 0.6, "attr": 0.5, "agent": 0.5,
    "dobj": 0.55, "dative": 0.55, "conj": 0.5, "poss": 0.55, "pobj": 0.5, "compound": 0.2, "nmod": 0.2, "amod": 0.2,
}  # fmt: skip
OTHER_WEIGHT = 0.35
ASIDE = 0.6  # subject of a clause that only hangs on: 'when Costa had left'
SUBORDINATE = frozenset(("advcl", "relcl", "acl", "pcomp"))
WITNESSED_SUBJECT = 0.9  # the parse sees no subject, but a finite verb follows at once
SPEECH_WEIGHT = 0.15  # named in somebody's own words: known, but not what the narrator talks about
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention as tokens first..last (end exclusive), its head token, its weight; fresh: the first in full."""

    mention: Mention
    entity: str
    first: int
    last: int
    root: int
    weight: float
    fresh: bool = False


def find_spots(view: View, mentions: Sequence[Mention], bearers: Mapping[str, Sequence[Entity]]) -> list[Spot]:
    """One spot for each mention that has a token, and for each bare last name that no mention covers, in order."""
    spots: list[Spot] = []
    for mention in mentions:
        span = view.tokens(mention.start, mention.end)
        if span:
            root = _root(view, span)
            spots.append(
                Spot(
                    mention,
                    _bearer(view, mention, span[0], bearers),
                    span[0],
                    span[-1] + 1,
                    root,
                    _weight(view, span, root),
                )
            )
    return _freshened(sorted(spots + _bare_names(view, spots, bearers), key=lambda spot: spot.first))


def _freshened(spots: list[Spot]) -> list[Spot]:
    """Mark where each entity is first given its full name."""
    seen: set[str] = set()
    result = []
    for spot in spots:
        full = " " in spot.mention.text
        result.append(replace(spot, fresh=True) if full and spot.entity not in seen else spot)
        if full:
            seen.add(spot.entity)
    return result


def _bearer(view: View, mention: Mention, first: int, bearers: Mapping[str, Sequence[Entity]]) -> str:
    """'Mr. Costa' is not Ana Costa, where the article also knows a man of this name."""
    persons = bearers.get(mention.text, ())
    sex = sex_of_title(view.lower[first - 1]) if first and len(persons) > 1 else None
    if sex:
        fitting = [person.id for person in persons if sex_of_name(person.name) == sex]
        if fitting and mention.entity_id not in fitting:
            return fitting[0]
    return mention.entity_id


def _bare_names(view: View, spots: Sequence[Spot], bearers: Mapping[str, Sequence[Entity]]) -> list[Spot]:
    """The entity stage may miss 'Costa' while it knows Ana Costa."""
    covered = {n for spot in spots for n in range(spot.first, spot.last)}
    bare = []
    for n, word in enumerate(view.words):
        persons = bearers.get(word, ())
        if len(persons) == 1 and n not in covered:
            entity = persons[0]
            mention = Mention(view.starts[n], view.ends[n], word, entity.label, entity.id, view.sents[n])
            bare.append(Spot(mention, entity.id, n, n + 1, n, _weight(view, range(n, n + 1), n)))
    return bare


def _before_verb(view: View, after: int) -> bool:
    return after < len(view.tags) and view.tags[after] in _FINITE


def _opens(view: View, first: int, after: int, dep: str) -> bool:
    """A name that begins its sentence and is set off by a comma: 'And Costa, for all her doubts, agreed'."""
    begin = first - 1 if first and view.tags[first - 1] in ("CC", "RB", "NNP") else first
    opens = begin == 0 or view.sents[begin - 1] != view.sents[begin]
    return opens and dep not in ("poss", "compound", "pobj") and after < len(view.words) and view.words[after] == ","


def _root(view: View, span: range) -> int:
    """The last token whose head lies outside the span."""
    return next((n for n in reversed(span) if view.heads[n] not in span or view.heads[n] == n), span[-1])


def _weight(view: View, span: range, root: int) -> float:
    dep, after = view.deps[root], span[-1] + 1
    if dep in ("conj", "appos"):  # 'Hall and Costa', 'one of the miners, Costa'
        dep = "nsubj" if view.deps[view.heads[root]] in SUBJECTS else dep
    weight = WEIGHTS.get(dep, OTHER_WEIGHT)
    if dep in SUBJECTS and view.deps[view.heads[root]] in SUBORDINATE:
        weight = ASIDE
    if dep not in SUBJECTS and (_before_verb(view, after) or _opens(view, span[0], after, dep)):
        weight = max(weight, WITNESSED_SUBJECT)
    return weight * SPEECH_WEIGHT if view.quoted[root] else weight
