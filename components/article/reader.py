"""The article itself, marked; a name, a quote, a paragraph or any stretch is chosen in it."""

import hashlib
import json

from components.article.correct.missed import mark_something
from components.elements.custom import colours, part
from components.elements.notices import hint, theme
from components.formatting import QUOTE_KINDS, count, with_cut_words
from components.html.highlight import Mark, Piece, mention_marks, pieces, quote_marks
from components.palette import KINDS, OTHER, kind_of
from components.rows.article import Span
from components.rows.paragraphs import paragraphs
from components.selection.selection import Selection
from components.session.cache import drawn as figures
from components.session.choosing import take_trigger
from components.session.state import page
from pipeline.model import Analysis

WINDOW = 120_000  # characters shown at once; a browser stays quick
KEY = "reader"


def show_reader(selection: Selection) -> None:
    """The text as one column; words that were missed can be marked below it."""
    _text(selection)
    mark_something(selection.analysis)


def _text(selection: Selection) -> None:
    analysis, passage = selection.analysis, page().passage
    parts, start, cut = marked_pieces(selection, passage)
    if cut:
        hint(f"A stretch of {count(WINDOW, 'character')} of this long article; choose a name or quote to move.")
    text = analysis.article.text
    blocks = figures().get(("paragraphs", analysis.article.id), lambda: paragraphs(text))
    end = start + sum(len(words) for words, *_ in parts)
    data = {
        "article": analysis.article.id,
        "pieces": parts,
        "start": start,
        "paragraphs": [
            [n, block.start, block.end, block.aside]
            for n, block in enumerate(blocks, 1)
            if block.end > start and block.start < end
        ],
        "legend": legend_of(analysis),
        "here": f"{' '.join(map(str, selection.picks))} {passage}" if selection else "",
        "colours": colours(theme()),
    }
    data["stamp"] = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]
    part("reader")(key=KEY, data=data, on_chosen_change=take_trigger(KEY))


def legend_of(analysis: Analysis) -> list[list[str]]:
    """[classes, words] of every mark that the text has."""
    labels = {kind_of(mention.label).id for mention in analysis.mentions}
    names = [[f"m k-{kind.id}", kind.plural] for kind in (*KINDS, OTHER) if kind.id in labels]
    kinds = {quote.kind for quote in analysis.quotes}
    return names + [[f"q q-{kind}", f"{words} quote"] for kind, words in QUOTE_KINDS.items() if kind in kinds]


def marked_pieces(selection: Selection, passage: int) -> tuple[list[list[str]], int, bool]:
    """[text, classes, title, key] of every piece, where the first begins, and whether the article is cut."""
    text = selection.analysis.article.text
    here = selection.passages[passage % len(selection.passages)] if selection.passages else None
    start, end = window_of(len(text), here)
    marks = [*quote_marks(selection.analysis), *mention_marks(selection.analysis)]
    if selection:
        marks = _faded(marks, selection.shown)
    marks += [Mark(*span, "here" if here and here[0] <= span[0] < here[1] else "hit") for span in selection.marks]
    return [_row(piece) for piece in pieces(with_cut_words(text), start, end, marks)], start, end - start < len(text)


def window_of(length: int, here: Span | None) -> Span:
    """The part of a very long article that is shown: around the place where the reader is."""
    middle = here[0] if here else 0
    start = 0 if middle < WINDOW * 0.9 else max(middle - WINDOW // 2, 0)
    return start, min(start + WINDOW, length)


def _faded(marks: list[Mark], shown: Analysis) -> list[Mark]:
    """What the chips leave out keeps its place in the text, but not its colour."""
    facts = {("entity", one.start, one.end) for one in shown.mentions} | {
        ("quote", one.start, one.end) for one in shown.quotes
    }
    kept = [(mark.key.partition(":")[0], mark.start, mark.end) in facts for mark in marks]
    return [
        mark if keep else Mark(mark.start, mark.end, "off " + mark.css, mark.title, mark.key)
        for mark, keep in zip(marks, kept, strict=True)
    ]


def _row(piece: Piece) -> list[str]:
    css = " ".join(mark.css for mark in piece.marks)
    keyed = [mark for mark in piece.marks if mark.key]
    inner = min(keyed, key=lambda mark: mark.end - mark.start) if keyed else None
    return [piece.text, css, inner.title if inner else "", inner.key if inner else ""]
