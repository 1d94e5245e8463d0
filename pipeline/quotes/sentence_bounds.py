"""Sentences as a reader of quotations sees them: a tag after a closing mark belongs to what it tags.

Datelines, time stamps, picture credits at the head of a paragraph and titles of other articles in the running text
("READ MORE: Mill owners fear a second fire") belong to no sentence.
"""

import re
from bisect import bisect_left

from pipeline.lexicon import names
from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import Found, Sentence, Source, chained, verb_at
from pipeline.quotes.quote_table import FINITE, Quoted, QuoteTable, Span, last_word
from pipeline.quotes.tags_after_marks import with_words
from pipeline.text.layout import MONTH, WEEKDAY

_STOPS = frozenset((".", "!", "?", "...", "…", "?!", "!!", "??", ". . ."))
_INITIALS = re.compile(r"(?:[a-z]\.)+")
_STATES = frozenset(("u.s.", "u.k.", "u.n.", "e.u.", "d.c.", "a.m.", "p.m."))
_LABEL_ENDS = frozenset((":", "-", "–", "—", "--"))
_LONGEST = 400  # words after which a sentence is cut: lists and tables, and texts without stops
_TAG_REACH = 14  # words within which a tag after a question mark shows its verb
# What stands before the first sentence of a paragraph: datelines, time stamps, picture credits.
_DATELINE_WORDS = 14  # words a dateline takes at most
_SPEAKER_REACH = 40  # words in which somebody who speaks says "I" or "we"
_SPEAKER_WORDS = frozenset(("i", "we", "you", "my", "our"))
_LONGEST_LEAD = 80  # words of the sentence behind a dateline
_DATELINE_LENGTH = 160  # characters
_DAY = rf"{WEEKDAY}(?:\d\d? {MONTH}|{MONTH} \d\d?)(?:,? \d{{4}})?"
_DASH = r" ?(?:--|[-–—|]) "
_NAME = r"[A-Z][\w.'’/-]{1,30}(?: [A-Z][\w.'’/-]{1,30}){0,3}"
_CREDIT = re.compile(r"[(\[](?:File )?(?:Photo|Image|Picture|Credit|Getty)s?\b[^()\[\]\n]{0,80}[)\]] ?", re.I)
_BULLET = re.compile(r"[•▪●*·] ?")
_STAMP = re.compile(r"(?:Updated|Published|Posted|Last updated)\b[^|\n]{0,60}\| ?")
# "8 May 2024, Nairobi: "; "February 21, 2015 (ADDIS ABABA) - "; "Wednesday, 8 May — SUVA: "
_DATED = re.compile(rf"{_DAY}(?:{_DASH}|[,:]? )(?:\(?{_NAME}\)?(?:{_DASH}|: ))?")
_PLACED = re.compile(rf"{_NAME}, {_DAY}(?:{_DASH}|: )")  # "Colombo, May 8: "
# "Nairobi — "; "Accra, May 3, GNA - "; "Mumbai, Oct 2 (PTI) "; "Lagos, Nigeria | AFP | "
_TOWN = re.compile(
    rf"{_NAME}(?:, {_NAME})?(?:, {_DAY})?(?:(?:,? | ?\| ?)\(?[A-Z]{{2,8}}\)?)?(?:{_DASH}|(?<=\)) )(?=[A-Z0-9])"
)
_COLON = re.compile(rf"({_NAME}(?:, {_NAME})?) ?: (?=[A-Z])")
_DASHES = frozenset(("-", "–", "—", "--"))
_LABEL = 3  # words, the colon included
_ENDED = (",", ".", "!", "?", "...", "…")


