"""How several articles become a collection, and how it is left again."""

from pathlib import Path

import pytest
import streamlit as st

from components.session import cache, folder
from components.session.collection_state import PARTS
from components.session.folder import named_folder
from components.workspace.inbox import MOST_ARTICLES
from components.workspace.workspace import KEPT
from devtools.collection_page import (
    elements,
    finished,
    open_page,
    progress,
    say,
    table,
    titles,
    turn_to,
    until,
    upload,
    words_on,
)
from devtools.invented_articles import files
from pipeline import Article, analyse, article_id, to_record
from pipeline.write.jsonl import to_line
from pipeline.write.parquet import ParquetSink

HOSTILE = "<script>alert(1)</script> **b** [x](http://evil.example) :red[r]"


@pytest.fixture(autouse=True)
def fresh_caches(monkeypatch, page_model):
    """What one test counts must not come from another; the real model is loaded once for all of them."""
    monkeypatch.setattr(cache, "load_page_model", lambda progress: page_model)
    monkeypatch.delenv("DATELINE_FOLDER", raising=False)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def page():
    return open_page()


def test_two_uploads_are_a_collection_and_a_bad_one_spoils_nothing(page):
    upload(
        page,
        {
            "one.txt": 'Mara Ellund spoke in Rafah. "We wait," Ellund said.',
            f"{HOSTILE}.docx": b"no zip at all",
            "two.md": "# Two\n\nTomas Reyl spoke in Cairo.",
        },
    )
    finished(page)
    said = words_on(page)
    assert "2 articles" in said
    assert 'role="alert"' in said
    assert "&lt;script&gt;" in said
    assert "<script" not in said
    assert sorted(titles(page)) == ['Mara Ellund spoke in Rafah. "We wait," Ellund said.', "Two"]


def test_one_article_is_not_bothered(page):
    upload(page, files(1))
    assert not elements(page, "table-articles")
    assert not any(button.key == "to-all" for button in page.button)
    assert "Quay number 1 in Aqaba" in words_on(page)


def test_all_refused_is_no_collection(page):
    upload(page, {"a.pdf": b"%PDF nothing", "b.pdf": b"%PDF nothing", "c.docx": b"no zip"})
    finished(page)
    said = words_on(page)
    assert said.count('role="alert"') == 1
    assert "a.pdf" in said
    assert "Open the sample article" in said


def test_nothing_is_analysed_twice(page, monkeypatch):
    """Neither by the thread nor by the page, whoever comes first."""
    seen, real = [], cache.Workspace.keep
    monkeypatch.setattr(
        cache.Workspace,
        "keep",
        lambda workspace, article, made: seen.append(article.text) or real(workspace, article, made),
    )
    upload(page, files(4))
    finished(page)
    for row in table(page, "articles")["rows"][:2]:
        say(page, "articles", "open", row["id"])
        page.button(key="to-all").click().run()
    assert sorted(seen) == sorted(files(4).values())


def test_stop_keeps_what_is_done_and_go_on_does_the_rest(page, monkeypatch):
    import components.workspace.worker as work

    real, turns = work._analyse, iter([True])

    def stop_after_a_turn(workspace, *rest):
        real(workspace, *rest)
        if next(turns, False):
            workspace.stop()

    monkeypatch.setattr(work, "_analyse", stop_after_a_turn)
    upload(page, files(20))
    until(page, lambda: any(button.key == "go-on" for button in page.button))
    assert "Stopped: " in progress(page)
    assert 0 < len(titles(page)) < 20
    page.button(key="go-on").click().run()
    finished(page)
    assert len(titles(page)) == 20


def test_one_visit_is_bounded_and_says_so(page, monkeypatch):
    import components.workspace.inbox as shelf

    assert MOST_ARTICLES < KEPT  # or the first would be analysed again and again
    monkeypatch.setattr(shelf, "MOST_ARTICLES", 3)
    upload(page, files(5))
    finished(page)
    assert len(titles(page)) == 3
    assert "make run FOLDER=out" in words_on(page)


def test_a_folder_is_named_by_who_runs_the_server(monkeypatch, tmp_path):
    assert named_folder(["--folder", "out"]) == Path("out")
    assert named_folder(["--folder=out"]) == Path("out")
    assert named_folder([]) is None
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path))
    assert named_folder([]) == tmp_path


def test_a_folder_opens_as_the_collection(monkeypatch, tmp_path, resources):
    write_folder(tmp_path, resources)
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path))
    page = open_page()
    until(page, lambda: elements(page, "table-articles"))
    for part in PARTS:
        turn_to(page, part)
    turn_to(page, "Articles")
    assert len(titles(page)) == 4
    say(page, "articles", "open", table(page, "articles")["rows"][0]["id"])
    assert "Quay number 4 in Genoa" in words_on(page)
    page.button(key="to-all").click().run()
    assert len(titles(page)) == 4


