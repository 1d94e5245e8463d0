"""Sources without a reporting verb: "according to", nouns of saying, and a name with a colon."""

from pipeline.lexicon import names
from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import organisation_nouns, role_nouns
from pipeline.quotes.cues import Report, Source
from pipeline.quotes.extent import stretch
from pipeline.quotes.narrator import cut, has_clause
from pipeline.quotes.quote_table import FINITE, QuoteTable, Span, phrase
from pipeline.quotes.speaker_phrase import subject

_HANGING = frozenset(("because", "which", "that", "who", "where", "when", "if", "whether", "as", "while", "since"))
_NEW = frozenset(("and", "but", "while", "which", "who", "though", "although", "so", "or", "where", "as", "when"))
_UNSPEAKING = frozenset(("EVENT", "DATE", "TIME"))
_VOICES = frozenset(("camp", "side", "family", "insider", "team"))  # who speaks in titles, besides persons and bodies
_FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))
_LONGEST_APPOSITION = 30  # tokens
_COUNTED = frozenset(
    (
        "figure",
        "datum",
        "estimate",
        "account",
        "record",
        "study",
        "survey",
        "poll",
        "analysis",
        "calculation",
        "research",
    )
)
_HOW_SPOKEN = frozenset(("speak", "talk", "write", "cite", "quote", "ask", "request", "decline", "refuse"))
# What is told of a report between commas: "filed in May", "seen by the paper".
_MADE = frozenset(
    ("published", "filed", "seen", "obtained", "released", "issued", "compiled", "commissioned", "reviewed", "written",
     "dated", "leaked", "submitted")
)  # fmt: skip
_REACH = 10  # words from "forecast that" to its modal verb
_LIGHT = frozenset(("make", "issue", "repeat", "release", "reiterate", "send", "give", "offer", "deliver", "write"))


def according_to(view: QuoteTable, i: int, begin: int, stop: int) -> Report | None:
    """ "According to X, ..." or "..., according to X": the rest of the sentence."""
    if view.lower[i] != "according" or i + 2 >= stop or view.lower[i + 1] != "to":
        return None
    who = _object(view, i + 1, stop)
    if who is None:
        return None
    source = _author(view, who)
    if i == begin:
        who = _with_appositions(view, _before_comma(view, who), stop)
    left = (begin, _back(view, i - 1, begin))
    left = _behind_announcement(view, left)
    right = who[1] + 1
    while right < stop and view.lower[right] in (",", "–", "—", "--", ":"):
        right += 1
    whole = left[1] - begin >= 2 or (left[1] > begin and has_clause(view, left)) or _is_subject(view, left, right, stop)
    pieces = [left] if whole and view.lower[left[1]] not in _HANGING else []
    apart = right > who[1] + 1 or (i == begin and right < stop and view.pos[right] in ("DET", "PRON", "PROPN"))
    if i > begin and not view.comma(i - 1) and right < stop and view.tag[right] in FINITE:
        return None  # "the only one of its kind according to its makers, is late"
    if stop - right > 2 and apart and not (pieces and not _goes_on(view, right, stop)):
        pieces.append((right, cut(view, right, stop - 1)))
    return (pieces, Source(source or who, (i, i + 1), "according-to")) if pieces else None


def _behind_announcement(view: QuoteTable, left: Span) -> Span:
    """'Again the old theme: "It is late," according to Reid': the marks hold all that he says."""
    number = view.pair_number[left[1]] if left[1] >= left[0] else -1
    if number < 0 or view.lower[view.pairs[number].open - 1] != ":" or view.pairs[number].open <= left[0]:
        return left
    return view.pairs[number].open, left[1]


def _is_subject(view: QuoteTable, left: Span, right: int, stop: int) -> bool:
    """Whether a short piece before the source is the subject of what follows: "Rossi, according to police, fled"."""
    names_something = view.pos[left[1]] in ("NOUN", "PROPN", "PRON")
    return names_something and right < stop and (view.tag[right] in FINITE or view.tag[right] == "MD")


