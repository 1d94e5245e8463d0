"""One button that makes its file when it is pressed."""

from collections.abc import Callable

import streamlit as st

from components.elements.notices import hint
from pipeline.write import Download


def offer(download: Download, name: str, make: Callable[[], bytes], words: str, *, file_name: str = "") -> None:
    """One file: its button, and what is in it; made when the button is pressed.

    make runs in a thread without the session: it may use nothing but its own values.
    """
    button, beside = st.columns([1, 3], vertical_alignment="center")
    with button:
        st.download_button(
            download.label,
            data=make,
            file_name=file_name or download.file_name,
            mime=download.mime,
            key=f"download-{name}",
            on_click="ignore",
            width="stretch",
        )
    with beside:
        hint(words)
