"""How the tables of an article are sorted, and which page of each is open."""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from components.session.state import set_widgets, widget_value

_TABLES = "tables"


@dataclass(slots=True)
class TableView:
    """One table as the reader has it. by: a column, None for the order in which the rows were made."""

    by: str | None = None
    descending: bool = False
    page: int = 1
    rows: int = 0  # which rows it had: others begin on the first page again
    choice: int = 0  # what was chosen then: another choice opens the page that has it

    def settle(self, ids: Sequence[str], chosen: Collection[str], *, rows: int, choice: int, size: int) -> None:
        """Keep the open page in step with the rows and the choice.

        ids: of the rows as sorted; rows, choice: numbers that change when other rows are shown, or other things
        are chosen; size: rows of a page.
        """
        if rows != self.rows:
            self.rows, self.page = rows, 1
        self.page = min(self.page, max(-(-len(ids) // size), 1))
        if choice != self.choice:
            self.choice = choice
            shown = ids[(self.page - 1) * size : self.page * size]
            at = next((n for n, id in enumerate(ids) if id in chosen), None)
            if at is not None and not set(shown) & set(chosen):
                self.page = at // size + 1

    def sort(self, column: str, *, number: bool) -> None:
        """By this column, the largest number or the first letter first; then the other way; then as made."""
        first = number  # descending at first
        if column != self.by:
            self.by, self.descending = column, first
        elif self.descending == first:
            self.descending = not first
        else:
            self.by, self.descending = None, False
        self.page = 1


def table_view(name: str) -> TableView:
    """The view of this table, made when it is first drawn."""
    views: dict[str, TableView] = widget_value(_TABLES, {})
    views.setdefault(name, TableView())
    set_widgets({_TABLES: views})
    return views[name]


def take_answer(key: str, name: str, numbers: Collection[str], act: Callable[[str, str], None]) -> Callable[[], None]:
    """A table's callback: a heading sorts, a page turns; what else is done to a row is for ``act`` (what, row id)."""

    def take() -> None:
        said: Any = widget_value(key).chosen
        what, id = json.loads(said) if said else ("", "")
        view = table_view(name)
        if what == "sort":
            view.sort(id, number=id in numbers)
        elif what == "page":
            view.page = int(id)
        elif what:
            act(what, id)

    return take
