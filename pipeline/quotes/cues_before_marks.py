"""Quotations in marks: the cue that stands before them ("She said, ..."; "Keller's answer: ...")."""

from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import role_nouns
from pipeline.quotes.cues import UNLISTED, Cue, Source, is_passive
from pipeline.quotes.quote_table import FINITE, Quoted, QuoteTable, Span, is_title, phrase
from pipeline.quotes.shared_subject import shared_subject
from pipeline.quotes.speaker_phrase import subject
from pipeline.quotes.word_order import after_verb, before_verb, behind_aside

# What has no object but words: 'said "Goodnight, Galway"' gives no title, as 'sang "Galway Girl"' does.
_ONLY_WORDS = frozenset(("say", "reply", "shout", "yell", "cry", "scream", "whisper", "mutter", "murmur", "exclaim"))
COLONS = frozenset((":", "):", "]:"))  # the tokenizer leaves a bracket on its colon
_AHEAD = 12  # words within which the main verb follows the opening "with a curt '...',"
_IN_THE_WORDS = ["in", "the", "words", "of"]
_REACTIONS = frozenset(
    ("reaction", "line", "view", "answer", "reply", "response", "advice", "motto", "message", "verdict")
)
_OPINIONS = frozenset(("view", "opinion", "word", "phrase", "estimation", "judgment", "judgement", "telling"))
_OPINION = 6  # words of "to the former mayor Ana Lopes,"
_REMARKS = frozenset(("jibe", "quip", "slur", "joke", "outburst", "rant", "taunt", "gibe", "boast", "jab", "insult"))
_NO_WRITING = frozenset(("to", "and", "he", "she", "they", "not", ","))
_CRIES = frozenset(("chant", "cry", "shout", "scream", "yell", "roar", "jeer", "whisper", "murmur"))
_CROWDS = frozenset(("crowd", "audience", "mob", "gallery", "stadium", "hall", "terrace", "stand"))
_ENDING = frozenset(("close", "end", "open", "begin", "start", "conclude", "finish", "greet", "welcome", "dismiss"))
_LINKS = frozenset(("that", "as", "of", "for", "a", "an", "the", "it", "him", "her", "them"))


def cue_before(view: QuoteTable, a: int, quoted: Quoted, cues: dict[int, Cue]) -> Source | None:
    """A cue ahead of the opening mark, with a comma or colon between: "He said, ..."; "telling reporters: ..."."""
    last = quoted.open - 1
    if view.lower[last] in COLONS:
        if view.text[view.start[a] : view.end[last - 1]].lower() in words("labels"):
            return None  # "Profile: '...'"
        source = _written(view, a, last) or colon_source(view, a, last, cues)
        named = source is not None and source.rule == "lead-colon-any" and is_title(view, quoted, stopped=True)
        return None if named else source  # 'You know the film he made: "Rain Man."'
    if view.lower[last] in (",", "–", "—", "--"):
        source = _in_words(view, a, last) or _to_somebody(view, a, last, quoted)
        source = source or _nearest(view, a, last, cues, "lead-comma")
        named = source is not None and source.rule == "lead-document" and is_title(view, quoted)
        return None if named else source  # "his new book, 'Trout and Me'"
    return None


def _in_words(view: QuoteTable, a: int, last: int) -> Source | None:
    """ "The mill is, in the words of Lopes, 'done'"; "is, in Lopes's view, 'done'"."""
    noun = last - 1
    owner = view.child(noun, "poss") if view.lemma[noun] in _OPINIONS else None
    if owner is not None and (led := view.left_edge(owner) - 1) >= a and view.lower[led] == "in":
        who = phrase(view, owner, noun)
        return Source(who, (led, noun), "in-words") if led == a or view.comma(led - 1) else None
    start = next((j for j in range(last - 1, a - 1, -1) if view.lower[j : j + 4] == _IN_THE_WORDS), None)
    if start is None or any(view.tag[j] in FINITE and not _subordinate(view, j) for j in range(start, last)):
        return None
    return Source((start + 4, last - 1), (start, start + 3), "in-words") if start + 4 < last else None


