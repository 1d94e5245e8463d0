"""A visit as one file to keep, send and open again: articles with their titles and days, corrections, what is open.

A zip of plain texts and one JSON. It may come from anybody: its size, its names and every value are checked before
anything of it is used, and nothing is ever unpacked to a disk.
"""

import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.workspace.inbox import MOST_ARTICLES, MOST_CHARACTERS
from pipeline.corrections import Corrections, read_all_corrections, write_all_corrections
from pipeline.errors import ArticleError, PipelineError
from pipeline.limits import check_text
from pipeline.model import Article, Note
from pipeline.record import article_id

FORMAT = 1
ENDING = ".dateline.zip"
MAX_BYTES = 5 * 2**20  # of the file
_MAX_UNPACKED = 4 * MOST_CHARACTERS + 12 * 2**20  # bytes: four a character, and the corrections
_MAX_WORDS = 2_000  # characters of a title, a source, a note
_MAX_LIST = 50  # notes of an article, picks
_INDEX = "project.json"
_TEXT = re.compile(r"articles/\d{1,4}\.txt")
_FROM = ("given", "metadata", "dateline")
_NO_PROJECT = f"This is no project of Dateline: save one under “Save project”; its name ends in {ENDING}."


@dataclass(frozen=True, slots=True)
class Project:
    """What a visit holds, and what of it was open: an article's id, its section, the picks as in an address."""

    articles: Sequence[Article]
    corrections: Sequence[Corrections] = ()
    article_id: str | None = None
    section: str | None = None
    picks: tuple[str, ...] = field(default=())


def write_project(project: Project) -> bytes:
    """The file."""
    index = {
        "dateline_project": FORMAT,
        "articles": [_entry(article, _name(n)) for n, article in enumerate(project.articles, 1)],
        "corrections": json.loads(write_all_corrections(project.corrections)),
        "open": {"article": project.article_id, "section": project.section, "picks": list(project.picks)},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(_INDEX, json.dumps(index, indent=1) + "\n")
        for n, article in enumerate(project.articles, 1):
            packed.writestr(_name(n), article.text.encode("utf-8", "surrogatepass"))
    return out.getvalue()


def read_project(data: bytes) -> Project:
    """The project of a file; raises ArticleError where it is none, or too large."""
    if len(data) > MAX_BYTES:
        raise ArticleError("This project is too large: more than 5 MB.")
    try:
        files = _unpacked(data)
        index = json.loads(files[_INDEX])
        if index["dateline_project"] != FORMAT:
            raise ArticleError("This project was saved by another version of Dateline, which this one cannot read.")
        return _project(index, files)
    except PipelineError:
        raise
    except Exception as error:  # whatever zip and JSON make of hostile bytes, it concerns this file alone
        raise ArticleError(_NO_PROJECT) from error


def _entry(article: Article, name: str) -> dict[str, Any]:
    return {
        "file": name,
        "title": article.title,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "notes": [[note.step, note.message] for note in article.notes],
    }


def _name(number: int) -> str:
    return f"articles/{number:03}.txt"


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The files by name: no other names, none twice, no more than a visit takes; sizes are counted, not believed."""
    found: dict[str, bytes] = {}
    room = _MAX_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = packed.infolist()
        if len(entries) > MOST_ARTICLES + 1:
            raise ArticleError(f"This project has more than {MOST_ARTICLES} articles, the limit of a visit.")
        for entry in entries:
            if entry.filename in found or not (entry.filename == _INDEX or _TEXT.fullmatch(entry.filename)):
                raise ArticleError(_NO_PROJECT)
            with packed.open(entry) as file:
                found[entry.filename] = file.read(room + 1)
            room -= len(found[entry.filename])
            if room < 0:
                raise ArticleError("This project is too large: unpacked, it has more than a visit takes.")
    return found


def _project(index: Mapping[str, Any], files: Mapping[str, bytes]) -> Project:
    articles = [_article(entry, files) for entry in index["articles"]]
    if sum(len(article.text) for article in articles) > MOST_CHARACTERS:
        raise ArticleError("This project is too large: its texts have more characters than a visit takes.")
    known = {article.id for article in articles}
    corrections = [one for one in read_all_corrections(json.dumps(index["corrections"])) if one.article_id in known]
    what = index["open"]
    open_id = what["article"] if what["article"] in known else None
    picks = tuple(_words(pick) or "" for pick in what["picks"][:_MAX_LIST]) if open_id else ()
    return Project(articles, corrections, open_id, _words(what["section"]), picks)


def _article(entry: Mapping[str, Any], files: Mapping[str, bytes]) -> Article:
    text = files[entry["file"]].decode("utf-8", "surrogatepass")
    check_text(text)
    day = date.fromisoformat(entry["published"]) if entry["published"] is not None else None
    told = entry["published_from"] if day and entry["published_from"] in _FROM else None
    notes = tuple(Note(_words(step) or "", _words(message) or "") for step, message in entry["notes"][:_MAX_LIST])
    title, source = _words(entry["title"]), _words(entry["source"])
    return Article(article_id(text), text, title, source, day, told, notes=notes)


def _words(value: Any) -> str | None:
    if value is not None and (not isinstance(value, str) or len(value) > _MAX_WORDS):
        raise TypeError("no words")
    return value
