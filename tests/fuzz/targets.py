"""One function a target: bytes in, nothing out; raises where a promise is broken. See scripts/fuzz.py."""

import io
import json
import re
from datetime import date
from functools import cache

from pipeline.analyse import Resources, analyse
from pipeline.corrections import History, apply, marked, read_corrections, write_corrections
from pipeline.errors import ArticleError
from pipeline.layout import read_layout
from pipeline.limits import MAX_CHARACTERS
from pipeline.model import Article
from pipeline.normalise import normalise
from pipeline.read.decode import decode
from pipeline.read.frames import receive, send
from pipeline.read.item import Unread
from pipeline.read.jsonl import read_line, read_lines
from pipeline.read.parse import parse
from pipeline.record import to_record
from pipeline.safe import neutralise, restore_cell
from tests.fuzz import words as w
from tests.fuzz.guesser import Guesser
from tests.fuzz.sound import sound, valid
from tests.fuzz.taste import Taste
from tests.fuzz.wishes import wish
from tests.hostile.nasty import page, word

SIGNS = (*map(chr, range(32, 127)), *w.ODD)
DAY = date(2024, 3, 19)


@cache
def resources():
    """The real gazetteer, and a model that guesses."""
    from pipeline.gazetteer import open_gazetteer

    return Resources(Guesser(), open_gazetteer(), "guesser")


def readable(document):
    """What every reader promises of a text."""
    assert document.text.strip()
    assert len(document.text) <= MAX_CHARACTERS
    assert document.title is None or (document.title.strip() and "\n" not in document.title)
    assert all(note.endswith(".") for note in document.notes)
    return document


def refused(error):
    """A refusal is a sentence."""
    assert str(error).endswith(".")


def read(name, data):
    """The document, or the sentence why there is none; any other error is a find."""
    try:
        return readable(parse(name, data))
    except ArticleError as error:
        return refused(error)


def decoding(data):
    """Bytes of any kind → text or a sentence."""
    taste = Taste(data)
    declared = taste.pick((None, "utf-8", "utf-16", "cp1252", "utf-7", "idna", "zlib", "rot13", "unicode_escape", "?"))
    try:
        text, notes = decode(taste.rest(), declared=declared)
    except ArticleError:
        return
    assert isinstance(text, str)
    assert all(note.endswith(".") for note in notes)


def text(data):
    """A text file, character for character."""
    document = read("a.txt", data)
    if document and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) and not document.notes:
        assert document.text.encode("utf-8", "surrogatepass") == data


def markdown(data):
    """A soup of Markdown's marks; what is plain already is left alone."""
    soup = Taste(data).soup(w.MARKDOWN, w.MARKDOWN, w.PLAIN, w.NAMES, w.STOPS, w.ODD)
    document = read("a.md", soup.encode("utf-8", "replace"))
    if document and re.fullmatch(r"[\w ,.]*", soup):
        assert document.text.strip() == soup.strip()


def html(data):
    """A soup of tags."""
    soup = Taste(data).soup(w.TAGS, w.TAGS, w.PLAIN, w.NAMES, w.DAYS, w.ODD, between=("", "", " ", "\n"))
    document = read("a.html", soup.encode("utf-8", "replace"))
    if document:
        document.text.encode("utf-8")


def docx(data):
    """A Word file whose body is a soup of its own markup."""
    soup = Taste(data).soup(w.DOCX, between=("",), longest=2000)
    read("a.docx", word(soup))


def pdf(data):
    """A PDF whose page is a soup of its own operators."""
    soup = Taste(data).soup(w.PDF, between=(" ", "\n", ""), longest=2000)
    read("a.pdf", page(soup.encode("latin-1", "replace")))


def damaged(data):
    """A good file of each kind with a few bytes changed."""
    taste = Taste(data)
    name, good = taste.pick((("a.pdf", page()), ("a.docx", word()), ("a.html", b"<p>Mara Ellund said so.</p>" * 9)))
    bad = bytearray(good)
    for _ in range(taste.number(8) + 1):
        bad[taste.number(len(bad))] = taste.byte()
    read(name, bytes(bad[: len(bad) - taste.number(200) * taste.number(2)]))


def lines(data):
    """JSON lines made of pieces of JSON: every line is an article or says why not."""
    soup = Taste(data).soup(w.JSON, w.JSON, w.ODD, between=("", "", "\n"))
    for line in read_lines(io.BytesIO(soup.encode("utf-8", "surrogatepass"))):
        item = read_line(line, "a.jsonl", published=DAY)
        if isinstance(item, Unread):
            assert item.message.endswith(".")
            assert str(line.number) in item.where
        else:
            assert item.text.strip()
            assert item.id


def frames(data):
    """What is sent is received; what is cut off or too long is nothing."""
    taste, stream = Taste(data), io.BytesIO()
    cut, whole = taste.number(300), taste.rest()
    send(stream, whole)
    assert receive(io.BytesIO(stream.getvalue()), limit=len(whole)) == whole
    assert receive(io.BytesIO(stream.getvalue()[: cut % (len(whole) + 4)]), limit=len(whole)) is None
    receive(io.BytesIO(whole), limit=1000)


def cells(data):
    """A cell made harmless reads back equal, and is harmless."""
    cell = Taste(data).soup(SIGNS, w.ODD, ("=", "+", "-", "@", "'", "\t", "\r", "＝", "−"), between=("",))
    safe = neutralise(cell)
    assert restore_cell(safe) == cell
    assert neutralise(safe) != safe or not safe.lstrip(" '\"\u200b").startswith(("=", "+", "-", "@"))