def test_a_folder_tells_what_it_can_while_it_is_looked_through(monkeypatch, tmp_path, resources):
    write_folder(tmp_path / "out", resources)
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path / "out"))
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))  # no index is kept there yet
    monkeypatch.setattr(folder, "PATIENCE", 0)
    page = open_page()
    rows = table(page, "opening")["rows"]
    assert {row["cells"][0] for row in rows} == {text.partition("\n")[0] for text in files(4).values()}
    assert "4 articles" in words_on(page)
    assert "Looking through the folder" in words_on(page)
    until(page, lambda: elements(page, "table-articles"))
    assert not elements(page, "table-opening")
    assert sorted(titles(page)) == sorted(row["cells"][0] for row in rows)


def test_a_folder_that_was_mended_opens_without_a_restart(monkeypatch, tmp_path, resources):
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path / "out"))
    page = open_page()
    assert "There is no folder" in words_on(page)
    write_folder(tmp_path / "out", resources)
    page.run()
    until(page, lambda: elements(page, "table-articles"))
    assert len(titles(page)) == 4


def test_own_articles_do_not_hide_the_folder(monkeypatch, tmp_path, resources):
    write_folder(tmp_path, resources)
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path))
    page = open_page()
    assert "all-switch" not in page.session_state
    upload(page, files(2))
    finished(page)
    assert len(titles(page)) == 2
    until(page, lambda: "all-switch" in [one.key for one in page.button_group])  # the folder is read meanwhile
    page.button_group(key="all-switch").set_value("folder").run()
    until(page, lambda: elements(page, "table-articles") and len(titles(page)) == 4)
    page.button_group(key="all-switch").set_value("visit").run()
    assert len(titles(page)) == 2


SPLIT = {
    "role.txt": "Cranes are bought\n\nSPLIT, 4 March 2024 - Nils Ekholm, the deputy mayor, signed the papers. "
    "“We are ready,” Ekholm said.",
    "named.txt": "Cranes arrive\n\nSPLIT, 5 March 2024 - Nils Ekholm met Tom Ashdown in Split. "
    "“The cranes are new,” the deputy mayor said.",
    "nameless.txt": "Cranes are tested\n\nGENOA, 6 March 2024 - “The cranes are old,” the deputy mayor said.",
}


def test_a_speaker_who_is_only_words_is_joined_over_all_articles_and_taken_back(page):
    finished(upload(page, SPLIT))
    before = speakers(turn_to(page, "Speakers"))
    assert before["Nils Ekholm"][2] == "1"
    assert "the deputy mayor · Nils Ekholm (2 quotes in 2 articles)" in words_on(page)
    next(button for button in page.button if button.key.startswith("join-x")).click().run()
    assert not page.exception
    assert speakers(page)["Nils Ekholm"][2] == "2"
    said = words_on(page)
    assert "“the deputy mayor” is “Nils Ekholm” in 1 article now." in said
    assert "1 article not naming “Nils Ekholm” is left as before." in said
    turn_to(page, "Downloads")
    assert any(button.proto.label.startswith("Corrections (1") for button in page.get("download_button"))
    turn_to(page, "Speakers")
    page.button(key="join-back").click().run()
    assert speakers(page) == before


def test_any_words_that_speak_are_joined_by_hand(page):
    finished(upload(page, SPLIT))
    turn_to(page, "Speakers")
    choose(page, "Quoted without a name", "the deputy mayor")
    choose(page, "It is the same as", "Tom Ashdown")
    page.button(key="join-speaker-with").click().run()
    assert not page.exception
    assert speakers(page)["Tom Ashdown"][2] == "1"


def choose(page, label, start):
    box = next(one for one in page.selectbox if one.label == label)
    box.select(next(option for option in box.options if option.startswith(start))).run()


def speakers(page):
    return {row["cells"][0]: row["cells"] for row in table(page, "speakers")["rows"]}


def write_folder(path, resources, number=4):
    """A folder as the command line writes it."""
    sink = ParquetSink(path)
    for name, text in files(number).items():
        record = to_record(analyse(Article(article_id(text), text, text.partition("\n")[0], name), resources))
        sink.write((to_line(record).encode(),))
    sink.close()


def test_a_folder_that_is_none_is_said_and_the_page_goes_on(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path / "nothing"))
    page = open_page()
    assert 'role="alert"' in words_on(page)
    assert page.button(key="sample")
