"""Tables: columns of the contract, kinds that stay, numbers that stay numbers."""

from dataclasses import fields

import pytest

from pipeline.model import Analysis, Article, DateRef, Entity, Mention, Place, Quote
from pipeline.write.columns import COLUMNS, FACT_TABLES
from pipeline.write.frames import DTYPES, table, tables

CONTRACT = {
    "mentions": "start end text label entity_id sentence edited",
    "entities": "id name label count aliases edited",
    "quotes": "id start end text kind speaker_start speaker_end speaker_text speaker_id speaker_name"
    " cue_start cue_end cue said_on speaker_reason edited",
    "places": "start end text entity_id name country kind lat lon geonameid confidence reason edited",
    "dates": "start end text value precision",
}


@pytest.mark.parametrize("name", FACT_TABLES)
def test_columns_are_the_contracts_in_its_order(name, analysis):
    assert " ".join(table(name, [analysis]).columns) == CONTRACT[name]
    assert list(table(name, [analysis, analysis]).columns) == ["article_id", *CONTRACT[name].split()]


@pytest.mark.parametrize(
    "name, noun",
    [("mentions", Mention), ("entities", Entity), ("quotes", Quote), ("places", Place), ("dates", DateRef)],
)
def test_no_fact_of_the_model_is_forgotten(name, noun):
    known = {column.name for column in COLUMNS[name]} | {"alternatives"}  # runner-ups stay in the record
    assert {field.name for field in fields(noun)} <= known


@pytest.mark.parametrize("name", [*FACT_TABLES, "articles"])
def test_kinds_are_the_same_when_empty_and_when_full(name, analysis):
    empty = Analysis(Article("a", "x"), words=1, sentences=((0, 1),))
    full = table(name, [analysis])
    assert list(full.dtypes.astype(str)) == list(table(name, [empty]).dtypes.astype(str))
    assert list(full.dtypes.astype(str)) == list(table(name, []).dtypes.astype(str))
    assert [str(kind) for kind in full.dtypes] == [DTYPES[column.kind] for column in COLUMNS[name]]


def test_values(analysis):
    frames = tables([analysis])
    assert set(frames) == {*FACT_TABLES, "articles"}
    places, quotes = frames["places"], frames["quotes"]
    assert places.loc[0, "lon"] == -34.2595
    assert places.loc[1, ["lat", "lon", "geonameid", "name"]].isna().all()
    assert quotes.loc[1, "said_on"] == "2024-03-18"
    assert quotes.loc[0, "speaker_start"] == 21
    assert frames["entities"].loc[0, "aliases"].startswith("Dolan\\; Mira; ")
    assert frames["articles"].loc[0, "title"] == "@Lines"  # guarded in files, not in memory


def test_facts_of_several_articles_name_theirs(analysis):
    other = Analysis(Article("b2", "x"), words=1, sentences=(), dates=(DateRef(0, 1, "x", None, None),))
    assert list(table("dates", [analysis, other])["article_id"]) == ["a1", "a1", "b2"]


def test_lone_surrogates_do_not_crash(analysis):
    odd = Analysis(Article("c", "\ud800"), words=1, sentences=(), dates=(DateRef(0, 1, "\ud800", None, None),))
    assert table("dates", [odd]).loc[0, "text"] == "\ufffd"
