"""The time that one verb tells, by its form and its auxiliaries."""

from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Token

from pipeline.lexicon.tables import read_words

PAST, UNKNOWN, FUTURE = -1, 0, 1
PRESENT = 2  # of the verb alone; whether it looks ahead depends on how the date hangs on it
CLIMB = 8  # heads to climb before giving up; longer chains leave the clause
_CLOSE = 3  # tokens between two participles of one helping verb


def verb_above(token: Token, *, itself: bool = False) -> Token | None:
    """The nearest verb over a word, the word itself included where asked."""
    chain = [token] if itself else []
    chain.extend(islice(token.ancestors, CLIMB))
    return next((above for above in chain if above.pos_ in ("VERB", "AUX")), None)


def verb_tense(verb: Token) -> int:
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
    if _is_imperative(verb, helpers):
        return FUTURE
    if _shares_helpers(verb, helpers):
        return verb_tense(verb.head)  # "will be opened and adjourned"
    if tag == "VBN" and any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in helpers):
        return PRESENT if not words & {"has", "have", "'ve"} else PAST
    if tag in ("VBD", "VBN") or any(child.tag_ == "VBD" for child in helpers):
        return PAST
    if tag == "VBG" and not helpers:
        above = verb_above(verb)
        found = verb_tense(above) if above is not None else UNKNOWN
        # "would close, with the mayor saying Monday that": what is told has been said, whatever comes
        return UNKNOWN if found == FUTURE and verb.lemma_ in _words("tell") else found
    if tag == "VBP" and verb.lemma_ in _words("one_form"):
        return UNKNOWN  # "Fires spread on Monday" may be either
    subject = any(child.dep_ == "nsubj" for child in verb.children)
    if tag in ("VBZ", "VBP", "VBG") or (tag == "VB" and subject and not helpers):
        # "The film opens Friday", "Leaders are meeting Friday"; but "the minister says Friday" told it.
        return UNKNOWN if verb.lemma_ in _words("tell") and not _tells_nothing(verb) else PRESENT
    return UNKNOWN


def _is_imperative(verb: Token, helpers: Sequence[Token]) -> bool:
    """Whether a bare verb opens its sentence or what is said, and nobody is its subject: "Come back on Monday"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp", "advcl") or any(h.lower_ != "do" for h in helpers):
        return False
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    first = min((child for child in verb.children if child.dep_ in ("aux", "neg", "intj")), default=verb)
    first = min(first, verb)  # "Do not travel on Monday", "Please come on Monday"
    return bool(first.i == verb.sent.start or first.nbor(-1).is_quote)


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
    if above.lemma_ in _words("called_on") and (_is_perfect(above) or verb.lemma_ in _words("called_to")):
        return FUTURE  # "has been invited to speak on Thursday", "was told to come back on Thursday"
    if above.pos_ == "NOUN" and _is_still_to_be(verb, above):
        return FUTURE  # "a march to be held on Sunday"
    noun = _noun_before(verb) if verb.dep_ == "advcl" else None
    if noun is not None and _is_still_to_be(verb, noun):
        return (
            FUTURE  # where the parser hangs it on the verb of "a minister in the cabinet to be sworn in on Sunday said"
        )
    if verb.i > 1 and verb.doc[verb.i - 2].lemma_ in _words("picked_to"):
        return FUTURE  # "the team to play Wales on Sunday", be it the parser's "named to play"
    return verb_tense(above) if above.pos_ in ("VERB", "AUX") else UNKNOWN


def _noun_before(verb: Token) -> Token | None:
    """The noun right before the "to" of an infinitive."""
    particle = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    noun = particle.nbor(-1) if particle is not None and particle.i else None
    return noun if noun is not None and noun.pos_ == "NOUN" else None


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'ve") for child in verb.children)


def _is_still_to_be(verb: Token, noun: Token) -> bool:
    """Whether a passive infinitive tells what will be done to a thing; but not "the first house to be hit"."""
    passive = verb.tag_ == "VBN" and any(child.lower_ == "be" and child.dep_ == "auxpass" for child in verb.children)
    singled = any(child.tag_ in ("JJS", "RBS") or child.lemma_ in _words("singled") for child in noun.children)
    return passive and not singled


def _words(name: str) -> frozenset[str]:
    return read_words("tense")[name]
