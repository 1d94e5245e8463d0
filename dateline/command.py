"""The command ``dateline``: the same as ``python -m pipeline``, and ``dateline serve`` for the page."""

import argparse
import signal
import subprocess
import sys
from pathlib import Path

from components.paths import ROOT
from pipeline.cli import main as command_line

_SERVE = "serve"
_SIGNALLED = 128  # plus the number of the signal, as shells say it


def main() -> int:
    """Run the command line, or serve the page; returns the exit status."""
    words = sys.argv[1:]
    return serve(words[1:]) if words[:1] == [_SERVE] else command_line()


def serve(words: list[str]) -> int:
    """Start the page's server and wait for its end; returns its exit status."""
    asked = _parser().parse_args(words)
    # Streamlit reads .streamlit/config.toml, with the page's look and limits, from the folder it is started in.
    command = [sys.executable, "-m", "streamlit", "run", "serve.py"]
    command += ["--server.port", str(asked.port), "--server.address", asked.host]
    if asked.folder:
        command += ["--", "--folder", str(asked.folder.absolute())]
    with subprocess.Popen(command, cwd=ROOT) as server:  # noqa: S603 - no shell; a port, a host, a folder
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())  # else the server would go on without us
        try:
            status = server.wait()
        except KeyboardInterrupt:  # the server has had it too, and ends
            return 0
    return status if status >= 0 else _SIGNALLED - status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"dateline {_SERVE}", description="Serve the page on this machine.")
    parser.add_argument("--port", type=int, default=8501, help="port of the page (default: 8501)")
    parser.add_argument("--host", default="localhost", help="name or address to listen on (default: localhost)")
    parser.add_argument("--folder", type=Path, help="a folder of Parquet files to open: python -m pipeline made it")
    return parser
