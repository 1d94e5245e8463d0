"""Paragraphs without marks that a paragraph before them announces: "The ministry said:"."""

from pipeline.quotes.cues import Found, Sentence
from pipeline.quotes.cues_before_marks import colon_source
from pipeline.quotes.quote_table import QuoteTable


def block_quotes(view: QuoteTable, sentences: list[Sentence]) -> list[Found]:
    """A paragraph without marks after one that ends "the ministry said:"."""
    starts = {view.block_number[sentence.begin]: sentence.begin for sentence in reversed(sentences)}
    ends = {view.block_number[sentence.begin]: sentence.stop for sentence in sentences}
    found: list[Found] = []
    for sentence in sentences:
        block = view.block_number[sentence.begin]
        if view.lower[sentence.stop - 1] != ":" or sentence.stop != ends[block] or block + 1 not in starts:
            continue
        piece = (starts[block + 1], ends[block + 1] - 1)
        source = colon_source(view, sentence.begin, sentence.stop - 1, sentence.cues)
        if source is not None and source.rule == "lead-colon" and _is_unmarked(view, piece):
            found.append((piece, source.by("block-quote")))
    return found


def _is_unmarked(view: QuoteTable, piece: tuple[int, int]) -> bool:
    """Where words stand in marks the narrator chose them, and the paragraph around them is his own."""
    return max(view.pair_number[piece[0] : piece[1] + 1]) < 0
