"""A collection's tables as files: the same rows in every kind, cells that no spreadsheet runs."""

import csv
import io
import json
import re
import zipfile

import pyarrow.parquet as pq
import pytest

from pipeline.collection import Filter
from pipeline.write.formula_guard import restore_cell

TABLES = ["articles", "names", "speakers", "quotes", "quote_days", "places", "failed"]
HOSTILE = ["=1+1", "@SUM(A1)", "+49 171", "-Dolan", "\tTab", "a;b", 'say "so"', "line\nend", "…", "<b>"]


@pytest.fixture(params=[False, True], ids=["records", "folder"], scope="module")
def made(request, gather, make):
    records = [
        make.record(f"a{n}", [make.entity(name, f"{name} x", label="ORG")], [make.quote(0, f"{name} we wait")],
                    [make.place(name, n + 1)], title=name, source=name, published=f"2024-03-{n + 1:02}")
        for n, name in enumerate(HOSTILE)
    ]  # fmt: skip
    return gather([*records, make.failed("bad", "=no text")], folder=request.param)


def written(made, kind, only=None):
    out = io.BytesIO()
    made.write_tables(kind, out, only or Filter())
    out.seek(0)
    return out


def entries(made, kind, only=None):
    with zipfile.ZipFile(written(made, kind, only)) as archive:
        return {name.rpartition(".")[0]: archive.read(name) for name in archive.namelist()}


def test_csv_is_safe_and_can_be_read_back(made):
    found = entries(made, "csv")
    assert list(found) == TABLES
    for table in ("articles", "names", "quotes", "failed"):
        assert found[table].startswith(b"\xef\xbb\xbf")
        lines = list(csv.reader(io.StringIO(found[table].decode("utf-8-sig"), newline="")))
        assert not [cell for line in lines for cell in line if cell[:1] in ("=", "+", "-", "@", "\t")]
    names = list(csv.DictReader(io.StringIO(found["names"].decode("utf-8-sig"), newline="")))
    assert {restore_cell(line["name"]) for line in names} == {row.name for row in made.entities().rows}


def test_every_kind_has_the_same_rows(made):
    lines = {name: [json.loads(line) for line in data.splitlines()] for name, data in entries(made, "jsonl").items()}
    frames = {name: pq.read_table(io.BytesIO(data)).to_pylist() for name, data in entries(made, "parquet").items()}
    names, sheets = workbook(made)
    assert list(lines) == list(frames) == names == TABLES
    for table in TABLES:
        plain = [{key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
                 for row in frames[table]]  # fmt: skip
        assert lines[table] == plain
        assert sheets[TABLES.index(table)].count("<row ") == len(lines[table]) + 1
    assert [row["text"] for row in lines["quotes"]] == [row.text for row in made.quotes().rows]
    assert [row["id"] for row in lines["articles"]] == [row.id for row in made.articles().rows]
    assert [row["key"] for row in lines["names"]] == [row.key for row in made.entities().rows]


def workbook(made):
    """The names of the sheets, and each sheet as it is written in the file."""
    with zipfile.ZipFile(written(made, "xlsx")) as archive:
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        return names, [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, len(names) + 1)]


def test_no_cell_of_a_workbook_runs(made):
    _, sheets = workbook(made)
    assert "=1+1" in sheets[0]
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet]


def test_a_selection_is_written_alone(made):
    found = entries(made, "jsonl", Filter(outlet="=1+1"))
    assert [json.loads(line)["title"] for line in found["articles"].splitlines()] == ["=1+1"]
    assert [json.loads(line)["text"] for line in found["quotes"].splitlines()] == ["=1+1 we wait"]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_the_same_facts_give_the_same_bytes(made, kind):
    assert written(made, kind).getvalue() == written(made, kind).getvalue()
