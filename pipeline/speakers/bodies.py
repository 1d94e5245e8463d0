"""What the article calls each organisation: 'the union Verdi', 'Brightlake, a software maker'."""

from collections import defaultdict
from collections.abc import Sequence

from pipeline.lexicon.gender import sex_of_name
from pipeline.lexicon.roles import organisation_nouns
from pipeline.speakers.narration import MentionTokens, Narration
from pipeline.speakers.roles import APPOSITION, NOMINAL

_NO_BODIES = frozenset(("GPE", "LOC", "FAC", "EVENT", "NORP", "LAW"))
_ENDS = frozenset((",", ".", ";", ":", ")", "-", "--", "–", "—", "that", "which", "who", "whose"))


def _set_off(narration: Narration, n: int) -> bool:
    """Whether a mark ends the phrase that goes on at n before any verb: 'Verdi, the union of nurses, ...'."""
    for k in range(n, min(n + APPOSITION, len(narration.words))):
        if narration.tags[k][0] == "V" or narration.tags[k] == "MD":
            return False
        if narration.words[k] in _ENDS:
            return True
    return True


def describe_bodies(narration: Narration, spots: Sequence[MentionTokens]) -> dict[str, set[str]]:
    """Each organisation → what the article calls it: 'the union Verdi', 'Brightlake, a software maker'.

    Nothing is said of the town in 'eight were hurt in Grasse, the ministry said', 'in Grasse, the office of the mayor'.
    """
    found: dict[str, set[str]] = defaultdict(set)
    nouns = organisation_nouns()
    for spot in spots:
        if spot.mention.label == "PERSON" and sex_of_name(spot.mention.text):
            continue
        before = narration.lower[spot.first - 1] if spot.first else ""
        if before in nouns:
            found[spot.entity].add(before)
        n = spot.last
        opens = ("a", "an") if spot.mention.label in _NO_BODIES else ("a", "an", "the")
        if narration.words[n : n + 1] == [","] and narration.lower[n + 1 : n + 2] and narration.lower[n + 1] in opens:
            while n + 2 < len(narration.words) and narration.tags[n + 2].startswith(NOMINAL):
                n += 1
            if narration.lower[n + 1 : n + 2] and narration.lower[n + 1] in nouns and _set_off(narration, n + 2):
                found[spot.entity].add(narration.lower[n + 1])
    return dict(found)
