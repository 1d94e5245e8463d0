"""What the article calls each person: 'Mayor Ana Lopes', 'Ana Lopes, the mayor of Lisbon', 'Ana Lopes is mayor'."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lexicon.names import titles
from pipeline.lexicon.roles import RoleNoun, organisation_nouns, role_nouns, role_passives, role_verbs, states
from pipeline.lexicon.tables import words
from pipeline.speakers.narration import MentionTokens, Narration

NOMINAL = ("NN", "JJ", "HY", "VBN", "CD")
_OPENERS = frozenset((",", "-", "--", "—", "–", "("))
_LINKS = frozenset(("of", "for", "in", "at", "from", "to"))
_BE = frozenset(("is", "was", "'s", "became", "becomes", "become", "remains", "been"))
_CHOSEN = frozenset(("appointed", "elected", "named", "chosen", "made", "sworn", "as", "in", "the", "a", "an"))
_WORKS = frozenset(("works", "worked", "working", "serves", "served", "serving", "acts", "acted", "acting"))
_DENYING = frozenset(("not", "n't", "n’t", "never", "hardly", "neither"))
_HELPERS = frozenset(("has", "had", "now", "also", "still", "once", "then", "is", "was", "been"))
# What only a candidate has: "Lopes's campaign", "his bid".
_RUNS = frozenset(("campaign", "candidacy", "nomination"))
# Titles that tell a role in another word.
_TITLED = {
    "Dr": "doctor", "Father": "priest", "Fr": "priest", "Rev": "priest", "Reverend": "priest", "Sister": "nun",
    "Prof": "professor", "Sgt": "sergeant", "Capt": "captain", "Lt": "lieutenant", "Col": "colonel", "Gen": "general",
    "Det": "detective", "Insp": "inspector", "Supt": "superintendent", "Cllr": "councillor", "Maj": "major",
}  # fmt: skip
INTRODUCING = frozenset(("a", "an", "one", "another", "some", "any", "his", "her", "their", "my", "our", "your"))
APPOSITION = 14  # tokens after the comma that an apposition is looked for in
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


def collect_roles(narration: Narration, spots: Sequence[MentionTokens]) -> dict[str, list[Role]]:
    """Each person → the roles the article gives, each once."""
    roles: dict[str, dict[tuple[str, tuple[str, ...]], Role]] = defaultdict(dict)
    for spot in spots:
        if spot.mention.label == "PERSON":
            for role in _of(narration, spot):
                roles[spot.entity].setdefault((role.key, role.words), role)
    found = {entity: list(once.values()) for entity, once in roles.items()}
    for before, spot in pairwise(spot for spot in spots if spot.mention.label == "PERSON"):
        if narration.sents[before.first] == narration.sents[spot.first] and before.entity != spot.entity:
            found.get(spot.entity, []).extend(_shared(found, before.entity, spot.entity))
    return found


def _shared(roles: Mapping[str, Sequence[Role]], of: str, entity: str) -> list[Role]:
    """'Prime Minister Inge Holm met her Danish counterpart, Lars Bech': he is the Danish prime minister."""
    own = next((role for role in roles.get(entity, ()) if role.key == "counterpart"), None)
    theirs = next((role for role in roles.get(of, ()) if role.key != "counterpart"), None)
    if own is None or theirs is None or theirs.first >= own.first:
        return []
    words = tuple(word for word in (*own.words, *theirs.words) if word != "counterpart")
    return [Role(theirs.key, theirs.kinds, words, own.first, own.last)]


def role_noun(narration: Narration, n: int) -> RoleNoun | None:
    """The person noun at a token, singular only, or that of two words which ends there: "chief executive"."""
    word, nouns = narration.lower[n].rstrip("."), role_nouns()
    return (n and nouns.get(f"{narration.lower[n - 1]} {word}")) or nouns.get(word)


def is_document(narration: Narration, n: int) -> bool:
    """Whether a token is a noun for what somebody has written or published."""
    return narration.lower[n] in words("speakers/documents.txt")


def own_noun(narration: Narration, n: int) -> RoleNoun | None:
    """The person noun at a token; a noun of no list is one of its own kind ("the taoiseach")."""
    if noun := role_noun(narration, n):
        return noun
    word = narration.lower[n]
    the_oba = narration.tags[n] == "JJ" and narration.words[n][0].isupper() and narration.lower[n - 1] == "the"
    common = (narration.tags[n] in ("NN", "NNP") or the_oba) and word.isalpha() and word not in organisation_nouns()
    return RoleNoun(None, word, frozenset()) if common else None


def _of(narration: Narration, spot: MentionTokens) -> Iterable[Role]:
    yield from _before(narration, spot)
    yield from _inside(narration, spot)
    yield from _after(narration, spot)
    yield from _apposed(narration, spot)
    for verb in _told_of(narration, spot):
        yield from _predicate(narration, verb)
    yield from _candidate(narration, spot)
    yield from _party(narration, spot)


def _before(narration: Narration, spot: MentionTokens) -> Iterable[Role]:
    """Title or role straight before the name, and what "of ..." behind the name adds to it."""
    n = spot.first - 1
    if n < 0 or narration.sents[n] != narration.sents[spot.first] or narration.tags[n][:2] != "NN":
        return
    field = n > 1 and narration.lower[n - 1] == "of" and role_noun(narration, n) is None
    if field and (noun := role_noun(narration, n - 2)):  # "head of policy Ana Lopes"
        yield _role(narration, noun, _start(narration, n - 2), n - 1, (narration.lower[n],))
    title = _TITLED.get(narration.words[n].rstrip("."))
    if noun := role_nouns().get(title or "") or own_noun(narration, n):
        linked = _linked(narration, spot.last) if narration.lower[spot.last : spot.last + 1] == ["of"] else ()
        yield _role(narration, noun, _start(narration, n), spot.first, linked)


def _inside(narration: Narration, spot: MentionTokens) -> Iterable[Role]:
    """A title that the mention itself includes."""
    for n in range(spot.first, spot.last - 1):
        if noun := role_noun(narration, n):
            yield _role(narration, noun, _start(narration, n), n + 1, _linked(narration, spot.last))


def _start(narration: Narration, n: int) -> int:
    """The first word of the noun group that ends at n, an owner's name included ("Chile's foreign minister")."""
    while n and narration.tags[n - 1].startswith((*NOMINAL, "POS")) and narration.sents[n - 1] == narration.sents[n]:
        n -= 1
    return n


