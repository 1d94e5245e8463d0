"""What the views of names and of speakers share: bar chart, table, and the articles behind a choice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.charts.collection import SHOWN, NameBar, names_alt, names_figure
from components.charts.collection_svg import Bar, name_bars
from components.charts.svg import fixed_look
from components.collection.figure import PICTURE, collection_figure
from components.collection.view import View, chart_key, take_points
from components.elements.choosable import points_chart
from components.elements.notices import heading, hint, legend, theme
from components.elements.paged_table import Column, Row, Sheet, show_table
from components.formatting import count, shorten, span
from components.palette import Theme
from components.rows.collection import called, iso, number
from components.session.collection_state import Chip, Order, here, take_chip
from components.session.state import show_article

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedName, ListedSpeaker

SEEN = (Column("first_day", "First", "day"), Column("last_day", "Last", "day"))
BEHIND = Sheet(
    "behind",
    (Column("title", "Article", "name"), Column("day", "Published", "day"), Column("mentions", "Named", "number")),
    Order("mentions", True),
    title="Open this article",
)
NEAR = 8  # articles beside the chart


def between(row: "ListedName | ListedSpeaker") -> list[str]:
    """The line of a hover box with the first and last day; empty if no day is known."""
    return [span(row.first_day, row.last_day)] if row.first_day and row.last_day else []


@dataclass(frozen=True, slots=True)
class NameChart:
    """A bar chart of names. name: of its files; bars: in the colours of a theme; title: what a bar counts.

    table: of the collection, with all names; kind: of the chip that a bar becomes; legend: of the colours.
    """

    name: str
    bars: Callable[[Theme], list[NameBar]]
    title: str
    table: str
    kind: Chip
    headline: str
    legend: Sequence[tuple[str, str]] = ()

    def picture(self) -> str:
        """As SVG on light paper."""
        bars = [Bar(one.name, one.value, one.words, one.colour, one.first, one.last) for one in self.bars("light")]
        return name_bars(bars, fixed_look("light"), title=self.title, width=PICTURE, most=SHOWN)


def name_chart(chart: NameChart, view: View, find: str) -> None:
    """Draw it below what it can be taken as; clicking a bar makes it a chip. find: words that its names hold."""
    collection_figure(view, chart.name, chart.picture, headline=chart.headline, table=chart.table, find=find)
    if chart.legend:
        legend(chart.legend)
    bars, key = chart.bars(theme()), chart_key(f"{chart.name}-{hash(find)}", view)
    points_chart(
        names_figure(bars, title=chart.title, theme=theme()),
        key=key,
        take=lambda: take_points(key, chart.kind),
        alt=names_alt(bars, chart.title),
    )


def chosen_key(kind: Chip) -> str:
    """The key of the chip of this kind; empty if there is none."""
    return here().chips.get(kind, ("", ""))[0]


def names_table(sheet: Sheet, kind: Chip, rows: Sequence[Row], *, total: int, caption: str) -> None:
    """Draw a table; clicking a name makes it a chip."""
    names = {row.id: row.cells[0] for row in rows}
    show_table(
        sheet,
        rows,
        total=total,
        caption=caption,
        act=lambda _, key: take_chip(kind, key, names.get(key, "")),
        chosen=chosen_key(kind),
    )


def show_behind(view: View, kind: Chip, prompt: str) -> None:
    """Draw the articles that name the chosen thing; without a choice, the prompt."""
    key, name = here().chips.get(kind, ("", ""))
    if not key:
        heading("In which articles")
        hint(prompt)
        return
    heading(shorten(name, 60))
    found = view.collection.named(view.only, key, order="mentions", limit=NEAR)
    rows = [
        # How often the article names them, which is not how often it quotes them.
        Row(row.article_id, (called(row.title, row.source, row.article_id), iso(row.day), number(row.mentions)))
        for row in found.rows
    ]
    total = found.total
    caption = f"Named in {count(total, 'article')}" + (f", the {NEAR} with most mentions:" if total > NEAR else ":")
    show_table(BEHIND, rows, total=len(rows), caption=caption, act=lambda _, id: show_article(id))
