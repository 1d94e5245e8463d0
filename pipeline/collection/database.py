"""DuckDB as we use it: little memory, two threads, no network, no file but those that were named."""

import atexit
import contextlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PipelineError

if TYPE_CHECKING:
    import duckdb

MEMORY = "256MB"
THREADS = 2
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": MEMORY,
    "threads": THREADS,
    "autoinstall_known_extensions": "false",  # nothing is ever fetched
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",  # no variable of ours becomes a table by its name
    "preserve_insertion_order": "false",  # every list says its order; keeping another costs memory
}
_numbers = count(1)


def connect(path: Path | None = None) -> "duckdb.DuckDBPyConnection":
    """A database in a new file, or in memory; what does not fit into memory goes to a temporary folder."""
    import duckdb  # here: half a hundred MB that a page with one article should not pay for

    spill = _spill_folder() / str(next(_numbers))  # two databases in one folder would mix their files
    return duckdb.connect(str(path or ":memory:"), config={**_SETTINGS, "temp_directory": str(spill)})


@cache
def _spill_folder() -> Path:
    """A folder of this process that nobody else may read; what spills are words of articles."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-spill-"))
    atexit.register(remove_spill)
    return folder


def remove_spill() -> None:
    """Take that folder away; for the end of the process, which a signal may bring without Python's own last steps."""
    if _spill_folder.cache_info().currsize:
        shutil.rmtree(_spill_folder(), ignore_errors=True)


def lock(db: "duckdb.DuckDBPyConnection", paths: Iterable[Path] = ()) -> None:
    """From here on the database reads these files and no others, and nobody changes that."""
    listed = ", ".join(quoted(str(path)) for path in paths)
    db.execute(f"SET allowed_paths = [{listed}]")
    db.execute("SET enable_external_access = false")
    db.execute("SET lock_configuration = true")


def quoted(text: str) -> str:
    """A text as a literal, for the few places where SQL takes no parameter."""
    return "'" + text.replace("'", "''") + "'"


@contextlib.contextmanager
def reading(db: "duckdb.DuckDBPyConnection") -> Iterator["duckdb.DuckDBPyConnection"]:
    """A cursor of its own that sees one state of the data, with DuckDB's errors in plain words."""
    import duckdb

    cursor = db.cursor()
    try:
        cursor.execute("BEGIN TRANSACTION")
        yield cursor
        cursor.execute("COMMIT")
    except duckdb.Error as error:
        raise PipelineError(in_words(error)) from error
    finally:
        cursor.close()


@contextlib.contextmanager
def writing(db: "duckdb.DuckDBPyConnection") -> Iterator[None]:
    """All of a change or nothing."""
    import duckdb

    db.execute("BEGIN TRANSACTION")
    try:
        yield
        db.execute("COMMIT")
    except BaseException as error:
        with contextlib.suppress(duckdb.Error):
            db.execute("ROLLBACK")
        if isinstance(error, duckdb.Error):
            raise PipelineError(in_words(error)) from error
        raise


def in_words(error: Exception) -> str:
    """What went wrong while asking, for a reader; never the query or a piece of text."""
    import duckdb

    if isinstance(error, duckdb.IOException | duckdb.InvalidInputException | duckdb.PermissionException):
        return (
            "A part of the folder cannot be read any more: it was changed, moved or damaged. "
            "Open the folder again, or write it anew with python -m pipeline --format parquet."
        )
    if isinstance(error, duckdb.OutOfMemoryException):
        return "There is not enough memory for this question. Narrow the selection and try again."
    return f"The collection could not answer ({type(error).__name__})."
