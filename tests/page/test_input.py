"""Nothing inherited and nothing lost: what comes in stays in the visit, by itself, until it is taken off."""

from datetime import date

import pytest

from components.session import cache
from components.workspace.project import Project, write_project
from pipeline.corrections import EntityRef, History, Rename
from pipeline.model import Article
from pipeline.record import article_id

RAFAH = "Aid reaches Rafah again\n\nMara Ellund spoke in Rafah on Monday. “We wait for the lorries,” Ellund said. " * 2
CAIRO = "Congress opens in Cairo\n\nTomas Reyl spoke in Cairo on Tuesday. “We begin today,” Reyl said in the hall. " * 2


def paste(hand, text, day=None):
    hand.page.text_area(key="paste").set_value(text)
    if day:
        hand.page.text_input(key="paste-day").set_value(day)
    hand.page.button(key="analyse").click().run()
    assert not hand.page.exception
    return hand


def published(hand):
    state = hand.page.session_state["page"]
    return state.published.get(state.article_id)


def label(hand):
    return next(one.proto.popover.label for one in hand.page.get("popover") if "publi" in one.proto.popover.label)


def title(hand):
    return hand.words().partition('class="dl-title">')[2].partition("<")[0]


def press(hand, key):
    hand.page.button(key=key).click().run()
    assert not hand.page.exception


def test_the_day_of_one_article_is_never_given_to_the_next(hand):
    paste(hand, RAFAH, "19 March 2024")
    assert "published 19 March 2024" in label(hand)
    assert hand.page.text_input(key="paste-day").value == ""
    assert hand.page.text_area(key="paste").value == ""
    paste(hand, CAIRO)
    assert label(hand) == "no publication date"
    assert published(hand) is None


def test_a_day_that_cannot_be_read_keeps_the_text_and_says_so(hand):
    paste(hand, RAFAH, "5/6/2024")
    assert "“5/6/2024” is no day" in hand.words()
    assert hand.page.text_area(key="paste").value == RAFAH


def test_the_day_is_asked_for_where_words_need_it_and_setting_it_puts_them_on_the_calendar(hand):
    paste(hand, RAFAH)
    assert "“Monday” needs the day of publication:" in hand.words()
    field = next(one for one in hand.page.text_input if one.key.startswith("day-"))
    field.set_value("tomorrow")
    press(hand, f"{field.key}-set")
    assert "“tomorrow” is no day" in hand.words()
    next(one for one in hand.page.text_input if one.key == field.key).set_value("March 19, 2024")
    press(hand, f"{field.key}-set")
    assert "needs the day of publication" not in hand.words()
    assert published(hand) == date(2024, 3, 19)
    assert "19 March 2024" in label(hand)


def test_a_second_paste_adds_up_and_the_first_is_one_click_away(hand):
    paste(hand, RAFAH)
    paste(hand, CAIRO)
    assert title(hand) == "Congress opens in Cairo"
    assert hand.page.button(key="to-all").label == "‹ All 2"
    press(hand, "to-previous")
    assert title(hand) == "Aid reaches Rafah again"
    press(hand, "to-all")
    assert title(hand) == "2 articles"


def test_an_article_is_taken_off_the_visit_and_off_the_shelf(visitor):
    hand = paste(visitor(), RAFAH)
    paste(hand, CAIRO)
    press(hand, f"drop-{article_id(CAIRO)}")
    assert title(hand) == "Aid reaches Rafah again"
    press(hand, f"drop-{article_id(RAFAH)}")
    assert title(hand) == ""
    assert not cache.saved_visits().find(hand.page.session_state["page"].token)


@pytest.mark.parametrize("link", ["https://news.example/story", " www.news.example/a?b=c \n"])
def test_a_link_gets_a_sentence_and_no_analysis(hand, link):
    paste(hand, link)
    assert "This is a link" in hand.words()
    assert title(hand) == "Aid lorries reach Rafah as the coastal road reopens"
    assert hand.page.text_area(key="paste").value == link


