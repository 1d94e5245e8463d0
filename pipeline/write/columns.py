"""Names, order and kinds of the columns of every table; the contract's, and stable."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "count", "number", "texts", "flag"]
TableName = Literal["entities", "mentions", "quotes", "places", "dates", "notes", "articles"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; integer may be empty, count and flag never are, texts is a list of texts."""

    name: str
    kind: Kind = "text"


def _columns(spec: str) -> tuple[Column, ...]:
    kinds: dict[str, Kind] = {"i": "integer", "c": "count", "n": "number", "l": "texts", "f": "flag", "": "text"}
    pairs = (word.partition(":") for word in spec.split())
    return tuple(Column(name, kinds[kind]) for name, _, kind in pairs)


COLUMNS: dict[TableName, tuple[Column, ...]] = {
    "entities": _columns("id name label count:c aliases:l edited:f"),
    "mentions": _columns("start:c end:c text label entity_id sentence:c edited:f"),
    "quotes": _columns(
        "id start:c end:c text kind speaker_start:i speaker_end:i speaker_text speaker_id speaker_name"
        " cue_start:i cue_end:i cue said_on speaker_reason edited:f"
    ),
    "places": _columns(
        "start:c end:c text entity_id name country kind lat:n lon:n geonameid:i confidence:n reason edited:f"
    ),
    "dates": _columns("start:c end:c text value precision"),
    "notes": _columns("step message"),
    "articles": _columns("id title source published published_from words:i sentences:i error"),
}
ARTICLE_ID = Column("article_id")  # first column of every table but articles, where several articles meet
FACT_TABLES: tuple[TableName, ...] = ("entities", "mentions", "quotes", "places", "dates")
FILE_TABLES: tuple[TableName, ...] = ("articles", *FACT_TABLES, "notes")  # what a folder or an archive holds


def file_columns(table: TableName) -> tuple[Column, ...]:
    """The columns of a table in a file, where facts always name their article."""
    return COLUMNS[table] if table == "articles" else (ARTICLE_ID, *COLUMNS[table])
