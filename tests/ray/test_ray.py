"""--engine ray: the same records as the local run, whatever is lost on the way. Real Ray, real nodes."""

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from devtools.processor import wait_until
from pipeline import Article
from pipeline.batch.chunks import Settings
from pipeline.cluster.plan import Piece, Share, cut, from_row, scan
from pipeline.read.item import ReadFailure
from pipeline.write.columns import FILE_TABLES
from pipeline.write.parquet import part_path

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning:ray")
ROOT = Path(__file__).parents[2]
NEWS = (
    "PARIS – “We waited long enough,” said Mira Dolan, who lives in Rafah, on Monday.\n\n"
    "Dolan told reporters that the ferry to Egypt would leave at noon. "
)


def jsonl(path, *rows):
    path.parent.mkdir(exist_ok=True)
    lines = [(row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def tables(folder):
    return {name: ds.dataset(folder / name).to_table().to_pylist() for name in FILE_TABLES}


def local(pipeline_main, out, *inputs):
    pipeline_main(*inputs, "-o", out, "--format", "parquet", "--quiet")
    return tables(out)


def on_ray(cluster, out, *arguments):
    """The command line in this process, on the two nodes."""
    from pipeline.cli import main

    wanted = [*arguments, "-o", out, "--engine", "ray", "--address", cluster.address]
    return main([str(argument) for argument in wanted])


@pytest.fixture
def folder(tmp_path):
    """Good and bad articles in lines and rows, in several files."""
    where = tmp_path / "in"
    rows = [
        {"id": f"a{n}", "text": NEWS * (1 + n % 3), "published": "2024-03-19", "title": f"No. {n}"} for n in range(9)
    ]
    jsonl(where / "a.jsonl", *rows[:4], "", "broken", {"id": "empty", "text": " "}, *rows[4:], {"text": "🎉"})
    jsonl(where / "b.jsonl")
    jsonl(where / "c.jsonl", {"id": "c", "text": NEWS})
    return where


def test_the_same_records_as_the_local_run(cluster, folder, tmp_path, pipeline_main, capfd):
    rows = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"id": ["p0", "p1", "p2"], "text": [NEWS, "", NEWS * 2]}), rows, row_group_size=2)
    inputs = (folder, rows, tmp_path / "none.jsonl")
    assert on_ray(cluster, tmp_path / "ray", *inputs, "--part-articles", 3) == 1
    printed = capfd.readouterr().err
    for name in ("a.jsonl line 6", "a.jsonl line 7 (id empty)", "rows.parquet line 2", "none.jsonl"):
        assert name in printed
    assert "17 articles, 4 failed" in printed
    assert tables(tmp_path / "ray") == local(pipeline_main, tmp_path / "local", *inputs)

    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "ray").rglob("part-*")}
    gone = [part_path(tmp_path / "ray", "articles", 0), part_path(tmp_path / "ray", "articles", 2)]
    for path in gone:
        path.unlink()  # as if interrupted: 1 and 3 were done, 0 and 2 were not
    again = ("--part-articles", 3, "--resume", "--workers", 1)
    assert on_ray(cluster, tmp_path / "ray", *inputs, *again) == 0  # the bad ones are done
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "ray").rglob("part-*")}
    done_again = {path.name for path, moment in after.items() if before[path] != moment}
    assert done_again == {path.name for path in gone}
    assert tables(tmp_path / "ray") == tables(tmp_path / "local")
    assert on_ray(cluster, tmp_path / "ray", folder / "c.jsonl", *again) == 2
    assert "cannot be resumed" in capfd.readouterr().err


