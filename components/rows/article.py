"""Analysis → the rows behind charts and tables of the page. Pure; no Streamlit, no plotly."""

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from components.formatting import one_line
from components.palette import Kind, kind_of
from components.rows.unclear import UNCLEAR, is_unclear, names_nobody
from pipeline.model import Analysis, Entity, Mention, Quote
from pipeline.record import WORD


def short_id(words: str) -> str:
    """A short hash as id for words that have none, so that no text of an article reaches the address."""
    return "x" + hashlib.sha256(words.encode()).hexdigest()[:10]


def said_on(quote: Quote) -> str | None:
    """The day a quote was said, as an ISO day; None if it is not known."""
    return quote.said_on.isoformat() if isinstance(quote.said_on, date) else None


def is_in(value: str | None, whole: str) -> bool:
    """Whether a date is a day, month or year, or lies in it: 2024-03-18 in 2024-03."""
    return value is not None and (value == whole or value.startswith(whole + "-"))


NOBODY = "-"  # the key of quotes whose speaker is not clear

Span = tuple[int, int]


def touch(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and one[1] > other[0]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One bar: an entity with the word positions where it is named."""

    id: str
    name: str
    kind: Kind
    count: int
    aliases: tuple[str, ...]
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One bar of the timeline: where a quote starts and how many words it has."""

    id: str
    speaker: str
    speaker_key: str
    text: str
    kind: str
    position: int
    words: int
    said_on: date | None
    cue: str | None


class WordRuler:
    """Converts character offsets to word positions; made once for an article."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in WORD.finditer(self._text)]

    @property
    def length(self) -> int:
        """Words in the whole text, at least one so that an axis has a length."""
        return max(len(self._starts), 1)

    def at(self, offset: int) -> int:
        """How many words start before this offset."""
        return bisect_left(self._starts, offset)

    def between(self, start: int, end: int) -> int:
        """How many words start within a span, at least one so that a bar can be seen."""
        return max(self.at(end) - self.at(start), 1)


def mentions_by_entity(analysis: Analysis) -> dict[str, list[Mention]]:
    """Every entity's mentions, in order of the text."""
    found: dict[str, list[Mention]] = {}
    for mention in analysis.mentions:
        found.setdefault(mention.entity_id, []).append(mention)
    return found


def entity_rows(analysis: Analysis, ruler: WordRuler) -> list[EntityRow]:
    """Entities, the most named first."""
    named = mentions_by_entity(analysis)
    rows = [_entity_row(entity, named.get(entity.id, []), ruler) for entity in analysis.entities]
    return sorted(rows, key=lambda row: (-row.count, row.positions[:1], row.name))


def _entity_row(entity: Entity, mentions: list[Mention], ruler: WordRuler) -> EntityRow:
    name = one_line(entity.name)
    aliases = tuple(sorted({one_line(alias) for alias in entity.aliases} - {name}))
    positions = tuple(ruler.at(mention.start) for mention in mentions)
    return EntityRow(entity.id, name, kind_of(entity.label), entity.count, aliases, positions)


def speaker_key(quote: Quote) -> str:
    """One key for all quotes of a speaker: the entity's id, else a hash of the speaker's words; NOBODY if unclear."""
    if quote.speaker_id:
        return quote.speaker_id
    return NOBODY if is_unclear(quote) else short_id(speaker_name(quote).casefold())


def speaker_name(quote: Quote) -> str:
    """The speaker as shown to a reader: the entity's name, else the words of the text."""
    return said_by(quote.speaker_name, quote.speaker_text)


def said_by(name: str | None, words: str | None) -> str:
    """Who speaks, by the entity's name or else the words of the text; a pronoun is no person."""
    return one_line(name or (words if words and not names_nobody(words) else "") or "") or UNCLEAR


def quote_rows(analysis: Analysis, ruler: WordRuler) -> list[QuoteRow]:
    """Quotes in order of the text; quotes of one speaker carry one name."""
    names = _speaker_names(analysis)
    return [
        QuoteRow(
            id=quote.id,
            speaker=names[speaker_key(quote)],
            speaker_key=speaker_key(quote),
            text=one_line(quote.text),
            kind=quote.kind,
            position=ruler.at(quote.start),
            words=ruler.between(quote.start, quote.end),
            said_on=quote.said_on,
            cue=quote.cue,
        )
        for quote in analysis.quotes
    ]


def _speaker_names(analysis: Analysis) -> dict[str, str]:
    names: dict[str, str] = {}
    for quote in analysis.quotes:
        names.setdefault(speaker_key(quote), speaker_name(quote))
    return names


def quoted_words(rows: list[QuoteRow]) -> list[tuple[str, int, int]]:
    """(speaker, quotes, words), the most quoted first, and last those that are not clear."""
    words: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for row in rows:
        words[row.speaker] += row.words
        times[row.speaker] += 1
    order = sorted(words, key=lambda name: (name == UNCLEAR, -words[name], name))
    return [(name, times[name], words[name]) for name in order]


def quotes_by(analysis: Analysis, key: str) -> list[Quote]:
    """The quotes of one speaker, by speaker_key."""
    return [quote for quote in analysis.quotes if speaker_key(quote) == key]


def speakers(analysis: Analysis) -> int:
    """How many different speakers are named or described."""
    return len({speaker_key(quote) for quote in analysis.quotes} - {NOBODY})


def unclear(analysis: Analysis) -> int:
    """The number of quotes whose speaker the text does not make clear."""
    return sum(is_unclear(quote) for quote in analysis.quotes)


def sentences_at(analysis: Analysis, spans: list[Span]) -> list[tuple[int, Span]]:
    """(number, span) of every sentence that touches one of the spans, once each, in order."""
    found: dict[int, Span] = {}
    starts = [start for start, _ in analysis.sentences]
    for start, end in spans:
        n = max(bisect_right(starts, start) - 1, 0)
        while n < len(starts) and analysis.sentences[n][0] < end:
            found[n] = analysis.sentences[n]
            n += 1
    return sorted(found.items())


def people_first(analysis: Analysis) -> list[Entity]:
    """The entities as a list to choose from: people, then organisations and groups, then all others."""
    first = {"PERSON": 0, "ORG": 1, "NORP": 1}
    return sorted(analysis.entities, key=lambda entity: first.get(entity.label, 2))
