"""Records as lines of JSON: one object a line, UTF-8, whatever the text holds."""

import json
from typing import Any, BinaryIO


def dumps(value: Any, *, indent: int | None = None) -> str:
    """JSON that UTF-8 can hold; a text with lone surrogates is written in ASCII escapes, which keep them."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False, indent=indent)
    return text


def to_line(record: dict[str, Any]) -> str:
    """One record as one line, without its end."""
    return dumps(record)


class LineSink:
    """Writes each record as one line, handed over whole and at once."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, line: str) -> None:
        """Add one record."""
        self._out.write(line.encode("utf-8") + b"\n")
        self._out.flush()

    def close(self) -> None:
        """Nothing is left to write; the stream is its owner's."""
