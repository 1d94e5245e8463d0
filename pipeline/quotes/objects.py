"""Content that is no clause: "denied the report", "called it a lie", "described it as safe", "warned of floods"."""

from pipeline.quotes.cues import Cue
from pipeline.quotes.extent import Piece, stretch
from pipeline.quotes.view import View


def content_object(view: View, cue: Cue, stop: int) -> tuple[Piece, str] | None:
    """The object, predicate or prepositional phrase that holds what was said."""
    if cue.passive:
        return None
    flags = cue.entry.flags
    kids = [kid for kid in view.kids[cue.verb] if cue.last < kid < stop]
    if "k" in flags and (kid := _first(view, kids, "oprd", "ccomp")) is not None:
        return _reach(view, cue.last + 1, kid, stop), "predicate"
    if "a" in flags and (kid := _as(view, kids)) is not None:
        return _reach(view, cue.last + 1, kid, stop), "as"
    if (kid := _preposition(view, cue, kids)) is not None:
        obj = _first(view, kids, "dobj")
        first = cue.last + 1 if obj is not None and obj < kid else kid + 1
        return _reach(view, first, kid, stop), "preposition"
    if "n" in flags and (kid := _first(view, kids, "dobj")) is not None and view.pos[kid] != "PRON":
        return _weighty(view, _reach(view, view.left_edge(kid), kid, stop))
    return None


def _weighty(view: View, piece: Piece) -> tuple[Piece, str] | None:
    """ "denied these allegations" points back and says nothing: an object needs three words or marks."""
    marked = any(view.pair_of[j] >= 0 for j in range(piece[0], piece[1] + 1))
    points_back = view.low[piece[0]] in ("this", "that", "these", "those", "such")
    return (piece, "object") if marked or (piece[1] - piece[0] >= 2 and not points_back) else None


def _first(view: View, kids: list[int], *deps: str) -> int | None:
    return next((kid for kid in kids if view.dep[kid] in deps), None)


def _as(view: View, kids: list[int]) -> int | None:
    return next((kid for kid in kids if view.low[kid] == "as" and view.dep[kid] == "prep"), None)


def _preposition(view: View, cue: Cue, kids: list[int]) -> int | None:
    return next((kid for kid in kids if view.low[kid] in cue.entry.preps and view.dep[kid] in ("prep", "prt")), None)


def _reach(view: View, first: int, kid: int, stop: int) -> Piece:
    return max(first, 0), stretch(view, first, min(view.right_edge(kid), stop - 1), stop)
