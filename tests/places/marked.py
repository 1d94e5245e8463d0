"""Reads sentences whose place names are marked with the spot they stand for."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Mention

HARD = Path(__file__).parent / "hard.txt"
KINDS = Path(__file__).parent / "kinds.txt"
_MARK = re.compile(r"\[([^\]@|]+)(?:\|([A-Z_]+))? @(?:(-?[\d.]+),(-?[\d.]+)(?:~(\d+))?|(-)|(\?))\]")
_KM = 25.0


@dataclass(frozen=True)
class Wanted:
    """A name at start..end that belongs at lat, lon, give or take km; lat None: no pin; asked False: whatever.

    label: as the entity stage has it, empty for the usual one.
    """

    start: int
    end: int
    name: str
    lat: float | None
    lon: float | None
    km: float
    label: str = ""
    asked: bool = True


def read(marked: str) -> tuple[str, list[Wanted]]:
    """The plain text of a marked one, and what its marks ask for."""
    plain, wanted, last = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[last : mark.start()]
        name, label, lat, lon, km, _, anywhere = mark.groups()
        start = len(plain)
        plain += name
        spot = (float(lat), float(lon)) if lat else (None, None)
        wanted.append(Wanted(start, len(plain), name, *spot, float(km or _KM), label or "", not anywhere))
        last = mark.end()
    return plain + marked[last:], wanted


def articles(path: Path = HARD) -> list[str]:
    """The marked articles of a table."""
    lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("#")]
    return [piece.strip() for piece in "\n".join(lines).split("\n\n") if piece.strip()]


def mentions_of(wanted: list[Wanted], label: str = "GPE") -> tuple[Mention, ...]:
    """Mentions as the entity stage would give them."""
    return tuple(Mention(w.start, w.end, w.name, w.label or label, f"e{n}", 0) for n, w in enumerate(wanted, 1))
