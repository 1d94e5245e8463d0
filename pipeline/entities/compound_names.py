"""Names with small words or marks inside that lists hold: Trinidad and Tobago, Stoke-on-Trent, McDonald's.

The model cuts them where the small word stands.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.entities.organisations import Definition
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer

_LINKS = frozenset(
    ("and", "&", "of", "the", "upon", "on", "under", "in", "by", "next", "le", "la", "les", "sur", "am", "an", "im",
     "der", "super", "cum", "de", "do", "da", "ob", "near", "with")
)  # fmt: skip
# Links that the gazetteer is asked about: it holds too many namesakes for "of" and "de".
_ASKED = _LINKS - {"of", "the", "de", "do", "da", "with"}
_JOINTS = frozenset(("'s", "’s", "-"))
_LONGEST = 8  # tokens: the Democratic Republic of the Congo, Berwick-upon-Tweed
_REGION = 4.5  # importance of a region of some 30,000 people, below which "Ana and Lind" is rather two names


def compound_spans(words: Words, gazetteer: "Gazetteer | None") -> list[Span]:
    """The longest listed name at each place where a capitalised word is followed by a small word or a joint."""
    found: list[Span] = []
    free = 0
    for i in _starts(words):
        span = next(_listed_at(words, i, gazetteer), None) if i >= free else None
        if span:
            found.append(span)
            free = span.end
    return found


def _starts(words: Words) -> list[int]:
    links = [i for i, word in enumerate(words.text) if word in _LINKS or word in _JOINTS]
    starts: set[int] = set()
    for i in links:
        j = i - 1
        while j >= 0 and i - j <= 3 and words.text[j][0].isupper() and words.sentence[j] == words.sentence[i]:
            starts.add(j)
            j -= 1
    return sorted(starts)


def _listed_at(words: Words, start: int, gazetteer: "Gazetteer | None") -> Iterator[Span]:
    """Spans from start that are listed names, longest first."""
    for end in reversed(_ends(words, start)):
        label = _label(words, start, end, gazetteer)
        if label:
            yield Span(start, end, label, "list")


def _ends(words: Words, start: int) -> list[int]:
    """Where a name from start with a small word inside may end."""
    ends: list[int] = []
    linked = False
    for i in range(start, min(start + _LONGEST, len(words))):
        word = words.text[i]
        if word in ("'s", "’s"):
            ends.append(i + 1)
            linked = True
        elif word in _LINKS or (word == "-" and words.joined(i)):
            linked = True
        elif not word[0].isupper() or words.sentence[i] != words.sentence[start]:
            break
        elif linked:
            ends.append(i + 1)
    return ends


def _label(words: Words, start: int, end: int, gazetteer: "Gazetteer | None") -> str:
    text = words.name(start, end).replace("’", "'")
    if countries.country_named(text):
        return "GPE"
    known = names.known().get(text, "")
    if known and known != "X":
        return known
    inside = words.text[start + 1 : end - 1]
    if gazetteer is None or not any(word in _ASKED for word in inside) or any(word in ("of", "the") for word in inside):
        return ""
    records = [record for record in gazetteer.lookup(text) if record.name_rank < 2]
    if not records:
        return ""
    pair = "and" in inside or "&" in inside
    return "GPE" if not pair or records[0].importance >= _REGION else ""


def definition_spans(words: Words, explained: Sequence[Definition]) -> list[Span]:
    """The full names that a bracket behind them abbreviates: Colorado Parks and Wildlife (CPW)."""
    found: list[Span] = []
    free = 0
    for one in explained:
        start, end = bisect_left(words.start, one.start), bisect_left(words.start, one.end)
        if start >= free and end > start and words.start[start] == one.start:
            found.append(Span(start, end, "", "list"))
            free = end
    return found
