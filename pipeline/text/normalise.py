"""The text as the language model reads it: every offset stays, every style of marks and breaks has one form.

The model was trained on plain news text. So marks, spaces and line breaks get the forms it knows, and what no reader
sees (soft hyphens, signs of direction, the second of two blanks, the ``>`` of mail) becomes a filler that the model
never meets: it parses the text without fillers, and the tokens are laid over the text with them.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.vocab import Vocab

from pipeline.text.fillers import FILLER, Condensed, condense
from pipeline.text.layout import Layout, read_layout
from pipeline.text.line_breaks import BREAK, INVISIBLE, WIRE, is_mail, is_wire
from pipeline.text.quote_marks import Pair, pair_marks
from pipeline.text.truecase import restore_case

# One character for one, so that every offset into the model's text is an offset into the article.
_SAME_LENGTH = {
    **dict.fromkeys(("\t", "\r", "\u00a0", "\u1680", "\u202f", "\u205f", "\u3000"), " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("“”„‟«»″＂❝❞〝〞〟「」『』‶", '"'),
    **dict.fromkeys("‘’‚‛´`′‵＇❛❜‹›", "'"),
    **dict.fromkeys("‐‑", "-"),
    "\ufffc": " ",  # where a picture stood
    **dict.fromkeys("\u115f\u1160\u2800\u3164\uffa0", " "),  # letters of other scripts that show nothing
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),  # lone surrogates have no UTF-8
}
_STRANGE = re.compile(f"[{''.join(_SAME_LENGTH)}]")
_STYLED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")  # of full width, of mathematics
_NOT_READ = rf"\s{INVISIBLE}"
_BREAK_RUN = rf"(?<![{_NOT_READ}])(?>(?:(?!{BREAK})[{_NOT_READ}])*){BREAK}"
_UNSEEN = re.compile(rf"{_BREAK_RUN}[{_NOT_READ}]*+|[{_NOT_READ}]{{2,}}+|[{INVISIBLE}]")
_UNSEEN_IN_MAIL = re.compile(rf"(?:\A[ \t]?>|{_BREAK_RUN})[{_NOT_READ}>]*+|[{_NOT_READ}]{{2,}}+|[{INVISIBLE}]")
_BLANK, _HAS_BREAK = re.compile(r"\s"), re.compile(BREAK)
_PARTED = re.compile(rf"[-\u2010](?<=[^\W\d_].){BREAK}[ \t>]*(?=[a-zß-ÿ])")  # the hyphen first: it is seldom
_COMPOUNDS = frozenset(
    re.findall(
        r"\w+",
        "all anti co cross double ex five four full half hand hard high ill large left long low mid multi new non north"
        " old one post pre pro re right second self semi seven short single six small south sub ten third three twice"
        " two ultra under up well west east wide world year",
    )
)  # what stands before a hyphen that belongs to the word
_WORD_END, _WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++\Z"), re.compile(r"[^\W\d_]++")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++")
_LONGEST_WORD = 40
_ACCENT, _ACCENTED = re.compile("[\u0300-\u036f]"), re.compile("[^\\W\\d_][\u0300-\u036f]+")
_ENTITY = re.compile(  # &amp;ldquo; was escaped twice
    r"&(?:amp;)?(?:[lr][ds]quo|quot|apos|amp|nbsp|[mn]dash|hellip|[lr]aquo|#\d{2,5}|#x[\da-f]{2,4});", re.I
)
_SELDOM = str.maketrans(dict.fromkeys("ʺˮ\U0001f676\U0001f677\U0001f678", '"'))  # marks that few texts have
_SELDOM_SEEN = re.compile("[ʺˮ\U0001f676-\U0001f678]")
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")  # not the next line, U+0085
_CONTROLS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0) if code != 0x85}
_LONGEST_BREAK = 12
# spaCy's tokenizer takes marks off one at a time and copies the rest: a run of 10,000 costs 12 s, ten times
# as many a hundred times that. No sentence holds so long a run.
_LONG_RUN = re.compile(r"(?>(?:[^\w\s]|_){50,})")
_KEPT = 49


@dataclass(frozen=True, slots=True)
class ModelText:
    """The text that the model reads, as long as the article, with the article's paragraphs and pairs of marks."""

    text: str
    layout: Layout
    pairs: tuple[Pair, ...]


def normalise(text: str, layout: Layout | None = None) -> str:
    """Return text with plain marks, spaces and breaks; same length, same offsets.

    layout: the text's own, where it has been read already.
    """
    return prepare_text(text, layout).text


def prepare_text(text: str, layout: Layout | None = None) -> ModelText:
    """What the model reads of a text, its paragraphs and its pairs of marks, each worked out once."""
    layout = layout or read_layout(text)
    filled = _fill(text, layout)
    if FILLER not in filled:
        pairs = pair_marks(filled, layout.blocks)
        return ModelText(_plain(filled, pairs), layout, pairs)
    condensed = condense(filled)
    pairs = pair_marks(condensed.text, condensed.layout(layout).blocks)
    return ModelText(
        condensed.spread(_plain(condensed.text, pairs)), layout, tuple(_in_whole(condensed, pair) for pair in pairs)
    )


