"""Tags without a verb of saying that the tagger sees: '"No," was her reply'; '"It is late," drawled Lind'."""

from pipeline.lexicon.reporting import verbs, words
from pipeline.lexicon.roles import role_nouns
from pipeline.quotes.cues import UNLISTED, Cue, Source, verb_at
from pipeline.quotes.quote_table import FINITE, Quoted, QuoteTable, is_title, last_word, phrase
from pipeline.quotes.word_order import after_verb

_SUBJECT = 12  # words of the subject of a tag that is told by its verb alone
_QUOTED = 20  # words from "quoted" to "as saying"
_REPLY = 9  # words from "was" to "reply"
# Nouns that are of saying where they have an owner: "was the coach's assessment".
_OWNED = frozenset(
    ("word", "assessment", "summary", "reaction", "retort", "mantra", "description", "opinion", "view", "judgment",
     "judgement", "cry")
)  # fmt: skip
_REPLY_PARTS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"))
_SAID_SO = {
    "how": frozenset(("put", "describe", "sum", "summarise", "summarize", "recall", "remember", "characterise")),
    "what": frozenset(("say", "tell", "shout", "write", "chant", "scream", "yell", "hear", "text", "reply")),
}
_CALLS = frozenset(("shout", "cry", "call", "chant", "roar", "murmur", "voice", "yell", "jeer", "whisper", "refrain"))
_PLAIN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "NUM", "PROPN"))
_MISREAD = frozenset(("NOUN", "PROPN", "ADJ"))
_NAME = 4  # words of a name
_BEHIND_READ = frozenset(("PUNCT", "ADP"))  # what may stand behind "read a banner" and "a banner read"
_INTERRUPTED = frozenset(("chipped", "chimed", "butted", "piped", "weighed", "barged"))


def quotation_before(view: QuoteTable, a: int) -> Quoted:
    """The last quotation that ends before token a."""
    after = a - 1
    while after > 0 and view.pair_number[after] < 0:
        after -= 1
    return view.pairs[view.pair_number[after]]


def promised(view: QuoteTable, a: int) -> bool:
    """Whether the quotation before a ends with a comma, which promises a tag."""
    return view.lower[last_word(view, quotation_before(view, a))] == ","


def opens_sentence(view: QuoteTable, a: int) -> bool:
    """Whether the quotation before a begins its sentence."""
    quoted = quotation_before(view, a)
    return view.sentence_start[quoted.open] == quoted.open


def was_reply(view: QuoteTable, a: int, stop: int) -> Source | None:
    """ "No," was her reply; "No," came the answer from the palace; "No," read a statement by the palace."""
    if view.lower[a] not in ("was", "is", "were", "came", "comes", "went", "read", "reads"):
        return None
    if (said := _all_said(view, a, stop)) is not None:
        return said
    noun = _noun_of_saying(view, a, stop)
    if noun is None:
        return None
    owner = view.child(noun, "poss")
    if view.lemma[noun] in _OWNED and owner is None and view.child(noun, "relcl") is None:  # "the only words he said"
        return None
    givers = [kid for kid in view.children[noun] if kid > noun] + [noun + 1]
    source = next((kid for kid in givers if kid < stop and view.lower[kid] in ("from", "of", "by")), None)
    giver = view.child(source, "pobj") if source is not None else None
    gives = view.child(noun, "relcl")  # "is the answer that Lopes gave"
    doer = view.subject(gives) if gives is not None and gives < stop else None
    who = next((one for one in (owner, giver, doer) if one is not None), None)
    return Source(phrase(view, who, who) if who is not None else None, (a, noun), "tag-noun")


def _noun_of_saying(view: QuoteTable, a: int, stop: int) -> int | None:
    """The noun of "was her reply", "was coach Ana Lopes's verdict" in the phrase behind the verb at a."""
    called = _CALLS if view.lemma[a] == "come" else _OWNED if view.lemma[a] == "be" else frozenset[str]()
    ahead = range(a + 1, min(a + _REPLY, stop))
    end = next((j for j in ahead if view.pos[j] not in _REPLY_PARTS and view.tag[j] != "VBG"), ahead.stop)
    nouns = words("nouns") | words("documents") | called
    return next((j for j in range(a + 1, end) if view.pos[j] == "NOUN" and view.lemma[j] in nouns), None)


def _all_said(view: QuoteTable, a: int, stop: int) -> Source | None:
    """'"What a mess!" was all that Lopes would say', "was how she put it": she has said it, and nothing goes on."""
    opener = view.lower[a + 1] if a + 1 < stop else ""
    saying = verbs().keys() if opener == "all" else _SAID_SO.get(opener)
    if saying is None:
        return None
    verb = next((j for j in range(a + 2, min(a + _SUBJECT, stop)) if verb_at(view, j) is not None), None)
    first = a + 2 + (view.lower[a + 2 : a + 3] == ["that"])
    if verb is None or view.lemma[verb] not in saying:
        return None
    last = next((j for j in range(first, verb) if view.tag[j] in FINITE), verb)
    if last == first:
        return None
    return Source((first, last - 1), (a, verb), "tag-noun")


