"""Limits a process sets on itself before it touches a stranger's file, as far as the system knows them."""

import contextlib
import sys

MAX_SECONDS = 30  # wall clock for one file, kept by the parent
MAX_CPU_SECONDS = 20  # processor time for one file
MAX_MEMORY = 1536 * 1024 * 1024  # address space; the libraries alone map 300 MB
MAX_OPEN_FILES = 64
MAX_ANSWER = 16 * 1024 * 1024  # bytes; a text at its limit written as JSON is 12 MB at worst
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # from <linux/sched.h>


def confine() -> None:
    """No network, no big memory, no written file, no core dump, no child process; Windows has no such limits."""
    if sys.platform == "win32":
        return
    import resource

    _cut_network()
    for limit, value in (
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_NOFILE, MAX_OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # the system may know better or forbid it
            resource.setrlimit(limit, (value, value))


def _cut_network() -> None:
    """Move into a network of our own without any way out, where Linux lets a plain user do so."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # another C library, or a system that forbids it
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


def allow_cpu() -> None:
    """Grant processor time for one more file; beyond it the system ends the process."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + MAX_CPU_SECONDS
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
