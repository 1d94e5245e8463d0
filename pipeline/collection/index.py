"""Where the slim tables of a folder are kept: one file in the cache, whole or not at all; never in the folder."""

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.gazetteer.store import CACHE_VARIABLE, cache_folder, is_own

VERSION = 7  # raise it with every change of the tables or of how names are merged
_KEPT = 6  # indexes of as many folders, those last opened
_ABANDONED = 6 * 3600.0  # seconds; no build takes that long


def index_folders() -> tuple[Path, ...]:
    """Where an index may be kept: the user's cache, else a folder of this user's own among the temporary files.

    Either is left out where another user could have put an index there.
    """
    user = os.getuid() if hasattr(os, "getuid") else "user"
    temporary = Path(tempfile.gettempdir()) / f"dateline-{user}"
    folders = [cache_folder() / "folders"]
    if is_own(temporary) and is_own(temporary / "folders"):
        folders.append(temporary / "folders")
    return tuple(folder for folder in folders if is_own(folder))


def kept_index(fingerprint: str) -> Path | None:
    """The index made earlier, if it is still there."""
    for folder in index_folders():
        path = folder / _name(fingerprint)
        if path.is_file() and is_own(path):
            with contextlib.suppress(OSError):
                os.utime(path)  # so that the one last opened is the last to go
            return path
    return None


def keep_index(fingerprint: str, build: Callable[[Path], None]) -> Path:
    """Have an index written beside its place and moved there."""
    errors: list[str] = []
    for folder in index_folders():
        try:
            with _scratch(folder) as scratch:
                build(scratch)
                scratch.chmod(0o600)  # names and titles are nobody else's
                path = folder / _name(fingerprint)
                scratch.replace(path)
        except OSError as error:
            errors.append(f"{folder}: {error}")
            continue
        _remove_outdated(path)
        return path
    raise PipelineError(
        f"What is needed to open the folder quickly could not be kept ({'; '.join(errors)}). "
        f"Set {CACHE_VARIABLE} to a folder that can be written."
    )


def _name(fingerprint: str) -> str:
    return f"folder-{VERSION}-{fingerprint}.duckdb"


@contextlib.contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix="building-", dir=folder, ignore_cleanup_errors=True) as scratch:
        yield Path(scratch) / "index.duckdb"


def _remove_outdated(current: Path) -> None:
    """Take away the indexes longest unused, and what builds that were killed have left behind."""
    found = sorted(current.parent.glob("folder-*.duckdb"), key=_age)
    for path in found[_KEPT:]:
        if path != current:
            with contextlib.suppress(OSError):  # another process may still use it (Windows), or have removed it
                path.unlink()
    for folder in current.parent.glob("building-*"):
        if _age(folder) > _ABANDONED:
            for path in (*folder.glob("*"), folder):
                with contextlib.suppress(OSError):
                    path.unlink() if path.is_file() else path.rmdir()


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0
