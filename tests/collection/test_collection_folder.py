"""Folders as they come: damaged, foreign, mixed, empty, hostile. They are never written to, nothing else is read."""

import os
import shutil
import stat
import threading
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import cli
from pipeline.collection import Collection, Filter, database
from pipeline.collection.index import index_folders
from pipeline.errors import PipelineError


@pytest.fixture
def folder(tmp_path, make):
    records = [make.record(f"a{n}", ["Mira Dolan", f"Ivo Brandt{n}"], [0]) for n in range(6)] + [make.failed("bad")]
    return make.write_folder(tmp_path / "out", records, part_articles=2)


def part(folder, table, number):
    return sorted((folder / table).glob("part-*.parquet"))[number]


def opened(folder):
    made = Collection.of_folder(folder)
    answer = made.summary(), made.notices
    made.close()
    return answer


def rewrite(path, change):
    pq.write_table(change(pq.read_table(path)), path)


@pytest.mark.parametrize("spoil, words", [
    (lambda path: path.write_bytes(b"PAR1 nothing of the kind PAR1"), "damaged"),
    (lambda path: path.write_bytes(b""), "damaged"),
    (lambda path: path.unlink(), "missing"),
    (lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]), "damaged"),
])  # fmt: skip
@pytest.mark.parametrize("table", ["entities", "articles"])
def test_a_damaged_part_does_not_spoil_the_rest(folder, table, spoil, words):
    path = part(folder, table, 1)
    spoil(path)
    summary, notices = opened(folder)
    assert (summary.articles, summary.failed) == (4, 1)
    if table == "articles" and words == "missing":
        assert notices == ()  # never finished, so nothing is known to be missing
    else:
        assert len(notices) == 1
        assert f"{path.name} was left out" in notices[0]
        assert words in notices[0]


def test_damage_behind_a_whole_table_of_contents(folder):
    path = part(folder, "quotes", 1)
    data = bytearray(path.read_bytes())
    data[4:-600] = bytes(len(data) - 604)
    path.write_bytes(data)
    summary, notices = opened(folder)
    assert summary.articles == 4
    assert len(notices) == 1
    assert f"{path.name} was left out" in notices[0]


def test_what_is_no_folder_of_ours_says_what_to_do(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "none" / "articles").mkdir(parents=True)
    for path in (tmp_path / "missing", tmp_path / "file", tmp_path / "none", tmp_path):
        with pytest.raises(PipelineError, match=r"There is no folder|python -m pipeline FILES --format parquet"):
            Collection.of_folder(path)


def test_a_folder_without_a_whole_part_says_why(folder):
    shutil.rmtree(folder / "places")
    with pytest.raises(PipelineError, match="its file of places is missing"):
        Collection.of_folder(folder)


def test_parquet_of_somebody_else(folder):
    foreign = pa.table({"article_id": [1, 2], "price": [1.0, 2.0]})
    pq.write_table(foreign, part(folder, "entities", 0))
    pq.write_table(pa.table({"article_id": pa.array([{"a": 1}])}), part(folder, "quotes", 1))
    summary, notices = opened(folder)
    assert summary.articles == 2
    assert all("has no column" in notice for notice in notices)


def test_a_column_of_another_type_is_a_damaged_part(folder):
    rewrite(
        part(folder, "entities", 0),
        lambda t: t.set_column(t.schema.get_field_index("count"), "count", pa.array(["x"] * len(t))),
    )
    summary, notices = opened(folder)
    assert (summary.articles, len(notices)) == (4, 1)


def test_older_and_newer_versions_side_by_side(folder):
    rewrite(part(folder, "quotes", 0), lambda table: table.drop_columns(["edited", "speaker_reason", "cue"]))
    rewrite(part(folder, "articles", 1), lambda table: table.append_column("mood", pa.array(["calm"] * len(table))))
    rewrite(part(folder, "places", 2), lambda table: table.select(list(reversed(table.column_names))))
    summary, notices = opened(folder)
    assert (summary.articles, summary.quotes, notices) == (6, 6, ())
    assert Collection.of_folder(folder).quotes(find="wait").total == 6


def test_no_articles_at_all(tmp_path, make):
    summary, notices = opened(make.write_folder(tmp_path / "empty", []))
    assert (summary.articles, summary.failed, notices) == (0, 0, ())


def test_one_id_twice_is_one_article(tmp_path, make):
    twice = [make.record("a", ["Mira Dolan"], [0])] * 3
    summary, _ = opened(make.write_folder(tmp_path / "twice", twice, part_articles=2))
    assert (summary.articles, summary.entities, summary.quotes) == (1, 1, 1)


