"""The tense around a date: past, future or unknown."""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Span, Token

from pipeline.lexicon.tables import read_words

PAST, UNKNOWN, FUTURE = -1, 0, 1
PRESENT = 2  # of the verb alone; whether it looks ahead depends on how the date hangs on it
_LONGEST_CLAUSE = 40  # tokens
_CLOSE = 3  # tokens between two participles of one helping verb
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
    verb = _reporting_verb_before(span) or _verb_above(token, itself=True)
    if verb is None:
        return FUTURE if _verb_read_as_noun(span) else UNKNOWN
    if _is_as_early(span) and any(word.tag_ == "MD" for word in _clause_before(span)):
        return FUTURE  # "may shut as early as Monday"
    if leads & _words("bound") and _sets_an_end(verb, last=bool(leads & _words("last"))):
        return FUTURE
    found = _verb_tense(verb)
    noun = _noun_described(token)
    if noun is not None:
        return _tense_of_event(noun, verb, found)
    if found == PRESENT:  # "opens Friday" looks ahead; "asks 5% over Friday's price" does not
        return FUTURE if _is_adverbial(token, verb) else UNKNOWN
    if found == FUTURE and verb.tag_ == "VBN" and verb.lemma_ in _words("put_off") and token.i < verb.i:
        return UNKNOWN  # "the match on Sunday was delayed" may be over
    return UNKNOWN if "through" in leads and found == PAST else found


