"""Names in tables: standings, scores, fixtures, ranked results, score cards, squads.

The place of a dateline: "CAIRO - 26 July", "OSLO, Norway 1996-12-06", "SKIVE, Denmark (AP) --".
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.entities.span_rest import PARTICLES
from pipeline.entities.spans import Span, apart
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, roles
from pipeline.text.layout import Layout

_CRICKET = re.compile(r"(?:\s(?:c|b|st|lbw|c and b)\s.{0,110}\d\s{0,3}$|\bnot out\b|\brun out\b|\blbw\b)")
_RANKED = re.compile(r"^\s*\d+\s?[.)]\s")
_NATIONAL = re.compile(r"\(([A-Z][\w .'-]+)\)")
_SQUAD = re.compile(
    r"^(?:Goalkeepers?|Defenders?|Midfielders?|Forwards?|Strikers?|Batsmen|Bowlers|Substitutes|Team|Squad|Backs)\s?[-:]\s",
    re.I,
)
# "UAE - Hassan Ali 53, Adnan Omar 55", "1 - Kim Jin; 2 - Kim Su; 3 - Kim Ho": who made goals, who plays as what number.
# A name is read in one way only, to its full stop or semicolon: the stop of "J. Smith" is not one before a number.
_SCORERS = re.compile(r"^[A-Z][\w .]{2,20} - [A-Z][^\d;:]{3,30} \d+\b")
_LINE_UP = re.compile(
    r"(?:\b\d{1,2} - [A-Z](?>(?:[\w' -]|\.(?! ?\d)){1,60})(?:\([^)]{0,60}\))?[;.] ?){2}\d{1,2} - [A-Z]"
)
# Heads of columns: capitals and blanks alone, three letters or more. Written so that a run of capitals can be read in
# one way only: the time of a match grows with the line, not with the number of ways to cut it.
_COLUMNS = re.compile(r"[A-Z]\s*+[A-Z]\s*+[A-Z][A-Z\s]*+$")
_TALK = 3  # paragraphs that a label opens make a transcript, where one comes back; roundups name each town once
_LONGEST_LINE_UP = 2_000  # characters of two teams with their substitutes; bounds a search that tries every start
_LONGEST_ROW = 110  # characters of any other row
_FIXTURE = re.compile(r"^[A-Z][^\d,]{1,30} (?:AT|at|vs?\.?|V) [A-Z][^\d,]{1,30}$")
_SCORES = re.compile(r"^[A-Z]\D{2,30}\d++\s*+(?:\([^)]*+\)\s*+)?,?\s*+[A-Z]\D{2,30}\d")
_RESULT = re.compile(r"^[A-Z][^\d:]{2,30} \d{1,3} ?[-–] ?\d{1,3} [A-Z][^\d:]{2,30}$")
_STANDING = re.compile(r"^(?:[XYZ] ?-+ )?[A-Z]\D{1,35}(?:\s[.\d][\d./]*){3,}")


def table_spans(words: Words, copy: str, layout: Layout) -> dict[int, list[Span]]:
    """Number of a paragraph that is a line of a table → the names in it."""
    found: dict[int, list[Span]] = {}
    bounds = _token_bounds(words)
    for number, block in enumerate(layout.blocks):
        shape = _shape(copy[block.start : block.end], block.kind)
        if shape and number in bounds:
            first, last = bounds[number]
            runs = _runs(words, first, last) if shape != "columns" else ()
            found[number] = [_labelled(words, start, end, shape) for start, end in runs]
    return found


def _token_bounds(words: Words) -> dict[int, tuple[int, int]]:
    """Number of a paragraph → its first token and the one after its last."""
    firsts = {block: bisect_left(words.block, block) for block in set(words.block)}
    return {block: (first, bisect_right(words.block, block)) for block, first in firsts.items()}


def _shape(line: str, kind: str) -> str:
    """What kind of table the line is from; empty where it is a sentence."""
    if _SQUAD.match(line):
        return "people"
    if len(line) > _LONGEST_LINE_UP:
        return ""
    if _LINE_UP.search(line):
        return "people"
    if len(line) > _LONGEST_ROW:
        return ""
    if _SCORERS.match(line) and countries.country_named(line.partition(" - ")[0]):
        return "people"
    if _FIXTURE.match(line) and not any(w.islower() and w not in ("at", "v", "vs", "of", "and") for w in line.split()):
        return "teams"
    if _RESULT.match(line) and all(word[0].isupper() or not word[0].isalpha() for word in line.split()):
        return "teams"
    if _CRICKET.search(line):
        return "people"
    if _RANKED.match(line) and (country := _NATIONAL.search(line)) and countries.country_named(country[1]):
        return "ranked"
    return _shape_of_row(line) if kind == "row" else ""


def _shape_of_row(line: str) -> str:
    if _COLUMNS.match(line):
        return "columns"
    if _RANKED.match(line):
        return "ranked"
    if _SCORES.match(line) or _STANDING.match(line):
        return "teams"
    return ""


def _runs(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with the particles and hyphens inside them."""
    i = first
    while i < last:
        if not _begins(words, i):
            i += 1
            continue
        end = i + 1
        while end < last and _continues(words, end, last):
            end += 1
        if not _is_figure(words, i, end):
            yield i, end
        i = end


