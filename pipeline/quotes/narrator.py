"""Where reported words end because the narrator, or somebody else, speaks on."""

from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import verb_at
from pipeline.quotes.quote_table import FINITE, MAY_PART, QuoteTable, Span
from pipeline.quotes.reactions import comments, lacks_details

_ASIDE = frozenset(("which", "who", "whose", "where", "whom"))
_PERFECT = frozenset(("had", "has", "have"))
_SCENES = frozenset(
    ("meet", "leave", "arrive", "open", "launch", "unveil", "announce", "present", "visit", "address", "tour", "greet",
     "welcome", "land", "return", "enter", "sign", "deliver", "introduce", "host", "outline", "publish", "release",
     "accept", "appear", "attend", "board", "inspect", "receive", "speak", "emerge", "step")
)  # fmt: skip
_TIMES = frozenset(("before", "after"))
_CLAUSE_REACH = 8
_WHO_REACH = 6  # words from "whom" to the verb of saying
_JUDGED = frozenset(("position", "view", "charge", "figure", "stance", "line", "phrase", "theory", "move"))
_CONCEDING = frozenset(
    ("concede", "admit", "acknowledge", "add", "stress", "warn", "insist", "caution", "note", "accept")
)
_SHARED = frozenset(("shared", "echoed", "denied", "disputed", "rejected", "contradicted", "backed", "repeated"))
_JOINERS = frozenset(("and", "but", "while", "though", "although", "yet"))
# What a speaker keeps back, which only the narrator tells: verbs behind "declined to" and "did not", nouns behind
# "gave no".
_TELLS = frozenset(("say", "elaborate", "specify", "comment", "discuss", "disclose", "reveal", "confirm"))
_GIVES = frozenset(("give", "offer", "provide", "name", "identify", "set", "explain", "go"))
_DETAILS = frozenset(
    ("detail", "reason", "date", "figure", "explanation", "timetable", "timeline", "deadline", "evidence", "number",
     "information", "example", "source", "estimate", "indication", "name", "motive", "proof", "comment", "cause")
)  # fmt: skip


def cut(view: QuoteTable, first: int, last: int) -> int:
    """End before a new participle of saying (", adding that") and before a closing aside (", which")."""
    for j in range(first + 2, last + 1):
        if view.pair_number[j] >= 0:
            continue
        if view.lower[j] == ";" and not _bracketed(view, j, first, last):
            return j - 1
        if view.pair_number[j - 1] >= 0 and view.ends_with_comma(j - 1) and _follows_marks(view, j, last):
            return j - 1
        if view.lower[j] in _TIMES and view.pair_number[j - 1] >= 0 and view.tag[j + 1 : j + 2] == ["VBG"]:
            return j - 1  # "said it was 'very good' before launching an attack"
        if view.lower[j] == "as" and _sets_scene(view, first, j, last):
            return j - 1 - view.comma(j - 1)
        if view.lower[j] == "without" and lacks_details(view, j, last):
            return j - 1 - view.comma(j - 1)
        before = view.lower[j - 1]
        joint = before in _JOINERS or (before in MAY_PART and view.comma(j - 1))
        if joint and _begins_anew(view, first, j, last):
            return j - 2
    return last


def _sets_scene(view: QuoteTable, first: int, j: int, last: int) -> bool:
    """ "said the dam would hold | as she opened the road": when she said it, which she does not say."""
    if j + 2 > last or view.lower[j + 1] not in ("he", "she") or view.tag[j + 2] != "VBD":
        return False
    return view.lemma[j + 2] in _SCENES and has_clause(view, (first, j - 1))


def _bracketed(view: QuoteTable, j: int, first: int, last: int) -> bool:
    """ "costs 10,000 yuan ($1,500; 1,390 euros) a day": what brackets hold parts nothing."""
    opened = next((k for k in range(j, first, -1) if view.lower[k] in ("(", ")")), first)
    return view.lower[opened] == "(" and any(view.lower[k] == ")" for k in range(j, last + 1))


def _follows_marks(view: QuoteTable, j: int, last: int) -> bool:
    """The narrator's words behind a comma inside the marks: '"fully funded," despite', '"a barn," drawing laughter'."""
    return (view.tag[j] == "VBG" and view.lower[j] != "including") or _is_comment(view, j, last)


