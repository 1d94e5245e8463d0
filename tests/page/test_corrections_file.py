"""The file of corrections: it brings everything back, and what is none is refused in words."""

import json
from datetime import date
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corrections import (
    Correction,
    Corrections,
    read_corrections,
    write_all_corrections,
    write_corrections,
)
from pipeline.corrections.file import corrections_schema
from pipeline.errors import ArticleError
from tests.page.every_correction import (
    every_correction,
)

ROOT = Path(__file__).parents[2]


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