def test_a_node_killed_in_the_middle_loses_nothing_and_doubles_nothing(cluster, tmp_path, pipeline_main):
    source = jsonl(tmp_path / "a.jsonl", *({"id": f"a{n}", "text": NEWS * 10} for n in range(24)))
    out, killed = tmp_path / "ray", []

    def kill():
        wait_until(lambda: len(list(out.glob("articles/part-*.parquet"))) >= 3)
        cluster.remove_node(cluster.workers.pop(), allow_graceful=False)
        killed.append(len(list(out.glob("articles/part-*.parquet"))))

    killer = threading.Thread(target=kill)
    killer.start()
    status = on_ray(cluster, out, source, "--part-articles", 2, "--quiet")
    killer.join()
    assert status == 0
    assert 3 <= killed[0] < 12  # it was in the middle
    assert [path.name for path in sorted(out.glob("articles/part-*"))] == [f"part-{n:06d}.parquet" for n in range(12)]
    assert tables(out) == local(pipeline_main, tmp_path / "local", source)


def test_a_ray_of_its_own_is_heard_on_this_machine_alone(tmp_path):
    """Every socket of the driver and of all it started, looked at while it works."""
    source = jsonl(tmp_path / "a.jsonl", *({"id": f"a{n}", "text": NEWS} for n in range(6)))
    command = [sys.executable, "-m", "pipeline", source, "-o", tmp_path / "out", "--engine", "ray", "--workers", "1"]
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT, stderr=subprocess.PIPE, text=True)
    heard, seen = set(), set()
    while process.poll() is None:
        for one in (psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)):
            try:
                sockets = one.net_connections()
            except psutil.Error:  # it has just ended
                continue
            heard |= {socket.laddr.ip for socket in sockets if socket.status == psutil.CONN_LISTEN}
            seen |= {socket.raddr.ip for socket in sockets if socket.raddr}
        time.sleep(0.5)
    printed = process.stderr.read()
    process.stderr.close()
    assert process.returncode == 0, printed
    assert heard | seen <= {"127.0.0.1", "::ffff:127.0.0.1"}
    assert heard, "nothing was looked at"
    assert printed.splitlines()[-1].startswith("Done: 6 articles")
    assert all("core_worker" not in line for line in printed.splitlines())


