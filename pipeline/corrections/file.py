"""Corrections ↔ a small JSON file that a reader can read, keep and change."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args

from pipeline.corrections.model import Correction, Corrections, EntityRef, PutPlace, QuoteRef, SaidOn, Speaker
from pipeline.errors import ArticleError
from pipeline.model import PlaceChoice

FORMAT = 1
MAX_BYTES = 2_000_000
_TYPES = {kind.__name__.lower(): kind for kind in get_args(Correction)}
_NESTED = {"entity": EntityRef, "into": EntityRef, "quote": QuoteRef, "spot": PlaceChoice}
_MAY_BE_NOTHING = {(Speaker, "entity"), (SaidOn, "day"), (PutPlace, "spot")}
_NO_FILE = "This is no file of corrections: download one from the page to see what it looks like."


def write_corrections(corrections: Corrections) -> bytes:
    """The file, one correction a line group, indented."""
    value = {
        "dateline_corrections": FORMAT,
        "article_id": corrections.article_id,
        "corrections": [{"change": type(item).__name__.lower(), **_plain(item)} for item in corrections.items],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_corrections(data: bytes | str) -> Corrections:
    """The corrections of a file; raises ArticleError where it is none."""
    if len(data) > MAX_BYTES:
        raise ArticleError("This file of corrections is too large.")
    try:
        value = json.loads(data)
        items = tuple(_item(entry) for entry in value["corrections"])
        if value["dateline_corrections"] != FORMAT or not isinstance(value["article_id"], str):
            raise ArticleError(_NO_FILE)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ArticleError(_NO_FILE) from error
    return Corrections(value["article_id"], items)


def _plain(item: Any) -> Any:
    if is_dataclass(item):
        return {field.name: _plain(getattr(item, field.name)) for field in fields(item)}
    return item.isoformat() if isinstance(item, date) else item


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
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _nested(kind: type, value: dict[str, Any]) -> Any:
    values = {field.name: value[field.name] for field in fields(kind)}
    for name, one in values.items():
        expected = (int, float) if name in ("start", "end", "lat", "lon", "confidence", "geonameid") else str
        optional = name in ("country", "geonameid")
        if isinstance(one, bool) or not (isinstance(one, expected) or (optional and one is None)):
            raise TypeError(name)
    return kind(**values)
