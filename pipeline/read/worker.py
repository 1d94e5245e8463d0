"""The reading process: takes files on standard input, answers with their text. Started by process.py.

It limits itself before the first byte of a file arrives, knows no secret and imports no model.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.errors import ArticleError
from pipeline.limits import MAX_FILE_BYTES
from pipeline.read.messages import receive, send
from pipeline.read.parse import parse
from pipeline.sandbox.confine import confine, own_clock, start_clock

_MAX_NAME = 4096
OWN_CODE = Path(__file__).resolve().parents[1]


def main() -> None:
    """Answer one file after another until the input ends."""
    answers = _private_output()  # opens a file for writing, which is over after the next line
    confine((OWN_CODE,))
    while (name := receive(sys.stdin.buffer, limit=_MAX_NAME)) is not None:
        data = receive(sys.stdin.buffer, limit=MAX_FILE_BYTES)
        if data is None:
            return
        start_clock()
        with own_clock():
            found = answer(name.decode("utf-8", "replace"), data)
        send(answers, json.dumps(found).encode())


def _private_output() -> BinaryIO:
    """Standard output for our answers alone; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return answers


def answer(name: str, data: bytes) -> dict[str, Any]:
    """The file's text and facts, or the reason why it has none, as plain values."""
    try:
        document = parse(name, data)
    except ArticleError as error:
        return {"error": str(error)}
    except (MemoryError, RecursionError):
        return {"error": "This file needs more memory to read than an article should. Paste its text instead."}
    except Exception:  # a parser met what its authors never saw; the file is to blame, not the reader
        return {
            "error": "This file is damaged or of another kind than its name says. Save it again, or paste its text."
        }
    return {
        "text": document.text,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "notes": document.notes,
    }
