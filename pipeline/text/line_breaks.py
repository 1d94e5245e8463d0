"""Which line breaks of a text end a paragraph, and which only mark the margin at which it was wrapped.

A program that wraps text puts a word on the next line when it does not fit. So the breaks show the width: where a
sentence runs on over a break, the first word of the next line would not have fitted on this one. A paragraph ends
where that word would have fitted. Nothing depends on a fixed width.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

INVISIBLE = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"  # a class
_NOT_READ = (
    " \t\v\f\r\n\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    + "".join(map(chr, (0xAD, 0x34F, 0x61C, *range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))))
    + "".join(map(chr, (*range(0x2066, 0x206A), *range(0xFE00, 0xFE10), 0xFEFF)))
)
BREAK_END = r"[\r\n\v\f\x85\u2028\u2029]"
BREAK = r"(?:\r\n?|[\n\v\f\x85\u2028\u2029])"
_LINE = re.compile(rf"(?P<words>[^\r\n\v\f\x85\u2028\u2029]*+)(?:{BREAK}|\Z)")
_BREAK_IN_WORDS = re.compile(rf"(?:(?<=[^\W\d_])[-\u2010](?={BREAK}[ \t>]*[a-z])|(?P<blank>))(?:{BREAK}[\s>]*+)")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_MAIL_LINE = re.compile(rf"(?:\A|{BREAK})[ \t]?>")
_MAIL_PREFIX = re.compile(r"(?>(?:[ \t]?>)+)[ \t]?")
_SENTENCE_END = re.compile(r"""[.!?:;…]['"”’»)\]*_]*$""")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Jr|Sr|[A-Z])\.$")
_PARTED = re.compile(r"[^\W\d_][-\u2010]\Z")
_BULLET = re.compile(r"(?:[•‣▪●◦*–—-]|\(?\d{1,2}[.)])\s")
_OPENER = re.compile(  # a byline, a speaker's label, a dateline
    r"(?:By|BY) +[A-Z]|[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20})?:\s"
    r"|[A-Z][A-Z.'’ -]{2,40}(?:,[^—–()-]{1,40})?\s*(?:[—–]|-\s|\()"
)
_OPENING_MARKS = frozenset("\"“„‟«‘'`″＂❝「『")
_WIRE_END = re.compile(rf"[=<](?=[ \t]*+(?:{BREAK}|\Z))")
WIRE = re.compile(rf"(?:\A|(?<={BREAK_END}))\^|{_WIRE_END.pattern}")  # around a headline or byline of old wires
_CERTAIN = 3  # breaks in mid-sentence that show a width beyond doubt
_STRICT = 0.95  # of them fit one width exactly: letters of one width, as in mail and on wires
_LOOSE = 0.8  # of them come near one width: a printed page, whose letters differ in width
_NEARLY = 0.8  # of the width: a line this long that ends in mid-sentence is no headline
_LEAST_SHARE = 0.25  # of all breaks that stand in mid-sentence, where they are few or fit loosely
_LEAST_WIDTH = 20
_LONGEST_QUOTE = 60  # lines of a paragraph that are looked at for a mark left open
_LONG_WORD = 12  # letters: the longest line may have had room for fewer more than the longest cut line


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where its words start and end, and how far they stand from the left edge; blank if it has none."""

    start: int
    end: int
    indent: int
    words: str
    apart: bool = False  # between the marks of old wires

    @property
    def open(self) -> bool:
        """Whether the line ends in mid-sentence."""
        return not _SENTENCE_END.search(self.words) or bool(_TITLE.search(self.words))

    @property
    def reach(self) -> int:
        """How far from the left edge the line ends."""
        return self.indent + len(self.words)

    @property
    def first_word(self) -> str:
        """What would have had to fit on the line before: up to the first blank at which a line may break."""
        return re.split(r"[ \t]", self.words, maxsplit=1)[0]

    @property
    def parted(self) -> bool:
        """Whether the line ends within a word."""
        return bool(_PARTED.search(self.words)) and len(self.words) >= _LEAST_WIDTH

    @property
    def goes_on(self) -> bool:
        """Whether the line begins in mid-sentence, as far as letters tell."""
        return self.words[:1].islower()

    @property
    def prose(self) -> bool:
        """Whether the line is of a sentence, as far as its words in lower case tell."""
        words = self.words.split()
        return len(words) > 2 and sum(word[0].islower() for word in words) >= len(words) / 2

    def room_for(self, following: "Line", width: float) -> bool:
        """Whether the first word of the following line would have fitted on this one."""
        return self.reach + 1 + len(following.first_word) <= width


@dataclass(frozen=True, slots=True)
class _Margin:
    """The width at which a text was wrapped; exact: by letters; spaced: with blank lines between paragraphs."""

    width: float
    exact: bool
    spaced: bool

    def joins(self, line: Line, following: Line) -> bool:
        """Whether both lines belong to one paragraph."""
        if _BULLET.match(following.words) or self._indented(line, following):
            return False
        if line.open and following.goes_on:
            return line.reach >= self.width / 2
        if line.open and _OPENER.match(following.words):
            return False
        if self.spaced and line.open and line.reach >= _NEARLY * self.width:
            return True
        if self.exact:
            return not line.room_for(following, self.width)
        share = _NEARLY if line.open or self.spaced else 0.97
        return not line.room_for(following, self.width * share)

    def _indented(self, line: Line, following: Line) -> bool:
        return following.indent > line.indent + 1 and not _BULLET.match(line.words)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph, white space and the prefixes of mail left out at both ends."""
    lines = read_lines(text)
    margin = _margin(lines)
    found: list[list[Line]] = []
    before: Line | None = None
    for line in lines:
        if not line.words:
            before = None
            continue
        if before and _belongs(found[-1], before, line, margin):
            found[-1].append(line)
        else:
            found.append([line])
        before = line
    return [(piece[0].start, piece[-1].end) for piece in found]


def _belongs(piece: Sequence[Line], before: Line, line: Line, margin: _Margin | None) -> bool:
    """Whether a line goes on with the paragraph whose last line is before."""
    if before.apart or line.apart:
        return False
    if before.parted and line.goes_on:
        return True
    if not margin or not margin.joins(before, line):
        return False
    return margin.spaced or not _next_of_quote(piece, line)


def one_line(words: str) -> str:
    """Words of the text as one line: breaks, mail's prefixes and white space become single blanks, unseen signs go."""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip()
    words = _BREAK_IN_WORDS.sub(lambda gap: " " if gap["blank"] is not None else "", words)
    return " ".join(_INVISIBLE.sub("", words).split())


def is_mail(text: str) -> bool:
    """Whether lines begin with the mark that mail puts before what it quotes; one line alone may begin so by chance."""
    return ">" in text and len(_MAIL_LINE.findall(text)) > 1


def is_wire(text: str) -> bool:
    """Whether headline and byline stand between the marks that old wires gave typesetters: ^By ANN OLSEN=."""
    return "^" in text and sum(mark[0] == "^" for mark in WIRE.finditer(text)) > 1 < len(_WIRE_END.findall(text))


def read_lines(text: str) -> list[Line]:
    """All lines; the marks that mail puts before quoted lines are no part of them."""
    quoted, wired = is_mail(text), is_wire(text)
    lines = []
    for match in _LINE.finditer(text):
        start, end = match.span("words")
        prefix = _MAIL_PREFIX.match(text, start, end) if quoted else None
        left = prefix.end() if prefix else start
        words = text[left:end]
        bare = words.lstrip(_NOT_READ)
        indent = len(words) - len(bare)
        bare = bare.rstrip(_NOT_READ)
        apart = wired and (bare.startswith("^") or bare.endswith(("=", "<")))
        if apart:
            indent += bare.startswith("^")
            bare = bare.removeprefix("^").rstrip("=<" + _NOT_READ)
        lines.append(Line(left + indent, left + indent + len(bare), indent, bare, apart))
    return lines


def _margin(lines: Sequence[Line]) -> _Margin | None:
    """The margin at which the text was wrapped; None where every line is a paragraph of its own."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.words and b.words]
    cut = [(a, b) for a, b in pairs if a.open and " " in a.words and not _BULLET.match(b.words)]
    certain = [(a, b) for a, b in cut if b.goes_on] or [(a, b) for a, b in cut if a.prose and b.prose]
    if not certain or (len(certain) == 1 and not certain[0][1].goes_on):
        return None
    width = max(a.reach for a, _ in cut)
    spaced = _is_spaced(lines, pairs, width)
    if width < _LEAST_WIDTH or _much_beyond(lines, width):
        return None
    within = all(line.reach <= width + _LONG_WORD or " " not in line.words for line in lines)
    if _share_full(certain, width) >= _STRICT and (len(certain) >= _CERTAIN or within):
        return _Margin(width, True, spaced)
    lengths = sorted(a.reach for a, _ in certain)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    often = len(certain) >= max(_CERTAIN, _LEAST_SHARE * len(pairs))
    if often and width >= _LEAST_WIDTH and _share_full(certain, _NEARLY * width) >= _LOOSE:
        return _Margin(width, False, spaced)
    return None


def _much_beyond(lines: Sequence[Line], width: float) -> bool:
    """Whether much of the text stands in longer lines: the short ones are then menus and headlines, wrapped nowhere."""
    beyond = sum(len(line.words) for line in lines if line.reach > width + _LONG_WORD and " " in line.words)
    return beyond > sum(len(line.words) for line in lines) / 3


def _share_full(pairs: Sequence[tuple[Line, Line]], width: float) -> float:
    """The share of breaks at which the next word would not have fitted."""
    return sum(not a.room_for(b, width) for a, b in pairs) / len(pairs)


def _is_spaced(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]], width: int) -> bool:
    """Whether blank lines or indents part the paragraphs, so that a sentence may end where a full line does."""
    blank = sum(bool(a.words) and not b.words for a, b in pairwise(lines))
    ends = [(a, b) for a, b in pairs if not a.open and a.room_for(b, width)]
    indented = sum(b.indent > a.indent + 1 for a, b in ends)
    return blank > len(ends) or indented > len(ends) / 2


def _next_of_quote(piece: Sequence[Line], line: Line) -> bool:
    """Whether a line opens the next paragraph of a quotation that this one leaves open."""
    if line.words[0] not in _OPENING_MARKS or piece[-1].open:
        return False
    words = " ".join(one.words for one in piece[-_LONGEST_QUOTE:])
    return words.count('"') % 2 == 1 or words.count("“") > words.count("”")
