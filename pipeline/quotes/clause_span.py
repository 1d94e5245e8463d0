"""The bounds of a clause that a verb of saying reports: what opens it, and where another's words begin."""

from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import Cue, verb_at
from pipeline.quotes.extent import stretch
from pipeline.quotes.hearers import clause_start
from pipeline.quotes.quote_table import FINITE, QuoteTable, Span

CLOSERS = frozenset((",", ".", ";", ":", "!", "?", "--", "–", "—", "…", "...", ")", "("))
NOUN_OPENERS = frozenset(("PROPN", "PRON", "DET", "NOUN", "NUM", "ADJ"))
_WH = frozenset(("that", "whether", "if", "why", "how"))
_THAT_REACH = 25
_DAY_OPENERS = frozenset(("on", "in", "at", "late", "early", "earlier", "later"))
_JUDGES = frozenset(("judge", "justice", "magistrate", "coroner", "recorder", "sheriff", "jurors", "judges"))
_SPANS = frozenset(("past", "last", "next", "coming", "previous", "following"))
_OPENS_SUBORDINATE = frozenset(("while", "although", "though", "whereas"))


def clause_span(view: QuoteTable, cue: Cue, kid: int, stop: int) -> Span:
    """The clause under kid as the cue reports it, "that" included."""
    first = max(view.left_edge(kid), cue.last + 1)
    has_subject = view.child(kid, "nsubj", "nsubjpass", "expl", "csubj") is not None
    opening = next((j for j in range(first, kid + 1) if view.tag[j] in FINITE or view.pos[j] != "PUNCT"), kid)
    torn = first - 1 > cue.last and view.comma(first - 1) and "o" not in cue.entry.flags  # "said a law, if new, would"
    if not has_subject and (view.tag[opening] in FINITE or view.comma(first) or torn):
        first = cue.last + 1  # the parse took the subject for the object of the verb of saying
    if first - 1 > cue.last and (view.lower[first - 1] == "that" or view.pair_number[cue.last + 1] >= 0):
        first = first - 1 if view.lower[first - 1] == "that" else cue.last + 1
    if view.pos[first] == "ADV" and view.lower[first + 1] == "that":  # "said only that"
        first += 1
    first = next((j for j in range(cue.last + 1, first) if _opens_clause(view, j, first)), first)
    mark = view.child(kid, "mark")
    if mark is not None and mark > first and view.lower[mark] == "that" and view.pair_number[mark] < 0:
        first = mark  # "told the paper before he left that it was late"
    first = _with_term(view, cue, _after_day(view, first, view.subject(kid)))
    told = clause_start(view, cue, stop)
    if told is not None and told <= kid:
        first = told
    if view.comma(first):  # "that sometime in the week that followed, he saw": the parse lost what opens the clause
        led = cue.last + 1 if view.pos[cue.last + 1] in ("ADP", "SCONJ", "VERB", "ADV", "PUNCT") else first + 1
        first = next((j for j in range(cue.last + 1, first) if view.lower[j] == "that"), led)
    end = min(_behind_aside(view, cue, kid), stop - 1)
    last = _before_main_verb(view, cue, first, end)
    if last is not None:
        return first, last
    return first, stretch(view, first, end, stop, bounded=is_bounded(view, cue))


def _behind_aside(view: QuoteTable, cue: Cue, kid: int) -> int:
    """The end of "that the airport, closed since Friday, | would reopen": the parse takes the participle for the verb.

    The real one stands behind the second comma, hangs on the cue and has no subject of its own.
    """
    end = view.right_edge(kid)
    aside = view.comma(kid - 1) and view.tag[kid] in ("VBD", "VBN") and end + 2 < len(view.lower)
    if not aside or not view.comma(end + 1) or view.tag[end + 2] not in FINITE:
        return end
    verb = view.head[end + 2] if view.dep[end + 2] in ("aux", "auxpass") else end + 2
    return view.right_edge(verb) if view.head[verb] == cue.verb and view.subject(verb) is None else end


def _before_main_verb(view: QuoteTable, cue: Cue, first: int, last: int) -> int | None:
    """ "Reid, who says the road should close, told the paper": the verb behind the comma is not what he says."""
    who = view.subject(cue.verb)
    relative = who is not None and view.lower[who] in ("who", "which") and view.comma(who - 1)
    if not relative or view.dep[cue.verb] != "relcl":
        return None
    return next(
        (
            j - 1
            for j in range(first + 1, last)
            if view.lower[j] == "," and view.tag[j + 1] in FINITE and (view.subject(j + 1) or 0) < cue.verb
        ),
        None,
    )


def _opens_clause(view: QuoteTable, j: int, first: int) -> bool:
    """Whether j is the "that" of the clause whose first token, by the parse, is first ("that bear sightings were")."""
    if view.lower[j] != "that" or view.tag[j] == "DT":
        return False
    return view.tag[j] == "IN" or (first - j == 2 and view.pos[first] == "NOUN")


def _after_day(view: QuoteTable, first: int, subject_at: int | None) -> int:
    """ "said on Monday it would": with no "that" before it, the day tells when it was said."""
    j = first + (view.lower[first] in _DAY_OPENERS)
    j += first < j < len(view.lower) and view.lower[j] in _DAY_OPENERS  # "late on Friday"
    stop = view.left_edge(subject_at) if subject_at is not None else j
    while j < stop and view.ent[j] in ("DATE", "TIME"):
        j += 1
    days = any(view.ent[k] in ("DATE", "TIME") for k in range(first, j))
    return j if days and not view.comma(j) else first


