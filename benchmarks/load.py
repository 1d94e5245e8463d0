"""Many visitors at once on the real page: `python -m benchmarks.load`; each reads articles of their own, for minutes.

Every answer is compared with how the article was made, and where the two differ with what the analysis says of the
article alone: the model's own errors are counted apart. A visit fails when an answer is wrong, when a name of somebody
else's article appears, or when the page does not answer. `visits` runs many visits one after another.
"""

import argparse
import asyncio
import contextlib
import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from benchmarks.load_browser import beside
from benchmarks.load_memory import HOOK, settled, used
from devtools.server import Server, serve
from devtools.strangers import Told, strangers, tell
from devtools.visitor import LostError, Visitor
from devtools.wrong_pattern import HOSTILE, SITE
from pipeline import Article, Resources, analyse, load_resources

SECTIONS = ("Entities", "Quotes", "Map", "Article")
SECONDS = 120.0  # after which a visitor gives up


@dataclass
class Tally:
    """What all visitors met."""

    waits: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)  # by the model, alone as in the crowd
    lost: list[str] = field(default_factory=list)
    articles: int = 0
    visits: int = 0

    def took(self, what: str, seconds: float) -> None:
        """Note how long a visitor waited."""
        self.waits.setdefault(what, []).append(seconds)

    @property
    def all_waits(self) -> list[float]:
        """Every wait of every visitor."""
        return [seconds for waits in self.waits.values() for seconds in waits]


def main(arguments: list[str] | None = None) -> int:
    """Run, print, and fail where a visit did."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("together", "visits"), default="together")
    parser.add_argument("--visitors", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument(
        "--pause", type=float, default=3.0, help="seconds a visitor reads between two clicks, on average"
    )
    parser.add_argument(
        "--giant", type=int, default=0, metavar="CHARACTERS", help="one visitor pastes an article so long"
    )
    parser.add_argument(
        "--hostile", action="store_true", help="one visitor pastes a text each minute that takes for ever to analyse"
    )
    parser.add_argument("--count", type=int, default=1000, help="visits one after another")
    parser.add_argument("--browser", action="store_true", help="one visitor more, in Chromium")
    args = parser.parse_args(arguments)
    with running(wrong=args.hostile) as server:
        if args.what == "visits":
            return 1 if asyncio.run(one_after_another(server, args.count)).lost else 0
        with beside(server.address) if args.browser else contextlib.nullcontext() as browser:
            crowd = together(
                server, args.visitors, args.minutes * 60, pause=args.pause, giant=args.giant, hostile=args.hostile
            )
            tally = asyncio.run(crowd)
        report(tally, server, browser)
    return 1 if tally.wrong or tally.lost else 0


@contextlib.contextmanager
def running(*, wrong: bool = False) -> Iterator[Server]:
    """The page, with a signal that makes it give back what memory it can; a closed visit is forgotten soon.

    wrong: one of its regular expressions is, as in devtools/wrong_pattern.py.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sitecustomize.py").write_text(HOOK + (SITE if wrong else ""), encoding="utf-8")
        options = ["--server.disconnectedSessionTTL", "5"]
        with serve(folder / "log", env={"PYTHONPATH": name}, options=options) as server:
            yield server


async def together(
    server: Server,
    visitors: int,
    seconds: float,
    *,
    pause: float,
    giant: int = 0,
    hostile: bool = False,
    figures: bool = True,
) -> Tally:
    """So many visitors at once, each coming back with new articles until the time is over."""
    tally = Tally()
    await warm(server)
    before, cpu = await settled(server) if figures else 0.0, used(server)
    end = time.monotonic() + seconds
    work = [one_visitor(server, number, end, pause, tally) for number in range(visitors)]
    if giant:
        work.append(one_giant(server, giant, tally))
    if hostile:
        work.append(one_hostile(server, end))
    await asyncio.gather(*work)
    if not figures:
        return tally
    await asyncio.sleep(8)  # the last visits are forgotten
    print(f"memory of the server: {before:.0f} MB before, {await settled(server):.0f} MB after")
    print(f"processor time of the server: {used(server) - cpu:.1f} s")
    return tally


async def warm(server: Server) -> None:
    """The first visitor of all waits for the model; nobody else should."""
    async with Visitor(server.address) as first:
        await read(first, tell(0), Tally(), pause=0)


async def one_visitor(server: Server, number: int, end: float, pause: float, tally: Tally) -> None:
    """Visits of one reader, one after another."""
    await asyncio.sleep(pause * (number % 10) / 10)  # not all in the same instant
    turn = 0
    while time.monotonic() < end:
        told = tell(number + 1 + 1000 * turn, lines=8 + number % 30)
        turn += 1
        try:
            async with Visitor(server.address) as visitor:
                tally.took("open", await visitor.load(seconds=SECONDS))
                await read(visitor, told, tally, pause=pause)
        except (LostError, OSError) as error:
            tally.lost.append(f"visitor {number}, article {turn}: {error}")
        tally.visits += 1


async def one_hostile(server: Server, end: float) -> None:
    """A text that takes for ever, each minute another; how long its sender waits is nobody's concern."""
    number = 0
    while time.monotonic() < end:
        next_minute = time.monotonic() + 60
        with contextlib.suppress(LostError, OSError):
            async with Visitor(server.address) as visitor:
                await visitor.load(seconds=SECONDS)
                await visitor.fill(visitor.widget("text_area", "Paste an article"), f"{HOSTILE}{number}")
                await visitor.press(visitor.widget("button", "Analyse"), seconds=SECONDS)
        number += 1
        await asyncio.sleep(max(0.0, min(next_minute, end) - time.monotonic()))