def segments(view: QuoteTable) -> list[tuple[int, int]]:
    """Token ranges in order; none crosses a paragraph."""
    ranges: list[tuple[int, int]] = []
    begin = 0
    for i, block in enumerate(view.block_number):
        if block < 0 or (i == begin and view.pos[i] == "SPACE"):
            if i == begin:
                begin = i + 1
            continue
        if i == begin and (i == 0 or view.block_number[i - 1] != block):
            begin = _after_dateline(view, i)
        if view.lower[i] in _LABEL_ENDS and (start := _label_before(view, i)) is not None:
            if begin < start:
                ranges.append((begin, start))
            begin = i + 1
            continue
        last = i + 1 == len(view.lower) or view.block_number[i + 1] != block
        plain = view.pair_number[i] < 0 and view.lower[i].isalpha()  # as most words are: nothing ends at them
        if i >= begin and (
            last or (not plain and _ends(view, i)) or (i - begin > _LONGEST and view.pair_number[i] < 0)
        ):
            ranges.append((begin, i + 1))
            begin = i + 1
    for start, stop in ranges:
        view.sentence_start[start:stop] = [start] * (stop - start)
    return ranges


def _label_before(view: QuoteTable, colon: int) -> int | None:
    """The first token of "READ MORE" before a colon."""
    return next((i for i in range(max(colon - 2, 0), colon) if label_stop(view, i) == colon + 1), None)


def _ends(view: QuoteTable, i: int) -> bool:
    number = view.pair_number[i]
    if number >= 0 and i < view.pairs[number].close:
        return False
    if number >= 0:
        return _ends_at_mark(view, i, number)
    if view.lower[i] in _STOPS:
        glued = view.lower[i] == "." and view.end[i - 1] == view.start[i]
        numbered = view.lower[i - 1] == "no" and view.text[view.start[_next(view, i)]].isdigit()  # "the world No. 4"
        if glued and (numbered or f"{view.lower[i - 1]}." in words("abbreviations")):
            return False
        return _fresh(view, _next(view, i))
    if view.lower[i] == "x." and view.lower[i - 1] == "on":  # "she wrote on X. Mayor Ana Lopes said"
        return _fresh(view, _next(view, i))
    if view.lower[i] == ")" and view.lower[i - 1] in _STOPS:
        return _fresh(view, _next(view, i))
    if view.lower[i].endswith(".") and _opens(view, _next(view, i)) and view.lower[i] not in words("abbreviations"):
        return True
    return _abbreviated(view, i) and view.starts_sentence[_next(view, i)] and _fresh(view, _next(view, i))


def _abbreviated(view: QuoteTable, i: int) -> bool:
    """A word with a full stop of its own that may nevertheless end a sentence ("in 2012 Inc.")."""
    word = view.lower[i]
    initials = _INITIALS.fullmatch(word) and word not in _STATES
    return word.endswith(".") and len(word) > 2 and word not in words("abbreviations") and not initials


def _next(view: QuoteTable, i: int) -> int:
    """The token behind i, white space left out."""
    i += 1
    while i + 1 < len(view.lower) and view.pos[i] == "SPACE":
        i += 1
    return i


def _fresh(view: QuoteTable, i: int) -> bool:
    """Whether token i can begin a sentence."""
    text = view.text[view.start[i]]
    return text.isupper() or text.isdigit() or view.lower[i] in "[(–—-•*$£€" or _opens(view, i) or not text.isalnum()


def _opens(view: QuoteTable, i: int) -> bool:
    number = view.pair_number[i]
    return number >= 0 and view.pairs[number].open == i


def _ends_at_mark(view: QuoteTable, i: int, number: int) -> bool:
    """After a closing mark: a full stop inside ends the sentence, unless what follows is a tag."""
    last, after = last_word(view, view.pairs[number]), _next(view, i)
    mark = view.text[view.start[last]]
    if mark not in ".!?…" and not view.lower[last].endswith("."):
        return False
    if _opens(view, after) or "@" in view.lower[after]:  # the writer's address
        return True
    first = view.text[view.start[after]]
    if not (first.isupper() or first.isdigit() or first in "([“"):
        return False
    if with_words(view, after + (view.lower[after] == "and")) is not None:  # '"Enough." And with that she left'
        return False
    return not is_tag(view, after, strict=mark == ".")