def test_a_word_and_another_language_are_said_above_the_numbers(hand):
    paste(hand, "Rafah")
    assert "This text has only 1 word" in hand.words()
    german = "Der Bundeskanzler hat am Montag in Berlin gesagt, dass die Straße nach Rafah wieder offen sei. " * 4
    paste(hand, german)
    words = hand.words()
    assert "does not look like English" in words
    assert words.index("does not look like English") < words.index("Most named")


def test_the_title_is_the_reader_s_to_change_without_the_model(hand, monkeypatch):
    paste(hand, RAFAH)
    seen, real = [], cache.Workspace.keep
    monkeypatch.setattr(cache.Workspace, "keep", lambda self, *what: seen.append(what) or real(self, *what))
    next(one for one in hand.page.text_input if one.key.startswith("title-")).set_value("My own <b>title</b>")
    press(hand, "about-set")
    assert title(hand) == "My own &lt;b&gt;title&lt;/b&gt;"
    assert seen == []
    hand.turn_to("Downloads")
    assert "My own" in hand.page.code[0].value
    next(one for one in hand.page.text_input if one.key.startswith("title-")).set_value("")
    press(hand, "about-set")
    assert title(hand) == "Aid reaches Rafah again"


def test_any_correction_can_be_undone_by_itself(hand):
    state = hand.page.session_state["page"]
    one = Rename(EntityRef("e1", "Rafah"), "Rafah City")
    two = Rename(EntityRef("e2", "Amal Nasser"), "A. Nasser")
    state.histories[state.article_id] = History().add(one).add(two)
    hand.page.run()
    assert "“Rafah” is called “Rafah City”" in hand.words()
    press(hand, "undo-0")
    past = hand.page.session_state["page"].histories[state.article_id]
    assert past.done == (two,)
    assert "“Rafah” is called" not in hand.words()
    press(hand, "redo")
    assert hand.page.session_state["page"].histories[state.article_id].done == (two, one)


def test_a_project_brings_back_articles_days_corrections_and_what_was_open(hand):
    articles = [
        Article(article_id(RAFAH), RAFAH, "Rafah, renamed", None, date(2024, 3, 19), "given"),
        Article(article_id(CAIRO), CAIRO),
    ]
    data = write_project(Project(articles, (), articles[0].id, "Quotes", ("day:2024-03-18",)))
    uploader = next(one for one in hand.page.file_uploader if one.key == "upload-project")
    uploader.set_value(("visit.dateline.zip", data, "application/zip")).run()
    assert not hand.page.exception
    assert title(hand) == "Rafah, renamed"
    assert hand.picks() == ["day:2024-03-18"]
    assert hand.page.session_state["view"] == "Quotes"
    assert hand.page.button(key="to-all").label == "‹ All 2"


def test_a_hostile_project_is_refused_and_nothing_is_lost(hand):
    uploader = next(one for one in hand.page.file_uploader if one.key == "upload-project")
    uploader.set_value(("x.zip", b"PK no zip", "application/zip")).run()
    assert "no project of Dateline" in hand.words()
    assert title(hand) == "Aid lorries reach Rafah as the coastal road reopens"


def test_a_link_to_an_article_that_is_not_here_is_said_and_brings_the_view_back(visitor):
    page = visitor(article=article_id(RAFAH), pick="day:2024-03-18", view="Quotes")
    assert f"no. {article_id(RAFAH)}" in page.words()
    paste(page, RAFAH, "19 March 2024")
    assert page.picks() == ["day:2024-03-18"]
    assert "no. " not in page.words()


def test_a_server_that_has_forgotten_says_what(visitor):
    page = visitor(article=article_id(RAFAH))
    page.press("visit", "shown", "t" * 43 + "\nAid reaches <b>Rafah")
    assert "has forgotten “Aid reaches &lt;b&gt;Rafah”, as promised" in page.words()
