"""Who does the saying, as words in the text: the subject of a reporting verb with its full phrase."""

from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import organisation_nouns, role_nouns
from pipeline.quotes.cues import is_passive, verb_at
from pipeline.quotes.quote_table import FINITE, MAX_WORDS, NAMELIKE, QuoteTable, Span, phrase

_BREAK = frozenset((",", "–", "—", "--", "-"))
_WITH_REACH = 15  # words from "with" to the participle
_DEEPEST = 5  # verbs to climb through in search of a subject
_HIGHEST = 20  # steps to the top of a sentence
_GROUNDS = frozenset(("street", "square", "road", "park", "capital", "city", "town", "field", "stage", "hall", "air"))
_OPENERS = frozenset(("that", "whether", "if", "how", "why", "what", "when", "where"))
_READY = frozenset(("quick", "keen", "eager", "careful", "far", "proud"))
_HEARING = frozenset(("hear", "listen", "watch", "see"))
_MOVES = frozenset(("prompt", "force", "lead", "cause", "push", "drive", "compel", "oblige"))
_ISSUED = frozenset(
    ("issue", "release", "send", "publish", "post", "write", "make", "give", "deliver", "put", "have", "fire")
)


def subject(view: QuoteTable, i: int, depth: int = 0) -> Span | None:
    """The phrase that says what the verb at i reports; follows participles and infinitives to their subject."""
    if is_passive(view, i):
        return _agent(view, i)
    kid = view.subject(i)
    if kid is not None and view.pair_number[kid] < 0:
        who = _with_title(view, i, kid, phrase(view, kid, i))
        forward = (
            who is not None and who[1] == i - 2 and view.lower[i - 1] == "forward"
        )  # "the Danish | forward | said"
        return (who[0], i - 1) if who is not None and forward else who
    if view.tag[i] == "VBG" and i:
        if view.lower[i - 1] in _BREAK or view.ends_with_comma(i - 1):
            who = _main_subject(view, i)
        else:
            who = _first_participle(view, i, depth) if view.lower[i - 1] in ("and", "but") else None
        if who is None:
            who = _with_whom(view, i)
        if who is not None:
            return who
    return _inherited(view, i, depth)


def _with_whom(view: QuoteTable, i: int) -> Span | None:
    """ "There was anger, with the farmers' union saying": who stands between "with" and the participle says it.

    "She spoke with reporters saying" has a verb that takes "with", and stays hers.
    """
    start = max(view.sentence_start[i], i - _WITH_REACH)
    at = next((j for j in range(i - 1, start - 1, -1) if view.lower[j] == "with"), None)
    if at is None or at + 1 >= i:
        return None
    between = range(at + 1, i)
    plain = not any(view.comma(j) or view.tag[j][0:1] == "V" or view.pair_number[j] >= 0 for j in between)
    noun = view.child(at, "pobj") or view.child(i, "nsubj")
    apart = view.comma(at - 1) or at == view.sentence_start[i] or view.pos[view.head[at]] != "VERB"
    return phrase(view, noun, i) if plain and apart and noun is not None and noun in between else None


def _with_title(view: QuoteTable, verb: int, kid: int, who: Span | None) -> Span | None:
    """ "Malta's prime minister, Anna Borg said": the parse sees two subjects where a comma parts title and name.

    "Jailing Ana Borg, Judge Rui Lopes said" has one, since the tagger takes the participle for a name.
    """
    if who is not None and who[0] == view.sentence_start[verb] and (judge := _behind_participle(view, *who)):
        return judge, who[1]
    first = view.child(verb, "nsubj")
    if who is None or first is None or first >= kid:
        return who
    title = phrase(view, first, verb)
    if title is None or view.lower[title[0]] == "formerly":  # "on X, formerly Twitter, the club"
        return who
    joined = view.comma(title[1] + 1) and title[1] + 2 == who[0]
    joined = joined and _behind_participle(view, title[0], who[1]) is None
    return (title[0], who[1]) if joined else who


