"""Every payload in every field of every file taken home: the tables read back equal, and nothing in them can run."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from components.charts.entities import entity_figure
from components.charts.quotes import calendar_figure, quote_figure
from components.charts.quotes_svg import timeline_svg
from components.report.article import POLICY, report_html
from components.rows.article import WordRuler, entity_rows, quote_rows
from pipeline.record import to_record
from pipeline.write import COLUMNS, FILE_TABLES, csv_bytes, download_bytes, read_csv
from pipeline.write.jsonl import to_line
from pipeline.write.rows import storable
from tests.fuzz.sound import sound, valid
from tests.hostile.payloads import ALL, HOST, KINDS, RUN
from tests.hostile.poisoned import poisoned

AT_ONCE = 8  # payloads a chart: a timeline has so many lanes
ROOT = Path(__file__).parents[2]
FORMULA = re.compile(r"[\s\0\u200b\ufeff'\"]*[=+\-@＝＋−]")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def articles():
    """One article a payload, which is its title, its source, its id and everything in it."""
    return [poisoned((payload,), id=payload, title=payload, source=payload) for payload in ALL]


@pytest.fixture(scope="module")
def everything():
    """One article with all of them."""
    return poisoned(ALL, title=" ".join(ALL)[:5000], source=KINDS["html"][0])


def test_there_are_two_hundred_and_more_of_our_own():
    assert len(ALL) >= 200
    assert len(KINDS) >= 12


def test_the_poisoned_articles_are_sound(articles, everything):
    for analysis in (*articles[::5], everything):
        sound(analysis)


@pytest.mark.parametrize("table", FILE_TABLES)
def test_tables_read_back_equal(articles, table):
    records = [to_record(analysis) for analysis in articles]
    back = read_csv(table, csv_bytes(table, records))
    names = [column.name for column in COLUMNS[table]]
    if table == "articles":
        wanted = [{name: record.get(name) for name in names} for record in records]
    else:
        wanted = [{"article_id": r["id"], **{n: fact[n] for n in names}} for r in records for fact in r[table]]
    wanted = [{name: None if value == "" else value for name, value in row.items()} for row in storable(wanted)]
    assert back == wanted


@pytest.mark.parametrize("table", FILE_TABLES)
def test_no_cell_of_a_csv_is_a_formula(articles, table):
    import csv

    data = csv_bytes(table, [to_record(analysis) for analysis in articles]).decode("utf-8-sig")
    numbers = {"lat", "lon"}
    rows = csv.DictReader(io.StringIO(data, newline=""))
    assert rows.fieldnames
    for row in rows:
        for name, cell in row.items():
            assert name in numbers or not FORMULA.match(cell) or cell.startswith("'"), (name, cell)


def test_an_archive_holds_our_names_and_no_others(articles):
    with zipfile.ZipFile(io.BytesIO(download_bytes("zip", articles))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{table}.csv" for table in FILE_TABLES]


def test_records_read_back_equal(articles):
    records = [to_record(analysis) for analysis in articles]
    assert json.loads(download_bytes("json", articles)) == storable(records)
    lines = [to_line(record) for record in records]
    assert not [line for line in lines if "\n" in line]
    assert [json.loads(line) for line in lines] == storable(records)
    for record in records:
        valid(storable(record))


def test_a_map_file_holds_points_and_no_more(articles):
    value = json.loads(download_bytes("geojson", articles))
    assert set(value) == {"type", "features"}
    assert len(value["features"]) == len({analysis.places[0].text for analysis in articles})
    for feature in value["features"]:
        assert set(feature) == {"type", "geometry", "properties"}
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


def test_a_workbook_holds_no_formula_no_link_and_the_same_texts(articles):
    with zipfile.ZipFile(io.BytesIO(download_bytes("workbook", articles))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "extern" in name.lower() or "vba" in name.lower() or ".." in name]
    for name, data in parts.items():
        assert b"TargetMode" not in data, name
        if name.startswith("xl/worksheets/sheet"):
            sheet = ElementTree.fromstring(data)
            assert not list(sheet.iter(f"{SHEET}f")), "a formula"
            assert not list(sheet.iter(f"{SHEET}hyperlink"))
            assert {cell.get("t") for cell in sheet.iter(f"{SHEET}c")} <= {"s", "b", "n", None}
    strings = ElementTree.fromstring(parts["xl/sharedStrings.xml"])
    texts = {unescaped("".join(node.itertext())) for node in strings.iter(f"{SHEET}si")}
    said = {storable(analysis.quotes[0].text) for analysis in articles}
    assert {words.replace("\r\n", "\n").replace("\r", "\n") for words in said} - texts == set()
    assert not any("\r" in words for words in texts), "Excel would show _x000D_"


def unescaped(text):
    """Excel's way to write characters that XML has not."""
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)


