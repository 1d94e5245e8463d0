"""Corrections ↔ a small JSON file that a person can read, keep and change.

The file may come from anybody: every value is checked before it becomes a correction.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args

from pipeline.corrections.model import Correction, Corrections, EntityRef, PutPlace, QuoteRef, SaidOn, Speaker
from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS
from pipeline.model import PlaceChoice, PlaceKind, QuoteKind

FORMAT = 1
MAX_BYTES = 2_000_000  # of one article's file
MAX_BYTES_ALL = 10_000_000  # of a file for many articles
MAX_ITEMS = 2_000  # corrections of one article; each is a pass over its facts
MAX_WORDS = 1_000  # characters of a name or of words in the article
_TYPES = {kind.__name__.lower(): kind for kind in get_args(Correction)}
_NESTED = {"entity": EntityRef, "into": EntityRef, "quote": QuoteRef, "spot": PlaceChoice}
_MAY_BE_NOTHING = {(Speaker, "entity"), (SaidOn, "day"), (PutPlace, "spot")}
_COUNTRY = re.compile(r"[A-Z]{2}")
_NUMBERS = {"lat": (-90, 90), "lon": (-180, 180), "confidence": (0, 1)}
_WHOLE = {"start": MAX_CHARACTERS, "end": MAX_CHARACTERS, "geonameid": 2**53}
_NO_FILE = "This is no file of corrections: download one from the page to see what it looks like."


def write_corrections(corrections: Corrections) -> bytes:
    """The file, one correction a line group, indented."""
    return _written({"dateline_corrections": FORMAT, **_article(corrections)})


def write_all_corrections(items: Sequence[Corrections]) -> bytes:
    """One file for several articles."""
    return _written({"dateline_corrections": FORMAT, "articles": [_article(corrections) for corrections in items]})


def read_corrections(data: bytes | str) -> Corrections:
    """The corrections of a file; raises ArticleError where it is none."""
    value = _loaded(data, MAX_BYTES)
    return _checked(value)


def read_all_corrections(data: bytes | str) -> tuple[Corrections, ...]:
    """Those of a file for several articles, or for one; raises ArticleError where it is neither."""
    value = _loaded(data, MAX_BYTES_ALL)
    if "articles" not in value:
        return (_checked(value),)
    if not isinstance(value["articles"], list):
        raise ArticleError(_NO_FILE)
    return tuple(map(_checked, value["articles"]))


def _written(value: dict[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair in the article
        return (json.dumps(value, indent=1) + "\n").encode("ascii")


def _article(corrections: Corrections) -> dict[str, Any]:
    items = [{"change": type(item).__name__.lower(), **_plain(item)} for item in corrections.items]
    return {"article_id": corrections.article_id, "corrections": items}


def _plain(item: Any) -> Any:
    if is_dataclass(item):
        return {field.name: _plain(getattr(item, field.name)) for field in fields(item)}
    return item.isoformat() if isinstance(item, date) else item


def _loaded(data: bytes | str, limit: int) -> dict[str, Any]:
    if len(data) > limit:
        raise ArticleError("This file of corrections is too large.")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ArticleError(_NO_FILE) from error
    if not isinstance(value, dict) or value.get("dateline_corrections") != FORMAT:
        raise ArticleError(_NO_FILE)
    return value


def _checked(value: Any) -> Corrections:
    try:
        if len(value["corrections"]) > MAX_ITEMS:
            raise ArticleError(f"This file of corrections has more than {MAX_ITEMS:,} for one article.")
        return Corrections(_words(value["article_id"]), tuple(_item(entry) for entry in value["corrections"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ArticleError(_NO_FILE) from error


def _item(entry: dict[str, Any]) -> Correction:
    kind = _TYPES[entry["change"]]
    values = {field.name: _value(kind, field.name, entry[field.name]) for field in fields(kind)}
    found: Correction = kind(**values)
    return found


def _value(kind: type, name: str, value: Any) -> Any:
    if value is None and (kind, name) in _MAY_BE_NOTHING:
        return None
    if name in _NESTED:
        return _nested(_NESTED[name], value)
    if name == "day":
        return date.fromisoformat(value)
    return _one_of(QuoteKind, value) if name == "kind" else _words(value)


def _nested(kind: type, value: dict[str, Any]) -> Any:
    return kind(**{field.name: _part(field.name, value[field.name]) for field in fields(kind)})


def _part(name: str, value: Any) -> Any:
    if value is None and name in ("country", "geonameid"):
        return None
    if name in _WHOLE:
        return _whole(value, _WHOLE[name])
    if name in _NUMBERS:
        return _number(value, *_NUMBERS[name])
    if name == "country" and not _COUNTRY.fullmatch(value):
        raise ValueError(name)
    return _one_of(PlaceKind, value) if name == "kind" else _words(value)


def _words(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MAX_WORDS:
        raise TypeError("no words")
    return value


def _one_of(choices: Any, value: Any) -> Any:
    if value not in get_args(choices):
        raise ValueError("no such kind")
    return value


def _whole(value: Any, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise ValueError("no whole number in its bounds")
    return value


def _number(value: Any, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("no number")
    if not least <= value <= most:  # so is what is no number (NaN), and a whole number that no float can hold
        raise ValueError("a number out of its bounds")
    return value
