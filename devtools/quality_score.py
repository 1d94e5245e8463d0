"""Scores records against our own annotated articles: F1 of facts that are found and right.

A fact is found when its span overlaps the annotated one by half (characters shared by characters
covered), and right when what it says agrees as well; pairs are one to one, closest first.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Row = dict[str, Any]
PLACE_KM = 161.0  # 100 miles, the custom of the geoparsing papers
PLACE_LABELS = ("GPE", "LOC", "FAC")


def jaccard(a: Row, b: Row) -> float:
    """Characters shared by characters covered, 0 to 1."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, shared) / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def pairs(gold: Sequence[Row], found: Sequence[Row], *, least: float = 0.5) -> list[tuple[Row, Row]]:
    """One-to-one pairs of annotated and found facts, closest spans first."""
    close = [(jaccard(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken_gold, taken_found, chosen = set(), set(), []
    for closeness, i, j in sorted(close, key=lambda item: (-item[0], item[1], item[2])):
        if closeness >= least and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            chosen.append((gold[i], found[j]))
    return chosen


def f1(right: int, found: int, wanted: int) -> float:
    """Harmonic mean of precision and recall; 1.0 where nothing was wanted and nothing found."""
    return 2 * right / (found + wanted) if found + wanted else 1.0


def scored(
    triples: Iterable[tuple[Sequence[Row], Sequence[Row]]], right: Callable[[Row, Row], bool], *, least: float = 0.5
) -> float:
    """F1 over (annotated, found) of many articles, a pair counting where right says so."""
    hits = found = wanted = 0
    for gold, facts in triples:
        hits += sum(right(g, f) for g, f in pairs(gold, facts, least=least))
        found, wanted = found + len(facts), wanted + len(gold)
    return f1(hits, found, wanted)


def same_speaker(gold: Row, quote: Row) -> bool:
    """The speaker's name where the annotation has one, else the same words."""
    if gold.get("speaker_entity"):
        return bool(quote["speaker_name"]) and last_word(quote["speaker_name"]) == last_word(gold["speaker_entity"])
    speaker = gold.get("speaker")
    if not speaker:
        return quote["speaker_name"] is None
    return quote["speaker_start"] is not None and jaccard(speaker, spoken(quote)) > 0


def spoken(quote: Row) -> Row:
    """The speaker's span as a row."""
    return {"start": quote["speaker_start"], "end": quote["speaker_end"]}


def last_word(name: str) -> str:
    """The last word of a name, in lower case."""
    return name.split()[-1].casefold().rstrip(".")


def same_label(gold: Row, mention: Row) -> bool:
    """Equal labels, places of every kind being one."""
    fold = {**dict.fromkeys(PLACE_LABELS, "PLACE"), "PLACE": "PLACE"}
    return fold.get(gold["label"], gold["label"]) == fold.get(mention["label"], mention["label"])


def same_spot(gold: Row, place: Row) -> bool:
    """The same GeoNames id, or within 161 km; or rightly left unplaced."""
    if gold["lat"] is None or place["lat"] is None:
        return gold["lat"] is place["lat"]
    same_id = gold.get("geonameid") is not None and gold["geonameid"] == place["geonameid"]
    return same_id or distance_km(gold, place) <= PLACE_KM


def distance_km(a: Row, b: Row) -> float:
    """Great-circle distance on a sphere (haversine)."""
    p, q = math.radians(a["lat"]), math.radians(b["lat"])
    east = math.radians(b["lon"] - a["lon"])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(east / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def same_value(gold: Row, ref: Row) -> bool:
    """The same ISO value."""
    return bool(gold["value"] == ref["value"])


def counts_right(gold: Sequence[Row], entities: Sequence[Row], mentions: Sequence[Row]) -> tuple[int, int]:
    """How many annotated entities of two or more mentions have exactly the stated count, of how many."""
    stated = {entity["id"]: entity["count"] for entity in entities}
    chain: dict[str, list[str]] = {}
    for g, mention in pairs(gold, mentions, least=0.01):
        chain.setdefault(g["entity"], []).append(mention["entity_id"])
    wanted = {key: n for key in {g["entity"] for g in gold} if (n := sum(g["entity"] == key for g in gold)) > 1}
    return sum(_most(chain.get(key, []), stated) == n for key, n in wanted.items()), len(wanted)


def _most(ids: list[str], stated: dict[str, int]) -> int:
    return stated.get(max(set(ids), key=ids.count), 0) if ids else 0