def _begins_anew(view: QuoteTable, first: int, j: int, last: int) -> bool:
    """Whether somebody else's words, or another statement, begin at j, behind a comma or joiner."""
    if (
        comments(view, first, j, last)
        or _is_comment(view, j, last)
        or _narrator_goes_on(view, first, j, last)
        or keeps_back(view, j, last)
    ):
        return True
    led = j + (view.lower[j] == "having" and j < last)  # ", having said that"
    if view.tag[j] == "VBG" and view.lower[j - 1] != "while" and _says(view, led):
        return True
    if _judges(view, j, last):
        return True
    if _new_statement(view, j, last) and has_clause(view, (first, j - 2)):
        return True
    return view.lower[j] in _ASIDE and view.lower[j - 1] == "," and _is_closing_aside(view, j, last)


def _is_comment(view: QuoteTable, j: int, last: int) -> bool:
    """The narrator's word on words in marks: '"a barn", drawing laughter'; '"cosy", a word that'; ', hours before'."""
    american = view.ends_with_comma(j - 1)  # '"fully funded," despite'
    if not (american or (view.comma(j - 1) and view.pair_number[j - 2] >= 0)) or view.lower[j] == "including":
        return False
    if view.lower[j] in ("despite", "amid"):
        return not any(view.pair_number[k] >= 0 for k in range(j, last + 1))
    if american:
        return False
    if any(view.pair_number[k] >= 0 or view.lower[k] == view.lower[j - 1] != "," for k in range(j, last + 1)):
        return False  # words in marks go on, or a second dash closes a parenthesis
    if view.tag[j] == "VBG" or (view.lower[j] in ("a", "an") and not _finite_before_break(view, j, last)):
        return True
    ahead = view.tag[j + 1] if j < last else ""
    if view.lower[j] in _TIMES:
        return ahead == "VBG"
    return view.tag[j] in ("NNS", "NN", "CD") and any(view.lower[k] in _TIMES for k in range(j + 1, min(j + 3, last)))


def _judges(view: QuoteTable, j: int, last: int) -> bool:
    """What the narrator calls the words: "said the fire was set, | a claim that the firm denies"; not "a pump that"."""
    if view.lower[j] not in ("a", "an") or not view.comma(j - 1):
        return False
    noun = next((k for k in range(j + 1, min(j + 4, last)) if view.pos[k] == "NOUN"), j)
    told = view.lemma[noun] in words("nouns") or view.lemma[noun] in _JUDGED
    clause = (
        view.tag[noun + 1] in ("WDT", "IN") or view.pos[noun + 1] in ("PRON", "PROPN", "DET") if noun < last else False
    )
    if told and noun + 1 < last and view.lower[noun + 1] in _SHARED and view.lower[noun + 2] == "by":
        return True
    apart = view.lemma[j - 2] not in words("nouns")  # "given a promise, a pledge that" says what the promise is
    return told and clause and apart and any(view.tag[k] in FINITE for k in range(noun + 1, last + 1))


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


def keeps_back(view: QuoteTable, j: int, last: int) -> bool:
    """ "talks would resume, but he declined to give a date", "but it gave no reason": nobody says that of himself.

    "made an offer, but she declined it" and "but he refused to give his name" may be told.
    """
    v = j + (view.lower[j] in _JOINERS)
    v += v < last and view.lower[v] in ("he", "she", "they", "it")
    if v >= last or view.tag[v] not in FINITE:
        return False
    told = v + 2
    if view.lemma[v] in ("decline", "refuse") and view.lower[v + 1] == "to" and told <= last:
        return view.lemma[told] in (_TELLS if view.lemma[v] == "refuse" else _TELLS | _GIVES)
    if view.lower[v + 1] in ("not", "n't", "n’t") and view.lemma[v] == "do" and told <= last:
        ahead = view.tag[told + 1 : min(told + 2, last) + 1]  # "did not say when", "did not say to whom"
        open_question = view.lemma[told] != "say" or not ahead or any(tag[0:1] == "W" for tag in ahead)
        return view.lemma[told] in _TELLS - {"confirm", "reveal"} and open_question
    if view.lower[v] == "would" and view.lower[v + 1] in ("not", "n't", "n’t") and told <= last:
        return view.lemma[told] in _TELLS and view.lemma[told] not in (
            "confirm",
            "reveal",
        )
    gives = view.lemma[v] in _GIVES and view.lower[v + 1] in ("no", "few", "little", "neither")
    return gives and any(view.lemma[k] in _DETAILS for k in range(told, min(told + 2, last) + 1))


