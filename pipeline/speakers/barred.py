"""Whom a pronoun cannot stand for: grammar's own prohibitions."""

from collections.abc import Sequence

from pipeline.model import Attribution
from pipeline.speakers.scene import Scene
from pipeline.speakers.spots import OBJECTS, SUBJECTS, Spot

_OBJECTIVE = frozenset(("him", "her", "them"))


def barred_for(scene: Scene, token: int, said: Sequence[Attribution]) -> set[str]:
    """The persons a pronoun at token cannot be: those beside it in its clause, those named in its own quotation."""
    barred = {spot.entity for spot in scene.of_sentence(token) if _excluded(scene, token, spot)}
    return barred | _named_in(scene, [found for found in said if found.kind == "direct"])


def doubted_for(scene: Scene, said: Sequence[Attribution]) -> set[str]:
    """The persons named in what is reported without marks; where that begins is not always sure."""
    return _named_in(scene, [found for found in said if found.kind != "direct"])


def _named_in(scene: Scene, said: Sequence[Attribution]) -> set[str]:
    return {spot.entity for found in said for spot in scene.inside(scene.view.tokens(found.start, found.end))}


def _excluded(scene: Scene, token: int, spot: Spot) -> bool:
    """'He told Costa' is not about Costa, nor is 'Costa told him': two parts of one clause."""
    view = scene.view
    dep, verb = view.deps[token], view.heads[token]
    if dep in SUBJECTS:
        return spot.first > token and (_governor(scene, spot.root) == verb)
    if dep == "poss":
        return _owned(scene, token, spot)
    if view.lower[token] in _OBJECTIVE and dep in OBJECTS:
        clause = verb if view.tags[verb][:2] == "VB" else view.heads[verb]
        return view.deps[spot.root] in SUBJECTS and view.heads[spot.root] == clause
    return False


def _owned(scene: Scene, token: int, spot: Spot) -> bool:
    """'Reed is his deputy' and 'Reed, his deputy,': nobody is his own deputy."""
    view = scene.view
    noun = view.heads[token]
    if view.deps[noun] == "attr":
        return view.deps[spot.root] in SUBJECTS and view.heads[spot.root] == view.heads[noun]
    return (view.deps[noun] == "appos" and view.heads[noun] == spot.root) or view.heads[spot.root] == noun


def _governor(scene: Scene, root: int) -> int:
    """The verb of which this word is an object, straight or through a preposition."""
    view = scene.view
    head = view.heads[root]
    return view.heads[head] if view.tags[head] in ("IN", "TO") else head
