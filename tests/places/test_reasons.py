"""Every reason is a true sentence about its article: what it says of the text is read back against the text."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from marked import KINDS, articles, read

from pipeline.gazetteer import Gazetteer, distance_km
from pipeline.model import Article, Place
from pipeline.recipe import Resources, analyse

GATE = sorted((Path(__file__).parent.parent / "quality").glob("*/*.json"))
KNOWN = re.compile(
    r"the text puts it (?:in|near) (?P<container>.+?)(?:, where the gazetteer knows no (?P<missing>.+))?"
    r"|the text puts it among (?P<people>\w+) places"
    r"|the article also names (?P<near>.+), (?:less than (?P<most>2)|(?P<km>\d+)) km away"
    r"|the article also names (?P<nation>.+)"
    r"|(?:a|an)?other places? of the article lies? in (?:the )?(?P<land>.+)"
    r"|other words of the article point to .+"
    r"|a site; the same sentence names (?P<beside>.+)"
    r"|a site; (?P<focus>.+) is the (?P<kind>town|district) the article names most"
    r"|its name tells the town: (?P<told>[^,]+)(?:, .+)?|a site; it may be in .+"
    r"|a site, and the text does not tell in which town|the gazetteer knows no place of this name"
    r"|the only place known under this name is (?P<only>.+?)(?:, and it may not be meant)?"
    r"|the best known of (?:at least )?(?P<best>\d+) places of this name is .+"
    r"|of (?:at least )?(?P<of>\d+) places of this name .+ fits the article best"
    r"|could be .+; the article does not tell"
)


QUOTED = ("container", "missing", "people", "near", "nation", "beside", "focus")


def texts() -> list[str]:
    """Our own articles and sentences: the tables of this room, and the articles of the gate."""
    gate = [json.loads(path.read_text("utf-8")) for path in GATE]
    return [read(marked)[0] for marked in (*articles(), *articles(KINDS))] + [str(one["text"]) for one in gate]


@pytest.mark.parametrize("text", texts(), ids=lambda text: text[:40])
def test_reasons_are_true_of_the_article(text: str, resources: Resources) -> None:
    places = analyse(Article("x", text), resources).places
    untrue = [(row.text, row.reason) for row in places if not is_true(row, text, places, resources.gazetteer)]
    assert untrue == []


def is_true(row: Place, text: str, places: tuple[Place, ...], gazetteer: Gazetteer) -> bool:
    """Whether what a reason says stands in the text and agrees with the other rows."""
    match = KNOWN.fullmatch(row.reason)
    if not match:
        return False
    said = {name: value for name, value in match.groupdict().items() if value}
    flat = " ".join(text.split())
    quoted = [
        said[name] for name in ("container", "missing", "people", "near", "nation", "beside", "focus") if name in said
    ]
    if not all(name in flat for name in quoted):
        return False
    if "near" in said:
        wanted = float(said.get("km") or 1)
        return any(is_apart(row, other, wanted) for other in places if said["near"] in " ".join(other.text.split()))
    if "land" in said:
        land = gazetteer.country(row.country or "")
        others = [p for p in places if p.country == row.country and p.name != row.name]
        return land is not None and land.name.removeprefix("The ").endswith(said["land"]) and bool(others)
    if said.get("kind") == "town":
        counts = Counter(place.name for place in places if place.kind == "city")
        return max(counts.values(), default=0) == max(
            (counts[place.name] for place in places if said["focus"] in place.text), default=-1
        )
    return "only" not in said or len(row.alternatives) <= 1


def is_apart(row: Place, other: Place, km: float) -> bool:
    """Whether two rows lie about so many kilometres apart."""
    if row.lat is None or row.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(distance_km(row.lat, row.lon, other.lat, other.lon) - km) <= 1.5
