"""The corrections of each article in this visit, with their way back."""

from components.session.state import page, refresh
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


def take_corrections(corrections: Corrections) -> None:
    """Corrections from a file, in place of those made so far."""
    page().histories[corrections.article_id] = History(corrections.items)
