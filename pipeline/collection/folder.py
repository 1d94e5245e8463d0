# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""A folder of Parquet as a collection: looked through once, asked often. The folder is never written to."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.collection import database
from pipeline.collection.index import keep_index, kept_index
from pipeline.collection.load import TABLES, add_parts
from pipeline.collection.merge import merge_names
from pipeline.collection.name_folding import macros
from pipeline.collection.parts import HOW, FolderSource, Part, fingerprint, look_at_parts, part_names
from pipeline.errors import PipelineError
from pipeline.write.columns import FILE_TABLES
from pipeline.write.search_words import FOLDER as WORDS

if TYPE_CHECKING:
    import duckdb

Progress = Callable[[str], None]
_AT_ONCE = 8  # parts, so that both threads have work; more would not fit into the memory
_KEPT = ("article", "spelling", "name", "named", "said", "place", "spot", "unplaced", "article_counts")


def open_folder(folder: Path, progress: Progress | None = None) -> tuple["duckdb.DuckDBPyConnection", FolderSource]:
    """The database with everything that will be asked, and where the texts are."""
    folder = Path(folder).absolute()
    names = part_names(folder)
    mark = fingerprint(folder, names)
    files = tuple(folder / table / name for table in (*FILE_TABLES, WORDS) for name in names)
    path = kept_index(mark)
    opened = _open_index(path, folder, files) if path else None
    if opened:
        return opened
    path = keep_index(mark, lambda scratch: _build(scratch, folder, names, progress or (lambda _: None)))
    opened = _open_index(path, folder, files)
    if not opened:
        raise PipelineError(f"The index of {folder} could not be read again: the disk may be full.")
    return opened


def _open_index(
    path: Path, folder: Path, files: Sequence[Path]
) -> tuple["duckdb.DuckDBPyConnection", FolderSource] | None:
    """Ready to be asked; None where the file is damaged or none of ours, so that it is made anew.

    Nothing in it is asked before the database may read these files alone: a table may be a view that reads another.
    """
    import duckdb

    db = database.connect()
    try:
        db.execute(f"ATTACH {database.quoted(str(path))} AS kept (READ_ONLY)")
        database.lock(db, files)
        if db.execute("SELECT 1 FROM duckdb_views() WHERE database_name = 'kept' AND NOT internal").fetchone():
            raise duckdb.IOException("views where tables should be")
        for table in _KEPT:
            db.execute(f"CREATE VIEW {table} AS SELECT * FROM kept.{table}")
        db.execute(macros())
        found = db.execute("SELECT parts, notices FROM kept.whole").fetchone()
        if not found:
            raise duckdb.IOException("no mark of completion")
        source = _source(folder, *found)
    except duckdb.Error:
        db.close()
        return None
    return db, source


def _source(folder: Path, parts: str, notices: str) -> FolderSource:
    told = json.loads(parts)
    held = {
        int(number): Part(name, {table: frozenset(columns) for table, columns in tables.items()}, words)
        for number, (name, tables, words) in told.items()
    }
    return FolderSource(folder, held, json.loads(notices))


def _build(path: Path, folder: Path, names: tuple[str, ...], tell: Progress) -> None:
    """Write the index; the work is done in a file beside it, so that memory stays small."""
    import duckdb

    tell(f"Looking through the folder (once): {len(names):,} parts")
    try:
        db = database.connect(path.with_name("work.duckdb"))
        try:
            _fill(db, path, folder, names, tell)
        finally:
            db.close()
    except duckdb.Error as error:
        raise PipelineError(database.in_words(error)) from error


def _fill(db: "duckdb.DuckDBPyConnection", path: Path, folder: Path, names: tuple[str, ...], tell: Progress) -> None:
    source = look_at_parts(db, folder, names)
    db.execute(macros())
    db.execute(TABLES)
    numbers = source.parts
    for first in range(0, len(numbers), _AT_ONCE):
        some = numbers[first : first + _AT_ONCE]
        tell(f"Looking through the folder (once): part {first + len(some):,} of {len(names):,}")
        if not _added(db, source, some):
            for number in some:
                if not _added(db, source, (number,)):
                    source.leave_out(number)
    if not source.parts:
        raise PipelineError(f"No part of {folder} can be read: every one is damaged. {HOW}")
    if repeated := _repeated(db, source):
        source.say(f"{repeated:,} articles have an id that another one has; the first of each is shown.")
    tell("Looking through the folder (once): putting the names together")
    with database.writing(db):
        merge_names(db)
    _write(db, path, source)


def _added(db: "duckdb.DuckDBPyConnection", source: FolderSource, parts: tuple[int, ...]) -> bool:
    """Whether these parts could be read; if one of them could not, none is added."""
    try:
        with database.writing(db):
            add_parts(db, source, parts)
    except PipelineError:
        return False
    return True


def _repeated(db: "duckdb.DuckDBPyConnection", source: FolderSource) -> int:
    """How many articles of the parts are not shown, since another one has the same id."""
    relation = source.relation("articles", source.parts)
    sql = f"SELECT (SELECT count(id) FROM {relation.sql}) - (SELECT count(*) FROM article)"
    found = db.execute(sql, relation.params).fetchone()
    return int(found[0]) if found else 0


def _write(db: "duckdb.DuckDBPyConnection", path: Path, source: FolderSource) -> None:
    """What is kept, in a file of its own without the gaps of the work; the mark of completion last."""
    parts = {
        number: (part.name, {table: sorted(held) for table, held in part.held.items()}, part.words)
        for number, part in source.items()
    }
    db.execute(f"ATTACH {database.quoted(str(path))} AS kept")
    for table in _KEPT:
        db.execute(f"CREATE TABLE kept.{table} AS SELECT * FROM {table}")
    told = {"parts": json.dumps(parts), "notices": json.dumps(source.notices)}
    db.execute("CREATE TABLE kept.whole AS SELECT $parts AS parts, $notices AS notices", told)
    db.execute("DETACH kept")
