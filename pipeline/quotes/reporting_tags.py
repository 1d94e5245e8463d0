"""The tag at the end or in the middle: "The bridge is safe, he said"; "The bridge, he said, is safe"."""

from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import Cue, Report, Source, verb_at
from pipeline.quotes.narrator import has_clause, keeps_back
from pipeline.quotes.quote_table import FINITE, QuoteTable, Span
from pipeline.quotes.speaker_phrase import subject
from pipeline.quotes.word_order import after_verb, before_verb

_HEARER = 9  # words between a verb and "that"
# Verbs that report, but tag nothing: "a charge the ministers deny".
_NEVER = frozenset(
    ("deny", "demand", "recommend", "propose", "order", "request", "urge", "convince", "persuade", "cite", "quote")
)
_APPOSITION = 20  # words a name with its apposition takes at most
_AS_REACH = 12  # words from "as" to its verb
_OF_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "DET", "ADJ", "ADP", "ADV"))
_SUBORDINATING = frozenset(("when", "after", "before", "as", "while", "because", "if", "since", "that", "which", "who"))
_OF_TIME = frozenset(("before", "after", "when", "while", "once", "until", "as"))
_LINE = 20  # words a headline takes at most
_OBJECTS = frozenset(("dobj", "xcomp", "ccomp"))
_NO_SPEAKER = frozenset(("who", "which", "that", "whom", "there", "what"))
_NOT_A_TAG = frozenset(("relcl", "advcl", "acl", "csubj", "pcomp"))
_GOES_ON = frozenset(("who", "which", "where", "whose", "according", "and", "but", "while", "as", "after", "when"))
_HANGING = frozenset(("because", "that", "if", "when", "while"))  # '"That is because, as he puts it, ..."'
_LOOSE = frozenset(("ADV", "CCONJ", "SCONJ", "PUNCT", "INTJ"))
_PARTICIPLES = frozenset(("VBN", "VBG"))
_ADJUNCT = frozenset(("ADP", "SCONJ", "ADV", "CCONJ", "PART"))


def around(view: QuoteTable, cue: Cue, begin: int, stop: int) -> Report | None:
    """What a tag reports: the words before it, and those after it if they go on."""
    if "c" not in cue.entry.flags or view.tag[cue.verb] not in FINITE | {"VBN"} or cue.passive:
        return None
    if _has_object(view, cue, stop) or view.lemma[cue.verb] in _NEVER:
        return None
    if "b" in cue.entry.flags:
        return None
    as_tag = _as_tag(view, cue, begin, stop)
    if as_tag is not None:
        return as_tag
    who, first = _tag_subject(view, cue, begin, stop)
    if who is None or view.lower[who[0]] in _NO_SPEAKER or first - 1 <= begin or not view.comma(first - 1):
        return None
    if view.dep[cue.verb] in _NOT_A_TAG and not _ends_sentence(view, cue, begin, first, stop):
        return None
    left = (begin, first - 2)
    opening = all(view.pos[j] in _LOOSE for j in range(left[0], left[1] + 1))
    rest = _after_tag(view, cue, who, stop, opening=opening and view.comma(max(cue.last, who[1]) + 1))
    if rest is None and view.tag[begin] in _PARTICIPLES and view.dep[begin] == "advcl":
        return None  # "Asked whether it was safe, he said no"
    if rest is None:
        source = Source(who, (cue.first, cue.last), "tag-end")
        ended = cue.last + 1 < stop and view.tag[cue.last + 1] in FINITE
        return None if ended or _is_adverbial(view, *left) else _pieces(view, cue, left, None, source)
    source = Source(who, (cue.first, cue.last), "tag-middle")
    if _opens_relative(view, left):
        return ([(rest[0], _end_of_relative(view, *rest))], source) if has_clause(view, rest) else None
    return _pieces(view, cue, (_behind_colon(view, *left), left[1]), rest, source)


