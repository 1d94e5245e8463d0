"""Choosing: what a click on a chart, a row, a name in the text or a chip does to the picks."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from components.selection.picks import Pick, PickKind, read_pick, replaced, toggled
from components.selection.selection import Selection, settled
from components.session.state import page, refresh, widget_value
from pipeline.model import Analysis


def picked(kind: PickKind) -> tuple[str, ...]:
    """What is chosen of a kind, the oldest first."""
    return tuple(pick.id for pick in page().picks if pick.kind == kind)


def selection(analysis: Analysis) -> Selection:
    """The picks in this article; those that mean nothing here are forgotten."""
    state = page()
    found = settled(analysis, state.picks)
    if found.picks != state.picks:
        state.picks, state.passage = found.picks, 0
        refresh()
    return found


def choose(pick: Pick) -> None:
    """Choose a thing, or let it go where it is chosen already."""
    _set(toggled(page().picks, pick, add=page().several))


def choose_together(kind: PickKind, ids: Sequence[str]) -> None:
    """Choose several things of a kind at once, in place of those chosen before."""
    _set((*(one for one in page().picks if one.kind != kind), *(Pick(kind, id) for id in dict.fromkeys(ids))))


def add(pick: Pick) -> None:
    """Choose a thing beside what is chosen, or let it go."""
    _set(toggled(page().picks, pick, add=True))


def let_go(pick: Pick) -> None:
    """Take one chip off."""
    _set(tuple(one for one in page().picks if one != pick))


def clear() -> None:
    """Choose nothing."""
    _set(())


def _set(picks: tuple[Pick, ...], *, source: str | None = None) -> None:
    state = page()
    state.picks, state.passage = picks, 0
    state.has_chosen = state.has_chosen or bool(picks)
    state.said_complaint = None
    state.correcting = state.correcting and bool(picks)
    refresh(source)


def marked_in(kind: PickKind, source: str, shown: Iterable[str]) -> tuple[str, ...]:
    """What a chart has to mark: the picks of its kind that it shows, unless they still are its own selection."""
    drawn = set(shown)
    return () if source in page().held else tuple(id for id in picked(kind) if id in drawn)


def take_points(kind: PickKind, source: str, key: str, shown: Mapping[str, str]) -> Callable[[], None]:
    """A chart's callback; shown: the id behind each customdata. Several points, where shift was held."""

    def take() -> None:
        drawn = [str(point["customdata"][0]) for point in widget_value(key).selection.points]
        take_ids(kind, list(dict.fromkeys(shown[id] for id in drawn if id in shown)), list(shown.values()), source)

    return take


def take_ids(kind: PickKind, wanted: Sequence[str], shown: Sequence[str], source: str) -> None:
    """What a chart or table now has selected; it keeps its own mark where that says all."""
    picks = page().picks
    if not wanted:
        _set(replaced(picks, kind, (), shown))
    elif len(wanted) > 1:
        _set(replaced(picks, kind, wanted, shown))
    else:
        now = toggled(picks, Pick(kind, wanted[0]), add=page().several)
        alone = [one.id for one in now if one.kind == kind] == list(wanted)
        _set(now, source=source if alone else None)


def take_trigger(key: str) -> Callable[[], None]:
    """The callback of an element of our own: what was chosen, as a pick in words."""

    def take() -> None:
        if pick := read_pick(str(widget_value(key).chosen or "")):
            choose(pick)

    return take


def take_chip(key: str) -> Callable[[], None]:
    """The row of chips: one taken off, all, or adding switched."""

    def take() -> None:
        what, _, rest = str(widget_value(key).did or "").partition(" ")
        if what == "clear":
            clear()
        elif what == "several":
            page().several = rest == "on"
            refresh()
        elif what == "off" and (pick := read_pick(rest)):
            let_go(pick)

    return take
