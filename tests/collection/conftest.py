"""Records written by hand, short to write and true to the schema."""

import json
from datetime import date

import pytest

from pipeline.collection import Collection
from pipeline.write.parquet import ParquetSink

COUNTS = {"mentions", "entities", "quotes", "places", "dates", "notes"}


def entity(name, *aliases, label="PERSON", count=1):
    return {"name": name, "label": label, "count": count, "aliases": [name, *aliases]}


def quote(speaker=None, text="We will wait.", *, kind="direct", said_on=None):
    """speaker: the number of an entity of the article, or words for somebody unnamed."""
    return {"speaker": speaker, "text": text, "kind": kind, "said_on": said_on}


def place(name="Rafah", geonameid=281102, *, country="PS", lat=31.29, lon=34.25, kind="city", entity=0):
    return {
        "name": name,
        "geonameid": geonameid,
        "country": country,
        "lat": lat,
        "lon": lon,
        "kind": kind,
        "of": entity,
    }


def record(
    id, entities=(), quotes=(), places=(), *, published="2024-03-18", title="A title", source="The Post", text=None
):
    """A whole record; facts stand one behind the other in the text."""
    entities = [entity(one) if isinstance(one, str) else one for one in entities]
    quotes = [one if isinstance(one, dict) else quote(one) for one in quotes]
    body = [text or f"The text of {id}."]

    def write(words):
        start = sum(map(len, body)) + len(body)
        body.append(words)
        return {"start": start, "end": start + len(words), "text": words}

    rows = [
        {"id": f"e{n}", **{key: one[key] for key in ("name", "label", "count", "aliases")}, "edited": False}
        for n, one in enumerate(entities, 1)
    ]
    mentions = [
        {**write(one["name"]), "label": one["label"], "entity_id": one["id"], "sentence": 0, "edited": False}
        for one in rows
        for _ in range(one["count"])
    ]
    return {
        "id": id, "title": title, "source": source, "published": published,
        "published_from": "given" if published else None, "words": 10, "sentences": 1, "mentions": mentions,
        "entities": rows, "quotes": [_quote(n, one, rows, write) for n, one in enumerate(quotes, 1)],
        "places": [_place(one, write) for one in places], "dates": [], "notes": [], "text": "\n".join(body),
    }  # fmt: skip


def _quote(number, one, rows, write):
    row = rows[one["speaker"]] if isinstance(one["speaker"], int) else None
    return {
        "id": f"q{number}", **write(one["text"]), "kind": one["kind"], "speaker_start": None, "speaker_end": None,
        "speaker_text": row["name"] if row else one["speaker"], "speaker_id": row and row["id"],
        "speaker_name": row and row["name"], "cue_start": None, "cue_end": None, "cue": None,
        "said_on": one["said_on"], "speaker_reason": None, "edited": False,
    }  # fmt: skip


def _place(one, write):
    return {
        **write(one["name"] or "Nowhere"), "entity_id": f"e{one['of'] + 1}", "confidence": 0.9,
        "reason": "the only one", "alternatives": [], "edited": False,
        **{key: one[key] for key in ("name", "country", "kind", "lat", "lon", "geonameid")},
    }  # fmt: skip


def failed(id, reason="This file holds no text."):
    return {"id": id, "title": None, "source": "x.pdf", "error": reason}


def write_folder(folder, records, **options):
    sink = ParquetSink(folder, **options)
    for one in records:
        sink.write((json.dumps(one).encode(),))
    sink.close()
    return folder


@pytest.fixture(scope="session")
def make():
    """The helpers of this file, as tests cannot import it."""
    from types import SimpleNamespace

    return SimpleNamespace(
        entity=entity, quote=quote, place=place, record=record, failed=failed, write_folder=write_folder, day=date
    )


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def gather(tmp_path_factory):
    """Records → a collection, in memory or of a folder; closed at the end."""
    opened = []

    def build(records, *, folder=False, **options):
        made = (
            Collection.of_folder(write_folder(tmp_path_factory.mktemp("folder"), records, **options))
            if folder
            else Collection.of_records(records)
        )
        opened.append(made)
        return made

    yield build
    for one in opened:
        one.close()


@pytest.fixture
def listed():
    """Some fields of the rows of a page, or of rows, as a list of tuples."""

    def fields(page, *names):
        return [tuple(getattr(row, name) for name in names) for row in getattr(page, "rows", page)]

    return fields


@pytest.fixture(params=["records", "folder"], scope="module")
def made(request, gather, make):
    board = make.entity("Harbour Board", label="ORG")
    rafah, limuru = make.entity("Rafah", label="GPE"), make.entity("Limuru", label="GPE")
    here = make.place(entity=2)
    there = make.place("Limuru", 182915, country="KE", lat=-1.1, lon=36.6, entity=0)
    nowhere = make.place(None, None, country=None, lat=None, lon=None, kind=None, entity=2)
    records = [
        make.record("a", ["Mira Dolan", board, rafah], [0, make.quote(1, "No.", kind="mixed")], [here, here, nowhere],
                    published="2024-03-10", title="Harbour opens", source="The Post"),
        make.record("b", ["Ivo Brandt", "Mira Dolan"], [make.quote(1, "Too late, all of it.", said_on="2024-03-12"), 0,
                    make.quote("a witness", "It was loud.")], published="2024-03-20", title="Élan",
                    source="The Ledger"),
        make.record("c", [limuru], [make.quote("officials", "Nobody\nknows.", kind="indirect")], [there],
                    published=None, title=None, source=None, text="A café in Limuru closes."),
        make.failed("d"),
    ]  # fmt: skip
    return gather(records, folder=request.param == "folder", part_articles=2)
