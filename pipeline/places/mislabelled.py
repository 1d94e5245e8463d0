"""Toponyms that the model labelled PERSON, ORG or the like, told by the words beside them and by their neighbours.

Each piece of evidence counts in points, like the logarithm of odds: how well the place is known, whether the article
speaks of its country, what stands before and after the name, what stands beside it in a list. Names of persons, bodies
and common words need more. A name that is a place at one mention is so at each where nothing speaks against it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.records import FOREIGN, inside
from pipeline.lexicon import names
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.candidates import candidates
from pipeline.places.false_toponyms import is_direction, is_seldom_place

_MISTAKEN = frozenset(("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "FAC"))
_ENOUGH = 2.5  # points from which a name is a place
_LEAST = 0.9  # of them from the words beside it
_TEAM = 3.0
_SEATS = frozenset(("White House", "Kremlin", "Pentagon", "Capitol", "Elysee", "Elysée", "Bundestag", "Knesset"))
_UNIONS = frozenset(("European Union", "Soviet Union"))
_ACRONYM = 5  # letters
_INSIDE = re.compile(
    r"(?i)(?:\b(?:in|near|outside|inside|around|throughout|across|towards?|into|via|off|beyond|above|below|behind|along"
    r"|(?:port|town|city|village|suburb|district|community|communities|province|region|state|capital|island|outskirts|streets|area|people"
    r"|residents?|natives?|(?:north|south|east|west)|mayor|governor|council|siege|battle|shelling|bombing) of"
    r"|(?:northern|southern|eastern|western|central|downtown|nearby|neighbou?ring|rural|native|home ?town)"
    r"|(?:capital|city|town|village|port|suburb|province|island))\s+(?:the\s+)?)$"
)
_TOWARDS = re.compile(
    r"(?i)(?:\b(?:at|to|from|through|past|between|over|against|on|reach(?:ed)?|left|leave|fled|hit|struck|took|visit(?:ed)?"
    r"|enter(?:ed)?|seized?|recaptured?|captured?|bombed|toured|shell(?:ed)?|leaving|near(?:ed)?|for)\s+"
    r"|,\s+of\s+|^|[.!?:\n][\"”’)]?\s{1,3}|[\"“(]|\b(?:a|an|the)\s+)$"
)
# What runs between places: "the train to Machynlleth", "the road from Gulu".
_JOURNEY = re.compile(
    r"(?i)\b(?:trains?|buses|bus|coach|ferry|ferries|flights?|roads?|rail(?:way)?|motorway|highway|line|boats?|trips?|drive"
    r"|walk|pipeline) (?:to|from)\s+$"
)
_CIVIC = re.compile(
    r"\s*['’]s?\s+(?:police|mayor|council|court|airport|port|residents|streets|harbou?r|hospitals?|director|government"
    r"|parliament|capital|suburbs?|sewage|waters?|beaches|north|south|east|west|old town|people)\b"
    r"|\s+(?:police|mayor|city council|town council|residents?|airport|harbou?r|port|province|region|district|county"
    r"|city"
    r"|town|village|suburb|suburbs|camps?|island|peninsula|neighbou?rhood|valley|river|fire(?:fighters)?|voters"
    r"|authorities|officials|shootings?|bombings?|attacks?|earthquake|quake|jail|prison|stadium|native|woman|man|mother"
    r"|father|couple|teenager|family|governor|state|territory)\b"
)
_HOLDS = re.compile(r"\s*,\s+$|\s+in\s+(?:the\s+)?(?:\w+\s)?$|\s*\($")
_OWNED = re.compile(r"['’]s?\s+(?:\w+\s)?$")  # Slovenia's Maribor, Kenya's overcrowded Dadaab
_LISTED = re.compile(r"\s*(?:,|and|or|&|,\s*and|,\s*or|to)\s*")
_SPEAKS = re.compile(
    r"(?:\s*+,\s++|\s++)(?:said|says|told|added|asked|wrote|who|whose|has said|replied|argued|was born)\b"
    r"|\s*,\s+\d\d?\s*,"
)
_BEATEN = re.compile(
    r"(?i)\b(?:lost|fell|loss|losing|win|won|victory|draw|drew|drawing|defeat) (?:to|over|with|at|by)\s+$"
)
_NEXT = re.compile(r"\s+(\w+)")
_TITLE = re.compile(r"(?<![\w.-])([A-Z][a-z]*+\.?+|[a-z-]++)\s{1,3}$")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})?\s*(?:\([A-Z][\w/ .,]+\)\s*)?(?:—|–|---?|-\s)\s*|:\s+(?=[A-Z])")
_MARKS = ('"', "“", "”")  # a name alone in quotation marks is a title, a part in a play
_WINDOW = 32


def mislabelled_toponyms(
    text: str,
    mentions: Sequence[Mention],
    toponyms: Sequence[Mention],
    gazetteer: Gazetteer,
    teams: Collection[int] = (),
) -> list[Mention]:
    """Mentions of other labels that are toponyms all the same, but for those by which a team goes."""
    article = _Article(text, mentions, toponyms, gazetteer)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for n, mention in enumerate(mentions):
        if mention.label in _MISTAKEN and mention.start not in article.places and mention.start not in teams:
            groups[mention.text].append(n)
    found: list[Mention] = []
    waiting = {
        name: (known, numbers)
        for name, numbers in groups.items()
        if (known := article.known(mentions[numbers[0]])) is not None
    }
    accepted = True
    while waiting and accepted:  # a place found may be the neighbour that tells another
        accepted = False
        for name, (known, numbers) in list(waiting.items()):
            contexts = [article.context(n) for n in numbers]
            if max(contexts) >= _LEAST and known + max(contexts) >= _ENOUGH:
                accepted = True
                del waiting[name]
                meant = [mentions[n] for n, points in zip(numbers, contexts, strict=True) if points >= 0]
                article.add(meant)
                found += meant
    return found


class _Article:
    """What the mentions of one article say about one another."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], toponyms: Sequence[Mention], gazetteer: Gazetteer
    ) -> None:
        self._text, self._mentions, self._gazetteer = text, mentions, gazetteer
        self.places: dict[int, tuple[PlaceRecord, ...]] = {}
        self._countries: set[str | None] = set()
        self.add(toponyms)
        people = [mention.text.split() for mention in mentions if mention.label == "PERSON"]
        self._surnames = {parts[-1] for parts in people if len(parts) > 1}
        self._given = {parts[0] for parts in people if len(parts) > 1}

    def add(self, toponyms: Sequence[Mention]) -> None:
        """Take these mentions for places from now on."""
        for toponym in toponyms:
            self.places[toponym.start] = places = candidates(toponym.text, self._gazetteer)[1]
            if places:
                self._countries.add(places[0].country)

    def known(self, mention: Mention) -> float | None:
        """Points for the name itself, wherever it stands; None where no place bears it."""
        places = candidates(mention.text, self._gazetteer)[1]
        if not places or mention.text in self._surnames or mention.text in self._given or places[0].name in _UNIONS:
            return None
        if self._is_no_place(mention):
            return None
        if mention.text.isupper() and len(mention.text) <= _ACRONYM and places[0].feature != "country":
            return None
        points = max(self._worth(place) for place in places[:8])
        if mention.label == "ORG" and (places[0].feature == "country" or mention.text in _SEATS):
            points -= _TEAM  # a national side, or those who sit in the Kremlin
        if names.known().get(mention.text) == "ORG":
            points -= _TEAM  # Toyota
        if mention.label == "PERSON":
            points -= _personal(mention.text)
        if mention.text.casefold() in words("entities/words.txt"):
            points -= 2.0
        if mention.text.isupper():
            points -= 1.0
        return points

    def _is_no_place(self, mention: Mention) -> bool:
        """Whether the name means a person, a people or a direction, whatever stands beside it."""
        name = mention.text
        if name in words("places/no_places.txt") or name in words("places/politicians.txt") or is_direction(name):
            return True  # a North-South derby
        if mention.label == "NORP" and name in words("entities/peoples.txt"):
            return True  # the Roma
        return is_seldom_place(self._text, mention, self._gazetteer)

    def _worth(self, place: PlaceRecord) -> float:
        points = min(max(place.importance - 4.0, -1.0), 2.0)
        if place.country in self._countries and place.country:
            points += 1.3
        return points - (1.5 if place.name_rank == FOREIGN else 0.0)

    def context(self, n: int) -> float:
        """Points for the words beside mention number n, and for its neighbours in a list."""
        text, mention = self._text, self._mentions[n]
        start, end = mention.start, mention.end
        before, after = text[max(0, start - _WINDOW) : start], _NEXT.match(text, end)
        inside_it = bool(_INSIDE.search(before) or _JOURNEY.search(before))
        if (_SPEAKS.match(text, end) and not inside_it) or (after and after[1] in names.cues("team_after")):
            return -3.0
        title = _TITLE.search(before)
        if (title and title[1] in names.cues("team_before")) or _BEATEN.search(before):
            return -3.0
        if title and (names.role(title[1]) or (names.title(title[1]) and title[1][0].isupper())):
            return -3.0
        points = 0.0
        if inside_it:
            points += 2.5
        elif _TOWARDS.search(before) and not (before[-1:] in _MARKS and text[end : end + 1] in _MARKS):
            points += 1.0
        if _CIVIC.match(text, end):
            points += 1.5
        if (not before or before.endswith("\n")) and _DATELINE.match(text, end):
            points += 2.0
        return points + self._neighbours(n)

    def _neighbours(self, n: int) -> float:
        text, mention = self._text, self._mentions[n]
        points = 0.0
        if n + 1 < len(self._mentions) and (after := self._mentions[n + 1]).start in self.places:
            gap = text[mention.end : after.start]
            if _LISTED.fullmatch(gap):
                points = 1.7
            if _HOLDS.fullmatch(gap) and self._inside(mention, after):
                points = 2.5
        if n and (before := self._mentions[n - 1]).start in self.places:
            gap = text[before.end : mention.start]
            if _LISTED.fullmatch(gap):
                points = max(points, 1.7)
            if _OWNED.fullmatch(gap) and self._inside(mention, before):
                points = max(points, 2.5)
            if _HOLDS.fullmatch(gap) and self._inside(before, mention):
                points = max(points, 4.0)
        return points

    def _inside(self, mention: Mention, other: Mention) -> bool:
        """Whether places of the one name lie in places of the other."""
        holders = candidates(other.text, self._gazetteer)[1][:3]
        places = candidates(mention.text, self._gazetteer)[1][:8]
        return any(inside(place, holder) for place in places for holder in holders)


def _personal(name: str) -> float:
    """How much the parts of a name look like a person's."""
    given, family = names.given_name(name.split()[0]), names.surname(name.split()[-1])
    if " " in name:
        return 1.0 if given or family else 0.0
    return 1.5 * family + 0.7 * given if given or family else -0.8