def read_out(view: QuoteTable, a: int, stop: int) -> Source | None:
    """'"Never again," one banner read', '"Never again," read a banner', whose verb the tagger takes for a noun."""
    if not (promised(view, a) and opens_sentence(view, a)):
        return None
    first = a + 1 if view.lower[a] == "read" else a
    last = first
    while last < stop and view.pos[last] in _PLAIN_PHRASE and view.lower[last] != "read":
        last += 1
    verb = a if first > a else last
    end = last if first > a else last + 1
    if last == first or view.lower[verb : verb + 1] != ["read"] or (verb == a and view.pos[first] != "DET"):
        return None
    if end < stop and view.pos[end] not in _BEHIND_READ and view.tag[end] not in ("VBN", "VBG"):
        return None
    return Source((first, last - 1), (verb, verb), "tag")


def misread(view: QuoteTable, a: int, stop: int) -> Source | None:
    """'"It is late," drawled Lind', '"No," chipped in the mayor': word order tells a verb the tagger did not see."""
    small = view.text[view.start[a]].islower()  # "Ahmed Lopes said" has a verb of its own
    if not (small and view.lower[a].endswith("ed") and promised(view, a) and opens_sentence(view, a) and a + 2 < stop):
        return None
    if is_title(view, quotation_before(view, a)):
        return None
    last = a + (view.lower[a] in _INTERRUPTED and view.lower[a + 1] in ("in", "up"))
    who = last + 1
    named = view.tag[who] in ("NNP", "NNPS") and view.ent[who] not in ("DATE", "TIME")
    role = view.tag[who] == "DT" and any(view.lower[j] in role_nouns() for j in range(who + 1, min(who + 4, stop)))
    if not (named or role or view.lower[who] in ("he", "she", "they")):
        return None
    cue = Cue(a, a, last, UNLISTED, passive=False)
    return Source(after_verb(view, cue, stop), (a, last), "tag-inverted")


def misread_behind_name(view: QuoteTable, a: int, stop: int) -> Source | None:
    """'"It is late," Ana Lopes bellowed.': behind a name, and with a stop at once, any small word is its verb."""
    verb = a
    while verb < min(a + _NAME, stop) and view.text[view.start[verb]].isupper() and view.tag[verb][0:1] in "NJ":
        verb += 1
    if verb == a or verb + 1 >= stop or view.lower[verb + 1] != "." or verb + 2 != stop:
        return None
    plain = view.text[view.start[verb]].islower() and view.lower[verb].isalpha() and view.pos[verb] in _MISREAD
    if not (plain and promised(view, a) and opens_sentence(view, a)) or is_title(view, quotation_before(view, a)):
        return None
    return Source((a, verb - 1), (verb, verb), "tag")


def quoted_as(view: QuoteTable, a: int, stop: int) -> Source | None:
    """'"...," the agency quoted Lopes as saying': hers are the words, by their order; the parse knows no such tag."""
    v = next((j for j in range(a + 1, min(a + _SUBJECT, stop)) if view.lower[j] in ("quoted", "quotes", "cited")), None)
    if v is None or any(view.comma(j) or view.pos[j] in ("VERB", "AUX") for j in range(a, v)):
        return None
    told = next(
        (j for j in range(v + 2, min(v + _QUOTED, stop)) if view.lower[j - 1 : j + 1] == ["as", "saying"]), None
    )
    return Source((v + 1, told - 2), (v, told), "tag") if told is not None and told - 2 > v else None


def used_to(view: QuoteTable, v: int, a: int, cues: dict[int, Cue]) -> bool:
    """'"Mind the dog," the cook used to holler': the parse sees a cook who is used, but the tag has no other verb.

    A knife used to cut ropes stays what it is: its verb is none of saying.
    """
    habit = view.lower[v : v + 2] == ["used", "to"] and view.tag[v + 2 : v + 3] == ["VB"]
    plain = all(view.pos[j] in ("DET", "ADJ", "NOUN", "PROPN", "PRON") for j in range(a, v))
    speaks = view.pos[v - 1] in ("PROPN", "PRON") or view.lower[v - 1] in role_nouns() or v + 2 in cues
    return habit and plain and speaks and promised(view, a)


def is_lone_verb(view: QuoteTable, v: int, a: int, cues: dict[int, Cue]) -> bool:
    """'"Alive!" relatives chanted outside the court.': to the parse relatives who are chanted, and no other verb."""
    noun = view.head[v]
    whole = noun >= a and view.head[noun] == noun and view.left_edge(v) == v == noun + 1
    return whole and v in cues and "d" in cues[v].entry.flags and opens_sentence(view, a)
