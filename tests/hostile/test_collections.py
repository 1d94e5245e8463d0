"""Payloads as titles, sources, names and questions of a collection; SQL of an enemy's is a text like any other."""

import pytest

from pipeline.collection import Collection, Filter
from pipeline.errors import PipelineError
from pipeline.record import to_record
from pipeline.write.jsonl import to_line
from pipeline.write.rows import storable
from tests.hostile.payloads import ALL, KINDS
from tests.hostile.poisoned import poisoned

ASKED = (*KINDS["sql"], *ALL[::15])


@pytest.fixture(scope="module")
def records():
    """One record a payload, which is its id, title, source and everything in it."""
    return [storable(to_record(poisoned((p,), id=storable(p), title=p, source=p))) for p in ALL]


@pytest.fixture(scope="module")
def collection(records):
    made = Collection.of_records(records)
    yield made
    made.close()


def test_every_article_is_there_as_it_was(collection, records):
    assert collection.summary().articles == len(records)
    shown = collection.articles(limit=1000)
    assert set(shown["title"]) == {record["title"] for record in records}
    for record in records[::20]:
        assert collection.article(record["id"]).text == record["text"]


def test_questions_of_an_enemy_are_words(collection, records):
    sources = {record["source"] for record in records}
    for payload in map(storable, ASKED):
        only = Filter(source=payload)
        assert collection.summary(only).articles == (1 if payload in sources else 0), payload
        collection.summary(Filter(search=payload, words=payload[:50]))
        for narrowed in (Filter(entity=payload), Filter(speaker=payload), Filter(place=payload)):
            assert collection.summary(narrowed).articles <= len(records)
        collection.named(Filter(), payload)
    assert collection.summary().articles == len(records), "a question changed the collection"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY (SELECT 1) TO 'planted.csv'",
        "ATTACH 'planted.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SELECT * FROM 'http://enemy.example/x.parquet'",
    ],
)
def test_even_sql_that_got_in_finds_no_file_and_no_network(collection, query, tmp_path, monkeypatch):
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(duckdb.Error):
        collection._db.cursor().execute(query).fetchall()
    assert not list(tmp_path.iterdir())


def test_a_folder_with_a_name_of_an_enemy_is_read(records, tmp_path):
    from pipeline.write.parquet import ParquetSink

    folder = tmp_path / "it's '; DROP TABLE art; -- %s [x] {y} *?"
    sink = ParquetSink(folder)
    for record in records[:20]:
        sink.write((to_line(record).encode() + b"\n",))
    sink.close()
    opened = Collection.of_folder(folder)
    assert opened.summary().articles == 20
    opened.close()


@pytest.mark.parametrize(
    "part", [b"", b"PAR1", b"PAR1" + b"\xff" * 99 + b"PAR1", b"id,text\n1,=1+1\n", b"<b id=planted>"]
)
def test_a_folder_of_lies_is_refused_in_words(part, tmp_path):
    for table in ("articles", "quotes", "entities", "mentions", "places", "dates", "notes"):
        (tmp_path / table).mkdir()
        (tmp_path / table / "part-000000.parquet").write_bytes(part)
    with pytest.raises(PipelineError) as refusal:
        Collection.of_folder(tmp_path).summary()
    assert "damaged" in str(refusal.value)
    assert "planted" not in str(refusal.value)
