"""The reader's corrections in the bar: how many, one step back, and behind it each in words, to undo any of them."""

import streamlit as st

from components.elements.notices import block, hint
from components.formatting import count, day, one_line, shorten
from components.page.masthead import Bar
from components.palette import kind_of
from components.session.corrections import history, redo, take_back, undo
from pipeline.corrections import (
    Add,
    AddQuote,
    Correction,
    Delete,
    Merge,
    NoQuote,
    PutPlace,
    QuoteRef,
    Relabel,
    Rename,
    SaidOn,
    Speaker,
    Split,
)
from pipeline.model import Article

LISTED = 50  # the newest; older ones are undone after these
WORDS = 44  # characters of a quote


def corrections_menu(bar: Bar, article: Article) -> None:
    """Nothing while there is nothing to undo or redo."""
    past = history(article.id)
    if not past.done and not past.undone:
        return
    with bar.corrections:
        number = count(len(past.done), "correction")
        with st.popover(number if past.done else "Corrections"):
            hint(f"{number} by you, in every view and download." if past.done else "All are undone.")
            with st.container(key="corrections", gap="xsmall"):
                for n in reversed(range(max(len(past.done) - LISTED, 0), len(past.done))):
                    with st.container(horizontal=True, vertical_alignment="center"):
                        block("p", "dl-correction", in_words(past.done[n], article.text))
                        st.button("Undo this", key=f"undo-{n}", on_click=take_back, args=(article.id, n))
            st.button("Redo", key="redo", on_click=redo, args=(article.id,), disabled=not past.undone)
        st.button("Undo", key="undo", on_click=undo, args=(article.id,), disabled=not past.done, type="tertiary")


def in_words(correction: Correction, text: str) -> str:
    """A correction as a short sentence; text: of the article, as quotes are meant by their place in it."""
    quote = getattr(correction, "quote", None)
    return _of_name(correction) if quote is None else f"{_quoted(quote, text)} {_of_quote(correction)}"


def _of_name(correction: Correction) -> str:
    match correction:
        case Rename(entity, name):
            return f"“{entity.name}” is called “{name}”"
        case Relabel(entity, label):
            return f"“{entity.name}” is of another kind: {kind_of(label).singular.lower()}"
        case Merge(entity, into):
            return f"“{entity.name}” is the same as “{into.name}”"
        case Split(entity, written):
            return f"“{written}” is not “{entity.name}”"
        case Delete(entity):
            return f"“{entity.name}” is no name"
        case Add(words, label):
            return f"“{words}” is a name: {kind_of(label).singular.lower()}"
        case PutPlace(entity, spot):
            where = ", ".join(filter(None, (spot.name, spot.country))) if spot else "on no map"
            return f"“{entity.name}” is {where}"
    return ""


def _of_quote(correction: Correction) -> str:
    match correction:
        case Speaker(_, entity):
            return f"was said by “{entity.name}”" if entity else "was said by nobody who is named"
        case SaidOn(_, when):
            return f"was said on {day(when)}" if when else "was said on a day not known"
        case NoQuote():
            return "is no quote"
        case AddQuote(_, kind):
            return f"is a quote ({kind})"
    return ""


def _quoted(quote: QuoteRef, text: str) -> str:
    words = one_line(text[quote.start : quote.end]).strip('“”" ')
    return f"“{shorten(words, WORDS)}”"
