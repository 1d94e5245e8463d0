"""A figure of the collection: what it shows in one line, and what it can be taken as."""

import io
from collections.abc import Callable, Sequence

from components.collection.view import View
from components.elements.figure_bar import Facts, figure_bar
from components.rows.file_names import files_name
from components.rows.findings import sources_line

PICTURE = 960  # pixels of a chart as a picture


def collection_figure(
    view: View,
    name: str,
    draw: Callable[[], str],
    *,
    headline: str,
    table: str,
    csv: Callable[[], bytes] | None = None,
    find: str = "",
    data: Sequence[str] = (),
) -> None:
    """The row at the top of a figure, as for one article.

    name: of the figure, for its files; table: with its facts, of the collection unless csv makes it; find: words that
    its names hold; data: whose it is beside the articles'.
    """
    collection, only, summary = view.collection, view.only, view.summary
    days, words = (summary.first_day, summary.last_day), view.words(find)
    held = (view.name, words)

    def of_collection() -> bytes:
        out = io.BytesIO()
        collection.write_table(table, out, only, find=find)
        return out.getvalue()

    facts = Facts(
        lambda what, ending: files_name(held, days, what, ending), table.replace("_", "-"), csv or of_collection
    )
    figure_bar(
        facts,
        name,
        draw,
        headline=headline,
        source=sources_line(summary.articles, days, words, *data),
        key=f"all-{name}",
    )
