"""Which names of organisations are one's: short and long forms, acronyms defined or common."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.entities.spans import Span
from pipeline.entities.spelling import fold
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, tables

_LEGAL = frozenset(("inc", "corp", "co", "ltd", "plc", "llc", "ag", "nv", "spa", "sa", "gmbh"))
_IN_BRACKETS = re.compile(
    r"(?: ?\(|,? (?:also |better |commonly )?known as (?:the )?|, or (?:the )?)([A-Z][A-Za-z&.-]{1,9})(?:\)|(?=[,.; ]))"
)
_OFFICE = re.compile(
    r"\b(?:[A-Z][a-z]+ ){1,3}"
    r"(?:Advis[eo]r|Minister|Secretary|Commissioner|Officer|Director|General|President|Governor)\b"
)
_PART = re.compile(r"[^\s-]+(?:-[^\s-]+)*")
_BODY = frozenset(("ORG", "COMPANY", "CLUB", "SITE", "FAC"))  # the last words of names that bodies bear
# Nouns that stand for a body's full name.
_NOUNS = frozenset(
    ("Academy", "Agency", "Assembly", "Association", "Authority", "Bank", "Board", "Bureau", "Commission",
     "Committee", "Council", "Court", "Department", "Directorate", "Federation", "Foundation", "Fund", "Institute",
     "Journal", "Ministry", "Navy", "Observatory", "Organisation", "Organization", "Party", "Post", "Society", "Times",
     "Tribunal", "Trust", "University")
)  # fmt: skip
# Words for bodies that open a name in another language → the word that ends the same name in English.
_ABROAD = {
    "banca": "bank", "banco": "bank", "banque": "bank", "clube": "club", "consorcio": "consortium", "editora": "press",
    "fundacao": "foundation", "fundacion": "foundation", "fondation": "foundation", "fondazione": "foundation",
    "groupe": "group", "grupo": "group", "gruppo": "group", "instituto": "institute",
    "institut": "institute", "universidad": "university", "universidade": "university",
    "universitat": "university", "universite": "university",
}  # fmt: skip
_OF_OR_FOR = re.compile(r" (?:of|for) ")
_CLUB_LETTERS = frozenset(("AC", "AFC", "AS", "CD", "CF", "FC", "FK", "RC", "RFC", "SC", "SK", "SV", "VfB", "VfL"))
_OF_THE_LAND = frozenset(("Central", "Federal", "Independent"))
_LONG_WORD = 8  # letters; shorter words that differ by a letter are other words
_SHARED = 0.6  # of an acronym's letters begin words of its full name, "DPA" for German Press Agency
_COMPARED = 300  # names, longest first, that each name is held against; news has some dozens
_REACH = 100  # characters before a bracket in which the full name stands
_SMALL = frozenset(
    ("of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "et", "a", "to", "&", "del", "al", "at")
)


def join_organisations(mentioned: Iterable[str], defined: Mapping[str, str]) -> dict[str, str]:
    """Each name → the name it is counted under; defined: acronym → full name, as the article has it."""
    listed = sorted(set(mentioned), key=lambda name: (-len(name), name))
    heads: dict[str, str] = {}
    for name in listed:
        heads[name] = _head(name, listed, defined, heads)
    beginning: defaultdict[str, set[str]] = defaultdict(set)
    for name in listed:
        if " " in name:
            beginning[name.partition(" ")[0]].add(heads[name])
    for name in listed:
        if heads[name] == name and len(beginning[name]) == 1 and _may_be_first_word(name):
            heads[name] = next(iter(beginning[name]))
    return heads


def _may_be_first_word(name: str) -> bool:
    """Whether a lone word may be short for the one body whose name begins with it: Bayern for Bayern Munich."""
    land = countries.country_named(name) or countries.country_of_people(name) or name in names.states()
    return " " not in name and not (land or names.common(name) or name in names.known())


def _head(name: str, listed: Sequence[str], defined: Mapping[str, str], heads: Mapping[str, str]) -> str:
    for other in listed[:_COMPARED]:
        if other != name and other in heads and _same(name, other, defined):
            return heads[other]
    if names.heads().get(name) == "ORG":  # "the Church" is the Church of ... where the article has only one
        longer = {heads[other] for other in heads if other.startswith(name + " of ")}
        return longer.pop() if len(longer) == 1 else name
    return name


def _same(short: str, long: str, defined: Mapping[str, str]) -> bool:
    if fold(short) == fold(long):
        return True
    if fold(defined.get(short, "")) == fold(long) or short in _common().get(fold(long), ()):
        return True
    if _without_nation(long) == short or is_body_of(short, long) or _is_misspelt(short, long):
        return True
    if _is_translated_name(short, long) or _is_club(short, long) or _has_initials(short, long):
        return True
    return is_short_form(short, long) or is_acronym(short, long)


def _is_translated_name(one: str, other: str) -> bool:
    """Whether a body has its kind before its name in one language and behind it in another: Grupo Lind, Lind Group."""
    for abroad, english in ((fold(one).split(), fold(other).split()), (fold(other).split(), fold(one).split())):
        kind = _ABROAD.get(abroad[0]) if len(abroad) > 1 else None
        if kind and english in ([*abroad[1:], kind], abroad[1:]):
            return True
    return False


def _is_club(short: str, long: str) -> bool:
    """Whether a club's name has the letters of its kind in one place and not in the other: FC Hansa Rostock."""
    first, _, rest = long.partition(" ")
    start, _, last = long.rpartition(" ")
    return " " in short and ((first in _CLUB_LETTERS and rest == short) or (last in _CLUB_LETTERS and start == short))


