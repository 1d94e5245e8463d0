"""To whom, where and when something is told, between a verb of saying and a clause that need not begin with "that".

"Told reporters in Lisbon on Friday talks were over": the parse of so many nouns in a row is seldom right, so that
word lists and the order of words decide.
"""

from pipeline.lexicon.countries import country_named
from pipeline.lexicon.names import calendar
from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import Cue, verb_at
from pipeline.quotes.quote_table import FINITE, QuoteTable

_HEARING = frozenset(("him", "her", "them", "me", "us", "you"))
_CHANNELS = frozenset(("in", "on", "at", "through", "via", "during", "by", "to", "with"))
_TIMES = frozenset(("late", "early", "earlier", "later"))
_PAST = frozenset(("yesterday", "today", "earlier", "later", "recently", "tonight"))
_DAY_PARTS = frozenset(("morning", "afternoon", "evening", "night"))
_ISSUED = frozenset(("issued", "released", "published", "posted", "sent"))
_TELLING = frozenset(("tell", "inform", "assure", "remind"))  # never without a hearer
_BROADCASTS = frozenset(
    ("news", "radio", "tv", "television", "sport", "live", "digital", "business", "breakfast", "media", "group",
     "association", "weekly", "online", "network", "service", "arabic", "world")
)  # fmt: skip
_QUANTITIES = frozenset(
    ("between", "about", "around", "at", "more", "less", "only", "there", "if", "what", "over", "nearly")
)
_NO_OPENERS = frozenset(("who", "which", "whom", "whose", "that", "these", "himself", "herself"))
_OPENERS = frozenset(("PRON", "DET", "NOUN", "PROPN", "ADJ", "NUM"))
_MODIFIERS = ("JJ", "NN", "VBG", "VBN", "CD", "HYPH")
_PHRASES = frozenset(("despite", "having", "given", "under", "until", "once"))
_TITLED = frozenset(
    ("newspaper", "paper", "daily", "weekly", "magazine", "broadcaster", "station", "channel", "network", "agency",
     "website", "site", "programme", "program", "podcast", "show", "outlet", "radio", "television", "tv", "tabloid")
)  # fmt: skip
_CLAUSE_TAGS = frozenset(("DT", "PRP", "PRP$", "EX", "JJ", "NN", "NNS"))
_LONGEST = 8  # words of "a packed news conference"
_REACH = 16  # words from the beginning of a clause to its verb
_BREAKS = frozenset((".", ";", ":", "!", "?", "(", ")"))


def clause_start(view: QuoteTable, cue: Cue, stop: int) -> int | None:
    """The first token of the clause behind whom, where and when; None where none of these is told, or no clause."""
    if cue.passive or "c" not in cue.entry.flags:
        return None
    first = cue.last + 1
    if first + 1 >= stop:
        return None
    j = _behind_hearer(view, first, stop) if view.lemma[cue.verb] in _TELLING else first
    while j < stop and (after := _behind_circumstance(view, j, stop)) > j:
        j = after
    if j == first or j + 1 >= stop:
        return None
    that = view.lower[j] == "that"
    if that and view.lemma[cue.verb] in ("respond", "reply") and view.lemma[j - 1] in words("nouns"):
        return None  # "responded to a report that the club was broke": the report says so
    if that and view.tag[j + 1] not in FINITE:
        return j
    return j if _opens_clause(view, j + that, stop) else None


def _opens_clause(view: QuoteTable, j: int, stop: int) -> bool:
    """Whether a noun phrase begins at j whose verb follows; "talks" and "working" may begin one, whatever their tag."""
    if view.pair_number[j] >= 0 or view.lower[j] in _NO_OPENERS or verb_at(view, j) is not None:
        return False
    if opens_phrase(view, j, stop):
        return True
    noun = view.tag[j] == "VBZ" or (view.tag[j] == "VBG" and view.tag[j + 1] in ("NN", "NNS"))
    if not noun and view.pos[j] not in _OPENERS and view.lower[j] not in _QUANTITIES:
        return False
    ahead = range(j + 1, min(j + _REACH, stop))
    end = next((k for k in ahead if view.lower[k] in _BREAKS or view.comma(k)), ahead.stop)
    end = next((k for k in range(j + 1, end) if view.lower[k] == "that"), end)
    return any(view.tag[k] in FINITE for k in range(j + 1, end)) or _behind_aside(view, end, stop)