def test_parquet_reads_back_equal(articles, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    from pipeline.write.parquet import ParquetSink

    records = [to_record(analysis) for analysis in articles]
    sink = ParquetSink(tmp_path / "out")
    for record in records:
        sink.write((to_line(record).encode() + b"\n",))
    sink.close()
    inside = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.is_relative_to(tmp_path / "out") for path in inside)
    quotes = sorted((tmp_path / "out" / "quotes").iterdir())
    texts = [row["text"] for path in quotes for row in parquet.read_table(path).to_pylist()]
    assert texts == [storable(fact["text"]) for record in records for fact in record["quotes"]]


def test_the_picture_is_a_picture(everything):
    svg = ElementTree.fromstring(timeline_svg(everything))
    allowed = set(re.findall(r"\w+", "svg g rect line path text tspan title desc circle style defs pattern"))
    assert {node.tag.split("}")[1] for node in svg.iter()} <= allowed
    for node in svg.iter():
        assert not [name for name in node.attrib if name.lower().startswith("on") or name.split("}")[-1] == "href"]
        assert node.get("id") != "planted"


def strings(value):
    """Every text in a figure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def test_no_label_of_a_chart_is_markup():
    ours = {"<br>", "<b>", "</b>", "<extra></extra>", "<extra>", "</extra>", "<i>", "</i>"}
    for start in range(0, len(ALL), AT_ONCE):
        analysis = poisoned(ALL[start : start + AT_ONCE])
        ruler = WordRuler(analysis.article.text)
        names, said = entity_rows(analysis, ruler), quote_rows(analysis, ruler)
        for figure in (
            entity_figure(names, ruler.length, theme="light"),
            quote_figure(said, ruler.length, theme="dark"),
            calendar_figure(said, theme="light"),
        ):
            texts = list(strings(json.loads(figure.to_json())))
            assert not [text for text in texts if set(re.findall(r"<[^<>]*>", text)) - ours], analysis.article.id
            assert not [text for text in texts if re.search(r"<\w+\s", text)], analysis.article.id


TAGS = set(
    re.findall(
        r"\w+",
        "html head meta title style body header p b span h1 h2 h3 nav ul ol li a main section dl div dt dd figure svg g"
        " path rect line circle text tspan table caption thead tbody tr th td i bdi code footer figcaption desc defs"
        " pattern em mark clippath use polygon polyline ellipse small br wbr time abbr",
    )
)


def test_no_element_of_a_report_comes_from_its_article():
    from lxml import html

    lots = [ALL[start : start + 9 * AT_ONCE] for start in range(0, len(ALL), 9 * AT_ONCE)]
    for analysis in (poisoned(lot, title=" ".join(lot), source=lot[0]) for lot in lots):
        page = html.document_fromstring(report_html(analysis, version="0", model="m"))
        for node in page.iter():
            assert isinstance(node.tag, str), "a comment"
            assert node.tag.split("}")[-1] in TAGS, (analysis.article.id, node.tag)
            assert node.get("id") != "planted"
            assert not [name for name in node.attrib if name.lower().startswith("on")], analysis.article.id
            assert "src" not in node.attrib
            assert node.get("href", "#").startswith("#"), node.get("href")
            assert "url(" not in (node.get("style") or "")
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content") == POLICY
        assert len(page.xpath("//meta[@http-equiv]")) == 1


def test_the_policy_forbids_all_that_the_report_does_not_need():
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))
    assert rules["default-src"] == "'none'"
    assert "script-src" not in rules
    assert rules["base-uri"] == rules["form-action"] == "'none'"


def test_the_terminal_is_not_steered(tmp_path):
    """File names, ids and texts of an enemy on the command line: what is said of them holds no raw sign."""
    lines = [json.dumps({"id": payload, "text": ""}) for payload in ALL]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    gone = [f"{payload}.txt" for payload in KINDS["terminal"] if "\n" not in payload and "/" not in payload]
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "all.jsonl", *gone, "-o", "out.jsonl"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr[-500:]
    said = done.stderr.decode()
    assert said.count("\n") > len(ALL)
    assert not re.findall(r"[^\S\n ]|[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert HOST in said
    assert RUN in said