def _ends_sentence(view: QuoteTable, cue: Cue, begin: int, first: int, stop: int) -> bool:
    """ "Six died when a bus overturned near Oslo, police said": the parse sees when the police said it.

    The clause that "when", "after" or "which" opens has a verb of its own before the comma.
    """
    if view.dep[cue.verb] != "advcl":
        return False
    opened = next((j for j in range(first - 2, begin, -1) if view.lower[j] in _SUBORDINATING), None)
    verbs = [j for j in range(begin, first - 1) if view.tag[j] in FINITE | {"VBN"}]
    behind = range(cue.last + 1, stop)
    end = next((j for j in behind if view.comma(j) or view.lower[j] == "."), stop)
    plain = not any(view.tag[j] in FINITE for j in range(cue.last + 1, end))
    return opened is not None and bool(verbs) and verbs[0] < opened < verbs[-1] and plain


def _is_adverbial(view: QuoteTable, first: int, last: int) -> bool:
    """ "When she left the stage, the hall echoed": a clause of time and nothing else says nothing."""
    # No preposition ("before each meeting the two sides meet"), nor what counts ("as many as 500 jobs could go").
    joined = view.dep[first] in ("mark", "advmod") and view.pos[view.head[first]] in ("VERB", "AUX")
    parted = any(view.comma(j) or view.pair_number[j] >= 0 for j in range(first, last))
    return view.lower[first] in _OF_TIME and joined and not parted


def _opens_relative(view: QuoteTable, left: Span) -> bool:
    """ "He praised the driver, who, he said, saved them all": reported is the clause with who and nothing before it."""
    tags = view.tag[left[0] : left[1] + 1]
    who = next((j for j in range(left[1], left[0], -1) if view.tag[j] in ("WP", "WDT", "WP$")), None)
    return who is not None and view.comma(who - 1) and FINITE.isdisjoint(tags[who - left[0] :])


def _end_of_relative(view: QuoteTable, first: int, last: int) -> int:
    """The last token of a relative clause: "helps nobody, | was passed in May"."""
    ends = (j - 1 for j in range(first + 1, last) if view.comma(j) and view.tag[j + 1] in FINITE)
    return next(ends, last)


def _behind_colon(view: QuoteTable, first: int, last: int) -> int:
    """ "Her agent disagrees: the fee, he says, is high": the narrator's words end with the colon."""
    signs = (j for j in range(last, first, -1) if view.lower[j] in (":", ";") and view.pair_number[j] < 0)
    return next(signs, first - 1) + 1


def _has_object(view: QuoteTable, cue: Cue, stop: int) -> bool:
    """Whether the verb already has its content behind it; a hearer ("told reporters") is none."""
    if _is_inverted(view, cue):
        return False
    objects = _OBJECTS - {"dobj"} if "o" in cue.entry.flags else _OBJECTS
    if view.comma(cue.last + 1) and view.tag[cue.last + 3 : cue.last + 4] == ["WDT"]:
        return False  # "..., officials said, during which"
    if view.lower[cue.last + 1 : cue.last + 3] == [",", "that"]:
        return False  # "There is no evidence, the office said, that it leaked"
    if any(kid > cue.verb and view.dep[kid] in objects for kid in view.children[cue.verb]):
        return True
    for j in range(cue.last + 1, min(cue.last + _HEARER, stop)):
        if view.comma(j):
            return False
        if view.lower[j] == "that" and view.tag[j] == "IN":
            return True
    return False


def _is_inverted(view: QuoteTable, cue: Cue) -> bool:
    """ "..., reported the agency.": the parse takes for an object what stands alone behind a comma and the verb."""
    kid = view.child(cue.verb, "dobj")
    if kid is None or not view.comma(cue.verb - 1) or view.child(cue.verb, "nsubj") is not None:
        return False
    after = view.right_edge(kid) + 1
    return view.tag[cue.verb] in ("VBD", "VBZ") and after < len(view.lower) and view.lower[after] == "."


def _pieces(view: QuoteTable, cue: Cue, left: Span, rest: Span | None, source: Source) -> Report | None:
    clause_left = has_clause(view, left) or _is_headline(view, left[0], cue)
    if rest is None:
        return ([left], source) if clause_left or _told_in_past(view, *left) else None
    if all(view.pos[j] in _LOOSE for j in range(left[0], left[1] + 1)):
        return ([rest], source) if has_clause(view, rest) else None
    parenthesis = view.comma(cue.last + 1) and has_clause(view, rest)
    if clause_left or parenthesis or (view.pos[left[0]] not in _ADJUNCT and has_clause(view, rest)):
        return [left, rest], source
    return None


