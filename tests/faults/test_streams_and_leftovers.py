"""The command line with streams that are closed or full, and over what an interrupted run or somebody else has left."""

import json
import signal
import subprocess
import sys

import psutil
import pytest

from devtools.processor import wait_until
from devtools.server import ROOT, free_port, serve
from devtools.visitor import Visitor, in_own_loop
from pipeline.batch.outputs import JOURNAL, find_resume, open_sink
from pipeline.errors import UsageError
from pipeline.write.csv import header
from pipeline.write.parquet import part_path

TEXT = "Mayor Amal Haddad left Rafah on Monday."


def shell(line, **rest):
    """Run the command line as a shell does, with what is said in the line about its streams."""
    command = f"{sys.executable} -m pipeline {line}"
    return subprocess.run(
        command, cwd=ROOT, shell=True, capture_output=True, text=True, timeout=300, check=False, **rest
    )


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def test_closed_streams(note, tmp_path):
    nothing = shell("<&-")
    assert "is empty" in nothing.stdout + nothing.stderr
    closed = shell(f"{note} >&-")
    assert closed.returncode == 2
    assert "Standard output is closed" in closed.stderr
    assert shell(f"{note} -o {tmp_path / 'out.jsonl'} >&-").returncode == 0
    silent = shell(f"{note} 2>&-")
    assert silent.returncode == 0
    assert json.loads(silent.stdout)["text"] == TEXT


def test_a_message_that_cannot_be_written_does_not_end_the_work(tmp_path):
    lines = [json.dumps({"id": str(n), "text": TEXT if n % 2 else ""}) for n in range(6)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    done = shell(f"{tmp_path / 'a.jsonl'} 2>/dev/full")
    assert len(done.stdout.splitlines()) == 6


@pytest.mark.parametrize("journal", [b"garbage", b"12 13\n", b"\0" * 60])
def test_a_damaged_journal_is_told(tmp_path, journal):
    with open_sink(tmp_path, "csv", None):
        pass
    (tmp_path / JOURNAL).write_bytes(journal)
    with pytest.raises(UsageError, match="damaged"):
        find_resume(tmp_path, "csv")


@pytest.mark.parametrize("end", [b"\r\n", b"\xff\xfe\xff\r\n"])
def test_a_damaged_table_is_told(tmp_path, end):
    (tmp_path / "articles.csv").write_bytes(header("articles") + end)
    with pytest.raises(UsageError, match="damaged"):
        find_resume(tmp_path, "csv")


def test_a_part_that_cannot_be_read_is_not_done(note, tmp_path):
    out = tmp_path / "out"
    assert shell(f"{note} -o {out} --format parquet").returncode == 0
    assert find_resume(out, "parquet").count == 1
    part = part_path(out, "articles", 0)
    for damage in (b"", part.read_bytes()[:-20]):
        part.write_bytes(damage)
        assert find_resume(out, "parquet").count == 0


def test_a_foreign_file_is_not_taken_for_an_unfinished_one(tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("my notes, without a line end")
    with pytest.raises(UsageError, match="no record of ours"):
        find_resume(notes, "jsonl")
    notes.write_text('{"id": "a", "te')
    assert find_resume(notes, "jsonl").count == 0


def test_two_runs_that_end_in_the_same_folder(tmp_path):
    with open_sink(tmp_path, "csv", None), open_sink(tmp_path, "csv", None):
        pass


async def _two_articles(server):
    async with Visitor(server.address) as visitor:
        await visitor.load()
        for text in (TEXT, "Mira Dolan left Cairo."):
            if not any(field.label == "Paste an article" for field in visitor.elements("text_area")):
                await visitor.press(visitor.widget("button", "New article"))
            await visitor.fill(visitor.widget("text_area", "Paste an article"), text)
            await visitor.press(visitor.widget("button", "Analyse"))
        await visitor.load("in=all")


def test_the_command_that_serves_takes_its_server_along(tmp_path):
    code = "import sys; from dateline.command import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "serve", "--port", str(free_port()), "--host", "127.0.0.1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: psutil.Process(process.pid).children())
        [server] = psutil.Process(process.pid).children()
        wait_until(lambda: server.net_connections(kind="tcp"))
        process.terminate()
        assert process.wait(60) == 128 + signal.SIGTERM
    assert not server.is_running()


# Both are heard by the same handler.
@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.sweep)])
def test_a_server_that_is_told_to_end_leaves_nothing_among_the_temporary_files(tmp_path, number):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with serve(tmp_path / "log", env={"TMPDIR": str(temporary)}) as server:
        in_own_loop(_two_articles(server))
        assert list(temporary.glob("dateline-spill-*"))
        server.process.send_signal(number)
        server.process.wait(60)
    assert not list(temporary.glob("dateline-spill-*"))
