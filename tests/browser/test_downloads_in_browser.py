"""Every download is a file that other programs read."""

import csv
import io
import json
import zipfile

import pytest

TABLES = {
    "entities": {"id", "name", "label", "count"},
    "mentions": {"start", "end", "text", "label", "entity_id"},
    "quotes": {"id", "text", "kind", "speaker_name", "said_on"},
    "places": {"text", "name", "lat", "lon", "confidence", "reason"},
    "dates": {"text", "value", "precision"},
}


def rows(data):
    assert data.startswith(b"\xef\xbb\xbf")  # spreadsheets need it to see UTF-8
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture
def shelf(sample):
    reader = sample()
    reader.tab("Downloads")
    return reader


def test_tables_and_the_zip_of_them(shelf):
    found = {}
    for kind, columns in TABLES.items():
        name, data = shelf.download(kind)
        assert name == f"2024-03-19-aid-lorries-reach-rafah-as-the-coastal-road-{kind}.csv"
        found[f"{kind}.csv"] = data
        table = rows(data)
        assert table
        assert columns <= set(table[0])
    with zipfile.ZipFile(io.BytesIO(shelf.download("zip")[1])) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert found.items() <= inside.items()
    assert all(data.startswith(b"\xef\xbb\xbf") for data in inside.values())


def test_the_record(shelf):
    record = json.loads(shelf.download("json")[1])
    assert record["text"].startswith("Aid lorries")
    assert all(record["text"][m["start"] : m["end"]] == m["text"] for m in record["mentions"])


def test_the_geojson(shelf):
    name, data = shelf.download("geojson")
    collection = json.loads(data)
    assert name.endswith(".geojson")
    assert collection["type"] == "FeatureCollection"
    assert {feature["geometry"]["type"] for feature in collection["features"]} == {"Point"}
