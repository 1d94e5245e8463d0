"""Content that is no clause: "denied the report", "called it a lie", "described it as safe", "warned of floods"."""

from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import role_nouns
from pipeline.quotes.cues import Cue, Source
from pipeline.quotes.extent import stretch
from pipeline.quotes.quote_table import FINITE, Quoted, QuoteTable, Span, is_title, is_unmarked
from pipeline.quotes.speaker_phrase import subject

_CLAUSES = ("advcl", "ccomp", "xcomp")
_CONVENED = frozenset(
    ("strike", "session", "meeting", "election", "vote", "referendum", "summit", "hearing", "conference", "truce",
     "ceasefire", "witness", "inquiry", "boycott", "halt", "recess", "ambulance", "timeout")
)  # fmt: skip
_TO_BE = (["is", "to"], ["was", "to"], ["are", "to"], ["were", "to"], ["'s", "to"], ["’s", "to"])
_GUESTS = frozenset(
    ("guest", "visitor", "refugee", "migrant", "tourist", "child", "passenger", "customer", "year", "student", "fan",
     "crowd", "delegation", "family", "friend", "reader", "listener", "viewer", "spring", "summer")
)  # fmt: skip
_SHOUTED = frozenset(("help", "silence", "quiet", "backup", "assistance", "order"))
_WEIGHT = 2  # words behind the first from which an object says something
_MARK_REACH = 20
_JUDGMENTS = ("predicate", "as", "marked", "object", "preposition")
_OCCASION = 5  # words of "at a crowded news conference"
_OCCASIONS = frozenset(
    ("rally", "conference", "briefing", "hearing", "meeting", "debate", "broadcast", "call", "summit", "event", "court",
     "twitter", "facebook", "instagram", "television", "tv", "radio", "video", "podcast")
)  # fmt: skip


