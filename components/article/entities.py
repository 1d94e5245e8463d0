"""The entities section: chart, evidence and table, with filters by kind, count and name, and who stands with whom."""

import pandas as pd
import streamlit as st

from components.article.comentions import show_pairs
from components.charts.entities import SHOWN, entity_alt, entity_figure
from components.charts.entities_svg import bars
from components.charts.svg import fixed_look
from components.elements.choosable import choosing_chart, choosing_table, marked
from components.elements.figure_bar import facts_of, figure_bar
from components.elements.notices import hint, legend, theme
from components.formatting import count
from components.palette import KINDS, OTHER, Kind
from components.rows.article import EntityRow, WordRuler, entity_rows
from components.rows.findings import of_names, source_line
from components.selection.selection import Selection
from components.session.cache import drawn as figures
from components.session.choosing import marked_in
from components.session.state import KINDS_KEY, refresh
from pipeline.corrections import Edited

CHART, TABLE = "entity-chart", "entity-table"
PICTURE = 960  # pixels of the chart as a picture


def show_entities(selection: Selection, edits: Edited) -> None:
    """Who and what is named, how often and where."""
    analysis = selection.analysis
    ruler = WordRuler(analysis.article.text)
    if not analysis.entities:
        hint("No names of people, organisations, places, groups or events were found in this article.")
        return
    rows = entity_rows(selection.but("entity"), ruler)
    if not rows:
        hint("No name stands in what is chosen.")
        return
    shown = _filters(rows)
    if shown:
        figure_bar(
            facts_of(selection.but("entity"), "entities"),
            "names",
            lambda: bars(shown, ruler.length, fixed_look("light"), width=PICTURE),
            headline=of_names(shown),
            source=source_line(analysis.article),
        )
    _chart(shown, ruler)
    frame = marked(entity_table(shown), [row.id in edits.entities for row in shown])
    title = f"Table of {count(len(shown), 'name')}"
    choosing_table(frame, [row.id for row in shown], title=title, kind="entity", source=TABLE)
    show_pairs(selection)


def _filters(rows: list[EntityRow]) -> list[EntityRow]:
    kinds = kinds_in(rows)
    numbers = {kind.plural: sum(row.kind == kind for row in rows) for kind in kinds}
    with st.container(horizontal=True, vertical_alignment="bottom", key="entity-filters"):
        wanted = st.pills(
            "Kinds",
            [kind.plural for kind in kinds],
            selection_mode="multi",
            wrap=True,
            format_func=lambda plural: f"{plural} {numbers.get(plural, 0)}",
            key=KINDS_KEY,
            on_change=refresh,
        )
        # No upper limit: a narrower view would otherwise refuse the number that is there.
        least = st.number_input("Named at least", 1, value=1, key="least", width=130, on_change=refresh)
        search = st.text_input(
            "Find a name", key="find-name", placeholder="part of a name", width=220, on_change=refresh
        )
    return filtered(rows, set(wanted or ()), int(least), search)


def kinds_in(rows: list[EntityRow]) -> list[Kind]:
    """The kinds that occur, in their fixed order."""
    return [kind for kind in (*KINDS, OTHER) if any(row.kind == kind for row in rows)]


def filtered(rows: list[EntityRow], kinds: set[str], least: int, search: str) -> list[EntityRow]:
    """Rows of these kinds (all, where none is named), named often enough, with the words in name or alias."""
    words = search.strip().casefold()
    return [
        row
        for row in rows
        if (not kinds or row.kind.plural in kinds)
        and row.count >= least
        and (not words or any(words in name.casefold() for name in (row.name, *row.aliases)))
    ]


def by_kind(rows: list[EntityRow]) -> list[EntityRow]:
    """The most named that fit the chart, kind by kind."""
    kept = rows[:SHOWN]
    order = {kind.id: n for n, kind in enumerate((*KINDS, OTHER))}
    return sorted(kept, key=lambda row: (order[row.kind.id], -row.count))


def _chart(rows: list[EntityRow], ruler: WordRuler) -> None:
    if not rows:
        hint("Nothing fits these filters.")
        return
    drawn = by_kind(rows)
    legend([(f"k-{kind.id}", kind.plural) for kind in kinds_in(drawn)])
    shown = {row.id: row.id for row in drawn}
    look, marks = theme(), marked_in("entity", CHART, shown)
    figure = figures().get(
        (CHART, tuple(drawn), ruler.length, look, marks),
        lambda: entity_figure(drawn, ruler.length, theme=look, chosen=marks),
    )
    choosing_chart(
        figure,
        kind="entity",
        source=CHART,
        shown=shown,
        alt=entity_alt(rows),
    )
    if len(rows) > SHOWN:
        hint(f"The chart shows the {SHOWN} most named; the table below has all {len(rows):,}.")


def entity_table(rows: list[EntityRow]) -> pd.DataFrame:
    """The chart's facts as a table."""
    return pd.DataFrame(
        {
            "Name": [row.name for row in rows],
            "Kind": [row.kind.singular for row in rows],
            "Times named": [row.count for row in rows],
            "Also called": [", ".join(row.aliases) for row in rows],
            "First at word": [row.positions[0] + 1 if row.positions else None for row in rows],
            "Last at word": [row.positions[-1] + 1 if row.positions else None for row in rows],
        }
    )
