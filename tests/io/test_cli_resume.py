"""A run that was broken off goes on with --resume: nothing twice, nothing lost, and no other input."""

import contextlib
import sys

import pytest

from pipeline.write import FILE_TABLES
from tests.io.runs import IDS, NEWS, jsonl


def test_resume_does_nothing_twice(mixed, tmp_path, pipeline_main, capsys):
    out = tmp_path / "o.jsonl"
    pipeline_main(mixed, "-o", out, "--quiet")
    whole = out.read_bytes()
    for cut in (0, 10, len(whole) // 2, len(whole) - 1, len(whole)):
        out.write_bytes(whole[:cut])
        assert pipeline_main(mixed, "-o", out, "--resume") == (1 if cut < len(whole) - 1 else 0)  # the last is good
        assert out.read_bytes() == whole
    assert "11 articles are done already" in capsys.readouterr().err


def test_resume_of_csv_does_nothing_twice_wherever_it_was_killed(mixed, tmp_path, pipeline_main):
    """A kill between two writes: the journal tells how long each table was, whatever was added since."""
    whole, out = tmp_path / "whole", tmp_path / "csv"
    pipeline_main(mixed, "-o", whole, "--format", "csv", "--quiet")
    tables = {path.name: path.read_bytes() for path in whole.iterdir()}
    for count in (0, 1, 5, len(IDS)):
        part = jsonl(tmp_path / "none.jsonl") if not count else mixed
        kill_after(pipeline_main, part, out, count)
        status = pipeline_main(mixed, "-o", out, "--format", "csv", "--resume", "--quiet")
        assert status == (1 if count < len(IDS) - 1 else 0)
        assert {path.name: path.read_bytes() for path in out.iterdir()} == tables


def kill_after(pipeline_main, source, out, count):
    """Leave what a run leaves that is killed while it writes the record after so many."""
    from pipeline.batch import outputs

    class Killed(BaseException):
        pass

    class Sink(outputs.CsvSink):
        def write(self, payload):
            if self.left == 0:
                self._files["entities"].write(payload[0])
                self._files["quotes"].write(b'"half a ro')
                raise Killed
            self.left -= 1
            super().write(payload)

        def close(self):
            for file in self._files.values():
                file.close()  # as the system does; the journal stays

    Sink.left = count
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["pipeline.batch.outputs"], "CsvSink", Sink)
        with contextlib.suppress(Killed):
            pipeline_main(source, "-o", out, "--format", "csv", "--quiet")
    assert (out / outputs.JOURNAL).exists()


def test_resume_of_csv_and_parquet_refuses_another_input(mixed, tmp_path, pipeline_main):
    other = jsonl(tmp_path / "other.jsonl", *({"id": str(n), "text": NEWS} for n in range(12)))
    for kind in ("csv", "parquet"):
        pipeline_main(mixed, "-o", tmp_path / kind, "--format", kind, "--quiet")
        before = {path: path.read_bytes() for path in (tmp_path / kind).rglob("*.*")}
        assert pipeline_main(other, "-o", tmp_path / kind, "--format", kind, "--resume") == 2
        assert {path: path.read_bytes() for path in (tmp_path / kind).rglob("*.*")} == before


def test_parquet_resumes_part_by_part(mixed, tmp_path, pipeline_main):
    arguments = ("-o", tmp_path / "pq", "--format", "parquet", "--part-articles", 4, "--quiet")
    pipeline_main(mixed, *arguments)
    whole = {path: path.read_bytes() for path in (tmp_path / "pq").rglob("*.*")}
    assert len(whole) == 3 * (len(FILE_TABLES) + 1)  # a file a table and part, and one of the words in its texts
    (tmp_path / "pq/articles/part-000001.parquet").unlink()  # killed before the mark of completion
    (tmp_path / "pq/quotes/.part-000002.0f.writing").write_bytes(b"half")
    assert pipeline_main(mixed, *arguments, "--resume") == 1
    assert {path: path.read_bytes() for path in (tmp_path / "pq").rglob("*.*")} == whole


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
