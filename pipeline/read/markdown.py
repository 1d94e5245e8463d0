"""Markdown → plain text: what a reader sees, without the marks; headings become lines of their own.

markdown-it-py reads the text as CommonMark does. What content systems add around it is taken away before: front
matter in YAML, TOML or JSON, which tells title and day; shortcodes; footnotes, which stand at the end.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.read.document import Document, one_line
from pipeline.read.told_day import read_told

if TYPE_CHECKING:
    from markdown_it.token import Token

_LONGEST_FRONT = 50_000
_YEAR = 4  # digits: more than the entries of a list have
_FRONT = re.compile(
    r"\ufeff?(?P<mark>---|\+\+\+)(?:yaml|json|toml)?[ \t]*\n(?P<fields>.*?)\n(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|\Z)", re.S
)
# Fields without marks around them, as Pelican, Hexo and MultiMarkdown have them; title, authors and day for Pandoc.
_FIELD = r"[A-Za-z][\w-]{0,30}:(?:[ \t].*)?\n|[ \t]*- .*\n"
_BARE = re.compile(
    rf"\ufeff?(?=(?:[\w-]{{1,30}}:.*\n){{0,20}}?title:)(?P<fields>(?:{_FIELD}){{2,30}})(?:---)?[ \t]*\n", re.I
)
_PANDOC = re.compile(r"\ufeff?% ?(?P<title>.*)\n% ?(?P<author>.*)\n(?:% ?(?P<date>.*)\n)?")
_DAYS = ("publishdate", "publish_date", "published", "published_at", "publishedat", "pubdate", "date_published",
         "datepublished", "publication_date", "date", "created", "created_at")  # fmt: skip
_SHORTCODE = re.compile(r"\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|(?<!\\)\{:[^{}\n]{0,200}\}")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
_NOTE = re.compile(r"^ {0,3}\[\^[^\[\]\s]{1,50}\]:[ \t]*(\S.*(?:\n {4}\S.*)*)", re.M)
_NOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_COMMENT = re.compile(r"<!--(?>(?:(?!<!--|-->).)*)-->", re.S)
# Boxes, a table of contents and the long forms of abbreviations, as several kinds of Markdown write them; :smile: too.
_BOX = re.compile(r"^ {0,3}(?::{3,}.*|\[\[?_?toc_?\]\]?|\{:?toc\}|\*\[[^\[\]\n]{1,40}\]:.*)$\n?", re.I | re.M)
_NAMED_BOX = re.compile(r"^ {0,3}(?:!!!|\?\?\?)\+? ?[\w-]{1,30}(?: \"(.*)\")?[ \t]*$", re.M)
_DEFINITION = re.compile(r"(?<=\S\n):[ \t]{1,3}(?=\S)")
_PICTOGRAM = re.compile(
    r"(?:(?<=\s)|(?<![\s\S])):(?:[a-z][a-z0-9]{1,20}(?:[_-][a-z0-9]{1,20}){0,6}|[+-]1):(?=[\s.,;!?)]|\Z)[ \t]?"
)
_TASK = re.compile(r"\[[ xX]\] (?=\S)")
_BREAK_TAG = re.compile(r"<br\b[^<>]{0,100}>|</(?:p|div|h[1-6]|li|tr|summary|details|figcaption|blockquote)>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")

# What content systems add to CommonMark: ==words== shown in colour, H~2~O and 10^th^ below and above the line.
_COLOURED = re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]{1,200})(?<=\S)==(?![=\w])")
_RAISED = re.compile(r"(?<=\w)([~^])([\w+-]{1,12})\1(?!\1)")


def read_markdown(text: str) -> Document:
    """The plain text; title and day from the front matter, else the title from the first heading."""
    text = text.replace("\r\n", "\n")
    fields, body = _front_matter(text)
    tokens = _parse(body)
    heading = next((_line(tokens[n + 1]) for n, token in enumerate(tokens) if token.type == "heading_open"), None)
    title = fields.get("title")
    return Document(
        # Nested so deep that the parser gives it up, the text stays as it is.
        _text(tokens, body) or body.strip(),
        title=one_line(title if isinstance(title, str) else heading),
        published=_day(fields),
    )


def plain(text: str) -> str:
    """The text without Markdown's marks."""
    return _text(_parse(text), text)