def _in_whole(condensed: Condensed, pair: Pair) -> Pair:
    """The pair where the text with fillers has it."""
    return replace(
        pair,
        open=condensed.start(pair.open),
        start=condensed.start(pair.start),
        end=condensed.end(pair.end),
        close=condensed.end(pair.close),
    )


def _plain(text: str, pairs: Sequence[Pair]) -> str:
    """One kind of mark and of space, capitals for names alone, no endless run of marks."""
    return _LONG_RUN.sub(_shortened, restore_case(_plain_singles(_plain_characters(text), pairs)))


def _fill(text: str, layout: Layout) -> str:
    """Breaks between paragraphs as line feeds; what nobody reads as fillers; all else as it is."""
    edges = {block.end for block in layout.blocks}

    def unseen(run: re.Match[str]) -> str:
        start, end = run.span()
        if start in edges or start == 0:
            return ("\n" if _HAS_BREAK.search(run[0]) else " ") * (end - start)
        return FILLER * (end - start - 1) + (" " if _BLANK.search(run[0]) else FILLER)

    if is_wire(text):
        text = WIRE.sub(FILLER, text)
    filled = (_UNSEEN_IN_MAIL if is_mail(text) else _UNSEEN).sub(unseen, _join_parted(_spell_signs(text)))
    return _ACCENTED.sub(_composed, filled) if _ACCENT.search(filled) else filled


def _spell_signs(text: str) -> str:
    """Signs written in code as themselves: &ldquo;, &#8220; and the bytes of Windows-1252 read as control signs."""
    if _CONTROL.search(text):
        text = text.translate(_CONTROLS)
    if _SELDOM_SEEN.search(text):
        text = text.translate(_SELDOM)
    if text.count('""') > 1:  # as CSV writes marks within a cell
        text = text.replace('""', f'"{FILLER}')
    if text.count('\\"') > 1:  # as JSON and programs write them
        text = text.replace('\\"', f'{FILLER}"')
    return _ENTITY.sub(_spelled, text) if "&" in text else text


def _spelled(entity: re.Match[str]) -> str:
    sign = html.unescape(html.unescape(entity[0]))
    return sign + FILLER * (len(entity[0]) - 1) if len(sign) == 1 else entity[0]


def _join_parted(text: str) -> str:
    """Words parted by a hyphen at a line's end are whole; the hyphen stays where it belongs to the word."""
    if not _PARTED.search(text):
        return text
    known = set(_WORD.findall(text))
    hyphenated = set(_HYPHENATED.findall(text))

    def joined(gap: re.Match[str]) -> str:
        start, end = gap.span()
        before = _WORD_END.search(text[max(0, start - _LONGEST_WORD) : start])
        after = _WORD.match(text, end, end + _LONGEST_WORD)
        first, rest = before[0] if before else "", after[0] if after else ""
        belongs = first.lower() in _COMPOUNDS or f"{first}-{rest}" in hyphenated
        keeps = belongs and f"{first}{rest}" not in known
        return ("-" if keeps else FILLER) + FILLER * (end - start - 1)

    return _PARTED.sub(joined, text)


def _composed(letters: re.Match[str]) -> str:
    """A letter and its accents as one sign, where there is one."""
    composed = unicodedata.normalize("NFC", letters[0])
    return composed + FILLER * (len(letters[0]) - len(composed))


def _plain_characters(text: str) -> str:
    """One kind of space and of mark; asking for each strange character first spares most texts the rest."""
    for character in set(_STRANGE.findall(text)):
        text = text.replace(character, _SAME_LENGTH[character])
    for character in set(_STYLED.findall(text)):
        plain = unicodedata.normalize("NFKC", character)
        text = text.replace(character, plain if len(plain) == 1 else character)
    return text


def _shortened(run: re.Match[str]) -> str:
    return run[0][:_KEPT] + " " * (len(run[0]) - _KEPT)


def teach_marks(vocab: Vocab) -> None:
    """Make '' look to the model like a double mark, and a blank line like a single line break.

    A pair of apostrophes cannot become one mark without moving offsets; the model sees words through these
    four features only, so that equal features give equal parses.
    """
    twins = {"''": '"'} | {"\n" * count: "\n" for count in range(2, _LONGEST_BREAK)}
    for text, model in twins.items():
        word, like = vocab[text], vocab[model]
        word.norm_, word.prefix_, word.suffix_, word.shape_ = like.norm_, like.prefix_, like.suffix_, like.shape_


def _plain_singles(copy: str, pairs: Sequence[Pair]) -> str:
    """Outer single marks become double ones, as in American news."""
    singles = [pair for pair in pairs if pair.single]
    if not singles:
        return copy
    letters = list(copy)
    for pair in singles:
        letters[pair.open : pair.start] = '"'
        letters[pair.end : pair.close] = '"' * (pair.close - pair.end)
    return "".join(letters)
