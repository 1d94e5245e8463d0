"""What the article calls each person: 'Mayor Ana Lopes', 'Ana Lopes, the mayor of Lisbon', 'Ana Lopes is mayor'."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.lexicon.gender import sex_of_name
from pipeline.lexicon.roles import RoleNoun, organisation_nouns, role_nouns, role_verbs, states
from pipeline.speakers.mentions import Spot
from pipeline.speakers.narration import View

_NOMINAL = ("NN", "JJ", "HY", "VBN", "CD")
_OPENERS = frozenset((",", "-", "--", "—", "–", "("))
_LINKS = frozenset(("of", "for", "in", "at", "from", "to"))
_BE = frozenset(("is", "was", "'s", "became", "becomes", "become", "remains", "been"))
_CHOSEN = frozenset(("appointed", "elected", "named", "chosen", "made", "sworn", "as", "in", "the", "a", "an"))
_WORKS = frozenset(("works", "worked", "serves", "served", "acts", "acted"))
_HELPERS = frozenset(("has", "had", "now", "also", "still", "once", "then", "is", "was", "been"))
# What only a candidate has: "Lopes's campaign", "his bid".
_RUNS = frozenset(("campaign", "candidacy", "nomination"))
INTRODUCING = frozenset(("a", "an", "one", "another", "some", "any", "his", "her", "their"))
_APPOSITION = 14  # tokens after the comma that an apposition is looked for in
_PARTY = re.compile(r"\s*[(,]\s*(R|D|I)(?:-|\s+of\s+)((?:[A-Z][\w.]*\s?){1,2})")
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}


@dataclass(frozen=True, slots=True)
class Role:
    """One thing a person is called: the noun's key, all words of it in order, and the tokens that say it."""

    key: str
    kinds: frozenset[str]
    words: tuple[str, ...]
    first: int
    last: int


def collect_roles(view: View, spots: Sequence[Spot]) -> dict[str, list[Role]]:
    """Each person → the roles the article gives, each once."""
    roles: dict[str, dict[tuple[str, tuple[str, ...]], Role]] = defaultdict(dict)
    for spot in spots:
        if spot.mention.label == "PERSON":
            for role in _of(view, spot):
                roles[spot.entity].setdefault((role.key, role.words), role)
    return {entity: list(once.values()) for entity, once in roles.items()}


def role_noun(view: View, n: int) -> RoleNoun | None:
    """The person noun at a token, singular only."""
    word = view.lower[n].rstrip(".")
    return role_nouns().get(word)


def own_noun(view: View, n: int) -> RoleNoun | None:
    """The person noun at a token; a noun of no list is one of its own kind ("the taoiseach")."""
    if noun := role_noun(view, n):
        return noun
    word = view.lower[n]
    common = view.tags[n] in ("NN", "NNP") and word.isalpha() and word not in organisation_nouns()
    return RoleNoun(None, word, frozenset()) if common else None


def _of(view: View, spot: Spot) -> Iterable[Role]:
    yield from _before(view, spot)
    yield from _inside(view, spot)
    yield from _after(view, spot)
    yield from _apposed(view, spot)
    for verb in _told_of(view, spot):
        yield from _predicate(view, verb)
    yield from _candidate(view, spot)
    yield from _party(view, spot)


def _before(view: View, spot: Spot) -> Iterable[Role]:
    """Title or role straight before the name, and what "of ..." behind the name adds to it."""
    n = spot.first - 1
    if n < 0 or view.sents[n] != view.sents[spot.first] or view.tags[n][:2] != "NN":
        return
    if noun := own_noun(view, n):
        linked = _linked(view, spot.last) if view.lower[spot.last : spot.last + 1] == ["of"] else ()
        yield _role(view, noun, _start(view, n), spot.first, linked)


