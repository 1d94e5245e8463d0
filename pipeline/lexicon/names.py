"""What the word lists say about words and names: of which kind they are, and whether a man's or a woman's."""

import re
from functools import cache

from pipeline.lexicon import tables
from pipeline.lexicon.accents import without_accents

# German, Dutch and Swedish streets are one word: Friedrichstrasse, Karl-Marx-Allee, Alexanderplatz, Prinsengracht.
_STREET = re.compile(r"[^\W\d_][\w-]{2,}(?:stra(?:ss|ß)e|allee|platz|gasse|straat|gracht|plein|gatan)", re.I)

_IRISH = re.compile(r"O['’][A-Z][a-z]{2,}")


def common(word: str) -> bool:
    """Whether word, in any case, is a common English word."""
    return word.lower() in tables.words("entities/words.txt")


def given_name(word: str) -> bool:
    """Whether word is a listed given name, or one but for its accents: Siobhán."""
    return word in _given() or (not word.isascii() and without_accents(word) in _given())


def surname(word: str) -> bool:
    """Whether word is a listed surname, or one but for its accents, or an Irish one: O'Rourke."""
    if word in _surnames() or _IRISH.fullmatch(word):
        return True
    return not word.isascii() and without_accents(word) in _surnames()


def asian_surname(word: str) -> bool:
    """Whether word is a family name that stands first in Chinese, Korean and Vietnamese names."""
    return word in _asian()


def title(word: str) -> bool:
    """Whether word is a title before a person's name."""
    return word in _titles()


def role(word: str) -> bool:
    """Whether the lower-case word is a role that news sets before a name: striker, spokesman."""
    return word in _roles()


def calendar(word: str) -> bool:
    """Whether word is the name of a day or month: Sunday, Sundays, May, Sept."""
    listed = tables.words("entities/months.txt")
    return word.removesuffix(".") in listed or (word.endswith("days") and word[:-1] in listed)


@cache
def cues(name: str) -> frozenset[str]:
    """A named set of cue words: what may stand around a name, or in it."""
    return {key: frozenset(listed.split()) for key, listed in tables.table("entities/cues.tsv")}[name]


def is_street(word: str) -> bool:
    """Whether word names a street or square by its ending, and is no listed surname."""
    return bool(_STREET.fullmatch(word)) and not surname(word)


@cache
def heads() -> dict[str, str]:
    """Last word of a name → what it names (ORG, COMPANY, CLUB, FAC, LOC, GPE, EVENT, LAW)."""
    found: dict[str, str] = {}
    for kind, listed in tables.table("entities/heads.tsv"):
        for word in listed.split():
            found.setdefault(word, kind)
    return found


@cache
def known() -> dict[str, str]:
    """Names that need no word of explanation → their label; X for what is no name of ours."""
    found: dict[str, str] = {}
    for label, listed in tables.table("entities/known.tsv"):
        found.update(dict.fromkeys(listed.split("|"), label))
    return found


@cache
def states() -> dict[str, str]:
    """States and provinces, in full or abbreviated → the full name."""
    found: dict[str, str] = {}
    for row in tables.table("lexicon/states.tsv"):
        found[row[0]] = row[0]
        found.update(dict.fromkeys(row[1].split("|") if len(row) > 1 else (), row[0]))
    return found


def given_name_rows() -> tuple[tuple[str, ...], ...]:
    """Given names as they are written, with their sex where it is known; one in lower case is too rare to tell by."""
    return tables.table("lexicon/given_names.tsv") + tables.table("lexicon/given_names_more.tsv")


@cache
def given_names() -> dict[str, str]:
    """Given name → m or f; names that both sexes bear are not in it."""
    names = {row[0].lower(): row[1] for row in given_name_rows() if len(row) > 1}
    return {name: sex for name, sex in names.items() if sex != "-"}


def _surname_first(name: str) -> bool:
    """ "Park Ji-hyun", "Yang Changqing": Park and Yang are no given names here, as they are in "Yang Miller"."""
    first, _, last = name.partition(" ")
    known = surname(last) or asian_surname(last)
    return asian_surname(first) and bool(last) and " " not in last and not known


@cache
def titles() -> dict[str, str | None]:
    """Title before a name, without its full stop → m, f or None."""
    rows = (row for row in tables.table("lexicon/titles.tsv") if len(row) > 1)
    return {row[0].lower().rstrip("."): None if row[1] == "-" else row[1] for row in rows}


def short_titles() -> frozenset[str]:
    """Titles that end in a full stop: Gov., Lt.; but not M., which is as often an initial."""
    return frozenset(title for title in _titles() if title.endswith(".") and len(title) > 2)


def sex_of_title(word: str) -> str | None:
    """Mr. → m, Queen → f, President → None."""
    return titles().get(word.lower().rstrip("."))


def sex_of_name(name: str) -> str | None:
    """By the given name: the first word of two or more that is no title or initial."""
    words = [word for word in name.lower().replace("’", "'").split() if word.rstrip(".") not in titles()]
    if _surname_first(name):
        return given_names().get(words[1])
    for word in words[:-1]:
        if len(word.rstrip(".")) > 1:
            plain = word.strip(".,'\"")
            return given_names().get(plain) or given_names().get(plain.split("-")[0])
    return None


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in tables.table("lexicon/titles.tsv"))


@cache
def _roles() -> frozenset[str]:
    return frozenset(row[0] for row in tables.table("lexicon/roles.tsv") if row[4:])


@cache
def _given() -> frozenset[str]:
    """Both lists of given names but for the rare ones, with and without their accents."""
    return _plain(frozenset(row[0] for row in given_name_rows() if row[0][0].isupper()))


@cache
def _surnames() -> frozenset[str]:
    return _plain(tables.words("entities/last_names.txt"))


def _plain(names: frozenset[str]) -> frozenset[str]:
    """The names and their forms without accents, as wires write them."""
    return names | set(without_accents("\n".join(name for name in names if not name.isascii())).splitlines())


@cache
def _asian() -> frozenset[str]:
    return frozenset(word for line in tables.words("entities/asian_surnames.txt") for word in line.split())