def _behind_participle(view: QuoteTable, first: int, last: int) -> int | None:
    """Where the subject begins behind "Jailing Ana Borg," and its like, or None where no name follows the comma."""
    verb = first + 2 if view.lower[first + 1] == "-" else first  # "Cross-examining Ana Borg,"
    briefing = view.lower[verb + 1] in words("hearers")  # "Briefing reporters in Graz, the mayor"
    led = view.lower[verb].endswith("ing") and view.ent[first] == "" and (view.ent[verb + 1] == "PERSON" or briefing)
    comma = next((j for j in range(verb + 2, last) if view.comma(j)), None) if led else None
    if comma is None or not (briefing or "PERSON" in view.ent[comma + 1 : last + 1]):
        return None
    return comma + 1


def _first_participle(view: QuoteTable, i: int, depth: int) -> Span | None:
    """ "..., saying that the bill was slowed - and arguing that": who says is who argues, not the bill."""
    for j in range(i - 2, view.sentence_start[i], -1):
        if view.tag[j] == "VBG" and view.lower[j - 1] in _BREAK and verb_at(view, j) is not None:
            return subject(view, j, depth + 1) if depth <= _DEEPEST else None
    return None


def _main_subject(view: QuoteTable, i: int) -> Span | None:
    """A participle behind a comma belongs to the subject of the sentence (the parse likes the nearest noun)."""
    top = i
    for _ in range(_HIGHEST):
        top = view.head[top]
        if view.dep[top] == "conj" and top < i and view.child(top, "nsubj") is not None:
            break  # "Lopes left, and Reid stayed, saying"
    kid = view.child(top, "nsubj", "nsubjpass")
    if top < i and view.lemma[top] in _HEARING and (who := _who_between(view, top, i)) is not None:
        return who
    if kid is None and top < i:
        return _name_before(view, top)
    if (
        top < i
        and kid is not None
        and kid < i
        and view.block_number[top] == view.block_number[i]
        and view.pair_number[kid] < 0
    ):
        return phrase(view, kid, top)
    return None


def _who_between(view: QuoteTable, top: int, i: int) -> Span | None:
    """ "The board heard from Lopes, who held up a spoon, warning": she warns, not the board."""
    return next(((j, j) for j in range(i - 1, top, -1) if view.lower[j] == "who" and view.comma(j - 1)), None)


def _name_before(view: QuoteTable, verb: int) -> Span | None:
    """The name right before a verb whose subject the parse has lost: "With his sister, Tom Reed spoke"."""
    first = verb
    while first and view.pos[first - 1] == "PROPN" and view.sentence_start[first - 1] == view.sentence_start[verb]:
        first -= 1
    return (first, verb - 1) if first < verb else None


def _inherited(view: QuoteTable, i: int, depth: int) -> Span | None:
    head, dep = view.head[i], view.dep[i]
    if head == i or view.pair_number[head] >= 0 or depth > _DEEPEST:
        return None
    if view.tag[i] == "VB" and view.lemma[head] in _MOVES:  # "a leak that forced the mayor to admit"
        kid = view.child(head, "dobj")
        return phrase(view, kid, i) if kid is not None and head < kid < i else None
    if dep == "pcomp":
        quoter = view.head[head]
        kid = view.child(quoter, "dobj") if view.lower[head] == "as" else None  # "the paper quoted him as saying"
        if (
            kid is not None
            and kid < i
            and view.lemma[quoter] in ("quote", "cite", "report")
            and not is_passive(view, quoter)
        ):
            return phrase(view, kid, i)
        if view.lower[head] == "for" and (kid := _blamed(view, head)) is not None:
            return phrase(view, kid, i)
    if dep == "dobj" and view.tag[i] == "VBG" and view.lemma[head] in _ISSUED:  # "issued written guidance insisting"
        return subject(view, head, depth + 1)
    if dep in ("acl", "relcl") and view.pos[head] in NAMELIKE:
        return _holder(view, head, i, depth)
    if dep in ("prep", "pcomp", "pobj", "advcl", "xcomp", "conj", "ccomp", "parataxis", "dep", "aux", "amod", "agent"):
        return _governor(view, head, depth)
    if view.lemma[i] in _READY and dep in ("acomp", "advmod"):  # "was quick to add that", "went as far as saying that"
        return _governor(view, head, depth)
    return None


