"""Records as lines of JSON: one object a line, UTF-8, whatever the text holds."""

import json
from typing import Any


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
