"""Ours beside what people would use instead: words a second, memory, and what each finds.

Every program runs in a process of its own over the same articles, warm, in turn; see worker.py.
The processes import this package too, so it imports nothing: their memory is to be their own.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def table(
    rows: Sequence[Mapping[str, Any]],
    *,
    folder: Path | None = None,
    rounds: int = 3,
    only: Sequence[str] = (),
    markdown: bool = False,
) -> None:
    """Time every program on the rows ({"id", "text", "published"}) and score it; print one table.

    folder holds annotated news and its scorers; without it our own annotated articles are used.
    """
    from benchmarks.peers.table import draw

    draw(rows, folder=folder, rounds=rounds, only=only, markdown=markdown)
