"""Peers that read what spaCy parsed: the bare pass, names alone, textacy's and sayswho's quotes."""

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks.peers.lines import Record, Row, fact, lines_of, straight
from pipeline.recipe import BATCH
from pipeline.text.nlp import DEFAULT_MODEL

Run = Callable[[list[Row]], list[Record]]


def load(*, without: Sequence[str] = ()) -> Language:
    """The pinned model as spaCy gives it, none of our settings."""
    import spacy

    return spacy.load(DEFAULT_MODEL, exclude=list(without))


def parsed(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Docs in batches of our own size, the fastest here, each batch with its memory given back."""
    source = iter(texts)
    while batch := list(islice(source, BATCH)):
        with nlp.memory_zone():
            yield from nlp.pipe(batch)


def named(doc: Doc, text: str) -> Record:
    """The names of a doc; a name is what it is called, for spaCy joins none."""
    mentions = [
        fact(text, ent.start_char, ent.end_char, label=ent.label_, entity_id=ent.text.lower()) for ent in doc.ents
    ]
    return {"mentions": mentions}


def bare() -> Run:
    """All components of the model, and nothing else."""
    return _names(load())


def names_only() -> Run:
    """The named entities and what they need."""
    return _names(load(without=("tagger", "parser", "attribute_ruler", "lemmatizer")))


def _names(nlp: Language) -> Run:
    def run(rows: list[Row]) -> list[Record]:
        docs = parsed(nlp, (row["text"] for row in rows))
        return [{"id": row["id"], **named(doc, row["text"])} for row, doc in zip(rows, docs, strict=True)]

    return run


def textacy_quotes() -> Run:
    """textacy's direct quotations, a line at a time; a line with an odd mark has none."""
    from textacy.extract import direct_quotations

    nlp = load()

    def run(rows: list[Row]) -> list[Record]:
        found: dict[str, list[Record]] = {row["id"]: [] for row in rows}
        lines = [(row, start, line) for row in rows for start, line in lines_of(row["text"])]
        docs = parsed(nlp, (straight(line) for _, _, line in lines))
        for (row, start, _), doc in zip(lines, docs, strict=True):
            try:
                triples = list(direct_quotations(doc))
            except ValueError:  # its word for a mark that is never closed
                continue
            found[row["id"]] += [_quote(row["text"], start, doc, *triple) for triple in triples]
        return [{"id": key, "quotes": quotes} for key, quotes in found.items()]

    return run


def sayswho_quotes() -> Run:
    """sayswho's quote finder, which wants single line breaks."""
    from sayswho.quote_finder import quote_finder

    nlp = load()

    def run(rows: list[Row]) -> list[Record]:
        lines = [list(lines_of(row["text"])) for row in rows]
        docs = parsed(nlp, (straight("\n".join(line.strip() for _, line in pieces)) for pieces in lines))
        return [
            {"id": row["id"], "quotes": _moved(row["text"], pieces, _guarded(quote_finder, doc), doc)}
            for row, pieces, doc in zip(rows, lines, docs, strict=True)
        ]

    return run


def _guarded(find: Callable[[Doc], Iterable[Any]], doc: Doc) -> list[Any]:
    """What was found; an article that its finder cannot read has none."""
    try:
        return list(find(doc))
    except (TypeError, IndexError, ValueError):
        return []


def _quote(text: str, base: int, doc: Doc, speaker: list[Token], cue: list[Token], content: Sequence[Token]) -> Record:
    first, last = speaker[0], speaker[-1]
    return fact(
        text,
        base + content[0].idx,
        base + content[-1].idx + len(content[-1]),
        kind="direct",
        speaker_start=base + first.idx,
        speaker_end=base + last.idx + len(last),
        speaker_text=doc.text[first.idx : last.idx + len(last)],
        speaker_name=None,
        cue=cue[0].text if cue else None,
    )


def _moved(text: str, pieces: list[tuple[int, str]], triples: list[tuple[list[Token], ...]], doc: Doc) -> list[Record]:
    """The quotes with the offsets of the article, whose lines were stripped and joined."""
    joined, starts, bases = 0, [], []
    for start, line in pieces:
        starts.append(joined)
        bases.append(start + len(line) - len(line.lstrip()) - joined)
        joined += len(line.strip()) + 1
    quotes = []
    for speaker, cue, content in triples:
        base = bases[bisect.bisect_right(starts, content[0].idx) - 1]
        quotes.append(_quote(text, base, doc, speaker, cue, content))
    return quotes
