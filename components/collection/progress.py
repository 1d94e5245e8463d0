"""How far the visit's collection is, in words, with a way to stop and to go on; the page stays usable meanwhile."""

import streamlit as st

from components.elements.notices import block
from components.formatting import count, shorten
from components.session.cache import page_model, visit
from components.session.collection_state import PART_KEY, here, value_of
from components.session.state import page
from components.workspace.workspace import Progress

LOOK = 1.0  # seconds between two looks
_STEADY = ("Compare", "Downloads")  # parts that only change when all is done


def show_progress() -> None:
    """One line and a bar while there is something to do; nothing where all is done."""
    progress = visit().workspace.progress()
    if progress.running or progress.open:
        here().drawn = progress.done
        st.fragment(_line, run_every=LOOK if progress.running else None)()


def _line() -> None:
    workspace = visit().workspace
    progress = workspace.progress()
    redraw = _time_to_draw(progress)
    with st.container(key="progress", horizontal=True, vertical_alignment="center"):
        block("p", "dl-progress", words(progress, page_model().queue.waiting()[1]), role="status")
        if progress.running:
            st.button("Stop; what is done stays", key="stop", on_click=workspace.stop, disabled=progress.stopped)
        elif progress.open and not redraw:  # a button that is drawn anew at once loses a press that began before
            st.button("Go on", key="go-on", on_click=_go_on)
    st.progress((progress.done + progress.failed) / max(progress.total, 1))
    if redraw:
        st.rerun()


def _go_on() -> None:
    """Only a run of the whole page starts the thread: as if nothing were drawn yet."""
    visit().workspace.go_on()
    here().drawn = -1


def words(progress: Progress, in_line: int) -> str:
    """What is done, what is being done, how long it may take."""
    done = f"{progress.done + progress.failed:,} of {count(progress.total, 'article')} done"
    if progress.stopped:
        return f"{'Stopping' if progress.running else 'Stopped'}: {done}."
    parts = [done]
    if progress.seconds_left is not None:
        parts.append(_time(progress.seconds_left))
    if in_line > 1:
        parts.append(f"in turns with {count(in_line - 1, 'other collection')}")
    if progress.now:
        parts.append(f"now: {shorten(progress.now, 70)}")
    return " · ".join(parts)


def _time(seconds: float) -> str:
    if seconds < 8:
        return "a few seconds left"
    if seconds < 90:
        return f"about {round(seconds / 5) * 5} seconds left"
    return f"about {round(seconds / 60)} minutes left"


def _time_to_draw(progress: Progress) -> bool:
    """The figures are drawn anew when twice as much is done, and at the end; a page that jumped each second would not
    be read."""
    if not progress.running:
        return bool(progress.open == 0) or here().drawn != progress.done
    steady = page().article_id is not None or value_of(PART_KEY) in _STEADY
    return not steady and progress.done >= max(2 * here().drawn, 1) and progress.done > here().drawn
