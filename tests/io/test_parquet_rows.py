"""Parquet as input: what one row holds, or one file in a folder is, concerns that row or file alone."""

import json
import os

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.batch.inputs import pending_inputs, total_bytes
from pipeline.model import Article
from pipeline.read import open_reader
from pipeline.read.item import ReadFailure

TEXT = "Mayor Amal Haddad left Rafah on Monday."


def items(*inputs, **rest):
    with open_reader() as reader:
        return [entry.item() for entry in pending_inputs([str(one) for one in inputs], reader=reader, **rest)]


def written(path, table, **rest):
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(table), path, **rest)
    return path


@pytest.mark.parametrize(
    "days",
    [
        pa.array([2**30, 19_800, None], pa.date32()),
        pa.array([2**50, 1_710_720_000, None], pa.timestamp("s")),
    ],
    ids=["date32", "timestamp"],
)
def test_a_day_beyond_all_calendars_costs_its_own_row_a_note(tmp_path, days):
    path = written(tmp_path / "a.parquet", {"text": [TEXT] * 3, "published": days})
    first, second, third = items(path)
    assert first.published is None
    assert "publication date could not be read" in first.notes[0].message
    assert str(second.published).startswith("2024")
    assert third.published is None
    assert not third.notes


@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.binary_view()])
def test_bytes_are_read_as_text(tmp_path, kind):
    table = {
        "text": pa.array([TEXT.encode(), "Café am Ufer in Rafah.".encode("utf-16")], kind),
        "title": pa.array([b"One", b"Two"]),
    }
    first, second = items(written(tmp_path / "a.parquet", table))
    assert (first.text, first.title) == (TEXT, "One")
    assert second.text == "Café am Ufer in Rafah."


def test_a_cell_that_is_no_text_costs_its_own_row_alone(tmp_path):
    texts = pa.array(
        [TEXT.encode()] * 100 + [b"Caf\xe9 in Rafah", b"\x00\x01\x02\x03\x04" * 20] + [TEXT.encode()] * 98, pa.binary()
    )
    found = items(written(tmp_path / "a.parquet", {"text": texts.view(pa.string())}))
    assert len(found) == 200
    assert found[100].text == "Café in Rafah"
    assert found[100].notes, "the encoding was guessed"
    assert isinstance(found[101], ReadFailure)
    assert sum(isinstance(one, Article) for one in found) == 199


def test_ids_of_numbers(tmp_path):
    table = {"text": [TEXT] * 3, "id": pa.array([7.0, None, 8.5])}
    ids = [one.id for one in items(written(tmp_path / "a.parquet", table))]
    assert ids[0] == "7"
    assert len(ids[1]) == len(ids[2]) > 4, "a digest of the text"


def test_a_truth_value_is_no_id_and_a_number_of_many_digits_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": true, "text": "Mayor left."}\n{"id": ' + "9" * 5000 + ', "text": "x"}\n')
    first, second = items(path)
    assert first.id != "True"
    assert "a number is too long" in second.message


def test_a_text_that_unpacks_beyond_all_bounds_is_refused_without_unpacking(tmp_path):
    import resource

    big = "a" * 60_000_000
    path = written(
        tmp_path / "a.parquet", {"text": pa.DictionaryArray.from_arrays([0] * 40, [big])}, compression="zstd"
    )
    assert path.stat().st_size < 100_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = items(path)
    assert len(found) in (1, 40)
    assert all(isinstance(one, ReadFailure) for one in found)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000, "kB"


def test_one_walk_finds_every_kind_of_file(tmp_path):
    """Once one .parquet hid all other files beside it, and those in folders below were not read."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(f"<html><body><article><p>{TEXT} {TEXT} {TEXT}</p></article></body></html>")
    written(tmp_path / "c.parquet", {"text": [TEXT, TEXT + " Again."]})
    written(tmp_path / "sub" / "d.parquet", {"text": [TEXT + " Below."]})
    (tmp_path / "sub" / "e.jsonl").write_text(json.dumps({"text": TEXT + " Line."}) + "\n")
    found = items(tmp_path)
    assert [type(one) for one in found] == [Article] * 6
    assert total_bytes([str(tmp_path)]) == sum(f.stat().st_size for f in tmp_path.rglob("*") if f.is_file())


def test_a_folder_with_nothing_but_parquet_below_is_read(tmp_path):
    written(tmp_path / "sub" / "d.parquet", {"text": [TEXT]})
    assert [one.text for one in items(tmp_path)] == [TEXT]


def test_what_waits_for_ever_is_left_out_of_a_folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    for name in ("p.parquet", "p.txt", "p.jsonl"):
        os.mkfifo(tmp_path / name)
    assert [one.text for one in items(tmp_path)] == [TEXT]


def test_our_own_output_inside_the_folder_is_left_out(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    written(tmp_path / "out" / "articles" / "part-0.parquet", {"text": [TEXT + " Made."]})
    assert [one.text for one in items(tmp_path, leave_out=tmp_path / "out")] == [TEXT]


def test_a_table_without_texts_is_named(tmp_path):
    written(tmp_path / "names.parquet", {"name": ["Rafah"]})
    [found] = items(tmp_path)
    assert "with a column text: its columns are name" in found.message


def test_a_folder_with_repeated_ids_says_how_many_are_not_shown(tmp_path, resources):
    from pipeline import analyse, to_record
    from pipeline.collection import Collection
    from pipeline.write.jsonl import to_line
    from pipeline.write.parquet import ParquetSink

    record = to_record(analyse(Article("a", TEXT), resources))
    sink = ParquetSink(tmp_path / "out", part_articles=3)
    for _ in range(5):
        sink.write((to_line(record).encode(),))
    sink.close()
    made = Collection.of_folder(tmp_path / "out")
    assert any("4 articles have an id that another one has" in notice for notice in made.notices)
    made.close()
