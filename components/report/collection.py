"""Many articles as one self-contained HTML file of bounded size. No Streamlit.

Names, speakers, quotes and places have a section each, with a chart and a table of at most MOST rows.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from components.charts.collection_svg import Bar, day_lanes, name_bars
from components.charts.svg import sheet_look
from components.formatting import QUOTE_KINDS, count, one_line, percent, span, times
from components.html.reading import as_read
from components.map.borders import country_name
from components.map.pins import LIKELY, Spot
from components.palette import KINDS, OTHER, Kind
from components.report.citation import cite_many, own_name
from components.report.frame import NARROW, WIDE, document, settings, tiles
from components.report.html import Column, both, doubt, plain, sentence, table, words
from components.report.map import maps
from components.rows.article import said_by
from components.rows.collection import MOST, Gathered, called, iso, number, others
from components.rows.unclear import UNCLEAR
from pipeline.gazetteer import Gazetteer

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedName, ListedPlace, ListedQuote, ListedSpeaker

ALL_DOUBTFUL = "Each of these names fits several places about equally well, so no pin is drawn."
_KINDS = {kind.id: kind for kind in (*KINDS, OTHER)}
_SEEN = (("First", "day"), ("Last", "day"))


def spot_of(row: "ListedPlace") -> Spot:
    """The pin of a place; its size is the number of articles that name it."""
    name = one_line(row.name or "")
    reason = f"named {times(row.mentions)} in {count(row.articles, 'article')}"
    return Spot(
        id=row.key,
        name=name,
        country=row.country,
        kind=row.kind or "area",
        lat=row.lat,
        lon=row.lon,
        count=row.articles,
        confidence=row.confidence,
        reason=reason,
        geonameid=row.geonameid,
        written=(name,),
        entity_ids=(row.key,),
        official=name,
    )


def likely_spots(rows: "Sequence[ListedPlace]") -> list[Spot]:
    """The pins of those places that are sure enough to be drawn."""
    return [spot_of(row) for row in rows if row.confidence >= LIKELY]


def listed(one: str, total: int, how: str, columns: Sequence[tuple[str, str]], rows: list[list[str]]) -> str:
    """A table as HTML, with a sentence before it if rows are left out; how: which rows are shown, in words."""
    shown, many = len(rows), count(total, one)
    more = sentence(f"The table has {shown:,} of {many}, those {how}; the tables to download have all.")
    caption = f"All {many}" if shown >= total else f"{shown:,} of {many}"
    head = [Column(name, css) for name, css in columns]
    return (more if shown < total else "") + table(caption, head, rows)


def names_part(facts: Gathered) -> str:
    """The section on names, as HTML."""
    if not facts.entities:
        return sentence("No names were found in these articles.")
    drawn = [_bar(row, row.articles, number(row.articles), f"k-{_kind(row).id}") for row in facts.entities]
    shown = {_kind(row).id for row in facts.entities[:20]}
    items = "".join(
        f'<li><i class="k-{id}"></i>{plain(kind.plural)}</li>' for id, kind in _KINDS.items() if id in shown
    )
    rows = [
        [_with_others(row), plain(_kind(row).singular), number(row.articles), number(row.mentions), *_seen(row)]
        for row in facts.entities
    ]
    columns = [("Name", ""), ("Kind", "bare"), ("Articles", "number"), ("Mentions", "number"), *_SEEN]
    return f'<ul class="legend">{items}</ul>{_both(drawn, "Articles that name it")}' + listed(
        "name", facts.summary.entities, "that most articles name", columns, rows
    )


def _seen(row: "ListedName | ListedSpeaker | ListedPlace") -> list[str]:
    return [iso(row.first_day), iso(row.last_day)]


def _kind(row: "ListedName") -> Kind:
    return _KINDS.get(row.kind, OTHER)


def _with_others(row: "ListedName | ListedSpeaker") -> str:
    also = others(row)
    return words(row.name) + (f' <span class="also">also {words(also)}</span>' if also else "")


def _bar(row: "ListedName | ListedSpeaker", value: int, words: str, colour: str) -> Bar:
    return Bar(one_line(row.name), value, words, f"var(--{colour})", row.first_day, row.last_day)


def _both(drawn: Sequence[Bar], title: str) -> str:
    wide, narrow = (name_bars(drawn, sheet_look("-c"), title=title, width=width) for width in (WIDE, NARROW))
    return both(wide, narrow)


def speakers_part(facts: Gathered) -> str:
    """The section on speakers, as HTML."""
    if not facts.speakers:
        return sentence("No named speaker is quoted in these articles.")
    drawn = [_bar(row, row.words, f"{row.words:,} · {percent(row.share)}", "q-direct") for row in facts.speakers]
    rows = [
        [
            _with_others(row),
            *map(number, (row.articles, row.quotes, row.words)),
            percent(row.share),
            *_seen(row),
        ]
        for row in facts.speakers
    ]
    counts = [(name, "number") for name in ("Articles", "Quotes", "Words", "Share of words")]
    return _both(drawn, "Words quoted") + listed(
        "named speaker", facts.summary.speakers, "with most words", [("Speaker", ""), *counts, *_SEEN], rows
    )


def quotes_part(facts: Gathered) -> str:
    """The section on quotes, as HTML: the calendar, and a table of the latest."""
    if not facts.quotes:
        return sentence("These articles quote nobody.")
    drawn = ""
    if facts.days:
        wide, narrow = (day_lanes(facts.days, facts.step, sheet_look("-d"), width=width) for width in (WIDE, NARROW))
        said = f"Quotes by {facts.step} and speaker: the day it was said, else the day of publication."
        drawn = both(wide, narrow, caption=said)
    rows = [
        [
            words(_speaker(row)) if _speaker(row) != UNCLEAR else doubt(UNCLEAR),
            QUOTE_KINDS[row.kind], words(as_read(row)), iso(row.day) or doubt("not told"),
            words(called(row.title, None, row.article_id)),
        ]
        for row in facts.quotes
    ]  # fmt: skip
    columns = [("Speaker", ""), ("Kind", "bare"), ("Quote", "wide"), ("Day", "day"), ("Article", "why")]
    return drawn + listed("quote", facts.summary.quotes, "of the latest days", columns, rows)


def _speaker(row: "ListedQuote") -> str:
    return said_by(row.speaker, row.speaker_text)


def places_part(facts: Gathered, gazetteer: Gazetteer | None) -> str:
    """The section on places, as HTML."""
    if not facts.pins:
        return sentence("These articles name no place that could be put on a map.")
    rows = [
        [
            words(row.name), words(country_name(row.country)), plain((row.kind or "").capitalize()),
            number(row.articles), number(row.mentions), f"{row.lat:.3f}, {row.lon:.3f}", *_seen(row),
        ]
        for row in facts.pins
    ]  # fmt: skip
    columns = [
        ("Place", ""), ("Country", "bare"), ("Kind", "bare"), ("Articles", "number"), ("Mentions", "number"),
        ("Latitude, longitude", "day"), *_SEEN,
    ]  # fmt: skip
    spots = likely_spots(facts.pins)
    return (maps(spots, gazetteer) if spots else sentence(ALL_DOUBTFUL)) + listed(
        "place", facts.summary.places, "that most articles name", columns, rows
    )


def collection_report(
    facts: Gathered,
    name: str,
    *,
    version: str,
    model: str,
    edited: int = 0,
    gazetteer: Gazetteer | None = None,
) -> str:
    """The file's text; edited: the number of facts that a reader corrected, where it is known."""
    parts = {
        "Overview": _overview(facts),
        "Articles": _articles(facts),
        "Names": names_part(facts),
        "Speakers": speakers_part(facts),
        "Quotes": quotes_part(facts),
        "Places": places_part(facts, gazetteer),
        "Method": _method(facts, version, model, edited),
    }
    return document(name, _byline(facts), parts, about="Report on many articles", version=version)


