"""What grammar alone tells of a pronoun: whom it cannot stand for, and whom it must.

Two kinds point to their name by themselves: one that comes before it ('In her reply, Ana Lopes said', 'When he arrived,
Rui Alves smiled'), and 'who' and 'which', whose clause hangs on it.
"""

from collections.abc import Sequence

from pipeline.model import Attribution
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.narration import OBJECTS, SUBJECTS, MentionTokens

_OBJECTIVE = frozenset(("him", "her", "them"))
_OPENERS = frozenset(("IN", "VBG", "VBN", "WRB", "RB", "TO"))
_REACH = 25  # tokens from the pronoun to the comma and the name
_NEVER_WHO = frozenset(("GPE", "LOC", "FAC"))
_APPOSITION = 9  # tokens of an apposition between a name and "who"
_GLOSS = 10  # tokens from a bracket to a name in it
_NEAR = 6  # tokens between the name and its relative pronoun, where the parse gives no help


def excluded_antecedents(discourse: Discourse, token: int, said: Sequence[Attribution]) -> set[str]:
    """The persons a pronoun at token cannot be: those beside it in its clause, those named in its own quotation.

    "He says Costa left" is not about Costa either: the clause hangs on the verb before it.
    """
    barred = {spot.entity for spot in discourse.of_sentence(token) if _excluded(discourse, token, spot)}
    behind = [found for found in said if found.kind == "direct" or (found.cue and found.cue[1] <= found.start)]
    return barred | _named_in(discourse, behind)


def unlikely_antecedents(discourse: Discourse, said: Sequence[Attribution]) -> set[str]:
    """The persons named in what is reported without marks; where that begins is not always sure."""
    return _named_in(discourse, [found for found in said if found.kind != "direct"])


def _named_in(discourse: Discourse, said: Sequence[Attribution]) -> set[str]:
    return {
        spot.entity
        for found in said
        for spot in discourse.inside(discourse.narration.tokens(found.start, found.end))
        if not (_glosses_we(discourse, spot) or _is_called(discourse, spot, found))
    }


def _is_called(discourse: Discourse, spot: MentionTokens, found: Attribution) -> bool:
    """'"She said, 'Ike, is it you?'" he laughed': whom others call by name in what he tells may be himself."""
    narration = discourse.narration
    opened = spot.first and narration.words[spot.first - 1] in ("'", "‘", "“", '"', "``")
    called = opened and narration.starts[spot.first - 1] > found.start
    return bool(called) and narration.words[spot.last : spot.last + 1] in ([","], ["!"], ["?"], ["."])


def _glosses_we(discourse: Discourse, spot: MentionTokens) -> bool:
    """'"We [Ms Lopes and Mr Reed] disagree," she said': in brackets the editor tells who "we" are, the speaker too."""
    narration = discourse.narration
    near = range(spot.first - 1, max(spot.first - _GLOSS, 0), -1)
    opened = next((n for n in near if narration.words[n] in ("[", "(")), None)
    return opened is not None and narration.lower[opened - 1] in ("we", "us", "our", "both")


def _excluded(discourse: Discourse, token: int, spot: MentionTokens) -> bool:
    """'He told Costa' is not about Costa, nor is 'Costa told him': two parts of one clause."""
    narration = discourse.narration
    dep, verb = narration.deps[token], narration.heads[token]
    is_object = narration.lower[token] in _OBJECTIVE
    if dep in SUBJECTS and is_object:  # "Keller made him admit": of the clause in which Keller acts
        return _acts(discourse, spot, narration.heads[verb])
    if dep in SUBJECTS:
        return spot.first > token and (_governor(discourse, spot.root) == verb)
    if dep == "poss":
        return _owned(discourse, token, spot)
    if is_object and dep in OBJECTS:
        return _acts(discourse, spot, verb if narration.tags[verb][:2] == "VB" else narration.heads[verb])
    return False


def _acts(discourse: Discourse, spot: MentionTokens, verb: int) -> bool:
    """Whether the name is the subject of the verb, or of one before it: 'Keller rose and made him admit'."""
    narration = discourse.narration
    if narration.deps[spot.root] not in SUBJECTS:
        return False
    while narration.heads[spot.root] != verb and narration.deps[verb] == "conj":
        verb = narration.heads[verb]
    return narration.heads[spot.root] == verb


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
