"""The text as a string of word classes, one character a token, over which the rules are searched."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from pipeline.dates.holidays import holiday_names
from pipeline.lexicon.tables import read_table
from pipeline.text.fillers import FILLER, condense
from pipeline.text.layout import Layout

# Classes that the shape of a token tells; all others come from words.tsv.
_SHAPES = (
    "isodate", "numeric", "eventday", "clock", "quartername", "decade", "nth", "year", "dayno", "num", "holiday",
    "comma", "dot", "hyphen", "apostrophe", "open", "close", "stop", "other",
)  # fmt: skip
_MARKS = {",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "hyphen", "'": "apostrophe",
          "(": "open", ")": "close", "[": "open", "]": "close", "&": "and"}  # fmt: skip
_APOSTROPHES = "’‘´"
YEARS = range(1400, 2200)  # four digits that may name a year
_FIRST_CODE = 0xE000  # a private-use area: no class can be mistaken for a letter of the pattern

Word = tuple[str, int | str]  # a class and what the word means in it


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of one text: ``classes[i]`` is the class character of the token at starts[i]:ends[i]."""

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    values: list[int | str]

    def at(self, offset: int) -> int:
        """The index of the first token that starts at or after the offset."""
        return bisect_left(self.starts, offset)


@cache
def codes() -> dict[str, str]:
    """Class name → its character."""
    names = dict.fromkeys([*_SHAPES, *(kind for kind, _ in lexicon().values())])
    return {name: chr(_FIRST_CODE + n) for n, name in enumerate(names)}


@cache
def lexicon() -> dict[str, Word]:
    """Word → class and value, under each spelling that counts."""
    entries: dict[str, Word] = {}
    for kind, value, words in read_table("words"):
        meaning = int(value) if value.lstrip("-").isdigit() else value
        for word in words.split():
            spellings = {word, word.upper(), word.capitalize()} if word.islower() else {word, word.upper()}
            entries.update(dict.fromkeys(spellings, (kind, meaning)))
    return entries


@cache
def _token_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, holiday_names()), key=len, reverse=True))
    return re.compile(
        rf"""(?P<holiday>(?=[A-Z'])(?:{names})\b)
        |(?P<word>[^\W\d_]++(?![\d_]))
        |(?P<isodate>\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d[\d:.]{{0,12}}(?:Z|[+-]\d\d:?\d\d)?)?(?!\w)
            |\d{{4}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.)\d{{1,2}}(?![\w/]))
        |(?P<numeric>\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d\d)(?![\w/]|\.\d))
        |(?P<eventday>9/11(?![\w/]))
        |(?P<clock>\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.m\b\.?|[ap]m\b|[AP]\.M\b\.?|[AP]M\b)|\d{{1,2}}:\d\d(?:\:\d\d)?(?![\w:]))
        |(?P<nth>\d{{1,2}}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
        |(?P<quartername>[QqH][1-4]\b|[1-4]Q\b)
        |(?P<decade>\d{{3}}0'?s\b|'\d0'?s\b)
        |(?P<other>[$£€¥\#]\s?\d[\d.,]*|\d[\d.,]{{0,20}}\s?%|\d++[^\W\d]\w*|[^\W\d]++\w*)
        |(?P<num>\d{{1,2}}(?=,\d{{4}}(?![\d,.]\d))|\d+(?:[.,]\d+)*)
        |(?P<mark>\S)""",
        re.VERBOSE,
    )


def tokenise(text: str, layout: Layout, model_text: str = "") -> Tokens:
    """Tokens of every paragraph; a stop stands between paragraphs, so that no rule runs across.

    model_text: the text as the model read it, which tells what nobody reads: a soft hyphen within a weekday.
    """
    if FILLER not in model_text:
        return _tokenise(text, layout)
    read = condense("".join(FILLER if seen == FILLER else c for c, seen in zip(text, model_text, strict=True)))
    tokens = _tokenise(read.text, read.layout(layout))
    ends = [read.end(end) for end in tokens.ends]
    pairs = zip(tokens.starts, tokens.ends, strict=True)
    return replace(tokens, text=text, starts=[read.start(a) if a < b else read.end(b) for a, b in pairs], ends=ends)


def _tokenise(text: str, layout: Layout) -> Tokens:
    text = _plain(text)
    known, scan = lexicon().get, _token_pattern().finditer
    read: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    for block in layout.blocks:
        matches = list(scan(text, block.start, block.end))
        read += [known(match[0], _OTHER) if match.lastgroup == "word" else _read(match) for match in matches]
        starts += [match.start() for match in matches]
        ends += [match.end() for match in matches]
        read.append(_STOP)
        starts.append(block.end)
        ends.append(block.end)
    code = codes()
    classes = "".join([code[kind] for kind, _ in read])
    return Tokens(text, classes, starts, ends, [value for _, value in read])


def _plain(text: str) -> str:
    """The text with one kind of apostrophe and of space; its length does not change."""
    if not text.isascii():
        for mark in _APOSTROPHES:
            text = text.replace(mark, "'")
        text = text.replace("\u200b", " ").replace("\ufeff", " ")
    return text.replace("`", "'")


def _read(match: re.Match[str]) -> Word:
    """Class and value of a token that is not a word: a number, a punctuation mark, a date in figures."""
    shape, word = match.lastgroup or "mark", match.group()
    if shape == "mark":
        return _MARKS.get(word, "other"), 0
    if shape == "num":
        return _number(word)
    if shape == "nth":
        return "nth", int(word[:-2])
    return shape, word


_OTHER: Word = ("other", 0)
_STOP: Word = ("stop", 0)


def _number(word: str) -> Word:
    if not word.isdecimal() or len(word) > 6 or not word.isascii():
        return "other", 0
    value = int(word)
    if len(word) <= 2 and 1 <= value <= 31:
        return "dayno", value
    if len(word) == 4 and value in YEARS:
        return "year", value
    return "num", value
