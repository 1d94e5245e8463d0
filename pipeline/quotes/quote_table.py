"""A parsed article as plain lists, and the bounds of its noun phrases, so that no rule asks spaCy token by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.text.quote_marks import Pair
from pipeline.text.tokens import TokenTable

COMMAS = frozenset((",", "–", "—", "--"))
MAY_PART = COMMAS | {"-"}  # what comma() may be true of
_NICKNAME = 3  # words
_NAMING = frozenset(("name", "nickname", "nicknamed", "named", "alias"))
# Words that a title may leave small.
_SMALL = frozenset(("a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "by", "with"))
_INNER_MARKS = frozenset(("'", "’", "''", '"', "”"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
NAMELIKE = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
EDGE = frozenset((",", ";", ":", "-", "--", "–", "—", "and", "but", "as", "(", "while", "though", "although", "when"))
MAX_WORDS = 45
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
_SUFFIXES = frozenset(("sr", "sr.", "jr", "jr.", "ii", "iii"))
_DAY_OPENERS = frozenset(("on", "late", "early", "earlier", "last", "this", "here", "("))
_DAY_PARTS = _DAY_OPENERS | {")", ",", "in", "at"}

Span = tuple[int, int]  # first and last token


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair of marks in tokens: first..last are the content; open and close hold the marks themselves."""

    open: int
    first: int
    last: int
    close: int
    pair: Pair


@dataclass(frozen=True, slots=True)
class QuoteTable:
    """Lists by token number.

    pair_number: of the pair of marks a token (or mark) lies in, else -1; block_number: its paragraph, else -1.
    sentence_start: first token of its sentence, which segments() in sentence_bounds.py fills in; 0 until then.
    """

    doc: Doc
    text: str
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    ent: list[str]
    head: list[int]
    children: list[Sequence[int]]
    start: list[int]
    end: list[int]
    starts_sentence: list[bool]
    sentence_start: list[int]
    pair_number: list[int]
    block_number: list[int]
    pairs: list[Quoted]

    def subject(self, i: int) -> int | None:
        """The grammatical subject of verb i, the nearest one where the parse gives two."""
        found = [kid for kid in self.children[i] if self.dep[kid] in ("nsubj", "csubj") and self.lower[kid] != "."]
        before = [kid for kid in found if kid < i]
        if len(before) > 1:  # "a driver who was stuck with a load of apples said": no subject stands behind "with"
            before = [kid for kid in before if not self._is_governed(kid)] or before
        return before[-1] if before else found[0] if found else self.child(i, "nsubjpass")

    def _is_governed(self, i: int) -> bool:
        """Behind a preposition or participle: "a man accused of robbing | Ann Reid | has said" is what the man says.

        In brackets too: "Ann Reid (Lab, Hulme) accused".
        """
        before = self.left_edge(i) - 1
        return before >= 0 and (
            self.lower[before] == "("
            or (self.dep[before] == "prep" and self.pos[before] == "ADP")
            or (self.tag[before] == "VBG" and self.dep[before] in ("pcomp", "acl"))
        )

    def left_edge(self, i: int) -> int:
        """First token of the phrase under i."""
        return int(self.doc[i].left_edge.i)

    def right_edge(self, i: int) -> int:
        """Last token of the phrase under i."""
        return int(self.doc[i].right_edge.i)

    def comma(self, i: int) -> bool:
        """Whether token i parts a sentence: a comma or a dash, but no hyphen."""
        if i >= len(self.lower):
            return False
        if self.lower[i] == "-":
            return self.text[self.start[i] - 1 : self.start[i]].isspace()
        return self.lower[i] in COMMAS

    def ends_with_comma(self, i: int) -> bool:
        """Whether token i closes a pair of marks whose last character is a comma."""
        number = self.pair_number[i]
        return number >= 0 and self.pairs[number].close == i and self.lower[self.pairs[number].last] == ","

    def starts_block(self, i: int) -> bool:
        """Whether token i is the first of its paragraph."""
        return i == 0 or self.block_number[i - 1] != self.block_number[i]

    def ends_block(self, i: int) -> bool:
        """Whether token i is the last of its paragraph."""
        return i + 1 == len(self.lower) or self.block_number[i + 1] != self.block_number[i]

    def child(self, i: int, *deps: str) -> int | None:
        """First child of i with one of these relations."""
        return next((kid for kid in self.children[i] if self.dep[kid] in deps), None)