def _told_in_past(view: QuoteTable, first: int, last: int) -> bool:
    """ "Bids firmed on lower freight rates, traders said": a past tense which the tagger takes for a participle."""
    verb = next((j for j in range(first + 1, last) if view.tag[j] == "VBN" and view.lower[j - 1] != "-"), last)
    plain = all(view.pos[j] in _OF_NOUNS or view.tag[j] in _PARTICIPLES | {"HYPH"} for j in range(first, verb))
    past = view.tag[verb] == "VBN" and view.lower[verb + 1] != "by"
    return past and plain and view.text[view.start[first]].isupper()


def _is_headline(view: QuoteTable, begin: int, cue: Cue) -> bool:
    """ "Exports up by a third, says port chief": a line of its own without a full stop needs no verb."""
    stop = next((j for j in range(cue.last, min(begin + _LINE, len(view.lower))) if view.ends_block(j)), None)
    if stop is None or not view.text[view.start[stop]].isalnum():
        return False
    return view.starts_block(begin) or not view.text[view.start[begin - 1]].isalnum()


def _tag_subject(view: QuoteTable, cue: Cue, begin: int, stop: int) -> tuple[Span | None, int]:
    """The subject of a tag and the tag's first token: by word order, which here is surer than the parse."""
    start = _after_comma(view, cue, begin)
    if start is not None:
        who = before_verb(view, start, cue)
        if who is not None:
            return who, start
    start = _before_apposition(view, cue, begin)
    if start is not None:
        return (start, cue.verb - 2), start
    if view.comma(cue.verb - 1) and cue.verb > begin and view.lemma[cue.verb] != "tell":  # who is told stands behind it
        who = after_verb(view, cue, stop)
        subject_of_next = who is not None and who[1] + 1 < stop and view.tag[who[1] + 1] in FINITE
        return (None, begin) if subject_of_next else (who, cue.verb)  # "The port, for its part, says the union has"
    who = subject(view, cue.verb)
    if who is not None and begin <= who[0] < cue.verb:
        return who, who[0]
    return None, begin


def _after_comma(view: QuoteTable, cue: Cue, begin: int) -> int | None:
    """First token of a plain noun phrase between a comma and the cue."""
    named = False
    for j in range(min(cue.first, cue.verb) - 1, begin, -1):
        if view.comma(j):
            return j + 1 if named and view.tag[j + 1] not in ("CC", "IN") else None
        if view.tag[j] in FINITE or view.lower[j] in _NO_SPEAKER:
            return None
        named = named or view.pos[j] in ("NOUN", "PROPN", "PRON", "NUM") or view.lower[j] in ("many", "some", "others")
    return None


def _before_apposition(view: QuoteTable, cue: Cue, begin: int) -> int | None:
    """The start of "a spokeswoman, Ann Lee, said", whose last comma stands right before the verb."""
    if not view.comma(cue.verb - 1):
        return None
    commas = [j for j in range(max(begin, cue.verb - _APPOSITION), cue.verb - 1) if view.comma(j)]
    if len(commas) < 2 or any(view.tag[j] in FINITE for j in range(commas[-2], cue.verb)):
        return None
    return commas[-2] + 1 if view.pos[commas[-2] + 1] in ("DET", "PROPN", "NOUN", "PRON") else None


def _after_tag(view: QuoteTable, cue: Cue, who: Span, stop: int, *, opening: bool) -> Span | None:
    """What follows a tag in the middle, if it goes on with what is reported.

    opening: before the tag stands no more than "And so": then all that was said stands behind it.
    """
    j = max(cue.last, who[1]) + 1
    if j + 2 < stop and view.lower[j] == ";" and has_clause(view, (j + 1, stop - 1)):  # "It is safe, he said; it held."
        told = any(view.tag[k] in FINITE and verb_at(view, k) is not None for k in range(j + 1, stop))
        return None if told or max(view.pair_number[j:stop]) >= 0 else (j + 1, stop - 1)
    while j < stop and not view.comma(j):
        if view.lower[j] in (".", ";", "!", "?", ":"):
            return None
        j += 1
    if j + 1 >= stop:
        return None
    if "VBG" in view.tag[j + 1 : j + 2 + (view.lower[j + 1] in ("without", "before", "after"))]:
        return None  # "the governor said, without elaborating"
    if view.lower[j + 1] in _GOES_ON and not (opening or _marks_follow(view, j + 1, stop)):
        return None
    return (j + 1, stop - 1)


