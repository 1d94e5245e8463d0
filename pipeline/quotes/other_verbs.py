"""Where the sentence goes on with another verb than that of what is reported: that of its holder, or who relays it."""

from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import Cue
from pipeline.quotes.quote_table import FINITE, QuoteTable

_HELPERS = frozenset(("aux", "auxpass", "neg", "advmod"))
_RELAYING = frozenset(("reported", "reports", "said", "added"))
_DEEPEST = 4  # links from a participle up to the verb of its relative clause
_RELAY = 8  # words of "the state news agency Tass"


def before_holders_verb(view: QuoteTable, cue: Cue, stop: int) -> int:
    """ "A man accused of stealing a van | has told a court", "a nurse who said she was ill | was sacked".

    What hangs on a noun ends where the noun has its verb.
    """
    clause = _relative_above(view, cue.verb)
    noun = view.head[clause]
    who = view.subject(clause)
    relative = view.dep[clause] == "relcl" and who is not None and view.lower[who] in ("who", "that", "which")
    relative = relative and who is not None and not view.comma(who - 1)
    if not relative and not (cue.passive and view.dep[cue.verb] == "acl"):
        return stop
    top = noun
    while view.dep[top] in ("pobj", "prep"):  # "one of the men who said"
        top = view.head[top]
    verb = view.head[top]
    if view.dep[top] not in ("nsubj", "nsubjpass") or verb < cue.verb:
        return _before_loose_verb(view, cue, noun, stop) if relative else stop
    helpers = (kid for kid in view.children[verb] if cue.verb < kid < verb and view.dep[kid] in _HELPERS)
    first = min([*helpers, verb])
    return first if cue.last + 1 < first < stop else stop


def _relative_above(view: QuoteTable, verb: int) -> int:
    """The verb of the relative clause that holds the verb: "who was sacked after telling pupils"; else the verb."""
    top = verb
    for _ in range(_DEEPEST):
        if view.dep[top] not in ("pcomp", "prep", "advcl", "xcomp") or view.head[top] > top:
            break
        top = view.head[top]
    return top if view.dep[top] == "relcl" else verb


def _before_loose_verb(view: QuoteTable, cue: Cue, noun: int, stop: int) -> int:
    """The second finite verb behind "A roofer who told them he was a policeman", which no subject and no link leads.

    The parse has lost the verb of the noun with which the sentence begins.
    """
    if view.left_edge(noun) != view.sentence_start[cue.verb]:
        return stop
    said = next((j for j in range(cue.last + 1, stop) if view.tag[j] in FINITE), stop)
    for j in range(said + 2, stop):
        if view.comma(j) or view.pair_number[j] >= 0:
            return stop
        verb = view.head[j] if view.dep[j] in ("aux", "auxpass") else j
        led = view.tag[j - 1] in ("CC", "WDT", "WP", "IN", "PRP") or view.dep[verb] in ("conj", "relcl")
        if view.tag[j] in FINITE and view.subject(verb) is None and not led:
            return j
    return stop


def before_relay(view: QuoteTable, cue: Cue, stop: int) -> int:
    """ "said the port was shut, | Reuters reported.": who relays it ends the sentence."""
    verb = stop - 2
    if verb <= cue.last or view.lower[verb] not in _RELAYING or view.lower[stop - 1] != ".":
        return stop
    comma = next((j for j in range(verb - 1, max(verb - _RELAY, cue.last), -1) if view.comma(j)), None)
    if comma is None or (words("relays") | words("papers")).isdisjoint(view.lower[comma + 1 : verb]):
        return stop
    return comma + 1
