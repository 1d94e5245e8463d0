"""Bounds on what visitors may put in memory, since Streamlit has one for a file and none for a visit.

Streamlit keeps each upload in memory until its visit ends, but on the way there it writes what is larger than one
megabyte into a temporary file; here all of it stays in memory. An upload counts from its first byte.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.formparsers import MultiPartParser
from streamlit import get_option, runtime

MEGABYTE: Final = 2**20
A_VISIT: Final = 100 * MEGABYTE
ALL_VISITS: Final = 1024 * MEGABYTE
MOST_FILES: Final = 1000  # of one visit
SECONDS: Final = 120.0  # that one upload may take; a slower line must send it in parts
_ROUTE: Final = "/_stcore/upload_file/"
_A_VISIT_IS_FULL: Final = f"One visit may upload {A_VISIT // MEGABYTE} MB in {MOST_FILES:,} files. Remove some first."
_ALL_IS_FULL: Final = "The page holds as many uploads as it can just now. Try again in a few minutes."

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]


def keep_in_memory() -> None:
    """Keep uploads in memory from now on; none is written to the disk."""
    MultiPartParser.spool_max_size = (get_option("server.maxUploadSize") + 1) * MEGABYTE


@dataclass(slots=True)
class UploadsOnTheWay:
    """The sizes of the uploads in progress, by visit."""

    _sizes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def refused(self, path: str, said: int | None) -> tuple[int, str] | None:
        """Why an upload is refused, from its path and its declared length: an HTTP status and a sentence."""
        visit = visit_of(path)
        if visit is None or not runtime.exists():
            return None
        mine, everybody = _held(visit)
        size, coming = most_bytes(said), self._sizes.get(visit, [])
        if len(mine) + len(coming) >= MOST_FILES or sum(mine) + sum(coming) + size > A_VISIT:
            return 413, _A_VISIT_IS_FULL
        on_the_way = sum(map(sum, self._sizes.values()))
        return (503, _ALL_IS_FULL) if everybody + on_the_way + size > ALL_VISITS else None

    @contextlib.contextmanager
    def counted(self, path: str, said: int | None) -> Iterator[None]:
        """The upload counts as long as this lasts; one for a visit that is none is refused by Streamlit unread."""
        visit = visit_of(path)
        if visit is None or not runtime.exists() or not runtime.get_instance().is_active_session(visit):
            yield
            return
        sizes = self._sizes[visit]
        size = most_bytes(said)
        sizes.append(size)
        try:
            yield
        finally:
            sizes.remove(size)
            if not sizes:
                self._sizes.pop(visit, None)


def visit_of(path: str) -> str | None:
    """The visit that an upload belongs to; None for any other path."""
    _, found, rest = path.partition(_ROUTE)
    return rest.partition("/")[0] if found else None


def most_bytes(said: int | None) -> int:
    """The most that an upload can take in memory: its declared length, at most Streamlit's limit."""
    largest: int = (get_option("server.maxUploadSize") + 1) * MEGABYTE
    return largest if said is None else min(said, largest)


def in_time(receive: Receive) -> Receive:
    """Receive the parts of an upload; one that takes too long is ended as if its sender had disconnected."""
    loop = asyncio.get_running_loop()
    end = loop.time() + SECONDS

    async def next_part() -> Message:
        try:
            return await asyncio.wait_for(receive(), max(0.0, end - loop.time()))
        except TimeoutError:
            return {"type": "http.disconnect"}

    return next_part


def _held(visit: str) -> tuple[list[int], int]:
    """The sizes of one visit's uploads, and the bytes of all visits."""
    storage: dict[str, dict[str, Any]] = getattr(runtime.get_instance().uploaded_file_mgr, "file_storage", {})
    sizes = {name: [len(one.data) for one in list(files.values())] for name, files in list(storage.items())}
    return sizes.get(visit, []), sum(map(sum, sizes.values()))
