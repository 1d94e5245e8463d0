"""How far reported words reach: the parse proposes, marks and joints decide."""

from pipeline.quotes.cues import verb_at
from pipeline.quotes.types import Span
from pipeline.quotes.view import FINITE, QuoteTable

_BREAKS = frozenset((".", ";", ":", "!", "?", "…", "...", ")", "("))
_JOINTS = frozenset(("and", "but", "while", "though", "although", "as", "according"))
_ASIDE = frozenset(("which", "who", "whose", "where", "whom"))
_LINKS = frozenset(("and", "but", "or", "so", "yet", "nor"))
_SUBORDINATE = frozenset(("because", "even", "if", "unless", "that", "than", "lest", "rather"))
_PERSONAL = frozenset(("he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "you", "there"))
_PERFECT = frozenset(("had", "has", "have"))
_SHIFTED = frozenset(("had", "would", "could", "might"))
_TIMES = frozenset(("before", "after"))
_MARK_REACH = 6  # words after a comma within which a mark shows that the quote goes on
_CLAUSE_REACH = 8


def stretch(view: QuoteTable, first: int, last: int, stop: int, *, bounded: bool = False) -> int:
    """The last token of what begins at first and, by the parse, ends at last, in a sentence that ends at stop.

    bounded: the cue stands in a clause of its own ("when he asked whether ..., she said"): the first comma ends it.
    """
    if bounded:
        comma = next((j for j in range(first + 1, last + 1) if view.comma(j) and view.pair_number[j] < 0), last + 1)
        return cut(view, first, _to_break(view, _over_marks(view, min(last, comma - 1), stop), stop))
    last = _to_break(view, _over_marks(view, last, stop), stop)
    while last + 2 < stop and _goes_on(view, last, stop):
        last = _to_break(view, _over_marks(view, last + 2, stop), stop)
    return cut(view, first, last)


def _to_break(view: QuoteTable, last: int, stop: int) -> int:
    while last + 1 < stop and not _is_break(view, last + 1) and view.lower[last + 1] not in _JOINTS:
        last = _over_marks(view, last + 1, stop)
    return last


def _over_marks(view: QuoteTable, last: int, stop: int) -> int:
    """Never end inside a pair of marks."""
    number = view.pair_number[last]
    return min(view.pairs[number].close, stop - 1) if number >= 0 else last


def _is_break(view: QuoteTable, i: int) -> bool:
    return view.comma(i) or view.lower[i] in _BREAKS


def _goes_on(view: QuoteTable, last: int, stop: int) -> bool:
    """Whether what follows the break or joint behind last is still reported."""
    j = last + 1
    if view.lower[j] in (";", ":", ".", "(", ")") or view.lower[j] in ("while", "as", "according"):
        return False
    inside_mark = view.pair_number[last] >= 0 and view.lower[last - 1] == ","
    if _is_break(view, j):
        j += 1
    elif view.lower[j] not in _LINKS and not inside_mark:
        return False
    while j < stop and view.lower[j] in _LINKS:
        j += 1
    return j < stop and _is_reported(view, last, j, stop)


def _is_reported(view: QuoteTable, last: int, j: int, stop: int) -> bool:
    """Whether what begins at j, behind the break or joiner that follows last, is still reported."""
    if view.lower[last + 1] in ("and", "or") and not _finite_ahead(view, j, stop):
        return True
    if view.lower[j] in _SUBORDINATE or (view.lower[j] == "then" and not _finite_ahead(view, j, stop, FINITE)):
        return True
    if view.lower[j] in _PERSONAL:
        return _plain_clause(view, j, stop)
    if view.lower[last + 2] in _LINKS:
        return _shifted_clause(view, j, stop) or _marks_ahead(view, j, stop)
    if view.lower[last + 1] == "," and view.tag[j] == "VB":  # "able to set up offices, employ staff and own equipment"
        return True
    return _marks_ahead(view, j, stop)


def _finite_ahead(view: QuoteTable, j: int, stop: int, tags: frozenset[str] = FINITE | {"VBG"}) -> bool:
    """Whether a finite verb, or a participle, stands before the next break."""
    for k in range(j, stop):
        if view.tag[k] in tags:
            return True
        if _is_break(view, k):
            return False
    return False


def _plain_clause(view: QuoteTable, j: int, stop: int) -> bool:
    """A clause whose verb is no cue: "and he is ahead", not "and he said"."""
    for k in range(j, min(j + _CLAUSE_REACH, stop)):
        if view.tag[k] in FINITE:
            return verb_at(view, k) is None
    return False


def _shifted_clause(view: QuoteTable, j: int, stop: int) -> bool:
    """A further clause in the tense of reported speech: "the ferry left on time, but the engine had failed"."""
    for k in range(j, min(j + _CLAUSE_REACH, stop - 1)):
        if view.tag[k] in FINITE:
            return view.lower[k] in _SHIFTED and verb_at(view, k + 1) is None
        if view.pos[k] not in ("DET", "NOUN", "ADJ", "PROPN", "NUM") and view.lower[k] not in ("of", "for"):
            return False
    return False


def _marks_ahead(view: QuoteTable, j: int, stop: int) -> bool:
    for k in range(j, min(j + _MARK_REACH, stop)):
        if view.pair_number[k] >= 0:
            return True
        if verb_at(view, k) is not None or _is_break(view, k):
            return False
    return False


def cut(view: QuoteTable, first: int, last: int) -> int:
    """End before a new participle of saying (", adding that") and before a closing aside (", which")."""
    for j in range(first + 2, last + 1):
        if view.pair_number[j] >= 0:
            continue
        if view.lower[j] == ";":
            return j - 1
        if view.tag[j] == "VBG" and _ends_with_comma(view, j - 1):
            return j - 1
        if not (view.comma(j - 1) or view.lower[j - 1] in ("and", "but", "while")):
            continue
        if _is_comment(view, j, last) or _narrator_goes_on(view, first, j, last):
            return j - 2
        if view.tag[j] == "VBG" and _says(view, j):
            return j - 2
        if _new_statement(view, j, last) and has_clause(view, (first, j - 2)):
            return j - 2
        if view.lower[j] in _ASIDE and view.lower[j - 1] == "," and _is_closing_aside(view, j, last):
            return j - 2
    return last


def _is_comment(view: QuoteTable, j: int, last: int) -> bool:
    """The narrator's word on words in marks: '"a barn", drawing laughter'; '"cosy", a word that'; ', hours before'."""
    if not view.comma(j - 1) or view.pair_number[j - 2] < 0 or view.lower[j] == "including":
        return False
    if any(view.pair_number[k] >= 0 or view.lower[k] == view.lower[j - 1] != "," for k in range(j, last + 1)):
        return False  # words in marks go on, or a second dash closes a parenthesis
    if view.tag[j] == "VBG" or (view.lower[j] in ("a", "an") and not _finite_before_break(view, j, last)):
        return True
    ahead = view.tag[j + 1] if j < last else ""
    if view.lower[j] in _TIMES:
        return ahead == "VBG"
    return view.tag[j] in ("NNS", "NN", "CD") and any(view.lower[k] in _TIMES for k in range(j + 1, min(j + 3, last)))


def _narrator_goes_on(view: QuoteTable, first: int, j: int, last: int) -> bool:
    """ "said the books were balanced, then handed over the keys": whoever spoke did that, and nobody said it.

    What is told in the same tense may go on ("said the man stopped, then ran"), nor does a participle behind "had"
    or "was" tell; a state, or what will be, is followed by no deed.
    """
    if view.lower[j] != "then" or not view.comma(j - 1):
        return False
    deed = next((k for k in range(j + 1, last + 1) if view.pos[k] != "ADV"), j)
    if view.tag[deed] != "VBD" or view.pos[deed] == "AUX" or view.subject(deed) is not None:
        return False
    said = [k for k in range(first, j) if view.tag[k] in FINITE and not _relative(view, k)]
    if not said or (view.pos[said[0]] != "AUX" and view.tag[said[0]] != "MD"):
        return False
    regular = view.lower[deed].endswith("ed")  # "had locked the door, then called": the tagger cannot tell
    participle = any(view.tag[k] == "VBN" for k in range(said[0] + 1, j))
    return not (regular and participle and (view.lemma[said[0]] == "have" or not _has_object(view, deed)))


def _has_object(view: QuoteTable, verb: int) -> bool:
    """Whether a noun phrase stands right behind the verb, so that it is no passive."""
    return verb + 1 < len(view.pos) and view.pos[verb + 1] in ("DET", "PRON", "PROPN", "NOUN", "NUM")


def _finite_before_break(view: QuoteTable, j: int, last: int) -> bool:
    """Whether the phrase at j is the subject of a clause: a finite verb follows that stands in no relative clause."""
    for k in range(j, last + 1):
        if view.comma(k):
            return False
        if view.tag[k] in FINITE and not _relative(view, k):
            return True
    return False


def _relative(view: QuoteTable, k: int) -> bool:
    verb = view.head[k] if view.dep[k] in ("aux", "auxpass") else k
    return view.dep[verb] in ("relcl", "acl", "advcl")


def _is_closing_aside(view: QuoteTable, j: int, last: int) -> bool:
    """A relative clause that the content ends with, and nothing in it is in marks."""
    if any(view.pair_number[k] >= 0 for k in range(j, last + 1)):
        return False
    verb = next((k for k in range(j, last + 1) if view.tag[k] in FINITE), j)
    if view.lower[verb] in _PERFECT and any(view.tag[k] == "VBN" for k in range(verb + 1, min(verb + 4, last + 1))):
        return False  # "who had both drowned" is reported too
    rest = range(verb + 1, last + 1)
    return not any(view.lower[k] == "," and view.tag[k + 1] in FINITE | {"IN"} for k in rest if k + 1 <= last)


def _new_statement(view: QuoteTable, j: int, last: int) -> bool:
    """Whether j, behind a joiner, begins another's statement: ", and called it"; "and critics accused"."""
    if view.lower[j - 1] not in ("and", "but", "while"):
        return False
    entry = verb_at(view, j)
    if view.tag[j] in ("VBD", "VBZ", "VBP") and entry is not None and (view.comma(j - 2) or _has_content(view, j)):
        return bool(entry.flags & set("ck") or entry.preps)
    if view.tag[j] in FINITE and view.lower[min(j + 1, last)] in ("not", "n't"):  # "but would not say"
        return any(verb_at(view, k) is not None for k in range(j + 2, min(j + 4, last)))
    if view.pos[j] not in ("PROPN", "NOUN", "DET", "ADJ"):
        return False
    for k in range(j + 1, min(j + _CLAUSE_REACH, last)):
        if view.tag[k] in FINITE:
            entry = verb_at(view, k)
            return entry is not None and bool(entry.flags & set("cwn") or entry.preps)
    return False


def _has_content(view: QuoteTable, j: int) -> bool:
    entry = verb_at(view, j)
    preps = entry.preps if entry else frozenset()
    children = [kid for kid in view.children[j] if kid > j]
    children += [grandkid for kid in children if view.dep[kid] == "dobj" for grandkid in view.children[kid]]
    return any(view.dep[kid] == "ccomp" or view.lower[kid] in preps for kid in children)


def _ends_with_comma(view: QuoteTable, i: int) -> bool:
    """Whether i closes a pair of marks whose last character is a comma."""
    number = view.pair_number[i]
    return number >= 0 and view.pairs[number].close == i and view.lower[view.pairs[number].last] == ","


def _says(view: QuoteTable, j: int) -> bool:
    entry = verb_at(view, j)
    return entry is not None and "c" in entry.flags


def has_clause(view: QuoteTable, piece: Span) -> bool:
    """Whether a finite verb stands in the piece."""
    return any(view.tag[j] in FINITE for j in range(piece[0], piece[1] + 1))