def sure_side(doc: Doc, start: int, end: int) -> int:
    """PAST or FUTURE where a verb right before the date leaves no doubt: "It closed on December 3", "will open on".

    A date farther from a past verb may still be to come, as in "They prepared for the fair on December 3".
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or span.start < 2:
        return UNKNOWN
    before = span.start - 1
    while before > 0 and span.doc[before].lower_ in ("on", "in", "the", "early", "late"):
        before -= 1
    verb = span.doc[before].head if span.doc[before].dep_ == "prt" else span.doc[before]
    if verb.pos_ != "VERB" or verb.lemma_ in _words("put_off") | _words("plan") | _words("planned"):
        return UNKNOWN
    if any(child.lower_ in ("will", "'ll", "’ll") and child.dep_ == "aux" for child in verb.children):
        return FUTURE
    if not verb.i or verb.nbor(-1).text == ",":  # "the coach, fired on June 8," may be a participle
        return UNKNOWN
    was = any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children)
    is_past = _verb_tense(verb) == PAST and (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and was))
    return PAST if is_past else UNKNOWN


def _reporting_verb_before(span: Span) -> Token | None:
    """The "said" of "said on Monday it would": the parser hangs such a day on the verb of what was said."""
    before = span.start - 1
    while before > 0 and span.doc[before].lower_ in ("on", "late", "early"):
        before -= 1
    if before < 0 or span.end >= len(span.doc):
        return None
    verb, behind = span.doc[before], span.doc[span.end]
    while verb.dep_ in ("dobj", "dative", "pobj", "prep"):  # "told reporters in Oslo on Monday it would"
        verb = verb.head
    if verb.pos_ != "VERB" or verb.lemma_ not in _words("tell"):
        return None
    clause = behind.tag_ in ("PRP", "PRP$", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "EX", "CD")
    return verb if clause and any(map(_is_told, verb.children)) else None


def _is_told(child: Token) -> bool:
    """Whether a verb below one of saying is what was said: an open complement with a subject of its own is none."""
    return child.dep_ == "ccomp" or (child.dep_ == "xcomp" and any(kid.dep_ == "nsubj" for kid in child.children))


def _is_as_early(span: Span) -> bool:
    """Whether a day is the first that may be: as early as Monday, as soon as next week."""
    before = [word.lower_ for word in span.doc[max(span.start - 3, 0) : span.start]]
    return before in (["as", "early", "as"], ["as", "soon", "as"])


def _verb_read_as_noun(span: Span) -> bool:
    """Whether the parser took a verb of schedules for a noun: "The museum shuts from December 24"."""
    words = list(_clause_before(span))
    if any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words):
        return False
    return any(word.tag_ == "NNS" and word.lower_ in _words("noun_like") for word in words)


def _clause_before(span: Span) -> Iterator[Token]:
    """The words of the sentence before a date, the nearest first."""
    for index in range(span.start - 1, max(span.start - _LONGEST_CLAUSE, 0) - 1, -1):
        yield span.doc[index]
        if span.doc[index].is_sent_start:
            return


def _sets_an_end(verb: Token, *, last: bool) -> bool:
    """Whether "until Monday" behind this verb is still to come: put off, closed, told to stay; but not "waited"."""
    if verb.lemma_ in _words("put_off"):
        return True
    particles = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod")}
    if verb.lemma_ in ("put", "push", "hold") and particles & _words("back_off"):
        return True
    if not last:
        return False
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
        return True
    if verb.lemma_ in _words("restrict"):
        return True
    return verb.lemma_ not in _words("lasting") and any(child.dep_ == "auxpass" for child in verb.children)


def _noun_described(token: Token) -> Token | None:
    """The event that a date describes: the final of "Sunday's final", the flood of "the October flood"."""
    described = token.dep_ in ("poss", "compound", "nmod", "npadvmod")
    noun = _last_part(token.head) if described else None
    if token.dep_ == "pobj" and token.head.lower_ in ("in", "on"):  # the flood in June
        noun = token.head.head if token.head.head.lemma_.lower() in _words("mishap") else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "ADJ"):  # ADJ: the final of "Saturday's semi-final"
        return None
    while noun.dep_ == "compound":  # "Sunday's World Cup final"
        noun = noun.head
    known = {noun.lemma_.lower(), noun.lower_} & (_words("foreseen") | _words("mishap"))
    return noun if known else None


def _last_part(token: Token) -> Token:
    """The final of "semi-final", which the parser may read as three words."""
    while token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_:
        token = token.nbor(2)
    return token


def _tense_of_event(noun: Token, verb: Token, found: int) -> int:
    """The fire of "Sunday's fire" is over; tickets for "Sunday's concert", or who plays in it, tell that it comes."""
    if noun.lemma_.lower() in _words("mishap"):
        return PAST
    if noun.dep_ != "pobj":
        return UNKNOWN if found == PRESENT else found
    above = noun.head.head
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    if (found == PRESENT or perfect) and (above.lemma_.lower() in _words("sought") or _is_picked_for(noun, above)):
        return FUTURE
    if found == PRESENT:
        return FUTURE if noun.head.lower_ in ("in", "at") and above.pos_ in ("VERB", "AUX") else UNKNOWN
    return found


def _is_picked_for(noun: Token, above: Token) -> bool:
    """Whether somebody is fit, named or out for an event; but not criticised or sorry for it."""
    if noun.head.lower_ != "for":
        return False
    states = (child.lower_ for child in above.children if child.dep_ in ("acomp", "oprd", "advmod", "prt"))
    return above.lemma_.lower() in _words("picked") or not _words("picked").isdisjoint(states)


def _is_adverbial(token: Token, verb: Token) -> bool:
    """Whether nothing but prepositions stands between a date and its verb in the tree."""
    for above in token.ancestors:
        if above == verb:
            return True
        due = above.pos_ == "ADJ" and above.lemma_ in _words("plan")
        if above.pos_ not in ("ADP", "ADV", "SCONJ") and not due:
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
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and not _is_will_the_name(child)]
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
    if verb.lemma_ in _words("planned" if tag == "VBN" else "plan") and (
        tag in ("VBN", "VBZ", "VBP") or (tag == "VB" and words & {"do", "does"})  # "does not expect"
    ):
        return FUTURE
    return _verb_tense_by_form(verb, helpers, words)


def _verb_tense_by_form(verb: Token, helpers: Sequence[Token], words: set[str]) -> int:
    """The time of a verb that neither looks ahead by its auxiliaries nor by what it means."""
    tag = verb.tag_
    if _shares_helpers(verb, helpers):
        return _verb_tense(verb.head)  # "will be opened and adjourned"
    if tag == "VBN" and any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in helpers):
        return PRESENT if not words & {"has", "have", "'ve"} else PAST
    if tag in ("VBD", "VBN") or any(child.tag_ == "VBD" for child in helpers):
        return PAST
    if tag == "VBG" and not helpers:
        above = _verb_above(verb)
        found = _verb_tense(above) if above is not None else UNKNOWN
        # "would close, with the mayor saying Monday that": what is told has been said, whatever comes
        return UNKNOWN if found == FUTURE and verb.lemma_ in _words("tell") else found
    if tag == "VBP" and verb.lemma_ in _words("one_form"):
        return UNKNOWN  # "Fires spread on Monday" may be either
    subject = any(child.dep_ == "nsubj" for child in verb.children)
    if tag in ("VBZ", "VBP", "VBG") or (tag == "VB" and subject and not helpers):
        # "The film opens Friday", "Leaders are meeting Friday"; but "the minister says Friday" told it.
        return UNKNOWN if verb.lemma_ in _words("tell") and not _tells_nothing(verb) else PRESENT
    return UNKNOWN


def _tells_nothing(verb: Token) -> bool:
    """Whether "The bank reports on Thursday" looks ahead: nothing is told, in quotation marks neither."""
    rest = verb.sent[verb.i + 1 - verb.sent.start :]
    told = any(token.is_quote for token in verb.sent) or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in rest)
    return verb.lemma_ == "report" and verb.head == verb and not told


def _shares_helpers(verb: Token, helpers: Sequence[Token]) -> bool:
    """Whether a participle is joined to one before it whose helping verbs are its own too."""
    first = verb.head
    if helpers or verb.dep_ != "conj" or verb.i - first.i > _CLOSE or {verb.tag_, first.tag_} - {"VBN", "VBD"}:
        return False
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return not subject and first.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in first.children)


def _is_will_the_name(helper: Token) -> bool:
    """Whether the parser took a person called Will for the verb: "Judge Harriet Will ruled", "Will Bartosz was"."""
    if helper.text != "Will":
        return False
    inside = not helper.is_sent_start and helper.nbor(-1).text[:1].isalpha()
    return inside or helper.head.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helper.head.children)


def _infinitive(verb: Token) -> int:
    above = verb.head
    if above == verb:
        return FUTURE  # a headline: "Pope to visit Iraq in March"
    if above.lemma_.lower() in _words("plan"):
        return FUTURE
    if above.lemma_.lower() in _words("plan_noun"):
        return UNKNOWN if above.pos_ == "VERB" else FUTURE  # "voted to approve it on Monday" may be either
    if above.pos_ == "AUX" and verb.dep_ == "xcomp":
        return FUTURE  # "is to be held"
    if above.lemma_ in _words("called_on") and _is_perfect(above):
        return FUTURE  # "has been invited to appear on Thursday"
    if above.pos_ == "NOUN" and _is_still_to_be(verb, above):
        return FUTURE  # "a march to be held on Sunday"
    if verb.i > 1 and verb.doc[verb.i - 2].lemma_ in _words("picked_to"):
        return FUTURE  # "the team to play Wales on Sunday", be it the parser's "named to play"
    return _verb_tense(above) if above.pos_ in ("VERB", "AUX") else UNKNOWN


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'ve") for child in verb.children)


def _is_still_to_be(verb: Token, noun: Token) -> bool:
    """Whether a passive infinitive tells what will be done to a thing; but not "the first house to be hit"."""
    passive = verb.tag_ == "VBN" and any(child.lower_ == "be" and child.dep_ == "auxpass" for child in verb.children)
    singled = any(child.tag_ in ("JJS", "RBS") or child.lemma_ in _words("singled") for child in noun.children)
    return passive and not singled


def _words(name: str) -> frozenset[str]:
    """A word list: will, maybe, plan ("is scheduled for"), plan_noun, bound and put_off ("extended until")."""
    return read_words("tense")[name]
