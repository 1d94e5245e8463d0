"""A reload loses nothing, and nobody gets another's visit: the shelf, and the page that puts visits on it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from components.sample import sample
from components.session import cache
from components.workspace import saved_visits
from components.workspace.saved_visits import CHARACTERS, MINUTES, VISITS, SavedVisits, Visit
from pipeline.model import Article

APP = str(Path(__file__).parents[2] / "app.py")
TEXT = "Mara Ellund spoke in Rafah on Monday. “We wait,” Ellund said."


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def kept(clock):
    return SavedVisits(clock=clock, sweeps=False)


def visit(text=TEXT, id="a1"):
    return Visit({id: Article(id, text)})


def test_a_visit_is_found_by_its_token_and_by_nothing_else(kept):
    mine = visit()
    kept.put("token", mine)
    assert kept.find("token") is mine
    for other in ("", "Token", "token ", "toke", "x" * 43, "tokén\ud800"):
        assert kept.find(other) is None


def test_the_shelf_itself_cannot_tell_a_token(kept):
    kept.put("a-long-secret", visit())
    assert "a-long-secret" not in repr(vars(kept))


def test_ten_minutes_after_the_last_run_it_is_gone(kept, clock):
    kept.put("token", visit())
    clock.now += 60 * MINUTES - 1
    kept.put("token", visit())
    clock.now += 60 * MINUTES - 1
    assert kept.find("token")
    clock.now += 1
    assert kept.find("token") is None
    assert len(kept) == 0


def test_nobody_need_come_for_a_visit_to_go(kept, clock):
    kept.put("token", visit())
    clock.now += 60 * MINUTES
    kept.sweep()
    assert kept._kept == {}


def test_the_oldest_go_when_there_are_too_many(kept):
    for n in range(VISITS + 3):
        kept.put(f"t{n}", visit())
    assert len(kept) == VISITS
    assert kept.find("t2") is None
    assert kept.find("t3")


def test_all_together_have_a_bound(kept, monkeypatch):
    monkeypatch.setattr(saved_visits, "CHARACTERS", 300)
    for n in range(4):
        kept.put(f"t{n}", visit("x" * 100))
    assert [kept.find(f"t{n}") is not None for n in range(4)] == [False, True, True, True]
    kept.put("large", visit("x" * 301))
    assert kept.find("large") is None
    assert len(kept) == 3
    assert CHARACTERS > 1_000_000


def test_many_threads_lose_nothing():
    kept = SavedVisits(sweeps=False)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: kept.put(f"t{n % 40}", visit(id=f"a{n % 40}")), range(400)))
    assert len(kept) == 40
    assert all(f"a{n}" in kept.find(f"t{n}").articles for n in range(40))


def token_of(hand):
    return hand.page.session_state["page"].token


def title(hand):
    return hand.words().partition('class="dl-title">')[2].partition("<")[0]


def paste(hand):
    hand.page.text_area(key="paste").set_value(TEXT)
    hand.page.button(key="analyse").click().run()
    return hand


def test_a_new_session_with_the_token_takes_the_visit_over(visitor):
    first = paste(visitor())
    first.turn_to("Entities")
    first.choose_row(0)
    first.page.button(key="to-correct").click().run()
    field = next(f for f in first.page.text_input if f.key.startswith("fix-") and f.key.endswith("-name"))
    field.set_value("M. B. Ellund")
    next(b for b in first.page.button if b.key and b.key.endswith("-apply")).click().run()
    assert "1 correction by you" in first.words()
    second = visitor()
    assert title(second) == ""
    second.press("visit", "shown", token_of(first))
    assert not second.page.exception
    assert "Ellund spoke in Rafah" in title(second)
    assert "1 correction by you" in second.words()
    assert token_of(second) == token_of(first)
    second.page.run()
    assert "1 correction by you" in second.words()


def test_uploads_stay_in_the_list_though_the_uploader_is_empty(visitor):
    first = visitor()
    files = [(f"{n}.txt", f"{TEXT} Number {n}.".encode(), "text/plain") for n in range(2)]
    first.page.file_uploader(key="upload").set_value(files).run()
    first.page.run()
    second = visitor()
    second.press("visit", "shown", token_of(first))
    second.page.run()
    assert not second.page.exception
    kept = second.page.session_state["page"].kept.values()
    assert {article.source for article in kept} == {"0.txt", "1.txt"}


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "y" * 100_000, "../one", "\x00", "<script>"])
def test_an_unknown_token_gets_nothing(visitor, token):
    paste(visitor())
    second = visitor()
    mine = token_of(second)
    second.press("visit", "shown", token)
    assert not second.page.exception
    assert title(second) == ""
    assert token_of(second) == mine


def test_visits_without_a_token_share_nothing(visitor):
    first, second = paste(visitor()), visitor()
    assert token_of(first) != token_of(second)
    assert len(token_of(first)) >= 43
    assert title(second) == ""


def test_the_token_is_in_no_address_and_no_log(visitor, caplog, capfd):
    first = paste(visitor())
    token = token_of(first)
    second = visitor()
    second.press("visit", "shown", token)
    assert token not in str(first.page.query_params)
    assert token not in str(second.page.query_params)
    out = capfd.readouterr()
    assert token not in caplog.text + out.out + out.err


def test_forget_everything_forgets_at_once(visitor):
    first = paste(visitor())
    token = token_of(first)
    first.page.button(key="forget").click().run()
    assert not first.page.exception
    assert title(first) == ""
    assert token_of(first) != token
    assert cache.saved_visits().find(token) is None
    assert TEXT not in str(first.page.session_state["page"])
    first.page.run()
    assert cache.saved_visits().find(token) is None
    second = visitor()
    second.press("visit", "shown", token)
    assert title(second) == ""


def test_a_reader_who_has_begun_anew_keeps_what_is_new(visitor):
    first = paste(visitor())
    second = visitor()
    second.page.text_area(key="paste").set_value("Tomas Reyl left for Cairo.")
    second.page.button(key="analyse").click().run()
    second.press("visit", "shown", token_of(first))
    assert "Tomas Reyl" in title(second)


def test_the_sample_comes_back_by_its_address_without_any_shelf(visitor):
    first = visitor()
    first.page.button(key="sample").click().run()
    assert first.page.query_params["article"] == "sample"
    assert sample().title in title(visitor(article="sample"))
