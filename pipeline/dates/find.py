"""Finds and resolves date expressions."""

from datetime import date

from spacy.tokens import Doc

from pipeline.dates import days, months, offsets, periods, relative, weekdays, years
from pipeline.dates.context import DateContext
from pipeline.dates.false_dates import in_dateline, is_date
from pipeline.dates.grammar import DateMatch, find_matches
from pipeline.dates.narrative import is_narrative, keep_story
from pipeline.dates.numeric import day_order
from pipeline.dates.period import CalendarPeriod
from pipeline.dates.tokens import Tokens, codes, tokenise
from pipeline.model import DateRef
from pipeline.text.layout import Layout

_MODULES = (days, months, years, periods, weekdays, offsets, relative)
_FIRST_YEAR, _LAST_YEAR = 200, 9800  # beyond them "a century ago" would leave the calendar
READERS = {name: reader for module in _MODULES for name, reader in module.READERS.items()}


def find_dates(
    doc: Doc, text: str, *, published: date | None, layout: Layout, model_text: str | None = None
) -> tuple[DateRef, ...]:
    """DATE and TIME expressions sorted by start, resolved against the publication day.

    model_text: the text of doc, where it is at hand; spaCy would put it together anew.
    """
    if published and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    tokens = tokenise(text, layout, doc.text if model_text is None else model_text)
    context = DateContext(doc, text, published, day_order(_figures(tokens)))
    matches = find_matches(tokens)
    context.narrative = is_narrative(matches, published)
    found = []
    for candidate in matches:
        match = offsets.without_duration(candidate, context)
        if not is_date(match, context):
            continue
        read = READERS[match.reader](match, context)
        if read and not in_dateline(match):
            context.remember(read, match)
            keep_story(read, match, context)
        found.append(_date_ref(match, read, text))
    return tuple(found)


def _date_ref(match: DateMatch, read: CalendarPeriod | None, text: str) -> DateRef:
    value, unit = (read.iso(), read.unit) if read else (None, None)
    return DateRef(match.start, match.end, text[match.start : match.end], value, unit)


def _figures(tokens: Tokens) -> list[str]:
    wanted = codes()["numeric"]
    if wanted not in tokens.classes:
        return []
    return [tokens.text[tokens.starts[n] : tokens.ends[n]] for n, kind in enumerate(tokens.classes) if kind == wanted]