def _blamed(view: QuoteTable, preposition: int) -> int | None:
    """ "The paper exposed Reid for claiming that": who is blamed or praised for what he said, if it is a person."""
    kid = view.child(view.head[preposition], "dobj")
    if kid is None or kid > preposition:
        return None
    person = view.ent[kid] == "PERSON" or view.lower[kid] in role_nouns() or view.lower[kid] in ("him", "her", "them")
    return kid if person else None


def _governor(view: QuoteTable, i: int, depth: int) -> Span | None:
    """Subject of whatever verb stands above; a passive's own subject where it is the doer in sense."""
    if view.tag[i][0:1] == "V" or view.pos[i] == "AUX" or view.head[i] == i:  # at the top even a verb read as a noun
        kid = view.child(i, "nsubj", "nsubjpass")
        if kid is not None and view.pair_number[kid] < 0:
            return phrase(view, kid, i)
    return _inherited(view, i, depth + 1)


def _holder(view: QuoteTable, noun: int, i: int, depth: int) -> Span | None:
    """A participle after a noun: "a statement saying" is said by who issued it, "a man saying" by the man."""
    verb = view.head[noun]
    if view.dep[noun] in ("dobj", "pobj") and view.lemma[verb] in _ISSUED:
        return subject(view, verb, depth + 1)
    owner = view.child(noun, "poss")
    if owner is None and view.tag[i] == "VB" and view.lemma[noun] in words("nouns"):  # "a threat to tell her"
        return None
    doer = subject(view, _verb_above(view, noun)) if _is_place(view, noun) and view.tag[i] == "VBG" else None
    if doer is not None and doer[1] < noun:  # "people took to the streets protesting against": not the streets
        return doer
    main = view.head[noun] == noun and view.tag[i] in FINITE | {"VBN"}  # "The port's two pilots announced in May that"
    if owner is None or main or view.lower[noun] in role_nouns():  # "Chile's minister announced on Monday that"
        return phrase(view, noun, i)
    return phrase(view, owner, i)


def _is_place(view: QuoteTable, noun: int) -> bool:
    """Whether a preposition governs a common noun that is neither person nor body: where something is done."""
    speaks = view.lower[noun] in role_nouns() or view.lower[noun] in organisation_nouns()
    written = view.lemma[noun] in words("documents") | words("nouns") | words("reports") | words("venues")
    return view.dep[noun] == "pobj" and view.lemma[noun] in _GROUNDS and not (speaks or written)


def _verb_above(view: QuoteTable, i: int) -> int:
    """The nearest verb above token i, or i itself where there is none."""
    for _ in range(_DEEPEST):
        i = view.head[i]
        if view.tag[i][0:1] == "V":
            break
    return i


def _agent(view: QuoteTable, i: int) -> Span | None:
    agent = view.child(i, "agent")
    if agent is None:  # 'described as "a clown" by Reid'
        near = range(i + 1, min(i + MAX_WORDS, len(view.lower)))
        behind = (j for j in near if view.lower[j] == "by" and view.pair_number[j - 1] >= 0 > view.pair_number[j])
        agent = next((j for j in behind if view.sentence_start[j] == view.sentence_start[i]), None)
    by = view.child(agent, "pobj") if agent is not None else None
    who = phrase(view, by, i) if by is not None else None
    if by is None or who is None or view.lemma[i] not in ("ask", "tell", "inform", "remind", "warn"):
        return who
    content = next((j for j in range(by + 1, who[1] + 1) if view.lower[j] in _OPENERS), who[1] + 1)
    return who[0], content - 1  # "told by a teacher | that he must leave", "asked by a guard | how long"