def is_tag(view: QuoteTable, i: int, *, strict: bool) -> bool:
    """Whether the words from i on read "Name said" before the next stop; strict: and then stop at once."""
    if view.pos[i] in ("ADP", "SCONJ") or (strict and view.pos[i] == "ADV"):
        return False
    for j in range(i, min(i + _TAG_REACH, len(view.lower) - 1)):
        if strict and view.comma(j):
            return False
        if view.lower[j] in _STOPS or view.pair_number[j] >= 0 or view.block_number[j] != view.block_number[i]:
            return False
        if strict and view.lemma[j] in words("gestures"):  # '"The road is closed." Sohal nodded.'
            return False
        led = chained(view, j, len(view.lower)) if not strict and view.tag[j] in FINITE else None
        if led is not None and verb_at(view, led) is not None:
            return True
        if verb_at(view, j) is not None and (view.tag[j] in FINITE or _past(view, j)):
            after = view.lower[j + 1]
            if strict:
                return j - i <= 5 and (after in _STOPS or after == ",")
            return not any(view.dep[kid] == "ccomp" and kid > j for kid in view.children[j])
        if view.tag[j] in FINITE and view.dep[j] not in ("relcl", "aux", "auxpass", "acl"):
            return False
    return False


def _past(view: QuoteTable, j: int) -> bool:
    """A past tense the tagger took for a participle: no helper before it, no noun it belongs to."""
    return view.tag[j] == "VBN" and view.pos[j - 1] != "AUX" and view.dep[j] not in ("acl", "amod")


def _after_dateline(view: QuoteTable, i: int) -> int:
    """The token behind "PARIS, March 3 (Reuters) —", "NAIROBI:", "(Photo: ...)" that open a paragraph, else i."""
    at = view.start[i]
    for pattern in (_BULLET, _CREDIT, _STAMP, _DATED, _PLACED):
        if (match := pattern.match(view.text, at, at + _DATELINE_LENGTH)) and _sets_off(match[0], pattern):
            at = match.end()
    first = bisect_left(view.start, at) if at > view.start[i] else i
    if first >= len(view.lower) or view.block_number[first] != view.block_number[i]:
        return i
    return _after_town(view, _after_place(view, _after_capitals(view, first)))


def _after_town(view: QuoteTable, i: int) -> int:
    """The token behind "Nairobi — ", a place that no second dash makes the subject of its sentence."""
    match = _TOWN.match(view.text, view.start[i], view.start[i] + _DATELINE_LENGTH)
    if match is None:
        return i
    stop = bisect_left(view.start, match.end())
    behind = min(stop, len(view.tag) - 1)  # a common word with a capital begins a sentence
    common = not view.tag[behind].startswith("NNP") or names.common(view.lower[behind])
    opens = common or any(map(str.isdigit, match[0]))
    if not (opens or view.ent[i] in ("GPE", "LOC", "FAC")):
        return i
    inside = [j for j in range(stop, min(stop + _LONGEST_LEAD, len(view.lower))) if _same_block(view, i, j)]
    end = next((j for j in inside if view.lower[j] in _STOPS), stop + len(inside))
    parted = any(view.lower[j] in _DASHES and view.text[view.start[j] - 1].isspace() for j in range(stop, end))
    return stop if inside and not parted else i


def _same_block(view: QuoteTable, i: int, j: int) -> bool:
    return view.block_number[i] == view.block_number[j]


def _sets_off(words: str, pattern: re.Pattern[str]) -> bool:
    """A day alone opens many sentences; a dash or colon behind it makes it a dateline."""
    return pattern is not _DATED or words.rstrip()[-1:] in ("-", "–", "—", "|", ":")


def _after_capitals(view: QuoteTable, i: int) -> int:
    """The token behind a place in capitals and a dash."""
    if not view.text[view.start[i] : view.end[i]].isupper() or view.pos[i] == "PRON":
        return i
    for j in range(i + 1, min(i + _DATELINE_WORDS, len(view.lower) - 1)):
        if view.tag[j][0:1] == "V" or view.pair_number[j] >= 0 or view.block_number[j] != view.block_number[i]:
            return i
        if view.lower[j] in ("-", "–", "—", "--", "|") and view.text[view.start[j + 1] - 1].isspace():
            return j + 1
    return i


