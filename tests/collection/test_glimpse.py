"""The first look at a folder agrees with what is told once it has been looked through."""

import shutil

import pyarrow.parquet as pq
import pytest

from pipeline.collection import Collection
from pipeline.collection.preview import glimpse


@pytest.fixture
def folder(tmp_path, make):
    records = [
        make.record(f"a{n}", ["Mira Dolan"], [0], published=f"2024-03-{n + 1:02}", title=f"Title {n % 3}")
        for n in range(6)
    ]
    return make.write_folder(tmp_path / "out", [*records, make.failed("bad")], part_articles=2)


def test_it_agrees_with_the_collection(folder):
    found, made = glimpse(folder), Collection.of_folder(folder)
    counts = made.summary()
    assert (found.articles, found.failed, found.words) == (counts.articles, counts.failed, counts.words)
    assert (found.first_day, found.last_day) == (counts.first_day, counts.last_day)
    listed = made.articles(order="day", limit=50).rows
    assert [(one.id, one.outlet, one.day, one.words) for one in found.newest] == [
        (one.id, one.outlet, one.day, one.words) for one in listed
    ]


def test_it_keeps_to_its_limit(folder):
    assert len(glimpse(folder, limit=2).newest) == 2


def test_a_part_that_cannot_be_read_is_left_to_the_one_who_looks_closer(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    next((tmp_path / "copy" / "articles").glob("*.parquet")).write_bytes(b"PAR1 nothing")
    assert glimpse(tmp_path / "copy") is None
    assert glimpse(tmp_path / "none") is None


def test_columns_of_an_older_version_may_be_missing(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    part = sorted((tmp_path / "copy" / "articles").glob("*.parquet"))[0]
    pq.write_table(pq.read_table(part).drop_columns(["source"]), part)
    assert glimpse(tmp_path / "copy").articles == glimpse(folder).articles
