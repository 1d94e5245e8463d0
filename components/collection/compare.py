"""Two articles side by side: who is quoted, who and what is named, where; in both or in one."""

import contextlib
import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from components.collection.view import View
from components.elements.notices import block, heading, hint, refusal
from components.formatting import count, one_line, shorten, times
from components.html.reading import as_read
from components.rows.collection import called, iso
from components.session.collection_state import here, value_of
from components.session.state import show_article
from pipeline.errors import PipelineError

if TYPE_CHECKING:
    from pipeline.collection import Collection, Filter
    from pipeline.collection.rows import ComparedSpeaker, Where

CHOICES = 500  # articles in the two lists
SHOWN = 40  # rows of a column
QUOTED, LONGEST = 6, 320  # people quoted in both, and characters of a quote
_LEFT, _RIGHT = "compare-left", "compare-right"


@dataclass(frozen=True, slots=True)
class Choice:
    """An article of the two lists: its title, and its entry in the lists."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A name, and how often it occurs in each of the two articles."""

    name: str
    where: "Where"
    left: int
    right: int


def show_compare(view: View) -> None:
    """Draw the two lists to choose from, and what the two articles share."""
    choices = _choices(view)
    if len(choices) < 2:
        hint("Two articles are needed to compare; this selection has fewer.")
        return
    left, right = _two(choices, view.collection, view.only)
    if view.summary.articles > CHOICES:
        hint(f"The lists hold the first {CHOICES} of {view.summary.articles:,} articles: search above to narrow them.")
    if left == right:
        hint("Choose two different articles.")
        return
    try:
        found = view.collection.compare(left, right)
    except PipelineError as error:
        refusal(str(error))
        return
    titles = (choices[left].title, choices[right].title)
    quoted = [Counted(row.name, row.where, row.quotes_left, row.quotes_right) for row in found.speakers]
    _sides("Who is quoted", quoted, titles, _quotes_counted, "Nobody.")
    _both_quoted(view, found.speakers, (left, right), titles)
    for title, rows, nothing in (
        ("Who and what is named", found.entities, "No name."),
        ("Where", found.places, "No place."),
    ):
        counted = [Counted(row.name or "", row.where, row.left, row.right) for row in rows]
        _sides(title, counted, titles, times, nothing)


def _choices(view: View) -> dict[str, Choice]:
    """Id → entry of the lists; articles ticked in the table are always among them."""
    page = view.collection.articles(view.only, order="title", descending=False, limit=CHOICES)
    found = {row.id: _choice(called(row.title, row.source, row.id), iso(row.day)) for row in page.rows}
    for id in here().picked:
        if id not in found:
            with contextlib.suppress(PipelineError):  # it was removed after it was ticked
                one = view.collection.article(id)
                found[id] = _choice(called(one.title, one.source, id), iso(one.published))
    return found


def _choice(title: str, day: str) -> Choice:
    return Choice(title, "  ·  ".join(filter(None, (title, day))))


def _two(choices: dict[str, Choice], collection: "Collection", only: "Filter") -> tuple[str, str]:
    """Draw the two lists; return the ids chosen in them."""
    ids = list(choices)
    wanted = [id for id in here().picked if id in choices]
    if not wanted and (alike := collection.most_alike(only)):
        wanted = [id for id in alike if id in choices]  # the pair that shares most is the one worth comparing
    wanted += [id for id in ids if id not in wanted]
    columns = st.columns(2, gap="medium")
    found = []
    for n, (column, key, label) in enumerate(zip(columns, (_LEFT, _RIGHT), ("One article", "The other"), strict=True)):
        with column:
            full = f"{key}-{'-'.join(here().picked)}-{len(ids)}"
            id = st.selectbox(
                label, ids, index=ids.index(wanted[n]), format_func=lambda one: choices[one].words, key=full
            )
            st.button("Open it", key=f"{key}-open", on_click=show_article, args=(id,))
            found.append(value_of(full, id))
    return found[0], found[1]


def _sides(
    title: str, rows: Sequence[Counted], titles: tuple[str, str], words: Callable[[int], str], nothing: str
) -> None:
    """Draw three columns: only in the left article, in both, only in the right.

    words: for a count; nothing: what stands in an empty column.
    """
    heading(title)
    if not rows:
        hint("In neither article.")
        return

    def only(where: "Where") -> list[Counted]:
        return [row for row in rows if row.where == where]

    parts = [
        _column(f"Only in: {titles[0]}", only("left"), lambda row: words(row.left), nothing),
        _column("In both", only("both"), lambda row: _of_both(row, words), nothing),
        _column(f"Only in: {titles[1]}", only("right"), lambda row: words(row.right), nothing),
    ]
    st.html(f'<div class="dl-sides">{"".join(parts)}</div>')


def _both_quoted(
    view: View, speakers: "Iterable[ComparedSpeaker]", ids: tuple[str, str], titles: tuple[str, str]
) -> None:
    """Draw the quotes of the speakers whom both articles quote, side by side."""
    people = [row for row in speakers if row.where == "both"][:QUOTED]
    if not people:
        return
    heading("What those quoted in both say")
    for person in people:
        block("h4", "dl-person", one_line(person.name))
        columns = [_quotes(view, person.key, id, f"In: {title}") for id, title in zip(ids, titles, strict=True)]
        st.html(f'<div class="dl-sides two">{"".join(columns)}</div>')


def _quotes(view: View, speaker: str, article: str, title: str) -> str:
    said = view.collection.quotes(replace(view.only, speaker=speaker), order="day", limit=1_000)
    found = [row for row in said.rows if row.article_id == article][:SHOWN]
    items = "".join(f'<li class="dl-said">{html.escape(shorten(as_read(row), LONGEST))}</li>' for row in found)
    return f"<div><h5>{html.escape(title)}</h5><ul>{items}</ul></div>"


def _of_both(row: Counted, words: Callable[[int], str]) -> str:
    """``once each``, ``3 times and once``."""
    return f"{words(row.left)} each" if row.left == row.right else f"{words(row.left)} and {words(row.right)}"


def _quotes_counted(number: int) -> str:
    return count(number, "quote")


def _column(title: str, rows: Sequence[Counted], words: Callable[[Counted], str], nothing: str) -> str:
    items = "".join(
        f"<li><b>{html.escape(one_line(row.name))}</b><span>{html.escape(words(row))}</span></li>"
        for row in rows[:SHOWN]
    )
    more = f"<p>And {len(rows) - SHOWN} more.</p>" if len(rows) > SHOWN else ""
    return f"<div><h4>{html.escape(title)}</h4>{f'<ul>{items}</ul>' if rows else f'<p>{nothing}</p>'}{more}</div>"
