"""Whether the words around a date tell of the past or of the future."""

from spacy.tokens import Doc, Token

from pipeline.dates.tables import read_words

PAST, UNKNOWN, FUTURE = -1, 0, 1
_CLIMB = 8  # heads to climb before giving up; longer chains leave the clause


def tense(doc: Doc, start: int, end: int) -> int:
    """PAST, FUTURE or UNKNOWN by the verb that governs the words at start:end."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return UNKNOWN
    token = span.root
    bound = token.head.lower_ if token.dep_ == "pobj" else ""
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            if bound in _words("bound") and token.lemma_ in _words("put_off"):
                return FUTURE
            found = _verb_tense(token)
            return UNKNOWN if bound == "through" and found == PAST else found
        if token.head is token:
            return UNKNOWN
        token = token.head
    return UNKNOWN


def _verb_tense(verb: Token) -> int:
    """The time of one verb with its auxiliaries; infinitives ask the verb above them."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _words("will"):
        return FUTURE
    tag = verb.tag_
    if words & _words("maybe"):
        return FUTURE if "have" not in words else PAST
    if "to" in words:
        return _infinitive(verb)
    if verb.lemma_ in _words("plan") and (tag == "VBN" or tag in ("VBZ", "VBP")):
        return FUTURE
    if tag == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return PAST
    if tag == "VBN":
        return PAST
    if tag == "VBG" and not helpers and verb.head is not verb:
        return _above(verb)
    if tag in ("VBZ", "VBP", "VBG"):
        return UNKNOWN
    return UNKNOWN


def _infinitive(verb: Token) -> int:
    above = verb.head
    if above is verb:
        return FUTURE  # a headline: "Pope to visit Iraq in March"
    if above.lemma_.lower() in _words("plan") or above.lemma_.lower() in _words("plan_noun"):
        return FUTURE
    if above.pos_ == "AUX" and verb.dep_ == "xcomp":
        return FUTURE  # "is to be held"
    return _verb_tense(above) if above.pos_ in ("VERB", "AUX") else UNKNOWN


def _above(verb: Token) -> int:
    above = verb.head
    for _ in range(_CLIMB):
        if above.pos_ in ("VERB", "AUX"):
            return _verb_tense(above) if above is not verb else UNKNOWN
        if above.head is above:
            return UNKNOWN
        above = above.head
    return UNKNOWN


def _words(name: str) -> frozenset[str]:
    """A word list: will, maybe, plan ("is scheduled for"), plan_noun, bound and put_off ("extended until")."""
    return read_words("tense")[name]
