"""Payloads as titles, sources, names and questions of a collection; SQL of an enemy's is a text like any other."""

import os

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
    assert {row.title for row in shown.rows} == {record["title"] for record in records}
    for record in records[::20]:
        assert collection.article(record["id"]).text == record["text"]


def test_questions_of_an_enemy_are_words(collection, records):
    sources = {record["source"] for record in records}
    for payload in map(storable, ASKED):
        only = Filter(outlet=payload)
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


def test_an_index_that_somebody_else_has_put_there_is_not_opened(tmp_path, monkeypatch):
    """Its tables may be views that read another file, and its rows may be anything."""
    import duckdb

    from pipeline.collection import index
    from pipeline.collection.folder import _open_index

    secret = tmp_path / "secret.txt"
    secret.write_text("the owner's secret")
    planted = tmp_path / "planted.duckdb"
    db = duckdb.connect(str(planted))
    for table in ("article", "spelling", "name", "named", "said", "place", "spot", "unplaced", "article_counts"):
        db.execute(f"CREATE TABLE {table} AS SELECT 1 AS one")
    db.execute(f"CREATE VIEW whole AS SELECT '{{}}' AS parts, content AS notices FROM read_text('{secret}')")
    db.close()
    assert _open_index(planted, tmp_path, ()) is None
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "cache" / "folders"
    folder.mkdir(parents=True, mode=0o700)
    mine = folder / f"folder-{index.VERSION}-mark.duckdb"
    planted.rename(mine)
    assert index.kept_index("mark") == mine
    mine.chmod(0o666)
    assert index.kept_index("mark") is None
    mine.chmod(0o600)
    if os.getuid() == 0:
        os.chown(mine, 1000, 1000)
        assert index.kept_index("mark") is None
        os.chown(mine, 0, 0)
    folder.chmod(0o777)
    assert index.kept_index("mark") is None
