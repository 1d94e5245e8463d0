"""What a choice means in an article, and what is left of the article under several. Pure; no Streamlit.

**Each chip stands for stretches of the article:**

========  =====================================================================================
entity    the sentences that name it, and the quotes it says
speaker   the quotes they say
quote     the quote
place     the sentences that name the place (every name that stands for the same spot)
day       the sentences with a date of that day, month or year, and the quotes said on it
span      the stretch itself
========  =====================================================================================

**Chips combine by "and":** a mention, place, date or quote is shown where it touches the stretches
of *every* chip, each perhaps at another end. So an entity and a speaker are what the speaker says in sentences
that name the entity; two entities are the sentences that name both and what one says of the other; a long
quote that names one in its first sentence and the other in its last is shown too. A chip for a speaker or a
quote lets no other quote through, even one that stands within it. Only several speakers, quotes, days or
stretches are *either*: nothing is said by two speakers or on two days, and "both" would always be nothing.

**Choosing** a thing adds its chip; choosing the same again takes it off; choosing another of the same kind
takes the place of the first, unless "Add to these" is on (or, in a chart, shift is held). A quote is the
narrowest choice: it gives way to a newer choice that it has nothing to do with. What the analysis no longer
knows (merged away, another article) is dropped.

**A chart or table is narrowed by every chip but those of its own kind**, which it marks: it keeps showing what
else could be chosen there. The counts, the evidence and the marks in the article follow all chips.
Downloads always hold the whole article.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from components.formatting import day_words, shorten
from components.map.pins import spot_key, spots
from components.rows.article import Span, WordRuler, is_in, quotes_by, said_on, sentences_at, speaker_name
from components.selection.picks import Pick, PickKind, read_span
from pipeline.model import Analysis, Quote

EITHER: tuple[PickKind, ...] = ("speaker", "quote", "day", "span")


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

    def admits(self, quote: Quote) -> bool:
        """Whether a quote goes with the chip."""
        return quote.id in self.quotes if self.quotes is not None else self.touches(quote.start, quote.end)


class Selection:
    """An analysis under the chips that mean something in it; views of it are made once and kept."""

    def __init__(self, analysis: Analysis, picks: Sequence[Pick] = ()) -> None:
        self.analysis = analysis
        self.meanings = tuple(found for pick in picks if (found := meaning(analysis, pick)))
        self._narrowed: dict[frozenset[PickKind], Analysis] = {}

    def __bool__(self) -> bool:
        return bool(self.meanings)

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The chips that mean something."""
        return tuple(one.pick for one in self.meanings)

    def ids(self, kind: PickKind) -> tuple[str, ...]:
        """What is chosen of a kind, the oldest first."""
        return tuple(pick.id for pick in self.picks if pick.kind == kind)

    def but(self, *kinds: PickKind) -> Analysis:
        """What is shown where things of these kinds are chosen: narrowed by all other chips."""
        key = frozenset(kinds)
        if key not in self._narrowed:
            left = [one for one in self._tests if one.pick.kind not in key]
            self._narrowed[key] = narrowed(self.analysis, left) if left else self.analysis
        return self._narrowed[key]

    @property
    def shown(self) -> Analysis:
        """What goes with every chip."""
        return self.but()

    @cached_property
    def _tests(self) -> tuple[Meaning, ...]:
        """What a fact must touch: each chip, those of a kind that are either-or as one."""
        found = [one for one in self.meanings if one.pick.kind not in EITHER]
        alike = ([one for one in self.meanings if one.pick.kind == kind] for kind in EITHER)
        return (*found, *(either(those) for those in alike if those))

    @property
    def title(self) -> str:
        """What is chosen, in one line."""
        return " and ".join(one.title for one in self._tests)

    @cached_property
    def marks(self) -> tuple[Span, ...]:
        """What to highlight: of each chip, where it goes with all the others; else the quotes that do."""
        found = {mark for one in self.meanings for mark in one.marks if self._in_all(mark, but=one)}
        return tuple(sorted(found or {(quote.start, quote.end) for quote in self.shown.quotes if self.meanings}))

    @cached_property
    def passages(self) -> tuple[Span, ...]:
        """Where previous and next lead: the marks, those that overlap as one."""
        return merged(self.marks)

    @property
    def is_empty(self) -> bool:
        """Nothing goes with all the chips."""
        shown = self.shown
        return bool(self.meanings) and not (self.passages or shown.mentions or shown.quotes or shown.dates)

    def _in_all(self, mark: Span, *, but: Meaning) -> bool:
        own = but.pick.kind if but.pick.kind in EITHER else None
        return all(one.touches(*mark) for one in self._tests if one is not but and one.pick.kind != own)


def settled(analysis: Analysis, picks: Sequence[Pick]) -> Selection:
    """The chips that mean something; of those, quotes that a newer choice has nothing to do with are let go."""
    found = Selection(analysis, picks)
    older = [pick for pick in found.picks[:-1] if pick.kind == "quote"]
    if found.is_empty and older:
        return Selection(analysis, [pick for pick in found.picks if pick not in older])
    return found


def narrowed(analysis: Analysis, meanings: Sequence[Meaning]) -> Analysis:
    """Only the facts that go with every chip; the counts follow, of names and of words."""

    def shown(start: int, end: int) -> bool:
        return all(one.touches(start, end) for one in meanings)

    mentions = tuple(m for m in analysis.mentions if shown(m.start, m.end))
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.entity_id] = counts.get(mention.entity_id, 0) + 1
    kept = [replace(entity, count=counts[entity.id]) for entity in analysis.entities if entity.id in counts]
    ruler = WordRuler(analysis.article.text)
    return replace(
        analysis,
        mentions=mentions,
        entities=tuple(sorted(kept, key=lambda entity: -entity.count)),
        quotes=tuple(q for q in analysis.quotes if all(one.admits(q) for one in meanings)),
        places=tuple(p for p in analysis.places if shown(p.start, p.end)),
        dates=tuple(d for d in analysis.dates if shown(d.start, d.end)),
        words=sum(ruler.at(end) - ruler.at(start) for start, end in analysis.sentences if shown(start, end)),
    )


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
