"""The reading list: every quote whole, ready to paste; corrected in place; names joined with one click."""

import json
from dataclasses import replace
from datetime import date

import pytest

from components.article.correct.in_place import wanted
from components.article.quotes import BY_SPEAKER, IN_ORDER
from components.html.passages import sentence_items
from components.html.reading import as_read, context, groups, quote_items, to_paste
from components.rows.article import people_first
from components.rows.paragraphs import paragraphs
from components.rows.roles import role_of
from components.rows.same_person import same_persons
from components.rows.unclear import UNCLEAR
from pipeline.corrections import Merge, NoQuote, SaidOn, Speaker, apply
from pipeline.corrections.model import Corrections
from pipeline.model import Entity, Mention
from tests.page.conftest import TEXT


def test_direct_words_stand_in_curly_marks_without_the_last_comma(analysis):
    assert as_read(analysis.quotes[0]) == "“The road is open”"
    assert as_read(analysis.quotes[1]) == "“We will keep it open.”"
    assert as_read(analysis.quotes[2]) == "“stocks are low” in Gaza City"
    assert as_read(replace(analysis.quotes[0], text="“No\nroad,” ")) == "“No road”"


def test_what_is_pasted_says_who_when_and_where(analysis):
    line = to_paste(analysis.article, analysis.quotes[0], "the mayor of Khan Younis")
    assert line == (
        "“The road is open” – Mara Ellund, the mayor of Khan Younis, on 18 March 2024. "
        "“The road to Rafah”, road.txt, 19 March 2024."
    )
    nobody = replace(analysis.quotes[3], speaker_text="they")
    assert "(reported) – speaker not clear from the text" in to_paste(analysis.article, nobody, None)


def test_a_speaker_is_chosen_from_people_first(analysis):
    labels = [entity.label for entity in people_first(analysis)]
    assert labels[:3] == ["PERSON", "PERSON", "ORG"]
    assert sorted(labels) == sorted(entity.label for entity in analysis.entities)


def test_what_stands_behind_a_colon_is_not_said_to_be_reported(analysis):
    spoken = replace(analysis.quotes[3], cue=":")
    assert "lorries would follow on Tuesday (without marks) – Officials" in to_paste(analysis.article, spoken, None)
    items = quote_items(analysis, replace(analysis, quotes=(*analysis.quotes[:3], spoken)))
    assert [item["manner"] for item in items] == ["", "", "reported", "without marks"]


def test_every_quote_has_its_speaker_and_the_sentences_around_it(analysis):
    items = quote_items(analysis, analysis)
    assert [item["id"] for item in items] == [quote.id for quote in analysis.quotes]
    assert all(item["speaker"] and item["copy"] for item in items)
    words = "".join(text for text, _ in context(analysis, analysis.quotes[1]))
    assert words.startswith("“The road is open,” Ellund said.")
    assert [text for text, css in context(analysis, analysis.quotes[1]) if css] == ["We will keep it open."]


def test_lines_run_on_within_a_sentence_and_end_between_paragraphs(make_analysis):
    broken = make_analysis(
        text=TEXT.replace("met aid workers", "met aid\nwork-\ners").replace(" said. “We", "\nsaid.\n“We")
    )
    quote = broken.quotes[0]
    words = "".join(text for text, _ in context(broken, quote)).replace("\u200b", "")
    assert "met aid work-ers in Rafah on Monday.\n\n“The road is open,” Ellund said.\n“We will" in words
    assert [text for text, css in context(broken, quote) if css] == [quote.text]
    (first,) = sentence_items(broken, [(0, 4)])
    assert (
        "".join(text for text, _ in first["pieces"])
        .replace("\u200b", "")
        .endswith("met aid work-ers in Rafah on Monday.")
    )


def test_speakers_stand_by_words_with_their_role(analysis):
    found = groups(analysis, analysis)
    assert found[0]["name"] == "Mara Ellund"
    assert found[0]["role"] == "mayor of Khan Younis"
    assert found[0]["numbers"].startswith("2 quotes · 9 words · ")


@pytest.mark.parametrize(
    "text, role",
    [
        ("The deputy mayor, Mara Ellund, spoke.", "deputy mayor"),
        ("US National Security Advisor Mara Ellund spoke.", "US National Security Advisor"),
        ("Mara Ellund, 54, the mayor of Rafah, spoke.", "mayor of Rafah"),
        ("Mara Ellund, who runs the port, spoke.", "who runs the port"),
        ("Mara Ellund spoke. She is tired.", None),
        ("Critics accused Mara Ellund of it.", None),
        ("Mara Ellund, on Monday, spoke.", None),
        ("It rained in Rafah. Mara Ellund spoke.", None),
        ("They won the Test. Palestinian captain Mara Ellund spoke.", "Palestinian captain"),
        ("They met in Rome. Mayor Mara Ellund spoke.", "Mayor"),
        ("On Friday U.S. Sen. Mara Ellund spoke.", "Friday U.S. Sen."),
        ("It sued Reyl Corp. chairman Mara Ellund.", "Reyl Corp. chairman"),
    ],
)
def test_a_role_is_the_words_beside_the_name(make_analysis, text, role):
    found = make_analysis(text=text, names=[("e1", "PERSON", "Mara Ellund", ("Mara Ellund",))], said=[])
    assert role_of(found, found.entities[0]) == role


def with_name(analysis, entity, text):
    """One more entity, named where the text has its name."""
    start = text.index(entity.name)
    mention = Mention(start, start + len(entity.name), entity.name, entity.label, entity.id, 0)
    mentions = tuple(sorted((*analysis.mentions, mention), key=lambda one: one.start))
    return replace(analysis, mentions=mentions, entities=(*analysis.entities, entity))


