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

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from components.rows.article import Span, WordRuler
from components.selection.picks import Pick, PickKind
from components.selection.scope import Meaning, either, meaning, merged
from pipeline.model import Analysis

EITHER: tuple[PickKind, ...] = ("speaker", "quote", "day", "span")


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
    def stops(self) -> tuple[Span, ...]:
        """Where previous and next lead: the marks, those that overlap as one."""
        return merged(self.marks)

    @property
    def is_empty(self) -> bool:
        """Nothing goes with all the chips."""
        shown = self.shown
        return bool(self.meanings) and not (self.stops or shown.mentions or shown.quotes or shown.dates)

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
        quotes=tuple(q for q in analysis.quotes if all(one.lets(q) for one in meanings)),
        places=tuple(p for p in analysis.places if shown(p.start, p.end)),
        dates=tuple(d for d in analysis.dates if shown(d.start, d.end)),
        words=sum(ruler.at(end) - ruler.at(start) for start, end in analysis.sentences if shown(start, end)),
    )
