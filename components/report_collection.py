"""Many articles as one HTML file that needs nothing else; bounded, however many there are. No Streamlit."""

from components.collection_facts import MOST, Gathered
from components.collection_rows import called, iso, number
from components.report_cite import cite_many
from components.report_collection_parts import listed, names_part, places_part, quotes_part, speakers_part
from components.report_page import document, settings, tiles
from components.report_parts import doubt, plain, sentence, words
from components.words import count, span
from pipeline.gazetteer import Gazetteer


def collection_report(
    facts: Gathered,
    name: str,
    *,
    version: str,
    model: str,
    edited: int = 0,
    gazetteer: Gazetteer | None = None,
) -> str:
    """The whole file; edited: facts a reader corrected, where it is known."""
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
            words(called(row)), words(row["source"]), iso(row["day"]) or doubt("not known"),
            *(number(row[key]) for key in ("words", "entities", "speakers", "quotes", "places")),
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
        ("Language model", plain(model)),
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
