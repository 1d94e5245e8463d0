"""Corrections from what is chosen: one thing, several at once, a stretch, a spot; and all of it taken back."""

import pytest

from components.article.correct.missed import bare, marked_as, missed
from components.article.correct.place import found_by
from components.sample import sample
from pipeline.corrections import Add, AddQuote, QuoteRef


def fields(hand):
    page = hand.page
    return [*page.text_input, *page.selectbox]


def fill(hand, ending, value):
    """Fill the field of a form of correction whose key ends so."""
    field = next(f for f in fields(hand) if f.key and f.key.startswith("fix-") and f.key.endswith(ending))
    return field.set_value(value)


def press(hand, ending):
    return next(b for b in hand.page.button if b.key and b.key.endswith(ending)).click().run()


def everything(hand):
    """What each view shows, to be compared."""
    seen = []
    for section in ("Entities", "Quotes", "Map"):
        hand.turn_to(section)
        seen += [hand.table(n).to_csv() for n in range(len(hand.sheets()))]
    hand.turn_to("Overview")
    seen.append([one.proto.json for one in hand.page.get("bidi_component") if one.proto.id.endswith("-most-named")])
    hand.turn_to("Downloads")
    return seen


def test_several_names_become_one_and_come_apart_again_by_one_undo(hand):
    before = everything(hand)
    hand.turn_to("Entities")
    number = len(hand.table())
    names = ("Amal Nasser", "Omar Nasser", "Ruth Calloway")
    hand.press("chips", "did", "several on")
    for name in names:
        hand.choose_row(hand.row_of(name))
    assert len(hand.picks()) == 3
    hand.page.button(key="to-correct").click().run()
    assert "Correct these 3 names together" in hand.words()
    fill(hand, "-into", hand.picks()[0].partition(":")[2])
    press(hand, "-apply")
    assert not hand.page.exception
    assert len(hand.table()) == number - 2
    assert len(hand.picks()) == 1
    hand.page.button(key="undo").click().run()
    assert "All are undone." in hand.words()
    hand.press("chips", "did", "clear")
    assert everything(hand) == before
    hand.page.button(key="redo").click().run()
    hand.turn_to("Entities")
    assert len(hand.table()) == number - 2


def test_all_quotes_of_a_speaker_get_another(hand):
    hand.turn_to("Quotes")
    hand.choose_row(hand.row_of("relief workers", "Speaker", 1), table=1)
    hand.page.button(key="to-correct").click().run()
    who = next(e for e in hand.page.selectbox if e.label == "Speaker")
    who.select(next(option for option in who.options if option.startswith("Samira Haddad")))
    press(hand, "-apply")
    assert "relief workers" not in set(hand.table(1)["Speaker"])
    assert list(hand.table(0)["Corrected"]).count("yes") <= 1 or hand.picks()


def test_several_quotes_are_taken_off_at_once(hand):
    hand.turn_to("Quotes")
    number = len(hand.table())
    hand.press("chips", "did", "several on")
    for row in (0, 2, 4):
        hand.choose_row(row)
    assert len(hand.picks()) == 3
    hand.page.button(key="to-correct").click().run()
    press(hand, "-delete")
    assert len(hand.table()) == number - 3
    hand.page.button(key="undo").click().run()
    assert len(hand.table()) == number


def test_a_place_is_put_where_its_degrees_say_and_taken_off(hand):
    hand.turn_to("Map")
    hand.choose_row(hand.row_of("Rafah", "Place"))
    hand.page.button(key="to-correct").click().run()
    fill(hand, "-where", "no such place").run()
    assert "No place of that name is known" in hand.words()
    fill(hand, "-where", "31.0, 34.0").run()
    next(b for b in hand.page.button if b.label == "31.00, 34.00").click().run()
    assert not hand.page.exception
    row = hand.table().iloc[hand.row_of("Rafah", "Place")]
    assert row["Why this place"] == "chosen by a reader"
    hand.page.button(key="undo").click().run()
    assert hand.table().iloc[hand.row_of("Rafah", "Place")]["Why this place"] != "chosen by a reader"


@pytest.mark.parametrize(
    "words,expected",
    [
        ("31.29, 34.25", (31.29, 34.25)),
        ("-33.9 18.4", (-33.9, 18.4)),
        ("91, 10", None),
        ("10, 181", None),
        ("no such place anywhere", None),
    ],
)
def test_a_spot_is_found_by_degrees(resources, words, expected):
    found = [(one.lat, one.lon) for one in found_by(words, resources.gazetteer, "Here")]
    assert found == ([expected] if expected else [])


def test_a_spot_is_found_by_name_with_its_namesakes(resources):
    countries = {one.country for one in found_by(" Rafah ", resources.gazetteer, "x")}
    assert {"PS", "EG"} <= countries


def test_a_chosen_stretch_is_marked_as_a_quote_and_as_a_name(hand):
    text = sample().text
    words = "a second route through Israel is being discussed"
    start = text.index(words)
    hand.turn_to("Article")
    hand.press("reader", "chosen", f"span:{start}-{start + len(words)}")
    assert "Mark this stretch" in hand.words()
    kind = next(f for f in hand.page.selectbox if f.key.startswith("stretch-"))
    kind.set_value("WORK_OF_ART")
    press(hand, f"stretch-{start}-{start + len(words)}-apply")
    assert not hand.page.exception
    assert "1 correction by you" in hand.words()


@pytest.mark.parametrize(
    "typed, said", [("19 March 2024", "was said on 19 March 2024"), ("soon", "no day that can be read")]
)
def test_the_day_of_a_quote_is_typed_as_people_write_it(hand, typed, said):
    hand.turn_to("Quotes")
    hand.choose_row(0)
    hand.page.button(key="to-correct").click().run()
    fill(hand, "-day", typed)
    press(hand, "-apply")
    assert not hand.page.exception
    assert said in hand.words()
    hand.page.button(key="clear-choice").click().run()
    assert "no day that can be read" not in hand.words()


TEXT = "He said: “We wait.” Then he left for Cairo."


def test_marks_and_space_round_a_direct_quote_are_left_out():
    whole = (TEXT.index("“") - 1, TEXT.index("”") + 1)
    start, end = bare(TEXT, whole, marks=True)
    assert TEXT[start:end] == "We wait."
    assert TEXT[slice(*bare(TEXT, whole, marks=False))] == "“We wait.”"
    assert marked_as(TEXT, whole, "direct") == [AddQuote(QuoteRef(start, end), "direct")]
    assert marked_as(TEXT, (TEXT.index("Cairo"), len(TEXT) - 1), "GPE") == [Add("Cairo", "GPE")]
    assert missed(TEXT, "  ", "GPE") == []
    assert missed(TEXT, "nowhere", "direct") == [AddQuote(QuoteRef(-1, 6), "direct")]


def test_a_choice_that_a_correction_took_away_is_let_go(hand):
    hand.turn_to("Entities")
    hand.choose_row(hand.row_of("Cairo"))
    hand.page.button(key="to-correct").click().run()
    press(hand, "-delete")
    assert hand.picks() == []
    hand.page.button(key="undo").click().run()
    hand.choose_row(hand.row_of("Cairo"))
    hand.page.button(key="to-correct").click().run()
    fill(hand, "-into", next(e for e in ("e1",)))
    press(hand, "-apply")
    assert hand.picks() == ["entity:e1"]
    assert "Cairo" not in set(hand.table()["Name"])
