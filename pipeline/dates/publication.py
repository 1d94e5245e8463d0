"""The publication day, if the text states it beyond doubt."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

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
    r"\W*(?:first |originally |article |story ){0,2}(?:published|posted|uploaded|submitted|created|added"
    r"|released?|issued|filed|sent|date|dated|(?:publication|release|publish|issue) date|date (?:published|posted)"
    r"|for immediate release)\b"
    r"(?: (?:on|at|online|date|time|by [\w .]{1,40}?,?|in [\w .&'’]{1,40}?,)){0,2}\W*",
    re.IGNORECASE,
)
_SENTENCE_LABEL = re.compile(  # "This story was originally published in The Valley Post on"
    r"\W*th(?:is|e) (?:story|article|piece|post|report|column|interview|essay|feature)(?: (?:was|has been))?"
    r"(?: first| originally)? (?:published|posted|printed|aired|appeared)"
    r"(?: (?:in|by|at|on) (?:the )?[A-Z][\w .&'’-]{1,40}?)?,? on\s",
    re.IGNORECASE,
)
_IN_PRINT = re.compile(r"A version of this (?:article|story) (?:appears|appeared) in print (?:[\w ]{1,30} )?on ", re.I)
_CHANGED = re.compile(r"\W*(?:last )?(?:updated|modified|revised)\b(?: (?:on|at))?\W*", re.IGNORECASE)
_LABEL_BEHIND = re.compile(  # the label that ends "Written by Mira Dolan | Pune | Updated:"
    r"(?<!\w)(?:(?P<published>(?:first |originally )?(?:published|posted))|(?:last )?(?P<changed>updated|modified))"
    r"(?: (?:on|at|time))?\W*\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\W*+(?:By|BY|by)\s++[^.!?]{1,79}[^.!?\s,|·•–—-][\s,|·•–—-]++(?:on\s++)?")
# What may stand beside a date on a date line: a clock time, a zone, the name of an agency in brackets.
# Atomic: what has been read as one of these is never read again as another, or "(AB) (AB) ..." takes for ever.
_BESIDE = re.compile(
    r"(?>(?>at|on|[Ll]ast|[Uu]pdated|[ap]\.?m\.?|"
    r"\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?|\([A-Z][\w ]{0,20}\)|\b[A-Z]{2,4}\b"
    r"|T|Z|[+-]\d\d?(?::?\d\d)?|\d min(?:ute)?s? read|\W)*)"
)
# RAFAH, Gaza Strip, March 18, 2024 (Reuters) -
_PLACE = re.compile(r"[A-Z][A-Z.'’ -]{2,60}(?:,\s*[A-Z][\w.'’ -]{1,30}){0,2}\s*[,(–—-]\s*(?:[A-Z]{2,4}[,–—-]\s*)?")
_CITY = re.compile(r"[A-Z][A-Z.'’/-]*(?: [A-Z][A-Z.'’/-]*){0,2},?\s+")  # HONG KONG 1996-08-22
_FIGURES = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d\d")  # no day with a year is without one of these
_WIRE_PLACE = re.compile(r"[A-Z][\w.,'’ &-]{2,60}--\(BUSINESS WIRE\)--")
# Pune, March 18, 2024: in the usual letters; a long sentence follows
_TOWN = re.compile(r"[A-Z][a-z'’-]{1,30}(?: [A-Z][a-z'’-]{1,30}){0,2}(?:,| [-–—]) (?:[A-Z][a-z]{5,8}, )?")
_TOWN_BEHIND = re.compile(r",? \(?[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2}\)? ?[-–—:] ?(?=[A-Z“\"])")
_SHORTEST_STORY = 60  # characters
_LONGEST_NAMES = 120
_SEPARATOR = re.compile(r"[|·•/–—,()]|\s-")
_NAMES = re.compile(
    r"(?i:by |from |source: ?|author: ?|(?:story|written|reported) by:? )?(?:(?:Our|our|the|a|An?) )?"
    r"[A-Z][\w.'’&-]{0,30}"
    r"(?: (?:of|in|the|and|for|from|at|correspondent|reporter|writer|staff|&|[A-Z][\w.'’&-]{0,30})){0,6}"
    r"|(?i:from )?(?:our|a) (?:staff |special |own )?(?:correspondent|reporter|writer)(?: in [A-Z]\w{1,30})?"
    r"|(?i:updated )?\d{1,2} (?:min(?:ute)?s?|hours?|days?) (?:ago|read)|\d+ comments?|(?i:page) \w{1,4}"
)
# Of a second day on the line, which its commas part: "Updated March 20", "2024 at 9:15 a.m."
_PART_OF_DAY = re.compile(
    r"(?:(?:last )?updated:? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?!\d)|(?:\d{1,2} [A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d\b)",
    re.I,
)
_PAPER = re.compile(
    r"\b(?:Times|Post|News|Herald|Gazette|Guardian|Telegraph|Journal|Tribune|Star|Mail|Express|Standard|Chronicle|Mirror"
    r"|Globe|Daily|Press|Agency|Review|Observer|Independent|Monitor|Mercury|Echo|Courier|Argus|Examiner|Bulletin|Dispatch"
    r"|Record|Nation|Citizen|Punch|Reuters|AFP|AP|PTI|Xinhua|BBC|CNN|Advertiser|Register|Sentinel|Inquirer|Enquirer)\b"
)
_GLUED_CLOCK = re.compile(r"\b((?:19|20)\d\d)(?=\d{1,2}:\d\d\s?[AP]M)")  # August 13, 20224:38 AM
_DASH = re.compile(r"\)?\s*+(?:[(/][\w ./]{2,40}[)/]\s*+)?(?:[-–—:]|\))")


def published_from_text(text: str) -> date | None:
    """The day in the date line, the dateline or a "Published" line; None where no line tells one surely."""
    told, weaker, begun = [], [], False
    for number, line in enumerate(_lines(text)):
        for before, after, day in _days(line):
            kind = _kind(before, after, opens=not number, begun=begun)
            if kind == "published":
                return day
            if kind == "told":
                told.append(day)
            elif kind:
                weaker.append(day)
        begun = begun or (len(line) >= _SHORTEST_STORY and line.rstrip("”\"’' ").endswith((".", "?", "!")))
    # Far apart, they are the headings of a timeline and no date of publication.
    sure = told and max(told) - min(told) <= _APART
    return told[0] if sure else next(iter(weaker), None)


def parse_day(words: str) -> date | None:
    """A whole string that is one day, with a clock time or not: for metadata. None where in doubt."""
    stripped = words.strip()[:_LONGEST_LINE]
    for before, after, day in _days(stripped):
        if not before.strip() and _BESIDE.fullmatch(after):
            return day
    return None


def _kind(before: str, after: str, *, opens: bool, begun: bool) -> Literal["published", "told", "changed"] | None:
    """What the words on both sides of a day on its line say about it.

    opens: whether it is the first line of the text; begun: whether a line of the story stands before it.
    """
    if _LABEL.fullmatch(before) or _SENTENCE_LABEL.fullmatch(before):
        return "published"
    if _CHANGED.fullmatch(before) or _IN_PRINT.fullmatch(before):
        return "changed"
    if _is_date_line(before, after) or (not begun and _opens_story(before, after)):
        return "told"
    if begun or len(before) + len(after) > _LONGEST_NAMES:
        return None
    label = _LABEL_BEHIND.search(before)
    named = before[: label.start()] if label else before
    if not all(map(_is_beside, [*_SEPARATOR.split(named), *_SEPARATOR.split(after)])):
        return None
    if label:
        return "published" if label["published"] else "changed"
    return "told" if not opens or _PAPER.search(before + after) else None


def _is_beside(words: str) -> bool:
    """Whether words may stand on a date line: a name, a clock time, "5 min read"."""
    other_day = _PART_OF_DAY.match(words.strip())
    rest = words.strip()[other_day.end() :] if other_day else words
    return bool(_NAMES.fullmatch(words.strip()) or _BESIDE.fullmatch(rest))


def _is_date_line(before: str, after: str) -> bool:
    alone = not before or any(lead.fullmatch(before) for lead in (_BESIDE, _BYLINE, _CITY))
    if alone and _BESIDE.fullmatch(after):
        return True
    return bool(
        (_PLACE.fullmatch(before) and _DASH.match(after)) or (_WIRE_PLACE.fullmatch(before) and after[:2] == "--")
    )


def _opens_story(before: str, after: str) -> bool:
    """Whether a place and a day open the first paragraph: "Pune, March 18, 2024:", "March 18, 2024, Pune -"."""
    if _TOWN.fullmatch(before):
        return _is_story_behind(after)
    place = _TOWN_BEHIND.match(after) if not before else None
    return place is not None and len(after) - place.end() >= _SHORTEST_STORY


def _is_story_behind(after: str) -> bool:
    """Whether a dash or colon and a long sentence follow a day."""
    dash = _DASH.match(after)
    rest = after[dash.end() :].lstrip(" -–—") if dash else ""
    return rest[:1].isupper() and len(rest) >= _SHORTEST_STORY


def _lines(text: str) -> Iterator[str]:
    """The beginnings of the first lines that are not empty, and of the last."""
    found = re.findall(r"\S[^\n]*", text[:20_000])
    tail = re.findall(r"\S[^\n]*", text[-2_000:]) if len(text) > 20_000 else found[_HEAD_LINES:]
    for line in found[:_HEAD_LINES]:
        yield line[:_LONGEST_LINE].rstrip()
    for line in tail[-_TAIL_LINES:]:
        if any(label.match(line) for label in (_LABEL, _CHANGED, _SENTENCE_LABEL, _IN_PRINT)):
            yield line[:_LONGEST_LINE].rstrip()


def _days(line: str) -> Iterator[tuple[str, str, date]]:
    """What stands before and behind each day with a year in one line, and the day."""
    if not _FIGURES.search(line):
        return
    line = _GLUED_CLOCK.sub(r"\1 ", line)
    for match in find_matches(tokenise(line, Layout((Block(0, len(line)),)))):
        read = None
        if match.reader == "full_day":
            read = full_day(match, None)
        elif match.reader == "numeric_day":
            read = figures_day(line[match.start : match.end], "unknown")
        if read:
            yield line[: match.start], line[match.end :], read.first
