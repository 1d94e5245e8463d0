# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""A folder of Parquet parts: what of it can be used, and how to read it. The folder is never written to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.collection import engine
from pipeline.collection.folding import macros
from pipeline.collection.merge import merge_names
from pipeline.collection.prepare import TABLES, add_part
from pipeline.collection.source import SQL_TYPES, Relation, columns_of
from pipeline.errors import PipelineError
from pipeline.write.columns import FILE_TABLES, TableName

if TYPE_CHECKING:
    import duckdb

Progress = Callable[[str], None]
_HOW = "Make one with: python -m pipeline FILES --format parquet -o FOLDER"
_NEEDED: dict[str, frozenset[str]] = {
    "articles": frozenset(("id", "published", "words", "text", "error")),
    "entities": frozenset(("article_id", "id", "name", "label", "count", "aliases")),
    "mentions": frozenset(("article_id", "start", "end", "entity_id")),
    "quotes": frozenset(("article_id", "start", "end", "text", "kind", "speaker_id", "said_on")),
    "places": frozenset(("article_id", "start", "name", "kind", "lat", "lon", "geonameid")),
    "dates": frozenset(("article_id", "start", "end", "value")),
    "notes": frozenset(("article_id", "step", "message")),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its file of every table, and which columns each of them has."""

    number: int
    files: Mapping[TableName, Path]
    columns: Mapping[TableName, frozenset[str]]


class FolderSource:
    """The parts of a folder that can be read."""

    def __init__(self, parts: Sequence[Part], notices: Sequence[str] = ()) -> None:
        self._parts = {part.number: part for part in parts}
        self.notices: tuple[str, ...] = tuple(notices)

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of the parts."""
        return tuple(self._parts)

    @property
    def files(self) -> Iterator[Path]:
        """Every file that may be read."""
        return (path for part in self._parts.values() for path in part.files.values())

    def leave_out(self, number: int, notice: str) -> None:
        """Do without a part, and say so."""
        del self._parts[number]
        self.notices = (*self.notices, notice)

    def relation(self, table: TableName, parts: tuple[int, ...]) -> Relation:
        """The rows of these parts; a column that an older version did not write is empty."""
        alike: dict[frozenset[str], list[str]] = {}
        for part in (self._parts[number] for number in parts):
            alike.setdefault(part.columns[table], []).append(str(part.files[table]))
        if not alike:
            return Relation(f"(SELECT {_empty(table)}, 0::BIGINT AS row WHERE false)")
        params = {f"{table}_{n}": files for n, files in enumerate(alike.values())}
        selects = [_select(table, held, name) for held, name in zip(alike, params, strict=True)]
        return Relation(f"({' UNION ALL '.join(selects)})", params)


def _select(table: TableName, held: frozenset[str], name: str) -> str:
    columns = ", ".join(
        f'"{c.name}"::{SQL_TYPES[c.kind]} AS "{c.name}"'
        if c.name in held
        else f'NULL::{SQL_TYPES[c.kind]} AS "{c.name}"'
        for c in columns_of(table)
    )
    read = f"read_parquet(${name}, file_row_number=true, hive_partitioning=false)"
    return f"SELECT {columns}, file_row_number AS row FROM {read}"


def _empty(table: TableName) -> str:
    return ", ".join(f'NULL::{SQL_TYPES[c.kind]} AS "{c.name}"' for c in columns_of(table))


def open_folder(folder: Path, progress: Progress | None = None) -> tuple["duckdb.DuckDBPyConnection", FolderSource]:
    """The database with everything that will be asked, and where the texts are."""
    db = engine.connect()
    try:
        source = find_parts(db, Path(folder).absolute())
        db.execute(macros())
        db.execute(TABLES)
        _add_parts(db, source, progress or (lambda _: None))
        engine.lock(db, source.files)
    except BaseException:
        db.close()
        raise
    return db, source


def _add_parts(db: "duckdb.DuckDBPyConnection", source: FolderSource, tell: Progress) -> None:
    for done, number in enumerate(source.parts, 1):
        tell(f"Reading the folder: part {done:,} of {len(source.parts):,}")
        try:
            with engine.writing(db):
                add_part(db, source, number)
        except PipelineError:
            source.leave_out(
                number, f"Part {number:,} of the folder is damaged and was left out; the others are shown."
            )
    if not source.parts:
        raise PipelineError(f"No part of the folder can be read: every one is damaged. {_HOW}")
    tell("Reading the folder: putting the names together")
    with engine.writing(db):
        merge_names(db)


def find_parts(db: "duckdb.DuckDBPyConnection", folder: Path) -> FolderSource:
    """The whole parts; PipelineError where this is no folder of ours."""
    if not folder.is_dir():
        raise PipelineError(f"There is no folder {folder}.")
    if not (folder / "articles").is_dir():
        raise PipelineError(f"{folder} holds no table of articles. {_HOW}")
    found: list[Part] = []
    notices: list[str] = []
    for path in sorted((folder / "articles").glob("part-*.parquet")):
        part = _part(db, folder, path)
        if isinstance(part, str):
            notices.append(part)
        else:
            found.append(part)
    if not found:
        raise PipelineError(
            f"{folder} holds no part that can be read. {' '.join(notices[:3])} {_HOW}".replace("  ", " ")
        )
    return FolderSource(found, notices)


def _part(db: "duckdb.DuckDBPyConnection", folder: Path, articles: Path) -> Part | str:
    """One part, or why it cannot be used."""
    digits = articles.stem[5:]
    if not digits.isdigit():
        return f"{articles.name} is no part of ours and was left out."
    files = {table: folder / table / articles.name for table in FILE_TABLES}
    columns: dict[TableName, frozenset[str]] = {}
    for table, path in files.items():
        held = _columns(db, path)
        if held is None:
            return f"Part {int(digits):,} was left out: its file of {table} is missing or damaged."
        if missing := _NEEDED[table] - held:
            return f"Part {int(digits):,} was left out: its {table} have no column {', '.join(sorted(missing))}."
        columns[table] = held
    return Part(int(digits), files, columns)


def _columns(db: "duckdb.DuckDBPyConnection", path: Path) -> frozenset[str] | None:
    import duckdb

    if not path.is_file():
        return None
    try:
        found = db.execute("DESCRIBE SELECT * FROM read_parquet(?, hive_partitioning=false)", [[str(path)]]).fetchall()
    except duckdb.Error:
        return None
    return frozenset(str(row[0]) for row in found)
