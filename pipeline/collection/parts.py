"""The parts of a folder of Parquet: which can be used, and how to read them.

Where the facts come from: what reads as a table of ours, whatever lies behind it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import PipelineError
from pipeline.write.columns import FILE_TABLES, Column, Kind, TableName, file_columns
from pipeline.write.search_words import FOLDER as WORDS
from pipeline.write.search_words import OF_ARTICLES

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


# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter


if TYPE_CHECKING:
    import duckdb

HOW = "Such a folder is made by: python -m pipeline FILES --format parquet -o FOLDER"
# Without these a part tells too little; other columns may be missing, as in folders of an earlier version.
_NEEDED: dict[TableName, frozenset[str]] = {
    "articles": frozenset(("id", "published", "words", "text", "error")),
    "entities": frozenset(("article_id", "id", "name", "label", "count", "aliases")),
    "mentions": frozenset(("article_id", "start", "end", "entity_id")),
    "quotes": frozenset(("article_id", "start", "end", "text", "kind", "speaker_id", "said_on")),
    "places": frozenset(("article_id", "start", "name", "kind", "lat", "lon", "geonameid")),
    "dates": frozenset(("article_id", "start", "end", "value")),
    "notes": frozenset(("article_id", "step", "message")),
}
Held = Mapping[TableName, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the name its files have in every folder, the columns of each table, and whether its words are there."""

    name: str
    held: Held
    words: bool = False


class FolderSource:
    """The parts of a folder that can be read, by their numbers."""

    def __init__(self, folder: Path, parts: Mapping[int, Part], notices: Sequence[str] = ()) -> None:
        self.folder = folder
        self._parts = dict(parts)
        self.notices: tuple[str, ...] = tuple(notices)

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of the parts."""
        return tuple(self._parts)

    def items(self) -> Iterator[tuple[int, Part]]:
        """The parts with their numbers."""
        return iter(self._parts.items())

    @property
    def with_words(self) -> tuple[int, ...]:
        """The numbers of the parts whose words are written beside them."""
        return tuple(number for number, part in self._parts.items() if part.words)

    def leave_out(self, number: int) -> None:
        """Do without a part, and say so."""
        part = self._parts.pop(number)
        self.notices = (*self.notices, f"{part.name} was left out: one of its files is damaged.")

    def say(self, notice: str) -> None:
        """Tell the reader of the folder something."""
        self.notices = (*self.notices, notice)

    def relation(self, table: TableName, parts: tuple[int, ...]) -> Relation:
        """The rows of these parts, with row and part; a column that an older version did not write is empty."""
        alike: dict[frozenset[str], list[int]] = {}
        for number in parts:
            alike.setdefault(self._parts[number].held[table], []).append(number)
        if not alike:
            return Relation(f"(SELECT {_columns(table, frozenset())}, 0::BIGINT AS row, 0 AS part WHERE false)")
        params: dict[str, object] = {}
        selects = []
        for n, (held, found) in enumerate(alike.items()):
            files, numbered = f"{table}_{n}", f"{table}_{n}_parts"
            params |= {files: [str(self._path(table, self._parts[number])) for number in found], numbered: found}
            selects.append(_select(table, held, files, numbered))
        return Relation(f"({' UNION ALL '.join(selects)})", params)

    def words(self) -> Relation:
        """part, word and rows, the rows counted from 0 within the part; of every part that has its words."""
        numbers = self.with_words
        files = [str(self.folder / WORDS / self._parts[number].name) for number in numbers]
        sql = """(SELECT $word_parts[list_position($word_files, filename)]::INTEGER AS part, word, rows
            FROM read_parquet($word_files, filename=true, hive_partitioning=false))"""
        return Relation(sql, {"word_files": files, "word_parts": list(numbers)})

    def _path(self, table: TableName, part: Part) -> Path:
        return self.folder / table / part.name


def _select(table: TableName, held: frozenset[str], files: str, numbered: str) -> str:
    read = f"read_parquet(${files}, filename=true, file_row_number=true, hive_partitioning=false)"
    part = f"${numbered}[list_position(${files}, filename)]::INTEGER AS part"
    return f"SELECT {_columns(table, held)}, file_row_number AS row, {part} FROM {read}"


def _columns(table: TableName, held: frozenset[str]) -> str:
    named = ((f'"{c.name}"' if c.name in held else "NULL", SQL_TYPES[c.kind], c.name) for c in columns_of(table))
    return ", ".join(f'{value}::{kind} AS "{name}"' for value, kind, name in named)


def part_names(folder: Path) -> tuple[str, ...]:
    """The parts' names, in order; PipelineError where this is no folder of ours."""
    if not folder.is_dir():
        raise PipelineError(f"There is no folder {folder}.")
    names = tuple(sorted(path.name for path in (folder / "articles").glob("part-*.parquet")))
    if not names:
        raise PipelineError(f"{folder} holds no articles as Parquet. {HOW}")
    return names


def fingerprint(folder: Path, names: Iterable[str]) -> str:
    """Changes whenever a file comes, goes or is written anew."""
    told = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape"))
    for name in names:
        for table in (*FILE_TABLES, WORDS):
            try:
                stat = (folder / table / name).stat()
            except OSError:
                told.update(f"{table}/{name} missing\n".encode("utf-8", "surrogateescape"))
                continue
            told.update(f"{table}/{name} {stat.st_size} {stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()[:32]


def look_at_parts(db: "duckdb.DuckDBPyConnection", folder: Path, names: Sequence[str]) -> FolderSource:
    """Those that are whole; PipelineError if none is."""
    parts: dict[int, Part] = {}
    notices: list[str] = []
    for number, name in enumerate(names):
        try:
            held = {table: _held(db, table, folder / table / name) for table in FILE_TABLES}
            parts[number] = Part(name, held, _has_words(db, folder / WORDS / name, folder / "articles" / name))
        except PipelineError as error:
            notices.append(f"{name} was left out: {error}")
    if not parts:
        raise PipelineError(f"No part of {folder} can be read. {notices[0]} {HOW}")
    return FolderSource(folder, parts, notices)


def _held(db: "duckdb.DuckDBPyConnection", table: TableName, path: Path) -> frozenset[str]:
    """The columns of a file."""
    import duckdb

    if not path.is_file():
        raise PipelineError(f"its file of {table} is missing.")
    try:
        found = db.execute(
            "DESCRIBE FROM read_parquet($file, hive_partitioning=false)", {"file": [str(path)]}
        ).fetchall()
    except duckdb.Error as error:
        raise PipelineError(f"its file of {table} is damaged.") from error
    held = frozenset(str(row[0]) for row in found)
    if missing := _NEEDED[table] - held:
        raise PipelineError(f"its file of {table} has no column {', '.join(sorted(missing))}.")
    return held


def _has_words(db: "duckdb.DuckDBPyConnection", path: Path, articles: Path) -> bool:
    """Whether the words of a part are there, whole, and of this very file of articles."""
    import duckdb

    if not path.is_file():
        return False
    asked = {"file": str(path), "key": OF_ARTICLES}
    try:
        told = db.execute("SELECT value FROM parquet_kv_metadata($file) WHERE key = $key", asked).fetchone()
        # Reading every row of it once tells whether it is whole.
        db.execute(
            "SELECT max(word), max(len(rows)), max(list_max(rows)) FROM read_parquet($file, hive_partitioning=false)",
            {"file": str(path)},
        )
        with articles.open("rb") as file:
            return told is not None and told[0].decode() == hashlib.file_digest(file, "sha256").hexdigest()
    except (duckdb.Error, OSError, UnicodeDecodeError):
        return False
