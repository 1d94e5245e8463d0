"""Whether the words around a date tell of the past or of the future."""

from itertools import islice

from spacy.tokens import Doc, Token

from pipeline.lexicon.tables import read_words

PAST, UNKNOWN, FUTURE = -1, 0, 1
PRESENT = 2  # of the verb alone; whether it looks ahead depends on how the date hangs on it
_CLIMB = 8  # heads to climb before giving up; longer chains leave the clause


def tense(doc: Doc, start: int, end: int) -> int:
    """PAST, FUTURE or UNKNOWN by the verb that governs the words at start:end, or by the preposition before them."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return UNKNOWN
    token, leads = span.root, _leads(span.root)
    if "since" in leads:
        return PAST
    if "ahead" in leads:
        return FUTURE
    verb = _verb_above(token, itself=True)
    if verb is None:
        return UNKNOWN
    if leads & _words("bound") and verb.lemma_ in _words("put_off"):
        return FUTURE
    found = _verb_tense(verb)
    if found == PRESENT:  # "opens Friday" looks ahead; "asks 5% over Friday's price" does not
        return FUTURE if _is_adverbial(token, verb) else UNKNOWN
    return UNKNOWN if "through" in leads and found == PAST else found


def _is_adverbial(token: Token, verb: Token) -> bool:
    """Whether nothing but prepositions stands between a date and its verb in the tree."""
    for above in token.ancestors:
        if above == verb:
            return True
        if above.pos_ not in ("ADP", "ADV", "SCONJ"):
            return False
    return bool(token == verb)


def _leads(token: Token) -> set[str]:
    """The prepositions over a date: since, until, ahead of."""
    leads = set()
    for above in islice(token.ancestors, _CLIMB):
        if above.pos_ in ("VERB", "AUX"):
            break
        if above.pos_ in ("ADP", "ADV", "SCONJ"):
            leads.add(above.lower_)
    return leads


def _verb_above(token: Token, *, itself: bool = False) -> Token | None:
    chain = [token] if itself else []
    chain.extend(islice(token.ancestors, _CLIMB))
    return next((above for above in chain if above.pos_ in ("VERB", "AUX")), None)


def _verb_tense(verb: Token) -> int:
    """The time of one verb with its auxiliaries; infinitives ask the verb above them."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    tag = verb.tag_
    if words & _words("will"):
        return FUTURE
    if words & _words("maybe"):
        # "would meet Friday" looks ahead, "would not comment Friday" does not.
        refused = any(child.dep_ == "neg" for child in verb.children)
        return PAST if "have" in words else UNKNOWN if refused else FUTURE
    if "to" in words:
        return _infinitive(verb)
    if verb.lemma_ in _words("planned" if tag == "VBN" else "plan") and tag in ("VBN", "VBZ", "VBP"):
        return FUTURE
    if tag in ("VBD", "VBN") or any(child.tag_ == "VBD" for child in helpers):
        return PAST
    if tag == "VBG" and not helpers:
        above = _verb_above(verb)
        return _verb_tense(above) if above is not None else UNKNOWN
    if tag in ("VBZ", "VBP", "VBG"):
        # "The film opens Friday", "Leaders are meeting Friday"; but "the minister says Friday" told it.
        return UNKNOWN if verb.lemma_ in _words("tell") else PRESENT
    return UNKNOWN


def _infinitive(verb: Token) -> int:
    above = verb.head
    if above == verb:
        return FUTURE  # a headline: "Pope to visit Iraq in March"
    if above.lemma_.lower() in _words("plan") or above.lemma_.lower() in _words("plan_noun"):
        return FUTURE
    if above.pos_ == "AUX" and verb.dep_ == "xcomp":
        return FUTURE  # "is to be held"
    return _verb_tense(above) if above.pos_ in ("VERB", "AUX") else UNKNOWN


def _words(name: str) -> frozenset[str]:
    """A word list: will, maybe, plan ("is scheduled for"), plan_noun, bound and put_off ("extended until")."""
    return read_words("tense")[name]