def read_quote_table(tokens: TokenTable) -> QuoteTable:
    """Add to the token table what only the rules about quotes need."""
    start = tokens.start
    pairs = [q for pair in tokens.quote_pairs if (q := _quoted(pair, start)) and not _is_nickname(tokens, q)]
    return QuoteTable(
        doc=tokens.doc,
        text=tokens.text,
        lower=tokens.lower,
        lemma=tokens.lemma,
        pos=tokens.pos,
        tag=tokens.tag,
        dep=tokens.dep,
        ent=tokens.ent,
        head=tokens.head,
        children=_kids(tokens.head),
        start=start,
        end=tokens.end,
        starts_sentence=tokens.starts_sentence,
        sentence_start=[0] * len(start),
        pair_number=_pair_numbers(len(start), pairs),
        block_number=_block_numbers(tokens),
        pairs=pairs,
    )


def _is_nickname(tokens: TokenTable, quoted: Quoted) -> bool:
    """'Lewis "Shorty" Hanlon' and 'goes by the name "Shorty"': a name in marks is nothing that somebody says."""
    inside = range(quoted.first, quoted.last + 1)
    named = [j for j in inside if tokens.words[j][0].isalnum()]
    if len(named) > _NICKNAME or not all(tokens.words[j][0].isupper() for j in named):
        return False
    before, after = quoted.open - 1, quoted.close + 1
    if before < 0:
        return False
    if tokens.lower[before] in _NAMING:
        return True
    beside = after < len(tokens.words) and tokens.pos[after] == "PROPN" and tokens.words[after][0].isupper()
    return beside and tokens.pos[before] == "PROPN" and tokens.words[before][0].isupper()


def is_title(table: QuoteTable, quoted: Quoted, *, stopped: bool = False) -> bool:
    """Whether words in marks are capitalised as the title of a book, a film or a song is, and no sentence.

    stopped: even with a full stop, which American print sets inside.
    """
    if table.lower[quoted.last] in (("!", "?") if stopped else (".", "!", "?")):
        return False
    inside = range(quoted.first, quoted.last + 1)
    great = [table.text[table.start[j]] for j in inside if table.lower[j] not in _SMALL and table.lower[j].isalpha()]
    article = table.lower[quoted.first] in ("the", "a", "an") and len(great) == 1  # "The Mill"
    opens = table.text[table.start[quoted.first]].isupper()
    return (len(great) > 1 or article) and opens and all(map(str.isupper, great))


def _kids(head: list[int]) -> list[Sequence[int]]:
    """The children of every token; those without any, more than half, share one empty tuple."""
    children: list[list[int] | None] = [None] * len(head)
    for i, h in enumerate(head):
        if h != i:
            own = children[h]
            if own is None:
                children[h] = [i]
            else:
                own.append(i)
    return [own or () for own in children]


def _pair_numbers(count: int, pairs: list[Quoted]) -> list[int]:
    numbers = [-1] * count
    for number, quoted in enumerate(pairs):
        numbers[quoted.open : quoted.close + 1] = [number] * (quoted.close + 1 - quoted.open)
    return numbers


def _block_numbers(tokens: TokenTable) -> list[int]:
    """The number of each token's paragraph, -1 for what stands between two paragraphs."""
    blocks = tokens.layout.blocks
    if not blocks:
        return [-1] * len(tokens.start)
    inside = (blocks[n].start <= at < blocks[n].end for n, at in zip(tokens.block, tokens.start, strict=True))
    return [n if within else -1 for n, within in zip(tokens.block, inside, strict=True)]


def _quoted(pair: Pair, start: list[int]) -> Quoted | None:
    """The tokens of a pair; None where no whole token lies between the marks."""
    opened = max(bisect_right(start, pair.open) - 1, 0)
    first = bisect_left(start, pair.start)
    last = bisect_left(start, pair.end) - 1
    close = max(bisect_left(start, pair.close) - 1, last)
    return Quoted(min(opened, first), first, last, close, pair) if first <= last else None


def last_word(view: QuoteTable, quoted: Quoted) -> int:
    """The last token in marks that is itself no mark: "He asked, 'Why?'" ends with the question inside."""
    last = quoted.last
    while last > quoted.first and view.lower[last] in _INNER_MARKS:
        last -= 1
    return last


