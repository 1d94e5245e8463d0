"""Whom an obituary is about: the next paragraph that opens with "he" goes back to the dead, not to who spoke last."""

from pipeline.speakers.discourse import Discourse
from pipeline.speakers.narration import SUBJECTS

_DIED = frozenset(("died", "dies", "death"))
_LEAD = 2  # sentences within which an obituary tells who has died
_OPENING = 25  # tokens from the beginning of a paragraph to its first pronoun


def departed(discourse: Discourse, token: int) -> str | None:
    """The person whose death the article opens with, where the pronoun at token opens a paragraph that names nobody."""
    narration = discourse.narration
    block = narration.blocks[token]
    first = token
    while first and narration.blocks[first - 1] == block and token - first < _OPENING:
        first -= 1
    opens = first == 0 or narration.blocks[first - 1] != block
    if not opens or any(spot.mention.label == "PERSON" for spot in discourse.inside(range(first, token))):
        return None
    spot = next((spot for spot in discourse.spots if spot.mention.label == "PERSON"), None)
    if spot is None or narration.sents[spot.root] >= _LEAD or narration.blocks[spot.root] == block:
        return None
    sentence = [n for n in range(spot.last, token) if narration.sents[n] == narration.sents[spot.root]]
    dies = narration.deps[spot.root] in SUBJECTS and narration.lower[narration.heads[spot.root]] in _DIED
    others = [s for s in discourse.of_sentence(spot.root) if s.mention.label == "PERSON" and s.entity != spot.entity]
    mourned = not others and any(
        narration.lower[n] == "death" and narration.lower[n - 1] in ("his", "her") for n in sentence
    )
    return spot.entity if dies or mourned else None