def _to_somebody(view: QuoteTable, a: int, last: int, quoted: Quoted) -> Source | None:
    """ "To Lopes, 'the dam is a mistake'": whose opinion it is; what she is given, or a single word, is none."""
    to = next((j for j in range(last - 2, max(a, last - _OPINION) - 1, -1) if view.lower[j] in ("to", "for")), None)
    if to is None or not (to == a or view.lower[to - 1] in ("because", "but", "and", "that")):
        return None
    head = last - 1
    person = _is_person(view, head)
    said = any(view.tag[j] in FINITE for j in range(quoted.first, quoted.last))
    return Source((to + 1, head), (to, to), "lead-to") if person and said else None


def _nearest(view: QuoteTable, a: int, last: int, cues: dict[int, Cue], rule: str) -> Source | None:
    """The last cue before the mark, if no other clause begins in between."""
    for v in range(last - 1, a - 1, -1):
        cue = cues.get(v)
        joined = view.lower[last] != "," or view.lower[last + 2 : last + 3] in (
            ["and"],
            ["but"],
        )  # 'all day, "and won"'
        if cue is not None and joined and view.dep[v] == "ccomp" and view.head[v] in cues:
            cue = cues[view.head[v]]  # "Lopes said the museum would tell of many lives - '...'": not the museum
        if cue is not None:
            return Source(_cue_subject(view, cue, a), (cue.first, cue.last), rule)
        if view.tag[v] in FINITE and not _subordinate(view, v):
            return _document(view, v, a, last)
    return None


def _subordinate(view: QuoteTable, v: int) -> bool:
    """Whether the finite verb v stands in a relative clause."""
    if view.dep[v] in ("aux", "auxpass"):
        v = view.head[v]
    return view.dep[v] in ("relcl", "acl")


def _with_a(view: QuoteTable, a: int, quoted: Quoted) -> Source | None:
    """'With a curt "Never again", Lopes left', but not 'With a "For Sale" sign, ...' or 'With "Hair", ...'."""
    v = quoted.open - 1
    while v > a + 1 and view.pos[v] in ("ADJ", "NOUN"):  # the tagger takes rare adjectives for nouns
        v -= 1
    after = quoted.close + 1
    begins = v == a + 1 and view.lower[a] == "with" and view.lower[v] in ("a", "an", "one", "another")
    comma = after < len(view.lower) and (view.comma(after) or view.lower[quoted.last] == ",")
    reach = range(after, min(after + _AHEAD, len(view.tag)))
    verb = next((j for j in reach if view.tag[j] in FINITE), None)
    if not begins or not comma or verb is None or is_title(view, quoted):
        return None
    who = subject(view, verb)
    return Source(who, (a, v), "lead-with") if who is not None and who[0] >= after else None


def _with_the_words(view: QuoteTable, noun: int, quoted: Quoted) -> Source | None:
    """'She closed the session with the words "We are done"': a person acts; a poster with the words has no speaker."""
    verb = view.head[view.head[noun]]
    if view.head[verb] > verb and view.dep[verb] == "advcl":  # the parse hung "with" on the quotation
        verb = view.head[verb]
    kid = view.subject(verb) if view.tag[verb] in FINITE else None
    if kid is None or is_passive(view, verb):
        return None
    if not (view.comma(min(quoted.close + 1, len(view.lower) - 1)) if verb > noun else view.lemma[verb] in _ENDING):
        return None
    person = view.pos[kid] == "PROPN" or view.lower[kid] in ("he", "she") or view.lower[kid] in role_nouns()
    return Source(phrase(view, kid, verb), (noun - 2, noun), "lead-words") if person else None


def _document(view: QuoteTable, v: int, a: int, last: int) -> Source | None:
    """ "The mayor issued a statement, ...": any verb, if a noun for something written or spoken stands last."""
    noun = next((j for j in range(last - 1, v, -1) if view.pos[j] == "NOUN"), None)
    if noun is None or view.lemma[noun] not in words("documents"):
        return None
    owner = view.child(noun, "poss")
    if owner is not None and view.ent[owner] not in ("DATE", "TIME"):  # "after her March comment, ..."
        return Source(phrase(view, owner, noun), (noun, noun), "lead-document")
    who = subject(view, v) or before_verb(view, a, Cue(v, v, v, UNLISTED, passive=False))
    return Source(who, (v, noun), "lead-document")


def _cue_subject(view: QuoteTable, cue: Cue, a: int) -> Span | None:
    if (critic := _inverted(view, cue, a)) is not None:
        return critic
    who = behind_aside(view, a, cue) or shared_subject(view, cue, a) or _listed_subject(view, cue, a)
    who = who or subject(view, cue.verb)
    if who is not None or cue.passive:
        return who
    return before_verb(view, a, cue) if view.tag[cue.verb] in FINITE else None