def _author(view: QuoteTable, who: Span) -> Span | None:
    """ "according to her figures": what she has written or counted is her word; a lawyer speaks himself."""
    nouns = [j for j in range(who[0] + 1, who[1] + 1) if view.lemma[j] in words("documents") | _COUNTED]
    owner = view.child(nouns[0], "poss") if nouns else None
    person = owner is not None and (view.tag[owner] == "PRP$" or view.ent[owner] == "PERSON")
    return phrase(view, owner, nouns[0]) if owner is not None and person and owner >= who[0] else None


def _goes_on(view: QuoteTable, right: int, stop: int) -> bool:
    """Whether a clause follows that is said too, and no apposition to the source ("a think tank in Prague").

    Nor how the source spoke: "speaking on condition of anonymity because he had no leave to talk".
    """
    if view.tag[right] == "VBG" and view.lemma[right] in _HOW_SPOKEN:
        return False
    return view.lower[right] not in _NEW and view.tag[right] != "VBN" and has_clause(view, (right, stop - 1))


def _before_comma(view: QuoteTable, who: Span) -> Span:
    """At the head of a sentence the first comma ends the source, unless an apposition with its own comma follows."""
    inside = range(who[0] + 1, who[1] + 1)
    comma = next((j for j in inside if view.comma(j)), None)
    if comma is None:  # "According to Rossi the house was empty"
        fresh = next((j for j in inside if view.pos[j] == "DET" and view.pos[j - 1] == "PROPN"), None)
        return (who[0], fresh - 1) if fresh is not None and not view.comma(who[1] + 1) else who
    if view.comma(who[1] + 1) and view.tag[min(who[1] + 2, len(view.lower) - 1)] not in FINITE:
        return who
    return who[0], comma - 1


def _with_appositions(view: QuoteTable, who: Span, stop: int) -> Span:
    """The source with what it is called between commas: "Ana Lopes, a spokeswoman for the port, the ..."."""
    first, last = who
    while last + 2 < stop and view.lower[last + 1] == ",":
        begin = last + 2
        end = next((j for j in range(begin, min(stop, begin + _LONGEST_APPOSITION)) if view.lower[j] == ","), stop)
        if end + 1 >= stop or not _is_apposition(view, last, begin, end):
            break
        if view.lower[end + 1] in _NEW or not has_clause(view, (end + 1, stop - 1)):
            break
        if any(names.role(view.lower[j]) for j in range(end + 1, min(end + 4, stop))):
            break  # "a doctor, a nurse and a driver were hurt" is a list
        last = end - 1
    return first, last


def _is_apposition(view: QuoteTable, named: int, begin: int, end: int) -> bool:
    """Whether the words say who or what the source is: a role behind a name, a name behind a role, how it came."""
    inside = range(begin, end)
    if view.lower[begin] in _MADE or view.lower[begin : begin + 4] == ["a", "copy", "of", "which"]:
        return not any(view.tag[j] in FINITE for j in range(begin + 4, end) if view.lower[begin] in _MADE)
    if any(view.tag[j] in FINITE for j in inside):
        return False
    if all(view.pos[j] == "PROPN" for j in inside):
        return names.role(view.lower[named])
    noun = next((j for j in inside if view.tag[j] == "NN" and (j + 1 == end or view.tag[j + 1] != "NN")), None)
    return noun is not None and names.role(view.lower[noun]) and view.pos[named] == "PROPN"


def _back(view: QuoteTable, i: int, begin: int) -> int:
    while i >= begin and (view.comma(i) or view.lower[i] in ("and", "but")):
        i -= 1
    return i


