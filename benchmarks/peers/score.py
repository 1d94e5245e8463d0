"""What each program finds: F1 on annotated articles, our own or a folder of news with its scorers."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers.host import ROOT, Peer
from benchmarks.peers.lines import Record, Row
from benchmarks.peers.systems import DATES, ENTITIES, PLACES, QUOTES
from devtools import quality_gate as gate
from devtools import quality_score as own

# column → (topic, where it stands in the scorer's JSON)
COLUMNS = {
    "direct": (QUOTES, ("end_to_end", "direct", "f1")),
    "quotes": (QUOTES, ("end_to_end", "all", "f1")),
    "names": (ENTITIES, ("ner", "core", "overlap", "f1")),
    "dates": (DATES, ("end_to_end", "f1")),
    "spots": (PLACES, ("recognition_overlap", "f1")),
    "placed": (PLACES, ("end_to_end@161km", "f1")),
}
_CORE = ("PERSON", "ORG", "PLACE")


@dataclass(frozen=True, slots=True)
class Gold:
    """A set of annotated articles; path is None for our own."""

    topic: str
    name: str
    rows: list[Row]
    path: Path | None = None


def news(folder: Path) -> list[Gold]:
    """The annotated files of a folder with a subfolder a topic and score_TOPIC.py beside it."""
    golds = []
    for topic in (QUOTES, ENTITIES, DATES, PLACES):
        for path in sorted((folder / topic).glob("*.jsonl")):
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            golds.append(Gold(topic, path.stem, rows, path))
    return golds


def own_articles() -> list[Gold]:
    """Our own annotated articles of tests/quality, a set a topic."""
    golds = [Gold(topic, topic, gate.annotated(topic)) for topic in (ENTITIES, DATES, PLACES)]
    return [Gold(QUOTES, QUOTES, gate.annotated(QUOTES) + gate.annotated("speakers")), *golds]


def inputs(gold: Gold) -> list[Row]:
    """The articles as a program is given them."""
    return [
        {"id": row["id"], "text": row["text"], "published": row.get("published") or row.get("dct")} for row in gold.rows
    ]


def scores(peer: Peer, golds: list[Gold], scratch: Path) -> dict[str, float]:
    """The mean of every column over the sets of its topic; topics the program does not do are left out."""
    found: dict[str, list[float]] = {}
    for gold in golds:
        if gold.topic not in peer.system.topics or peer.why:
            continue
        rows, out = scratch / "rows.json", scratch / f"{peer.system.key}-{gold.topic}-{gold.name}.jsonl"
        rows.write_text(json.dumps(inputs(gold)), encoding="utf-8")
        peer.find(rows, out)
        if peer.why is None:
            try:
                values = (_with_scorer if gold.path else _with_ours)(gold, out)
            except subprocess.CalledProcessError as refusal:  # one program's odd output must not lose the table
                peer.complaint = f"no score on {gold.name}: {refusal.stderr.strip()[-200:]}"
                continue
            for column, value in values.items():
                found.setdefault(column, []).append(value)
    means = {column: sum(values) / len(values) for column, values in found.items()}
    return {column: mean for column, mean in means.items() if column not in peer.system.lacks}


def _with_scorer(gold: Gold, out: Path) -> dict[str, float]:
    """By the scorer that stands beside the folder's topics."""
    if gold.path is None:
        return {}
    scorer = gold.path.parents[1] / f"score_{gold.topic}.py"
    run = subprocess.run(
        [sys.executable, str(scorer), str(gold.path), str(out), "--json"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    report = json.loads(run.stdout)
    return {name: _dig(report, path) for name, (topic, path) in COLUMNS.items() if topic == gold.topic}


def _dig(report: Any, path: tuple[str, ...]) -> float:
    for key in path:
        report = report[key]
    return float(report)


def _with_ours(gold: Gold, out: Path) -> dict[str, float]:
    """By the scores of our own gate."""
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    pairs = list(zip(gold.rows, records, strict=True))
    if gold.topic == QUOTES:
        direct = [(_kind(g["quotes"]), _kind(r["quotes"])) for g, r in pairs]
        every = [(g["quotes"], r["quotes"]) for g, r in pairs]
        return {"direct": own.scored(direct, _speaker), "quotes": own.scored(every, _speaker)}
    if gold.topic == ENTITIES:
        names = [(_core(g["mentions"]), _core(r["mentions"])) for g, r in pairs]
        return {"names": own.scored(names, own.same_label, least=0.01)}
    if gold.topic == DATES:
        days = [([t for t in g["timexes"] if t["type"] == "DATE"], r["dates"]) for g, r in pairs]
        return {"dates": own.scored(days, own.same_value, least=0.01)}
    places = [(g["toponyms"], r["places"]) for g, r in pairs]
    found = own.scored(places, lambda g, f: True, least=0.01)
    return {"spots": found, "placed": own.scored(places, own.same_spot, least=0.01)}


def _kind(quotes: list[Record]) -> list[Record]:
    return [quote for quote in quotes if quote["kind"] == "direct"]


def _core(mentions: list[Record]) -> list[Record]:
    """People, organisations and places, which every reader of names knows."""
    return [m for m in mentions if m["label"] in (*_CORE, *own.PLACE_LABELS)]


def _speaker(gold: Row, quote: Record) -> bool:
    """Right words for the speaker; a peer that leads no “she” to a name is not asked to."""
    if quote.get("speaker_name"):
        return own.same_speaker(gold, quote)
    speaker = gold.get("speaker")
    return bool(speaker) and quote["speaker_start"] is not None and own.jaccard(speaker, own.spoken(quote)) > 0
