"""Corrections: what each does, that they can be taken back, and that their file brings them back."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corrections import (
    Add,
    AddQuote,
    Correction,
    Corrections,
    Delete,
    Edited,
    EntityRef,
    History,
    Merge,
    MisfitError,
    NoQuote,
    PutPlace,
    QuoteRef,
    Relabel,
    Rename,
    SaidOn,
    Speaker,
    Split,
    apply,
    edited,
    marked,
    read_corrections,
    step,
    write_all_corrections,
    write_corrections,
)
from pipeline.corrections.file import corrections_schema
from pipeline.errors import ArticleError
from pipeline.model import PlaceChoice

ROOT = Path(__file__).parents[2]
ELLUND, REYL = EntityRef("e1", "Mara Ellund"), EntityRef("e2", "Tomas Reyl")
TRUST, RAFAH, CITY = EntityRef("e3", "Harbour Trust"), EntityRef("e5", "Rafah"), EntityRef("e6", "Gaza City")
OTHER_RAFAH = PlaceChoice("Rafah (Sinai)", "EG", "city", 31.2, 34.2, 77, 0.1)


def entity(analysis, id):
    return next((e for e in analysis.entities if e.id == id), None)


def quote_ref(analysis, n):
    return QuoteRef(analysis.quotes[n].start, analysis.quotes[n].end)


def every_correction(analysis):
    """One of each, in an order in which all fit."""
    text = analysis.article.text
    words = "aid workers"
    return (
        Rename(CITY, "City of Gaza"),
        Relabel(TRUST, "PERSON"),
        Split(ELLUND, "Ellund"),
        Merge(REYL, TRUST),
        Add("lorries", "PRODUCT"),
        Speaker(quote_ref(analysis, 3), ELLUND),
        SaidOn(quote_ref(analysis, 4), date(2024, 3, 17)),
        NoQuote(quote_ref(analysis, 2)),
        AddQuote(QuoteRef(text.index(words), text.index(words) + len(words)), "direct"),
        PutPlace(RAFAH, OTHER_RAFAH),
        Delete(EntityRef("e8", "Spring Congress")),
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


def test_the_file_brings_everything_back(analysis):
    corrections = Corrections(analysis.article.id, every_correction(analysis))
    data = write_corrections(corrections)
    assert read_corrections(data) == corrections
    assert json.loads(data)["corrections"][0]["change"] == "rename"


def test_the_file_carries_the_day_and_the_title_where_they_were_given(analysis):
    given = Corrections(analysis.article.id, (), date(2024, 3, 21), "The road, again")
    data = write_corrections(given)
    assert read_corrections(data) == given
    assert (json.loads(data)["published"], json.loads(data)["title"]) == ("2024-03-21", "The road, again")
    assert given.number == 2
    after = given.about(analysis.article)
    assert (after.published, after.published_from, after.title) == (date(2024, 3, 21), "given", "The road, again")
    bare = Corrections(analysis.article.id)
    assert bare.about(analysis.article) == analysis.article
    assert not {"published", "title"} & json.loads(write_corrections(bare)).keys()


RENAME_NOTHING = {"change": "rename", "entity": None, "name": "x"}


def shell(format=1, article_id="a", corrections=()):
    return json.dumps(
        {"dateline_corrections": format, "article_id": article_id, "corrections": list(corrections)}
    ).encode()


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"[]", b"{}", b"\xff\xfe", b"null", b"[" * 100_000),
        *(shell(format=2), shell(article_id=7), shell(corrections=[{"change": "explode"}])),
        shell(corrections=[RENAME_NOTHING]),
        b'{"dateline_corrections": 1, "article_id": "a", "corrections": [], "published": "soon"}',
        b'{"dateline_corrections": 1, "article_id": "a", "corrections": [], "title": 7}',
    ],
)
def test_what_is_no_file_of_corrections_is_refused(data):
    with pytest.raises(ArticleError, match="file of corrections"):
        read_corrections(data)


SPOT = {"name": "x", "country": "PS", "kind": "city", "lat": 31, "lon": 34.5, "geonameid": None, "confidence": 1}
QUOTE = {"start": 0, "end": 1}


def put(**values):
    return {"change": "putplace", "entity": {"id": "e1", "name": "x"}, "spot": {**SPOT, **values}}


def test_a_whole_number_is_a_degree_too():
    assert read_corrections(shell(corrections=[put()])).items[0].spot.lat == 31.0


@pytest.mark.parametrize(
    "correction",
    [
        *(put(lat=value) for value in (91, -90.5, float("nan"), 10**400, True, "31", None)),
        *(put(lon=181), put(confidence=1.1), put(confidence=-0.1), put(kind="planet"), put(name="x" * 1_001)),
        *(put(country=value) for value in ("ps", "PSE", "P", "PS\n", 7)),
        *(put(geonameid=value) for value in (-1, 1.0, 2**53 + 1, True)),
        *({"change": "noquote", "quote": QUOTE | {"start": value}} for value in (-1, 10**9, True, 0.5, "0", None)),
        *({"change": "saidon", "quote": QUOTE, "day": value} for value in ("2024-13-01", "yesterday", 20240318, "")),
        {"change": "addquote", "quote": QUOTE, "kind": "shouted"},
        {"change": "rename", "entity": {"id": "e1"}, "name": "x"},
        {"change": "rename", "entity": {"id": "e1", "name": "x"}},
        {"change": "rename", "entity": {"id": "e1", "name": "x"}, "name": None},
        {"change": "delete"},
        {"entity": {"id": "e1", "name": "x"}},
        "rename",
    ],
)
def test_a_value_out_of_its_bounds_is_refused(correction):
    with pytest.raises(ArticleError, match="no file of corrections"):
        read_corrections(shell(corrections=[correction]))


def test_too_many_corrections_are_refused_with_the_number():
    with pytest.raises(ArticleError, match="more than 2,000 for one article"):
        read_corrections(shell(corrections=[put()] * 2_001))


def test_the_schema_is_that_of_the_dataclasses_and_describes_what_is_written(analysis):
    schema = json.loads((ROOT / "pipeline/data/corrections.schema.json").read_text(encoding="utf-8"))
    assert schema == corrections_schema(), "run python -m scripts.make_schema"
    corrections = Corrections(analysis.article.id, every_correction(analysis))
    for data in (write_corrections(corrections), write_all_corrections([corrections, corrections])):
        jsonschema.validate(json.loads(data), schema)
    assert {type(item) for item in corrections.items} == set(get_args(Correction))
    for correction in (put(lat=91), put(country="ps"), {"change": "explode"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(json.loads(shell(corrections=[correction])), schema)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
)


@given(ANY_JSON)
def test_any_json_is_read_or_refused(value):
    with pytest.raises(ArticleError):
        read_corrections(shell(corrections=[value]))


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
