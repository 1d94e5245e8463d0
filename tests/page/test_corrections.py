"""Corrections: what each does, that they can be taken back, and that their file brings them back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corrections import (
    Add,
    AddQuote,
    Corrections,
    Delete,
    Edited,
    EntityRef,
    History,
    Merge,
    MisfitError,
    PutPlace,
    QuoteRef,
    Relabel,
    Rename,
    Speaker,
    Split,
    apply,
    edited,
    marked,
    step,
)
from tests.page.every_correction import (
    ELLUND,
    OTHER_RAFAH,
    RAFAH,
    REYL,
    entity,
    every_correction,
    quote_ref,
)


def test_rename_follows_into_the_quotes(analysis):
    after = step(analysis, Rename(ELLUND, "Mara  B. Ellund"))
    assert entity(after, "e1").name == "Mara B. Ellund"
    assert {q.speaker_name for q in after.quotes if q.speaker_id == "e1"} == {"Mara B. Ellund"}
    assert edited(analysis, after).entities == {"e1"}
    assert edited(analysis, after).quotes == {(q.start, q.end) for q in analysis.quotes if q.speaker_id == "e1"}


def test_relabel_takes_a_person_off_the_map(analysis):
    after = step(analysis, Relabel(RAFAH, "PERSON"))
    assert entity(after, "e5").label == "PERSON"
    assert {m.label for m in after.mentions if m.entity_id == "e5"} == {"PERSON"}
    assert not any(p.entity_id == "e5" for p in after.places)


def test_merge_adds_the_counts_and_the_names(analysis):
    after = step(analysis, Merge(REYL, ELLUND))
    merged = entity(after, "e1")
    assert entity(after, "e2") is None
    assert merged.count == sum(e.count for e in analysis.entities if e.id in ("e1", "e2"))
    assert "Tomas Reyl" in merged.aliases
    assert {q.speaker_name for q in after.quotes if q.speaker_id} == {"Mara Ellund", "Harbour Trust"}


def test_split_undoes_a_wrong_merge(analysis):
    after = step(analysis, Split(ELLUND, "Ellund"))
    assert entity(after, "e1").count == 1
    new = next(e for e in after.entities if e.name == "Ellund")
    assert new.count == 1
    assert edited(analysis, after).entities == {"e1", new.id}


def test_delete_keeps_the_quotes_and_the_words_that_name_the_speaker(analysis):
    after = step(analysis, Delete(ELLUND))
    assert len(after.quotes) == len(analysis.quotes)
    assert after.quotes[0].speaker_id is None
    assert after.quotes[0].speaker_text == "Ellund"
    assert not any(m.entity_id == "e1" for m in after.mentions)


def test_add_marks_whole_words_that_are_free(analysis):
    after = step(analysis, Add("week", "EVENT"))
    new = next(e for e in after.entities if e.name == "week")
    assert new.count == 1
    with pytest.raises(MisfitError):
        step(analysis, Add("Raf", "GPE"))
    with pytest.raises(MisfitError):
        step(analysis, Add("Rafah", "GPE"))


def test_a_speaker_is_set_and_taken_off(analysis):
    ref = quote_ref(analysis, 3)
    named = step(analysis, Speaker(ref, REYL))
    assert (named.quotes[3].speaker_id, named.quotes[3].speaker_name) == ("e2", "Tomas Reyl")
    nobody = step(named, Speaker(ref, None))
    assert nobody.quotes[3].speaker_id is nobody.quotes[3].speaker_text is None


def test_what_is_called_a_place_can_be_put_on_the_map(analysis):
    added = step(analysis, Add("border", "LOC"))
    new = next(e for e in added.entities if e.name == "border")
    placed = step(added, PutPlace(EntityRef(new.id, new.name), OTHER_RAFAH))
    (place,) = [p for p in placed.places if p.entity_id == new.id]
    assert (place.text, place.lat, place.country) == ("border", 31.2, "EG")
    assert [p.start for p in placed.places] == sorted(p.start for p in placed.places)
    again = step(step(analysis, Relabel(RAFAH, "PERSON")), Relabel(RAFAH, "GPE"))
    assert any(p.entity_id == "e5" and p.lat == 31.2 for p in step(again, PutPlace(RAFAH, OTHER_RAFAH)).places)


def test_a_place_moves_and_leaves_the_map(analysis):
    moved = [p for p in step(analysis, PutPlace(RAFAH, OTHER_RAFAH)).places if p.entity_id == "e5"]
    assert {(p.lat, p.lon, p.country, p.confidence) for p in moved} == {(31.2, 34.2, "EG", 1.0)}
    gone = [p for p in step(analysis, PutPlace(RAFAH, None)).places if p.entity_id == "e5"]
    assert all(p.lat is None and p.reason == "taken off the map by a reader" for p in gone)


@pytest.mark.parametrize(
    "wish",
    [
        Rename(EntityRef("e1", "Somebody Else"), "X"),
        Rename(ELLUND, "   "),
        Relabel(ELLUND, "WIZARD"),
        Merge(ELLUND, ELLUND),
        Split(REYL, "Tomas Reyl"),
        Speaker(QuoteRef(1, 2), REYL),
        AddQuote(QuoteRef(-1, 4), "direct"),
        AddQuote(QuoteRef(0, 10**6), "direct"),
        PutPlace(ELLUND, None),
        PutPlace(RAFAH, replace(OTHER_RAFAH, lat=123.0)),
    ],
)
def test_what_does_not_fit_is_said_and_the_rest_applies(analysis, wish):
    outcome = apply(analysis, Corrections(analysis.article.id, (wish, Rename(REYL, "T. Reyl"))))
    assert len(outcome.misfits) == 1
    assert outcome.misfits[0].endswith(".")
    assert entity(outcome.analysis, "e2").name == "T. Reyl"


def test_an_entity_is_found_by_name_when_ids_have_changed(analysis):
    assert entity(step(analysis, Rename(EntityRef("zz", "Rafah"), "Rafah City")), "e5").name == "Rafah City"


def test_corrections_of_another_article_change_nothing(analysis):
    outcome = apply(analysis, Corrections("another", (Rename(REYL, "X"),)))
    assert outcome.analysis == analysis
    assert outcome.misfits


def test_one_of_each_fits_and_keeps_the_facts_in_order(analysis):
    outcome = apply(analysis, Corrections(analysis.article.id, every_correction(analysis)))
    assert outcome.misfits == ()
    after = outcome.analysis
    assert hash(after)
    for facts in (after.mentions, after.quotes, after.places):
        assert [f.start for f in facts] == sorted(f.start for f in facts)
    assert all(after.article.text[m.start : m.end] == m.text for m in after.mentions)
    ids = {e.id for e in after.entities}
    assert {m.entity_id for m in after.mentions} == ids
    assert {q.speaker_id for q in after.quotes} <= ids | {None}
    counts = {id: sum(m.entity_id == id for m in after.mentions) for id in ids}
    assert {e.id: e.count for e in after.entities} == counts


def test_edited_facts_are_marked_and_only_those(analysis):
    after = marked(analysis, step(analysis, Rename(ELLUND, "M. Ellund")))
    assert [e.id for e in after.entities if e.edited] == ["e1"]
    assert {q.speaker_id for q in after.quotes if q.edited} == {"e1"}
    assert not any(fact.edited for fact in (*after.mentions, *after.places))


def test_nothing_corrected_is_nothing_edited(analysis):
    assert edited(analysis, analysis) == Edited()


@given(st.lists(st.integers(1, 4), max_size=8))
def test_what_was_corrected_at_once_is_taken_back_at_once(moves):
    history, states = History(), [()]
    for n, size in enumerate(moves):
        history = history.add(*(Rename(REYL, f"n{n}-{m}") for m in range(size)))
        states.append(history.done)
    for state in reversed(states[:-1]):
        history = history.undo()
        assert history.done == state
    for state in states[1:]:
        history = history.redo()
        assert history.done == state


def test_a_file_of_corrections_is_taken_back_one_by_one(analysis):
    items = every_correction(analysis)
    history = History(items).add(Rename(REYL, "x"), Rename(REYL, "y")).undo()
    assert history.done == items
    assert history.undo().done == items[:-1]
    assert history.undo().redo().done == items


@given(st.lists(st.sampled_from(["add", "undo", "redo"]), max_size=30))
def test_history_never_loses_its_way(moves):
    history, model, undone = History(), [], []
    for n, move in enumerate(moves):
        if move == "add":
            item = Rename(REYL, f"n{n}")
            history, model, undone = history.add(item), [*model, item], []
        elif move == "undo":
            history = history.undo()
            undone = undone + model[-1:]
            model = model[:-1]
        else:
            history = history.redo()
            model, undone = model + undone[-1:], undone[:-1]
        assert (list(history.done), list(history.undone)) == (model, undone)