def test_one_last_name_and_one_role_ask_whether_it_is_the_same_person(make_analysis):
    text = "Mara Ellund, the mayor of Rafah, left. Ellund paid. “We wait,” the mayor said."
    found = make_analysis(
        text=text,
        names=[("e1", "PERSON", "Mara Ellund", ("Mara Ellund",))],
        said=[("We wait,", "direct", None, None, "the mayor", "said", None)],
    )
    found = with_name(found, Entity("e2", "Ellund", "ORG", 1), text)
    (one,) = same_persons(found)
    assert one.title == "Mara Ellund · Ellund · the mayor"
    items = one.corrections(found)
    assert [type(item) for item in items] == [Speaker, Merge]
    joined = apply(found, Corrections(found.article.id, tuple(items)))
    assert not joined.misfits
    assert [quote.speaker_name for quote in joined.analysis.quotes] == ["Mara Ellund"]
    assert [entity.name for entity in joined.analysis.entities] == ["Mara Ellund"]


def test_nothing_is_asked_where_two_people_fit(make_analysis):
    text = "Mara Ellund and Tom Ellund left. “We wait,” Ellund said."
    names = [("e1", "PERSON", "Mara Ellund", ("Mara Ellund",)), ("e2", "PERSON", "Tom Ellund", ("Tom Ellund",))]
    found = make_analysis(text=text, names=names, said=[])
    assert same_persons(with_name(found, Entity("e3", "Ellund", "PERSON", 1), text[35:].rjust(len(text)))) == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no json",
        "[1]",
        '"x"',
        '{"id": "nobody"}',
        '{"id": "q1", "who": "e99"}',
        '{"id": "q1", "who": "keep", "day": "x"}',
    ],
)
def test_an_answer_that_fits_nothing_corrects_nothing(analysis, words):
    assert wanted(analysis, words) == []


def test_an_answer_corrects_speaker_and_day_or_takes_the_quote_off(analysis):
    items = wanted(analysis, json.dumps({"id": "q1", "who": "e2", "day": "2024-03-17"}))
    assert items[0].entity.name == "Tomas Reyl"
    assert items[1].day == date(2024, 3, 17)
    assert [type(item) for item in items] == [Speaker, SaidOn]
    assert wanted(analysis, json.dumps({"id": "q1", "who": "", "day": "2024-03-18"}))[0].entity is None
    assert isinstance(wanted(analysis, json.dumps({"id": "q1", "drop": True}))[0], NoQuote)


def test_the_list_opens_first_and_a_candidate_corrects_at_once(hand):
    hand.turn_to("Quotes", quotes_as=BY_SPEAKER)
    data = hand.data("quote-list")
    assert len(data["items"]) == 21
    assert data["view"] == "speaker"
    hand.press("quote-list", "corrected", json.dumps({"id": "q1", "who": "e1", "day": data["items"][0]["day"]}))
    assert not hand.page.exception
    names = dict(hand.data("quote-list")["names"])
    assert hand.data("quote-list")["items"][0]["speaker"] == names["e1"]
    assert "1 correction by you" in hand.words()
    hand.turn_to("Quotes", quotes_as=IN_ORDER)
    assert hand.data("quote-list")["view"] == "article"


def test_a_last_name_that_stands_alone_is_joined_with_one_click_or_refused(hand):
    hand.turn_to("Entities")
    hand.choose_row(hand.row_of("Samira Haddad"))
    hand.page.button(key="to-correct").click().run()
    split = next(field for field in hand.page.selectbox if field.key and field.key.endswith("-split"))
    split.set_value("Haddad")
    next(button for button in hand.page.button if button.key.endswith("-apply")).click().run()
    hand.press("chips", "did", "clear")
    hand.turn_to("Quotes", quotes_as=BY_SPEAKER)
    assert "Samira Haddad · Haddad" in hand.words()
    press = lambda word: next(b for b in hand.page.button if b.label == word).click().run()  # noqa: E731 - short
    press("Join")
    assert "Same person?" not in hand.words()
    assert "Haddad" not in dict(map(reversed, hand.data("quote-list")["names"]))
    hand.page.button(key="undo").click().run()
    press("No")
    assert "Same person?" not in hand.words()
    assert "Haddad" in dict(map(reversed, hand.data("quote-list")["names"]))


def test_a_speaker_by_a_pronoun_is_asked_for_in_the_list(make_analysis):
    text = "The Harbour Trust met Mara Ellund. “We wait,” it said."
    names = [("e1", "PERSON", "Mara Ellund", ("Mara Ellund",)), ("e3", "ORG", "Harbour Trust", ("Harbour Trust",))]
    found = make_analysis(text=text, names=names, said=[("We wait,", "direct", None, None, "it", "said", None)])
    (item,) = quote_items(found, found)
    assert item["speaker"] == UNCLEAR
    assert item["asks"] == "“it”: Harbour Trust?"
    assert item["candidates"] == [["e3", "Harbour Trust"]]


def test_furniture_of_a_pasted_page_stands_aside():
    text = "Mayor Amal Haddad reopened the road to Rafah.\n\nRead more: Ten towns by the sea\n\nShe left at noon."
    assert [block.aside for block in paragraphs(text)] == [False, True, False]
    assert [text[block.start : block.end][:9] for block in paragraphs(text)] == ["Mayor Ama", "Read more", "She left "]
