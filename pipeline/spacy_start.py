"""Starts spaCy without what no analysis needs. Standard library only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


@contextmanager
def without_commands() -> Iterator[None]:
    """Keep spaCy from loading its command line, whose clients for downloads take a quarter of the time of its import.

    spaCy asks for one function of it at once: stand-ins answer while it is imported, the modules themselves later.
    """
    stand_ins: dict[str, Any] = {} if "spacy" in sys.modules else {name: ModuleType(name) for name in _COMMANDS}
    for stand_in in stand_ins.values():
        stand_in.__path__ = []
        stand_in.info = lambda *args, **options: import_module(_COMMANDS[-1]).info(*args, **options)
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
