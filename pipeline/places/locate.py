"""Puts every toponym of an article on the map."""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.gazetteer import Gazetteer
from pipeline.model import Article, Entity, Mention, Place
from pipeline.places.candidates import candidates
from pipeline.places.disambiguate import choose
from pipeline.places.in_names import embedded
from pipeline.places.mislabelled import is_adjective, is_disease, is_place, rescued
from pipeline.places.result import row
from pipeline.places.senses import Choice
from pipeline.places.sites import site_choices
from pipeline.text.layout import Layout

_ABBREVIATION = 5  # letters
TOPONYM_LABELS = frozenset(("GPE", "LOC", "FAC"))


def locate(
    doc: Doc,
    article: Article,
    *,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    gazetteer: Gazetteer,
    layout: Layout,
) -> tuple[Place, ...]:
    """One Place for each toponym mention, sorted by start."""
    text = article.text
    tops = [m for m in mentions if m.label in TOPONYM_LABELS and not (is_disease(text, m) or is_adjective(text, m))]
    others = (*embedded(mentions, gazetteer), *rescued(text, mentions, TOPONYM_LABELS, gazetteer))
    tops = sorted((*tops, *_apart(others, tops)), key=lambda mention: mention.start)
    names = [_with_dot(text, mention) for mention in tops]
    found = {name: candidates(name, gazetteer)[1] for name in set(names)}
    kept = [n for n, name in enumerate(names) if found[name] or is_place(text, tops[n])]
    tops, places = [tops[n] for n in kept], [found[names[n]] for n in kept]
    chosen: dict[int, Choice] = choose(text, tops, places, mentions, gazetteer)
    chosen |= site_choices(text, tops, chosen, gazetteer)
    return tuple(row(mention, chosen.get(i), gazetteer) for i, mention in enumerate(tops))


def _apart(others: Sequence[Mention], tops: Sequence[Mention]) -> list[Mention]:
    """Those of the others whose words no toponym and no longer one of them has: words stand for one place."""
    kept: list[Mention] = []
    taken = {at for top in tops for at in range(top.start, top.end)}
    for other in sorted(others, key=lambda mention: mention.start - mention.end):
        letters = range(other.start, other.end)
        if taken.isdisjoint(letters):
            kept.append(other)
            taken.update(letters)
    return kept


def _with_dot(text: str, mention: Mention) -> str:
    """An abbreviation with the dot that the entity stage may have left outside ("Gatineau, Que.")."""
    short = len(mention.text) <= _ABBREVIATION and mention.text.istitle()
    return (
        mention.text + "."
        if short and text[mention.end : mention.end + 1] == "." and text[: mention.start].endswith(", ")
        else mention.text
    )
