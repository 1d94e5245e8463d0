"""Which names of people are one person's: last names, initials, nicknames, spellings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice

from pipeline.entities.span_rest import PARTICLES
from pipeline.entities.spelling import fold, sound
from pipeline.lexicon import tables

_COMPARED = 300  # names, longest first, that each name is held against; news has some dozens
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_BEFORE_LAST = frozenset(("al", "el", "van", "von", "de", "di", "del", "bin", "ibn", "der"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "md", "phd"))


def join_people(names: Iterable[str]) -> dict[str, str]:
    """Each full name (two words or more) → the fullest name of the same person."""
    full = sorted({name for name in names if _is_full(name)}, key=lambda name: (-len(name), name))
    heads: dict[str, str] = {}
    for name in full:
        heads[name] = next((heads[other] for other in islice(heads, _COMPARED) if same_person(name, other)), name)
    return heads


def _is_full(name: str) -> bool:
    """Whether the name has a given name too, and is no last name with its particle: El Sonni, van Persie."""
    parts = parts_of(name)
    return len(parts) > 1 and not (len(parts) == 2 and parts[0] in _BEFORE_LAST)


def with_particle(parts: Sequence[str]) -> tuple[str, ...]:
    """The last name of a full name from its particle on: de Souza of Ana de Souza; empty where it has none."""
    first = next((n for n, part in enumerate(parts) if n and part in PARTICLES and len(part) > 1), 0)
    return tuple(parts[first:]) if first and first < len(parts) - 1 else ()


def owners(name: str, full: Sequence[str]) -> list[str]:
    """The full names that a single name can stand for: its last names first, else its first names."""
    suffix = suffix_of(name)
    word = sound(" ".join(parts_of(name)))
    alike = [other for other in full if not suffix or suffix_of(other) == suffix]
    return (
        [other for other in alike if word in _last_names(other)]
        or [other for other in alike if word == sound(parts_of(other)[0])]
        or [other for other in alike if word in map(sound, parts_of(other)[1:-1])]  # Morales of José Morales Ruiz
    )


def suffix_of(name: str) -> str:
    """What tells a father from his son: jr, sr, iii; empty where nothing does."""
    last = fold(name).rpartition(" ")[2]
    return last if last in _GENERATIONS else ""


def parts_of(name: str) -> list[str]:
    """The words of a folded name without initials' dots, Jr and the like."""
    return [word for word in fold(name).split() if word not in _SUFFIXES]


@lru_cache(20_000)
def _last_names(name: str) -> frozenset[str]:
    """How the press shortens a full name: its last word, or from a particle on ("van Persie", "bin Salman")."""
    parts = parts_of(name)
    tails = {sound(parts[-1])}
    if "-" in parts[-1]:
        tails |= {sound(parts[-1].split("-")[-1])} if len(parts[-1].split("-")[-1]) > 3 else set()
    for n in range(1, len(parts) - 1):
        if parts[n] in PARTICLES or len(parts) == 3:
            tails.add(sound(" ".join(parts[n:])))
    return frozenset(tails)


def same_person(short: str, long: str) -> bool:
    """Whether two full names are one person's: John Smith, J. Smith, John A. Smith, Bill for William."""
    a, b = parts_of(short), parts_of(long)
    if suffix_of(short) and suffix_of(long) and suffix_of(short) != suffix_of(long):
        return False
    if sound(short) == sound(long):
        return True
    if _within(a, b):
        return True
    if sound(a[-1]) != sound(b[-1]):
        return False
    return _same_first(a[0], b[0]) and (len(a) == 2 or len(b) == 2 or _middles_agree(a[1:-1], b[1:-1]))


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words of a are neighbours in b, in order."""
    x, y = [sound(w) for w in a], [sound(w) for w in b]
    return len(x) > 1 and any(y[n : n + len(x)] == x for n in range(len(y) - len(x) + 1))


def _same_first(a: str, b: str) -> bool:
    if sound(a) == sound(b):
        return True
    if len(a) <= 2 or len(b) <= 2:
        return a[0] == b[0]
    return bool(_nicknames().get(a, frozenset()) & ({b} | _nicknames().get(b, frozenset())))


def _middles_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    return any(x[0] == y[0] for x in a for y in b)


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Each given name and nickname → the formal names it may stand for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in tables.table("entities/nicknames.tsv"):
        formal, short = row[0], row[1].split("|")
        for word in (formal, *short):
            found[word].add(formal)
    return {word: frozenset(formal) for word, formal in found.items()}
