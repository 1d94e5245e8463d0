"""Connects to a Ray cluster, or starts a local one bound to 127.0.0.1."""

import contextlib
import importlib.util
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from pipeline.errors import UsageError

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to anybody
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # the coming default; else a warning
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_ENABLE_AUTO_CONNECT": "0",  # what still asks for Ray when we have left it starts no other
}
_ALONE = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}  # whatever its name: every server of it listens on 127.0.0.1 alone
_STORE_BYTES = 80 * 1024 * 1024  # the least Ray takes; only numbers and names pass through it
_STANDARD_OUTPUT, _STANDARD_ERROR = 1, 2
_KNOCK_SECONDS = 10.0
_MISSING = "--engine ray needs Ray. Type: pip install -r requirements-ray.txt"


def knock(address: str | None) -> None:
    """Raise UsageError if nothing listens at HOST:PORT; Ray itself would try for minutes."""
    host, _, port = (address or "").rpartition(":")
    if not host or "/" in host or not port.isdigit():
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise UsageError(f"There is no Ray cluster at {address}: {error}") from error


def is_installed() -> None:
    """Raise UsageError if Ray is not installed, without importing it, which takes seconds."""
    if importlib.util.find_spec("ray") is None:
        raise UsageError(_MISSING)


def find_ray(*, alone: bool) -> None:
    """Import Ray without its messages; alone: bound to 127.0.0.1. Raises UsageError if it is not installed."""
    os.environ.update(_QUIET | _ALONE if alone else _QUIET)  # read while it is imported
    try:
        import ray.data  # noqa: F401 - only to see whether it is there
    except ImportError as error:
        raise UsageError(_MISSING) from error


@contextlib.contextmanager
def own_standard_error() -> Iterator[TextIO]:
    """Standard error for us alone, and nothing on standard output: Ray's libraries write to both what is meant for
    their makers, past Python.

    What matters of it comes back as an exception; the rest stands in Ray's own logs.
    """
    try:
        ours = sys.stderr.fileno() == _STANDARD_ERROR
    except (OSError, ValueError):  # it is no file (a test, a notebook)
        ours = False
    if not ours:
        yield sys.stderr
        return
    sys.stderr.flush()
    sys.stdout.flush()
    kept, output = os.dup(_STANDARD_ERROR), os.dup(_STANDARD_OUTPUT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_OUTPUT)
    os.dup2(nowhere, _STANDARD_ERROR)
    try:
        with os.fdopen(os.dup(kept), "w", encoding=sys.stderr.encoding, errors="backslashreplace") as stream:
            yield stream
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.dup2(output, _STANDARD_OUTPUT)
        os.close(kept)
        os.close(output)
        os.close(nowhere)


@contextlib.contextmanager
def connected(address: str | None, workers: int | None) -> Iterator[int]:
    """Connect to the cluster, or start Ray on this machine alone; yields the number of actors."""
    import ray

    ours = not ray.is_initialized()
    if ours:
        _connect(ray, address, workers)
    try:
        _hush(ray)
        yield workers or max(1, int(ray.cluster_resources().get("CPU", 1)))  # type: ignore[no-untyped-call]
    finally:
        if ours:
            ray.shutdown()


def _connect(ray: Any, address: str | None, workers: int | None) -> None:
    if address is None:
        ray.init(
            address="local",  # not the one a variable of the environment may name
            num_cpus=workers,
            include_dashboard=False,
            object_store_memory=_STORE_BYTES,
            logging_level=logging.ERROR,
            log_to_driver=False,
        )
        return
    package = str(Path(__file__).resolve().parents[1])
    try:
        ray.init(
            address=address,
            runtime_env={"py_modules": [package]},  # every node runs this very code
            logging_level=logging.ERROR,
            log_to_driver=False,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise UsageError(f"There is no Ray cluster at {address}: {str(error).splitlines()[0]}") from error


def _hush(ray: Any) -> None:
    """Turn off Ray's own messages and progress bars."""
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.max_errored_blocks = -1  # what is missing in the end is done in another pass
