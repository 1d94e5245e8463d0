"""Whom a pronoun cannot stand for: grammar's own prohibitions.

Pronouns that come before their name: 'In her reply, Ana Lopes said', 'When he arrived, Rui Alves smiled'.
"""

from collections.abc import Sequence

from pipeline.model import Attribution
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.mentions import OBJECTS, SUBJECTS, MentionTokens

_OBJECTIVE = frozenset(("him", "her", "them"))


def excluded_antecedents(discourse: Discourse, token: int, said: Sequence[Attribution]) -> set[str]:
    """The persons a pronoun at token cannot be: those beside it in its clause, those named in its own quotation."""
    barred = {spot.entity for spot in discourse.of_sentence(token) if _excluded(discourse, token, spot)}
    return barred | _named_in(discourse, [found for found in said if found.kind == "direct"])


def unlikely_antecedents(discourse: Discourse, said: Sequence[Attribution]) -> set[str]:
    """The persons named in what is reported without marks; where that begins is not always sure."""
    return _named_in(discourse, [found for found in said if found.kind != "direct"])


def _named_in(discourse: Discourse, said: Sequence[Attribution]) -> set[str]:
    return {
        spot.entity for found in said for spot in discourse.inside(discourse.narration.tokens(found.start, found.end))
    }


def _excluded(discourse: Discourse, token: int, spot: MentionTokens) -> bool:
    """'He told Costa' is not about Costa, nor is 'Costa told him': two parts of one clause."""
    narration = discourse.narration
    dep, verb = narration.deps[token], narration.heads[token]
    if dep in SUBJECTS:
        return spot.first > token and (_governor(discourse, spot.root) == verb)
    if dep == "poss":
        return _owned(discourse, token, spot)
    if narration.lower[token] in _OBJECTIVE and dep in OBJECTS:
        clause = verb if narration.tags[verb][:2] == "VB" else narration.heads[verb]
        return narration.deps[spot.root] in SUBJECTS and narration.heads[spot.root] == clause
    return False


def _owned(discourse: Discourse, token: int, spot: MentionTokens) -> bool:
    """'Reed is his deputy' and 'Reed, his deputy,': nobody is his own deputy."""
    narration = discourse.narration
    noun = narration.heads[token]
    if narration.deps[noun] == "attr":
        return narration.deps[spot.root] in SUBJECTS and narration.heads[spot.root] == narration.heads[noun]
    return (narration.deps[noun] == "appos" and narration.heads[noun] == spot.root) or narration.heads[
        spot.root
    ] == noun


def _governor(discourse: Discourse, root: int) -> int:
    """The verb of which this word is an object, straight or through a preposition."""
    narration = discourse.narration
    head = narration.heads[root]
    return narration.heads[head] if narration.tags[head] in ("IN", "TO") else head


_OPENERS = frozenset(("IN", "VBG", "VBN", "WRB", "RB", "TO"))
_REACH = 25  # tokens from the pronoun to the comma and the name


def cataphoric_subject(discourse: Discourse, token: int) -> str | None:
    """The subject of the main clause, where the pronoun stands in an opening that a comma closes."""
    narration = discourse.narration
    first = token
    while first and narration.sents[first - 1] == narration.sents[token]:
        first -= 1
    if narration.tags[first] not in _OPENERS or any(
        narration.deps[n] in SUBJECTS and narration.deps[narration.heads[n]] == "ROOT" for n in range(first, token)
    ):
        return None
    for spot in discourse.inside(range(token + 1, token + _REACH)):
        if narration.sents[spot.root] == narration.sents[token] and narration.deps[spot.root] in SUBJECTS:
            main = narration.deps[narration.heads[spot.root]] in ("ROOT", "ccomp")
            return spot.entity if main and "," in narration.words[token : spot.first] else None
    return None
