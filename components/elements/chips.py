"""The row of chips above the sections: what is chosen, one click to let each go, and one for all."""

from components.elements.custom import colours, part
from components.elements.notices import hint, theme
from components.formatting import count
from components.selection.picks import PickKind
from components.selection.selection import Selection
from components.session.choosing import take_chip
from components.session.state import page

WORDS: dict[PickKind, str] = {
    "entity": "Name",
    "speaker": "Said by",
    "quote": "Quote",
    "place": "Place",
    "day": "Day",
    "span": "Stretch",
}
KEY = "chips"
INVITATION = "Choose a name, speaker, quote, place, date or stretch anywhere, and every view follows."


def show_chips(selection: Selection) -> None:
    """One row, there from the start: a page that jumps at the first click loses its reader."""
    rows = [[str(one.pick), WORDS[one.pick.kind], one.title] for one in selection.meanings]
    data = {"rows": rows, "several": page().several, "words": summary(selection), "colours": colours(theme())}
    part("chips")(key=KEY, data=data, on_did_change=take_chip(KEY))
    if selection.is_empty:
        hint(nothing_words(selection))


def summary(selection: Selection) -> str:
    """How much is left, in one line; or what a choice would do."""
    if not selection:
        return "" if page().has_chosen else INVITATION
    shown = selection.shown
    facts = [count(len(shown.entities), "name"), count(len(shown.quotes), "quote"), count(shown.words, "word")]
    return f"Shown: {', '.join(facts)}"


def nothing_words(selection: Selection) -> str:
    """Why the views are empty, and the way out."""
    return f"Nothing in this article goes with {selection.title} at once: take one of them off, or clear all."
