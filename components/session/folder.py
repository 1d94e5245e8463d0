"""The folder of Parquet that whoever runs the server has named: ``-- --folder DIR`` or DATELINE_FOLDER."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from components.session.cache import opening
from components.workspace.folder_load import FolderLoad

if TYPE_CHECKING:
    from pipeline.collection import Collection

PATIENCE = 0.6  # seconds; a folder that was open before, or is small, needs no other page first
FLAG, VARIABLE = "--folder", "DATELINE_FOLDER"


def named_folder(words: list[str] | None = None) -> Path | None:
    """The folder, if one was named; words: of the command line."""
    found = sys.argv[1:] if words is None else words
    for n, word in enumerate(found):
        if word == FLAG and n + 1 < len(found):
            return Path(found[n + 1])
        if word.startswith(FLAG + "="):
            return Path(word.removeprefix(FLAG + "="))
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def open_folder() -> "Collection | None":
    """The collection in it; None while it is looked through. PipelineError where it is none or damaged."""
    folder = named_folder()
    if not folder:
        return None
    if opening(folder).failed:  # what was wrong may have been put right since
        opening.clear(folder)
    return opening(folder).within(PATIENCE)


def still_opening() -> FolderLoad | None:
    """The folder, while it is looked through."""
    folder = named_folder()
    found = opening(folder) if folder else None
    return found if found and not found.done else None