def _begins(words: Words, i: int) -> bool:
    word = words.text[i]
    return (word[0].isupper() and not names.calendar(word)) or word in ("van", "von", "bin", "ibn")


def _continues(words: Words, i: int, last: int) -> bool:
    word = words.text[i]
    if word[0].isupper():
        return not names.calendar(word)
    if word in PARTICLES and i + 2 < last and words.text[i + 1] == "-" and words.joined(i + 1):
        return True
    inner = word in PARTICLES or (word in ("-", "'") and words.joined(i)) or word == "'s"
    return inner and i + 1 < last and words.text[i + 1][0].isupper() and word not in ("b", "c", "st")


def _is_figure(words: Words, start: int, end: int) -> bool:
    """Whether the words are heads of columns and the like."""
    parts = words.text[start:end]
    if all(names.role(part.lower().removesuffix("s")) or any(c.isdigit() for c in part) for part in parts):
        return True
    return (
        parts[0] in names.cues("figures")
        or parts[0].upper() in names.cues("figures")
        or (end - start == 1 and len(parts[0]) == 1)
    )


def _labelled(words: Words, start: int, end: int, shape: str) -> Span:
    text = words.name(start, end)
    nation = countries.country_named(text) is not None
    if _open_bracket(words, start):
        after = words.text[end] if end < len(words) else ""
        if nation or text in names.states() or countries.country_of_code(text):
            return Span(start, end, "GPE", "row")
        club = shape == "people" and after in (")", ",")
        return Span(start, end, "ORG" if club else "PERSON", "row", "team" if club else "")
    if shape == "people":
        return Span(start, end, "ORG" if nation else "PERSON", "row", "team" if nation else "")
    if shape == "ranked" and words.text[start - 1] == ")":
        return Span(start, end, "PRODUCT", "row")  # what they drove, rode or sailed
    if shape == "ranked":
        return Span(start, end, "ORG" if nation else "PERSON", "row", "team" if nation else "")
    return Span(start, end, "ORG", "row", "team")


def _open_bracket(words: Words, i: int) -> bool:
    """Whether token i stands inside round brackets opened earlier in its sentence."""
    for j in range(i - 1, max(i - 25, -1), -1):
        if words.text[j][0] == ")" or "\n" in words.text[j]:
            return False
        if words.text[j] == "(":
            return True
    return False


_ENDS = frozenset(("-", "--", "---", "–", "—", ":", "(", "/"))
_REACH = 7  # tokens from the start of a paragraph within which a dateline ends
_SHORTEST = 3
_VOWELS = frozenset("AEIOUY")
_INNER = frozenset(("de", "la", "le", "el", "al", "do", "du"))


def dateline_spans(words: Words, text: str) -> list[Span]:
    """The places in paragraphs that are a dateline, and in those that begin with one in capitals."""
    found: list[Span] = []
    speakers: list[tuple[int, int]] = []
    for first, last in _paragraphs(words):
        kind = words.kind(first)
        if kind == "dateline":
            found += _places(words, first, last)
        elif kind == "body" and _is_loud(words, text, first):
            end = next((i for i in range(first, min(first + _REACH, last)) if words.text[i] in _ENDS), first)
            speakers += [(first, end)] if words.text[end] == ":" else []
            found += _places(words, first, end)
    labels = Counter(words.name(*label) for label in speakers)
    if len(speakers) < _TALK or max(labels.values()) == 1:
        return found
    return apart(found, people := list(_speakers(words, speakers))) + people


def _speakers(words: Words, labels: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Who speaks in a transcript, by the labels before what each says, which come back: LIND: I was in Oslo."""
    for first, end in labels:
        plain = all(word.isalpha() for word in words.text[first:end])
        if end - first == 1 and plain and not roles.is_role(words.text[first].lower()):
            yield Span(first, end, "PERSON", "label")


def _paragraphs(words: Words) -> Iterator[tuple[int, int]]:
    """First token of each paragraph and the one after its last."""
    first = 0
    for _, tokens in groupby(words.block):
        last = first + sum(1 for _ in tokens)
        yield first, last
        first = last


def _is_loud(words: Words, text: str, i: int) -> bool:
    """Whether the paragraph's first word is in capitals in the article itself, and no acronym."""
    word = text[words.start[i] : words.end[i]]
    written = word.isupper() and word.isalpha() and words.text[i] != word  # the copy has it in normal case
    return written and len(word) > _SHORTEST and not _VOWELS.isdisjoint(word)


def _places(words: Words, first: int, last: int) -> Iterator[Span]:
    start = -1
    for i in range(first, last + 1):
        inside = i < last and _is_place_word(words, i)
        if inside and start < 0:
            start = i if words.text[i][0].isupper() else -1
        elif not inside and start >= 0:
            yield Span(start, i, "GPE", "dateline")
            start = -1


def _is_place_word(words: Words, i: int) -> bool:
    word = words.text[i]
    if word in _INNER or (word in (".", "-", "'") and words.joined(i)):
        return True
    return word[0].isupper() and not names.calendar(word)
