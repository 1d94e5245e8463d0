"""The subject that a second verb of saying shares with the one before it: "She said A and added B"."""

from pipeline.quotes.cues import Cue, verb_at
from pipeline.quotes.quote_table import FINITE, QuoteTable, Span, phrase

_LONGEST_CHAIN = 20  # verbs that "and" joins


def _joined_verbs(view: QuoteTable, verb: int) -> set[int]:
    """The verbs that a chain of "and" leads to: looked and furrowed, for the last of "looked up, frowned and said"."""
    joined: set[int] = set()
    while view.dep[verb] == "conj" and len(joined) < _LONGEST_CHAIN:
        verb = view.head[verb]
        joined.add(verb)
    return joined


def _progressive(view: QuoteTable, cue: Cue, begin: int) -> Span | None:
    """ "Crews are hoping it will rain but are predicting more fires": who hopes, with the same helping word."""
    helper = next((kid for kid in view.children[cue.verb] if view.lemma[kid] == "be" and kid < cue.verb), None)
    if helper is None or view.lower[helper - 1] not in ("and", "but") or view.subject(cue.verb) is not None:
        return None
    for v in range(helper - 2, begin, -1):
        if view.tag[v] == "VBG" and any(view.lower[kid] == view.lower[helper] for kid in view.children[v]):
            kid = view.subject(v)
            return phrase(view, kid, v) if kid is not None and begin <= kid < v else None
    return None


def shared_subject(view: QuoteTable, cue: Cue, begin: int) -> Span | None:
    """ "She said A and added B": a cue without a subject of its own takes that of the last cue with its tense."""
    tag = view.tag[cue.verb]
    if tag == "VBG" and (doer := _progressive(view, cue, begin)) is not None:
        return doer
    modal = any(view.tag[kid] == "MD" for kid in view.children[cue.verb])  # "but would not say"
    bare = not {"MD", "TO"} & set(view.tag[begin : cue.verb])  # "claimed it was hers and claim it is late"
    helped = tag == "VB" and (modal or bare)
    if view.subject(cue.verb) is not None or cue.passive or not (helped or tag in FINITE):
        return None
    j = cue.first - 1
    while j > begin and view.pos[j] == "ADV":
        j -= 1
    if view.lower[j] not in ("and", "but", "then"):
        return None
    joined = _joined_verbs(view, cue.verb)
    for v in range(j - 1, begin, -1):
        same = view.tag[v] in FINITE if helped else view.tag[v] == tag
        if view.pair_number[v] >= 0 or not same:
            continue
        main = view.dep[v] in ("ROOT", "conj") and (v in joined or view.head[cue.verb] in (v, view.head[v]))
        if verb_at(view, v) is not None or main:
            kid = view.subject(v)
            if kid is not None and kid >= begin and view.pair_number[kid] < 0:
                return phrase(view, kid, v)
    return None