async def read(visitor: Visitor, told: Told, tally: Tally, *, pause: float) -> None:
    """Paste, look at the answer, go through the sections."""
    if not visitor.runs:
        await visitor.load(seconds=SECONDS)
    await asyncio.sleep(pause)
    await visitor.fill(visitor.widget("text_area", "Paste an article"), told.text)
    tally.took("analyse", await visitor.press(visitor.widget("button", "Analyse"), seconds=SECONDS))
    check(visitor, told, tally, "Overview")
    for section in SECTIONS:
        await asyncio.sleep(pause)
        tally.took(section, await visitor.choose(visitor.tabs("Overview"), section, seconds=SECONDS))
        check(visitor, told, tally, section)
    tally.articles += 1


def check(visitor: Visitor, told: Told, tally: Tally, section: str) -> None:
    """What is on the page is this article's, whole and right."""
    page = visitor.sees()
    if foreign := strangers(page, told.marks):
        tally.wrong.append(f"{section}: names of somebody else's article: {sorted(foreign)[:3]}")
    missing = [name for name in expected(told, section) if name.encode() not in page]
    if missing:
        tally.wrong.append(f"{section}: {missing} not on the page")
    if section == "Overview" and not told.named.items() <= (seen := ranked(visitor)).items():
        faults = tally.misread if seen.items() <= alone(told.text).items() else tally.wrong
        faults.append(f"{section}: {seen} is not {told.named}")


def expected(told: Told, section: str) -> tuple[str, ...]:
    """What a section must show."""
    if section == "Map":
        return (told.place,)
    return tuple(told.quoted if section == "Quotes" else told.named)


def alone(text: str) -> dict[str, int]:
    """Names and counts as the analysis tells them of an article by itself, in this process."""
    analysis = analyse(Article("alone", text), _resources())
    counts = Counter(mention.entity_id for mention in analysis.mentions)
    return {entity.name: counts[entity.id] for entity in analysis.entities}


@lru_cache(maxsize=1)
def _resources() -> Resources:
    return load_resources()


def ranked(visitor: Visitor) -> dict[str, int]:
    """Names and counts as the page's first ranking tells them."""
    for element in visitor.elements("bidi_component"):
        if element.component_name.endswith("ranking"):
            rows = json.loads(element.json)["rows"]
            return {row["name"]: int(row["numbers"][0].replace(",", "")) for row in rows}
    return {}


async def one_giant(server: Server, characters: int, tally: Tally) -> None:
    """A visitor with an article at the limit; the others must not notice."""
    await asyncio.sleep(10)
    told = tell(42_000, lines=40)
    text = "\n\n".join([told.text] * (characters // len(told.text)))
    async with Visitor(server.address) as visitor:
        await visitor.load(seconds=SECONDS)
        await visitor.fill(visitor.widget("text_area", "Paste an article"), text)
        took = await visitor.press(visitor.widget("button", "Analyse"), seconds=1800)
        names = all(name.encode() in visitor.sees() for name in told.named)
    print(f"the article of {len(text):,} characters took {took:.0f} s beside the others; its names are there: {names}")
    if not names:
        tally.wrong.append("the giant article's names are not on its page")


async def one_after_another(server: Server, count: int, *, marks: tuple[int, ...] = (100, 500, 1000)) -> Tally:
    """Many short visits, and the server's memory at some of them."""
    tally = Tally()
    await warm(server)
    for number in range(1, count + 1):
        try:
            async with Visitor(server.address) as visitor:
                tally.took("open", await visitor.load(seconds=SECONDS))
                await read(visitor, tell(number), tally, pause=0)
        except (LostError, OSError) as error:
            tally.lost.append(str(error))
        if number in marks or number == count:
            await asyncio.sleep(8)
            print(f"after {number:>5,} visits: {await settled(server):.0f} MB", flush=True)
    report(tally, server, None)
    return tally


def report(tally: Tally, server: Server, browser: list[float] | None) -> None:
    """The figures, bad ones first."""
    for name, faults in (("wrong", tally.wrong), ("lost", tally.lost), ("misread by the model itself", tally.misread)):
        print(f"{name}: {len(faults)}")
        for words, times in Counter(faults).most_common(5):
            print(f"   {times} x {words}")
    print(f"visits {tally.visits}, articles answered {tally.articles}")
    for what, waits in (*tally.waits.items(), ("everything", tally.all_waits)):
        print(line(what, waits))
    if browser:
        print(line("in Chromium", browser))
    faults = [said for said in server.said().splitlines() if "Traceback" in said or "Uncaught" in said]
    print(f"lines of the server's log that tell of a fault: {len(faults)}")


def line(what: str, waits: list[float]) -> str:
    """One aligned line of waits."""
    middle, most = share(waits, 50), share(waits, 95)
    return f"{what:<12} {len(waits):>6} waits   p50 {middle:6.2f} s   p95 {most:6.2f} s   longest {max(waits):6.2f} s"


def share(waits: list[float], percent: int) -> float:
    """The wait that so many in a hundred did not exceed."""
    return statistics.quantiles(waits, n=100)[percent - 1] if len(waits) > 1 else waits[0]


if __name__ == "__main__":
    sys.exit(main())
