"""What the article calls each person: 'Mayor Ana Lopes', 'Ana Lopes, the mayor of Lisbon', 'Ana Lopes is mayor'."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.lexicon.roles import RoleNoun, role_nouns, states
from pipeline.speakers.mentions import Spot
from pipeline.speakers.narration import View

_NOMINAL = ("NN", "JJ", "HY", "VBN", "CD")
_OPENERS = frozenset((",", "-", "--", "—", "–", "("))
_LINKS = frozenset(("of", "for", "in", "at", "from", "to"))
_BE = frozenset(("is", "was", "'s", "became", "becomes", "remains", "are", "were"))
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


def _of(view: View, spot: Spot) -> Iterable[Role]:
    yield from _before(view, spot)
    yield from _inside(view, spot)
    yield from _after(view, spot)
    yield from _apposed(view, spot)
    yield from _copula(view, spot)
    yield from _party(view, spot)


def _before(view: View, spot: Spot) -> Iterable[Role]:
    """Title or role straight before the name."""
    if spot.first and (noun := role_noun(view, spot.first - 1)):
        yield _role(view, noun, _start(view, spot.first - 1), spot.first, ())


def _inside(view: View, spot: Spot) -> Iterable[Role]:
    """A title that the mention itself includes."""
    for n in range(spot.first, spot.last - 1):
        if noun := role_noun(view, n):
            yield _role(view, noun, _start(view, n), n + 1, ())


def _start(view: View, n: int) -> int:
    """The first word of the noun group that ends at n."""
    while n and view.tags[n - 1].startswith(_NOMINAL) and view.sents[n - 1] == view.sents[n]:
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
    if n >= first and (noun := role_noun(view, n)) and _closes(view, n + 1):
        yield _role(view, noun, first, n + 1, _linked(view, n + 1))


def _closes(view: View, n: int) -> bool:
    """An apposition ends in a mark or goes on with 'of ...'; 'Lopes, the mayor said' is none."""
    return n >= len(view.lower) or not view.tags[n].startswith("V")


def _apposed(view: View, spot: Spot) -> Iterable[Role]:
    """'the mayor of Lisbon, Ana Lopes': by the parse."""
    head = view.heads[spot.root]
    if view.deps[spot.root] == "appos" and head < spot.first and (noun := role_noun(view, head)):
        yield _role(view, noun, _start(view, head), head + 1, _linked(view, head + 1))


def _copula(view: View, spot: Spot) -> Iterable[Role]:
    """'Ana Lopes is the mayor of Lisbon'."""
    verb = view.heads[spot.root]
    if view.deps[spot.root] != "nsubj" or view.lower[verb] not in _BE:
        return
    for n in range(verb + 1, min(verb + 10, len(view.lower))):
        if view.deps[n] == "attr" and view.heads[n] == verb and (noun := role_noun(view, n)):
            yield _role(view, noun, _start(view, n), n + 1, _linked(view, n + 1))


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
    if n >= len(view.lower) or view.lower[n] not in _LINKS:
        return ()
    words = []
    for k in range(n + 1, min(n + 8, len(view.lower))):
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
