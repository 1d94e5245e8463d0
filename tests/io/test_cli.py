"""python -m pipeline: what goes in, what comes out, and with which status."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pyarrow.dataset as ds
import pytest

import pipeline
from pipeline import Article, analyse, article_id, to_record
from pipeline.corrections import Corrections, EntityRef, Rename, write_corrections
from pipeline.write import FACT_TABLES, FILE_TABLES, csv_bytes, read_csv

ROOT = Path(pipeline.__file__).parents[1]
NEWS = (
    "PARIS – “We waited long enough,” said Mira Dolan, who lives in Rafah, on Monday.\n\n"
    "Dolan told reporters that the ferry to Egypt would leave at noon."
)


@pytest.fixture(scope="module")
def schema():
    return json.loads((ROOT / "pipeline/data/record.schema.json").read_text(encoding="utf-8"))


def jsonl(path, *rows):
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8"
    )
    return path


def records(path):
    with path.open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture
def mixed(tmp_path, pdf_bytes, docx_bytes):
    """A folder of good and bad inputs; its name sorts before the outputs made beside it."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(NEWS.encode() + b"\r\n")
    (folder / "b.html").write_text(f"<html><head><title>Ferry</title></head><body><p>{NEWS}</p></body></html>")
    (folder / "c.pdf").write_bytes(pdf_bytes([["Mira Dolan left Rafah on Monday."]]))
    (folder / "d.docx").write_bytes(docx_bytes(NEWS))
    (folder / "e.md").write_text(f"# Ferry\n\n{NEWS}")
    (folder / "f.docx").write_bytes(b"PK\x03\x04broken")
    (folder / "g.txt").write_bytes(bytes(1000))
    jsonl(
        folder / "h.jsonl",
        {"id": "h1", "text": NEWS, "published": "2024-03-19"},
        "broken",
        {"id": "h2", "text": " "},
        {"text": "🎉"},
    )
    return folder


IDS = ["a", "b", "c", "d", "e", "f", "g", "h1", "bad line", "h2", "party"]


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
    from datetime import date

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
        ["-o", "{tmp}/out", "--format", "csv", "--resume"],
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


def test_resume_does_nothing_twice(mixed, tmp_path, pipeline_main, capsys):
    out = tmp_path / "o.jsonl"
    pipeline_main(mixed, "-o", out, "--quiet")
    whole = out.read_bytes()
    for cut in (0, 10, len(whole) // 2, len(whole) - 1, len(whole)):
        out.write_bytes(whole[:cut])
        assert pipeline_main(mixed, "-o", out, "--resume") == (1 if cut < len(whole) - 1 else 0)  # the last is good
        assert out.read_bytes() == whole
    assert "11 articles are done already" in capsys.readouterr().err


def test_resume_refuses_another_input(mixed, tmp_path, pipeline_main):
    out = tmp_path / "o.jsonl"
    pipeline_main(mixed, "-o", out, "--quiet")
    whole = out.read_bytes()
    other = jsonl(tmp_path / "other.jsonl", *({"id": str(n), "text": NEWS} for n in range(20)))
    assert pipeline_main(other, "-o", out, "--resume") == 2
    assert out.read_bytes() == whole


def test_resume_refuses_a_file_that_is_not_ours(tmp_path, pipeline_main):
    source, out = jsonl(tmp_path / "a.jsonl", {"text": NEWS}), tmp_path / "o.jsonl"
    out.write_text("my diary\n")
    assert pipeline_main(source, "-o", out, "--resume") == 2
    assert out.read_text() == "my diary\n"


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


@pytest.mark.parametrize("content", [None, b"{}", b"not json"])
def test_a_file_that_holds_no_corrections_is_wrong_usage(content, tmp_path, pipeline_main, capsys):
    source = jsonl(tmp_path / "a.jsonl", {"text": NEWS})
    if content is not None:
        (tmp_path / "c.json").write_bytes(content)
    assert pipeline_main(source, "-o", tmp_path / "o.jsonl", "--corrections", tmp_path / "c.json") == 2
    assert "c.json" in capsys.readouterr().err
    assert not (tmp_path / "o.jsonl").exists()


# From here on in a process of its own, since streams and signals are what is tried.


def command(*arguments, **kwargs):
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **kwargs,
    )


def test_standard_input_and_output_are_utf8_whatever_the_locale():
    process = command(stdin=subprocess.PIPE, env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"})
    out, err = process.communicate(NEWS.encode())
    assert process.returncode == 0, err
    assert json.loads(out.decode("utf-8"))["text"] == NEWS


def test_help_is_quick():
    start = time.monotonic()
    out, _ = command("--help").communicate()
    assert time.monotonic() - start < 2  # a shared machine; 0.1 s by itself, spaCy alone takes 1.1 s
    assert b"--workers" in out
    code = (
        "import sys; sys.argv = ['x', '--help']\nfrom pipeline.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    )
    code += "sys.stderr.write(str({'spacy', 'pandas', 'pyarrow', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == "set()"


def many(tmp_path, count=2000):
    return jsonl(tmp_path / "many.jsonl", *({"id": str(n), "text": NEWS} for n in range(count)))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("workers, number, status", [(1, signal.SIGINT, 130), (2, signal.SIGTERM, 143)])
def test_an_interruption_leaves_whole_records(tmp_path, workers, number, status):
    out = tmp_path / "o.jsonl"
    process = command(many(tmp_path), "-o", out, "--workers", workers)
    deadline = time.monotonic() + 120
    while not (out.exists() and out.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert process.returncode == status, err
    assert b"Traceback" not in err
    assert out.read_bytes().endswith(b"\n")
    done = records(out)
    assert 0 < len(done) < 2000
    assert [record["id"] for record in done] == [str(n) for n in range(len(done))]


def test_a_closed_pipe_is_no_error(tmp_path):
    process = command(many(tmp_path, 200), "--quiet")
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) in {0, 141}
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()


def test_results_stream_while_the_input_is_still_coming(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    pipe = tmp_path / "live.jsonl"
    os.mkfifo(pipe)
    process = command(pipe, "--quiet")
    with os.fdopen(os.open(pipe, os.O_RDWR), "w") as stream:  # read-write: does not wait for the other side
        for n in range(40):
            stream.write(json.dumps({"id": str(n), "text": NEWS}) + "\n")
        stream.flush()
        assert json.loads(process.stdout.readline())["id"] == "0"  # the input has not ended yet
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out.count(b"\n")) == (0, 39), err