def _has_initials(short: str, long: str) -> bool:
    """Whether small letters of a short name begin the small words of the long: UoN, the University of Nairobi."""
    mixed = short.isalpha() and not short.isupper() and short[-1].isupper() and len(short) > 2
    return mixed and "".join(part[0] for part in long.split()) == short


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two names of several words differ by one letter of one long word: the Jacksonsville Jaguars."""
    pairs = [(a, b) for a, b in zip(one.split(), other.split(), strict=False) if a != b]
    if len(pairs) != 1 or one.count(" ") != other.count(" ") or " " not in one:
        return False
    short, long = sorted(pairs[0], key=len)
    if len(short) < _LONG_WORD or len(long) != len(short) + 1:
        return False
    return any(long[:n] + long[n + 1 :] == short for n in range(1, len(long)))


def _without_nation(name: str) -> str:
    """The name without the country in front: US Federal Reserve is the Federal Reserve."""
    first, _, rest = name.partition(" ")
    if first in _OF_THE_LAND and " " in rest:
        return rest  # the Central Election Commission is the Election Commission
    return rest if countries.country_named(first) or countries.country_of_people(first) else name


def is_body_of(short: str, long: str) -> bool:
    """Whether long is the church, bank or ministry "of" short, both being organisations."""
    head, _, rest = long.partition(" of ")
    return rest == short and names.heads().get(head) == "ORG"


def is_short_form(short: str, long: str) -> bool:
    """Whether short is long without the words that companies, clubs and papers leave away."""
    a, b = fold(short).split(), fold(long).split()
    b_core = [word for word in b if word != "&"]
    if not a or len(a) >= len(b) or countries.country_named(short) or countries.country_of_people(short):
        return False
    if b[: len(a)] == a and b[-1] in _LEGAL:
        return True
    return b[: len(a)] == a and all(word in names.cues("left_away") or word in _SMALL for word in b_core[len(a) :])


def is_acronym(short: str, long: str) -> bool:
    """Whether short is made of the first letters of long's words."""
    letters = short.replace(".", "").replace("-", "").rstrip("s")
    if not 2 <= len(letters) <= 8 or not letters.replace("&", "").isupper() or " " not in long:
        return False
    parts = [part for part in re.split(r"\s+|-(?=[A-Z])", long) if part and part not in ("The", "the")]
    full = [part[0].upper() for part in parts if part.lower() not in _SMALL and part[0].isalpha()]
    every = [part[0].upper() for part in parts if part[0].isalpha()]
    return letters in ("".join(full), "".join(every))


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym that the text explains, and the full name with its offsets: Public Works Board (PWB)."""

    short: str
    full: str
    start: int
    end: int


def definitions(text: str) -> list[Definition]:
    """The acronyms in brackets behind the names that they stand for, first letters or not."""
    found: list[Definition] = []
    for match in _IN_BRACKETS.finditer(text):
        floor = text.rfind("\n", max(0, match.start() - _REACH), match.start()) + 1
        parts = list(_PART.finditer(text, floor or max(0, match.start() - _REACH), match.start()))
        n = _first_of_name(match[1], [part.group() for part in parts], comes_back=text.count(match[1]) > 1)
        if n is not None:
            end = parts[-1].end()
            found.append(Definition(match[1], " ".join(text[parts[n].start() : end].split()), parts[n].start(), end))
    return found


def _first_of_name(short: str, parts: Sequence[str], *, comes_back: bool) -> int | None:
    """Where among the words before a bracket the full name begins; None where they explain no acronym."""
    for n, part in enumerate(parts):
        if part[0].isupper() and part != "The" and is_acronym(short, " ".join(parts[n:])):
            return n
    first = len(parts)
    while first and (parts[first - 1][0].isupper() or parts[first - 1] in _SMALL) and not _ends_name(parts[first - 1]):
        first -= 1
    while first < len(parts) and (parts[first] in _SMALL or parts[first] == "The"):
        first += 1
    run = parts[first:]
    if comes_back and _is_compressed(short, run):  # Norddeutscher Rundfunk (NDR)
        return first
    if len(run) < 2 or not any(names.heads().get(part) in _BODY for part in run):
        return None
    if not short[-2:].isupper():
        return first if comes_back and _is_blend(short, run) else None
    own = [n for n, part in enumerate(run[:-1]) if part[0] == short[0]]
    behind = [n for n in own if run[n - 1] in ("at", "in", "for")]  # Workers at [Island Fisheries Ltd] (IFL)
    starts = [*behind, 0, *own]
    fitting = next((first + n for n in starts if _shares_letters(short, run[n:])), None)
    if fitting is not None or not _is_translated(short, comes_back=comes_back):
        return fitting
    begin = max((n + 1 for n, part in enumerate(run) if part == "the"), default=0)  # sent to the [Board of Trade] (KSH)
    return first + begin if any(names.heads().get(part) in _BODY for part in run[begin:]) else None


def _ends_name(part: str) -> bool:
    """Whether a name ends with the word: before a comma or a bracket's end, or as the owner of what follows."""
    return "," in part or ")" in part or part.endswith(("'s", "’s"))


