"""The corrections of each article in this visit, with their way back."""

from dataclasses import replace

from components.session.state import page, refresh, set_day, set_title
from pipeline.corrections import Correction, Corrections, History


def history(article_id: str) -> History:
    """The corrections of an article, with their way back."""
    return page().histories.get(article_id, History())


def correct(article_id: str, *items: Correction) -> None:
    """Correct something; nothing to correct changes nothing."""
    if items:
        page().histories[article_id] = history(article_id).add(*items)
        refresh()


def undo(article_id: str) -> None:
    """Take the last correction back."""
    page().histories[article_id] = history(article_id).undo()
    refresh()


def take_back(article_id: str, index: int) -> None:
    """Undo one correction, wherever it stands."""
    page().histories[article_id] = history(article_id).without(index)
    refresh()


def redo(article_id: str) -> None:
    """Do again what was taken back."""
    page().histories[article_id] = history(article_id).redo()
    refresh()


def kept_corrections(article_id: str) -> Corrections:
    """All that a file of corrections keeps: what was corrected, and the day and the title that were given."""
    state = page()
    return replace(
        history(article_id).of(article_id),
        published=state.published.get(article_id),
        title=state.titles.get(article_id),
    )


def take_corrections(corrections: Corrections) -> None:
    """Corrections from a file, in place of those made so far; a day or a title that it has, too."""
    id = corrections.article_id
    page().histories[id] = History(corrections.items)
    if corrections.published:
        set_day(id, corrections.published)
    if corrections.title:
        set_title(id, corrections.title)
