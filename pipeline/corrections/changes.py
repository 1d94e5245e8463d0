"""Which facts a reader has changed: those that differ from the analysis before the corrections; and marking them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.corrections.apply import apply
from pipeline.corrections.model import Corrections
from pipeline.model import Analysis, Mention, Place, Quote

Span = tuple[int, int]
_Fact = Mention | Quote | Place


@dataclass(frozen=True, slots=True)
class Edited:
    """Entities by id, everything else by its characters in the article."""

    entities: frozenset[str] = frozenset()
    mentions: frozenset[Span] = frozenset()
    quotes: frozenset[Span] = frozenset()
    places: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected analysis with its changes marked, the changes, and a sentence for each correction that misfits."""

    analysis: Analysis
    edited: Edited = Edited()
    misfits: tuple[str, ...] = ()


def apply_marked(analysis: Analysis, *corrections: Corrections) -> Corrected:
    """Apply corrections one file after another, and mark what they changed."""
    if not corrections:
        return Corrected(analysis)
    after, misfits = analysis, list[str]()
    for one in corrections:
        outcome = apply(after, one)
        after = outcome.analysis
        misfits += outcome.misfits
    changes = edited(analysis, after)
    return Corrected(_mark(after, changes), changes, tuple(misfits))


def edited(before: Analysis, after: Analysis) -> Edited:
    """What is new or changed in the second analysis; what is gone cannot be marked."""
    entities = set(before.entities)
    return Edited(
        frozenset(entity.id for entity in after.entities if entity not in entities),
        _spans(before.mentions, after.mentions),
        _spans(before.quotes, after.quotes),
        _spans(before.places, after.places),
    )


def _spans(before: Sequence[_Fact], after: Sequence[_Fact]) -> frozenset[Span]:
    known = set(before)
    return frozenset((fact.start, fact.end) for fact in after if fact not in known)


def marked(before: Analysis, after: Analysis) -> Analysis:
    """The second analysis with ``edited`` set on every fact that the corrections made or changed."""
    return _mark(after, edited(before, after))


def _mark(after: Analysis, changes: Edited) -> Analysis:
    return replace(
        after,
        entities=tuple(replace(e, edited=True) if e.id in changes.entities else e for e in after.entities),
        mentions=tuple(replace(m, edited=True) if (m.start, m.end) in changes.mentions else m for m in after.mentions),
        quotes=tuple(replace(q, edited=True) if (q.start, q.end) in changes.quotes else q for q in after.quotes),
        places=tuple(replace(p, edited=True) if (p.start, p.end) in changes.places else p for p in after.places),
    )
