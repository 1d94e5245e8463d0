"""The recipe as a whole: order, errors, threads, and what must always hold."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import Article, ArticleError, analyse, analyse_many, to_record
from pipeline.limits import MAX_CHARACTERS
from pipeline.text.line_breaks import one_line
from pipeline.text.nlp import cut, make_doc, parse
from pipeline.text.normalise import prepare_text

NEWS = (
    "RAFAH — Mayor Amal Haddad said on Monday that the road from Khan Younis was closed. “We wait,” she said.\n\n"
    "Haddad, 51, told reporters in Gaza City: 'Nobody has come since March 3.'\n\n"
    "The Harbour Council denied the claim. According to its spokesman, Tom Reyes, lorries from Egypt passed on Friday."
)


def article(text: str, name: str = "a") -> Article:
    return Article(name, text, published=date(2024, 3, 19), published_from="given")


def check_invariants(analysis) -> None:
    """What holds for every analysis of whatever text."""
    text = analysis.article.text
    for facts in (analysis.mentions, analysis.quotes, analysis.places, analysis.dates):
        assert all(text[fact.start : fact.end] == fact.text and fact.start < fact.end for fact in facts)
        assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    ids = {entity.id: entity for entity in analysis.entities}
    assert len(ids) == len(analysis.entities)
    counts = dict.fromkeys(ids, 0)
    for mention in analysis.mentions:
        counts[mention.entity_id] += 1
        assert 0 <= mention.sentence < len(analysis.sentences)
    assert all(counts[key] == entity.count for key, entity in ids.items())
    for quote in analysis.quotes:
        assert quote.speaker_id is None or ids[quote.speaker_id].name == quote.speaker_name
        assert (quote.speaker_start is None) == (quote.speaker_text is None)
        speaker = one_line(text[quote.speaker_start : quote.speaker_end]) if quote.speaker_text else None
        assert speaker == quote.speaker_text
        assert quote.cue is None or text[quote.cue_start : quote.cue_end] == quote.cue
    for place in analysis.places:
        assert (place.lat is None) == (place.lon is None)
        assert place.entity_id in ids
        assert 0 <= place.confidence <= 1
        assert place.reason
    hash(analysis)
    json.dumps(to_record(analysis))


def test_facts_of_a_small_article(resources):
    analysis = analyse(article(NEWS), resources)
    check_invariants(analysis)
    names = {entity.name for entity in analysis.entities}
    assert {"Amal Haddad", "Tom Reyes", "Khan Younis", "Gaza City", "Egypt"} <= names
    speakers = {quote.text: quote.speaker_name for quote in analysis.quotes}
    assert speakers["We wait,"] == "Amal Haddad"
    assert speakers["Nobody has come since March 3."] == "Amal Haddad"
    assert {place.text for place in analysis.places if place.lat is not None} >= {"Khan Younis", "Gaza City", "Egypt"}
    assert {ref.text: ref.value for ref in analysis.dates}["Monday"] == "2024-03-18"


def test_same_text_same_analysis(resources):
    first = analyse(article(NEWS), resources)
    for _ in analyse_many([article("Something else was said in Leeds."), article(NEWS + " Yes.")], resources):
        pass
    assert analyse(article(NEWS), resources) == first
    assert list(analyse_many([article("Hello."), article(NEWS)], resources))[1] == first


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "\x00\x01\x02"])
def test_nothing_to_analyse_is_an_error_that_says_what_to_do(resources, text):
    with pytest.raises(ArticleError, match="empty"):
        analyse(article(text), resources)


def test_too_long_is_refused_at_once(resources):
    with pytest.raises(ArticleError, match="limit"):
        analyse(article("a" * (MAX_CHARACTERS + 1)), resources)


@pytest.mark.parametrize(
    "text",
    ["Yes", "🙂🙂🙂", "12,5", "“", "'", "a\u0301" * 50, "\ud800 lone", "\u202eright to left\u202c"],
)
def test_odd_little_texts_come_through(resources, text):
    check_invariants(analyse(article(text), resources))


def test_one_bad_article_never_spoils_the_batch(resources):
    texts = [NEWS, "", "One word", " ", NEWS]
    results = list(analyse_many([article(text, str(n)) for n, text in enumerate(texts)], resources))
    assert [isinstance(result, ArticleError) for result in results] == [False, True, False, True, False]
    assert replace(results[0].article, id="4") == results[4].article


def test_a_text_in_another_language_is_done_with_a_note(resources):
    german = (
        "Die Fähre kam am Montag wieder zu spät, und die Leute in Hamburg, die auf sie warten, haben genug davon. " * 3
    )
    notes = analyse(article(german), resources).notes
    assert any(note.step == "language" for note in notes)


def test_threads_share_the_model_safely(resources):
    texts = [f"{NEWS}\n\nNote {n}: Dr Zed{n} Okoro said the {n} boats left Leeds." for n in range(12)]
    alone = [analyse(article(text), resources) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: analyse(article(text), resources), texts))
    assert together == alone


MARKS = [
    "“",
    "”",
    '"',
    "''",
    "'",
    "«",
    "»",
    "‘",
    "’",
    "—",
    "(",
    ")",
    ":",
    ", ",
    ". ",
    "\n",
    "\n\n",
    " ",
    "\u202e",
    "🙂",
]
WORDS = ["she said", "Mr Okoro", "told Leeds", "on Monday", "Rafah", "that", "according to", "the mayor", "3 March"]
PIECES = st.lists(st.sampled_from([*MARKS, *WORDS, "Q:", "A:", "0" * 40]), max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=300), PIECES.map("".join), PIECES.map(" ".join)))
def test_what_must_hold_holds_for_any_text(resources, text):
    (result,) = analyse_many([article(text)], resources)
    if isinstance(result, ArticleError):
        assert "empty" in str(result)
        assert not any(map(str.isprintable, text.replace(" ", "")))
    else:
        check_invariants(result)


def test_ten_thousand_quotes_and_stray_marks(resources):
    many = '"Yes," said Ann Okoro. ' * 2000 + '" ' * 2000
    analysis = analyse(article(many), resources)
    check_invariants(analysis)
    assert len(analysis.quotes) >= 2000


@pytest.mark.parametrize("mark", ['"', "(", "_", "🙂", "“", "."])
def test_a_hundred_thousand_marks_in_a_row_are_no_trap(resources, mark):
    check_invariants(analyse(article(f"Ann Okoro said yes. {mark * 100_000} She left."), resources))


@pytest.mark.parametrize("between", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_a_very_long_text_is_parsed_in_pieces_that_join_without_a_seam(resources, monkeypatch, between):
    copy = prepare_text(between.join(NEWS.replace("\n\n", between) for _ in range(12)))
    nlp = resources.nlp
    whole = make_doc(nlp, copy.text, copy.layout)
    monkeypatch.setattr("pipeline.text.nlp.WHOLE", 1_400)
    monkeypatch.setattr("pipeline.text.nlp.PIECE", 700)
    monkeypatch.setattr("pipeline.text.nlp.FAR", 700)
    pieces = cut(copy.text, copy.layout)
    joined = parse(nlp, copy.text, copy.layout)
    assert len(pieces) > 3
    assert [end for _, end in pieces[:-1]] == [start for start, _ in pieces[1:]]
    assert joined.text == copy.text
    assert [token.idx for token in joined] == [token.idx for token in whole]
    starts = {sentence.start_char for sentence in joined.sents}
    assert {block.start for block in copy.layout.blocks} <= starts
    assert {start for start, _ in pieces} <= starts


@pytest.mark.parametrize("end", ["waited.", "left.”", "(they waited.)"])
def test_a_long_paragraph_is_cut_behind_a_sentence_never_behind_a_title_or_initial(monkeypatch, end):
    monkeypatch.setattr("pipeline.text.nlp.WHOLE", 1_400)
    monkeypatch.setattr("pipeline.text.nlp.PIECE", 200)
    sentence = f"The U.S. Senate heard Prof. Mira Dolan, Gov. A. B. Lund and Capt. Okoro when they came and {end} "
    copy = prepare_text(sentence * 60)
    pieces = cut(copy.text, copy.layout)
    assert len(pieces) > 10
    assert all(copy.text.startswith("The U.S.", start) for start, _ in pieces)


@pytest.mark.parametrize("text", ["x" * 9_000, "Yes " * 2_000, "x" * 50_000], ids=len)
def test_a_text_without_sentences_is_cut_without_an_empty_piece(monkeypatch, text):
    monkeypatch.setattr("pipeline.text.nlp.WHOLE", 5_000)
    copy = prepare_text(text)
    pieces = cut(copy.text, copy.layout)
    assert all(start < end for start, end in pieces)
    assert "".join(copy.text[start:end] for start, end in pieces) == copy.text


def test_very_short_paragraphs_are_parsed_in_pieces_of_fewer_characters(resources):
    copy = prepare_text("Yes.\n\n" * 5_000)
    pieces = cut(copy.text, copy.layout)
    assert [copy.text.count("Yes.", *piece) for piece in pieces] == [1_000, 1_000, 1_000, 2_000]
    assert pieces[0][0] == 0
    assert [end for _, end in pieces[:-1]] == [start for start, _ in pieces[1:]]
    assert parse(resources.nlp, copy.text, copy.layout).text == copy.text


def test_pieces_change_no_fact_of_ours_about_a_long_text(resources, monkeypatch):
    text = "\n\n".join([NEWS] * 8)
    whole = analyse(article(text), resources)
    monkeypatch.setattr("pipeline.text.nlp.WHOLE", 1_200)
    monkeypatch.setattr("pipeline.text.nlp.PIECE", 600)
    (cut_up,) = analyse_many([article(text)], resources)
    assert cut_up.quotes == whole.quotes
    assert {(m.start, m.end) for m in cut_up.mentions} == {(m.start, m.end) for m in whole.mentions}
    check_invariants(cut_up)
