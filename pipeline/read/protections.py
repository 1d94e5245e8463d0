"""What keeps a hostile file in its cage on this system: asked of a process that locks itself in as the reader does.

``python -m pipeline.read.protections`` prints it.
"""

import json
import subprocess
import sys
from dataclasses import dataclass

from pipeline.read.process import ROOT, child_environment

_ASK = (
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); import json; from pipeline.read.worker import OWN_CODE;"
    "from pipeline.sandbox.confine import confine; held = confine((OWN_CODE,)); sys.stdout.write(json.dumps(held))"
)
_PROMISES = (  # what is promised, which of the walls each keep it alone, in the reader's words
    ("time", (), "each file has 30 seconds; then the process is ended from outside"),
    ("processor time", ("processor time",), "each file has 20 seconds of processor time"),
    ("output", (), "an answer of more than 16 MB is cut off"),
    ("environment", (), "no variable of the server's environment reaches the process"),
    ("memory", ("memory",), "1.5 GB of address space"),
    ("open files", ("open files",), "64 at once"),
    ("content of files", ("file size", "system calls", "landlock"), "no byte can be written to any file"),
    ("names of files", ("system calls", "landlock"), "no file can be made, renamed, linked or removed"),
    ("the user's files", ("landlock",), "nothing can be opened but Python's own and the system's libraries"),
    ("network", ("namespaces", "system calls"), "no connection, neither out nor to this machine itself"),
    ("other programs", ("system calls",), "none can be started"),
    ("other processes", ("system calls",), "none can be signalled, traced or multiplied"),
)


@dataclass(frozen=True, slots=True)
class Protection:
    """One promise, whether it holds on this system, and by which walls; without walls it is kept by the parent."""

    name: str
    holds: bool
    words: str
    walls: tuple[str, ...]


def protections() -> tuple[Protection, ...]:
    """Every promise in the order of the table in SECURITY.md."""
    built = walls()
    return tuple(
        Protection(name, not any_of or bool(standing), words, standing)
        for name, any_of, words in _PROMISES
        for standing in (tuple(wall for wall in any_of if wall in built),)
    )


def walls() -> tuple[str, ...]:
    """What a process of ours that confines itself names as done; nothing where it cannot even start."""
    answer = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-I", "-B", "-c", _ASK],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child_environment(),
        timeout=30,
        check=False,
    )
    return tuple(json.loads(answer.stdout)) if answer.returncode == 0 else ()


def main() -> None:
    """One line a promise."""
    for one in protections():
        kept = f"by {', '.join(one.walls)}" if one.walls else "by the parent" if one.holds else "NOT on this system"
        sys.stdout.write(f"{one.name:18} {'yes' if one.holds else 'no ':4} {one.words} ({kept})\n")


if __name__ == "__main__":
    main()
