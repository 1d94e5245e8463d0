"""Whom 'who' and 'which' refer back to: the name their clause hangs on."""

from pipeline.speakers.discourse import Scene
from pipeline.speakers.mentions import Spot

_NEVER_WHO = frozenset(("GPE", "LOC", "FAC"))
_NEAR = 6  # tokens between the name and its relative pronoun, where the parse gives no help


def antecedent(scene: Scene, token: int) -> str | None:
    """The entity named right before a relative pronoun, by the parse first and by word order second."""
    view = scene.view
    verb = view.heads[token]
    head = view.heads[verb] if view.deps[verb] == "relcl" else -1
    named = view.heads[head] if head >= 0 and view.deps[head] == "appos" else head  # "Lund, the envoy, who"
    for spot in [*scene.inside(range(max(head, 0), head + 1)), *scene.inside(range(max(named, 0), named + 1))]:
        return spot.entity if _agrees(scene, token, spot) else None
    before = [
        s
        for s in scene.spots
        if s.last <= token and token - s.last <= _NEAR and view.sents[s.root] == view.sents[token]
    ]
    if not before or not _adjacent(scene, before[-1].last, token) or not _agrees(scene, token, before[-1]):
        return None
    if head >= 0 and view.tags[head] in ("NN", "NNS") and not _in_apposition(scene, before[-1], head):
        return None
    return before[-1].entity


def _in_apposition(scene: Scene, spot: Spot, head: int) -> bool:
    """ "the envoy, Peter Lund, who": the name says who the envoy is."""
    return scene.view.deps[spot.root] == "appos" and scene.view.heads[spot.root] == head


def _agrees(scene: Scene, token: int, spot: Spot) -> bool:
    """'which' is never a person, 'who' never a place; 'a friend of Lopes who' is the friend: no comma, no Lopes."""
    view, label, word = scene.view, spot.mention.label, scene.view.lower[token]
    if view.deps[spot.root] == "pobj" and spot.last == token:
        return False
    return label != "PERSON" if word == "which" else label not in _NEVER_WHO or word != "who"


def _adjacent(scene: Scene, end: int, token: int) -> bool:
    """Only marks, ages and brackets stand between."""
    return all(scene.view.tags[n] in (",", ":", "CD", "-LRB-", "-RRB-", "HYPH") for n in range(end, token))