def _after(narration: Narration, spot: MentionTokens) -> Iterable[Role]:
    """'Ana Lopes, 54, the former mayor of Lisbon,' by word order alone."""
    end = min(spot.last + APPOSITION, len(narration.lower))
    n = spot.last
    if n >= end or narration.words[n] not in _OPENERS:
        return
    if n + 2 < end and narration.tags[n + 1] == "CD" and narration.words[n + 2] == ",":
        n += 2
    first = n + 1
    while n + 1 < end and (narration.tags[n + 1].startswith(NOMINAL) or narration.tags[n + 1] in ("DT", "PRP$", "POS")):
        n += 1
    if n >= first and (noun := own_noun(narration, n)) and _closes(narration, n + 1):
        yield _role(narration, noun, first, n + 1, _linked(narration, n + 1))


def _closes(narration: Narration, n: int) -> bool:
    """An apposition ends in a mark or goes on with 'of ...'; 'Lopes, the mayor said' is none."""
    return n >= len(narration.lower) or not narration.tags[n].startswith("V")


def _apposed(narration: Narration, spot: MentionTokens) -> Iterable[Role]:
    """'the mayor of Lisbon, Ana Lopes': by word order, else by the parse, which may hang her on Lisbon."""
    comma = spot.first - 1
    while comma > 0 and narration.lower[comma].rstrip(".") in titles():  # "the mayor of Lisbon, Ms Ana Lopes"
        comma -= 1
    head = _head_before_comma(narration, comma)
    if head < 0 and narration.deps[spot.root] == "appos":
        head = narration.heads[spot.root]
    if 0 <= head < spot.first and (noun := own_noun(narration, head)):
        yield _role(narration, noun, _start(narration, head), head + 1, _linked(narration, head + 1))


def _head_before_comma(narration: Narration, comma: int) -> int:
    """The head of the definite phrase that a comma ends, or -1: 'the mayor of Lisbon,'."""
    if comma < 2 or narration.words[comma] != ",":
        return -1
    head = comma - 1
    for n in range(comma - 1, max(comma - APPOSITION, -1), -1):
        if narration.lower[n] == "the" and narration.lower[n - 1] not in _LINKS:
            return head
        if narration.lower[n] in _LINKS:
            head = n - 1
        elif not narration.tags[n].startswith((*NOMINAL, "POS", "DT")):
            return -1
    return -1


def _told_of(narration: Narration, spot: MentionTokens) -> Iterable[int]:
    """The verbs that say what the person is or does: 'Ana Lopes leads', 'Ana Lopes, who became'."""
    verb = narration.heads[spot.root]
    if narration.deps[spot.root] in ("nsubj", "nsubjpass") and spot.last <= verb:
        yield verb
    who = spot.last + (narration.words[spot.last : spot.last + 1] == [","])
    if narration.lower[who : who + 1] == ["who"]:
        n = who + 1
        while n + 1 < len(narration.lower) and narration.lower[n] in _HELPERS and narration.tags[n + 1][0] in "VR":
            if narration.lower[n] in _BE and narration.tags[_behind_adverbs(narration, n + 1)][0] != "V":
                break  # "who is also the mayor": nothing is helped
            n += 1
        yield n