def _as_tag(view: QuoteTable, cue: Cue, begin: int, stop: int) -> Report | None:
    """ "As the minister told the BBC, ..."; "the roof, as he later explained, was ..."; "..., as she put it"."""
    reach = _APPOSITION if view.comma(cue.verb - 1) else _AS_REACH  # "as Ana Lopes, head of the port, pointed out"
    first = next((j for j in range(cue.verb - 1, max(begin, cue.verb - reach) - 1, -1) if view.lower[j] == "as"), None)
    if first is None:
        return None
    if first > begin and not (view.comma(first - 1) or view.lower[first - 1] in ("and", "but", "that")):
        return None
    if any(view.tag[j] in FINITE and j < cue.first for j in range(first, cue.verb)):
        return None
    who = before_verb(view, first + 1, cue)
    if who is None or _opens_with_adjunct(view, first, cue):
        return None
    end = cue.last + 1
    while end < stop and not view.comma(end):
        if view.tag[end] in FINITE:
            return None
        end += 1
    left = (begin, first - 2) if first - 2 > begin and view.comma(first - 1) else None
    right = (end + 1, stop - 1) if end + 2 < stop else None
    if right is not None and cue.verb - first > _AS_REACH:
        return None  # "as Reid, a pilot from Ulm, joked, his brother slept"
    if left is not None and right is not None and view.lower[right[0]] == "that" and not _ends_clause(view, left):
        left = None  # "He does not believe, as some argue, that trade will grow"
        comma = next((j for j in range(right[0], right[1]) if view.comma(j)), right[1] + 1)
        right = (right[0], comma - 1) if view.lower[begin] in ("while", "although", "though") else right
    pieces = [piece for piece in (left, right) if piece is not None and view.lower[piece[1]] not in _HANGING]
    if not pieces or not any(has_clause(view, piece) for piece in pieces):
        return None
    return pieces, Source(who, (cue.first, cue.last), "tag-as")


def _opens_with_adjunct(view: QuoteTable, first: int, cue: Cue) -> bool:
    """ "As a result, the firm said, it will close": one comma ends the phrase with "as"; an apposition has two."""
    commas = [j for j in range(first + 1, cue.verb) if view.comma(j)]
    return len(commas) == 1 and commas[0] + 1 < min(cue.first, cue.verb)


def _ends_clause(view: QuoteTable, left: Span) -> bool:
    """Whether what stands before the tag says something by itself: its last word is no verb that wants a clause."""
    judged = view.pos[left[1]] == "ADJ" and view.lower[left[1] - 1] in ("is", "was")  # "it is true, as some say, that"
    return not judged and view.lemma[left[1]] not in words("beliefs") and verb_at(view, left[1]) is None


def _marks_follow(view: QuoteTable, j: int, stop: int) -> bool:
    """ "she said, and 'I had to step back'": a joiner, then words in marks before any other verb of saying."""
    if view.lower[j] not in ("and", "but") or keeps_back(view, j, stop - 1):
        return False
    if view.tag[j + 1] == "MD" or view.lemma[j + 1] in ("be", "have"):  # "..., said its director, and will not reopen"
        return True
    if view.lower[j + 1] in ("it", "they", "he", "she", "we", "you", "that"):
        return not any(view.lemma[k] == "say" for k in range(j + 1, min(j + 5, stop)))
    for k in range(j + 1, min(j + 8, stop)):
        if view.pair_number[k] >= 0:
            return True
        if view.tag[k] in FINITE:
            return False
    return False


def before_tag(view: QuoteTable, cue: Cue, begin: int) -> Span | None:
    """What stands before a tag whose quotation goes on in marks: "In such cases, it said, 'the law is clear'"."""
    start = _after_comma(view, cue, begin)
    if start is None or not view.comma(cue.last + 1):
        return None
    left = (begin, start - 2)
    if left[1] - left[0] < 2 or all(view.pos[j] in _LOOSE for j in range(left[0], left[1] + 1)):
        return None
    return left