def _inside(view: View, spot: Spot) -> Iterable[Role]:
    """A title that the mention itself includes."""
    for n in range(spot.first, spot.last - 1):
        if noun := role_noun(view, n):
            yield _role(view, noun, _start(view, n), n + 1, _linked(view, spot.last))


def _start(view: View, n: int) -> int:
    """The first word of the noun group that ends at n, an owner's name included ("Chile's foreign minister")."""
    while n and view.tags[n - 1].startswith((*_NOMINAL, "POS")) and view.sents[n - 1] == view.sents[n]:
        n -= 1
    return n


def _after(view: View, spot: Spot) -> Iterable[Role]:
    """'Ana Lopes, 54, the former mayor of Lisbon,' by word order alone."""
    end = min(spot.last + _APPOSITION, len(view.lower))
    n = spot.last
    if n >= end or view.words[n] not in _OPENERS:
        return
    if n + 2 < end and view.tags[n + 1] == "CD" and view.words[n + 2] == ",":
        n += 2
    first = n + 1
    while n + 1 < end and (view.tags[n + 1].startswith(_NOMINAL) or view.tags[n + 1] in ("DT", "PRP$", "POS")):
        n += 1
    if n >= first and (noun := own_noun(view, n)) and _closes(view, n + 1):
        yield _role(view, noun, first, n + 1, _linked(view, n + 1))


def _closes(view: View, n: int) -> bool:
    """An apposition ends in a mark or goes on with 'of ...'; 'Lopes, the mayor said' is none."""
    return n >= len(view.lower) or not view.tags[n].startswith("V")


def _apposed(view: View, spot: Spot) -> Iterable[Role]:
    """'the mayor of Lisbon, Ana Lopes': by word order, else by the parse, which may hang her on Lisbon."""
    head = _head_before_comma(view, spot.first - 1)
    if head < 0 and view.deps[spot.root] == "appos":
        head = view.heads[spot.root]
    if 0 <= head < spot.first and (noun := own_noun(view, head)):
        yield _role(view, noun, _start(view, head), head + 1, _linked(view, head + 1))


def _head_before_comma(view: View, comma: int) -> int:
    """The head of the definite phrase that a comma ends, or -1: 'the mayor of Lisbon,'."""
    if comma < 2 or view.words[comma] != ",":
        return -1
    head = comma - 1
    for n in range(comma - 1, max(comma - _APPOSITION, -1), -1):
        if view.lower[n] == "the" and view.lower[n - 1] not in _LINKS:
            return head
        if view.lower[n] in _LINKS:
            head = n - 1
        elif not view.tags[n].startswith((*_NOMINAL, "POS", "DT")):
            return -1
    return -1


def _told_of(view: View, spot: Spot) -> Iterable[int]:
    """The verbs that say what the person is or does: 'Ana Lopes leads', 'Ana Lopes, who became'."""
    verb = view.heads[spot.root]
    if view.deps[spot.root] in ("nsubj", "nsubjpass") and spot.last <= verb:
        yield verb
    who = spot.last + (view.words[spot.last : spot.last + 1] == [","])
    if view.lower[who : who + 1] == ["who"]:
        n = who + 1
        while n + 1 < len(view.lower) and view.lower[n] in _HELPERS and view.tags[n + 1][0] in "VR":
            n += 1
        yield n


def _predicate(view: View, verb: int) -> Iterable[Role]:
    """'is the mayor of Lisbon', 'was elected mayor', 'works as a nurse', 'leads the union'."""
    if verb >= len(view.lower):
        return
    n, word = verb + 1, view.lower[verb]
    if key := role_verbs().get(word):
        doer = role_nouns().get(key) or RoleNoun(None, key, frozenset())
        yield Role(doer.key, doer.kinds, (key, *_nouns_from(view, n)), verb, verb + 1)
        return
    known = word in _BE or word in _CHOSEN or (word in _WORKS and view.lower[n : n + 1] == ["as"])
    while known and n < len(view.lower) and view.lower[n] in _CHOSEN:
        n += 1
    first = n
    while known and n < len(view.lower) and view.tags[n].startswith((*_NOMINAL, "POS", "DT", "PRP$")):
        n += 1
    if n > first and view.tags[n - 1][:2] == "NN" and (noun := own_noun(view, n - 1)):
        yield _role(view, noun, first, n, _linked(view, n))


