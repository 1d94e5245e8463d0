"""A copy of the text in which capitals again mark names only; same length, same offsets.

Headlines and tables in capitals, and datelines ("CAIRO - "), hide from the model what is a name.
The article's own spelling elsewhere decides first, then word lists.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline.lexicon import tables
from pipeline.lexicon.countries import nations
from pipeline.lexicon.names import given_name, known

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?(?:[^\W\d_]\.)*")
_RUN = re.compile(r"(?<![\w@#])[A-Z]{2,}(?: [A-Z]{2,})+(?!\w)")
_UPPER = re.compile(r"(?<![\w@#])[^\W\d_a-z]{4,}(?!\w)")
_DATELINE = re.compile(r"(?:[A-Z][A-Z.'’]+[ ,/-]{1,2}){0,3}[A-Z][A-Z'’]{3,}(?=\s*(?:[-–—:(]|,\s*[A-Z]|,? \d|\n|$))")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“”(\[•*–—-]\s{0,3})$")
# Words that belong to the name after them: NEW YORK, SAN ANTONIO, SOUTH KOREA.
_LEADS = frozenset(
    ("new", "san", "santa", "los", "las", "el", "st", "saint", "fort", "port", "mount", "lake", "cape", "sri", "north",
     "south", "east", "west")
)  # fmt: skip
_SMALL = frozenset(("of", "and", "the", "in", "at", "on", "for", "to", "de", "du", "da", "al", "von", "vs", "v"))
_TABLE = re.compile(r"\bAT\b|(?:\d\D{0,3}){3}|^\D+\d+\s+[A-Z]")  # fixtures, standings and scores hold names only
_CAPS_SHARE = 0.8  # of a line's longer words, for the line to be one in capitals
_TABLE_WORDS = 7
_MANY = 40
_LONGEST_NAME = 5  # words
_ACRONYM_LENGTH = 4  # PISA amid a sentence is the study, not the town
_VOWELS = frozenset("AEIOUY")


def restore_case(text: str) -> str:
    """Text with lines in capitals, and single words in capitals, written as in a sentence."""
    if not _UPPER.search(text):
        return text
    shouted = [_in_capitals(line) for line in text.split("\n")]
    lines = _RUN.sub(lambda run: _with_listed_names(run.group()), text).split("\n")
    wanted = _wanted(line for line, loud in zip(lines, shouted, strict=True) if loud)
    wanted |= {word.lower() for word in _UPPER.findall(text)}
    forms = _forms((line for line, loud in zip(lines, shouted, strict=True) if not loud), wanted)
    return "\n".join(
        _restore_line(line, forms) if loud else _restore_words(line, forms)
        for line, loud in zip(lines, shouted, strict=True)
    )


def _with_listed_names(run: str) -> str:
    """Words in capitals, the listed names among them as they are written elsewhere: LEEDS UNITED -> Leeds United."""
    words, listed, n = run.split(" "), _names_in_capitals(), 0
    while n < len(words):
        for end in range(min(n + _LONGEST_NAME, len(words)), n + 1, -1):
            if name := listed.get(" ".join(words[n:end])):
                words[n:end] = name.split(" ")
                if n == 1 and words[0] == "THE":
                    words[n - 1] = "The"
                n = end - 1
                break
        n += 1
    return " ".join(words)


@cache
def _names_in_capitals() -> Mapping[str, str]:
    """Listed names of several words, as they stand in capitals -> as they are written."""
    return {name.upper(): name for name in known() if 0 < name.count(" ") < _LONGEST_NAME and name.isascii()}


def _in_capitals(line: str) -> bool:
    """Whether nearly all words of a line, two at least, are in capitals."""
    longer = [word for word in _WORD.findall(line) if len(word) > 2]
    loud: int = sum(word.isupper() for word in longer)
    return loud >= 2 and loud >= _CAPS_SHARE * len(longer)


def _wanted(loud: Iterable[str]) -> set[str]:
    """The words of lines in capitals, with and without their endings, in lower case."""
    words = {word.lower() for line in loud for word in _WORD.findall(line)}
    return words | {word.rpartition(mark)[0] for word in words for mark in "'’" if mark in word}


def _forms(lines: Iterable[str], wanted: set[str]) -> Mapping[str, str]:
    """The usual form, inside the sentences of the article, of each wanted word."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for match in _WORD.finditer(line) if _holds(line.lower(), wanted) else ():
            word = match.group().rstrip(".") if match.group().count(".") == 1 else match.group()
            if word.lower() in wanted and not _SENTENCE_START.search(line[max(0, match.start() - 3) : match.start()]):
                seen[word.lower()][word] += 1
    return {word: counter.most_common(1)[0][0] for word, counter in seen.items()}