def content_object(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """The object, predicate or prepositional phrase that holds what was said."""
    found = _content(view, cue, stop)
    if found is None or found[1] not in _JUDGMENTS:
        return found
    return _before_occasion(view, found[0]), found[1]


def _before_occasion(view: QuoteTable, piece: Span) -> Span:
    """A judgment in marks ends with them where a day or occasion follows: 'called it "a lie" | in a letter'."""
    close = next((j for j in range(piece[1], piece[0], -1) if view.pair_number[j] >= 0), piece[1])
    after = close + 1
    if after >= piece[1]:
        return piece
    inside = range(after, min(after + _OCCASION, piece[1] + 1))
    told = any(view.lemma[j] in words("documents") or view.lemma[j] in _OCCASIONS for j in inside)
    day = any(view.ent[j] == "DATE" for j in inside[:2])
    if view.tag[after] in FINITE and view.pair_number[close] >= 0:
        return piece[0], close  # 'what Reid called "a shame" | began in May'
    when = view.lower[after] == "during" or day or (view.lower[after] in ("in", "at", "on") and told)
    return (piece[0], close) if when else piece


def _content(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    flags = cue.entry.flags
    children = [kid for kid in view.children[cue.verb] if cue.last <= kid < stop]
    if cue.passive:
        return _passive(view, cue, children, stop)
    if view.lemma[cue.verb] == "quote" and any(view.lower[kid : kid + 2] == ["as", "saying"] for kid in children):
        return None  # who is quoted says it
    if (kid := _for_clause(view, cue, children)) is not None:
        return _reach(view, view.left_edge(kid) + 1, kid, stop), "preposition"
    if "k" in flags and (kid := _first(view, children, "oprd", "ccomp")) is not None:
        if _says_nothing(view, cue, kid):
            return None
        return _reach(view, cue.last + 1, kid, stop), "predicate"
    own = view.lemma[cue.verb] == "identify" and _first(view, children, "dobj") is None  # "many identify as farmers"
    if "a" in flags and not own and (kid := _as(view, children)) is not None:
        return _reach(view, cue.last + 1, kid, stop), "as"
    if "p" not in flags and (kid := _preposition(view, cue, children)) is not None:
        obj = _first(view, children, "dobj")
        heard = "o" in flags  # "told the council about the fire": who heard it is no part of it
        first = cue.last + 1 if obj is not None and obj < kid and not heard else kid + 1
        if heard and view.tag[kid + 1 : kid + 2] == ["PRP"]:
            return None
        piece = _reach(view, first, kid, stop)
        return None if _is_shown(view, cue, piece) else (piece, "preposition")
    if "n" in flags and (kid := _first(view, children, "dobj")) is not None and _can_hold(view, cue, kid):
        return _weighty(view, _reach(view, view.left_edge(kid), kid, stop))
    return _marked(view, cue, stop)


def _passive(view: QuoteTable, cue: Cue, children: list[int], stop: int) -> tuple[Span, str] | None:
    """ "is accused of taking bribes", 'is described as "a liar"'; the topic of a question is nothing that was said."""
    kid = _preposition(view, cue, children) if _full_passive(view, cue) else None
    if kid is None and "a" in cue.entry.flags and (kid := _as(view, children)) is not None:
        first, last = _reach(view, kid + 1, kid, stop)
        close = next((j for j in range(last, first, -1) if view.pair_number[j] >= 0), last)
        by = view.lower[close + 1 : close + 2] == ["by"]  # 'as "a clown" by Reid'
        return None if is_unmarked(view, (first, last)) else ((first, close if by else last), "passive-as")
    if kid is None or kid + 1 >= stop or view.pos[kid + 1] == "PRON":
        return None
    if view.lemma[cue.verb] == "ask" and view.child(kid, "pobj") is not None:
        return None
    return _reach(view, kid + 1, kid, stop, bounded=view.dep[cue.verb] in ("advcl", "acl")), "passive"


def _says_nothing(view: QuoteTable, cue: Cue, kid: int) -> bool:
    """ "called a strike for May", "the birds that call it home", "called it a day": a call that gives nobody's view.

    What begins by being called is no name for it; in marks it may be.
    """
    piece = (cue.last + 1, kid)
    if view.lower[cue.last + 1 : cue.last + 2] == ["dead"] and view.lemma[cue.verb] in ("pronounce", "declare"):
        return True
    if view.lemma[cue.verb] != "call" or not is_unmarked(view, piece):
        return False
    if view.lower[cue.last + 1].endswith("self") and "PROPN" in view.pos[cue.last + 2 : cue.last + 4]:
        return True  # "a man who calls himself Abu Omar told the court"
    idiom = view.lower[kid] in ("home", "quits") or (view.lower[kid - 1], view.lower[kid]) == ("a", "day")
    return idiom or not _CONVENED.isdisjoint(view.lemma[cue.last + 1 : kid + 1])


def _is_shown(view: QuoteTable, cue: Cue, piece: Span) -> bool:
    """ "pointing to the roof": a thing that is shown; "pointing to a study that found lead" argues."""
    if view.lemma[cue.verb] != "point":
        return False
    thing = (
        view.pos[piece[0]] == "DET" and piece[1] - piece[0] <= _WEIGHT and "of" not in view.lower[piece[0] : piece[1]]
    )
    if view.tag[cue.verb] != "VBG" and piece[1] - piece[0] >= _WEIGHT and not thing:
        return False
    return not any(view.pair_number[j] >= 0 or view.tag[j] in FINITE for j in range(piece[0], piece[1] + 1))


def _can_hold(view: QuoteTable, cue: Cue, kid: int) -> bool:
    """No pronoun; no "claim that ...", which its maker says and not who rejects it; no source that is cited."""
    if view.lemma[cue.verb] == "cite" and (
        view.pos[kid] == "PROPN" or view.lemma[kid] in words("cited") or view.lower[kid] in role_nouns()
    ):
        return False
    kept = view.lemma[cue.verb] == "deny" and view.child(cue.verb, "dative") is not None  # "denied them a victory"
    if kept or _is_thing(view, cue, kid):
        return False
    clause = any(view.dep[grandkid] in ("acl", "ccomp") for grandkid in view.children[kid])
    return view.pos[kid] != "PRON" and not (clause and view.lemma[kid] in words("nouns"))


def _is_thing(view: QuoteTable, cue: Cue, kid: int) -> bool:
    """ "slammed the file on the desk", "recalled 40,000 vans": nothing is said where a thing is handled.

    Nor where a guest or a new year is welcomed.
    """
    if view.lemma[cue.verb] == "welcome":
        marked = view.pair_number[kid] >= 0
        return not marked and (view.ent[kid] in ("DATE", "EVENT", "PERSON") or view.lemma[kid] in _GUESTS)
    if view.lemma[cue.verb] == "recall":
        return view.ent[kid] == "PERSON" or any(view.tag[j] == "CD" for j in view.children[kid])
    behind = view.lower[kid + 1 : kid + 2]
    return view.lemma[cue.verb] == "slam" and bool(behind) and behind[0] in ("on", "onto", "against", "into", "down")


def _marked(view: QuoteTable, cue: Cue, stop: int) -> tuple[Span, str] | None:
    """Words in marks soon after a verb that passes judgment, whatever the parse made of the phrase."""
    if "p" in cue.entry.flags or not (cue.entry.flags & set("nak") or cue.entry.preps):
        return None
    for j in range(cue.last + 1, min(cue.last + _MARK_REACH, stop)):
        number = view.pair_number[j]
        if number >= 0:
            if is_title(view, view.pairs[number]):
                return None
            close = min(view.pairs[number].close, stop - 1)
            return (cue.last + 1, stretch(view, cue.last + 1, close, stop)), "marked"
        if view.tag[j] in FINITE or view.comma(j) or view.lower[j] in (";", ":", "."):
            return None
    return None


def marked_object(view: QuoteTable, quoted: Quoted, begin: int, stop: int, cues: dict[int, Cue]) -> Source | None:
    """The verb of judgment that gives the words in marks: "Mr Diaz praised the 'brave' crews, she said"."""
    for v in range(quoted.open - 1, max(begin, quoted.open - _MARK_REACH) - 1, -1):
        if view.tag[v] in FINITE and v not in cues:
            return None
        cue = cues.get(v)
        if cue is not None and (cue.entry.flags & set("nak") or cue.entry.preps):
            content = content_object(view, cue, stop)
            who = subject(view, v)
            if who is not None and content is not None and content[0][0] <= quoted.first <= content[0][1]:
                return Source(who, (cue.first, cue.last), "inner-marks")
            return None
    return None


def _weighty(view: QuoteTable, piece: Span) -> tuple[Span, str] | None:
    """ "denied these allegations" points back and says nothing: an object needs three words or marks."""
    points_back = view.lower[piece[0]] in ("this", "that", "these", "those", "such")
    person = any(view.ent[j] == "PERSON" for j in range(piece[0], min(piece[0] + 3, piece[1] + 1)))
    owned = any(view.tag[j] == "POS" for j in range(piece[0], piece[1] + 1))
    weighty = piece[1] - piece[0] >= _WEIGHT and not points_back and (owned or not person)
    return (piece, "object") if weighty or not is_unmarked(view, piece) else None


def _full_passive(view: QuoteTable, cue: Cue) -> bool:
    """ "is accused of", "when asked about"; not "a group called Citizens for"."""
    return view.child(cue.verb, "auxpass") is not None or view.lemma[cue.verb] in ("ask", "accuse")


def _first(view: QuoteTable, children: list[int], *deps: str) -> int | None:
    return next((kid for kid in children if view.dep[kid] in deps), None)


def _as(view: QuoteTable, children: list[int]) -> int | None:
    """The "as" of "described it as safe"; what stands behind "quoted him as saying" is reported by "saying"."""
    return next(
        (
            kid
            for kid in children
            if view.lower[kid] == "as"
            and view.dep[kid] == "prep"
            and view.lower[kid + 1 : kid + 2] not in (["saying"], ["telling"])
        ),
        None,
    )


def _preposition(view: QuoteTable, cue: Cue, children: list[int]) -> int | None:
    objects = [kid for kid in children if view.dep[kid] == "dobj"]
    if view.lemma[cue.verb] == "blame" and view.lower[cue.verb - 2 : cue.verb] in (["be", "to"], *_TO_BE):
        return None  # "who is to blame for the flood"
    if view.lemma[cue.verb] == "tell" and any(view.lemma[kid] in ("story", "tale") for kid in objects):
        return None  # a film tells the story of a flight
    if objects and view.lemma[cue.verb] == "call":  # "called a strike for May" is not "called for a strike"
        return None
    shouted = view.lower[cue.last + 1 : cue.last + 4]  # "a neighbour called for help."
    if view.lemma[cue.verb] == "call" and shouted[1:2] and shouted[1] in _SHOUTED and shouted[2:] == ["."]:
        return None
    held = [grandkid for kid in objects for grandkid in view.children[kid] if not view.comma(grandkid - 1)]
    return next(
        (k for k in children + held if view.lower[k] in cue.entry.preps and view.dep[k] in ("prep", "prt")), None
    )


def _for_clause(view: QuoteTable, cue: Cue, children: list[int]) -> int | None:
    """ "called for the minister to resign": the clause that "for" opens."""
    if "for" not in cue.entry.preps:
        return None
    return next((k for k in children if view.lower[view.left_edge(k)] == "for" and view.dep[k] in _CLAUSES), None)


def _reach(view: QuoteTable, first: int, kid: int, stop: int, *, bounded: bool = False) -> Span:
    last = stretch(view, first, min(view.right_edge(kid), stop - 1), stop, bounded=bounded)
    for number in sorted({n for n in view.pair_number[first : last + 1] if n >= 0}):
        quoted = view.pairs[number]
        after = min(quoted.close + 1, stop - 1)
        if (
            view.lower[quoted.last] == ","
            and view.lower[after] not in ("and", "or", "including")
            and view.pair_number[after] < 0
        ):
            return first, quoted.close
    return first, last
