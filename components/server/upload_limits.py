"""Bounds on what visitors may lay down in memory, since Streamlit has one for a file and none for a visit.

Streamlit keeps each upload in memory until its visit ends, but on the way there it writes what is larger than one
megabyte into a temporary file; here all of it stays in memory.
"""

from typing import Any, Final

from starlette.formparsers import MultiPartParser
from streamlit import get_option, runtime

MEGABYTE: Final = 2**20
A_VISIT: Final = 100 * MEGABYTE
ALL_VISITS: Final = 1024 * MEGABYTE
MOST_FILES: Final = 1000  # of one visit
_ROUTE: Final = "/_stcore/upload_file/"
_A_VISIT_IS_FULL: Final = f"One visit may upload {A_VISIT // MEGABYTE} MB in {MOST_FILES:,} files. Remove some first."
_ALL_IS_FULL: Final = "The page holds as many uploads as it can just now. Try again in a few minutes."


def keep_in_memory() -> None:
    """From now on no upload touches the disk."""
    MultiPartParser.spool_max_size = (get_option("server.maxUploadSize") + 1) * MEGABYTE


def refused(path: str, size: int) -> tuple[int, str] | None:
    """Why an upload of so many bytes to this path may not be taken: an HTTP status and a sentence; else None."""
    _, found, rest = path.partition(_ROUTE)
    if not found or not runtime.exists():
        return None
    mine, everybody = _held(rest.partition("/")[0])
    if len(mine) >= MOST_FILES or sum(mine) + size > A_VISIT:
        return 413, _A_VISIT_IS_FULL
    return (503, _ALL_IS_FULL) if everybody + size > ALL_VISITS else None


def _held(session: str) -> tuple[list[int], int]:
    """The sizes of one visit's uploads, and the bytes of all."""
    storage: dict[str, dict[str, Any]] = getattr(runtime.get_instance().uploaded_file_mgr, "file_storage", {})
    sizes = {name: [len(one.data) for one in list(files.values())] for name, files in list(storage.items())}
    return sizes.get(session, []), sum(map(sum, sizes.values()))
