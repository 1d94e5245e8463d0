"""Where the facts come from: what reads as a table of ours, whatever lies behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.write.columns import Column, Kind, TableName, file_columns

SQL_TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "count": "BIGINT",
    "number": "DOUBLE",
    "texts": "VARCHAR[]",
    "flag": "BOOLEAN",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """Something to stand after FROM, with the parameters it needs."""

    sql: str
    params: Mapping[str, Any] = field(default_factory=dict)


def columns_of(table: TableName) -> tuple[Column, ...]:
    """The columns of a table in a collection: those of its file, and the text of an article."""
    return (*file_columns(table), Column("text")) if table == "articles" else file_columns(table)
