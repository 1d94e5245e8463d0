"""One analysis as a self-contained HTML file: no script, no request, no font file. No Streamlit."""

from components import palette
from components.charts.entities_svg import SHOWN, bars
from components.charts.quotes_svg import NOBODY, timeline
from components.charts.svg import sheet_look
from components.formatting import PUBLISHED_FROM, count
from components.map.pins import spots
from components.report.article_text import article_html, article_legend
from components.report.citation import cite, edits, own_name
from components.report.frame import NARROW, POLICY, WIDE, document, settings, tiles
from components.report.html import both, plain, sentence, words
from components.report.map import maps
from components.report.tables import date_table, entity_table, place_table, published, quote_table
from components.rows.article import WordRuler, entity_rows, quote_rows, speakers
from components.rows.headline import title_of
from components.sample import SOURCE
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis

__all__ = ["POLICY", "report_html"]


def report_html(analysis: Analysis, *, version: str, model: str, gazetteer: Gazetteer | None = None) -> str:
    """The file's text; equal analyses give equal texts. gazetteer: for the neighbouring towns on the map."""
    parts = {
        "Overview": _overview(analysis),
        "Names": _names(analysis),
        "Quotes": _quotes(analysis),
        "Places": _places(analysis, gazetteer),
        "Dates": _dates(analysis),
        "Article": article_legend(analysis) + article_html(analysis),
        "Method": _method(analysis, version, model),
    }
    return document(
        title_of(analysis.article), _byline(analysis), parts, about="Report on one article", version=version
    )


def _byline(analysis: Analysis) -> str:
    article, parts = analysis.article, []
    if article.source == SOURCE:
        parts.append("Sample article: the people, their words and the events are invented, the places are real")
    elif article.source:
        parts.append(words(article.source))
    if article.published:
        how = PUBLISHED_FROM.get(article.published_from or "", "")
        parts.append(plain(f"published {published(analysis)}{', ' + how if how else ''}"))
    else:
        parts.append("publication date not known")
    return " · ".join([*parts, count(analysis.words, "word")])


def _overview(analysis: Analysis) -> str:
    labels = [entity.label for entity in analysis.entities]
    rows = [(analysis.words, "word", "words"), (len(analysis.sentences), "sentence", "sentences")]
    for kind in palette.KINDS[:3]:
        number = sum(label in kind.labels for label in labels)
        rows.append((number, kind.singular.lower(), kind.plural.lower()))
    rows += [(len(analysis.quotes), "quote", "quotes"), (speakers(analysis), "speaker", "speakers")]
    notes = "".join(f"<li>{words(note.message)}</li>" for note in analysis.notes)
    return tiles(rows) + (f'<h3>Notes</h3><ul class="notes">{notes}</ul>' if notes else "")


def _names(analysis: Analysis) -> str:
    ruler = WordRuler(analysis.article.text)
    rows = entity_rows(analysis, ruler)
    if not rows:
        return sentence("No names of people, organisations, places, groups or events were found in this article.")
    drawn = [bars(rows, ruler.length, sheet_look("-bars"), width=width) for width in (WIDE, NARROW)]
    shown = {row.kind.id for row in rows[:SHOWN]}
    kinds = [kind for kind in (*palette.KINDS, palette.OTHER) if kind.id in shown]
    items = "".join(f'<li><i class="k-{kind.id}"></i>{plain(kind.plural)}</li>' for kind in kinds)
    more = sentence(f"The chart shows the {SHOWN} most named; the table has all.") if len(rows) > SHOWN else ""
    return f'<ul class="legend">{items}</ul>{both(*drawn)}{more}{entity_table(analysis)}'


def _quotes(analysis: Analysis) -> str:
    if not analysis.quotes:
        return sentence(NOBODY)
    ruler = WordRuler(analysis.article.text)
    rows = quote_rows(analysis, ruler)
    wide = timeline(rows, ruler.length, sheet_look("-wide"), width=WIDE)
    narrow = timeline(rows, ruler.length, sheet_look("-narrow"), width=NARROW)
    return both(wide, narrow) + quote_table(analysis)


def _places(analysis: Analysis, gazetteer: Gazetteer | None) -> str:
    if not analysis.places:
        return sentence("This article names no place that could be put on a map.")
    found = spots(analysis.places)
    drawn = (
        maps(found, gazetteer) if found else sentence("None of the names could be put on a map; the table says why.")
    )
    return drawn + place_table(analysis)


def _dates(analysis: Analysis) -> str:
    if not analysis.dates:
        return sentence("This article names no day, month or year.")
    start = "" if analysis.article.published else "Without a publication date, words like “Monday” stay open."
    return (sentence(start) if start else "") + date_table(analysis)


def _method(analysis: Analysis, version: str, model: str) -> str:
    article, edited = analysis.article, edits(analysis)
    by_hand = f"{count(edited, 'fact')}, marked in the tables" if edited else "none"
    rows = [
        ("Program", plain(f"Dateline {version}, on the reader’s own machine")),
        ("Language model", plain(own_name(model))),
        ("Publication date", plain(published(analysis))),
        ("Corrected by a reader", plain(by_hand)),
        ("Article", f"<code>{plain(article.id)}</code>, the first digits of its text’s SHA-256"),
    ]
    return settings(rows, cite(analysis, version=version, model=model))
