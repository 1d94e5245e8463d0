"""Markdown → plain text: what a reader sees, without the marks; headings become lines of their own.

Not a full parser: marks are taken away by rules that cannot fail, so that any text comes through. No rule may meet
two runs of the same sign side by side (``[ ]*x?[ ]*``): the time would grow with the square of a run's length.
"""

import re

from pipeline.read.document import Document, iso_day, one_line

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^(title|date|published)[ \t]*:(.+)$", re.M | re.I)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.M)
_TABLE_LINE = re.compile(r"^[ \t:|\-]+$", re.M)
_TABLE_CELL = re.compile(r"--:?[ \t]*\|")
_STEPS = tuple(
    (re.compile(pattern, flags), by)
    for pattern, by, flags in (
        (r"<!--(?:(?!<!--|-->).)*-->", "", re.S),
        (r"^ {0,3}(?:```|~~~).*$", "", re.M),  # fences; what they hold stays
        (r"^ {0,3}\[[^\]\n]{1,300}\]:[ \t]*\S.*$", "", re.M),  # targets of links
        (r"^ {0,3}(?:(?:=+|-{3,})[ \t]*|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$", "", re.M),  # rules, underlines
        (r"^ {0,3}(?:>[ \t]?)+", "", re.M),
        (r"^[ \t]*(?:[*+\-]|\d{1,3}[.)])[ \t]+(?=\S)", "", re.M),
        (r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,300}\])", "", 0),  # pictures
        (r"\[([^\[\]\n]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,300}\])", r"\1", 0),
        (r"<(https?://[^>\s]{1,2000})>", r"\1", 0),
        (r"</?[A-Za-z][^<>\n]{0,500}>", "", 0),
        (r"(?<![\\\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])", r"\2", 0),
        (r"(?<![\\\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\w_])", r"\2", 0),
        (r"(?<!`)(`{1,3})([^`\n]{1,2000})\1(?!`)", r"\2", 0),
        (r"\\([!-/:-@\[-`{-~])", r"\1", 0),
        (r"\n{3,}", "\n\n", 0),
    )
)


def read_markdown(text: str) -> Document:
    """The plain text; title and date from the front matter, else the title from the first heading."""
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    body = text[front.end() :] if front else text
    heading = _HEADING.search(body)
    title = fields.get("title") or (plain(_words(heading)) if heading else None)
    published = iso_day(fields.get("published") or fields.get("date"))
    return Document(plain(body).strip("\n"), title=one_line(title), published=published)


def plain(text: str) -> str:
    """The text without Markdown's marks."""
    text = _HEADING.sub(lambda heading: _words(heading) + "\n", text)
    text = _TABLE_LINE.sub(lambda line: "" if _TABLE_CELL.search(line[0]) else line[0], text)
    for pattern, by in _STEPS:
        text = pattern.sub(by, text)
    return text


def _words(heading: re.Match[str]) -> str:
    """A heading without the marks that may close it; a pattern for them would take a square of a long line's time."""
    line = heading[1].rstrip(" \t")
    return line.rstrip("#").rstrip(" \t")
