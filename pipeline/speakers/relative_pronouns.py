"""Whom 'who' and 'which' refer back to: the name their clause hangs on."""

from pipeline.speakers.discourse import Scene
from pipeline.speakers.mentions import Spot

_NEVER_WHO = frozenset(("GPE", "LOC", "FAC"))
_APPOSITION = 9  # tokens of an apposition between a name and "who"
_NEAR = 6  # tokens between the name and its relative pronoun, where the parse gives no help


def antecedent(scene: Scene, token: int) -> str | None:
    """The entity named right before a relative pronoun, by the parse first and by word order second."""
    view = scene.view
    if view.lower[token] == "who" and token and view.words[token - 1] == "," and (near := _named_last(scene, token)):
        return near.entity if not _one_of_several(scene, near, token) else None
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


def _named_last(scene: Scene, token: int) -> Spot | None:
    """The person named right before ", who", an apposition between at most: 'Lopes, an engineer from Graz, who'."""
    view = scene.view
    spots = [s for s in scene.of_sentence(token) if s.last < token and s.mention.label == "PERSON"]
    if not spots:
        return None
    between = range(spots[-1].last, token - 1)
    if not between:
        return spots[-1]
    apposed = view.words[between[0]] == "," and view.lower[between[0] + 1] in ("a", "an", "the")
    plain = all(view.tags[n][0] in "NJDIC" or view.tags[n] == "POS" for n in between[1:])
    return spots[-1] if apposed and plain and len(between) <= _APPOSITION else None


def _one_of_several(scene: Scene, near: Spot, token: int) -> bool:
    """'Lopes and Reed, who said' are both; only 'who says' is one of them."""
    view = scene.view
    if any(view.tags[n] == "VBZ" for n in range(token + 1, min(token + 3, len(view.tags)))):
        return False
    others = [s for s in scene.of_sentence(token) if s.last < near.first and s.mention.label == "PERSON"]
    return bool(others) and view.lower[others[-1].last : near.first] in (["and"], [",", "and"])


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