def _front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """The fields above the text, their names in small letters, and the text below them."""
    head = text[:_LONGEST_FRONT]
    if head.lstrip("\ufeff").startswith("{"):
        start = head.index("{")
        try:
            fields, end = json.JSONDecoder(strict=False).raw_decode(head, start)
        except (ValueError, RecursionError):
            return {}, text
        return _small(fields), text[end:]
    if found := _FRONT.match(head):
        read = _toml if found["mark"] == "+++" else _json if found["fields"].lstrip().startswith("{") else _yaml
        return _small(read(found["fields"])), text[found.end() :]
    if found := _BARE.match(head):
        return _small(_yaml(found["fields"])), text[found.end() :]
    if found := _PANDOC.match(head):
        return {name: words or "" for name, words in found.groupdict().items()}, text[found.end() :]
    return {}, text


def _json(fields: str) -> Any:
    try:
        return json.loads(fields, strict=False)
    except (ValueError, RecursionError):
        return {}


def _yaml(fields: str) -> Any:
    import yaml

    try:
        return yaml.load(fields, yaml.BaseLoader)  # noqa: S506 - makes strings, lists and mappings alone
    except (yaml.YAMLError, RecursionError, ValueError):
        pairs = (line.partition(":") for line in fields.split("\n"))  # "title: Bridge: closed" is none of YAML's
        return {key.strip(): value.strip().strip("\"'") for key, colon, value in pairs if colon and value.strip()}


def _toml(fields: str) -> Any:
    try:
        return tomllib.loads(fields)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _small(fields: Any) -> Mapping[str, Any]:
    return {str(key).lower(): value for key, value in fields.items()} if isinstance(fields, dict) else {}


def _day(fields: Mapping[str, Any]) -> date | None:
    """The first field that is a day: ``published`` may only say whether a text is."""
    for name in _DAYS:
        value = fields.get(name)
        told = read_told(str(value), "front matter") if isinstance(value, str | date) else None
        if told:
            return told.day
    return None


def _parse(text: str) -> list["Token"]:
    from markdown_it import MarkdownIt

    text = _COMMENT.sub("", text).replace("<!--", "")  # one left open would be looked for again at each of them
    text = _SHORTCODE.sub("", text)
    text = _NAMED_BOX.sub(r"\1", _BOX.sub("", _PICTOGRAM.sub("", text)))
    text = _DEFINITION.sub("", _WIKI_LINK.sub(r"\1", text))
    text = _NOTE_MARK.sub("", _NOTE.sub("", text))
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def _text(tokens: Iterable["Token"], source: str) -> str:
    """Paragraphs with an empty line between them, entries of a list line by line, the footnotes at the end."""
    lines = ["".join(_blocks(tokens)).replace(" | \n", "\n").strip("\n")]
    lines += [plain(note[1]) for note in _NOTE.finditer(source)]
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(filter(None, lines)))


_AFTER = {
    **dict.fromkeys(("th_close", "td_close"), " | "),
    **dict.fromkeys(("tr_close", "bullet_list_close", "ordered_list_close", "table_close"), "\n"),
}


def _blocks(tokens: Iterable["Token"]) -> Iterator[str]:
    """The words of each block and the breaks between blocks; cells of a row with a bar between."""
    for token in tokens:
        if token.type == "inline":
            yield _line(token)
        elif token.type in ("paragraph_close", "heading_close"):
            yield "\n" if token.hidden else "\n\n"
        elif token.type in ("fence", "code_block"):
            yield f"{token.content}\n"
        elif token.type == "html_block":
            yield f"{_without_tags(token.content).strip()}\n\n"
        elif token.type == "list_item_open" and len(token.info) >= _YEAR:
            yield f"{token.info}{token.markup} "  # "1968. It was a year of change" is no entry of a list
        else:
            yield _AFTER.get(token.type, "")


def _line(inline: "Token") -> str:
    """The words of one paragraph: no pictures, no tags, links as their text."""
    parts = []
    for token in inline.children or ():
        if token.type == "text":
            parts.append(_RAISED.sub(r"\2", _COLOURED.sub(r"\1", token.content)))
        elif token.type == "code_inline":
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "html_inline":
            parts.append(_without_tags(token.content))
    line = "".join(parts).strip()
    return _TASK.sub("", line, count=1) if line.startswith("[") and _TASK.match(line) else line


def _without_tags(html: str) -> str:
    return _TAG.sub("", _BREAK_TAG.sub("\n", html))
