"""The publication day, if the text states it beyond doubt."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.dates.days import full_day
from pipeline.dates.grammar import find_matches
from pipeline.dates.numeric import figures_day
from pipeline.dates.tokens import tokenise
from pipeline.text.layout import Block, Layout

_HEAD_LINES = 15  # headline, byline, credit, date line: beyond them the story has begun
_TAIL_LINES = 4  # "Published on ..." at the foot
_APART = timedelta(days=3)  # a dateline may be older than the date line
_LONGEST_LINE = 400  # a date line is short; a dateline opens a paragraph, so only its start is read

_LABEL = re.compile(
    r"\W*(?:first |originally |article |story )?(?:published|posted|released|issued|filed|sent|date|dated)\b"
    r"(?: (?:on|at|online|date|by [\w .]{1,40}?,?)){0,2}\W*",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\W*(?:last )?(?:updated|modified|revised)\b(?: (?:on|at))?\W*", re.IGNORECASE)
_BYLINE = re.compile(r"\W*+By\s++[^.!?]{1,79}[^.!?\s,|·•–—-][\s,|·•–—-]++(?:on\s++)?")
# What may stand beside a date on a date line: a clock time, a zone, the name of an agency in brackets.
# Atomic: what has been read as one of these is never read again as another, or "(AB) (AB) ..." takes for ever.
_BESIDE = re.compile(
    r"(?>(?>at|on|updated|[ap]\.?m\.?|\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?|\([A-Z][\w ]{0,20}\)|\b[A-Z]{2,4}\b|T|Z"
    r"|[+-]\d\d:?\d\d|\d min(?:ute)?s? read|\W)*)"
)
# RAFAH, Gaza Strip, March 18, 2024 (Reuters) -
_PLACE = re.compile(r"[A-Z][A-Z.'’ -]{2,60}(?:,\s*[A-Z][\w.'’ -]{1,30}){0,2}\s*[,(–—-]\s*(?:[A-Z]{2,4}[,–—-]\s*)?")
_CITY = re.compile(r"[A-Z][A-Z.'’/-]*(?: [A-Z][A-Z.'’/-]*){0,2},?\s+")  # HONG KONG 1996-08-22
_FIGURES = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d\d")  # no day with a year is without one of these
_DASH = re.compile(r"\)?\s*+(?:[(/][\w ./]{2,40}[)/]\s*+)?(?:[-–—:]|\))")


def published_from_text(text: str) -> date | None:
    """The day in the date line, the dateline or a "Published" line; None where no line tells one surely."""
    told, changed = [], None
    for line in _lines(text):
        for start, end, day in _days(text, line):
            before, after = text[line.start : start], text[end : line.end]
            if _LABEL.fullmatch(before):
                return day
            if _CHANGED.fullmatch(before):
                changed = changed or day
            elif _is_date_line(before, after, at_start=start == line.start):
                told.append(day)
    # Far apart, they are the headings of a timeline and no date of publication.
    sure = told and max(told) - min(told) <= _APART
    return told[0] if sure else changed


def parse_day(words: str) -> date | None:
    """A whole string that is one day, with a clock time or not: for metadata. None where in doubt."""
    stripped = words.strip()[:_LONGEST_LINE]
    block = Block(0, len(stripped))
    for start, end, day in _days(stripped, block):
        if not stripped[:start].strip() and _BESIDE.fullmatch(stripped[end:]):
            return day
    return None


def _is_date_line(before: str, after: str, *, at_start: bool) -> bool:
    alone = at_start or any(lead.fullmatch(before) for lead in (_BESIDE, _BYLINE, _CITY))
    if alone and _BESIDE.fullmatch(after):
        return True
    return bool(_PLACE.fullmatch(before) and _DASH.match(after))


def _lines(text: str) -> Iterator[Block]:
    """The beginnings of the first lines that are not empty, and of the last."""
    found = list(re.finditer(r"\S[^\n]*", text[:20_000]))
    tail = list(re.finditer(r"\S[^\n]*", text[-2_000:])) if len(text) > 20_000 else found[_HEAD_LINES:]
    shift = len(text) - 2_000 if len(text) > 20_000 else 0
    for line in found[:_HEAD_LINES]:
        yield Block(line.start(), min(line.end(), line.start() + _LONGEST_LINE))
    for line in tail[-_TAIL_LINES:]:
        if _LABEL.match(line.group()) or _CHANGED.match(line.group()):
            yield Block(line.start() + shift, min(line.end(), line.start() + _LONGEST_LINE) + shift)


def _days(text: str, line: Block) -> Iterator[tuple[int, int, date]]:
    """Start, end and day of each day with a year in one line."""
    words = text[line.start : line.end]
    if not _FIGURES.search(words):
        return
    for match in find_matches(tokenise(words, Layout((Block(0, len(words)),)))):
        read = None
        if match.reader == "full_day":
            read = full_day(match, None)
        elif match.reader == "numeric_day":
            read = figures_day(words[match.start : match.end], "unknown")
        if read:
            yield line.start + match.start, line.start + match.end, read.first