@pytest.fixture
def on_its_own(tmp_path):
    """A run on a Ray of its own that has done its first part and has many to do; ended if the test does not."""
    source = jsonl(tmp_path / "a.jsonl", *({"id": f"a{n}", "text": NEWS * 10} for n in range(200)))
    out = tmp_path / "out"
    command = [sys.executable, "-m", "pipeline", source, "-o", out, "--engine", "ray", "--workers", "1"]
    command += ["--part-articles", "2", "--quiet"]
    with subprocess.Popen(
        list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            wait_until(lambda: process.poll() is not None or any(out.glob("articles/part-*.parquet")))
            yield process
        finally:
            process.terminate()


def started_by(process):
    return psutil.Process(process.pid).children(recursive=True)


def alive(processes):
    """Those that have not ended; where nobody takes leave of a dead one it stays as a zombie."""
    return [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def test_a_ray_that_is_lost_has_a_status_and_a_sentence_of_its_own(on_its_own, tmp_path):
    """The raylet is killed, as the system does when memory runs out; Ray then ends the process that speaks with it."""
    everything = started_by(on_its_own)
    [raylet] = [one for one in everything if one.name() == "raylet"]
    raylet.kill()
    printed, said = on_its_own.communicate(timeout=300)
    assert (on_its_own.returncode, printed) == (3, "")
    assert said.startswith("Ray ended before the work was done")
    assert said.endswith("--resume goes on.\n")
    assert len(said.splitlines()) == 1
    wait_until(lambda: not alive(everything))

    out = tmp_path / "out"
    done = sorted(out.glob("articles/part-*.parquet"))
    assert all(pq.read_table(path).num_rows == 2 for path in done)
    assert len(done) < 100


@pytest.mark.parametrize("number", [
    signal.SIGINT, signal.SIGKILL, pytest.param(signal.SIGTERM, marks=pytest.mark.sweep),  # heard as SIGINT is
])  # fmt: skip
def test_a_run_that_is_stopped_leaves_no_process(on_its_own, number):
    everything = started_by(on_its_own)
    on_its_own.send_signal(number)
    _, said = on_its_own.communicate(timeout=300)
    if number == signal.SIGKILL:
        assert on_its_own.returncode == -number
    else:
        assert (on_its_own.returncode, said) == (128 + number, "Stopped. What was written consists of whole records.\n")
    wait_until(lambda: not alive(everything))


@pytest.mark.needs_no_ray
def test_without_ray_it_says_what_to_type(tmp_path):
    source = jsonl(tmp_path / "a.jsonl", {"text": NEWS})
    code = "import sys; sys.modules['ray'] = None; from pipeline.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, str(source), "-o", str(tmp_path / "out"), "--engine", "ray"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "--engine ray needs Ray. Type: pip install -r requirements-ray.txt\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.needs_no_ray
def test_an_address_where_nobody_listens_is_said_at_once(tmp_path, capsys):
    from pipeline.cli import main

    source = jsonl(tmp_path / "a.jsonl", {"text": NEWS})
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"127.0.0.1:{listener.getsockname()[1]}"  # free again when the block ends
    assert main([str(source), "-o", str(tmp_path / "out"), "--engine", "ray", "--address", address]) == 2
    assert f"There is no Ray cluster at {address}" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.needs_no_ray
@pytest.mark.parametrize("arguments", [[], ["-"], ["{tmp}/a.txt"]])
def test_what_it_cannot_read_is_said_before_anything_starts(arguments, tmp_path, capsys):
    from pipeline.cli import main

    (tmp_path / "a.txt").write_text(NEWS)
    named = [argument.format(tmp=tmp_path) for argument in arguments]
    assert main([*named, "-o", str(tmp_path / "out"), "--engine", "ray"]) == 2
    assert ".jsonl" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.needs_no_ray
@pytest.mark.parametrize(
    "settings, wanted, told",
    [
        (Settings(), "dateline 0.0", "A node has other packages than this machine"),
        (Settings(model="no_such_model"), None, "pip install"),
    ],
)
def test_a_node_that_lacks_something_says_so_and_does_nothing(settings, wanted, told, tmp_path):
    from pipeline.cluster.actor import Analyst, fingerprint

    analyst = Analyst(str(tmp_path), settings, None, wanted or fingerprint(settings.model))
    share = Share(0, 0, (Piece("a.jsonl", "a.jsonl"),))
    assert told in analyst(share.to_row())["problem"]
    assert not list(tmp_path.iterdir())


@pytest.mark.needs_no_ray
def test_a_node_that_cannot_write_says_so(tmp_path):
    from pipeline.cluster.actor import Analyst, fingerprint

    (tmp_path / "out").write_text("a file where a folder must be")
    analyst = Analyst(str(tmp_path / "out"), Settings(), None, fingerprint(None))
    answer = analyst(Share(3, 0, (Piece("none.jsonl", "none.jsonl", message="There is no such file."),)).to_row())
    assert answer["problem"].startswith("A node could not do part 3: ")
    assert str(tmp_path / "out") in answer["problem"]


@pytest.mark.needs_no_ray
@pytest.mark.parametrize("part_articles", [1, 2, 3, 5, 100])
def test_parts_hold_every_article_once_and_in_order(folder, tmp_path, part_articles):
    from pipeline.batch.inputs import pending_inputs

    pq.write_table(pa.table({"text": [str(n) for n in range(7)]}), tmp_path / "r.parquet", row_group_size=3)
    files = [*sorted(folder.iterdir()), tmp_path / "r.parquet"]
    shares = cut([piece for file in files for piece in scan(str(file), str(file), part_articles)], part_articles)
    assert [share.number for share in shares] == list(range(len(shares)))
    got = []
    for share in shares:
        back = from_row(share.to_row())
        assert back == share
        assert share.position == len(got)
        items = list(back.items(None))
        assert len(items) == share.articles <= part_articles
        got += items
    want = [entry.item() for entry in pending_inputs(list(map(str, files)), reader=None)]
    assert got == want
    assert {type(item) for item in got} == {Article, ReadFailure}
