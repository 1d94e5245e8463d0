"""The table: measure every program, print a line each."""

import json
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.peers.host import Peer, race, ratio
from benchmarks.peers.score import COLUMNS, Gold, news, own_articles, scores
from benchmarks.peers.systems import SYSTEMS

NEWS_VARIABLE = "DATELINE_EVAL"  # a folder of annotated news with its scorers
_HEAD = ("", "words/s", "ratio", "peak MB", *COLUMNS)


def draw(
    rows: Sequence[Mapping[str, Any]], *, folder: Path | None, rounds: int, only: Sequence[str], markdown: bool
) -> None:
    """See benchmarks.peers.table."""
    golds = news(folder) if folder else own_articles()
    if not golds:
        sys.exit(f"No annotated articles (TOPIC/*.jsonl) in {folder}.")
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        chosen = [system for system in SYSTEMS if not only or system.key in (*only, "bare")]
        peers = [stack.enter_context(Peer(system)) for system in chosen]
        source = scratch / "speed.json"
        source.write_text(json.dumps(list(rows)), encoding="utf-8")
        race(peers, source, rounds=rounds)
        words = sum(len(row["text"].split()) for row in rows)
        lines = [_HEAD, *(_line(peer, peers[0], words, golds, scratch) for peer in peers if peer.why is None)]
        print(_drawn(lines, markdown=markdown))
        print(_notes(peers, folder))


def _line(peer: Peer, bare: Peer, words: int, golds: list[Gold], scratch: Path) -> tuple[str, ...]:
    found = scores(peer, golds, scratch)
    pace, cost = words / statistics.median(peer.seconds), ratio(peer, bare)
    figures = (f"{pace:,.0f}", f"{cost:.2f}" if cost else "", f"{peer.mb:.0f}" if peer.mb else "")
    return peer.system.label, *figures, *(f"{found[name]:.3f}" if name in found else "" for name in COLUMNS)


def _drawn(lines: Sequence[Sequence[str]], *, markdown: bool) -> str:
    """Aligned columns, or a table for the README."""
    if markdown:
        rule = ["---"] + ["--:"] * (len(lines[0]) - 1)
        return "\n".join("| " + " | ".join(line) + " |" for line in (lines[0], rule, *lines[1:]))
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            text.ljust(w) if n == 0 else text.rjust(w) for n, (text, w) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def _notes(peers: Sequence[Peer], folder: Path | None) -> str:
    """What the columns mean, on which articles, and who could not run."""
    where = (
        "annotated news, mean over its files"
        if folder
        else "our own few annotated articles of tests/quality, which "
        f"our rules were written beside: compare with care ({NEWS_VARIABLE}=FOLDER or --news FOLDER measures on news)"
    )
    notes = [
        "",
        f"F1 on {where}.",
        "direct, quotes: quotes with the right speaker's words, direct and all; names: people, organisations, places;",
        "dates: with the right value; spots: place names found; placed: found and within 161 km. Empty: not its task.",
        "ratio: time by that of the bare pass. peak MB: the most memory of its process while timed.",
    ]
    notes += [f"{p.system.label}: {p.system.finds}." for p in peers if p.system.finds and p.why is None]
    notes += [f"{p.system.label}: {p.complaint}" for p in peers if p.complaint]
    notes += [f"{p.system.label} did not run: {p.why}" for p in peers if p.why]
    return "\n".join(notes)
