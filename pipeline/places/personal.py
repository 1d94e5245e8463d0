"""Names of places that a person, an animal or a college bears here, told by the words beside them."""

import re
from collections.abc import Sequence

from pipeline.gazetteer import Gazetteer
from pipeline.lexicon import names
from pipeline.lexicon.roles import role_nouns
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.candidates import candidates

_SPEAKS = re.compile(
    r"(?:\s*+,\s++|\s++)(?:said|says|told|tells|added|asked|replied|laughed|wept|sighed|shouted|recalled)\b"
)
_SAID = re.compile(r"[,”\"]\s*(?:said|says|asked|added|replied)\s+$")
_AGE = re.compile(r"\s*,\s*\d{1,2}\s*[,;.)]|\s*\(\d{1,2}\)")
_APPOSITION = re.compile(
    r"\s*,\s+(?:(?:her|his|their|my|our)\s+(?P<kin>\w+)|an?\s+(?P<noun>(?>(?:[\w'’-]++\s){0,2})\w++))"
)
_KIN = re.compile(
    r"(?i)\b(?:her|his|their|my|our|your)\s+(?:[\w-]+\s)?(?:brother|sister|mother|father|daughter|son|wife|husband|aunt"
    r"|uncle|cousin|niece|nephew|grand\w+|step\w+|twin|girlfriend|boyfriend|fianc\w+|partner|friend|dog|cat|horse|baby)"
    r"s?,?\s+$"
)
_SOMEBODY = re.compile(r"(?i)\b(?:another|a (?:second|third|fourth)|the)(?:\s+(?P<noun>[a-z-]+))?,\s+$")
_PERSONAL = re.compile(
    r"(?:-era|\s+(?:administration|presidency|trial|tapes|campaign|era|family|doctrine|biography|memoirs?|assassination"
    r"|inauguration|years|supporters))\b"
)
_GAME = re.compile(r"\s+(?:coach|guard|forward|quarterback|(?:lost|fell) to|beat|defeated|upset|players)\b")
_THERE = re.compile(r"(?i)\b(?:in|at|near|to|from|outside|through) $")
_SCHOOL = re.compile(
    r"(?i)\b(?:students?|professors?|researchers?|lecturers?|graduates?|alumni|freshm[ae]n|sophomores?|scholars?|degree)"
    r"\s+(?:at|from)\s+(?-i:(?>(?:[A-Z][\w.]++(?:,\s|\sand\s|,\sand\s)){0,4}))$"
)


def is_being(text: str, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether the words beside a given name say that a person or an animal bears it here."""
    before, end = text[max(0, mention.start - 40) : mention.start], mention.end
    if _KIN.search(before):
        return True
    if not names.given_name(mention.text):
        return False
    if _AGE.match(text, end):
        return True
    if (somebody := _SOMEBODY.search(before)) and (not somebody["noun"] or somebody["noun"] in role_nouns()):
        return True
    if beside := _APPOSITION.match(text, end):
        said = beside["kin"] or beside["noun"]
        if not words("places/place_nouns.txt").intersection(said.lower().split()):
            return True
    if is_power(mention, gazetteer) or before.endswith("-"):
        return False
    return bool(_SPEAKS.match(text, end) or (_SAID.search(before) and text[end : end + 1] in (".", ",")))


def is_surname(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a name is a family name, and no country, capital or state."""
    return names.surname(mention.text.split()[-1]) and not is_power(mention, gazetteer)


def is_power(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether the name is best known for a country, a capital or a state: those speak, and a person seldom does."""
    places = candidates(mention.text, gazetteer)[1]
    return bool(places) and places[0].feature in ("country", "capital", "admin1")


def is_personal(text: str, mention: Mention) -> bool:
    """Whether a family name stands for its bearer: the Obama administration, the Kennedy trial."""
    return bool(_PERSONAL.match(text, mention.end)) and (
        names.surname(mention.text) or mention.text in words("places/politicians.txt")
    )


def is_ruler(text: str, mention: Mention, toponyms: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    """Whether the name of a head of state means its bearer.

    It is a town where something is said to be there and the article names another town of that region: the ferry from
    Obama to Tsuruga.
    """
    if mention.text not in words("places/politicians.txt"):
        return False
    regions = {(place.country, place.admin1) for place in candidates(mention.text, gazetteer)[1]}
    others = (candidates(other.text, gazetteer)[1][:1] for other in toponyms if other.text != mention.text)
    named = any((place.country, place.admin1) in regions for places in others for place in places)
    return not (named and _THERE.search(text, max(0, mention.start - 12), mention.start))


def is_college(text: str, mention: Mention) -> bool:
    """Whether a name stands for the university of that name: a student at Columbia."""
    if mention.text not in words("places/universities.txt"):
        return False
    first = max(0, mention.start - 80)
    return bool(_SCHOOL.search(text, first, mention.start) or _GAME.match(text, mention.end))
