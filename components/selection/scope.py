"""What one chip stands for in an article: its stretches. Pure; no Streamlit. selection.py says what several leave."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from components.formatting import day_words, shorten
from components.map.pins import spot_key, spots
from components.rows.article import Span, is_in, quotes_by, said_on, sentences_at, speaker_name
from components.selection.picks import Pick, PickKind, read_span
from pipeline.model import Analysis, Quote


@dataclass(frozen=True, slots=True)
class Meaning:
    """One chip in this article.

    title: its words; spans: what a fact must touch, merged and in order; marks: what is highlighted for it;
    quotes: the only quotes that go with it, None for any that touches it.
    """

    pick: Pick
    title: str
    spans: tuple[Span, ...]
    marks: tuple[Span, ...]
    quotes: frozenset[str] | None = None

    def touches(self, start: int, end: int) -> bool:
        """Whether a fact stands in one of the stretches, or partly."""
        n = bisect_right(self.spans, (start, start)) - 1
        return any(start < b and end > a for a, b in self.spans[max(n, 0) : n + 2])

    def lets(self, quote: Quote) -> bool:
        """Whether a quote goes with the chip."""
        return quote.id in self.quotes if self.quotes is not None else self.touches(quote.start, quote.end)


def meaning(analysis: Analysis, pick: Pick) -> Meaning | None:
    """What a choice stands for; None where this article has no such thing."""
    return _MEANINGS[pick.kind](analysis, pick)


def either(alike: Sequence[Meaning]) -> Meaning:
    """Several chips of one kind as one: what goes with any of them."""
    if len(alike) == 1:
        return alike[0]
    quotes = [one.quotes for one in alike if one.quotes is not None]
    return Meaning(
        alike[0].pick,
        " or ".join(one.title for one in alike),
        merged(span for one in alike for span in one.spans),
        tuple(mark for one in alike for mark in one.marks),
        frozenset().union(*quotes) if quotes else None,
    )


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted, with those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _sentences(analysis: Analysis, spans: Sequence[Span]) -> list[Span]:
    return [span for _, span in sentences_at(analysis, list(spans))]


def _entity(analysis: Analysis, pick: Pick) -> Meaning | None:
    entity = next((entity for entity in analysis.entities if entity.id == pick.id), None)
    if entity is None:
        return None
    named = [(mention.start, mention.end) for mention in analysis.mentions if mention.entity_id == pick.id]
    said = [(quote.start, quote.end) for quote in analysis.quotes if quote.speaker_id == pick.id]
    return Meaning(pick, shorten(entity.name, 60), merged([*_sentences(analysis, named), *said]), tuple(named))


def _speaker(analysis: Analysis, pick: Pick) -> Meaning | None:
    quotes = quotes_by(analysis, pick.id)
    return _quotes(pick, quotes, shorten(speaker_name(quotes[0]), 60)) if quotes else None


def _quote(analysis: Analysis, pick: Pick) -> Meaning | None:
    quotes = [quote for quote in analysis.quotes if quote.id == pick.id]
    return _quotes(pick, quotes, f"“{shorten(quotes[0].text, 40)}”") if quotes else None


def _quotes(pick: Pick, quotes: Sequence[Quote], title: str) -> Meaning:
    spans = [(quote.start, quote.end) for quote in quotes]
    return Meaning(pick, title, merged(spans), tuple(spans), frozenset(quote.id for quote in quotes))


def _place(analysis: Analysis, pick: Pick) -> Meaning | None:
    found = [place for place in analysis.places if spot_key(place) == pick.id]
    if not found:
        return None
    spans = [(place.start, place.end) for place in found]
    return Meaning(pick, shorten(spots(found)[0].name, 60), merged(_sentences(analysis, spans)), tuple(spans))


def _day(analysis: Analysis, pick: Pick) -> Meaning | None:
    dates = [(one.start, one.end) for one in analysis.dates if is_in(one.value, pick.id)]
    said = [(quote.start, quote.end) for quote in analysis.quotes if is_in(said_on(quote), pick.id)]
    if not dates and not said:
        return None
    spans = merged([*_sentences(analysis, dates), *said])
    return Meaning(pick, day_words(pick.id), spans, tuple(dates) or tuple(said))


def _span(analysis: Analysis, pick: Pick) -> Meaning | None:
    span = read_span(pick.id)
    text = analysis.article.text
    if span is None or span[1] > len(text) or not text[slice(*span)].strip():
        return None
    return Meaning(pick, f"“{shorten(text[slice(*span)], 40)}”", (span,), (span,))


_MEANINGS: dict[PickKind, Callable[[Analysis, Pick], Meaning | None]] = {
    "entity": _entity,
    "speaker": _speaker,
    "quote": _quote,
    "place": _place,
    "day": _day,
    "span": _span,
}