def _byline(facts: Gathered) -> str:
    summary, parts = facts.summary, [count(facts.summary.articles, "article")]
    if facts.summary.articles != facts.of_all:
        parts[0] += f" of {facts.of_all:,}"
    if summary.first_day and summary.last_day:
        parts.append(f"published {span(summary.first_day, summary.last_day)}")
    parts.append(count(summary.words, "word"))
    chosen = [words(facts.selection)] if facts.selection else []
    return " · ".join([*map(plain, parts), *chosen])


def _overview(facts: Gathered) -> str:
    summary = facts.summary
    rows = [
        (summary.articles, "article", "articles"), (summary.words, "word", "words"),
        (summary.entities, "name", "names"), (summary.speakers, "named speaker", "named speakers"),
        (summary.quotes, "quote", "quotes"), (summary.places, "place", "places"),
    ]  # fmt: skip
    lines = []
    if summary.undated:
        lines.append(f"{count(summary.undated, 'article has', 'articles have')} no publication date.")
    if summary.unnamed_quotes:
        lines.append(f"{count(summary.unnamed_quotes, 'quote has', 'quotes have')} no named speaker.")
    if summary.unplaced:
        lines.append(f"{count(summary.unplaced, 'mention')} of places could not be put on the map.")
    notes = "".join(f"<li>{plain(line)}</li>" for line in lines)
    notes += "".join(f"<li>{words(what)}: {words(why)}</li>" for what, why in facts.failed)
    return tiles(rows) + (f'<h3>Notes</h3><ul class="notes">{notes}</ul>' if notes else "")


def _articles(facts: Gathered) -> str:
    if not facts.articles:
        return sentence("No article is in this selection.")
    rows = [
        [
            words(called(row.title, row.source, row.id)), words(row.source), iso(row.day) or doubt("not known"),
            *map(number, (row.words, row.entities, row.speakers, row.quotes, row.places)),
        ]
        for row in facts.articles
    ]  # fmt: skip
    counts = [(name, "number") for name in ("Words", "Names", "Speakers", "Quotes", "Places")]
    columns = [("Article", ""), ("Source", "bare"), ("Published", "day"), *counts]
    return listed("article", facts.summary.articles, "published last", columns, rows)


def _method(facts: Gathered, version: str, model: str, edited: int) -> str:
    summary = facts.summary
    by_hand = count(edited, "fact") if edited else "none"
    rows = [
        ("Program", plain(f"Dateline {version}, on the reader’s own machine")),
        ("Language model", plain(own_name(model))),
        ("Articles", plain(f"{summary.articles:,}, {summary.failed:,} more could not be done")),
        ("Selection", words(facts.selection) or "all articles"),
        ("Corrected by a reader", plain(by_hand)),
        ("Names", "spellings of one name are put together over the articles; each article’s own count is kept"),
        ("Rows", plain(f"at most {MOST} in a table")),
    ]
    line = cite_many(
        summary.articles, (summary.first_day, summary.last_day), facts.selection, edited, version=version, model=model
    )
    return settings(rows, line)
