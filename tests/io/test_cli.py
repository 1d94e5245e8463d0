"""python -m pipeline: what goes in, what comes out, and with which status."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import jsonschema
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline import Article, analyse, article_id, to_record
from pipeline.corrections import Corrections, EntityRef, Rename, write_all_corrections, write_corrections
from pipeline.write import FACT_TABLES, FILE_TABLES, csv_bytes, read_csv
from tests.io.runs import IDS, NEWS, jsonl, records

ROOT = Path(pipeline.__file__).parents[1]


@pytest.fixture(scope="module")
def schema():
    return json.loads((ROOT / "pipeline/data/record.schema.json").read_text(encoding="utf-8"))


def test_every_kind_in_order_with_errors_named(mixed, tmp_path, pipeline_main, capsys, schema):
    out = tmp_path / "out.jsonl"
    assert pipeline_main(mixed, "-o", out) == 1
    done = records(out)
    assert len(done) == len(IDS)
    assert ["error" in record for record in done] == [name in {"f", "g", "bad line", "h2"} for name in IDS]
    for record in done:
        jsonschema.validate(record, schema)
    printed = capsys.readouterr()
    assert printed.out == ""
    for name in ("f.docx", "g.txt", "h.jsonl line 2", "h.jsonl line 3 (id h2)"):
        assert name in printed.err
    assert "11 articles, 4 failed" in printed.err


def test_text_is_the_input_character_for_character(mixed, tmp_path, pipeline_main):
    assert pipeline_main(mixed / "a.txt", "-o", tmp_path / "o.jsonl", "--quiet") == 0
    (record,) = records(tmp_path / "o.jsonl")
    assert record["text"] == NEWS + "\r\n"
    assert record["id"] == article_id(record["text"])


def test_command_line_and_library_say_the_same(tmp_path, pipeline_main, resources):
    source = jsonl(tmp_path / "a.jsonl", {"id": "x", "text": NEWS, "source": "s", "title": "t"})
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--published", "2024-03-19") == 0
    article = Article("x", NEWS, "t", "s", date(2024, 3, 19), "given")
    assert records(tmp_path / "o.jsonl") == [to_record(analyse(article, resources))]


def test_csv_folder_holds_the_tables_of_the_page(mixed, tmp_path, pipeline_main):
    pipeline_main(mixed, "-o", tmp_path / "o.jsonl", "--quiet")
    assert pipeline_main(mixed, "-o", tmp_path / "csv", "--format", "csv", "--quiet") == 1
    assert sorted(path.name for path in (tmp_path / "csv").iterdir()) == sorted(f"{name}.csv" for name in FILE_TABLES)
    for table in FILE_TABLES:
        data = (tmp_path / "csv" / f"{table}.csv").read_bytes()
        assert data == csv_bytes(table, records(tmp_path / "o.jsonl"))
        assert len({len(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))}) == 1
    articles = read_csv("articles", (tmp_path / "csv/articles.csv").read_bytes())
    assert sum(row["error"] is not None for row in articles) == 4


def test_parquet_folder(mixed, tmp_path, pipeline_main):
    pipeline_main(mixed, "-o", tmp_path / "o.jsonl", "--quiet")
    assert pipeline_main(mixed, "-o", tmp_path / "pq", "--format", "parquet", "--quiet") == 1
    done = records(tmp_path / "o.jsonl")
    back = ds.dataset(tmp_path / "pq/articles").to_table().to_pylist()
    assert [row["id"] for row in back] == [record["id"] for record in done]
    for table in FACT_TABLES:
        assert ds.dataset(tmp_path / "pq" / table).count_rows() == sum(len(record.get(table, ())) for record in done)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--published", "2024-13-01"],
        ["--published", "19 March"],
        ["--published", "2024-W12-1"],
        ["--workers", "0"],
        ["--workers", "two"],
        ["--format", "xml"],
        ["--no-such-option"],
        ["--format", "csv"],
        ["--resume"],
        ["-o", "{tmp}", "--format", "jsonl"],
        ["-o", "{tmp}/no/such/folder.jsonl"],
        ["-o", "{tmp}/a.jsonl"],
        ["-o", "{tmp}/a.jsonl", "--format", "parquet"],
        ["--timeout", "0"],
        ["--timeout", "soon"],
        ["--address", "127.0.0.1:6379"],
        ["--part-articles", "5", "-o", "{tmp}/b.jsonl"],
        ["--engine", "ray", "--format", "csv", "-o", "{tmp}/out"],
        ["--engine", "ray"],
    ],
)
def test_wrong_usage_writes_nothing(arguments, tmp_path, pipeline_main, capsys):
    source = jsonl(tmp_path / "a.jsonl", {"text": NEWS})
    before = source.read_bytes()
    try:
        status = pipeline_main(source, *(argument.format(tmp=tmp_path) for argument in arguments))
    except SystemExit as end:
        status = end.code
    assert status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]
    assert source.read_bytes() == before
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err


@pytest.mark.parametrize("workers", [1, 2])
def test_a_missing_model_says_what_to_type(workers, tmp_path, capsys):
    from pipeline.cli import main

    source = jsonl(tmp_path / "a.jsonl", {"text": NEWS})
    out = tmp_path / "o.jsonl"
    assert main([str(source), "-o", str(out), "--model", "no_such_model", "--workers", str(workers)]) == 2
    assert "pip install" in capsys.readouterr().err
    assert not out.exists()


def test_a_missing_input_does_not_stop_the_others(tmp_path, pipeline_main, capsys):
    source = jsonl(tmp_path / "a.jsonl", {"id": "x", "text": NEWS})
    assert pipeline_main(tmp_path / "none.txt", source, "-o", tmp_path / "o.jsonl", "--quiet") == 1
    first, second = records(tmp_path / "o.jsonl")
    assert first["source"] == str(tmp_path / "none.txt")
    assert second["id"] == "x"
    assert "none.txt" in capsys.readouterr().err


def test_output_inside_the_input_folder_is_not_read(mixed, pipeline_main):
    for _ in range(2):
        pipeline_main(mixed, "-o", mixed / "out.jsonl", "--quiet")
        assert len(records(mixed / "out.jsonl")) == len(IDS)


def test_warnings_come_once_and_names_cannot_steer_the_terminal(tmp_path, pipeline_main, capsys):
    german = (
        "Wir haben lange genug gewartet und nun ist die Fähre endlich wieder da, sagte sie am Montag in der Stadt. "
    )
    rows = [{"id": "same", "text": german * 3}] * 4 + [{"id": "\x1b[31mred", "text": ""}]
    pipeline_main(jsonl(tmp_path / "a.jsonl", *rows), "-o", tmp_path / "o.jsonl")
    err = capsys.readouterr().err
    assert err.count("does not look like English") == 1
    assert "(language) holds for 3 more" in err
    assert err.count("comes more than once") == 1
    assert "\x1b" not in err
    assert [record["id"] for record in records(tmp_path / "o.jsonl")] == ["same"] * 4 + ["\x1b[31mred"]


def test_lone_surrogates_are_kept(tmp_path, pipeline_main):
    source = jsonl(tmp_path / "a.jsonl", '{"id": "x", "text": "Lone \\ud800 said Mira Dolan in Rafah."}')
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--quiet") == 0
    assert records(tmp_path / "o.jsonl")[0]["text"] == "Lone \ud800 said Mira Dolan in Rafah."
    for kind in ("csv", "parquet"):
        assert pipeline_main(source, "-o", tmp_path / kind, "--format", kind, "--quiet") == 0


AWKWARD = {
    "one word": "Rafah",
    "emoji": "🎉🎉🎉",
    "unclosed": "“We left, said Mira Dolan. " * 5,
    "marks": '"' * 1000,
    "a thousand quotes": "“Yes,” said Mira Dolan. " * 1_000,
    "one line": "word " * 10_000,
    "no letters": "12 34 ... !!! " * 50,
    "odd spaces": "a\u00a0b\u2028c\u200bd\ufeff e",
}


def test_awkward_texts_are_all_done(tmp_path, pipeline_main, schema):
    source = jsonl(tmp_path / "a.jsonl", *({"id": name, "text": text} for name, text in AWKWARD.items()))
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--quiet") == 0
    for record in records(tmp_path / "o.jsonl"):
        jsonschema.validate(record, schema)
        assert record["text"] == AWKWARD[record["id"]]
        for fact in (*record["mentions"], *record["quotes"], *record["places"], *record["dates"]):
            assert fact["text"] == record["text"][fact["start"] : fact["end"]]


def test_parquet_gives_what_the_same_lines_give(tmp_path, pipeline_main):
    rows = [
        {"id": "a", "text": NEWS, "title": "Ferry", "published": "2024-03-19", "source": "s"},
        {"id": "b", "text": " "},
        {"id": None, "text": NEWS},
        {"id": "d", "text": None, "title": "none"},
        {"id": "e", "text": "Lone.", "published": "soon"},
    ]
    (tmp_path / "t").mkdir()
    lines = jsonl(tmp_path / "a.jsonl", *rows)
    schema = pa.schema([(name, pa.string()) for name in ("id", "text", "title", "published", "source")])
    pq.write_table(pa.Table.from_pylist(rows, schema), tmp_path / "t/a.parquet", row_group_size=2)
    for name, source in (("l", lines), ("p", tmp_path / "t"), ("q", tmp_path / "t/a.parquet")):
        assert pipeline_main(source, "-o", tmp_path / f"{name}.jsonl") == 1
    want = [record | {"source": record["source"] and "?"} for record in records(tmp_path / "l.jsonl")]
    for name in "pq":
        got = [record | {"source": record["source"] and "?"} for record in records(tmp_path / f"{name}.jsonl")]
        assert [one | {"id": None} if "error" in one else one for one in got] == [
            one | {"id": None} if "error" in one else one for one in want
        ]


def test_dates_of_parquet_are_days_and_what_is_no_table_is_named(tmp_path, pipeline_main, capsys):
    day = date(2024, 3, 19)
    pq.write_table(pa.table({"text": [NEWS], "id": [7], "published": [day]}), tmp_path / "a.parquet")
    moment = datetime(2024, 3, 19, 23, 30)
    pq.write_table(pa.table({"text": [NEWS], "id": [8], "published": [moment]}), tmp_path / "b.parquet")
    pq.write_table(pa.table({"body": [NEWS]}), tmp_path / "c.parquet")
    (tmp_path / "d.parquet").write_bytes(b"PAR1 broken")
    assert pipeline_main(*(tmp_path / f"{name}.parquet" for name in "abcd"), "-o", tmp_path / "o.jsonl") == 1
    done = records(tmp_path / "o.jsonl")
    assert [(record["id"], record.get("published")) for record in done[:2]] == [
        ("7", "2024-03-19"),
        ("8", "2024-03-19"),
    ]
    assert ["error" in record for record in done] == [False, False, True, True]
    assert "body" in capsys.readouterr().err


def test_rows_of_a_range_are_those_rows(tmp_path):
    from pipeline.batch.parquet_rows import read_rows

    pq.write_table(pa.table({"text": [str(n) for n in range(20)]}), tmp_path / "a.parquet", row_group_size=3)
    for start, stop in ((0, None), (0, 3), (2, 4), (3, 6), (7, 20), (19, 25), (20, None), (5, 5)):
        got = [
            (number, row["text"].as_py())
            for number, row, _ in read_rows(tmp_path / "a.parquet", start=start, stop=stop)
        ]
        assert got == [(n + 1, str(n)) for n in range(20)][start:stop]


def test_its_own_parts_are_no_input(mixed, tmp_path, pipeline_main):
    out = tmp_path / "pq"
    pipeline_main(mixed / "a.txt", "-o", out, "--format", "parquet", "--quiet")
    for source in (out / "articles", out / "articles/part-000000.parquet"):
        assert pipeline_main(source, "-o", out, "--format", "parquet") == 2
        assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--quiet") == 0
        assert records(tmp_path / "o.jsonl")[0]["text"] == NEWS + "\r\n"


def test_the_gazetteer_can_be_built_beforehand(capsys):
    from pipeline.cli import main

    assert main(["--build-gazetteer"]) == 0
    assert Path(capsys.readouterr().out.strip()).is_file()


def test_corrections_are_applied_and_marked(tmp_path, pipeline_main, capsys):
    source = jsonl(tmp_path / "a.jsonl", {"id": "x", "text": NEWS}, {"id": "y", "text": NEWS})
    ref = EntityRef("?", "Mira Dolan")
    wishes = Corrections("x", (Rename(ref, "Mira Dolan of Rafah"), Rename(EntityRef("e99", "Nobody"), "Somebody")))
    (tmp_path / "c.json").write_bytes(write_corrections(wishes))
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--corrections", tmp_path / "c.json") == 0
    first, second = records(tmp_path / "o.jsonl")
    assert [entity["name"] for entity in first["entities"] if entity["edited"]] == ["Mira Dolan of Rafah"]
    assert not any(entity["edited"] for entity in second["entities"])
    assert capsys.readouterr().err.count("a correction was left out") == 1
    both = write_all_corrections([wishes, Corrections("y", wishes.items[:1])])
    (tmp_path / "c.json").write_bytes(both)
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--corrections", tmp_path / "c.json") == 0
    assert all(any(entity["edited"] for entity in record["entities"]) for record in records(tmp_path / "o.jsonl"))


def test_a_file_of_corrections_gives_the_day_before_weekdays_are_counted(tmp_path, pipeline_main):
    source = jsonl(tmp_path / "a.jsonl", {"id": "x", "text": NEWS + " It rained in Rafah on Monday."})
    (tmp_path / "c.json").write_bytes(write_corrections(Corrections("x", (), date(2024, 3, 19), "Rain")))
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--corrections", tmp_path / "c.json") == 0
    (record,) = records(tmp_path / "o.jsonl")
    assert (record["title"], record["published"], record["published_from"]) == ("Rain", "2024-03-19", "given")
    assert "2024-03-18" in [one["value"] for one in record["dates"]]


@pytest.mark.parametrize("content", [None, b"{}", b"not json"])
def test_a_file_that_holds_no_corrections_is_wrong_usage(content, tmp_path, pipeline_main, capsys):
    source = jsonl(tmp_path / "a.jsonl", {"text": NEWS})
    if content is not None:
        (tmp_path / "c.json").write_bytes(content)
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--corrections", tmp_path / "c.json") == 2
    assert "c.json" in capsys.readouterr().err
    assert not (tmp_path / "o.jsonl").exists()
