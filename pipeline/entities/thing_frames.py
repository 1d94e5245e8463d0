"""What is around the name of a vessel, a code or a club: "the ferry Skive", "codenamed Skive", "joined Skive Town"."""

from pipeline.entities.classes import ORG, OTHER, PERSON, PLACE, Points
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_CARGO = frozenset(
    ("aircraft", "bulk", "car", "cargo", "coal", "container", "crude", "cruise", "factory", "gas", "grain", "livestock",
     "LNG", "LPG", "oil", "ore", "passenger", "research", "rescue", "supply", "troop", "vehicle")
)  # fmt: skip
_CLUBS_TOO = frozenset(("Town", "City", "County", "Park", "Island"))  # that clubs' names end with, as places' do
_CODED = frozenset(("codenamed", "code-named"))


def look_at_thing_frames(points: Points, words: Words, span: Span) -> None:
    """What speaks for a thing, and against a person, a body or a place of the same name."""
    if is_vessel(words, span.start, span.end) or (span.start and words.text[span.start - 1].lower() in _CODED):
        points[OTHER] += 4.0
        points[PERSON] -= 4.0
        points[PLACE] -= 4.0
        points[ORG] -= 2.0
    elif words.text[span.end - 1] in _CLUBS_TOO and span.end - span.start > 1 and _plays(words, span):
        points[ORG] += 3.5
        points[PLACE] -= 2.0
        points[PERSON] -= 2.0


def _plays(words: Words, span: Span) -> bool:
    """Whether the name is a club's by what stands beside it: the Skive Town striker, joined Skive Town on loan."""
    after, then = (*words.text[span.end : span.end + 2], "", "")[:2]
    before = words.text[span.start - 1] if span.start else ""
    if after in names.cues("club_man") or (after == "on" and then == "loan"):
        return True
    result = after in ("won", "lost", "drew", "beat") and (then[:1].isdigit() or then in ("at", "away", "their"))
    return (
        result
        or before in ("v", "beat", "against", "versus")
        or (before == "for" and "signed" in words.text[span.start - 3 : span.start])
    )


def is_vessel(words: Words, start: int, end: int) -> bool:
    """Whether a noun for a vessel stands before the tokens, or "aboard the", and they are its name."""
    i = start - 1
    if i > 0 and words.text[i] in ('"', "“", "‘", "``"):
        i -= 1
    if i < 1 or words.sentence[i] != words.sentence[start]:
        return False
    if words.text[i].lower() == "the":
        aboard = words.text[i - 1].lower() == "aboard" or words.name(max(i - 2, 0), i).lower() == "on board"
        return aboard and words.text[end : end + 1] not in (["'s"], ["’s"]) and not _is_thing_of(words, end)
    noun = words.text[i]
    kind = noun in names.cues("vessel") or (noun in names.cues("vessel_last") and words.text[i - 1] in _CARGO)
    return kind and not _is_deed(words, end) and not _is_thing_of(words, end)


def _is_deed(words: Words, end: int) -> bool:
    """Whether what follows is what somebody did to the vessel: the boat Ana Lind bought in May."""
    if words.text[end : end + 1] == ["sailed"] and words.text[end + 1 : end + 2] in (["from"], ["into"], ["under"]):
        return False  # which the vessel did itself
    return end < len(words) and words.text[end] in names.cues("done_to_thing")


def _is_thing_of(words: Words, end: int) -> bool:
    """Whether the name only qualifies a noun: aboard the Lind yacht, the Lind-owned yacht."""
    return words.text[end : end + 1] == ["-"] or (words.text[end : end + 1] != [] and words.pos[end] == "NOUN")