def _inverted(view: QuoteTable, cue: Cue, a: int) -> Span | None:
    """Who stands behind the verb of a tag in commas: 'He was, wrote the critic Ana Lopes, "a giant"'."""
    own = view.child(cue.verb, "nsubj")
    if (
        cue.first <= a
        or not view.comma(cue.first - 1)
        or "o" in cue.entry.flags
        or (own is not None and own < cue.verb)
    ):
        return None
    ahead = range(cue.last + 1, min(cue.last + _AHEAD, len(view.lower)))
    who = after_verb(view, cue, next((j for j in ahead if view.pair_number[j] >= 0), ahead.stop))
    if who is None:
        return None
    words_of = range(who[0], who[1] + 1)
    return who if any(view.ent[j] == "PERSON" or view.lower[j] in role_nouns() for j in words_of) else None


def _listed_subject(view: QuoteTable, cue: Cue, a: int) -> Span | None:
    """ "the woman smiled, said": a second verb behind a comma has the subject of the one right before it."""
    before = cue.verb - 2
    if before <= a or not view.comma(cue.verb - 1) or view.tag[before] != view.tag[cue.verb]:
        return None
    kid = view.subject(before)
    return phrase(view, kid, before) if kid is not None and kid < before else None


def colon_source(view: QuoteTable, a: int, last: int, cues: dict[int, Cue]) -> Source | None:
    """Who is about to speak in a..last, which ends with a colon."""
    found = [cues[v] for v in range(a, last) if v in cues and not cues[v].passive]
    if found:
        cue = found[-1]
        return Source(_cue_subject(view, cue, a), (cue.first, cue.last), "lead-colon")
    verbs = [v for v in range(a, last) if view.tag[v][0:1] == "V"]
    if (post := _post(view, a, last, cues)) is not None:
        return post
    if view.lower[a] in ("came", "comes"):  # "Came the reply: ..."
        return Source(None, (a, a), "lead-colon-any")
    if all(view.pos[j] in ("ADV", "CCONJ", "PUNCT", "ADJ") for j in range(a, last)):
        return None  # "Then, louder: ...": whoever spoke goes on
    opened = (j for j in range(a + 1, last) if view.lower[j] == "(")
    bracket = next(opened, last) if view.lower[last] != ":" else last  # "Ana Lopes (34, nurse): ..."
    if not verbs and 0 < bracket - a <= 8:
        return Source(_owner(view, a, bracket - 1), (last, last), "name-colon")
    for v in verbs:
        who = subject(view, v)
        if who is not None and who[0] == who[1] and view.lower[who[0]] in ("it", "this", "that", "there"):
            who = _judge(view, a, last)  # "For Lopes, it was simple: ..."
        elif who is not None:
            who = _owner(view, *who) if view.lemma[who[1]] in _REACTIONS else who  # "Lopes's reaction was short: ..."
        if who is not None:
            return Source(who, (v, v), "lead-colon-any")
    return None


def _written(view: QuoteTable, a: int, last: int) -> Source | None:
    """ "A note found in the car read: ...", "the caption read: ...", whose verb the parse may not see."""
    verb = last - 1
    plain = verb > a and view.lower[verb] == "read" and view.lower[verb - 1] not in _NO_WRITING
    return Source((a, verb - 1), (verb, verb), "lead-colon") if plain and view.pos[verb - 1] != "AUX" else None


def _post(view: QuoteTable, a: int, last: int, cues: dict[int, Cue]) -> Source | None:
    """ "Lopes, the mayor, posted on X: ...": the tagger sees a participle where no other verb stands."""
    told = [v for v in range(a, last) if v in cues and view.tag[v] == "VBN"]
    if not told or view.child(told[-1], "auxpass", "agent") is not None:
        return None
    if any(view.tag[v] in FINITE for v in range(a, last)):
        return None
    who = before_verb(view, a, cues[told[-1]])
    return Source(who, (cues[told[-1]].first, cues[told[-1]].last), "lead-colon") if who is not None else None


def _is_person(view: QuoteTable, head: int) -> bool:
    """Whether the last word of a phrase behind "to" or "for" is a person, by name or pronoun."""
    named = view.pos[head] == "PROPN" and view.ent[head] not in ("GPE", "LOC", "FAC")
    return named or view.ent[head] == "PERSON" or view.lower[head] in ("him", "her", "them")