def _behind_adverbs(narration: Narration, n: int) -> int:
    """The token behind "also", "now" and the like; who is not the mayor, and never was, stays without the role."""
    while n + 1 < len(narration.tags) and narration.tags[n].startswith("RB") and narration.lower[n] not in _DENYING:
        n += 1
    return n


def _before_adverbs(narration: Narration, n: int) -> int:
    """The token before "also", "later" and the like."""
    while n > 0 and narration.tags[n].startswith("RB"):
        n -= 1
    return n


def _predicate(narration: Narration, verb: int) -> Iterable[Role]:
    """'is the mayor of Lisbon', 'was elected mayor', 'works as a nurse', 'leads the union'."""
    if verb >= len(narration.lower):
        return
    n, word = verb + 1, narration.lower[verb]
    passive = narration.lower[_before_adverbs(narration, verb - 1)] in _BE
    if key := (role_passives() if passive else role_verbs()).get(word):
        doer = role_nouns().get(key) or RoleNoun(None, key, frozenset())
        yield Role(doer.key, doer.kinds, (key, *_nouns_from(narration, n)), verb, verb + 1)
        return
    n = _behind_adverbs(narration, n) if word in _BE and n < len(narration.lower) else n
    known = word in _BE or word in _CHOSEN or (word in _WORKS and narration.lower[n : n + 1] == ["as"])
    while known and n < len(narration.lower) and narration.lower[n] in _CHOSEN:
        n += 1
    first = n
    while known and n < len(narration.lower) and narration.tags[n].startswith((*NOMINAL, "POS", "DT", "PRP$")):
        n += 1
    if n > first and narration.tags[n - 1][:2] == "NN" and (noun := own_noun(narration, n - 1)):
        yield _role(narration, noun, first, n, _linked(narration, n))


def _candidate(narration: Narration, spot: MentionTokens) -> Iterable[Role]:
    """'Ana Lopes's campaign' or 'the Lopes campaign' makes her a candidate."""
    n = spot.last + (narration.tags[spot.last : spot.last + 1] == ["POS"])
    if narration.lower[n : n + 1] and narration.lower[n] in _RUNS:
        noun = role_nouns()["candidate"]
        yield Role(noun.key, noun.kinds, ("candidate",), spot.first, spot.last)


def _party(narration: Narration, spot: MentionTokens) -> Iterable[Role]:
    """'Ana Lopes (R-Fla.)' is a Republican, and of Florida."""
    if match := _PARTY.match(narration.text, spot.mention.end):
        place = match[2].strip().lower().rstrip(".")
        words = (*states().get(place, place).split(), _PARTIES[match[1]])
        for key in (_PARTIES[match[1]], "senator", "congress", "representative", "lawmaker"):
            noun = role_nouns()[key] if key in role_nouns() else RoleNoun(None, key, frozenset())
            if key == _PARTIES[match[1]] or role_noun(narration, spot.first - 1 if spot.first else 0) == noun:
                yield Role(noun.key, noun.kinds, words, spot.first, spot.last)


def _role(narration: Narration, noun: RoleNoun, first: int, last: int, linked: tuple[str, ...]) -> Role:
    words = [
        bare
        for word, tag in zip(narration.lower[first:last], narration.tags[first:last], strict=True)
        if tag[0] in "NJVC" and (bare := word.rstrip("."))  # the dot of "Maj. Gen." may be a word of its own
    ]
    kinds = noun.kinds | {"diplomat"} if noun.key == "minister" and "foreign" in words else noun.kinds
    return Role(noun.key, kinds, (*words, *linked), first, last)


def _linked(narration: Narration, n: int) -> tuple[str, ...]:
    """The nouns of the 'of ...' that follows."""
    return _nouns_from(narration, n + 1) if n < len(narration.lower) and narration.lower[n] in _LINKS else ()


def _nouns_from(narration: Narration, n: int) -> tuple[str, ...]:
    words = []
    for k in range(n, min(n + 7, len(narration.lower))):
        if narration.tags[k][0] in "NJ":
            words.append(narration.lower[k])
        elif narration.tags[k] not in ("DT", "POS", "PRP$") and narration.lower[k] not in ("of", "and", "for"):
            break
    return tuple(words)


def introductions(narration: Narration) -> dict[str, list[int]]:
    """The nouns under which somebody without a name is brought in ('a woman', 'his lawyer') → where, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    nouns = role_nouns()
    for n in [n for n, word in enumerate(narration.lower) if word in nouns]:
        noun = role_noun(narration, n)
        if noun and narration.deps[n] not in ("compound", "appos", "attr"):
            left = narration.lower[min(_start(narration, n) - 1, n - 4) if n > 4 else 0 : n]
            if any(other in INTRODUCING for other in left):
                found[noun.key].append(n)
    return dict(found)
