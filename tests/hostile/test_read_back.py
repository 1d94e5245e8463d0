"""What a reader takes home, opened again: every payload in every field of every file reads back equal."""

import io
import json
import re
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from PIL import Image

from components.charts.png import ZOOM, can_draw_text, timeline_png
from components.charts.quotes_svg import timeline_svg
from pipeline.collection import Collection
from pipeline.corrections import Add, EntityRef, PutPlace, Rename, read_corrections, write_corrections
from pipeline.corrections.model import Corrections
from pipeline.model import PlaceChoice
from pipeline.record import to_record
from pipeline.write import COLUMNS, FILE_TABLES, csv_bytes, download_bytes
from pipeline.write.columns import file_columns
from pipeline.write.formula_guard import restore_cell
from pipeline.write.jsonl import to_line
from pipeline.write.rows import join_texts, rows, storable
from tests.hostile.payloads import ALL
from tests.hostile.poisoned import poisoned

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
DAYS = ("published", "said_on", "day", "first_day", "last_day")  # a payload that looks like a day stays a text
TABLES = ("articles", "names", "speakers", "quotes", "quote_days", "places", "failed")


@pytest.fixture(scope="module")
def articles():
    return [poisoned((payload,), id=payload, title=payload, source=payload) for payload in ALL]


@pytest.fixture(scope="module")
def records(articles):
    return [storable(to_record(analysis)) for analysis in articles]


@pytest.fixture(scope="module")
def collection(records):
    made = Collection.of_records(records)
    yield made
    made.close()


def sheets(data):
    """Every sheet of a workbook as rows of texts, numbers and flags; days stay the numbers they are."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if "xml" in name}
    shared = parts.get("xl/sharedStrings.xml", ElementTree.Element("none"))
    texts = [_plain("".join(node.itertext())) for node in shared.iterfind("m:si", NS)]
    names = [sheet.get("name") for sheet in parts["xl/workbook.xml"].iterfind(".//m:sheet", NS)]
    return {
        name: [_row(row, texts) for row in parts[f"xl/worksheets/sheet{n}.xml"].iterfind(".//m:row", NS)]
        for n, name in enumerate(names, 1)
    }


def _row(row, texts):
    return {re.match("[A-Z]+", cell.get("r"))[0]: _cell(cell, texts) for cell in row.iterfind("m:c", NS)}


def _cell(cell, texts):
    if cell.get("t") == "inlineStr":
        return _plain("".join(cell.find("m:is", NS).itertext()))
    value = cell.findtext("m:v", namespaces=NS)
    if cell.get("t") == "s":
        return texts[int(value)]
    return value == "1" if cell.get("t") == "b" else float(value)


def _plain(text):
    """Excel's way to write characters that XML has not."""
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)


def wanted(names, values):
    """What a sheet should hold of a row: no empty cell, days as Excel counts them, lists in one cell."""
    pairs = zip(names, values, strict=True)
    return {chr(65 + n): _written(name, value) for n, (name, value) in enumerate(pairs) if value is not None}


def _written(name, value):
    if isinstance(value, list | tuple):
        return one_kind_of_break(join_texts(value))
    if name == "share":
        return pytest.approx(value, rel=1e-15)  # a sheet holds sixteen digits
    if name in DAYS:
        return float((date.fromisoformat(value) - date(1899, 12, 30)).days)
    return one_kind_of_break(value) if isinstance(value, str) else value


