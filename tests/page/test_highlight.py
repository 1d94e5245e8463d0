"""Article text becomes HTML escaped, whole, and with the marks in the right places."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from components.article.evidence import about, passage_items
from components.article.reader import marked_pieces
from components.html.highlight import Mark, mention_marks, passage, pieces, quote_marks
from components.html.passages import AT_ONCE, panel, sentence_items
from components.rows.article import sentences_at
from components.selection.picks import Pick, read_pick
from components.selection.selection import Selection

TAG = re.compile(r"<[^>]*>")


def marks_in(text):
    at = st.integers(0, len(text))
    return st.lists(st.tuples(at, at).map(sorted).map(lambda p: Mark(p[0], p[1], "hit", "t<")), max_size=8)


@given(st.text(max_size=60).flatmap(lambda t: st.tuples(st.just(t), marks_in(t))))
def test_every_character_comes_back(case):
    text, marks = case
    shown = passage(text, 0, len(text), marks)
    assert html.unescape(TAG.sub("", shown)) == html.unescape(html.escape(text))


@given(st.text(max_size=60).flatmap(lambda t: st.tuples(st.just(t), marks_in(t))))
def test_a_piece_carries_exactly_the_marks_over_it(case):
    text, marks = case
    at = 0
    for piece in pieces(text, 0, len(text), marks):
        assert set(piece.marks) == {m for m in marks if m.start <= at < m.end}
        at += len(piece.text)
    assert at == len(text)


def test_text_cannot_become_markup(hostile):
    text = hostile.article.text
    shown = passage(text, 0, len(text), [*mention_marks(hostile), *quote_marks(hostile)])
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown


def shown(analysis, pick):
    """The head of the evidence panel as HTML, and its passages."""
    selection = Selection(analysis, [read_pick(pick)])
    return panel(*about(selection), ""), passage_items(selection, 0)


def test_evidence_of_hostile_names_is_escaped(hostile):
    for pick in ("entity:e1", "quote:q1", "speaker:e1", "span:0-40", "entity:e5"):
        head, items = shown(hostile, pick)
        assert "<script" not in head
        assert "<img" not in head
        assert items  # plain values, which the browser shows as text


def test_an_entity_shows_each_sentence_that_names_it(analysis):
    ellund = next(e for e in analysis.entities if e.name == "Mara Ellund")
    head, items = shown(analysis, f"entity:{ellund.id}")
    assert len(items) == len({m.sentence for m in analysis.mentions if m.entity_id == ellund.id}) == 2
    assert sum(css == "hit" for item in items for _, css in item["pieces"]) == ellund.count
    assert "also called Ellund" in head


def test_a_quote_shows_its_context_and_its_reason(analysis):
    head, (item,) = shown(analysis, f"quote:{analysis.quotes[-1].id}")
    assert ["Nothing has moved for a week,", "hit"] in item["context"]
    words = "".join(text for text, _ in item["context"])
    assert "Tomas Reyl, of the Harbour Trust, disagreed" in words
    assert "Egyptian drivers" in words
    assert "stands beside" in head


def test_a_span_over_two_sentences_finds_both(analysis):
    (first, second) = analysis.sentences[1], analysis.sentences[2]
    assert [span for _, span in sentences_at(analysis, [(first[0] + 1, second[0] + 1)])] == [first, second]


def test_of_very_many_sentences_those_around_the_current_are_shown(make_analysis):
    text = "Rafah waits. " * 3 * AT_ONCE
    many = make_analysis(text=text, names=[("e5", "GPE", "Rafah", ("Rafah",))], said=[])
    spans = [(m.start, m.end) for m in many.mentions]
    assert [item["number"] for item in sentence_items(many, spans)] == list(range(1, AT_ONCE + 1))
    later = sentence_items(many, spans, spans[257])
    assert len(later) == AT_ONCE
    assert [item["number"] for item in later if item["now"]] == [258]


def test_the_reader_gets_plain_text_and_our_own_classes(hostile):
    parts, start, cut = marked_pieces(Selection(hostile, [Pick("span", "0-5")]), 0)
    assert "".join(text for text, *_ in parts) == hostile.article.text
    assert (start, cut) == (0, False)
    assert all(re.fullmatch(r"[a-z\- ]*", css) for _, css, *_ in parts)
    assert any("here" in css for _, css, *_ in parts)


def test_what_the_chips_leave_out_fades_in_the_text(analysis):
    parts, *_ = marked_pieces(Selection(analysis, [Pick("entity", "e9")]), 0)
    faded = {key: "off" in css for _, css, _, key in parts if key}
    assert not faded["entity:e8"]  # in the same sentence
    assert faded["entity:e1"]


def test_a_very_long_article_is_shown_around_the_choice(make_analysis):
    long = make_analysis(text="Rafah waits. " * 20_000, names=[], said=[])
    parts, start, cut = marked_pieces(Selection(long, [Pick("span", "200000-200005")]), 0)
    assert cut
    assert start == 140_000
    assert any("here" in css for _, css, *_ in parts)
    assert len("".join(text for text, *_ in parts)) == 120_000
