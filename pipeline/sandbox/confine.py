"""Limits that a process sets on itself before it reads an untrusted file, as far as the system supports them."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

MAX_SECONDS = 30  # wall clock for one file, kept by the parent
MAX_CPU_SECONDS = 20  # processor time for one file
MAX_ALONE_SECONDS = MAX_SECONDS + 10  # wall clock for one file where the parent is gone
MAX_MEMORY = 1536 * 1024 * 1024  # address space; the libraries alone map 300 MB
MAX_OPEN_FILES = 64
MAX_ANSWER = 16 * 1024 * 1024  # bytes; a text at its limit written as JSON is 12 MB at worst


def confine(readable: Sequence[Path] = ()) -> tuple[str, ...]:
    """Give up all rights that reading a file does not need. readable: folders of our code. Returns the limits set."""
    if sys.platform == "win32":
        return ()
    held = _linux(readable) if sys.platform.startswith("linux") else ()
    return (*_limits(), *(("processor time",) if start_clock() else ()), *held)


def _limits() -> tuple[str, ...]:
    """Limit memory; forbid writing files, core dumps and child processes."""
    import resource

    held = []
    for name, limit, value in (
        ("memory", resource.RLIMIT_AS, MAX_MEMORY),
        ("open files", resource.RLIMIT_NOFILE, MAX_OPEN_FILES),
        ("file size", resource.RLIMIT_FSIZE, 0),
        ("core", resource.RLIMIT_CORE, 0),
        ("processes", resource.RLIMIT_NPROC, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # the hard limit may be lower, or changes forbidden
            resource.setrlimit(limit, (value, value))
            held.append(name)
    return tuple(held)


def _linux(readable: Sequence[Path]) -> tuple[str, ...]:
    """Set the limits of Linux that need no privileges: first namespaces, then Landlock, then seccomp."""
    from pipeline.sandbox.landlock import lock_files
    from pipeline.sandbox.linux import leave_network, no_new_privileges
    from pipeline.sandbox.seccomp import filter_calls

    walls = (
        ("privileges", no_new_privileges),
        ("namespaces", leave_network),
        ("landlock", lambda: lock_files(readable)),
        ("system calls", filter_calls),
    )
    held = []
    for name, build in walls:
        with contextlib.suppress(OSError, AttributeError):  # an old kernel, another C library, a container's rules
            build()
            held.append(name)
    return tuple(held)


def start_clock() -> bool:
    """Allow processor time for one more file; returns False if the system has no such limit."""
    if sys.platform == "win32":
        return False
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + MAX_CPU_SECONDS
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        return True
    return False


@contextlib.contextmanager
def own_clock() -> Iterator[None]:
    """End this process if one file takes too long and the parent, which should end it, is gone."""
    if sys.platform == "win32":
        yield
        return
    import signal

    signal.alarm(MAX_ALONE_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)  # no limit on waiting for the next file