def opens_phrase(view: QuoteTable, j: int, stop: int) -> bool:
    """ "because of the strike, trains would", "having lost twice, they had": a phrase and its comma, then a clause."""
    if view.lower[j] not in _PHRASES and view.lower[j : j + 2] != ["because", "of"]:
        return False
    comma = next((k for k in range(j + 1, min(j + _REACH, stop - 1)) if view.comma(k)), None)
    if comma is None or view.pos[comma + 1] not in _OPENERS:
        return False
    return any(view.tag[k] in FINITE for k in range(comma + 2, min(comma + _LONGEST, stop)))


def _behind_aside(view: QuoteTable, comma: int, stop: int) -> bool:
    """Whether a second comma and a verb follow: "the fire, which began in a shed, spread"."""
    if comma + 2 >= stop or not view.comma(comma):
        return False
    closed = next((k for k in range(comma + 1, min(comma + _REACH, stop - 1)) if view.comma(k)), None)
    return closed is not None and view.tag[closed + 1] in FINITE


def _behind_hearer(view: QuoteTable, j: int, stop: int) -> int:
    """ "Reuters", "reporters", "him", "the council", "the Evening Post"; j itself where none of them stands there."""
    if view.lower[j] in words("hearers") or (view.lower[j] in _HEARING and view.tag[j] == "PRP"):
        return j + 1
    return _behind_name(view, j, stop) or _behind_venue(view, j, stop) or j


def _behind_name(view: QuoteTable, j: int, stop: int) -> int | None:
    """The end of the name of a paper or broadcaster at j, an article before it and what it airs behind it."""
    first = j + (view.lower[j] == "the")
    for k in range(first, min(first + _LONGEST, stop)):
        if view.tag[k] not in ("NNP", "NNPS") and not view.text[view.start[k]].isupper():
            return None
        if view.lower[k] == "channel" and k + 1 < stop:  # "Channel Nine", "Channel 4"
            return _behind_programme(view, k + 2, stop)
        if view.lower[k] in words("papers"):
            return _behind_programme(view, k + 1, stop)
    return None


def _behind_programme(view: QuoteTable, k: int, stop: int) -> int:
    """ "BBC | News", "BBC | Radio 5 live", "the BBC|'s Today programme", "Reuters | news agency"."""
    while k < stop and (view.lower[k] in _BROADCASTS or view.lower[k] in words("papers")):
        k += 1
        k += k < stop and view.lower[k - 1] == "radio" and view.tag[k] == "CD"
    if k < stop and view.tag[k] == "POS":
        return _behind_venue(view, k + 1, stop) or k
    return k + (view.lower[k : k + 1] == ["agency"])


def _behind_venue(view: QuoteTable, j: int, stop: int) -> int | None:
    """The end of a noun phrase at j whose last word is a venue or who hears it, "of the council" included."""
    for k in range(j, min(j + _LONGEST, stop)):
        venue = view.lower[k] in words("venues") and not (k + 1 < stop and view.lower[k + 1] in words("venues"))
        if venue or (k > j and view.lower[k] in words("hearers")):
            return _behind_whose(view, _behind_title(view, k, stop), stop)
        if not (view.tag[k].startswith(_MODIFIERS) or view.tag[k] in ("DT", "PRP$", "POS")):
            return None
        if (k > j and view.tag[k] in ("DT", "PRP$")) or calendar(view.text[view.start[k] : view.end[k]]):
            return None
    return None


def _behind_title(view: QuoteTable, noun: int, stop: int) -> int:
    """The end of "the newspaper Vikend", "local channel Canal 9", where the name is not what the clause begins with.

    "Told the newspaper Lopes would go": a name with a verb behind it is the clause's.
    """
    k = noun + 1
    while k < min(noun + _LONGEST, stop) and _is_named(view, k, first=k == noun + 1):
        k += 1
    named = view.lower[noun] in _TITLED and noun + 1 < k < stop
    return k if named and (view.tag[k] in _CLAUSE_TAGS or view.lower[k] in ("that", "on", "in")) else noun + 1