def _holds(line: str, wanted: set[str]) -> bool:
    """Whether one of the words may stand in the line; of many it is quicker not to ask."""
    return len(wanted) > _MANY or any(word in line for word in wanted)


def _restore_line(line: str, forms: Mapping[str, str]) -> str:
    pieces: list[str] = []
    end = 0
    matches = list(_WORD.finditer(line))
    table = bool(_TABLE.search(line)) and len(matches) <= _TABLE_WORDS
    written = [_written(match.group(), forms, table=table) for match in matches]
    for n, match in enumerate(matches):
        word = written[n]
        following = written[n + 1] if n + 1 < len(matches) else ""
        if word.lower() in _LEADS and following[:1].isupper():
            word = word.capitalize()
        if n == 0:
            word = word[0].upper() + word[1:]
        pieces += [line[end : match.start()], _fit(word, match.group())]
        end = match.end()
    return "".join([*pieces, line[end:]])


def _written(word: str, forms: Mapping[str, str], *, table: bool) -> str:
    """One word out of a line in capitals as it would stand in a sentence."""
    if not word.isupper() or "." in word[:-1]:
        return word
    base, mark, tail = _split_possessive(word)
    lower = base.lower()
    if table and lower not in _SMALL and base not in tables.words("entities/acronyms.txt"):
        return base.capitalize() + mark + tail.lower()
    known = forms.get(lower + mark + tail.lower()) or forms.get(lower)
    if known:
        return known if len(known) == len(word) else known + mark + tail.lower()
    return _from_lists(base, lower) + mark + tail.lower()


def _split_possessive(word: str) -> tuple[str, str, str]:
    match = re.fullmatch(r"(.+)(['’])(S|T|RE|VE|LL|D|M)", word)
    return (match[1], match[2], match[3]) if match else (word, "", "")


def _from_lists(base: str, lower: str) -> str:
    if base in tables.words("entities/acronyms.txt"):
        return base
    title = base.capitalize()
    if lower in _SMALL or lower.rstrip(".") in tables.words("entities/words.txt"):
        return title if title in _nation_words() else lower
    if title in tables.words("entities/capitalised.txt") or given_name(title):
        return title
    return base if len(base) < 4 or not _VOWELS & set(base) else title


def _restore_words(line: str, forms: Mapping[str, str]) -> str:
    """Datelines and single names in capitals; acronyms stay as they are."""
    if not _UPPER.search(line):
        return line
    dateline = _DATELINE.match(line)
    if dateline:
        line = _titled(dateline.group()) + line[dateline.end() :]
    return _UPPER.sub(lambda match: _single(match.group(), forms), line)


def _titled(piece: str) -> str:
    acronyms = tables.words("entities/acronyms.txt")
    return _WORD.sub(
        lambda m: m.group() if m.group() in acronyms or "." in m.group() else _fit(m.group().capitalize(), m.group()),
        piece,
    )


def _single(word: str, forms: Mapping[str, str]) -> str:
    title, form = word.capitalize(), forms.get(word.lower())
    if word in tables.words("entities/acronyms.txt"):
        return word
    listed = form in ((None, word) if len(word) > _ACRONYM_LENGTH else (None,)) and (
        title in tables.words("entities/capitalised.txt") or title in _nation_words()
    )
    return _fit(title, word) if listed or form == title else word


@cache
def _nation_words() -> frozenset[str]:
    """Single words that name a country or its people, though some are common words too (turkey)."""
    return frozenset(name for n in nations() for name in (n.name, *n.aliases, *n.people) if " " not in name)


def _fit(word: str, original: str) -> str:
    """The word, unless changing case changed its length (the German sharp s, the dotted I)."""
    return word if len(word) == len(original) else original
