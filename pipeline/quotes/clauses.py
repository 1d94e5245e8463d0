"""Reported speech: what a reporting verb says without marks, or with only part of it in marks."""

from pipeline.quotes.cues import Cue
from pipeline.quotes.direct import Source
from pipeline.quotes.speaker_span import Span, after_verb, before_verb, subject
from pipeline.quotes.view import FINITE, View

Piece = tuple[int, int]
_CLOSERS = frozenset((",", ".", ";", ":", "!", "?", "-", "--", "–", "—", "…", "...", ")", "("))
_WH = frozenset(("whether", "if", "why", "how", "what", "when", "where", "who", "which"))
_CUTTING = frozenset(("and", "but", "while", "though", "although", "as"))


def reported(view: View, cue: Cue, begin: int, stop: int) -> list[tuple[list[Piece], Source]]:
    """Pieces that the cue reports within begin..stop (one sentence), with their source."""
    right = _right(view, cue, stop)
    if right is not None:
        piece, rule = right
        return [([piece], Source(_speaker(view, cue, begin), (cue.first, cue.last), rule))]
    left = _around(view, cue, begin, stop)
    return [left] if left else []


def _speaker(view: View, cue: Cue, begin: int) -> Span | None:
    who = subject(view, cue.verb)
    if who is None and view.tag[cue.verb] in FINITE and not cue.passive:
        return before_verb(view, begin, cue)
    return who


def _right(view: View, cue: Cue, stop: int) -> tuple[Piece, str] | None:
    """Content behind the verb: clause, infinitive, noun phrase or preposition."""
    flags = cue.entry.flags
    for kid in view.kids[cue.verb]:
        if kid < cue.last or kid >= stop:
            continue
        dep = view.dep[kid]
        if dep == "ccomp" and flags & set("cw"):
            return _clause(view, cue, kid, stop), "clause"
        if dep == "xcomp" and flags & set("i") and _is_infinitive(view, kid):
            return _clause(view, cue, kid, stop), "infinitive"
    return _that(view, cue, stop)


def _is_infinitive(view: View, i: int) -> bool:
    return any(view.tag[kid] == "TO" for kid in view.kids[i])


def _clause(view: View, cue: Cue, kid: int, stop: int) -> Piece:
    first = max(view.left_edge(kid), cue.last + 1)
    last = min(view.right_edge(kid), stop - 1)
    if first - 1 > cue.last and view.low[first - 1] == "that":
        first -= 1
    return first, _stretch(view, cue, first, last, stop)


def _stretch(view: View, cue: Cue, first: int, last: int, stop: int) -> int:
    """A clause runs on over what the parse hung elsewhere, up to a comma, a joiner or a new cue."""
    while last + 1 < stop and view.low[last + 1] not in _CLOSERS and view.low[last + 1] not in _CUTTING:
        last += 1
    for j in range(first + 1, last + 1):
        if view.low[j - 1] in (",", "and", "but") and view.tag[j] == "VBG" and "c" in _flags(view, j):
            return j - 2
    return last


def _flags(view: View, j: int) -> frozenset[str]:
    from pipeline.quotes.cues import verb_at

    entry = verb_at(view, j)
    return entry.flags if entry else frozenset()


def _that(view: View, cue: Cue, stop: int) -> tuple[Piece, str] | None:
    """The word "that" soon after the verb opens a clause, whatever the parse made of it."""
    if "c" not in cue.entry.flags:
        return None
    for j in range(cue.last + 1, min(cue.last + 8, stop - 2)):
        if view.low[j] in _CLOSERS or view.tag[j] in FINITE:
            break
        if view.low[j] == "that" and view.tag[j] == "IN":
            return (j, _stretch(view, cue, j, j + 1, stop)), "that"
    return None


def _around(view: View, cue: Cue, begin: int, stop: int) -> tuple[list[Piece], Source] | None:
    """The tag at the end or in the middle: "The bridge is safe, the minister said"; "The bridge, he said, is safe"."""
    if "c" not in cue.entry.flags or view.tag[cue.verb] not in FINITE | {"VBN"} or cue.passive:
        return None
    who, first = _tag_subject(view, cue, begin, stop)
    if who is None:
        return None
    comma = first - 1
    if comma <= begin or view.low[comma] not in (",", "–", "—", "--"):
        return None
    left = (begin, comma - 1)
    rest = _after_tag(view, cue, who, stop)
    if rest is None and not _has_clause(view, left):
        return None
    if rest is not None and not (_has_clause(view, left) or _has_clause(view, rest)):
        return None
    pieces = [left] if rest is None else [left, rest]
    return pieces, Source(who, (cue.first, cue.last), "tag-end" if rest is None else "tag-middle")


def _tag_subject(view: View, cue: Cue, begin: int, stop: int) -> tuple[Span | None, int]:
    """The subject of a tag and the tag's first token."""
    who = subject(view, cue.verb)
    kid = view.child(cue.verb, "nsubj")
    if kid is not None and who is not None and begin <= who[0]:
        return who, min(who[0], cue.first)
    if view.low[cue.verb - 1] == "," and cue.verb > begin:
        return after_verb(view, cue, stop), cue.first
    return None, begin


def _after_tag(view: View, cue: Cue, who: Span, stop: int) -> Piece | None:
    """What follows a tag in the middle, if it goes on with what is reported."""
    j = max(cue.last, who[1]) + 1
    while j < stop and view.low[j] not in (",", "–", "—", "--"):
        if view.low[j] in (".", ";", "!", "?", ":"):
            return None
        j += 1
    if j + 1 >= stop:
        return None
    nxt = j + 1
    if view.tag[nxt] == "VBG" or view.low[nxt] in ("who", "which", "where", "according"):
        return None
    return (nxt, stop - 1)


def _has_clause(view: View, piece: Piece) -> bool:
    return any(view.tag[j] in FINITE for j in range(piece[0], piece[1] + 1))
