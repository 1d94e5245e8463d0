"""Tables as a folder of Parquet files: one folder a table, in parts that appear whole or not at all.

Part N of every table holds the same articles. The part of ``articles`` is written last, so that it marks
the others as complete: that is what an interrupted run is resumed from. Columns are told in docs/parquet.md.
Beside the tables stand the words of each part's texts, by which a collection is searched.
"""

import contextlib
import hashlib
import json
import os
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.write.columns import FACT_TABLES, Column, Kind, TableName, file_columns
from pipeline.write.rows import rows, storable
from pipeline.write.search_words import FOLDER as WORDS
from pipeline.write.word_table import ENCODING, GROUP, words_table

PART_ARTICLES = 2_000  # five minutes of one core: as much as a kill may cost
PART_CHARACTERS = 64_000_000  # of JSON, so that long articles do not fill the memory
TABLES: tuple[TableName, ...] = (*FACT_TABLES, "notes", "articles")  # articles last: see above
_GATHERED = 200  # articles kept as Python values, which take five times as much as a table
_TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "count": pa.int64(),
    "number": pa.float64(),
    "texts": pa.list_(pa.string()),
    "flag": pa.bool_(),
}
_Rows = dict[TableName, list[tuple[Any, ...]]]


def parquet_columns(table: TableName) -> tuple[Column, ...]:
    """As in CSV; articles bring their text besides, to show the facts in, and their place in the input, from 0."""
    columns = file_columns(table)
    return (*columns, Column("text"), Column("position", "count")) if table == "articles" else columns


def schema(table: TableName) -> pa.Schema:
    """The explicit schema of a table; the same in every part, however empty."""
    return pa.schema([pa.field(column.name, _TYPES[column.kind]) for column in parquet_columns(table)])


class Part:
    """Gathers the records of one part; position is that of its first article."""

    def __init__(self, position: int) -> None:
        self.articles = self.characters = 0
        self._position = position
        self._rows: _Rows = {table: [] for table in TABLES}
        self._tables: dict[TableName, list[pa.Table]] = {table: [] for table in TABLES}

    def add(self, line: bytes) -> None:
        """Add one record, given as its line of JSON."""
        record = storable(json.loads(line))
        for table in FACT_TABLES:
            self._rows[table].extend(rows(table, record))
        self._rows["notes"].extend(rows("notes", record))
        for row in rows("articles", record):
            self._rows["articles"].append((*row, record.get("text"), self._position + self.articles))
        self.articles += 1
        self.characters += len(line)
        if self.articles % _GATHERED == 0:
            self._settle()

    def write(self, folder: Path, number: int) -> None:
        """Put every table on disk under the part's number; twice the same is once."""
        self._settle()
        *others, last = TABLES
        for table in others:
            with _appearing(pa.concat_tables(self._tables[table]), part_path(folder, table, number)):
                pass
        articles = pa.concat_tables(self._tables[last])
        with _appearing(articles, part_path(folder, last, number)) as hidden:
            words = words_table((text.as_py() for text in articles["text"]), _digest(hidden))
            stored = {"use_dictionary": False, "column_encoding": ENCODING, "row_group_size": GROUP}
            with _appearing(words, part_path(folder, WORDS, number), **stored):
                pass

    def _settle(self) -> None:
        for table, kept in self._rows.items():
            columns = list(zip(*kept, strict=True)) or [()] * len(schema(table))
            self._tables[table].append(pa.table([list(column) for column in columns], schema=schema(table)))
            kept.clear()


class ParquetSink:
    """Collects records and writes them as parts, one after the other."""

    def __init__(self, folder: Path, *, part: int = 0, position: int = 0, part_articles: int = PART_ARTICLES) -> None:
        self._folder, self._number, self._part_articles = folder, part, part_articles
        self._part = Part(position)
        self._position = position
        clear(folder, part)

    def write(self, payload: tuple[bytes, ...]) -> None:
        """Add one record, given as its line of JSON."""
        self._part.add(payload[0])
        self._position += 1
        if self._part.articles >= self._part_articles or self._part.characters > PART_CHARACTERS:
            self._flush()

    def close(self) -> None:
        """Write what is left; a run without articles leaves one empty part, which keeps its schema."""
        if self._part.articles or self._number == 0:
            self._flush()

    def _flush(self) -> None:
        self._part.write(self._folder, self._number)
        self._number += 1
        self._part = Part(self._position)


def part_path(folder: Path, table: str, number: int) -> Path:
    """Where a part of a table, or of the words, stands; names sort as numbers do."""
    return folder / table / f"part-{number:06d}.parquet"


def clear(folder: Path, part: int = 0) -> None:
    """Take away the parts of an earlier run from this one on; articles first, which say that a part is whole."""
    for table in (*reversed(TABLES), WORDS):
        _remove(_from_part(folder / table, part))
    sweep(folder)


def sweep(folder: Path) -> None:
    """Take away what interruptions left half written."""
    for table in (*TABLES, WORDS):
        _remove((folder / table).glob("*part-*.writing"))


def finished(folder: Path) -> tuple[int, str | None, int]:
    """Articles in the complete parts from the first on, the id of the last one, and the number of those parts."""
    counts = complete_parts(folder)
    for number in reversed(range(len(counts))):
        if counts[number]:
            ids = pq.read_table(part_path(folder, "articles", number), columns=["id"])
            return sum(counts), ids["id"][-1].as_py(), len(counts)
    return 0, None, 0


def complete_parts(folder: Path) -> list[int]:
    """How many articles each complete part holds, part by part from the first; one that is damaged is not complete."""
    counts: list[int] = []
    while (path := part_path(folder, "articles", len(counts))).exists():
        try:
            counts.append(pq.read_table(path, columns=["id"]).num_rows)
        except (OSError, pa.ArrowException, KeyError):
            break
    return counts


@contextlib.contextmanager
def _appearing(table: pa.Table, path: Path, **options: Any) -> Iterator[Path]:
    """All of a file or nothing: written beside under a name of its own, put on disk, and renamed at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.stem}.{uuid.uuid4().hex}.writing")  # readers of a folder pass over hidden files
    try:
        with beside.open("wb") as file:
            pq.write_table(table, file, compression="zstd", **options)
            file.flush()
            os.fsync(file.fileno())
        yield beside
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _sync(path.parent)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(folder: Path) -> None:
    """Put the new name itself on disk, before the next table's; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _from_part(folder: Path, part: int) -> list[Path]:
    """Parts of an earlier run that ours replace."""
    return [path for path in folder.glob("part-*.parquet") if path.stem[5:].isdigit() and int(path.stem[5:]) >= part]


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
