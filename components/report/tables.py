"""The tables of the report: each fact with its reason and links to its sentences. No Streamlit."""

from bisect import bisect_right
from collections.abc import Callable

from components.formatting import QUOTE_KINDS, SEASONS, count, day
from components.html.reading import as_read
from components.map.borders import countries
from components.map.pins import Spot, spots, unplaced
from components.report.article_text import quote_id
from components.report.html import Column, corrected, doubt, links, plain, table, words
from components.rows.article import Span, WordRuler, entity_rows, mentions_by_entity, speaker_name
from components.rows.unclear import UNCLEAR, is_unclear
from pipeline.model import Analysis, DateRef, Place, Quote

_UNPLACED = "not on the map"


def entity_table(analysis: Analysis) -> str:
    """The table of names, the most mentioned first."""
    named = mentions_by_entity(analysis)
    edited = {entity.id for entity in analysis.entities if entity.edited}
    edited |= {mention.entity_id for mention in analysis.mentions if mention.edited}
    rows = [
        [
            corrected(words(row.name), row.id in edited),
            plain(row.kind.singular),
            f"{row.count:,}",
            "; ".join(words(alias) for alias in row.aliases),
            links([mention.sentence for mention in named.get(row.id, ())]),
        ]
        for row in entity_rows(analysis, WordRuler(analysis.article.text))
    ]
    names, styles = ["Name", "Kind", "Times", "Also called", "In sentence"], ["", "bare", "number", "", ""]
    columns = [Column(name, css) for name, css in zip(names, styles, strict=True)]
    return table(f"All {count(len(rows), 'name')}", columns, rows)


def quote_table(analysis: Analysis) -> str:
    """The table of quotes in order of the text; each number links to the quote in the article."""
    rows = [
        [
            corrected(f'<a href="#{quote_id(n)}">{n}</a>', quote.edited),
            doubt(UNCLEAR) if is_unclear(quote) else words(speaker_name(quote)),
            QUOTE_KINDS[quote.kind],
            words(as_read(quote)),
            quote.said_on.isoformat() if quote.said_on else doubt("not told"),
            _reason(quote),
        ]
        for n, quote in enumerate(analysis.quotes, 1)
    ]
    names = ["No.", "Speaker", "Kind", "Quote", "Said on", "Why this speaker"]
    columns = [Column(name, css) for name, css in zip(names, ("", "bare", "bare", "wide", "day", "why"), strict=True)]
    ids = [f"row-{quote_id(n)}" for n in range(1, len(rows) + 1)]
    return table(f"All {count(len(rows), 'quote')}", columns, rows, ids=ids)


def _reason(quote: Quote) -> str:
    return words(quote.speaker_reason) or doubt("no reason is known")


def place_table(analysis: Analysis) -> str:
    """The table of places with position and reason; those without a pin come last, with the reason why."""
    sentence, edited = _sentence_finder(analysis), {p.entity_id for p in analysis.places if p.edited}
    rows = []
    for spot in spots(analysis.places):
        here = [place for place in analysis.places if _stands_for(place, spot)]
        also = [form for form in spot.written if form != spot.name]
        name = words(spot.name) + (f' <span class="also">written {"; ".join(map(words, also))}</span>' if also else "")
        rows.append(
            [
                corrected(name, not edited.isdisjoint(spot.entity_ids)),
                words(_country(spot.country)),
                plain("Town" if spot.kind == "city" else spot.kind.capitalize()),
                f"{spot.count:,}",
                f"{spot.lat:.3f}, {spot.lon:.3f}",
                f"{round(100 * spot.confidence)} %",
                words(spot.reason),
                links([sentence((p.start, p.end)) for p in here]),
            ]
        )
    for row in unplaced(analysis.places):
        here = [p for p in analysis.places if p.entity_id == row.id and p.lat is None]
        found = links([sentence((p.start, p.end)) for p in here])
        name = corrected(words(row.name), row.id in edited)
        rows.append([name, "", "", f"{row.count:,}", doubt(_UNPLACED), "", words(row.reason), found])
    names = ["Place", "Country", "Kind", "Times", "Latitude, longitude", "Sure", "Why this place", "In sentence"]
    styles = ("", "bare", "bare", "number", "day", "number", "why", "")
    columns = [Column(name, css) for name, css in zip(names, styles, strict=True)]
    return table(f"All {count(len(rows), 'place')}", columns, rows)


def _stands_for(place: Place, spot: Spot) -> bool:
    if place.lat is None or place.lon is None:
        return False
    if place.geonameid or spot.geonameid:
        return place.geonameid == spot.geonameid
    return (place.kind, round(place.lat, 3), round(place.lon, 3)) == (spot.kind, round(spot.lat, 3), round(spot.lon, 3))


def _country(iso: str | None) -> str:
    country = countries().get(iso or "")
    return country.name if country else iso or ""


def date_table(analysis: Analysis) -> str:
    """The table of date expressions in order of the text."""
    sentence = _sentence_finder(analysis)
    rows = [
        [
            words(ref.text),
            _meaning(ref),
            plain(ref.precision.capitalize() if ref.precision else ""),
            links([sentence((ref.start, ref.end))]),
        ]
        for ref in analysis.dates
    ]
    columns = [Column("As written"), Column("Means", "day"), Column("Precision", "bare"), Column("In sentence")]
    return table(f"All {count(len(rows), 'date')}", columns, rows)


def _meaning(ref: DateRef) -> str:
    """The ISO value, as in the other downloads; in words as well where the value is hard to read (2024-SU)."""
    if ref.value is None:
        return doubt("not told")
    year, _, part = ref.value.partition("-")
    said = ""
    if part in SEASONS:
        said = f" ({SEASONS[part]} {year})"
    elif ref.precision in ("decade", "century"):
        said = f" (the {year.ljust(4, '0')}s)"
    return plain(ref.value + said)


def published(analysis: Analysis) -> str:
    """The publication day in words: relative dates such as “Monday” are counted from it."""
    article = analysis.article
    return day(article.published) if article.published else "not known"


def _sentence_finder(analysis: Analysis) -> Callable[[Span], int]:
    starts = [start for start, _ in analysis.sentences]

    def number(span: Span) -> int:
        return max(bisect_right(starts, span[0]) - 1, 0)

    return number
