"""Where the index lives, and how it gets there: built once, whole or not at all, rebuilt when out of date."""

import contextlib
import hashlib
import os
import sqlite3
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from platformdirs import user_cache_dir

from pipeline.errors import GazetteerError
from pipeline.gazetteer import sources, tables
from pipeline.gazetteer.build import SCHEMA_VERSION, build

_ABANDONED = 3600.0  # seconds; no build takes that long
CACHE_VARIABLE = "DATELINE_CACHE"  # names another cache folder
Progress = Callable[[str], None]


class Builder(Protocol):
    """Writes a whole index to a path."""

    def __call__(self, path: Path, *, version: str, progress: Progress | None) -> None:
        """Write it; version last."""


def cache_folder() -> Path:
    """DATELINE_CACHE, else the user's cache folder of this system."""
    return Path(os.environ.get(CACHE_VARIABLE) or user_cache_dir("dateline"))


def current_version() -> str:
    """What the index is made of: schema, package versions, our own tables."""
    return f"schema={SCHEMA_VERSION},{sources.package_versions()},tables={tables.digest()}"


def ready_index(*, progress: Progress | None = None, builder: Builder = build) -> Path:
    """The path of a whole, current index, built first where there is none."""
    version = current_version()
    name = f"places-{SCHEMA_VERSION}-{hashlib.sha256(version.encode()).hexdigest()[:12]}.sqlite"
    errors = []
    for folder in (cache_folder(), _fallback_folder()):
        path = folder / name
        if is_whole(path, version):
            return path
        try:
            _build_into(path, version, progress, builder)
        except (OSError, sqlite3.Error) as error:
            errors.append(f"{folder}: {error}")
            if progress:
                progress(f"The place index cannot be kept in {folder} ({error}); trying a temporary folder")
            continue
        return path
    raise GazetteerError(
        f"The place index could not be built ({'; '.join(errors)}). Free about 100 MB there, or set {CACHE_VARIABLE} "
        "to a folder that can be written."
    )


def is_whole(path: Path, version: str) -> bool:
    """Whether an index is there, readable to its end and of this version."""
    if not path.is_file():
        return False
    try:
        with contextlib.closing(connect(path)) as db:
            row = db.execute("SELECT version FROM version").fetchone()
            pages, size = db.execute("PRAGMA page_count").fetchone()[0], db.execute("PRAGMA page_size").fetchone()[0]
    except sqlite3.Error:
        return False
    return bool(row == (version,)) and path.stat().st_size >= pages * size


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection; immutable, since a finished index is replaced and never changed."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _fallback_folder() -> Path:
    """A folder of this user's own among the temporary files, for a home that cannot be written."""
    folder = Path(tempfile.gettempdir()) / f"dateline-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    with contextlib.suppress(OSError):  # no room: said when the index is written
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder if is_own(folder) else Path(tempfile.mkdtemp(prefix="dateline-"))


def is_own(path: Path) -> bool:
    """Whether nobody else can have put something there: others may write among the temporary files too."""
    if not hasattr(os, "getuid"):
        return True  # Windows gives each user temporary files of their own
    try:
        facts = path.lstat()
    except OSError:
        return True  # not there and not to be made: nothing can be read from it
    plain = stat.S_ISDIR(facts.st_mode) or stat.S_ISREG(facts.st_mode)
    return plain and facts.st_uid == os.getuid() and not facts.st_mode & 0o022


def _build_into(path: Path, version: str, progress: Progress | None, builder: Builder) -> None:
    """Build beside the target and move into place: others see the old index or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch_name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    scratch = Path(scratch_name)
    try:
        builder(scratch, version=version, progress=progress)
        scratch.chmod(0o644)  # public facts, which a shared cache offers to others
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
    _remove_outdated(path)


def _remove_outdated(current: Path) -> None:
    """Take away indexes of other versions, and what builds that were killed have left behind."""
    killed = (path for path in current.parent.glob("places-*.part") if _age(path) > _ABANDONED)
    for path in (*current.parent.glob("places-*.sqlite"), *killed):
        if path != current:
            with contextlib.suppress(OSError):  # another process may still use it (Windows), or have removed it
                path.unlink()


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0