def _judge(view: QuoteTable, a: int, last: int) -> Span | None:
    """Who it is that something is so to: "For Lopes, it was"."""
    comma = next((j for j in range(a, last) if view.comma(j)), a)
    person = comma > a + 1 and _is_person(view, comma - 1)
    return (a + 1, comma - 1) if person and view.lower[a] in ("for", "to") else None


def _owner(view: QuoteTable, a: int, last: int) -> Span:
    """The words a..last, or whose words they are ("Keller's answer to the town", "in the words of Keller")."""
    if view.lower[a : a + 4] == _IN_THE_WORDS and a + 3 < last:
        return a + 4, last
    for noun in range(last, a, -1):
        owner = view.child(noun, "poss")
        if owner is not None and view.lemma[noun] in words("nouns") | words("documents") | _REACTIONS:
            return phrase(view, owner, noun) or (a, last)
    return a, last


def _is_named(view: QuoteTable, cue: Cue) -> bool:
    """'A club called "Palestra"', 'the law, dubbed "the decree"': a name, unless somebody gives it ("dubbed by")."""
    helped = view.child(cue.verb, "auxpass", "agent") is not None
    return cue.passive and view.lemma[cue.verb] in ("call", "dub") and not helped


def _remark(view: QuoteTable, quoted: Quoted) -> Source | None:
    """'Lopes's "basket case" remark drew laughter', 'his "let them wait" comment': whose remark it was has said it."""
    noun = quoted.close + 1
    said = noun < len(view.lower) and (view.lemma[noun] in words("nouns") or view.lemma[noun] in _REMARKS)
    before = quoted.open - 1
    if not said or before < 0 or is_title(view, quoted):
        return None
    if view.tag[before] == "PRP$":
        return Source((before, before), (noun, noun), "remark")
    owner = view.head[before]
    if view.tag[before] != "POS" or owner >= before:
        return None
    who = phrase(view, owner, before)
    return Source((who[0], min(who[1], before - 1)), (noun, noun), "remark") if who is not None else None


def _cries(view: QuoteTable, quoted: Quoted) -> Source | None:
    """'The crowd broke into chants of "Out!"', 'There were cries of "Shame!" from the gallery'."""
    noun = quoted.open - 2
    if noun < 0 or view.lower[noun + 1] != "of" or view.lemma[noun] not in _CRIES or is_title(view, quoted):
        return None
    verb = view.head[view.head[noun]] if view.dep[noun] == "pobj" else view.head[noun]
    whence = quoted.close + 1
    giver = view.child(whence, "pobj") if view.lower[whence : whence + 1] == ["from"] else None
    if giver is not None:
        return Source(phrase(view, giver, whence), (noun, noun), "lead-words")
    kid = view.subject(verb) if view.tag[verb] in FINITE and not is_passive(view, verb) else None
    led = view.lower[view.head[noun]]  # "broke into chants", "greeted him with chants", but "left to cries of"
    many = kid is not None and (view.tag[kid] == "NNS" or view.lower[kid] in _CROWDS)
    speaks = kid is not None and kid < noun and (led == "into" or (led == "with" and many))
    return Source(phrase(view, kid, verb) if speaks and kid is not None else None, (noun, noun), "lead-words")


def cue_bare(view: QuoteTable, a: int, quoted: Quoted, cues: dict[int, Cue]) -> Source | None:
    """A cue right before the mark, with no comma: "called it" needs more, "he denounced" does not."""
    v = quoted.open - 1
    while v > a and view.lower[v] in _LINKS:
        v -= 1
    cue = cues.get(v) or next((cues[w] for w in (v - 1,) if w in cues and cues[w].last == v), None)
    if (source := _remark(view, quoted) or _cries(view, quoted)) is not None:
        return source
    if view.lower[max(v - 2, a) : v + 1] == ["with", "the", "words"]:
        return _with_the_words(view, v, quoted)
    if cue is None and (source := _with_a(view, a, quoted)) is not None:
        return source
    spoken = v == quoted.open - 1 and view.lemma[v] in _ONLY_WORDS
    named = cue is not None and cue.passive and view.lemma[cue.verb] in ("call", "dub", "title")
    if cue is None or v < a or (is_title(view, quoted, stopped=named) and not spoken) or _is_named(view, cue):
        return None
    return Source(_cue_subject(view, cue, a), (cue.first, cue.last), "lead-bare")