@pytest.mark.parametrize("name", ["o[1]*", "it's {x}?"])
def test_folders_with_odd_names(folder, name):
    other = folder.with_name(name)
    folder.rename(other)
    assert opened(other)[0].articles == 6


def test_the_folder_stays_as_it_was(folder):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    opened(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_it_is_looked_through_once_and_again_when_it_has_changed(folder, make):
    told = []
    Collection.of_folder(folder, progress=told.append).close()
    assert "part 4 of 4" in "".join(told)
    again = []
    Collection.of_folder(folder, progress=again.append).close()
    assert again == []
    make.write_folder(folder, [make.record("new", ["Ada Holm"])])
    assert opened(folder)[0].articles == 1


def test_a_damaged_index_is_made_anew(folder):
    assert opened(folder)[0].articles == 6
    for path in index_folders()[0].glob("*.duckdb"):
        path.write_bytes(b"not a database")
    assert opened(folder)[0].articles == 6


def test_a_cache_that_cannot_be_written_is_no_end(folder, tmp_path, monkeypatch):
    (tmp_path / "blocked").write_text("a file where a folder should be")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "blocked"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert opened(folder)[0].articles == 6


@pytest.mark.parametrize("sql", [
    "SELECT * FROM read_text('/etc/hostname')", "COPY (SELECT 1) TO 'stolen.csv'", "INSTALL httpfs", "LOAD httpfs",
    "SET memory_limit = '9GB'", "SET enable_external_access = true", "ATTACH 'other.duckdb'",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
])  # fmt: skip
def test_the_database_reads_nothing_else_and_cannot_be_talked_round(folder, sql):
    for made in (Collection.of_folder(folder), Collection.of_records([])):
        with pytest.raises(duckdb.Error):
            made._db.execute(sql)
        made.close()


def test_what_was_named_can_still_be_read_and_what_vanished_is_told(folder):
    made = Collection.of_folder(folder)
    assert made.article("a1").id == "a1"
    shutil.rmtree(folder / "quotes")
    assert made.summary().quotes == 6
    with pytest.raises(PipelineError, match="Open the folder again"):
        made.quotes()


@pytest.mark.parametrize("in_memory", [True, False])
def test_many_threads_get_the_same_answers(folder, make, in_memory):
    records = [make.record(f"a{n}", ["Mira Dolan", f"Ivo Brandt{n}"], [0]) for n in range(6)]
    made = Collection.of_records(records) if in_memory else Collection.of_folder(folder)
    expected = (made.summary(Filter(search="brandt3")), made.quotes(find="wait"), made.entities())
    wrong = []

    def ask():
        for _ in range(3):
            found = (
                made.summary(Filter(search="brandt3")),
                made.quotes(find="wait"),
                made.entities(),
            )
            if found != expected:
                wrong.append(found)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_records_come_while_others_ask(make):
    made = Collection.of_records([])
    seen = []

    def ask():
        while not seen or seen[-1] < 30:
            seen.append(made.summary().articles)

    thread = threading.Thread(target=ask)
    thread.start()
    for n in range(30):
        made.add([make.record(f"a{n}", ["Mira Dolan"])])
    thread.join(60)
    assert seen == sorted(seen)
    assert seen[-1] == 30


def test_what_does_not_fit_into_memory_goes_where_nobody_else_may_look():
    db, other = database.connect(), database.connect()
    folders = [Path(one.execute("SELECT current_setting('temp_directory')").fetchone()[0]) for one in (db, other)]
    assert folders[0] != folders[1]
    if os.name == "posix":
        assert stat.S_IMODE(folders[0].parent.stat().st_mode) == 0o700
    db.close()
    other.close()


@pytest.mark.parametrize("large, ready", [(0, True), (10**9, False)])
def test_a_large_folder_is_looked_through_while_it_is_written(folder, monkeypatch, tmp_path, capsys, large, ready):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(cli, "_LARGE", large)
    cli._make_ready(folder, quiet=False)
    assert ("Looking through the folder" in capsys.readouterr().err) is ready
    told = []
    Collection.of_folder(folder, progress=told.append).close()
    assert (told == []) is ready


def test_a_folder_that_cannot_be_made_ready_is_written_all_the_same(folder, monkeypatch):
    monkeypatch.setattr(cli, "_LARGE", 0)
    for table in ("articles", "quotes"):
        for number in range(4):
            part(folder, table, number).write_bytes(b"torn")
    cli._make_ready(folder, quiet=True)
