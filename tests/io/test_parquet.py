"""Parquet folders: whole parts with a fixed schema, equal to the records."""

from pathlib import Path

import pyarrow.dataset as ds
import pytest

from pipeline.record import error_record, to_record
from pipeline.write.columns import COLUMNS, FACT_TABLES
from pipeline.write.jsonl import to_line
from pipeline.write.parquet import TABLES, ParquetSink, Part, complete_parts, finished, schema


def write(folder, records, **kwargs):
    sink = ParquetSink(folder, **kwargs)
    for record in records:
        sink.write((to_line(record).encode() + b"\n",))
    sink.close()


@pytest.mark.parametrize("table", FACT_TABLES)
def test_reads_back_equal_to_the_record(table, analysis, tmp_path):
    record = to_record(analysis)
    write(tmp_path, [record])
    back = ds.dataset(tmp_path / table).to_table().to_pylist()
    names = [column.name for column in COLUMNS[table]]
    assert back == [{"article_id": "a1"} | {name: fact[name] for name in names} for fact in record[table]]


def test_articles_bring_text_and_errors(analysis, tmp_path):
    record = to_record(analysis)
    write(tmp_path, [record, error_record(analysis.article, "no such thing")])
    good, bad = ds.dataset(tmp_path / "articles").to_table().to_pylist()
    assert (good["text"], good["words"], good["error"]) == (record["text"], 14, None)
    assert (bad["text"], bad["words"], bad["error"]) == (None, None, "no such thing")


def test_parts_are_of_a_size_and_share_a_schema(analysis, tmp_path):
    write(tmp_path, [to_record(analysis)] * 5, part_articles=2)
    assert complete_parts(tmp_path) == [2, 2, 1]
    for table in TABLES:
        parts = sorted((tmp_path / table).iterdir())
        assert [part.name for part in parts] == [f"part-{n:06d}.parquet" for n in range(3)]
        assert all(ds.dataset(part).schema.equals(schema(table)) for part in parts)


def test_nothing_to_write_still_has_its_schema(tmp_path):
    write(tmp_path, [])
    assert all(ds.dataset(tmp_path / table).schema.equals(schema(table)) for table in TABLES)
    assert complete_parts(tmp_path) == [0]


def test_an_earlier_run_leaves_nothing_behind(analysis, tmp_path):
    write(tmp_path, [to_record(analysis)] * 5, part_articles=1)
    (tmp_path / "quotes" / "part-000007.writing").write_bytes(b"half")
    write(tmp_path, [to_record(analysis)] * 2, part_articles=2)
    assert sorted(path.name for path in (tmp_path / "quotes").iterdir()) == ["part-000000.parquet"]


def test_a_resumed_run_keeps_what_is_complete(analysis, tmp_path):
    write(tmp_path, [to_record(analysis)] * 4, part_articles=2)
    (tmp_path / "articles" / "part-000001.parquet").unlink()  # as if interrupted before the mark of completion
    assert complete_parts(tmp_path) == [2]
    assert finished(tmp_path) == (2, "a1", 1)
    write(tmp_path, [to_record(analysis)] * 2, part=1, position=2)
    assert complete_parts(tmp_path) == [2, 2]
    assert ds.dataset(tmp_path / "articles").to_table(["position"])["position"].to_pylist() == [0, 1, 2, 3]
    assert ds.dataset(tmp_path / "mentions").count_rows() == 16


def test_a_part_written_twice_is_there_once(analysis, tmp_path):
    """Two attempts at the same part, as an engine that retries makes them."""
    for _ in range(2):
        part = Part(40)
        for _ in range(3):
            part.add(to_line(to_record(analysis)).encode())
        part.write(tmp_path, 7)
    assert {path.name for path in tmp_path.rglob("*.*")} == {"part-000007.parquet"}
    assert ds.dataset(tmp_path / "articles").to_table(["position"])["position"].to_pylist() == [40, 41, 42]


def test_a_part_that_cannot_be_written_leaves_nothing(analysis, tmp_path, monkeypatch):
    """The disk is full in the middle of it: no half part, and none that says it is complete."""
    part = Part(0)
    part.add(to_line(to_record(analysis)).encode())
    (tmp_path / "quotes").write_text("a file where a folder must be")
    with pytest.raises(OSError, match="quotes"):
        part.write(tmp_path, 0)
    assert complete_parts(tmp_path) == []
    assert not list(tmp_path.rglob("*.writing"))


def test_the_documented_columns_are_the_written_ones():
    """docs/parquet.md is what others build on: name, order and type of every column."""
    text = (Path(__file__).parents[2] / "docs/parquet.md").read_text(encoding="utf-8")
    rows = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")]
    told = [(table, column, kind) for table, column, kind, *_ in rows if table in TABLES]
    assert told == [(table, field.name, str(field.type)) for table in TABLES for field in schema(table)]
