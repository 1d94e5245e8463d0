"""How long the server takes for a click on a collection of 300 articles: python -m benchmarks.collection_page

The page runs in this process, without a browser; figures are processor time of the thread of the script, median
of several clicks. Aim: below 300 ms; floor: one second. FOLDER=DIR measures a folder of Parquet instead.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.articles import make_articles, own_texts
from components.session.collection_state import PARTS
from devtools.collection_page import finished, say, table, upload

ROOT = Path(__file__).parents[1]
NUMBER, CLICKS = 300, 5


def articles(number: int) -> dict[str, str]:
    """So many different articles of one to forty paragraphs, drawn from our own texts."""
    return {f"{article.id}.txt": article.text for article in make_articles(own_texts(), number)}


def clocked(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor and of the clock for one click."""
    processor, clock = time.process_time(), time.perf_counter()
    act()
    return time.process_time() - processor, time.perf_counter() - clock


def median(act: Callable[[int], object]) -> tuple[float, float]:
    """Of several clicks, the first of them left out: it imports."""
    found = [clocked(lambda n=n: act(n)) for n in range(CLICKS + 1)][1:]
    return statistics.median(p for p, _ in found), statistics.median(c for _, c in found)


def open_part(page: AppTest, part: str) -> None:
    """Turn to a part."""
    page.session_state["part"] = part
    page.query_params["part"] = part
    page.run()


def show(name: str, times: tuple[float, float]) -> None:
    """One line of the table."""
    print(f"{name:<34}{1000 * times[0]:>9.0f}{1000 * times[1]:>9.0f}")


def main() -> int:
    """Fill the page, click on everything, print the table."""
    folder = os.environ.get("FOLDER")
    if folder:
        os.environ["DATELINE_FOLDER"] = folder
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=3_600)
    print(f"{'one click':<34}{'cpu ms':>9}{'clock ms':>9}")
    show("first view", clocked(page.run))
    if not folder:
        started = time.perf_counter()
        upload(page, articles(NUMBER))
        finished(page, seconds=3_600)
        print(f"{NUMBER} articles analysed in {time.perf_counter() - started:.0f} s")
    for part in PARTS:
        open_part(page, part)
        show(part, median(lambda _, part=part: open_part(page, part)))
    open_part(page, "Articles")
    rows = table(page, "articles")["rows"]
    orders = ("title", "words", "day")
    show("sort the articles", median(lambda n: say(page, "articles", "sort", orders[n % 3])))
    words = ("Rafah", "", "Cairo", "", "London", "")
    show("search", median(lambda n: page.text_input(key="all-find").set_value(words[n % 6]).run()))
    page.text_input(key="all-find").set_value("").run()
    show("into an article and back", median(lambda n: into_and_back(page, rows[n]["id"])))
    return 0


def into_and_back(page: AppTest, id: str) -> None:
    """Two clicks."""
    say(page, "articles", "open", id)
    page.button(key="to-all").click().run()


if __name__ == "__main__":
    sys.exit(main())
