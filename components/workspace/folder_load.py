"""A folder while it is looked through for the first time: in a thread of its own, for everybody on this server."""

import threading
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PipelineError

if TYPE_CHECKING:
    from pipeline.collection import Collection
    from pipeline.collection.preview import Glimpse


class FolderLoad:
    """Begun when it is made; says how far it is, and holds the collection once that is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = "Looking through the folder (once)"
        self._told = False
        self._found: Collection | None = None
        self._error: PipelineError | None = None
        self._begun = time.monotonic()
        self._done = threading.Event()
        threading.Thread(target=self._open, name="folder", daemon=True).start()

    def within(self, seconds: float) -> "Collection | None":
        """The collection, None if it is not there so long after its beginning: only the first to ask wait.

        Raises PipelineError if the folder is none or damaged.
        """
        if not self._done.wait(max(self._begun + seconds - time.monotonic(), 0)):
            return None
        if self._error:
            self._told = True
            raise self._error
        return self._found

    @property
    def done(self) -> bool:
        """Whether it has ended, one way or the other."""
        return self._done.is_set()

    @property
    def failed(self) -> bool:
        """Whether it ended with an error that somebody has read, so that it may be begun anew."""
        return self._told

    @cached_property
    def glimpse(self) -> "Glimpse | None":
        """What can be told of the folder before."""
        from pipeline.collection.preview import glimpse

        return glimpse(self.folder)

    def _open(self) -> None:
        from pipeline.collection import Collection

        try:
            self._found = Collection.of_folder(self.folder, progress=self._say)
        except PipelineError as error:
            self._error = error
        except Exception as fault:  # the end of a thread: whatever it is, the page must say that it ended
            self._error = PipelineError(f"The folder could not be opened ({type(fault).__name__}). Please report it.")
        finally:
            self._done.set()

    def _say(self, words: str) -> None:
        self.said = words
