"""Whom 'who' and 'which' refer back to: the name their clause hangs on."""

from pipeline.speakers.discourse import Discourse
from pipeline.speakers.mentions import MentionTokens

_NEVER_WHO = frozenset(("GPE", "LOC", "FAC"))
_APPOSITION = 9  # tokens of an apposition between a name and "who"
_NEAR = 6  # tokens between the name and its relative pronoun, where the parse gives no help


def antecedent(discourse: Discourse, token: int) -> str | None:
    """The entity named right before a relative pronoun, by the parse first and by word order second."""
    narration = discourse.narration
    if (
        narration.lower[token] == "who"
        and token
        and narration.words[token - 1] == ","
        and (near := _named_last(discourse, token))
    ):
        return near.entity if not _one_of_several(discourse, near, token) else None
    verb = narration.heads[token]
    head = narration.heads[verb] if narration.deps[verb] == "relcl" else -1
    named = narration.heads[head] if head >= 0 and narration.deps[head] == "appos" else head  # "Lund, the envoy, who"
    for spot in [*discourse.inside(range(max(head, 0), head + 1)), *discourse.inside(range(max(named, 0), named + 1))]:
        return spot.entity if _agrees(discourse, token, spot) else None
    before = [
        s
        for s in discourse.spots
        if s.last <= token and token - s.last <= _NEAR and narration.sents[s.root] == narration.sents[token]
    ]
    if not before or not _adjacent(discourse, before[-1].last, token) or not _agrees(discourse, token, before[-1]):
        return None
    if head >= 0 and narration.tags[head] in ("NN", "NNS") and not _in_apposition(discourse, before[-1], head):
        return None
    return before[-1].entity


def _named_last(discourse: Discourse, token: int) -> MentionTokens | None:
    """The person named right before ", who", an apposition between at most: 'Lopes, an engineer from Graz, who'."""
    narration = discourse.narration
    spots = [s for s in discourse.of_sentence(token) if s.last < token and s.mention.label == "PERSON"]
    if not spots:
        return None
    between = range(spots[-1].last, token - 1)
    if not between:
        return spots[-1]
    apposed = narration.words[between[0]] == "," and narration.lower[between[0] + 1] in ("a", "an", "the")
    plain = all(narration.tags[n][0] in "NJDIC" or narration.tags[n] == "POS" for n in between[1:])
    return spots[-1] if apposed and plain and len(between) <= _APPOSITION else None


def _one_of_several(discourse: Discourse, near: MentionTokens, token: int) -> bool:
    """'Lopes and Reed, who said' are both; only 'who says' is one of them."""
    narration = discourse.narration
    if any(narration.tags[n] == "VBZ" for n in range(token + 1, min(token + 3, len(narration.tags)))):
        return False
    others = [s for s in discourse.of_sentence(token) if s.last < near.first and s.mention.label == "PERSON"]
    return bool(others) and narration.lower[others[-1].last : near.first] in (["and"], [",", "and"])


def _in_apposition(discourse: Discourse, spot: MentionTokens, head: int) -> bool:
    """ "the envoy, Peter Lund, who": the name says who the envoy is."""
    return discourse.narration.deps[spot.root] == "appos" and discourse.narration.heads[spot.root] == head


def _agrees(discourse: Discourse, token: int, spot: MentionTokens) -> bool:
    """'which' is never a person, 'who' never a place; 'a friend of Lopes who' is the friend: no comma, no Lopes."""
    narration, label, word = discourse.narration, spot.mention.label, discourse.narration.lower[token]
    if narration.deps[spot.root] == "pobj" and spot.last == token:
        return False
    return label != "PERSON" if word == "which" else label not in _NEVER_WHO or word != "who"


def _adjacent(discourse: Discourse, end: int, token: int) -> bool:
    """Only marks, ages and brackets stand between."""
    return all(discourse.narration.tags[n] in (",", ":", "CD", "-LRB-", "-RRB-", "HYPH") for n in range(end, token))
