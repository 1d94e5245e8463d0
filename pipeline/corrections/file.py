"""Corrections ↔ a small JSON file that a person can read, keep and change.

The file may come from anybody: pydantic checks every value before it becomes a correction, by models made from
the dataclasses of model.py. Their JSON Schema is pipeline/data/corrections.schema.json.
"""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, partial
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_type_hints

from pipeline.corrections.model import Correction, Corrections, EntityRef, QuoteRef
from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS
from pipeline.model import PlaceChoice

if TYPE_CHECKING:
    from pydantic import BaseModel

FORMAT = 1
MAX_BYTES = 2_000_000  # of one article's file
MAX_BYTES_ALL = 10_000_000  # of a file for many articles
MAX_ITEMS = 2_000  # corrections of one article; each is a pass over its facts
MAX_WORDS = 1_000  # characters of a name or of words in the article
_TYPES = {kind.__name__.lower(): kind for kind in get_args(Correction)}
_BOUNDS: dict[str, dict[str, Any]] = {  # field → what pydantic's Field is told of it
    **{name: {"ge": 0, "le": MAX_CHARACTERS} for name in ("start", "end")},
    "geonameid": {"ge": 0, "le": 2**53},
    "lat": {"ge": -90, "le": 90, "allow_inf_nan": False},
    "lon": {"ge": -180, "le": 180, "allow_inf_nan": False},
    "confidence": {"ge": 0, "le": 1, "allow_inf_nan": False},
    "country": {"pattern": "^[A-Z]{2}$"},
}
_NO_FILE = "This is no file of corrections: download one from the page to see what it looks like."


def write_corrections(corrections: Corrections) -> bytes:
    """The file, one correction a line group, indented."""
    return _written({"dateline_corrections": FORMAT, **_article(corrections)})


def write_all_corrections(items: Sequence[Corrections]) -> bytes:
    """One file for several articles."""
    return _written({"dateline_corrections": FORMAT, "articles": [_article(corrections) for corrections in items]})


def read_corrections(data: bytes | str) -> Corrections:
    """The corrections of a file; raises ArticleError where it is none."""
    return _checked(_loaded(data, MAX_BYTES))


def read_all_corrections(data: bytes | str) -> tuple[Corrections, ...]:
    """Those of a file for several articles, or for one; raises ArticleError where it is neither."""
    value = _loaded(data, MAX_BYTES_ALL)
    if "articles" not in value:
        return (_checked(value),)
    if not isinstance(value["articles"], list):
        raise ArticleError(_NO_FILE)
    return tuple(map(_checked, value["articles"]))


def corrections_schema() -> dict[str, Any]:
    """The JSON Schema of the file, for one article or for several."""
    from pydantic import TypeAdapter, create_model

    article: Any = _article_model()
    form: Any = {"dateline_corrections": (Literal[FORMAT], ...)}
    one: Any = create_model("OneArticle", __base__=article, **form)
    many = create_model("ManyArticles", **form, articles=(list[article], ...))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(one | many).json_schema()}


def _written(value: dict[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair in the article
        return (json.dumps(value, indent=1) + "\n").encode("ascii")


def _article(corrections: Corrections) -> dict[str, Any]:
    items = [{"change": type(item).__name__.lower(), **_plain(item)} for item in corrections.items]
    said = {"published": _plain(corrections.published), "title": corrections.title}
    given = {name: value for name, value in said.items() if value}
    return {"article_id": corrections.article_id, **given, "corrections": items}


def _plain(item: Any) -> Any:
    if is_dataclass(item):
        return {field.name: _plain(getattr(item, field.name)) for field in fields(item)}
    return item.isoformat() if isinstance(item, date) else item


def _loaded(data: bytes | str, limit: int) -> dict[str, Any]:
    if len(data) > limit:
        raise ArticleError("This file of corrections is too large.")
    try:
        value = json.loads(data)  # pydantic's own parser refuses half of a surrogate pair
    except (ValueError, RecursionError) as error:
        raise ArticleError(_NO_FILE) from error
    if not isinstance(value, dict) or value.get("dateline_corrections") != FORMAT:
        raise ArticleError(_NO_FILE)
    return value


def _checked(value: Any) -> Corrections:
    from pydantic import ValidationError

    items = value.get("corrections") if isinstance(value, dict) else None
    if isinstance(items, list) and len(items) > MAX_ITEMS:
        raise ArticleError(f"This file of corrections has more than {MAX_ITEMS:,} for one article.")
    try:
        found: Any = _article_model().model_validate(value)
    except ValidationError as error:
        raise ArticleError(_NO_FILE) from error
    items = tuple(_made(_TYPES[item.change], item) for item in found.corrections)
    return Corrections(found.article_id, items, found.published, found.title)


@cache
def _article_model() -> "type[BaseModel]":
    """The model of one article's corrections, made when a file is first read: pydantic takes a while to import."""
    from pydantic import ConfigDict, Field, create_model

    changes: Any = Union[tuple(map(_model, _TYPES.values()))]  # noqa: UP007 - of a tuple
    item = Annotated[changes, Field(discriminator="change")]
    items: Any = Annotated[list[item], Field(max_length=MAX_ITEMS)]
    said: Any = {
        "article_id": (_field(str, "article_id"), ...),
        "published": (_field(date | None, "published"), None),
        "title": (_field(str | None, "title"), None),
        "corrections": (items, ...),
    }
    return create_model("Article", __config__=ConfigDict(strict=True), **said)


@cache
def _model(kind: type) -> "type[BaseModel]":
    """What the file says of one dataclass: its fields, strictly of their types and within their bounds."""
    from pydantic import ConfigDict, create_model

    hints = get_type_hints(kind)
    change = kind.__name__.lower()
    said: dict[str, Any] = {"change": (Literal[change], ...)} if change in _TYPES else {}
    said |= {field.name: (_field(hints[field.name], field.name), ...) for field in fields(kind)}
    return create_model(kind.__name__, __doc__=kind.__doc__, __config__=ConfigDict(strict=True), **said)


def _field(hint: Any, name: str) -> Any:
    """The type of one field with what is checked of it."""
    from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

    if NoneType in get_args(hint):
        return _field(get_args(hint)[0], name) | None
    if hint in (EntityRef, QuoteRef, PlaceChoice):
        return Annotated[_model(hint), AfterValidator(partial(_made, hint))]
    if hint is date:
        return Annotated[date, BeforeValidator(_day)]
    if hint is str and name not in _BOUNDS:  # pydantic's own max_length refuses half of a surrogate pair
        return Annotated[str, AfterValidator(_short), WithJsonSchema({"type": "string", "maxLength": MAX_WORDS})]
    return Annotated[hint, Field(**_BOUNDS.get(name, {}))]


def _made(kind: Any, model: "BaseModel") -> Any:
    return kind(**{name: value for name, value in model if name != "change"})


def _short(words: str) -> str:
    if len(words) > MAX_WORDS:
        raise ValueError(f"more than {MAX_WORDS:,} characters")
    return words


def _day(value: Any) -> date:
    if not isinstance(value, str):
        raise ValueError("no day")  # pydantic lets a TypeError through
    return date.fromisoformat(value)
