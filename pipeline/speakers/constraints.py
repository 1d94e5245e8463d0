"""Whom a pronoun cannot stand for: grammar's own prohibitions.

Pronouns that come before their name: 'In her reply, Ana Lopes said', 'When he arrived, Rui Alves smiled'.
"""

from collections.abc import Sequence

from pipeline.model import Attribution
from pipeline.speakers.discourse import Scene
from pipeline.speakers.mentions import OBJECTS, SUBJECTS, Spot

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


_OPENERS = frozenset(("IN", "VBG", "VBN", "WRB", "RB", "TO"))
_REACH = 25  # tokens from the pronoun to the comma and the name


def named_ahead(scene: Scene, token: int) -> str | None:
    """The subject of the main clause, where the pronoun stands in an opening that a comma closes."""
    view = scene.view
    first = token
    while first and view.sents[first - 1] == view.sents[token]:
        first -= 1
    if view.tags[first] not in _OPENERS or any(
        view.deps[n] in SUBJECTS and view.deps[view.heads[n]] == "ROOT" for n in range(first, token)
    ):
        return None
    for spot in scene.inside(range(token + 1, token + _REACH)):
        if view.sents[spot.root] == view.sents[token] and view.deps[spot.root] in SUBJECTS:
            main = view.deps[view.heads[spot.root]] in ("ROOT", "ccomp")
            return spot.entity if main and "," in view.words[token : spot.first] else None
    return None
