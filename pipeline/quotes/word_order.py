"""Who does the saying by the order of words alone, where the parse gives the verb no subject."""

from pipeline.quotes.cues import Cue, is_name
from pipeline.quotes.quote_table import EDGE, FINITE, MAX_WORDS, QuoteTable, Span, before_day, phrase, tidy

_ASIDE = 20  # words of an aside between a subject and its verb
_TITLE_TAGS = frozenset(("NN", "NNP", "NNPS", "JJ", "VBG", "HYPH"))


def before_verb(view: QuoteTable, first: int, cue: Cue) -> Span | None:
    """By word order alone: what stands between first and the cue."""
    last = min(cue.first, cue.verb) - 1
    while last >= first and (view.pos[last] in ("AUX", "ADV", "PART") or view.lower[last] in ","):
        if is_name(view, last, cue.verb):
            break
        last -= 1
    while first <= last and (view.lower[first] in EDGE or view.pos[first] == "PUNCT"):
        first += 1
    joint = _behind_clause(view, first, last)
    if view.comma(joint):  # "the mayor left, but, asked by reporters, said": who left has said it
        return _who_acts(view, first, joint)
    first = _behind_adjunct(view, joint, last)
    last = before_day(view, first, last)
    return (first, last) if first <= last and last - first < MAX_WORDS else None


def behind_aside(view: QuoteTable, begin: int, cue: Cue) -> Span | None:
    """ "Lopes kept silent, but | the agency, citing a source, | said": not Lopes, to whom the parse gives the verb."""
    close = cue.first - 1
    if not view.comma(close) or view.subject(cue.verb) is not None or view.tag[cue.verb] not in FINITE or cue.passive:
        return None
    opened = next((j for j in range(close - 1, max(begin, close - _ASIDE), -1) if view.comma(j)), begin)
    joint = next((j for j in range(opened - 1, begin, -1) if view.tag[j] in FINITE or view.comma(j)), begin)
    first = joint + 2
    joined = joint > begin and view.comma(joint) and view.lower[joint + 1] in ("but", "and", "while", "yet")
    if not joined or view.pos[first] not in ("DET", "PROPN", "NOUN", "ADJ") or view.tag[opened + 1] in FINITE:
        return None
    return (first, close - 1) if first < opened else None


def _behind_clause(view: QuoteTable, first: int, last: int) -> int:
    """ "Lopes did not reply, but | the agency, citing a source, said": the last of two clauses that "but" joins."""
    for j in range(last - 1, first, -1):
        if view.tag[j] in FINITE and not _is_relative(view, j, first):
            return first
        if view.lower[j] in ("but", "and", "while", "yet") and (view.comma(j - 1) or view.comma(j + 1)):
            before = (k for k in range(first, j) if view.tag[k] in FINITE)
            return j + 1 if any(not _is_relative(view, k, first) for k in before) else first
    return first


def _is_relative(view: QuoteTable, j: int, first: int) -> bool:
    """Whether the finite verb at j stands in a clause that "who" or "which" opens, by the parse or by word order."""
    verb = view.head[j] if view.dep[j] in ("aux", "auxpass") else j
    if view.dep[verb] in ("relcl", "acl"):
        return True
    opened = next((k for k in range(j - 1, first, -1) if view.comma(k)), first)
    return view.tag[opened + 1] in ("WP", "WDT", "WP$")


def _who_acts(view: QuoteTable, first: int, stop: int) -> Span | None:
    """The subject of the first finite verb of first..stop."""
    finite = next((j for j in range(first, stop) if view.tag[j] in FINITE), first)
    verb = view.head[finite] if view.dep[finite] in ("aux", "auxpass") else finite
    kid = view.subject(verb)
    return phrase(view, kid, verb) if kid is not None and first <= kid < verb else None


def _behind_adjunct(view: QuoteTable, first: int, last: int) -> int:
    """The token behind "Speaking from Oslo, ...", "In a film made in Oslo, ...", where a noun phrase follows it."""
    if first > last or view.tag[first] not in ("VBG", "VBN", "IN"):
        return first
    for j in range(first + 1, last):
        if (
            view.comma(j)
            and not _is_state(view, j)
            and view.pos[j + 1] in ("PROPN", "NOUN", "DET", "PRON", "ADJ")
            and view.lower[j + 1] not in ("which", "who")
        ):
            return j + 1
    return first


def _is_state(view: QuoteTable, comma: int) -> bool:
    """ "in Redmond, Washington, the director"; not "in Naples, Corrado, who", whatever the model takes her for."""
    return view.ent[comma + 1] == "GPE" and view.comma(comma + 2) and view.lower[comma + 3 : comma + 4] != ["who"]


def after_verb(view: QuoteTable, cue: Cue, stop: int) -> Span | None:
    """By word order alone: the phrase that follows an inverted cue ("said the mayor of Oslo, who")."""
    first = cue.last + 1
    if first >= stop or view.pos[first] in ("ADP", "SCONJ", "PUNCT"):
        return None
    while first < stop and view.pos[first] == "ADV":
        first += 1
    noun = next(
        (
            j
            for j in range(first, stop)
            if (view.pos[j] in ("NOUN", "PROPN", "PRON") or _is_one(view, j, stop))
            and view.head[j] not in range(first, j)
        ),
        None,
    )
    if noun is None or noun - first > 8:
        return None
    aged = view.lower[noun : noun + 3] == ["year", "-", "old"]  # "said the 34-year-old", "said the 34-year-old striker"
    links = ("compound", "poss", "nmod", "npadvmod", "amod") if aged else ("compound", "poss", "nmod")
    while view.dep[noun] in links and first <= view.head[noun] < stop and view.head[noun] > noun:
        noun = view.head[noun]
    last = _to_name(view, max(view.right_edge(noun), noun), stop)
    return tidy(view, noun, first, min(last, stop - 1))


def _is_one(view: QuoteTable, j: int, stop: int) -> bool:
    """ "said one.", "said one of them"; in "said one trader" it only counts."""
    return view.lower[j] == "one" and (j + 1 == stop or view.pos[j + 1] in ("PUNCT", "ADP"))


def _to_name(view: QuoteTable, last: int, stop: int) -> int:
    """The end of the name that the parse parts from its title: "signed off the announcer | Ana Lopes".

    Nothing but a title parts them: "said Oversight | ranking Democrat Ana Lopes (Ohio)".
    """
    end = last
    while end + 1 < stop and view.tag[end + 1] in _TITLE_TAGS and view.ent[end + 1] not in ("DATE", "TIME"):
        end += 1
    while end > last and view.pos[end] != "PROPN":
        end -= 1
    return end if view.pos[last] in ("NOUN", "PROPN") else last
