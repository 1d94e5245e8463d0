"""The tense around a date: past, future or unknown."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc, Span, Token

from pipeline.dates.verb_tense import CLIMB, FUTURE, PAST, PRESENT, UNKNOWN, verb_above, verb_tense
from pipeline.lexicon.tables import read_words

_LONGEST_CLAUSE = 40  # tokens
_CLOSE = 3  # tokens between two participles of one helping verb


def tense(doc: Doc, start: int, end: int) -> int:
    """PAST, FUTURE or UNKNOWN by the verb that governs the words at start:end, or by the preposition before them."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return UNKNOWN
    token, leads = span.root, _leads(span.root)
    if "since" in leads:
        return PAST
    if "ahead" in leads or _is_prepared_for(span) or _is_fixture(span) or _is_arranged_for(token):
        return FUTURE
    verb = _reporting_verb_before(span) or verb_above(token, itself=True)
    if verb is None:
        return FUTURE if _verb_read_as_noun(span) else UNKNOWN
    if _is_as_early(span) and any(word.tag_ == "MD" for word in _clause_before(span)):
        return FUTURE  # "may shut as early as Monday"
    if leads & _words("bound") and _sets_an_end(verb, last=bool(leads & _words("last"))):
        return FUTURE
    found = verb_tense(verb)
    noun = _noun_described(token)
    if noun is not None:
        return _tense_of_event(noun, verb, found, token)
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
    noun = _noun_described(span.root)
    if "since" in _leads(span.root) or (noun is not None and noun.lemma_.lower() in _words("mishap")):
        return PAST
    before = _word_told(span)
    verb = span.doc[before].head if span.doc[before].dep_ == "prt" else span.doc[before]
    if verb.pos_ != "VERB" or verb.lemma_ in _words("put_off") | _words("plan") | _words("planned"):
        return UNKNOWN
    if any(child.lower_ in ("will", "'ll", "’ll") and child.dep_ == "aux" for child in verb.children) or _is_due(verb):
        return FUTURE
    if not verb.i or verb.nbor(-1).text == ",":  # "the coach, fired on June 8," may be a participle
        return UNKNOWN
    was = any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children)
    is_past = verb_tense(verb) == PAST and (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and was))
    return PAST if is_past else UNKNOWN


def _word_told(span: Span) -> int:
    """The index of the word that a date belongs to, left of its preposition and of a place: "seen in Oslo on May 3"."""
    before = span.start - 1
    while before > 0 and span.doc[before].lower_ in ("on", "in", "at", "by", "before", "the", "early", "late"):
        before -= 1
    place = before
    while place > 0 and span.doc[place].tag_ in ("NNP", "NNPS"):
        place -= 1
    return (
        place - 1 if place < before and place and span.doc[place].lower_ in ("in", "at", "near", "outside") else before
    )


def _is_due(verb: Token) -> bool:
    """Whether "is due to start", "are set to begin" lead to an infinitive."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ not in _words("due") or not any(c.lower_ == "to" for c in verb.children):
        return False
    helpers = [above.head] if above.pos_ == "ADJ" else [child for child in above.children if child.dep_ == "auxpass"]
    return any(helper.lemma_ == "be" and helper.tag_ in ("VBZ", "VBP") for helper in helpers)


def _is_prepared_for(span: Span) -> bool:
    """Whether somebody gets ready for what a date describes: bracing for Monday's strike."""
    words = [word for word in span.doc[max(span.start - _CLOSE, 0) : span.start] if word.lower_ not in ("the", "a")]
    return len(words) > 1 and words[-1].lower_ == "for" and words[-2].lemma_.lower() in _words("prepared")


def _is_arranged_for(token: Token) -> bool:
    """Whether something is called, cancelled or foretold "for Monday"; but not "results for Monday", "sorry for"."""
    if token.dep_ != "pobj" or token.head.lower_ != "for":
        return False
    above = token.head.head
    if above.pos_ == "NOUN":
        return above.lemma_ in _words("arranged_noun")
    objects = {child.lemma_ for child in above.children if child.dep_ in ("dobj", "nsubjpass")}
    return not objects.isdisjoint(_words("arranged_noun")) or (bool(objects) and above.lemma_ in _words("arranged"))


def _is_fixture(span: Span) -> bool:
    """Whether a match to come stands before a day, its verb perhaps taken for a noun: "City host Rovers"."""
    words = list(_clause_before(span))
    if any(word.tag_ in ("VBD", "VBZ", "MD", "VBN") for word in words):
        return False
    return any(
        word.lower_ in _words("fixture")
        and word.is_lower
        and word.i > word.sent.start
        and word.nbor(-1).text.istitle()
        and word.nbor(1).text.istitle()
        for word in words
    )


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
    if any(word.text == "open" and word.tag_ == "JJ" and word.i and word.nbor(-1).tag_ == "NNS" for word in words):
        return True  # "Gates open at 9am on Monday"
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
        noun = noun or _event_attended(token)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "ADJ"):  # ADJ: the final of "Saturday's semi-final"
        return None
    while noun.dep_ == "compound":  # "Sunday's World Cup final"
        noun = noun.head
    known = {noun.lemma_.lower(), noun.lower_} & (_words("foreseen") | _words("mishap"))
    return noun if known else None


def _event_attended(token: Token) -> Token | None:
    """The summit of "meet at a summit on Wednesday", the match of "begin a match on Wednesday"."""
    noun = token.head.head
    attended = token.head.lower_ == "on" and (noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ == "at"))
    return noun if attended and noun.lemma_.lower() in _words("foreseen") else None


def _last_part(token: Token) -> Token:
    """The final of "semi-final", which the parser may read as three words."""
    while token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_:
        token = token.nbor(2)
    return token


def _tense_of_event(noun: Token, verb: Token, found: int, token: Token) -> int:
    """The fire of "Sunday's fire" is over; tickets for "Sunday's concert", or who plays in it, tell that it comes."""
    if noun.lemma_.lower() in _words("mishap"):
        return PAST
    if noun.dep_ == "dobj" and found == PRESENT and token.dep_ == "pobj":
        return FUTURE
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
        place = above.pos_ == "PROPN" and above.dep_ == "pobj" and above.head.lower_ in ("at", "in", "to", "against")
        if above.pos_ not in ("ADP", "ADV", "SCONJ") and not due and not (place and token.dep_ == "pobj"):
            return False
    return bool(token == verb)


def _leads(token: Token) -> set[str]:
    """The prepositions over a date: since, until, ahead of."""
    leads = set()
    for above in islice(token.ancestors, CLIMB):
        if above.pos_ in ("VERB", "AUX"):
            break
        if above.pos_ in ("ADP", "ADV", "SCONJ"):
            leads.add(above.lower_)
    return leads


def _words(name: str) -> frozenset[str]:
    """A word list: will, maybe, plan ("is scheduled for"), plan_noun, bound and put_off ("extended until")."""
    return read_words("tense")[name]
