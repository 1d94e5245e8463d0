"""Reported speech: what a reporting verb says without marks, or with only part of it in marks."""

from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import organisation_nouns, role_nouns
from pipeline.quotes.clause_span import CLOSERS, NOUN_OPENERS, clause_span, is_bounded, takes_clause, that_clause
from pipeline.quotes.cues import Cue, Report, Source, verb_at
from pipeline.quotes.extent import stretch
from pipeline.quotes.hearers import clause_start, opens_phrase
from pipeline.quotes.no_reports import is_nobodys, is_things, no_report
from pipeline.quotes.object_quotes import content_object
from pipeline.quotes.other_verbs import before_holders_verb, before_relay
from pipeline.quotes.quote_table import FINITE, QuoteTable, Span, is_unmarked
from pipeline.quotes.shared_subject import shared_subject
from pipeline.quotes.speaker_phrase import subject
from pipeline.quotes.word_order import before_verb, behind_aside

_NOT_SAID = frozenset(("as", "after", "while", "before", "because", "since", "until", "when", "though", "although"))
# Behind these a bare clause may begin with anything, behind other verbs only with a plain noun phrase.
_BARE = frozenset(("say", "tell", "ask", "add", "insist", "argue", "claim", "warn", "note", "repeat", "acknowledge"))
_NEVER_BARE = frozenset(("cite", "quote", "order", "charge", "rule", "request", "urge", "write", "post", "report"))
_PLAIN = frozenset(("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "AUX", "VERB", "PART"))
_PAST_HELPERS = frozenset(("have", "has", "had", "did", "does"))
_PERSONS = frozenset(("he", "she", "they", "it", "we", "i"))
_BENCHES = frozenset(("court", "jury", "inquest", "tribunal", "hearing", "inquiry", "jurors", "magistrates"))
_ASIDE = 9  # words of a plain noun phrase
_LONG_ASIDE = 22  # words of what stands in commas behind it
_LOOSE_REACH = 14


def reported(view: QuoteTable, cue: Cue, begin: int, stop: int) -> Report | None:
    """What stands behind the cue and is reported by it, within begin..stop (one sentence)."""
    if no_report(view, cue):
        return None
    opened = view.tag[cue.last + 1 : cue.last + 2]
    if view.lemma[cue.verb] == "ask" and opened and opened[0][0:1] == "W" and view.comma(cue.last + 2):
        return None  # "The mayor, when asked why, said"
    whole = before_holders_verb(view, cue, stop)
    stop = before_relay(view, cue, whole)
    right = _right(view, cue, stop) or _behind_phrase(view, cue, stop) or _loose(view, cue, stop)
    right = right or content_object(view, cue, stop) or (_relayed(view, cue, stop) if stop < whole else None)
    if right is None:
        return None
    piece, rule = right
    if "b" in cue.entry.flags and is_unmarked(view, piece):
        return None  # belief is no quote, unless words are given
    who = _speaker(view, cue, begin)
    if is_nobodys(view, cue, who, piece) or is_things(view, cue, who, piece, rule):
        return None
    return [piece], Source(who, (cue.first, cue.last), rule)


def _relayed(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """All that stands between "said" and the comma before who relays it, whatever the parse hung it on."""
    piece = (cue.last + 1, stop - 2)
    clause = any(view.tag[j] in FINITE for j in range(piece[0], piece[1] + 1))
    bare = view.lemma[cue.verb] in ("say", "add", "claim") and not view.comma(piece[0])
    return (piece, "loose") if bare and clause and not cue.passive else None


def _speaker(view: QuoteTable, cue: Cue, begin: int) -> Span | None:
    who = behind_aside(view, begin, cue) or shared_subject(view, cue, begin) or subject(view, cue.verb)
    if who is not None and who[1] < begin < cue.first and view.tag[cue.verb] in FINITE:  # of the sentence before
        who = before_verb(view, begin, cue) or who
    helped = view.lower[cue.first] in _PAST_HELPERS  # "have complained"
    if who is None and not cue.passive and (view.tag[cue.verb] in FINITE or helped):
        return before_verb(view, begin, cue)
    return who


def _right(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """Content behind the verb: a clause or an infinitive of the parse, else the word "that"."""
    flags = cue.entry.flags
    for kid in view.children[cue.verb]:
        if kid < cue.last or kid >= stop:
            continue
        clause = view.dep[kid] == "ccomp" or (view.dep[kid] == "xcomp" and _has_own_subject(view, kid))
        clause = clause or (cue.passive and view.dep[kid] == "advcl" and _is_asked(view, cue, kid))
        clause = clause or _is_led(view, cue, kid)
        if clause and takes_clause(view, cue) and _finite(view, kid) and not _adjunct(view, kid):
            if _wondered(view, cue, kid):
                continue
            return clause_span(view, cue, kid, stop), "clause"
        if view.dep[kid] in ("xcomp", "ccomp") and "i" in flags and not cue.passive and _is_infinitive(view, kid):
            first, last = clause_span(view, cue, kid, stop)
            return (_promised(view, cue, first), last), "infinitive"
    found = _gerund(view, cue, stop) or that_clause(view, cue, stop)
    return found or _behind_hearer(view, cue, stop) or _told_of(view, cue, stop)


def _promised(view: QuoteTable, cue: Cue, first: int) -> int:
    """ "promised | a million jobs to end the slump": what is promised is part of it, whom it is promised is none."""
    kid = view.child(cue.verb, "dobj")
    promised = view.lemma[cue.verb] in ("promise", "pledge", "vow") and kid is not None and cue.last < kid < first
    if kid is None or not promised or view.pos[kid] != "NOUN":
        return first
    heard = view.lemma[kid] in role_nouns() or view.lower[kid] in words("hearers") | organisation_nouns().keys()
    return first if heard else view.left_edge(kid)


def _gerund(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """ "denied taking bribes", "admitted to having met him"; "denied growing debts" has no verb behind the first."""
    if "g" not in cue.entry.flags or cue.passive:
        return None
    first = cue.last + 1 + (view.lower[cue.last + 1 : cue.last + 2] == ["to"])
    verb = first + (first < stop and view.pos[first] in ("ADV", "PART"))
    if verb + 1 >= stop or view.tag[verb] != "VBG" or view.dep[verb] in ("amod", "compound", "prep"):
        return None
    if view.lemma[verb] in _NEVER_BARE:  # "press reports citing sources"
        return None
    return (first, stretch(view, first, min(view.right_edge(verb), stop - 1), stop)), "gerund"


def _behind_hearer(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """ "told the tribunal he had no memory": the parse sees a tribunal that he had, but the clause lacks nothing."""
    hearer = view.child(cue.verb, "dobj")
    if hearer is None or cue.passive or not {"o", "c"} <= cue.entry.flags or view.comma(hearer + 1):
        return None
    clause = next((kid for kid in view.children[hearer] if kid > hearer and view.dep[kid] == "relcl"), None)
    first = view.subject(clause) if clause is not None else None
    if clause is None or first != hearer + 1 or view.lower[first] not in _PERSONS or view.tag[clause] not in FINITE:
        return None
    whole = view.child(clause, "dobj", "acomp", "attr", "ccomp", "xcomp") is not None or view.pos[clause] == "AUX"
    if not whole and view.pair_number[min(clause + 1, stop - 1)] < 0:
        return None
    return (first, stretch(view, first, min(view.right_edge(clause), stop - 1), stop)), "clause"


def _told_of(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """ "The court was told Reid, of Ulm, stole a van": who was told has no object, so that it begins a clause."""
    kid = view.child(cue.verb, "dobj")
    if not cue.passive or view.lemma[cue.verb] != "tell" or kid is None or kid < cue.last or view.pos[kid] == "PRON":
        return None
    first = view.left_edge(kid)
    verb = next((j for j in range(kid + 1, stop) if view.tag[j] in ("VBD", "VBN") and view.dep[j] != "relcl"), None)
    return ((first, stretch(view, first, verb, stop)), "clause") if verb is not None and first > cue.last else None


def _is_led(view: QuoteTable, cue: Cue, kid: int) -> bool:
    """ "said because of the strike, trains would stop": right behind the cue a phrase opens what the cue reports."""
    first = view.left_edge(kid)
    unmarked = view.dep[kid] == "advcl" and view.child(kid, "mark") is None and view.subject(kid) is not None
    return unmarked and first == cue.last + 1 and view.dep[first] == "prep"


def _is_asked(view: QuoteTable, cue: Cue, kid: int) -> bool:
    """ "Asked by Reid if it was late": the parse sees a condition."""
    opens = any(view.dep[j] == "mark" and view.lower[j] in ("if", "whether") for j in view.children[kid])
    return view.lemma[cue.verb] == "ask" and opens


def _has_own_subject(view: QuoteTable, kid: int) -> bool:
    """ "told investors on Thursday it had set aside": a finite clause with its subject, whatever the parse calls it."""
    kids = view.children[kid]
    subject_at = view.child(kid, "nsubj", "nsubjpass")
    return subject_at is not None and any(view.tag[j] in FINITE and subject_at < j <= kid for j in [*kids, kid])


def _adjunct(view: QuoteTable, kid: int) -> bool:
    """A clause of time or reason that the parse took for content ("he said as some booed")."""
    return any(view.lower[j] in _NOT_SAID for j in view.children[kid] if view.dep[j] in ("mark", "advmod") and j < kid)


def _wondered(view: QuoteTable, cue: Cue, kid: int) -> bool:
    """ "the court hears how it fell": a finding is a that-clause."""
    wh = any(view.tag[j] in ("WRB", "WP", "WDT") for j in view.children[kid])
    bench = view.subject(cue.verb)
    if view.lower[cue.verb] == "heard" and view.lower[cue.last + 1 : cue.last + 2] == ["how"] and bench is not None:
        return view.lower[bench] not in _BENCHES  # "the court heard how he had fallen"
    return wh and not cue.entry.flags & set("cw")


def _finite(view: QuoteTable, kid: int) -> bool:
    """ "declared himself a winner" has a clause only in the parser's eyes."""
    if view.tag[kid] == "VBN" and view.child(kid, "nsubj") is not None:
        return True  # a past tense in all but its tag: "said the crates held shoes"
    if view.tag[kid] in FINITE or any(view.tag[j] in FINITE or view.lower[j] == "that" for j in view.children[kid]):
        return True
    return any(view.tag[j] in ("WRB", "WP", "WDT") or view.lower[j] in ("whether", "if") for j in view.children[kid])


def _is_infinitive(view: QuoteTable, i: int) -> bool:
    return any(view.tag[kid] == "TO" for kid in view.children[i])


def _behind_phrase(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """ "told reporters because of the strike, trains would run late": a phrase opens the clause behind the hearers."""
    told = clause_start(view, cue, stop)
    if told is None and "c" in cue.entry.flags and not cue.passive and cue.last + 1 < stop:
        told = cue.last + 1  # "added under the deal, both would wait"
    if told is None or not opens_phrase(view, told, stop):
        return None
    verb = next(j for j in range(told, stop) if view.tag[j] in FINITE)
    verb = view.head[verb] if view.dep[verb] in ("aux", "auxpass") else verb
    return (told, stretch(view, told, min(view.right_edge(verb), stop - 1), stop)), "loose"


def _loose(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """A bare clause the parse did not see: a noun phrase and its finite verb right behind the cue."""
    told = clause_start(view, cue, stop)
    first = cue.last + 1 if told is None else told
    if "c" not in cue.entry.flags or cue.passive or first >= stop or view.lower[first] in CLOSERS | _NOT_SAID:
        return None
    bare = view.lemma[cue.verb] in _BARE
    if view.lemma[cue.verb] in _NEVER_BARE or view.tag[cue.verb] in ("VB", "VBN"):
        return None
    if _is_gap(view, cue, first):
        return (first, stretch(view, first, min(view.right_edge(first), stop - 1), stop)), "gap"
    plain = view.pos[first] in NOUN_OPENERS and view.ent[first] not in ("DATE", "TIME")
    if view.pair_number[first] >= 0 or not (plain or told is not None):
        return None
    aside = _aside(view, first, stop) if told is not None or "o" not in cue.entry.flags else range(0)
    for j in range(first + 1, min(first + _LOOSE_REACH + len(aside), stop)):
        if j in aside:
            continue
        if _is_past(view, cue, j):
            return (first, stretch(view, first, min(view.right_edge(j), stop - 1), stop)), "loose"
        if _is_no_clause(view, j, bare=bare):
            return None
        if view.tag[j] in FINITE and (view.dep[j] not in ("relcl", "acl") or (aside and j == aside.stop)):
            bounded = is_bounded(view, cue) and bool(aside)
            last = stretch(view, first, min(view.right_edge(j), stop - 1), stop, bounded=bounded)
            return ((first, last), "loose") if last >= j or not aside else None
    return None


def _is_past(view: QuoteTable, cue: Cue, j: int) -> bool:
    """ "says a man left the town": what is said is no thing, so that what seems its participle is the clause's verb."""
    kid = view.subject(cue.verb)
    said = view.lemma[cue.verb] == "say" and kid is not None and kid < cue.verb and view.dep[j] == "acl"
    return said and view.tag[j] in ("VBD", "VBN") and not view.comma(j - 1) and view.lower[j + 1] not in ("by", ".")


def _is_no_clause(view: QuoteTable, j: int, *, bare: bool) -> bool:
    """Whether token j cannot stand between the beginning of a bare clause and its verb."""
    if view.lower[j] in CLOSERS or view.tag[j] in ("WDT", "WP", "WRB", "CC"):
        return True
    if view.dep[j] == "mark" and view.lower[j] in _NOT_SAID:  # "told the paper before he left"
        return True
    return not bare and (view.tag[j] in ("VBG", "TO") or view.pos[j] not in _PLAIN)


def _is_gap(view: QuoteTable, cue: Cue, first: int) -> bool:
    """ "which they say left a gap": the verb behind the cue has its subject before it."""
    gap = view.dep[cue.verb] in ("relcl", "ccomp", "parataxis")
    return gap and (view.tag[first] in FINITE or (view.tag[first] == "VBN" and view.dep[cue.verb] == "parataxis"))


def _aside(view: QuoteTable, first: int, stop: int) -> range:
    """The tokens of ", built in 1960," between the first noun phrase behind the cue and its verb, commas included."""
    opened = next((j for j in range(first + 1, min(first + _ASIDE, stop)) if view.comma(j)), stop)
    reach = range(opened + 1, min(opened + _LONG_ASIDE, stop - 1))
    closed = next((j for j in reach if view.comma(j) and view.tag[j + 1] in FINITE), stop)
    if closed == stop or verb_at(view, closed + 1) is not None:
        return range(0)
    plain = not any(view.tag[j] in FINITE for j in range(first, opened))
    relative = view.tag[opened + 1] in ("WDT", "WP", "VBN", "VBG", "DT", "IN", "CD")
    return range(opened, closed + 1) if plain and relative else range(0)
