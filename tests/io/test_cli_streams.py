"""The command line in a process of its own: its streams, and the signals it may get."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from devtools.processor import spent, wait_until
from tests.io.runs import NEWS, jsonl, records

ROOT = Path(pipeline.__file__).parents[1]


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
    start = spent()
    out, _ = command("--help").communicate()
    assert spent() - start < 1  # 0.1 s on our machine, where spaCy alone takes 1.1 s
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
    wait_until(lambda: out.exists() and out.stat().st_size)
    process.send_signal(number)
    _, err = process.communicate(timeout=300)
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
    assert process.wait(timeout=300) in {0, 141}
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
    out, err = process.communicate(timeout=300)
    assert (process.returncode, out.count(b"\n")) == (0, 39), err
