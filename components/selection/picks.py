"""What the reader has chosen, as short words that can stand in an address: ``entity:e1``, ``span:120-480``. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

PickKind = Literal["entity", "speaker", "quote", "place", "day", "span"]
MOST = 12  # chips at once; an address with more was not made by us
_ID = re.compile(r"[A-Za-z0-9_.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice: the kind of thing and its id, neither of which holds words of the article."""

    kind: PickKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def read_pick(words: str) -> Pick | None:
    """The choice that these words stand for; None where they stand for none."""
    kind, _, id = words.partition(":")
    return Pick(cast(PickKind, kind), id) if kind in get_args(PickKind) and _ID.fullmatch(id) else None


def read_picks(words: Iterable[str]) -> tuple[Pick, ...]:
    """Every choice of an address, once each; what is none is left out."""
    found = dict.fromkeys(pick for pick in map(read_pick, words) if pick)
    return tuple(found)[:MOST]


def read_span(id: str) -> tuple[int, int] | None:
    """The stretch of an id such as 120-480, which elements/reader.js makes; None where it is none."""
    start, _, end = id.partition("-")
    if not (id.isascii() and start.isdecimal() and end.isdecimal() and len(id) < 20) or int(start) >= int(end):
        return None
    return int(start), int(end)


def toggled(picks: Sequence[Pick], pick: Pick, *, add: bool = False) -> tuple[Pick, ...]:
    """Chosen anew: off if it was on; else in place of what it replaces, or beside it."""
    if pick in picks:
        return tuple(one for one in picks if one != pick)
    return (*(one for one in picks if add or one.kind != pick.kind), pick)


def replaced(picks: Sequence[Pick], kind: PickKind, wanted: Sequence[str], shown: Sequence[str]) -> tuple[Pick, ...]:
    """The choices of one kind as a chart or table now has them; what it does not show stays as it was."""
    of_kind = {one.id for one in picks if one.kind == kind}
    kept = [one for one in picks if one.kind != kind or (one.id not in shown) or one.id in wanted]
    return (*kept, *(Pick(kind, id) for id in dict.fromkeys(wanted) if id not in of_kind))