def _with_term(view: QuoteTable, cue: Cue, first: int) -> int:
    """ "said | by 2030 half of all cars would", "said | in the past year the mill had": no day on which it was said."""
    led = cue.last + 1
    if led + 1 < first and view.comma(first - 1) and view.lower[led] in ("despite", "under", "until", "given"):
        return led  # "said despite the rain, all matches were played"
    if not led + 1 < first or view.lower[led] not in ("by", "in", "over", "within"):
        return first
    term = view.lower[led] == "by" or (view.lower[led + 1] == "the" and view.lower[led + 2] in _SPANS)
    dated = all(view.ent[j] in ("DATE", "TIME") or view.lower[j] == "the" for j in range(led + 1, first))
    return led if term and dated and view.lower[first] != "that" else first


def is_bounded(view: QuoteTable, cue: Cue) -> bool:
    """Whether the cue stands in a subordinate clause, by its place in the parse or by the word that opens it."""
    if view.dep[cue.verb] == "advcl":
        return view.tag[cue.verb] in FINITE | {"VBN"}
    opens = view.child(cue.verb, "mark", "advmod")
    return opens is not None and opens < cue.verb and view.lower[opens] in _OPENS_SUBORDINATE


def takes_clause(view: QuoteTable, cue: Cue) -> bool:
    """Verbs of finding report only if a report or a court is their subject."""
    if cue.entry.flags & set("cw"):
        return True
    kid = view.child(cue.verb, "nsubj")
    if "f" not in cue.entry.flags or kid is None:
        return False
    return view.lemma[kid] in words("reports") or any(view.lower[j] in _JUDGES for j in (kid, *view.children[kid]))


def that_clause(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """The word "that" soon after the verb opens a clause, whatever the parse made of it."""
    if "f" in cue.entry.flags and not takes_clause(view, cue):
        return None
    if view.lemma[cue.verb] == "put" and view.lower[cue.last + 1] not in ("to", "that"):
        return None  # "put it to him that", but not "put it in the drawer that"
    reach = _THAT_REACH if "c" in cue.entry.flags else 2
    asked = not cue.passive or view.lemma[cue.verb] == "ask"  # "asked by Reid whether"
    topic = view.lemma[cue.verb] != "ask" and not cue.entry.preps.isdisjoint(view.lower[cue.last + 1 : cue.last + 2])
    # "warned of strikes if the firm refused"
    opening = _WH if "w" in cue.entry.flags and asked and not topic else frozenset(("that",))
    for j in range(cue.last + 1, min(cue.last + reach, stop - 2)):
        if view.pair_number[j] >= 0:  # a "that" in marks is part of what they hold
            continue
        if _ends_search(view, cue, j) or _hangs_on_object(view, cue, j) or _answers(view, cue, j):
            break
        if view.tag[j] in FINITE or view.tag[j] == "VB":  # "asked him to check whether": the check will tell
            opening = opening & {"that"}
        if view.tag[j] == "DT" and "c" not in cue.entry.flags:  # "smiled that smile of hers"
            break
        if view.lower[j] == "that" and view.tag[j] == "DT" and view.pos[j - 1] == "ADP":  # "be added to that list"
            break
        if view.lower[j] in opening and (
            view.tag[j] == "IN" or view.pos[j + 1] in NOUN_OPENERS or view.lower[j] == "how"
        ):
            last = view.right_edge(view.head[j]) if view.head[j] > j else j + 1
            return (j, stretch(view, j, min(last, stop - 1), stop, bounded=is_bounded(view, cue))), "that"
    return None


def _hangs_on_object(view: QuoteTable, cue: Cue, j: int) -> bool:
    """ "requested an inquiry into letters that he had burned": the clause says which letters, and nobody is told."""
    kid = view.child(cue.verb, "dobj")
    relative = view.lower[j] == "that" and view.dep[j] != "mark" and "o" not in cue.entry.flags
    return relative and kid is not None and view.pos[kid] == "NOUN" and cue.verb < kid < j


def _answers(view: QuoteTable, cue: Cue, j: int) -> bool:
    """ "responded to a report that the club is broke": what the report says is not the answer."""
    to = cue.last + 1
    answered = view.lemma[cue.verb] in ("respond", "reply", "react") and view.lower[to] == "to" and j > to + 1
    return answered and view.lower[j] == "that" and view.lemma[j - 1] in words("nouns")


def _ends_search(view: QuoteTable, cue: Cue, j: int) -> bool:
    """A mark, or a verb to which the next "that" belongs; a verb that takes no clause leaves it to the cue.

    "His decision to recall the envoy has led to talk that": the verb has a subject that holds the cue.
    """
    entry = verb_at(view, j)
    if view.lower[j] in CLOSERS or (entry is not None and not (entry.flags <= {"d"} and not entry.preps)):
        return True
    kid = view.subject(view.head[j] if view.dep[j] == "aux" else j) if view.tag[j] in FINITE else None
    loose = view.tag[cue.verb] == "VBG" or view.lower[cue.verb - 1] == "to"
    return loose and kid is not None and kid < cue.first