def _is_compressed(short: str, run: Sequence[str]) -> bool:
    """Whether capitals begin the first word and the last, and stand in their order in the name of two or three."""
    if not 2 <= len(run) <= 3 or not short.isupper() or not short.isalpha() or len(short) <= len(run):
        return False
    letters = iter("".join(run).casefold())
    ends = short[0] == run[0][0] and short[-1] == run[-1][0]
    return ends and all(letter in letters for letter in short.casefold())


def _is_blend(short: str, run: Sequence[str]) -> bool:
    """Whether the letters of a short name come in their order in the full one: Kisteco, Kisumu Teachers College."""
    letters = iter("".join(run).casefold())
    listed = names.given_name(short) or names.surname(short) or names.common(short) or countries.country_named(short)
    return not listed and short.isalpha() and all(letter in letters for letter in short.casefold())


def _is_translated(short: str, *, comes_back: bool) -> bool:
    """Whether an acronym may be made of the words of another language: the Central Statistical Office (KSH)."""
    acronym = short.isalpha() and short.isupper() and len(short) > 2 and short not in names.known()
    return acronym and (comes_back or not countries.country_of_code(short))


def _shares_letters(short: str, run: Sequence[str]) -> bool:
    """Whether most letters of the acronym are initials of the words, in their order: USMX, US Maritime Alliance."""
    initials = "".join(part if part.isupper() else part[0].upper() for part in run)
    place = matched = 0
    for letter in short.upper():
        at = initials.find(letter, place)
        if at >= 0:
            place, matched = at + 1, matched + 1
    return matched >= _SHARED * len(short.replace(".", ""))


def definition_spans(words: Words, explained: Sequence[Definition]) -> list[Span]:
    """The full names that a bracket behind them abbreviates: Colorado Parks and Wildlife (CPW)."""
    found: list[Span] = []
    free = 0
    for one in explained:
        start, end = bisect_left(words.start, one.start), bisect_left(words.start, one.end)
        if start >= free and end > start and words.start[start] == one.start:
            found.append(Span(start, end, "", "list"))
            free = end
            if words.text[end : end + 3] == ["(", one.short, ")"]:
                found.append(Span(end + 1, end + 2, "", "list"))
    return found


def bodies_by_noun(mentioned: Iterable[str]) -> dict[str, str]:
    """The noun that ends just one body's name → that name: the Commission is the European Commission here."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in set(mentioned):
        noun = _OF_OR_FOR.split(name)[0].rpartition(" ")[2]
        if " " in name and noun in _NOUNS:
            full[noun].add(name)
    return {noun: bearers.pop() for noun, bearers in full.items() if len(bearers) == 1}


def phrase_acronyms(text: str) -> frozenset[str]:
    """Acronyms that stand for common words in this text, and are no name: liquefied natural gas (LNG)."""
    found: set[str] = set()
    for match in _IN_BRACKETS.finditer(text):
        parts = re.split(r"[\s-]+", text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2].strip())
        letters = match[1].rstrip("s").lower()
        phrase = parts[-len(letters) :]
        if len(letters) > 1 and phrase[-1:] and "".join(part[:1] for part in phrase) == letters:
            found |= {match[1], match[1].rstrip("s"), match[1].rstrip("s") + "s"}
    return frozenset(found)


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
