"""Verbs of saying that report nothing: what nobody says, what only things tell, and the narrator's own turns."""

from itertools import pairwise

from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import organisation_nouns, role_nouns
from pipeline.quotes.cues import Cue
from pipeline.quotes.quote_table import QuoteTable, Span, is_unmarked

_NOBODY = frozenset(("it", "there", "this", "that"))
_THESE = frozenset(("the", "this", "that", "such", "his", "her", "their", "its"))
_ACCOUNTS = frozenset(
    ("result", "evidence", "footage", "image", "picture", "number", "estimate", "model", "theory", "bill", "law",
     "draft", "plan", "missive", "rule", "reasoning", "research", "science", "history")
)  # fmt: skip
_REJECTING = frozenset(("reject", "deny", "dismiss", "dispute", "rubbish", "refute", "counter", "rebut", "ridicule"))
_NAMED = 6  # words of whose claims they are
_HIDDEN = frozenset(("named", "identified", "quoted"))
_NO_ONE = frozenset(("nobody", "none"))
_OUTCOMES = frozenset(("be", "become", "last", "turn", "remain", "prove", "go"))
_DEGREES = frozenset(("more", "most", "very", "so", "particularly", "especially"))


def no_report(view: QuoteTable, cue: Cue) -> bool:
    """A participle that is the subject of its sentence ("adding routes has helped"), or a word of the narrator's own.

    The narrator finds it "telling that" or "worth noting that", and a request that was denied has said nothing.
    """
    before = view.lower[cue.verb - 1] if cue.verb else ""
    if view.tag[cue.verb] == "VBG":
        judged = view.lemma[cue.verb] == "tell" and (before in _DEGREES or _is_predicate(view, cue))
        opens = not any(view.comma(j) for j in range(max(cue.first - 1, 0), cue.first))
        return before == "worth" or judged or (view.dep[cue.verb] == "csubj" and opens)
    if _asks_for_shelter(view, cue) or _is_noun(view, cue):
        return True
    refused = view.child(cue.verb, "nsubjpass")
    return (
        cue.passive
        and view.lemma[cue.verb] == "deny"
        and refused is not None
        and view.lower[refused] not in _NOBODY | {"which"}
    )


def _is_noun(view: QuoteTable, cue: Cue) -> bool:
    """ "are rejecting government claims that": to the tagger a verb, but who rejects them does not make them."""
    if view.lower[cue.verb] not in ("claims", "reports", "calls", "demands"):
        return False
    v = cue.verb - 1
    while v > 0 and view.tag[v].startswith(("NN", "JJ", "POS", "DT")) and cue.verb - v < _NAMED:
        v -= 1
    return v < cue.verb - 1 and view.lemma[v] in _REJECTING


def _asks_for_shelter(view: QuoteTable, cue: Cue) -> bool:
    """ "An official who asked not to be named": how a source speaks, and nothing that the article is about."""
    if view.lemma[cue.verb] not in ("ask", "request") or cue.passive:
        return False
    behind = view.lower[cue.last + 1 : cue.last + 6]
    if behind[:3] == ["to", "remain", "anonymous"]:
        return True
    return "not" in behind[:3] and any(a == "be" and b in _HIDDEN for a, b in pairwise(behind))


def _is_predicate(view: QuoteTable, cue: Cue) -> bool:
    """ "It is telling that": a thing tells, and nobody is told."""
    kid = view.subject(cue.verb)
    helped = any(view.lemma[j] == "be" for j in view.children[cue.verb] if j < cue.verb)
    return kid is not None and view.lower[kid] in _NOBODY and helped


def is_nobodys(view: QuoteTable, cue: Cue, who: Span | None, piece: Span) -> bool:
    """ "It is fair to say that", "nobody claimed that" and "is not who he says he is": nobody has said anything."""
    if view.tag[cue.verb] == "VB" and (who is None or view.lower[who[0]] in _NOBODY):
        return True
    if piece[1] - piece[0] == 1 and view.tag[piece[0]] == "PRP" and view.lemma[piece[1]] == "be":
        return True
    return who is not None and view.lower[who[0]] in _NO_ONE and who[0] == who[1]


def is_things(view: QuoteTable, cue: Cue, who: Span | None, piece: Span, rule: str) -> bool:
    """What no person says: "a debate that threatened to last", "which means it is late", an object of nobody."""
    if who is None:
        return rule in ("object", "predicate", "as", "preposition") and is_unmarked(view, piece)
    first = view.lower[who[0]]
    if view.lemma[cue.verb] == "mean" and first in _NOBODY | {"which"}:
        return True
    if _is_sign(view, cue):
        return True
    if rule == "infinitive":
        return first in ("that", "which", "what") or _bodes(view, cue)
    told = rule in ("object", "preposition") and first == "that"  # "a tale that tells of"
    return told and is_unmarked(view, piece)


def _is_sign(view: QuoteTable, cue: Cue) -> bool:
    """ "The impact suggests that": what is no person, body or account of anything gives the narrator an idea."""
    noun = view.subject(cue.verb)
    if noun is None or view.lemma[cue.verb] not in ("suggest", "imply", "underscore", "underline", "signal"):
        return False
    lemma = view.lemma[noun]
    account = words("documents") | words("reports") | words("cited") | _ACCOUNTS
    speaks = view.lower[noun] in role_nouns() or view.lower[noun] in organisation_nouns() or lemma in account
    return view.tag[noun] == "NN" and view.ent[noun] == "" and not speaks and view.lower[view.left_edge(noun)] in _THESE


def _bodes(view: QuoteTable, cue: Cue) -> bool:
    """ "The debate promised to be long": a thing that promises to be something says nothing; a ministry may."""
    noun = view.subject(cue.verb)
    outcome = any(view.dep[kid] == "xcomp" and view.lemma[kid] in _OUTCOMES for kid in view.children[cue.verb])
    if noun is None or not outcome or view.lemma[cue.verb] not in ("promise", "threaten"):
        return False
    speaks = view.lower[noun] in role_nouns() or view.lower[noun] in organisation_nouns()
    return view.tag[noun] == "NN" and view.ent[noun] == "" and not speaks
