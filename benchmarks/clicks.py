"""How long the server takes to answer a click: ``python -m benchmarks.clicks [--words 900] [--rounds 7]``.

Drives the page itself, in this process, through every kind of click on an article of about so many words, made of
our own texts. Milliseconds of the whole run of the script, with what Streamlit does around it and what its
test driver adds; by the clock and by the processor, since a busy machine lengthens only the first.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

from benchmarks.articles import own_texts
from components.article.quotes import FIGURES

APP = Path(__file__).parents[1] / "app.py"
LIMIT = 300  # milliseconds, the promise for 900 words
ROUNDS = 7
WORDS = 900


@dataclass(slots=True)
class Driver:
    """The page with an article open, and the time that each kind of click took."""

    page: AppTest
    took: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def timed(self, name: str, act: Callable[[], Any]) -> None:
        """Do something, and note how long the page took to answer."""
        clock, processor = time.perf_counter(), time.process_time()
        act()
        took = (1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor))
        self.took.setdefault(name, []).append(took)
        if self.page.exception:
            raise SystemExit(f"{name}: {self.page.exception[0].message}")

    def turn_to(self, section: str) -> None:
        """Open a section."""
        self.page.session_state["view"] = section
        self.timed(f"open {section}", self.page.run)

    def send(self, name: str, id: str, kind: str, value: Any) -> None:
        """What the browser sends when something on the page is chosen."""
        states = self.page._tree.get_widget_states()
        state = states.widgets.add()
        state.id = id
        setattr(state, kind, json.dumps(value))
        self.timed(name, lambda: self.page._run(states))

    def row(self, name: str, table: int, number: int) -> None:
        """Press a row of the n-th table of the section."""
        tables = [one for one in self.page.get("bidi_component") if one.proto.component_name == "dateline_table"]
        proto = tables[table].proto
        rows = json.loads(proto.json)["rows"]
        answer = json.dumps(["open", rows[number % len(rows)]["id"]])
        id = _make_trigger_id(proto.id, "events")
        self.send(name, id, "json_trigger_value", [{"event": "chosen", "value": answer}])

    def point(self, name: str, id: str) -> None:
        """Choose a point of the chart."""
        points = [{"customdata": [id], "point_index": 0, "curve_number": 0}]
        chosen = {"selection": {"points": points, "point_indices": [0], "box": [], "lasso": []}}
        self.send(name, self.page.get("plotly_chart")[0].proto.id, "string_value", chosen)

    def press(self, name: str, part: str, event: str, value: str) -> None:
        """Choose in an element of our own."""
        found = next(one for one in self.page.get("bidi_component") if one.proto.id.endswith(f"-{part}"))
        id = _make_trigger_id(found.proto.id, "events")
        self.send(name, id, "json_trigger_value", [{"event": event, "value": value}])


def article_of(words: int) -> str:
    """About so many words of our own, paragraph by paragraph."""
    kept: list[str] = []
    for paragraph in _paragraphs():
        if sum(len(one.split()) for one in kept) >= words:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


def _paragraphs() -> Iterator[str]:
    for text in own_texts():
        yield from (one for one in text.split("\n") if one.strip())


def round_of_clicks(driver: Driver, number: int) -> None:
    """Every kind of click once, each in the section where it is made."""
    driver.turn_to("Entities")
    driver.point("a bar of the names", f"e{1 + number % 5}")
    driver.row("a row of the names", 0, 2 + number % 5)
    driver.row("a pair of names", 1, number % 5)
    driver.press("a chip off, all chips", "chips", "did", "clear")
    driver.page.session_state["quotes-as"] = FIGURES
    driver.turn_to("Quotes")
    driver.point("a bar of the timeline", f"q{1 + number % 5}")
    driver.row("a row of the quotes", 0, 2 + number % 5)
    driver.row("a speaker", 1, number % 3)
    driver.press("a chip off, all chips", "chips", "did", "clear")
    driver.row("a date", 2, 0)
    driver.press("a chip off, all chips", "chips", "did", "clear")
    driver.turn_to("Map")
    driver.row("a row of the places", 0, number % 3)
    driver.press("a chip off, all chips", "chips", "did", "clear")
    driver.turn_to("Article")
    driver.press("a name in the text", "reader", "chosen", f"entity:e{2 + number % 5}")
    driver.timed("next", lambda: driver.page.button(key="next").click().run())
    driver.press("a paragraph", "reader", "chosen", f"span:0-{400 + number}")
    driver.turn_to("Overview")
    driver.press("a chip off, all chips", "chips", "did", "clear")
    driver.press("a name of the overview", "most-named", "chosen", f"entity:e{1 + number % 5}")
    driver.press("a chip off, all chips", "chips", "did", "clear")
    driver.turn_to("Downloads")


def corrections(driver: Driver, number: int) -> None:
    """A name corrected, and taken back."""
    driver.turn_to("Entities")
    driver.row("a row of the names", 0, number % 5)
    if not driver.page.session_state["page"].correcting:
        driver.timed("correct", lambda: driver.page.button(key="to-correct").click().run())
    _of_form(driver.page.text_input, "-name").set_value(f"Name {number}")
    apply = _of_form(driver.page.button, "-apply")
    driver.timed("a correction", lambda: apply.click().run())
    driver.timed("undo", lambda: driver.page.button(key="undo").click().run())
    driver.press("a chip off, all chips", "chips", "did", "clear")


def _of_form(fields: Any, ending: str) -> Any:
    return next(one for one in fields if one.key and one.key.startswith("fix-") and one.key.endswith(ending))


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clicks", description=__doc__)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    args = parser.parse_args()
    text = article_of(args.words)
    page = AppTest.from_file(str(APP), default_timeout=300).run()
    page.text_area(key="paste").set_value(text)
    page.text_input(key="paste-day").set_value("2024-03-19")
    driver = Driver(page.button(key="analyse").click().run())
    for number in range(args.rounds + 1):
        round_of_clicks(driver, number)
        corrections(driver, number)
        if number == 0:
            driver.took.clear()  # the first time of everything loads what later clicks have
    _report(driver, len(text.split()), args.rounds)
    return 0


def _report(driver: Driver, words: int, rounds: int) -> None:
    print(f"{words:,} words, {rounds} rounds; milliseconds of the server for one answer (promise: {LIMIT})\n")
    print(f"{'':<26} {'median':>8} {'worst':>8}   {'median':>8} {'worst':>8}")
    print(f"{'':<26} {'by the clock':>17}   {'by the processor':>17}")
    every = [took for each in driver.took.values() for took in each]
    for name, took in [*sorted(driver.took.items()), ("all", every)]:
        clock, processor = ([one[n] for one in took] for n in (0, 1))
        print(
            f"{name:<26} {statistics.median(clock):>8.0f} {max(clock):>8.0f}   "
            f"{statistics.median(processor):>8.0f} {max(processor):>8.0f}"
        )


if __name__ == "__main__":
    sys.exit(main())
