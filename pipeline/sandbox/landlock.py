"""Landlock (Linux 5.13 and later): this process may read our code and the system's libraries, and nothing else.

No file of the user can be opened, none can be made, changed or removed, whoever owns it.
"""

import ctypes
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.sandbox.linux import call

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every processor
_VERSION, _PATH_BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}  # how many rights on files a version of Landlock knows
_NET_RIGHTS, _NET_FROM = 0b11, 4  # bind and connect
_SCOPES, _SCOPES_FROM = 0b11, 6  # abstract sockets and signals to others
_SYSTEM = (  # libraries, time zones, randomness: nothing of a user's
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share/zoneinfo", "/nix/store",
    "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types", "/dev/urandom", "/dev/null",
)  # fmt: skip


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def lock_files(readable: Sequence[Path]) -> None:
    """Allow reading below these paths, Python's own and the system's; raises OSError where there is no Landlock."""
    version = call("syscall", _CREATE_RULESET, None, 0, _VERSION)
    rules = call("syscall", _CREATE_RULESET, *_handled(version), 0)
    try:
        for path in (*readable, *_python(), *map(Path, _SYSTEM)):
            if path.exists():
                _allow(rules, path)
        call("syscall", _RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)


def _handled(version: int) -> tuple[object, int]:
    """All rights that this version of Landlock can forbid, and the size of the struct that lists them."""
    known = max(count for since, count in _FILE_RIGHTS.items() if since <= version)
    wanted = _Ruleset((1 << known) - 1, _NET_RIGHTS, _SCOPES)
    size = 8 if version < _NET_FROM else 16 if version < _SCOPES_FROM else 24
    return ctypes.byref(wanted), size


def _python() -> Iterator[Path]:
    """The interpreter's folders; not the project's root, which may hold a user's files."""
    from sysconfig import get_paths

    folders = get_paths()
    yield from (Path(folders[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield from (Path(entry) for entry in sys.path if "site-packages" in entry or "dist-packages" in entry)
    yield Path(sys.base_prefix, "lib")


def _allow(rules: int, path: Path) -> None:
    allowed = _READ_FILE | (_READ_FOLDER if path.is_dir() else 0)
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        call("syscall", _ADD_RULE, rules, _PATH_BENEATH, ctypes.byref(_Beneath(allowed, folder)), 0)
    finally:
        os.close(folder)