def is_unmarked(view: QuoteTable, piece: Span) -> bool:
    """Whether no word of a piece stands in marks: where some do the narrator chose them, and the rest is his own."""
    return all(number < 0 for number in view.pair_number[piece[0] : piece[1] + 1])


def phrase(view: QuoteTable, noun: int, verb: int) -> Span | None:
    """The full phrase under noun, without what lies beyond the verb, another paragraph or a mark."""
    if view.tag[noun][0:1] == "V":  # "after having left ... called": no speaker is a verb
        return None
    first, last = view.left_edge(noun), view.right_edge(noun)
    if noun < view.sentence_start[verb] < verb:  # the parse took the dateline for the subject
        noun = max((j for j in range(view.sentence_start[verb], verb) if view.pos[j] in NAMELIKE), default=noun)
        last = noun if last < view.sentence_start[verb] else last
    if noun < verb:
        last = min(last, verb - 1)
        open_end = view.dep[last] == "prep" or (view.tag[last] == "VBG" and last > noun)
        if last + 1 < verb and open_end and view.sentence_start[last] == view.sentence_start[verb]:
            # the parse gave "a load" another verb: "a driver who was stuck with a load of apples said"
            helpers = (kid for kid in view.children[verb] if kid > last and view.dep[kid] == "aux")
            last = min([verb, *helpers]) - 1
    elif noun > verb:
        first = max(first, verb + 1)
    return tidy(view, noun, first, last)


def tidy(view: QuoteTable, noun: int, first: int, last: int) -> Span | None:
    """Clip to the paragraph and to the marks around noun, and drop loose words at the edges; None if none is left."""
    first = max(first, view.sentence_start[noun])
    for j in range(noun, first - 1, -1):
        if view.block_number[j] != view.block_number[noun] or _whole_quote(view, j):
            first = j + 1
            break
    for j in range(noun, last + 1):
        if view.block_number[j] != view.block_number[noun] or _whole_quote(view, j) or j - noun > MAX_WORDS:
            last = j - 1
            break
    hyphen = first if view.lower[first] == "-" else first - 1
    glued = hyphen > view.sentence_start[noun] and view.end[hyphen - 1] == view.start[hyphen]
    if glued and view.lower[hyphen] == "-":
        first = max(view.left_edge(hyphen - 1), view.sentence_start[noun])  # "the firm's vice-president"
    while first < noun and view.lower[first] in EDGE:
        first += 1
    town = first > 1 and view.comma(first - 1) and view.ent[first - 2] in ("GPE", "LOC")
    if town and view.ent[first] == "GPE" and view.comma(first + 1) and first + 2 <= last:
        first += 2  # "in Redmond, Washington, the director said"
    while first and view.lower[first] in _SUFFIXES and view.pos[first - 1] == "PROPN":
        first -= 1
    while last > noun and (
        view.lower[last] in _ARTICLES
        or view.lower[last] in EDGE
        or view.lower[last] in ",.:;"
        or view.lower[last].isspace()
    ):
        last -= 1
    return (first, before_day(view, max(first, noun), last)) if first <= last else None


def _whole_quote(view: QuoteTable, i: int) -> bool:
    """Whether i lies in marks that hold more than a nickname or a title of a work."""
    number = view.pair_number[i]
    return number >= 0 and view.pairs[number].last - view.pairs[number].first > 3


def before_day(view: QuoteTable, first: int, last: int) -> int:
    """The last token of a phrase without the day behind it: "the envoy Ana Lopes on Monday (May 6th)".

    An age ("Lopes, 43") is no day; one in a clause ("Lopes, who won on Sunday") belongs to the clause.
    """
    last -= last > first and view.lower[last] == "here" and view.pos[last - 1] == "PROPN"  # "Lopes here (on Monday)"
    end = last
    while end > first and (view.ent[end] in ("DATE", "TIME") or view.lower[end] in _DAY_PARTS):
        end -= 1
    day = range(end + 1 + view.comma(min(end + 1, last)), last + 1)
    dated = any(view.ent[j] in ("DATE", "TIME") for j in day) and view.lower[day[0]] in _DAY_OPENERS
    clause = any(view.tag[j] in FINITE for j in range(first, end))
    return end if dated and not clause and view.pos[end] in ("PROPN", "NOUN", "PRON") else last