def _is_named(view: QuoteTable, k: int, *, first: bool) -> bool:
    """A proper noun or an abbreviation ("ZDF"); behind the first word a number too ("Canal 9")."""
    return (
        view.tag[k] in ("NNP", "NNPS")
        or view.text[view.start[k] : view.end[k]].isupper()
        or (view.tag[k] == "CD" and not first)
    )


def _behind_whose(view: QuoteTable, k: int, stop: int) -> int:
    """ "a meeting | of the council", "a post | on X", "an interview | with Reuters", "a letter | to the court"."""
    if k + 1 >= stop or view.lower[k] not in ("of", "with", "to", "on", "for"):
        return k
    inner = k + 1
    if view.lower[inner] == "x" and view.text[view.start[inner]] == "X":
        return inner + 1
    return _behind_name(view, inner, stop) or _behind_venue(view, inner, stop) or _behind_body(view, inner, stop) or k


def _behind_body(view: QuoteTable, j: int, stop: int) -> int | None:
    """ "a meeting of | the banking association | yesterday": nouns up to a day or an article, which no noun joins."""
    if view.tag[j] != "DT":
        return None
    k = j + 1
    while k < stop and view.tag[k].startswith(_MODIFIERS) and _behind_day(view, k, stop) == k:
        k += 1
    ended = k < stop and (
        view.tag[k] in ("DT", "PRP") or view.lower[k] in ("that", "on") or _behind_day(view, k, stop) > k
    )
    return k if ended and k > j + 1 else None


def _behind_circumstance(view: QuoteTable, j: int, stop: int) -> int:
    """ "on Friday", "late Friday", "in Lisbon", "in a statement", "issued by the court"; j itself where none is."""
    if (day := _behind_day(view, j, stop)) > j:
        return day
    if view.lower[j] in _ISSUED and j + 1 < stop:
        return max(_behind_day(view, j + 1, stop), j + 1 if view.lower[j + 1] in ("on", "by", "in") else j)
    if view.lower[j] not in _CHANNELS or j + 1 >= stop:
        return j
    if view.lower[j + 1] == "x" and view.text[view.start[j + 1]] == "X":
        return j + 2
    if view.lower[j] in ("in", "at") and (city := _behind_place(view, j + 1, stop)) is not None:
        return city
    if view.lower[j] in ("to", "with") and view.lower[j + 1] in words("hearers"):
        return j + 2
    return _behind_name(view, j + 1, stop) or _behind_venue(view, j + 1, stop) or j


def _behind_place(view: QuoteTable, j: int, stop: int) -> int | None:
    """The end of a city's name: one of one label, so that "in Lisbon Israel would" is two."""
    k = j
    while k < stop and k < j + 3 and view.ent[k] == "GPE" and view.tag[k] == "NNP":
        if k > j and country_named(view.text[view.start[k] : view.end[k]]) and not _is_country(view, j, k):
            break
        k += 1
    return k if k > j and not (k < stop and view.tag[k] == "POS") else None


def _is_country(view: QuoteTable, j: int, k: int) -> bool:
    return country_named(view.text[view.start[j] : view.end[k]]) is not None


def _behind_day(view: QuoteTable, j: int, stop: int) -> int:
    """ "on Friday", "late on Friday evening", "Friday", "last week", "recently"; j itself where no day stands there."""
    k = j + (view.lower[j] in _TIMES)
    led = k < stop and view.lower[k] == "on"
    k += led
    if k < stop and calendar(view.text[view.start[k] : view.end[k]]):
        weekday = view.lower[k].endswith("day") and (led or view.ent[k] in ("DATE", "TIME"))
        numbered = k + 1 < stop and view.lower[k + 1].isdigit() and not view.lower[k].endswith("day")
        if weekday or numbered:
            k += 1 + numbered
            return k + (k < stop and view.lower[k] in _DAY_PARTS)
        return j
    if view.lower[j : j + 1] in (["last"], ["this"]) and view.lower[j + 1 : j + 2] in (["week"], ["month"], ["year"]):
        return j + 2
    return j + 1 if view.lower[j] in _PAST else j
