"""Code that took over the reading process gets nowhere, the next file is read, and the promises are those that hold."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from devtools.processor import spent
from pipeline.errors import ArticleError
from pipeline.read import open_reader, process
from pipeline.read.protections import protections, walls
from tests.hostile import attacks
from tests.hostile.conftest import START

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the limit on time alone")
LINUX = sys.platform.startswith("linux")


@pytest.fixture(scope="module")
def held():
    """Which promises this system keeps."""
    return {one.name for one in protections() if one.holds}


@pytest.fixture
def loot(tmp_path):
    """A file of the user's, a port that listens and a socket in a folder."""
    (tmp_path / "diary.txt").write_text("unpublished")
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as local:
        local.bind(str(tmp_path / "s"))
        local.listen()
        here = str(tmp_path)
        yield {
            "port": str(server.getsockname()[1]), "file": here + "/diary.txt", "new": here + "/new", "folder": here,
            "socket": here + "/s", "home": str(Path.home()), "parent": str(os.getpid()), "": "",
        }  # fmt: skip


CASES = [  # attack, what it is given, the promise that stops it
    ("dial", "port", "network"),
    ("listen", "", "network"),
    ("send_datagram", "port", "network"),
    ("local_socket", "socket", "network"),
    ("write_file", "new", "content of files"),
    ("write_file", "file", "content of files"),
    ("make_file", "new", "names of files"),
    ("make_folder", "new", "names of files"),
    ("remove", "file", "names of files"),
    ("rename", "file", "names of files"),
    ("shorten", "file", "names of files"),
    ("link", "file", "names of files"),
    ("open_up", "file", "other processes"),
    ("read_file", "file", "the user's files"),
    ("list_folder", "folder", "the user's files"),
    ("list_folder", "home", "the user's files"),
    ("read_environment", "parent", "the user's files"),
    ("start_program", "", "other programs"),
    ("become_program", "", "other programs"),
    ("fork", "", "other processes"),
    ("thread", "", "other processes"),
    ("kill_parent", "parent", "other processes"),
    ("trace_parent", "parent", "other processes"),
    ("leave_cage", "", "other processes"),
    ("raise_limit", "", "memory"),
    ("open_many", "null", "open files"),
    ("fork_bomb", "", "other processes"),
]


def test_attacks_are_stopped_and_the_next_file_is_read(attacked, held, loot):
    loot["null"] = os.devnull
    wanted = [case for case in CASES if case[2] in held]
    assert len(wanted) == len(CASES) or not LINUX or not walls(), "a promise is missing on this Linux"
    with open_reader(seconds=20) as reader:
        got = {(name, given): reader.read(f"{name}.md", loot[given].encode()).text for name, given, _ in wanted}
    assert {case: said for case, said in got.items() if not said.startswith("stopped by")} == {}
    assert Path(loot["file"]).read_text() == "unpublished"
    assert sorted(path.name for path in Path(loot["folder"]).iterdir()) == ["diary.txt", "s"]


CONTROL = ("dial", "write_file", "make_folder", "read_file", "list_folder", "start_program", "fork", "kill_parent")


@pytest.mark.parametrize("name", CONTROL)
def test_each_attack_works_where_nothing_stops_it(name, loot):
    """Else the test above would prove nothing."""
    given = {c[0]: c[1] for c in reversed(CASES)}[name]
    argument = "0" if name == "kill_parent" else loot[given]
    if name == "kill_parent":  # a process of its own to aim at
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as victim:
            assert attacks.run(name, str(victim.pid)) == "done"
        return
    assert attacks.run(name, argument) == "done"


@pytest.mark.parametrize(
    "name,message",
    [
        ("allocate", "memory"),
        ("recurse", "memory"),
        ("sleep", "longer than"),
        ("loop", "longer than"),
        ("answer_much", "could not be read"),
        ("crash", "could not be read"),
    ],
)
def test_what_eats_or_kills_the_process_costs_that_file_alone(attacked, name, message):
    with open_reader(seconds=3) as reader:
        with pytest.raises(ArticleError, match=message):
            reader.read(f"{name}.md", b"-")
        assert reader.read("read_file.md", str(Path(__file__)).encode()).text


def test_a_gigabyte_of_print_goes_nowhere(attacked):
    with open_reader() as reader:
        assert reader.read("print_much.md", b"-").text == "came through"


def test_processor_time_ends_by_itself_though_the_parent_never_looks():
    """The system's own limit, with a second in place of twenty."""
    code = START + (
        "import pipeline.sandbox.confine as confine; confine.MAX_CPU_SECONDS = 1\nconfine.confine(); attacks.loop('')"
    )
    begun = spent()
    ended = subprocess.run([sys.executable, "-I", "-c", code], timeout=300, check=False)
    assert ended.returncode < 0, "a signal ended it"
    assert spent() - begun < 10


def test_an_orphan_ends_by_itself():
    """Asleep over a file, its parent gone: no processor time is used, and no clock but its own runs."""
    code = START + (
        "import pipeline.sandbox.confine as confine; confine.MAX_ALONE_SECONDS = 1\n"
        "confine.confine()\nwith confine.own_clock():\n    attacks.sleep('')"
    )
    assert subprocess.run([sys.executable, "-I", "-c", code], timeout=300, check=False).returncode < 0


@pytest.mark.skipif(not LINUX, reason="walls of Linux")
def test_each_wall_of_linux_stands_here_or_is_said_to_be_missing(held):
    standing = set(walls())
    assert {"memory", "open files", "file size", "processor time"} <= standing
    missing = {"privileges", "namespaces", "landlock", "system calls"} - standing
    if missing:
        pytest.skip(f"this Linux does not offer: {', '.join(sorted(missing))}")
    assert len(held) == len(protections())


BARE = (
    "import pipeline.sandbox.linux as linux\ndef refused(*_):\n    raise OSError(1, 'not here')\nlinux.call = refused\n"
)


@pytest.mark.skipif(not LINUX, reason="walls of Linux")
def test_a_system_that_forbids_every_wall_still_reads(monkeypatch, attacked, tmp_path):
    """A container without namespaces, Landlock and seccomp: the limits hold, and nothing fails for want of the rest."""
    monkeypatch.setattr(process, "_START", START + BARE + "worker.main()")
    with open_reader(seconds=20) as reader:
        assert reader.read("print_much.md", b"-").text == "came through"
        assert reader.read("write_file.md", str(tmp_path / "loot").encode()).text.startswith("stopped")
        with pytest.raises(ArticleError, match="memory"):
            reader.read("allocate.md", b"-")