def _has_object(view: QuoteTable, verb: int) -> bool:
    """Whether a noun phrase stands right behind the verb or its particle, so that it is no passive."""
    after = verb + 1 + (view.tag[verb + 1 : verb + 2] == ["RP"])
    return after < len(view.pos) and view.pos[after] in ("DET", "PRON", "PROPN", "NOUN", "NUM")


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
    """A relative clause that the content ends with, and nothing in it is in marks, unless it tells who said that."""
    if _tells_who(view, j, last):
        return True
    if any(view.pair_number[k] >= 0 for k in range(j, last + 1)):
        return False
    verb = next((k for k in range(j, last + 1) if view.tag[k] in FINITE), j)
    if view.lower[verb] in _PERFECT and any(view.tag[k] == "VBN" for k in range(verb + 1, min(verb + 4, last + 1))):
        return False  # "who had both drowned" is reported too
    rest = range(verb + 1, last + 1)
    return not any(view.lower[k] == "," and view.tag[k + 1] in FINITE | {"IN"} for k in rest if k + 1 <= last)


def _tells_who(view: QuoteTable, j: int, last: int) -> bool:
    """ ", whom he described as 'calm'": a relative clause with a speaker of its own."""
    for k in range(j + 2, min(j + _WHO_REACH, last)):
        if view.tag[k] in FINITE:
            entry = verb_at(view, k)
            told = entry is not None and bool(entry.flags & set("cak")) and view.subject(k) not in (None, j)
            return told and not any(view.comma(n) and view.tag[n + 1] in FINITE for n in range(k, last))
    return False


def _new_statement(view: QuoteTable, j: int, last: int) -> bool:
    """Whether j, behind a joiner, begins another statement: "and critics accused", "though he conceded"."""
    if view.lower[j - 1] in ("though", "although") and view.lower[j] in ("he", "she", "they", "it"):
        verb = next((k for k in range(j + 1, min(j + 4, last)) if view.tag[k] in FINITE), j)
        return verb > j and view.lemma[verb] in _CONCEDING and _says(view, verb)
    if view.lower[j - 1] not in ("and", "but", "while"):
        return False
    entry = verb_at(view, j)
    if view.tag[j] in ("VBD", "VBZ") and _calls_on(view, j, last):
        return True
    if _is_verb_of_statement(view, j) and entry is not None and (view.comma(j - 2) or _has_content(view, j)):
        person = view.tag[j + 1] == "PRP" or view.ent[j + 1] == "PERSON"  # "and mocked him for losing"
        return bool(entry.flags & set("ck") or entry.preps or ("n" in entry.flags and person))
    if view.tag[j] in FINITE and view.lower[min(j + 1, last)] in ("not", "n't"):  # "but would not say"
        return any(verb_at(view, k) is not None for k in range(j + 2, min(j + 4, last)))
    if view.pos[j] not in ("PROPN", "NOUN", "DET", "ADJ"):
        return False
    for k in range(j + 1, min(j + _CLAUSE_REACH, last)):
        if view.tag[k] in FINITE:
            entry = verb_at(view, k)
            return entry is not None and bool(entry.flags & set("cwn") or entry.preps)
    return False


def _calls_on(view: QuoteTable, j: int, last: int) -> bool:
    """ "said the mill was safe | and called on the firm to reopen it", "and urged voters to wait"."""
    urges = view.lemma[j] == "urge" or view.lower[j : j + 2] in (["called", "on"], ["calls", "on"], ["called", "upon"])
    whom = min(j + 1 + (view.lemma[j] != "urge"), last)
    ahead = view.tag[j + 1 : min(j + _CLAUSE_REACH + 4, last)]
    return urges and view.pos[whom] != "PRON" and "TO" in ahead  # "police came and urged him to go": they did


def _is_verb_of_statement(view: QuoteTable, j: int) -> bool:
    """A finite verb, or one that the tagger takes for an infinitive with no helper before it: "and claim she has"."""
    bare = view.tag[j] == "VB" and not {"MD", "TO"} & set(view.tag[max(j - _CLAUSE_REACH, 0) : j])
    return bare or view.tag[j] in ("VBD", "VBZ", "VBP")


def _has_content(view: QuoteTable, j: int) -> bool:
    entry = verb_at(view, j)
    preps = entry.preps if entry else frozenset()
    children = [kid for kid in view.children[j] if kid > j]
    children += [grandkid for kid in children if view.dep[kid] == "dobj" for grandkid in view.children[kid]]
    return any(view.dep[kid] == "ccomp" or view.lower[kid] in preps for kid in children)


def _says(view: QuoteTable, j: int) -> bool:
    entry = verb_at(view, j)
    return entry is not None and "c" in entry.flags


def has_clause(view: QuoteTable, piece: Span) -> bool:
    """Whether a finite verb stands in the piece."""
    return any(view.tag[j] in FINITE for j in range(piece[0], piece[1] + 1))
