"""Files behind the buttons: read back equal to the record."""

import csv
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Analysis, Article, DateRef, Place
from pipeline.record import to_record
from pipeline.write import COLUMNS, DOWNLOADS, FACT_TABLES, FILE_TABLES, csv_bytes, download_bytes, read_csv
from pipeline.write.rows import join_texts, split_texts


@pytest.mark.parametrize("table", FACT_TABLES)
def test_csv_reads_back_equal_to_the_record(table, analysis):
    record = to_record(analysis)
    back = read_csv(table, download_bytes(table, [analysis]))
    names = [column.name for column in COLUMNS[table]]
    assert back == [{"article_id": "a1"} | {name: fact[name] for name in names} for fact in record[table]]


def test_csv_opens_cleanly_in_a_spreadsheet(analysis):
    data = download_bytes("places", [analysis])
    assert data.startswith(b"\xef\xbb\xbfarticle_id,start,")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert rows[1][9] == "-34.2595"  # a number is no formula
    assert rows[2][-2:] == ["'=no such place", "false"]
    assert rows[2][8:11] == ["", "", ""]
    assert download_bytes("quotes", [analysis]).count(b"2024-03-18") == 1


def test_zip_holds_every_table_and_is_the_same_each_time(analysis):
    data = download_bytes("zip", [analysis, analysis])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{table}.csv" for table in FILE_TABLES]
        for table in FACT_TABLES:
            assert archive.read(f"{table}.csv") == download_bytes(table, [analysis, analysis])
        assert read_csv("articles", archive.read("articles.csv"))[0]["title"] == "@Lines"
    assert data == download_bytes("zip", [analysis, analysis])


def test_json_is_the_record(analysis):
    assert json.loads(download_bytes("json", [analysis])) == to_record(analysis)
    assert json.loads(download_bytes("json", [analysis] * 2)) == [to_record(analysis)] * 2


def test_geojson_is_valid_and_leaves_doubt_out(analysis):
    value = json.loads(download_bytes("geojson", [analysis, analysis]))
    assert value["type"] == "FeatureCollection"
    (feature,) = value["features"]
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [-34.2595, 31.287]}  # longitude first
    assert feature["properties"]["mentions"] == 2
    assert feature["properties"]["articles"] == ["a1"]
    assert "crs" not in value


def test_same_spot_same_feature():
    places = [Place(n, n + 1, "x", "e1", "X", "PS", "city", 1.0, 2.0, 5, 0.5, "r") for n in range(3)]
    value = json.loads(download_bytes("geojson", [Analysis(Article("a", "xxx"), 1, (), places=tuple(places))]))
    assert [feature["properties"]["mentions"] for feature in value["features"]] == [3]


@pytest.mark.parametrize("kind", DOWNLOADS)
def test_every_kind_works_without_facts_and_without_articles(kind):
    empty = Analysis(Article("a", "x"), words=1, sentences=((0, 1),))
    assert download_bytes(kind, [empty])
    assert download_bytes(kind, [])
    assert "/" not in DOWNLOADS[kind].file_name


def test_unknown_kind():
    with pytest.raises(ValueError, match="no download"):
        download_bytes("exe", [])


def test_another_table_is_not_read(analysis):
    with pytest.raises(ValueError, match="no table of quotes"):
        read_csv("quotes", download_bytes("dates", [analysis]))


@given(st.lists(st.text(min_size=1)))
def test_texts_in_one_cell_come_apart_again(texts):
    assert split_texts(join_texts(texts)) == texts


@given(st.lists(st.tuples(st.text(min_size=1), st.none() | st.text(min_size=1)), max_size=4))
def test_any_text_reads_back(facts):
    dates = tuple(DateRef(0, 1, text, value, None) for text, value in facts)
    record = to_record(Analysis(Article("a", "x"), 1, (), dates=dates))
    back = read_csv("dates", csv_bytes("dates", [record]))
    assert [(row["text"], row["value"]) for row in back] == facts


def test_lone_surrogates_never_stop_a_download():
    odd = Analysis(Article("a\ud800", "\udc00"), 1, (), dates=(DateRef(0, 1, "\udc00", None, None),))
    for kind in DOWNLOADS:
        download_bytes(kind, [odd])
    assert json.loads(download_bytes("json", [odd]))["text"] == "\udc00"