def layouts(data):
    """Paragraphs lie in order in the text, and the copy for the model is as long as the article."""
    soup = Taste(data).soup(*w.NEWS, w.ODD, w.STOPS)
    layout = read_layout(soup)
    edges = [edge for block in layout.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(soup[block.start : block.end].strip() == soup[block.start : block.end] for block in layout.blocks)
    copy = normalise(soup, layout)
    assert len(copy) == len(soup)
    copy.encode("utf-8")


def _analysed(soup, published=DAY):
    article = Article("f", soup, published=published, published_from="given" if published else None)
    try:
        return analyse(article, resources())
    except ArticleError:
        return None


def grammar(data, *kinds):
    """The whole analysis of a soup, the model guessing; every fourth twice."""
    taste = Taste(data)
    again = taste.number(4) == 3
    published = taste.pick((DAY, DAY, None, date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)))
    soup = taste.soup(*kinds, longest=1500)
    analysis = _analysed(soup, published)
    if analysis is None:
        return
    sound(analysis)
    if again:
        resources().gazetteer.lookup("Rafah")
        assert to_record(_analysed(soup, published)) == to_record(analysis), "the same text, another record"


TEXT = (
    "RAFAH, March 18 - Mayor Amal Haddad said on Monday that the road from Khan Younis was closed. “We wait,” she said."
    "\n\nTom Reyes of the Harbour Trust told the Trust’s council in Cairo: “Nobody came.” “Nobody,” Reyes said in May."
    "\n\nHaddad met Reyes in Rafah, and Egypt’s drivers near Gaza City. “It is open,” Mr Reyes told Haddad on Friday."
)
MAD = (
    None, True, -1, 0, 1e308, float("nan"), float("inf"), 10**400, "", "<b>", "\ud800", "=1", [], {}, [[]], "PERSON",
    91, "GPE", "direct", 181, "XX", "us", "city", 2.5, "2024-02-30", "x" * 300, "a\nb", "\u202e",
)  # fmt: skip


@cache
def bases():
    """Three analyses to correct."""
    return tuple(filter(None, (_analysed(TEXT), _analysed(TEXT.upper()), _analysed(TEXT[:99]))))


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


def corrections_file(data):
    """A file of corrections by an enemy: refused in a sentence, or applied to a sound analysis."""
    taste = Taste(data)
    before = taste.pick(bases())
    value = json.loads(write_corrections(History().add(*(wish(taste, before) for _ in range(3))).of("f")))
    for _ in range(taste.number(4)):
        _spoil(taste, value)
    raw = bytearray(json.dumps(value).encode())
    if taste.flag():
        raw[taste.number(len(raw))] = taste.byte()
    try:
        found = read_corrections(bytes(raw))
    except ArticleError as error:
        refused(error)
        return
    sound(marked(before, apply(before, found).analysis))


def _spoil(taste, value):
    """One value somewhere in it becomes another."""
    for _ in range(taste.number(5) + 1):
        keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
        if not keys:
            return
        key = taste.pick(keys)
        if not isinstance(value[key], dict | list) or taste.number(6) == 5:
            value[key] = taste.pick(MAD)
            return
        value = value[key]


def places(data):
    """Names looked up and resolved, one by one."""
    from pipeline.places.candidates import candidates

    taste = Taste(data)
    name = taste.soup(w.PLACES, w.PLACES, w.STOPS, w.ODD, w.PLAIN, between=(" ", ", ", ""), longest=400)
    reading, found = candidates(name, resources().gazetteer)
    assert reading
    assert len({place.key for place in found}) == len(found)
    assert all(-90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in found)


def records(data):
    """A record whose values an enemy chose: the tables take it and the CSV reads back equal."""
    from pipeline.write.csv import csv_bytes, read_csv
    from pipeline.write.rows import storable

    taste = Taste(data)
    soup = taste.soup(w.ODD, w.ODD, SIGNS, w.JSON[:20], between=("",), longest=300) or "x"
    analysis = _analysed(TEXT[:99] + soup.replace("\ud800", "").replace("\udfff", ""))
    if analysis is None:
        return
    record = json.loads(json.dumps(to_record(analysis)))
    record["title"] = record["source"] = record["id"] = soup
    table = taste.pick(("mentions", "entities", "quotes", "places", "dates", "notes", "articles"))
    rows = read_csv(table, csv_bytes(table, [record]))
    facts = storable([record] if table == "articles" else [{"article_id": soup, **fact} for fact in record[table]])
    assert len(rows) == len(facts)
    for row, fact in zip(rows, facts, strict=True):
        assert {name: value for name, value in row.items() if value != fact.get(name)} == {
            name: None for name, value in row.items() if fact.get(name) == ""
        }, "a cell that does not read back equal"
    valid(record)


TARGETS = {
    "decode": decoding,
    "text": text,
    "markdown": markdown,
    "html": html,
    "docx": docx,
    "pdf": pdf,
    "damaged": damaged,
    "jsonl": lines,
    "frames": frames,
    "cells": cells,
    "layout": layouts,
    "quotes": lambda data: grammar(data, w.NAMES, w.MARKS, w.MARKS, w.SAYING, w.PLAIN, w.STOPS),
    "dates": lambda data: grammar(data, w.DAYS, w.DAYS, w.DAYS, w.PLAIN, w.STOPS),
    "toponyms": lambda data: grammar(data, w.PLACES, w.PLACES, w.PLACES, w.PLAIN, w.STOPS),
    "news": lambda data: grammar(data, *w.NEWS, w.ODD),
    "places": places,
    "corrections": corrections,
    "corrections file": corrections_file,
    "records": records,
}
