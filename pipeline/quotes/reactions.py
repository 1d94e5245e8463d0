"""What the narrator adds behind a comma to words reported: how they were taken, how they were meant, what they lack.

"Said the plan was dead, | prompting jeers", "| in a blow to the mayor", "| without giving details".
"""

from pipeline.lexicon.reporting import words
from pipeline.quotes.quote_table import FINITE, QuoteTable

_PROVOKING = frozenset(
    ("prompting", "drawing", "sparking", "triggering", "provoking", "earning", "eliciting", "raising", "fuelling",
     "fueling", "attracting", "inviting")
)  # fmt: skip
_CHEERS = frozenset(("applause", "cheer", "laughter", "boo", "jeer", "groan", "gasp", "laugh", "heckle", "ovation"))
_REACTIONS = _CHEERS | frozenset(
    ("criticism", "outrage", "anger", "ridicule", "mockery", "condemnation", "backlash", "rebuke", "praise", "fury",
     "ire", "eyebrow", "outcry", "uproar", "scorn", "derision", "speculation")
)  # fmt: skip
_SHARES = frozenset(("shares", "stock", "stocks"))
# What saying so is: "in a blow to the mayor", "in an interview with the paper".
_ACTS = frozenset(
    ("blow", "move", "sign", "reversal", "rebuke", "swipe", "dig", "nod", "reference", "departure", "shift", "jab",
     "concession", "boost", "setback", "warning", "message", "statement", "interview", "speech", "post", "turn",
     "turnaround", "sideswipe", "allusion", "signal", "admission")
)  # fmt: skip
_SEEN = _ACTS | {"seen", "described", "called", "critics", "analysts", "observers", "many", "some", "widely"}
_GIVING = frozenset(("give", "provide", "offer", "cite", "present", "name", "identify", "say", "explain", "specify"))
_DETAILS = frozenset(
    ("detail", "reason", "evidence", "date", "figure", "explanation", "timetable", "timeline", "source", "proof",
     "example", "number", "further", "specific", "name", "estimate")
)  # fmt: skip
_REFUSING = frozenset(("rejecting", "dismissing", "echoing", "repeating", "rebuffing", "disputing", "defying"))
_REFUSED = frozenset(("call", "criticism", "concern", "fear", "speculation", "notion", "idea", "pressure", "offer"))
_PERSONS = frozenset(("he", "she", "they", "it", "i", "we"))
_WORRIES = frozenset(("call", "fear", "question", "doubt", "suspicion", "concern"))
_NEAR = 5  # words within which the noun stands that tells


def comments(view: QuoteTable, first: int, j: int, last: int) -> bool:
    """Whether the narrator's comment on the words that begin at first stands at j, behind their comma or joiner."""
    if not view.comma(j - 1):
        return _is_worry(view, first, j, last)
    if view.tag[j] == "VBG":
        return _is_reaction(view, j, last) or _refuses(view, first, j, last)
    if view.lower[j] == "to":
        return _near(view, j, last, _CHEERS)
    if view.lower[j] == "in" and j + 2 <= last:
        named = view.lower[j + 1] in ("a", "an", "another") and _near(view, j + 1, last, _ACTS)
        return named or (view.lower[j + 1] == "what" and not _SEEN.isdisjoint(view.lower[j + 2 : min(j + 8, last) + 1]))
    if view.lower[j] == "something" and j + 2 <= last:
        return view.tag[j + 1] in ("PRP", "PRP$", "DT", "NNP", "WDT", "IN") and view.lower[j + 1] not in ("like", "of")
    return lacks_details(view, j, last)


def lacks_details(view: QuoteTable, j: int, last: int) -> bool:
    """ "without elaborating", "without giving details", "without saying when": nobody says that of himself."""
    if view.lower[j] != "without" or j + 1 > last or view.tag[j + 1] != "VBG":
        return False
    if view.lower[j + 1] == "elaborating":
        return True
    asked = j + 2 <= last and (view.tag[j + 2][0:1] == "W" or view.lower[j + 1] in ("naming", "identifying", "citing"))
    return view.comma(j - 1) and view.lemma[j + 1] in _GIVING and (asked or _near(view, j + 1, last, _DETAILS))


def _is_reaction(view: QuoteTable, j: int, last: int) -> bool:
    """ "prompting jeers", "sending its shares down"; "prompting a search" may be reported."""
    if view.lower[j] == "sending":
        return any(view.lower[k] in _SHARES for k in range(j + 1, min(j + _NEAR, last) + 1))
    return view.lower[j] in _PROVOKING and _near(view, j, last, _REACTIONS)


def _refuses(view: QuoteTable, first: int, j: int, last: int) -> bool:
    """ "said she would stay, | rejecting calls to go"; "said the board had met, rejecting calls" is of the board."""
    if view.lower[j] not in _REFUSING or not _PERSONS & set(view.lower[first : first + 2]):
        return False
    return _near(view, j, last, _REFUSED | words("nouns"))


def _is_worry(view: QuoteTable, first: int, j: int, last: int) -> bool:
    """ "said the bridge was safe, but there are fears": behind a past tense what is so today is the narrator's."""
    if view.lower[j - 1] != "but" or view.lower[j] != "there" or j + 2 > last or view.tag[j + 1] not in ("VBP", "VBZ"):
        return False
    told = next((k for k in range(first - 1, max(first - _NEAR, -1), -1) if view.tag[k] in FINITE), first)
    return view.tag[told] == "VBD" and _near(view, j + 1, last, _WORRIES)


def _near(view: QuoteTable, j: int, last: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns follows soon, before any mark or verb."""
    for k in range(j + 1, min(j + _NEAR, last) + 1):
        if view.lemma[k] in nouns:
            return True
        if view.comma(k) or view.tag[k] in FINITE or view.pair_number[k] >= 0:
            return False
    return False