def _after_place(view: QuoteTable, i: int) -> int:
    """The token behind a place and a colon, where a whole sentence follows: a headline ends without a stop."""
    match = _COLON.match(view.text, view.start[i], view.start[i] + _DATELINE_LENGTH)
    if match is None:
        return i
    stop = bisect_left(view.start, match.end())
    last = i
    while last + 1 < len(view.lower) and view.block_number[last + 1] == view.block_number[i]:
        last += 1
    one = not any(view.lower[j] == "." for j in range(stop, last - 1))
    if view.lower[last] not in (".", '"') or not _is_place(view, range(i, stop), match[1], one=one):
        return i
    return stop


def _is_place(view: QuoteTable, tokens: range, label: str, *, one: bool) -> bool:
    """A place by the model; capitals; or proper nouns before several sentences in which no "I" or "we" speaks."""
    if {view.ent[j] for j in tokens} & {"GPE", "LOC", "FAC"} or label.isupper():
        return True
    if one or not all(view.pos[j] in ("PROPN", "PUNCT") or not names.common(view.lower[j]) for j in tokens):
        return False
    return not any(
        view.lower[j] in _SPEAKER_WORDS for j in range(tokens.stop, min(tokens.stop + _SPEAKER_REACH, len(view.lower)))
    )


def label_stop(view: QuoteTable, i: int) -> int | None:
    """The token behind the colon of a label that begins at i; a single word is one in capitals only."""
    if view.pair_number[i] >= 0 or not view.text[view.start[i]].isupper():
        return None
    last = len(view.lower) - 1
    for j in range(i + 1, min(i + _LABEL, last) + 1):
        dashed = view.lower[j] in _DASHES and view.comma(j) and j > i + 1  # "READ MORE - "
        if (view.lower[j] == ":" or dashed) and j < last and view.block_number[j + 1] == view.block_number[i]:
            label = view.text[view.start[i] : view.end[j - 1]]
            fits = label.isupper() or (j > i + 1 and (view.starts_sentence[i] or not _in_sentence(view, i)))
            return j + 1 if fits and label.lower() in words("links") else None
    return None


def _in_sentence(view: QuoteTable, i: int) -> bool:
    return i > 0 and view.text[view.start[i - 1]].isalnum()


def opens_with_title(view: QuoteTable, begin: int) -> bool:
    """Whether the sentence at begin is the title behind a label, and what follows it without a stop."""
    reach = range(max(begin - _LABEL, 0), begin)
    return begin > 0 and any(label_stop(view, i) == begin for i in reach)


def is_spoken(view: QuoteTable, quoted: Quoted) -> bool:
    """Whether marks within a title hold a quotation of the article around it: they end with a stop or comma."""
    return view.lower[quoted.last] in _ENDED


def without_title(sentence: Sentence, found: list[Found]) -> list[Found]:
    """No report of the title's own words; a speaker glued to the title begins with the name before his comma or cue."""
    kept = []
    for piece, source in found:
        speaker = source.speaker
        if speaker is not None and speaker[0] == sentence.begin:
            name = _last_name(sentence.view, speaker)
            speaker = (name, speaker[1]) if name is not None else None
        if piece[0] > sentence.begin and (speaker is not None or source.speaker is None):
            kept.append((piece, Source(speaker, source.cue, source.rule)))
    return kept


def _last_name(view: QuoteTable, speaker: Span) -> int | None:
    """The first token of the person named last before the first comma: "Key facts about Chad | Rui Alves, a doctor"."""
    stop = next((j for j in range(speaker[0], speaker[1] + 1) if view.comma(j)), speaker[1] + 1)
    first = stop
    while first > speaker[0] and view.ent[first - 1] == "PERSON":
        first -= 1
    return first if speaker[0] < first < stop else None
