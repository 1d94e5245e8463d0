"""Records → rows of plain values, in the order of the columns."""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.write.columns import COLUMNS, TableName

Record = dict[str, Any]
Row = tuple[Any, ...]
_LONE = re.compile("[\ud800-\udfff]")


def rows(table: TableName, record: Record, *, with_id: bool = True) -> Iterator[Row]:
    """The rows one record gives to a table; an article that failed gives one to articles alone."""
    names = [column.name for column in COLUMNS[table]]
    if table == "articles":
        yield tuple(record.get(name) for name in names)
        return
    front = (record["id"],) if with_id else ()
    for fact in record.get(table, ()):
        yield (*front, *(fact[name] for name in names))


def join_texts(texts: list[str] | tuple[str, ...]) -> str:
    """Several texts in one cell, "; " between; a backslash keeps a text's own semicolon apart."""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", text) for text in texts)


def split_texts(cell: str) -> list[str]:
    """What join_texts was given."""
    parts: list[str] = [""]
    for piece in re.findall(r"\\.|; |[^\\;]+|.", cell, re.S):
        if piece == "; ":
            parts.append("")
        else:
            parts[-1] += piece[1:] if piece.startswith("\\") else piece
    return parts if cell else []


def storable(value: Any) -> Any:
    """The value with lone surrogates, which no file in UTF-8 can hold, replaced by U+FFFD."""
    if isinstance(value, str):
        return value if value.isascii() else _LONE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    return value
