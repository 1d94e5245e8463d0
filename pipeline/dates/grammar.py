"""The grammar: every form of date expression as a pattern over word classes.

The patterns stand in data/dates/rules.tsv. A pattern is a regular expression whose letters are
class names (words.tsv, tokens.py) or, in capitals, shorthands (shorthands.tsv); spaces mean
nothing. The first pattern that matches at a token wins. ``reader`` names the function that tells
what the form means.
"""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.dates.tokens import Tokens, codes
from pipeline.lexicon.tables import read_table

_TENS = (20, 30)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A rule that matched: its reader and the tokens first..stop (exclusive)."""

    rule: str
    reader: str
    tokens: Tokens
    first: int
    stop: int

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.tokens.ends[self.stop - 1]

    def value(self, *names: str) -> int | str | None:
        """What the first token of one of these classes means."""
        wanted = {codes()[name] for name in names}
        for index in range(self.first, self.stop):
            if self.tokens.classes[index] in wanted:
                return self.tokens.values[index]
        return None

    def word(self, name: str) -> str:
        """The first token of a class as it stands, empty without one."""
        found = self.tokens.classes.find(codes()[name], self.first, self.stop)
        return self.tokens.text[self.tokens.starts[found] : self.tokens.ends[found]] if found >= 0 else ""

    def number(self, *names: str) -> int | None:
        """The same, for classes whose meaning is a number."""
        value = self.value(*names)
        return value if isinstance(value, int) else None

    def day_number(self) -> int | None:
        """The day of a month, in figures or in words: 3, 3rd, third, twenty-third."""
        day = self.number("dayno", "ordinal", "nth")
        tens = self.number("number") if self.value("ordinal") is not None else None
        if tens is None:
            return day
        return tens + (day or 0) if tens in _TENS else None


def word_before(match: DateMatch) -> str:
    """The word before the expression, lower case; empty at the start of a paragraph."""
    return raw_before(match).lower()


def raw_before(match: DateMatch) -> str:
    """The same as it stands."""
    index = match.first - 1
    return match.tokens.text[match.tokens.starts[index] : match.tokens.ends[index]] if index >= 0 else ""


def word_after(match: DateMatch) -> str:
    """The word after it, as it stands."""
    index = match.stop
    return match.tokens.text[match.tokens.starts[index] : match.tokens.ends[index]]


def find_matches(tokens: Tokens) -> list[DateMatch]:
    """Matches of the grammar in order, none overlapping another."""
    readers = _readers()
    matches = []
    for found in _grammar().finditer(tokens.classes):
        name = found.lastgroup or ""
        matches.append(DateMatch(name, readers[name], tokens, found.start(), found.end()))
    return matches


@cache
def _readers() -> dict[str, str]:
    return {name: reader for name, reader, _ in read_table("rules")}


# No form starts with one of these; saying so spares trying every form at four words of five.
_NEVER_FIRST = ("other", "stop", "comma", "dot", "hyphen", "close", "ess", "and", "from", "to", "ago")


@cache
def _grammar() -> re.Pattern[str]:
    never = "".join(codes()[name] for name in _NEVER_FIRST)
    # The group that names a form stands behind it: in front it would hide the first letter, which most forms fail by.
    forms = "|".join(f"(?:{compile_pattern(pattern)})(?P<{name}>)" for name, _, pattern in read_table("rules"))
    return re.compile(f"(?![{never}])(?:{forms})")


@cache
def compile_pattern(pattern: str) -> str:
    """A pattern over class names as a pattern over class characters."""
    shorthands = {row[0]: row[1] for row in read_table("shorthands")}
    while re.search("[A-Z]", pattern):
        pattern = re.sub("[A-Z]+", lambda found: shorthands[found[0]], pattern)
    pattern = re.sub("[a-z]+", lambda found: codes()[found[0]], pattern)
    return re.sub(r"\s+", "", pattern).replace("(", "(?:").replace("(?:?", "(?")
