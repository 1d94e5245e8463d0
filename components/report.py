"""One analysis as one HTML file that needs nothing else: no script, no request, no font. No Streamlit."""

from functools import cache
from pathlib import Path

from components import palette
from components.facts import WordRuler, entity_rows, quote_rows, speakers
from components.geo_spots import spots
from components.report_article import article_html, article_legend
from components.report_map import map_colours, maps
from components.report_parts import both, plain, section, sentence, words
from components.report_tables import date_table, entity_table, place_table, published, quote_table
from components.samples import SOURCE
from components.svg_bars import SHOWN, bars
from components.svg_base import printable, sheet_look
from components.svg_timeline import NOBODY, timeline
from components.words import PUBLISHED_FROM, count, one_line, shorten
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
WIDE, NARROW = 860, 360
_STYLE = Path(__file__).parent / "report.css"
_PARTS = ("Overview", "Names", "Quotes", "Places", "Dates", "Article", "Method")
_WRONG = (
    "It can miss a quotation that stands without quotation marks, give words to the wrong one of two people named side "
    "by side, split or merge names, and take a place for its namesake: read the sentence behind a fact before you "
    "publish it."
)
_SOURCES = (
    "Language model en_core_web_sm by Explosion (MIT), trained on OntoNotes 5.",
    "Places: GeoNames, geonames.org (Creative Commons Attribution 4.0).",
    "Coasts and borders: Natural Earth (public domain). Dashed borders are disputed; the map takes no side.",
)


def report_html(analysis: Analysis, *, version: str, model: str, gazetteer: Gazetteer | None = None) -> str:
    """The whole file; the same analysis always gives the same text. gazetteer: for neighbouring towns on the map."""
    name = _title(analysis)
    parts = {
        "Overview": _overview(analysis),
        "Names": _names(analysis),
        "Quotes": _quotes(analysis),
        "Places": _places(analysis, gazetteer),
        "Dates": _dates(analysis),
        "Article": article_legend(analysis) + article_html(analysis),
        "Method": _method(analysis, version, model),
    }
    body = "".join(section(part.lower(), part, parts[part]) for part in _PARTS)
    contents = "".join(f'<li><a href="#{part.lower()}">{part}</a></li>' for part in _PARTS)
    return printable(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="Dateline {plain(version)}">\n'
        f"<title>{plain(name)} – Dateline report</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        '<header><p class="mast"><b>Dateline</b> <span>Report on one article</span></p>'
        f'<h1>{words(name)}</h1><p class="byline">{_byline(analysis)}</p>'
        f'<nav aria-label="Contents"><ul>{contents}</ul></nav></header>\n'
        f"<main>\n{body}\n</main>\n"
        f"<footer><p>Made with Dateline {plain(version)}. This file asks no other computer for anything.</p></footer>\n"
        "</body>\n</html>\n"
    )


def _title(analysis: Analysis) -> str:
    """The title, or how the article begins."""
    article = analysis.article
    first = article.text.lstrip()[:300].partition("\n")[0]
    return shorten(article.title or first or "Article", 180)


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
    tiles = [(analysis.words, "word", "words"), (len(analysis.sentences), "sentence", "sentences")]
    for kind in palette.KINDS[:3]:
        number = sum(label in kind.labels for label in labels)
        tiles.append((number, kind.singular.lower(), kind.plural.lower()))
    tiles += [(len(analysis.quotes), "quote", "quotes"), (speakers(analysis), "speaker", "speakers")]
    shown = "".join(f"<div><dt>{one if n == 1 else many}</dt><dd>{n:,}</dd></div>" for n, one, many in tiles)
    notes = "".join(f"<li>{words(note.message)}</li>" for note in analysis.notes)
    return f'<dl class="tiles">{shown}</dl>' + (f'<h3>Notes</h3><ul class="notes">{notes}</ul>' if notes else "")


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
    article = analysis.article
    edited = sum(fact.edited for fact in analysis.entities) + sum(fact.edited for fact in analysis.mentions)
    edited += sum(fact.edited for fact in analysis.quotes) + sum(fact.edited for fact in analysis.places)
    by_hand = f"{count(edited, 'fact')}, marked in the tables" if edited else "none"
    source = f", {words(article.source)}" if article.source and article.source != SOURCE else ""
    when = f", {published(analysis)}" if article.published else ""
    rows = [
        ("Program", plain(f"Dateline {version}, on the reader’s own machine")),
        ("Language model", plain(model)),
        ("Publication date", plain(published(analysis))),
        ("Corrected by a reader", plain(by_hand)),
        ("Article", f"<code>{plain(article.id)}</code>, the first digits of its text’s SHA-256"),
    ]
    shown = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)
    sources = "".join(f"<li>{plain(line)}</li>" for line in _SOURCES)
    cite = f"“{words(_title(analysis))}”{source}{when}; analysed with Dateline {plain(version)}, model {plain(model)}, "
    return (
        "<p>A language model splits the text into sentences and finds names; rules of Dateline’s own find quotes, "
        "speakers, dates and places. Direct quotes stand in quotation marks, indirect ones are reported, mixed ones "
        "are both. What the text does not tell stays open.</p>"
        f"<p>{plain(_WRONG)}</p>"
        f'<dl class="settings">{shown}</dl><h3>Data</h3><ul class="notes">{sources}</ul>'
        f'<h3>To cite this report</h3><p class="cite">{cite}article <code>{plain(article.id)}</code>.</p>'
    )


@cache
def _style() -> str:
    """The style sheet with the page's colours as its variables."""
    light, dark = _variables("light"), _variables("dark")
    sheet = one_line(_STYLE.read_text(encoding="utf-8").partition("*/")[2])
    return f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{sheet}"


def _variables(theme: palette.Theme) -> str:
    plain_colours = {
        "paper": palette.PAPER, "raised": palette.RAISED, "ink": palette.INK,
        "muted": palette.MUTED, "rule": palette.RULE, "accent": palette.ACCENT,
    }  # fmt: skip
    values = {name: colours[theme] for name, colours in plain_colours.items()}
    values |= {f"k-{kind.id}": palette.kind_colour(kind, theme) for kind in (*palette.KINDS, palette.OTHER)}
    values |= {f"q-{kind}": fill[theme] for kind, fill in palette.QUOTE_FILL.items()}
    values |= {name: light if theme == "light" else dark for name, light, dark in map_colours()}
    return "".join(f"--{name}:{value};" for name, value in values.items())
