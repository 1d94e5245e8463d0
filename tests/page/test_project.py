"""A visit as a file: all of it comes back; what is no project, too large or tampered with is refused in words."""

import io
import json
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.workspace import project
from components.workspace.project import Project, read_project, write_project
from pipeline.corrections import Corrections, EntityRef, Rename
from pipeline.errors import ArticleError
from pipeline.model import Article, Note
from pipeline.record import article_id

TEXTS = ["Mara Ellund spoke in Rafah.\r\nShe left.", "“Wir warten” \U0001f680 \ud800 end"]


def made(**changes):
    articles = [
        Article(article_id(text), text, "Road", "r.txt", date(2024, 3, 19), "given", (Note("reading", "guessed"),))
        for text in TEXTS
    ]
    corrections = [Corrections(articles[0].id, (Rename(EntityRef("e1", "Mara Ellund"), "M. Ellund"),))]
    told = {"article_id": articles[0].id, "section": "Quotes", "picks": ("entity:e1",), **changes}
    return Project(articles, corrections, **told)


def test_everything_comes_back():
    before = made()
    after = read_project(write_project(before))
    assert list(after.articles) == list(before.articles)
    assert list(after.corrections) == list(before.corrections)
    assert (after.article_id, after.section, after.picks) == (before.article_id, "Quotes", ("entity:e1",))


def packed(*entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in entries:
            file.writestr(name, data)
    return out.getvalue()


def changed(change):
    """A good project with its index changed."""
    with zipfile.ZipFile(io.BytesIO(write_project(made()))) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    index = json.loads(entries["project.json"])
    change(index)
    entries["project.json"] = json.dumps(index).encode()
    return packed(*entries.items())


def set_in(*path, value):
    def change(index):
        at = index
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"{}",
        packed(("project.json", "[]")),
        packed(("project.json", "[" * 100_000)),
        packed(("other.txt", "x")),
        packed(("../project.json", "{}")),
        packed(("/etc/passwd", "x"), ("project.json", "{}")),
    ],
)
def test_what_is_no_project_is_refused_in_words(data):
    with pytest.raises(ArticleError, match=r"no project|another version"):
        read_project(data)


@pytest.mark.parametrize(
    "change",
    [
        set_in("articles", value=None),
        set_in("articles", 0, "file", value="../../secret"),
        set_in("articles", 0, "title", value="x" * 10_000),
        set_in("articles", 0, "title", value=["<b>"]),
        set_in("articles", 0, "published", value="tomorrow"),
        set_in("articles", 0, "notes", value=[[1, 2]]),
        set_in("corrections", value={"dateline_corrections": 1, "articles": [{"article_id": 1}]}),
        set_in("open", value=[]),
        set_in("open", "picks", value=[{}]),
    ],
)
def test_a_value_that_no_project_has_is_refused(change):
    with pytest.raises(ArticleError):
        read_project(changed(change))


def test_an_article_is_known_by_its_text_whatever_the_file_says():
    found = read_project(changed(set_in("open", "article", value="f" * 16)))
    assert [article.id for article in found.articles] == [article_id(text) for text in TEXTS]
    assert found.article_id is None
    assert found.picks == ()


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = packed(("project.json", "{}"), ("articles/001.txt", b"\0" * 90_000_000))
    assert len(bomb) < 200_000
    with pytest.raises(ArticleError, match="too large"):
        read_project(bomb)


def test_a_size_that_the_file_understates_is_counted(monkeypatch):
    monkeypatch.setattr(project, "_MAX_UNPACKED", 1_000)
    with pytest.raises(ArticleError, match="too large"):
        read_project(packed(("project.json", "{}"), ("articles/001.txt", "x" * 2_000)))


def test_too_many_and_too_large_are_refused(monkeypatch):
    with pytest.raises(ArticleError, match="5 MB"):
        read_project(b"x" * (project.MAX_BYTES + 1))
    many = packed(*((f"articles/{n:03}.txt", "x") for n in range(600)), ("project.json", "{}"))
    with pytest.raises(ArticleError, match="more than 500"):
        read_project(many)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_project_or_refused(data):
    with pytest.raises(ArticleError):
        read_project(data)
    with pytest.raises(ArticleError):
        read_project(write_project(made())[:-30] + data)