def _object(view: QuoteTable, to: int, stop: int) -> Span | None:
    """The noun phrase behind the preposition at to."""
    if view.text[view.start[to + 1]].isupper() and view.tag[to + 1][0:1] == "V":  # "According to Reading the mill"
        return to + 1, next((j for j in range(to + 2, stop) if not view.text[view.start[j]].isupper()), stop) - 1
    kid, name = view.child(to, "pobj"), None
    if kid is None or kid >= stop:
        kid = next((j for j in range(to + 1, stop) if view.pos[j] in ("NOUN", "PROPN", "PRON")), None)
        while kid is not None and kid + 1 < stop and view.dep[kid] == "compound" and view.pos[kid + 1] == "PROPN":
            kid += 1  # to the last name, which the parse may take for the subject of what follows
            name = (to + 1, kid)
    if kid is None:
        return None
    first, last = name or phrase(view, kid, to) or (kid, kid)
    if f"{view.lower[last]}." in words("abbreviations") and last + 2 < stop and view.lower[last + 1] == ".":
        last = next((j for j in range(last + 2, stop) if view.pos[j] != "PROPN"), stop) - 1  # "Supt. Ana Lopes"
    return max(first, to + 1), min(last, stop - 1)


def noun_cue(view: QuoteTable, i: int, begin: int, stop: int) -> Report | None:
    """ "her claim that the roof leaked"; "the report's finding that"; "his answer was that"."""
    if view.lower[i] == "words":
        return _in_words(view, i, begin, stop)
    if view.pos[i] != "NOUN" or view.lemma[i] not in words("nouns"):
        return None
    if (forecast := _forecast(view, i, begin, stop)) is not None:
        return forecast
    that = _that_after(view, i, stop)
    if that is None:
        return None
    verb = view.head[that] if view.head[that] > that else that
    who = _maker(view, i)
    if who is None:
        return None
    last = min(max(view.right_edge(verb), that + 1), stop - 1)
    if view.dep[i] == "ROOT" and view.left_edge(i) == begin and (lost := _lost_verb(view, verb, stop)) is not None:
        return [(that, lost - 1)], Source(who, (i, i), "noun")
    piece = (that, last if view.dep[i].startswith("nsubj") else stretch(view, that, last, stop))
    return [piece], Source(who, (i, i), "noun")


def _forecast(view: QuoteTable, i: int, begin: int, stop: int) -> Report | None:
    """ "The ministry forecast that prices would fall": two nouns to the tagger, but the only verb there is."""
    if view.lower[i : i + 2] != ["forecast", "that"] or view.head[i] != i or i - 1 <= begin:
        return None
    alone = view.dep[i - 1] == "compound" and not any(view.tag[j] in FINITE for j in range(begin, i))
    modal = next((j for j in range(i + 3, min(i + _REACH, stop)) if view.tag[j] in FINITE), None)
    if not alone or modal is None or view.tag[modal] != "MD":
        return None
    last = stretch(view, i + 1, min(view.right_edge(view.head[modal]), stop - 1), stop)
    return [(i + 1, last)], Source((begin, i - 1), (i, i), "noun")


def _lost_verb(view: QuoteTable, verb: int, stop: int) -> int | None:
    """ "His claim that others were to blame | angered many": the parse, which has lost the verb, sees angered many."""
    near = (j for j in range(verb + 1, stop - 1) if view.tag[j] == "VBD" or view.lower[j].endswith("ed"))
    lost = [j for j in near if view.dep[j] in ("amod", "compound") and view.tag[j - 1][0:1] in "VRJN"]
    return lost[-1] if lost and not any(view.comma(j) for j in range(verb, lost[-1])) else None


def _in_words(view: QuoteTable, i: int, begin: int, stop: int) -> Report | None:
    """ "In his words, the treaty is ..."; "in the words of the minister, ..."."""
    who = _maker(view, i, ("of",))
    if view.head[i] == i or view.lower[view.head[i]] != "in" or view.head[i] > begin + 1 or who is None:
        return None
    right = max(i, who[1]) + 1
    if right + 2 >= stop or not view.comma(right):
        return None
    return [(right + 1, stop - 1)], Source(who, (i, i), "in-words")


def _that_after(view: QuoteTable, i: int, stop: int) -> int | None:
    """The "that" or "whether" that opens what the noun says: right behind it, behind "by X", or behind "was"."""
    for j in range(i + 1, min(i + 9, stop - 2)):
        if view.lower[j] in ("that", "whether") and view.dep[j] == "mark":
            return j
        if view.tag[j] in FINITE and not (view.lemma[j] == "be" and view.head[i] == j):
            return None
        if view.pos[j] in ("VERB", "CCONJ") or view.lower[j] in (".", ";", ":"):
            return None
    return None


