"""Names, order and kinds of the columns of every table; the contract's, and stable."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "count", "number", "texts", "flag", "day"]
TableName = Literal["entities", "mentions", "quotes", "places", "dates", "notes", "articles"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; integer may be empty, count and flag never are, texts is a list of texts, day a datetime.date."""

    name: str
    kind: Kind = "text"


_KINDS: dict[str, Kind] = {
    "i": "integer",
    "c": "count",
    "n": "number",
    "l": "texts",
    "f": "flag",
    "d": "day",
    "": "text",
}


def read_columns(spec: str) -> tuple[Column, ...]:
    """Columns written as "name:letter", separated by blanks; a name alone is a text."""
    pairs = (word.partition(":") for word in spec.split())
    return tuple(Column(name, _KINDS[kind]) for name, _, kind in pairs)


COLUMNS: dict[TableName, tuple[Column, ...]] = {
    "entities": read_columns("id name label count:c aliases:l edited:f"),
    "mentions": read_columns("start:c end:c text label entity_id sentence:c edited:f"),
    "quotes": read_columns(
        "id start:c end:c text kind speaker_start:i speaker_end:i speaker_text speaker_id speaker_name"
        " cue_start:i cue_end:i cue said_on speaker_reason edited:f"
    ),
    "places": read_columns(
        "start:c end:c text entity_id name country kind lat:n lon:n geonameid:i confidence:n reason edited:f"
    ),
    "dates": read_columns("start:c end:c text value precision"),
    "notes": read_columns("step message"),
    "articles": read_columns("id title source published published_from words:i sentences:i error"),
}
ARTICLE_ID = Column("article_id")  # first column of every table but articles, where several articles meet
FACT_TABLES: tuple[TableName, ...] = ("entities", "mentions", "quotes", "places", "dates")
FILE_TABLES: tuple[TableName, ...] = ("articles", *FACT_TABLES, "notes")  # what a folder or an archive holds


def file_columns(table: TableName) -> tuple[Column, ...]:
    """The columns of a table in a file, where facts always name their article."""
    return COLUMNS[table] if table == "articles" else (ARTICLE_ID, *COLUMNS[table])
