"""Which names of organisations are one's: short and long forms, acronyms defined or common."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pipeline.entities.spelling import fold
from pipeline.lexicon import countries, tables
from pipeline.lexicon import names as lexicon

_LEGAL = frozenset(("inc", "corp", "co", "ltd", "plc", "llc", "ag", "nv", "spa", "sa", "gmbh"))
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_OFFICE = re.compile(
    r"\b(?:[A-Z][a-z]+ ){1,3}"
    r"(?:Advis[eo]r|Minister|Secretary|Commissioner|Officer|Director|General|President|Governor)\b"
)
_COMPARED = 300  # names, longest first, that each name is held against; news has some dozens
_REACH = 100  # characters before a bracket in which the full name stands
_SMALL = frozenset(
    ("of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "et", "a", "to", "&", "del", "al", "at")
)


def join_organisations(names: Iterable[str], defined: Mapping[str, str]) -> dict[str, str]:
    """Each name → the name it is counted under; defined: acronym → full name, as the article has it."""
    listed = sorted(set(names), key=lambda name: (-len(name), name))
    heads: dict[str, str] = {}
    for name in listed:
        heads[name] = _head(name, listed, defined, heads)
    return heads


def _head(name: str, listed: Sequence[str], defined: Mapping[str, str], heads: Mapping[str, str]) -> str:
    for other in listed[:_COMPARED]:
        if other != name and other in heads and _same(name, other, defined):
            return heads[other]
    if lexicon.heads().get(name) == "ORG":  # "the Church" is the Church of ... where the article has only one
        longer = {heads[other] for other in heads if other.startswith(name + " of ")}
        return longer.pop() if len(longer) == 1 else name
    return name


def _same(short: str, long: str, defined: Mapping[str, str]) -> bool:
    if fold(short) == fold(long):
        return True
    if fold(defined.get(short, "")) == fold(long) or short in _common().get(fold(long), ()):
        return True
    if _without_nation(long) == short or is_body_of(short, long):
        return True
    return is_short_form(short, long) or is_acronym(short, long)


def _without_nation(name: str) -> str:
    """The name without the country in front: US Federal Reserve is the Federal Reserve."""
    first, _, rest = name.partition(" ")
    return rest if countries.country_named(first) or countries.country_of_people(first) else name


def is_body_of(short: str, long: str) -> bool:
    """Whether long is the church, bank or ministry "of" short, both being organisations."""
    head, _, rest = long.partition(" of ")
    return rest == short and lexicon.heads().get(head) == "ORG"


def is_short_form(short: str, long: str) -> bool:
    """Whether short is long without the words that companies, clubs and papers leave away."""
    a, b = fold(short).split(), fold(long).split()
    b_core = [word for word in b if word != "&"]
    if not a or len(a) >= len(b) or countries.country_named(short) or countries.country_of_people(short):
        return False
    if b[: len(a)] == a and b[-1] in _LEGAL:
        return True
    return b[: len(a)] == a and all(word in lexicon.cues("left_away") or word in _SMALL for word in b_core[len(a) :])


def is_acronym(short: str, long: str) -> bool:
    """Whether short is made of the first letters of long's words."""
    letters = short.replace(".", "").replace("-", "").rstrip("s")
    if not 2 <= len(letters) <= 8 or not letters.replace("&", "").isupper() or " " not in long:
        return False
    parts = [part for part in re.split(r"[\s-]+", long) if part and part not in ("The", "the")]
    full = [part[0].upper() for part in parts if part.lower() not in _SMALL and part[0].isalpha()]
    every = [part[0].upper() for part in parts if part[0].isalpha()]
    return letters in ("".join(full), "".join(every))


def defined_acronyms(text: str) -> dict[str, str]:
    """Acronyms that the text itself explains: "Public Works Board (PWB)"."""
    found: dict[str, str] = {}
    for match in _IN_BRACKETS.finditer(text):
        parts = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2].split()
        for n in range(len(parts)):
            if parts[n][0].isupper() and is_acronym(match[1], " ".join(parts[n:])):
                found[match[1]] = " ".join(parts[n:]).removeprefix("The ")
                break
    return found


def office_acronyms(text: str) -> frozenset[str]:
    """Initials of offices that the text names in full: the NSA where there is a "National Security Advisor"."""
    return frozenset("".join(word[0] for word in match.group().split()) for match in _OFFICE.finditer(text))


@cache
def _common() -> dict[str, frozenset[str]]:
    """Folded full name → its common acronyms."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for acronym, full in tables.table("entities/acronyms_full.tsv"):
        found[fold(full)] |= {acronym, ".".join(acronym) + "."}
    return {full: frozenset(acronyms) for full, acronyms in found.items()}
