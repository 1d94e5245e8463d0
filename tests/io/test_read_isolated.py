"""The reading process: limits hold, and whatever a file does to it the next one is read."""

import os
import socket
import subprocess
import sys
import time

import pytest

from devtools.processor import spent
from pipeline.errors import ArticleError
from pipeline.limits import MAX_UPLOAD_BYTES
from pipeline.read import open_reader, process, read_upload, read_uploads
from pipeline.read.process import Reader
from pipeline.sandbox.confine import MAX_MEMORY

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limits")


def in_process(monkeypatch, code):
    """Let the reading process run this code where the parser of Markdown would be."""
    start = (
        f"import sys; sys.path.insert(0, {str(process.ROOT)!r})\n"
        "import pipeline.read.worker as w\n"
        f"def parse(name, data):\n    from pipeline.read.document import Document\n    {code}\n"
        "    return Document('came through')\n"
        "w.parse = parse; w.main()"
    )
    monkeypatch.setattr(process, "_START", start)


@pytest.mark.parametrize("kind", ["md", "html", "docx", "pdf"])
def test_each_kind_is_read_in_the_process(kind, pdf_bytes, docx_bytes):
    data = {
        "md": b"# Title\n\nThe ferry sailed.",
        "html": b"<p>The ferry sailed.</p>",
        "docx": docx_bytes("The ferry sailed."),
        "pdf": pdf_bytes([["The ferry sailed."]]),
    }[kind]
    article = read_upload(f"Über uns.{kind.upper()}", data)
    assert "The ferry sailed." in article.text
    assert article.source == f"Über uns.{kind.upper()}"


def test_no_model_is_loaded_to_read():
    seen = "import pipeline.read, pipeline.read.worker, sys; print({'spacy', 'pandas', 'numpy'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_several_files_go_on_after_a_bad_one(docx_bytes):
    files = [("a.md", b"One."), ("b.docx", b"PK\x03\x04"), ("c.txt", b"\x00" * 99), ("d.docx", docx_bytes("Four."))]
    results = list(read_uploads(files))
    assert [getattr(result, "text", "error") for result in results] == ["One.", "error", "error", "Four."]
    assert [result.source for result in results] == [name for name, _ in files]


@posix
def test_memory_is_limited(monkeypatch):
    in_process(monkeypatch, f"bytearray({MAX_MEMORY})")
    with pytest.raises(ArticleError, match="memory"):
        read_upload("a.md", b"x")


@posix
def test_nothing_is_written(monkeypatch, tmp_path):
    target = tmp_path / "loot"
    in_process(monkeypatch, f"open({str(target)!r}, 'wb', 0).write(b'x' * 100)")
    with pytest.raises(ArticleError, match="damaged"):
        read_upload("a.md", b"x")
    assert not target.exists() or not target.stat().st_size


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lets a process leave the network")
def test_no_network_where_linux_allows_it(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        dial = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 5)"
        allowed = subprocess.run(["unshare", "-Un", "true"], capture_output=True, check=False).returncode == 0
        in_process(monkeypatch, dial)
        if not allowed:
            pytest.skip("this system forbids it, as SECURITY.md says")
        with pytest.raises(ArticleError, match="damaged"):
            read_upload("a.md", b"x")


def test_time_is_limited(monkeypatch):
    in_process(monkeypatch, "import time; time.sleep(600)")
    start = time.monotonic()
    with open_reader(seconds=0.5) as reader, pytest.raises(ArticleError, match="longer than"):
        reader.read("a.md", b"x")
    assert time.monotonic() - start < 500, "it slept its sleep"


@pytest.mark.parametrize("code", ["import os; os._exit(3)", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"])
def test_death_is_an_error_of_the_file(monkeypatch, code):
    in_process(monkeypatch, code)
    with pytest.raises(ArticleError, match="could not be read"):
        read_upload("a.md", b"x")


def test_a_talkative_library_does_not_disturb(monkeypatch):
    in_process(monkeypatch, "import os; print('noise'); os.write(1, b'noise'); sys.stderr.write('noise')")
    assert read_upload("a.md", b"x").text == "came through"


def test_an_endless_answer_is_cut_off(monkeypatch):
    in_process(monkeypatch, "return Document('x' * 30_000_000)")
    with pytest.raises(ArticleError, match="could not be read"):
        read_upload("a.md", b"x")


def test_no_secret_reaches_the_process(monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "s3cret")
    in_process(monkeypatch, "import os; return Document(','.join(os.environ))")
    assert "SECRET_TOKEN" not in read_upload("a.md", b"x").text


def test_a_reader_ended_while_it_waits_is_replaced():
    with open_reader() as reader:
        first = reader.read("a.md", b"One.")
        reader._process.kill()
        reader._process.wait()
        assert (first.text, reader.read("a.md", b"Two.").text) == ("One.", "Two.")


def test_a_reader_ended_over_a_file_is_replaced(monkeypatch):
    in_process(monkeypatch, "import os\n    if data == b'Two.': os._exit(9)")
    with open_reader() as reader:
        reader.read("a.md", b"One.")
        with pytest.raises(ArticleError, match="could not be read"):
            reader.read("a.md", b"Two.")
        assert reader.read("a.md", b"Three.").text == "came through"


def test_no_process_is_left_behind():
    with open_reader() as reader:
        reader.read("a.md", b"One.")
        number = reader._process.pid
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    Reader().close()  # one that never began


def test_hostile_html_ends_in_time():
    start = spent()
    for data in (
        b"<div>" * (MAX_UPLOAD_BYTES // 5),
        b"<a b='" * (MAX_UPLOAD_BYTES // 6),
        b"<" * MAX_UPLOAD_BYTES,
        b"&" * MAX_UPLOAD_BYTES,
    ):
        with pytest.raises(ArticleError):
            read_upload("page.html", data)
    assert spent() - start < 90