def one_kind_of_break(text):
    """A sheet has line feeds alone; a carriage return would be shown as _x000D_."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("table", FILE_TABLES)
def test_every_cell_of_the_workbook(articles, records, table):
    found = sheets(download_bytes("workbook", articles))[table]
    names = [column.name for column in file_columns(table)]
    expected = [wanted(names, row) for record in records for row in rows(table, record)]
    assert len(expected) >= len(ALL)
    assert found[1:] == expected


def test_every_file_of_the_archive(articles, records):
    with zipfile.ZipFile(io.BytesIO(download_bytes("zip", articles))) as archive:
        for table in FILE_TABLES:
            assert archive.read(f"{table}.csv") == csv_bytes(table, records)


@pytest.mark.parametrize("payload", ALL[::9])
def test_the_record_of_one_article(payload):
    analysis = poisoned((payload,), id=payload, title=payload, source=payload)
    assert json.loads(download_bytes("json", [analysis])) == json.loads(json.dumps(to_record(analysis)))


def test_every_name_on_the_map(articles):
    features = json.loads(download_bytes("geojson", articles))["features"]
    by_name = {feature["properties"]["name"]: feature["properties"] for feature in features}
    for analysis in articles:
        place = analysis.places[0]
        found = by_name[storable(place.name)] if storable(place.name) in by_name else by_name[place.name]
        assert place.text in found["named_as"]
        assert analysis.article.id in found["articles"]


@pytest.mark.parametrize("table", FILE_TABLES)
def test_every_table_of_a_folder_of_parquet(records, table, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    from pipeline.write.parquet import ParquetSink

    sink = ParquetSink(tmp_path / "out")
    for record in records:
        sink.write((to_line(record).encode() + b"\n",))
    sink.close()
    found = [
        row for part in sorted((tmp_path / "out" / table).iterdir()) for row in parquet.read_table(part).to_pylist()
    ]
    names = [column.name for column in COLUMNS[table]]
    expected = [row[-len(names) :] for record in records for row in rows(table, record)]
    assert [tuple(map(_listed, (row[name] for name in names))) for row in found] == [
        tuple(map(_listed, row)) for row in expected
    ]


def _listed(value):
    value = value.isoformat() if isinstance(value, date) else value
    return list(value) if isinstance(value, tuple) else value


def test_every_table_of_a_collection(collection):
    files = {kind: _saved(collection, kind) for kind in ("csv", "jsonl", "parquet")}
    lines = {name: [json.loads(line) for line in data.splitlines()] for name, data in files["jsonl"].items()}
    assert tuple(lines) == tuple(files["csv"]) == tuple(files["parquet"]) == TABLES
    assert len(lines["articles"]) == len(ALL)
    book = sheets(_saved(collection, "xlsx"))
    for name, facts in lines.items():
        assert book[name][1:] == [wanted(fact, fact.values()) for fact in facts]
        cells = [{key: restore_cell(cell) for key, cell in row.items()} for row in _csv(files["csv"][name])]
        assert cells == [{key: _as_text(value) for key, value in fact.items()} for fact in facts]


def _saved(collection, kind):
    out = io.BytesIO()
    collection.write_tables(kind, out)
    if kind == "xlsx":
        return out.getvalue()
    with zipfile.ZipFile(out) as archive:
        return {name.rpartition(".")[0]: archive.read(name) for name in archive.namelist()}


def _csv(data):
    import csv

    return csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))


def _as_text(value):
    """A CSV knows neither numbers nor nothing."""
    if value is None:
        return ""
    return join_texts(value) if isinstance(value, list) else str(value)


def test_a_file_of_corrections():
    """Names, words and spots after every payload: read back equal, or said to be too long."""
    wishes = []
    for payload in (payload[:1000] for payload in ALL):
        ref = EntityRef("e1", payload)
        wishes += [Rename(ref, payload), Add(payload, payload)]
        wishes.append(PutPlace(ref, PlaceChoice(payload, "PS", "city", 31.0, 34.0, 1, 1.0)))
    made = Corrections("p", tuple(wishes))
    assert read_corrections(write_corrections(made)) == made


@pytest.mark.skipif(not can_draw_text(), reason="no font, or no resvg-py, on this machine")
@pytest.mark.parametrize("start", range(0, len(ALL), 44))
def test_the_picture_in_pixels(start):
    """Pillow decodes all of it; it is as large as the SVG says, and something is drawn on its paper."""
    analysis = poisoned(ALL[start : start + 44])
    shape = ElementTree.fromstring(timeline_svg(analysis, width=640))
    with Image.open(io.BytesIO(timeline_png(analysis, width=640))) as image:
        image.load()
        assert image.format == "PNG"
        assert image.size == (640 * ZOOM, round(float(shape.get("height")) * ZOOM))
        assert len(image.convert("RGB").getcolors(2**24)) > 10
        assert not image.text, "words in the file beside the picture"
