"""Pronouns that come before their name: 'In her reply, Ana Lopes said', 'When he arrived, Rui Alves smiled'."""

from pipeline.speakers.scene import Scene
from pipeline.speakers.spots import SUBJECTS

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