def _maker(view: QuoteTable, i: int, by_words: tuple[str, ...] = ("by", "from")) -> Span | None:
    """Whose saying it is: possessor, "by X", "from X", or the subject of "made", "issued", "repeated"."""
    owner = view.child(i, "poss")
    if owner is not None and view.ent[owner] in ("DATE", "TIME"):  # "Wednesday's ruling"
        return None
    if owner is not None:
        return phrase(view, owner, i)
    for kid in view.children[i]:
        if view.lower[kid] in by_words and kid > i and (by := view.child(kid, "pobj")) is not None:
            return phrase(view, by, kid)
    verb = view.head[i]
    return subject(view, verb) if view.dep[i] == "dobj" and view.lemma[verb] in _LIGHT else None


def _can_speak(view: QuoteTable, begin: int, last: int) -> bool:
    """ "Doctors: ward was full" and "Reid: no new taxes", but no event: "Storm Ingrid: three ferries cancelled"."""
    if view.text[view.start[begin] : view.end[begin]] in names.cues("storm") or view.ent[last] in _UNSPEAKING:
        return False
    if view.pos[last] == "PROPN" or view.ent[last] in ("PERSON", "ORG", "NORP"):
        return True
    if any(view.lower[k] == view.lower[last] and view.ent[k] == "PERSON" for k in range(last + 1, len(view.lower))):
        return True  # "Trump: ...", which the tagger takes for a card
    nouns = {view.lower[last], view.lower[last].removesuffix("s"), view.lemma[last].lower()}
    written = words("documents") | words("reports") | words("cited")
    return not nouns.isdisjoint(role_nouns().keys() | organisation_nouns().keys() | written | _VOICES)


def _tells_what_is_answered(view: QuoteTable, first: int, stop: int) -> bool:
    """ "Parking fees: what drivers need to know" names what the article answers; "Reid: why I left" is his own word."""
    if view.tag[first] not in ("WP", "WRB", "WDT") or view.lower[stop - 1] in ("?", "!"):
        return False
    return not any(view.comma(j) or view.lower[j] in _FIRST_PERSON for j in range(first, stop))


def _is_given_name(view: QuoteTable, i: int) -> bool:
    return names.given_name(view.text[view.start[i] : view.end[i]])


def _ended(view: QuoteTable, i: int) -> bool:
    """Whether a sentence ends at i, or a quotation with its stop inside."""
    return view.lower[i] in (".", "!", "?") or view.pair_number[i] >= 0


def headline(view: QuoteTable, begin: int, stop: int) -> Report | None:
    """ "Minister: no new taxes" as a title or a short line of its own."""
    if not view.ends_block(stop - 1) or (view.lower[stop - 1] == "." and stop == len(view.lower)):
        return None
    if begin and view.block_number[begin - 1] == view.block_number[begin] and _ended(view, begin - 1):
        return None
    for j in range(begin + 1, min(begin + 7, stop - 3)):
        if view.lower[j] == ":":
            if view.tag[begin] in ("VBG", "IN") and j > begin + 1 and not _is_given_name(view, begin):
                return None  # "Taking on Reid: can the dam be saved?"
            label = view.text[view.start[begin] : view.end[j - 1]].lower() in words("labels")
            place = any(view.ent[k] in ("GPE", "LOC") for k in range(begin, j))
            named = not (label or place) and any(view.pos[k] in ("PROPN", "NOUN") for k in range(begin, j))
            named = named and _can_speak(view, begin, j - 1) and not _tells_what_is_answered(view, j + 1, stop)
            return ([(j + 1, stop - 1)], Source((begin, j - 1), (j, j), "headline")) if named else None
        if view.tag[j][0:1] == "V" or view.pair_number[j] >= 0 or view.lower[j] in (",", ";"):
            return None
    return None