def _candidate(view: View, spot: Spot) -> Iterable[Role]:
    """'Ana Lopes's campaign' or 'the Lopes campaign' makes her a candidate."""
    n = spot.last + (view.tags[spot.last : spot.last + 1] == ["POS"])
    if view.lower[n : n + 1] and view.lower[n] in _RUNS:
        noun = role_nouns()["candidate"]
        yield Role(noun.key, noun.kinds, ("candidate",), spot.first, spot.last)


def _party(view: View, spot: Spot) -> Iterable[Role]:
    """'Ana Lopes (R-Fla.)' is a Republican, and of Florida."""
    if match := _PARTY.match(view.text, spot.mention.end):
        place = match[2].strip().lower().rstrip(".")
        words = (*states().get(place, place).split(), _PARTIES[match[1]])
        for key in (_PARTIES[match[1]], "senator", "congress", "representative", "lawmaker"):
            noun = role_nouns()[key] if key in role_nouns() else RoleNoun(None, key, frozenset())
            if key == _PARTIES[match[1]] or role_noun(view, spot.first - 1 if spot.first else 0) == noun:
                yield Role(noun.key, noun.kinds, words, spot.first, spot.last)


def _role(view: View, noun: RoleNoun, first: int, last: int, linked: tuple[str, ...]) -> Role:
    words = [
        word.rstrip(".")
        for word, tag in zip(view.lower[first:last], view.tags[first:last], strict=True)
        if tag[0] in "NJVC"
    ]
    return Role(noun.key, noun.kinds, (*words, *linked), first, last)


def _linked(view: View, n: int) -> tuple[str, ...]:
    """The nouns of the 'of ...' that follows."""
    return _nouns_from(view, n + 1) if n < len(view.lower) and view.lower[n] in _LINKS else ()


def _nouns_from(view: View, n: int) -> tuple[str, ...]:
    words = []
    for k in range(n, min(n + 7, len(view.lower))):
        if view.tags[k][0] in "NJ":
            words.append(view.lower[k])
        elif view.tags[k] not in ("DT", "POS", "PRP$") and view.lower[k] not in ("of", "and", "for"):
            break
    return tuple(words)


def introductions(view: View) -> dict[str, int]:
    """The nouns under which somebody without a name is brought in ('a woman', 'his lawyer') → where first."""
    found: dict[str, int] = {}
    nouns = role_nouns()
    for n, word in enumerate(view.lower):
        if word in nouns and view.deps[n] not in ("compound", "appos", "attr"):
            left = view.lower[max(n - 4, 0) : n]
            if any(other in INTRODUCING for other in left):
                found.setdefault(nouns[word].key, n)
    return found


def describe_bodies(view: View, spots: Sequence[Spot]) -> dict[str, set[str]]:
    """Each organisation → what the article calls it: 'the union Verdi', 'Brightlake, a software maker'."""
    found: dict[str, set[str]] = defaultdict(set)
    nouns = organisation_nouns()
    for spot in spots:
        if spot.mention.label == "PERSON" and sex_of_name(spot.mention.text):
            continue
        before = view.lower[spot.first - 1] if spot.first else ""
        if before in nouns:
            found[spot.entity].add(before)
        n = spot.last
        if view.words[n : n + 1] == [","] and view.lower[n + 1 : n + 2] in (["a"], ["an"], ["the"]):
            while n + 2 < len(view.words) and view.tags[n + 2].startswith(_NOMINAL):
                n += 1
            if view.lower[n + 1] in nouns:
                found[spot.entity].add(view.lower[n + 1])
    return dict(found)
