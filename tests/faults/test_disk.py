"""The cache folder is full, read-only or no folder at all; the index in it is damaged, old, or made twice at once."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.errors import GazetteerError
from pipeline.gazetteer import store
from pipeline.gazetteer.lookup import Gazetteer

ROOT = Path(__file__).parents[2]

# A small index in place of the real one: what it holds does not matter where files are concerned.
SMALL = """
import sqlite3, sys
from pipeline.gazetteer import store
def small(path, *, version, progress):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE version (version TEXT)")
        db.execute("CREATE TABLE filler (words TEXT)")
        db.executemany("INSERT INTO filler VALUES (?)", [("x" * 1000,)] * 200)
        db.execute("INSERT INTO version VALUES (?)", (version,))
    sqlite3.connect(path).close()
try:
    path = store.ready_index(progress=lambda words: print("SAID", words), builder=small)
    print("AT", path, store.is_whole(path, store.current_version()))
except Exception as error:
    print("ERROR", type(error).__name__, error)
print("LEFT", sorted(one.name for one in store.cache_folder().glob("*")))
"""


@pytest.fixture
def folders(tmp_path):
    for name in ("cache", "temp"):
        (tmp_path / name).mkdir()
    return tmp_path / "cache", tmp_path / "temp"


def env(folders):
    return {"DATELINE_CACHE": str(folders[0]), "TMPDIR": str(folders[1])}


def test_a_full_cache_gives_way_to_a_temporary_folder(tiny_disk, folders):
    done = tiny_disk({folders[0]: 64}, SMALL, **env(folders))
    assert f"AT {folders[1]}" in done.stdout
    assert "SAID The place index cannot be kept in" in done.stdout
    assert "LEFT []" in done.stdout, "half an index was left behind"


def test_a_read_only_cache_gives_way_too(tiny_disk, folders):
    done = tiny_disk({folders[0]: 4096}, SMALL, after=f"mount -o remount,ro '{folders[0]}'", **env(folders))
    assert f"AT {folders[1]}" in done.stdout
    assert "Read-only file system" in done.stdout


def test_a_whole_index_in_a_read_only_cache_is_used(tiny_disk, folders):
    again = f'"$PY" -c "$CODE" && mount -o remount,ro {folders[0]}'
    done = tiny_disk({folders[0]: 4096}, SMALL, after=again, **env(folders))
    assert done.stdout.count(f"AT {folders[0]}") == 2
    assert "SAID" not in done.stdout


def test_with_no_room_anywhere_the_sentence_says_what_to_do(tiny_disk, folders):
    done = tiny_disk({folders[0]: 64, folders[1]: 64}, SMALL, **env(folders))
    assert "ERROR GazetteerError The place index could not be built" in done.stdout
    assert "DATELINE_CACHE" in done.stdout
    assert "Traceback" not in done.stderr


def test_it_heals_when_there_is_room_again(tiny_disk, folders):
    roomy = f'"$PY" -c "$CODE"; mount -o remount,size=4096k {folders[0]}'
    done = tiny_disk({folders[0]: 64, folders[1]: 64}, SMALL, after=roomy, **env(folders))
    assert done.stdout.index("ERROR GazetteerError") < done.stdout.index(f"AT {folders[0]}")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows gives each user temporary files of their own")
@pytest.mark.parametrize("trap", ["open to all", "a link"])
def test_an_index_that_others_may_have_laid_down_is_not_read(tmp_path, monkeypatch, trap):
    """Anybody may make a folder of our name among the temporary files before us."""
    monkeypatch.setattr(store.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(store.tempfile, "mkdtemp", lambda prefix: str(tmp_path / "fresh"))
    folder = tmp_path / f"dateline-{os.getuid()}"
    if trap == "a link":
        (tmp_path / "elsewhere").mkdir()
        folder.symlink_to(tmp_path / "elsewhere")
    else:
        folder.mkdir()
        folder.chmod(0o777)
    assert store._fallback_folder() == tmp_path / "fresh"
    folder.unlink() if trap == "a link" else folder.rmdir()
    assert store._fallback_folder() == folder
    assert folder.stat().st_mode & 0o777 == 0o700


def test_first_starts_at_once(tmp_path):
    """As when the page and the command line are started together."""
    folder = tmp_path / "cache"
    command, env = [sys.executable, "-c", SMALL], os.environ | {"DATELINE_CACHE": str(folder)}
    starts = [subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [one.communicate(timeout=300)[0] for one in starts]
    assert all(f"AT {folder}" in words and "True" in words for words in said)
    assert len(list(folder.iterdir())) == 1


def test_an_index_of_another_version_under_the_right_name_is_built_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    namespace = {"print": lambda *_: None}
    exec(SMALL, namespace)
    (path,) = tmp_path.iterdir()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE version SET version = 'of another time'")
    assert not store.is_whole(path, store.current_version())
    exec(SMALL, namespace)
    assert store.is_whole(path, store.current_version())


@pytest.fixture
def whole_index(resources, tmp_path):
    """A copy of the real index, to be damaged."""
    copy = tmp_path / "places.sqlite"
    source = store.ready_index()
    copy.write_bytes(source.read_bytes())
    return copy, source


def test_an_index_damaged_in_use_is_mended_at_once(whole_index, tmp_path):
    copy, source = whole_index
    spare = tmp_path / "spare.sqlite"
    spare.write_bytes(source.read_bytes())
    built = []
    gazetteer = Gazetteer(copy, renew=lambda: built.append(1) or spare)
    with copy.open("r+b") as file:  # all but the first page
        file.seek(8192)
        file.write(b"\xff" * (copy.stat().st_size - 8192))
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(gazetteer.lookup("Rafah"))) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [rows[0].country for rows in answers] == ["PS"] * 4
    assert built == [1]
    assert not copy.exists()


def test_damaged_twice_it_says_so(whole_index):
    copy, _ = whole_index
    gazetteer = Gazetteer(copy)
    with copy.open("r+b") as file:
        file.truncate(8192)
    with pytest.raises(GazetteerError, match="Start again"):
        gazetteer.lookup("Rafah")
