"""Days that a database knows and a calendar does not: a folder by an enemy is listed and taken home all the same."""

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.collection import Collection
from pipeline.record import to_record
from pipeline.write.jsonl import to_line
from pipeline.write.parquet import ParquetSink
from tests.hostile.poisoned import poisoned


@pytest.mark.parametrize("day", ["99999-01-01", "5881580-07-10", "4713-01-01 (BC)", "0000-00-00", "infinity", "<b>"])
@pytest.mark.parametrize(("table", "column"), [("articles", "published"), ("quotes", "said_on")])
def test_days_of_an_enemy_s_folder(table, column, day, tmp_path):
    sink = ParquetSink(tmp_path / "folder")
    for n in range(3):
        sink.write((to_line(to_record(poisoned(("Rafah",), id=f"a{n}"))).encode() + b"\n",))
    sink.close()
    for part in (tmp_path / "folder" / table).iterdir():
        rows = pq.read_table(part)
        at = rows.schema.get_field_index(column)
        pq.write_table(rows.set_column(at, column, pa.array([day] * rows.num_rows)), part)
    made = Collection.of_folder(tmp_path / "folder")
    assert made.summary().articles == len(made.articles().rows) == 3
    assert len(made.quotes().rows) == 3
    for kind in ("csv", "jsonl", "parquet", "xlsx"):
        made.write_tables(kind, io.BytesIO())
    made.close()
