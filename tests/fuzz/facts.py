"""What must hold of the facts: analyses of soups, corrections of them, tables and records."""

import json
from copy import deepcopy
from datetime import date
from functools import cache

from devtools.processor import quickest
from pipeline.corrections import History, apply, marked, read_corrections, write_corrections
from pipeline.errors import ArticleError
from pipeline.model import Article
from pipeline.recipe import Resources, analyse
from pipeline.record import to_record
from pipeline.text.layout import read_layout
from pipeline.text.normalise import normalise
from pipeline.write.formula_guard import escape_formula, restore_cell
from tests.fuzz.guesser import Guesser
from tests.fuzz.reading import refused
from tests.fuzz.sound import sound, valid
from tests.fuzz.taste import Taste
from tests.fuzz.wishes import wish

TEXT = (
    "RAFAH, March 18 - Mayor Amal Haddad said on Monday that the road from Khan Younis was closed. “We wait,” she said."
    "\n\nTom Reyes of the Harbour Trust told the Trust’s council in Cairo: “Nobody came.” “Nobody,” Reyes said in May."
    "\n\nHaddad met Reyes in Rafah, and Egypt’s drivers near Gaza City. “It is open,” Mr Reyes told Haddad on Friday."
)
DAYS = (date(2024, 3, 19), None, date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29), date(2024, 3, 19))
TABLES = ("mentions", "entities", "quotes", "places", "dates", "notes", "articles")
MAD = (
    None, True, -1, 0, 1e308, float("nan"), float("inf"), 10**400, "", "<b>", "\ud800", "=1", [], {}, [[]], "PERSON",
    91, "GPE", "direct", 181, "XX", "us", "city", 2.5, "2024-02-30", "x" * 300, "a\nb", "\u202e",
)  # fmt: skip


@cache
def resources():
    """The real gazetteer, and a model that guesses."""
    from pipeline.gazetteer import open_gazetteer

    return Resources(Guesser(), open_gazetteer(), "guesser")


GROWTH = 10.0  # 4 is linear, 16 quadratic
CHEAP = 0.5  # processor seconds of 6,000 characters that are nobody's concern


def analysed(soup, published=DAYS[0]):
    """The analysis with the model guessing, or None where there is nothing to analyse."""
    article = Article("f", soup, published=published, published_from="given" if published else None)
    try:
        return analyse(article, resources())
    except ArticleError as error:
        return refused(error)


def article(soup):
    """The whole analysis of a soup; every fourth twice."""
    published = DAYS[len(soup) % len(DAYS)]
    analysis = analysed(soup, published)
    if analysis is None:
        return
    sound(analysis)
    if len(soup) % 4 == 3:
        assert to_record(analysed(soup, published)) == to_record(analysis), "the same text, another record"


def growth(piece):
    """A text of one piece again and again costs time in step with its length: our rules alone, without the model."""
    few, many = (piece * (size // max(len(piece), 1) + 1) for size in (1_500, 6_000))
    little, much = (quickest(lambda text=text: analysed(text, None), runs=2) for text in (few, many))
    assert much < max(GROWTH * little, CHEAP), f"{much:.2f} s for four times the text, which takes {little:.2f} s"


def cells(cell):
    """A cell made harmless reads back equal, and is harmless."""
    safe = escape_formula(cell)
    assert restore_cell(safe) == cell
    assert not safe.startswith(("\t", "\r", "\n"))
    assert not safe.lstrip(" \t\r\n\0\u200b").startswith(("=", "+", "-", "@"))


def layouts(soup):
    """Paragraphs lie in order in the text, and the copy for the model is as long as the article."""
    layout = read_layout(soup)
    edges = [edge for block in layout.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(soup[block.start : block.end].strip() == soup[block.start : block.end] for block in layout.blocks)
    copy = normalise(soup, layout)
    assert len(copy) == len(soup)
    copy.encode("utf-8")


def places(name):
    """Names looked up and resolved, one by one."""
    from pipeline.places.candidates import candidates

    reading, found = candidates(name, resources().gazetteer)
    assert reading
    assert len({place.key for place in found}) == len(found)
    assert all(-90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in found)


@cache
def bases():
    """Three analyses to correct."""
    return tuple(filter(None, (analysed(TEXT), analysed(TEXT.upper()), analysed(TEXT[:99]))))


def corrections(data):
    """A reader's corrections, sensible and mad: sound after each, the file reads back equal, and undo restores."""
    taste = Taste(data)
    before = taste.pick(bases())
    history, now = History(), before
    for _ in range(taste.number(9) + 1):
        history = history.add(wish(taste, now))
        outcome = apply(before, history.of("f"))
        now = marked(before, outcome.analysis)
        sound(now)
        assert all(misfit.endswith(".") for misfit in outcome.misfits)
    written = write_corrections(history.of("f"))
    assert read_corrections(written) == history.of("f")
    for _ in history.done:
        history = history.undo()
    assert apply(before, history.of("f")).analysis == before
    for _ in history.undone:
        history = history.redo()
    assert marked(before, apply(before, history.of("f")).analysis) == now


def enemy_file(taste):
    """A file of corrections with some values spoilt, and perhaps a byte."""
    value = json.loads(write_corrections(History().add(*(wish(taste, bases()[0]) for _ in range(3))).of("f")))
    for _ in range(taste.number(4)):
        _spoil(taste, value)
    raw = bytearray(json.dumps(value).encode())
    if taste.flag():
        raw[taste.number(len(raw))] = taste.byte()
    return bytes(raw)


def _spoil(taste, value):
    """One value somewhere in it becomes another, mostly one of the innermost."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
        if not keys:
            return
        key = taste.pick(keys)
        if not isinstance(value[key], dict | list) or taste.number(9) == 8:
            value[key] = deepcopy(taste.pick(MAD))  # or the next spoils the list itself
            return
        value = value[key]


def corrections_file(data):
    """A file by an enemy: refused in a sentence, or applied to a sound analysis."""
    try:
        found = read_corrections(data)
    except ArticleError as error:
        refused(error)
        return
    for before in bases():
        sound(marked(before, apply(before, found).analysis))


def records(soup):
    """A record whose values an enemy chose: the tables take it and the CSV reads back equal."""
    from pipeline.write.csv import csv_bytes, read_csv
    from pipeline.write.rows import storable

    analysis = analysed(TEXT[:99] + soup.encode("utf-8", "replace").decode())
    if analysis is None:
        return
    record = json.loads(json.dumps(to_record(analysis)))
    record["title"] = record["source"] = record["id"] = soup
    valid(storable(record))
    for table in TABLES:
        rows = read_csv(table, csv_bytes(table, [record]))
        facts = storable([record] if table == "articles" else [{"article_id": soup, **fact} for fact in record[table]])
        assert len(rows) == len(facts)
        for row, fact in zip(rows, facts, strict=True):
            empty = {name: None for name in row if fact.get(name) == ""}
            wrong = {name: value for name, value in row.items() if value != fact.get(name)}
            assert wrong == empty, "a cell that does not read back equal"
