"""Names labelled as places that are none here: illnesses, directions, peoples, persons and animals, colleges, days.

A person is told by the words beside a name ("her brother Cairo", "Victoria, a poodle", "Dallas said"). A name that is
a person's at one mention is so at every mention where nothing is said to be in, at or near it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.records import FOREIGN
from pipeline.lexicon import names
from pipeline.lexicon.countries import country_of_people
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.candidates import candidates
from pipeline.places.personal import is_being, is_college, is_personal, is_ruler, is_surname
from pipeline.places.sites import is_site
from pipeline.text.layout import MONTH

_ILLNESS = re.compile(r"(?i)west nile|ebola|zika|lassa|marburg|hendra|nipah|chikungunya|dengue|h\d+n\d+|swine|lyme")
_SICK = re.compile(r"(?i)\s*\[?(?:virus|(?:ha?emorrhagic )?fever|disease|flu|influenza|encephalitis|syndrome)\b")
_DIRECTION = re.compile(r"(?i)(?:north|south|east|west|central)(?:ern)?|upper|lower")
_COMPASS = re.compile(
    r"(?i)(?:the )?(?:(?:(?:north|south)[ -]?(?:east|west)|mid[ -]?west)(?:ern)?"
    r"|(?:north|south|east|west|central)(?:ern)? (?:district|division|region|sector))"
)
_COURT = re.compile(r" of [A-Z]")  # the Southern District of New York
_PART = re.compile(r"\s+(?:[Pp]rovince|[Rr]egion|[Ss]tate|[Dd]istrict)\b")
_DEGREE = re.compile(
    r"(?:(?:Ed|J|M|R|S|D|Ph|Psy|Pharm)D|[BM](?:S|A|Sc|Ed|BA|PH|PA|SW|SN|FA)|PA|RN|D[COV]|DDS|DVM|DNP|LL[BM]|CPA|PE|NP"
    r"|FAC[SP]|LCSW|Esq)"
)
_CREDENTIALS = re.compile(r"(?>(?:,\s*+[A-Z][A-Za-z.]{0,6}+)*),\s*+")  # "Valerie Bergstrom, M.S., R.D."
_STATES = re.compile(r" (?:states?|nations?|countries|republics?|trio|capitals?)\b")
_CLOCK = re.compile(r"\s+(?:(?:Standard|Daylight)\s+)?[Tt]ime\b(?! zone)")
_STATE_AFTER = re.compile(r",\s+([A-Z]\w++(?: [A-Z]\w++|\.)?)")
_DAY = re.compile(rf"\b{MONTH}\s+\d")
_LINE_LABEL = re.compile(r"(?m)^([A-Z][A-Z.'’-]*+(?>(?: [A-Z.'’-]++)*))(?: \([^()\n]{1,40}+\))?:")
_SAINT = re.compile(r"(?:St\.?|Saint) [A-Z]")
_HOUSE = re.compile(
    r"['’]s?\s+(?:(?:[A-Z][\w.]++\s){0,3}?(?:School|Church|Hospital|College|University|Health|Academy|Cathedral|Parish|Hall)"
    r"|school|church|hospital|pupils|students?|parish|choir|Day|Eve)\b"
)
_SPOKEN = frozenset(("BC", "NY", "LA"))  # codes that stand alone in a sentence; "3,000 BC" is a date
_CODE = re.compile(r"[A-Z]{2}")
_VARIANT = 1.5  # what a name by which a place is known elsewhere takes off its importance: kale is no Kalemyo
_KNOWN = 4.7  # importance from which a place is known though its name is a common word
_HAMLET = 2.0  # and below which it never is
_COMPOUND = frozenset(("water", "continent", "area"))  # Asia-Pacific markets, the trans-Atlantic trade

_WHERE = re.compile(
    r"(?i)(?:(?:^|[\s(])(?:in|at|near|to|from|outside|inside|around|across|through|over|into|via|on)|,\s+of"
    r"|\b(?:areas?|parts?|city|town|village|port|people|residents?|citizens|voters|streets|most|all|half|out|outskirts"
    r"|suburbs?|centre|center|heart|edge|north|south|east|west|capital|rest|mayor|governor|bishop|archbishop|university)"
    r"\s+of)\s+(?:the\s+)?$"
)
# A work that is watched or staged, where the article goes on about "the film".
_WATCHED = re.compile(
    r"(?i)\b(?:watch(?:ed|es|ing)?|sat through|screen(?:ed|s|ings? of)|starr(?:ed|ing) in|remake of|sequel to|staged"
    r"|premi[eè]re of|performances? of|reread|rewatched"
    r"|the (?:film|movie|musical|opera|play|novel|series|sitcom|drama))\s+$"
)
_WORK = re.compile(
    r"\b[Tt]he (?:film|movie|musical|opera|play|novel|series|sitcom|drama|picture)\b(?! festival| industry)"
)


def false_toponyms(
    text: str, mentions: Sequence[Mention], toponyms: Sequence[Mention], gazetteer: Gazetteer
) -> set[tuple[int, int]]:
    """Start and end of those toponyms that are no places in this article."""
    surnames = {
        name
        for mention in mentions
        if mention.label == "PERSON"
        for name in (mention.text.partition(" ")[2], mention.text.rpartition(" ")[2])
        if " " in mention.text
    }
    uncommon = {toponym.text for toponym in toponyms if _is_used_as_place(text, toponym, gazetteer)}
    labels = Counter(match[1].strip() for match in _LINE_LABEL.finditer(text))
    beings = {
        toponym.text
        for toponym in toponyms
        if toponym.label != "FAC" and (is_being(text, toponym, gazetteer) or is_college(text, toponym))
    }
    found = set()
    people = {mention.start for mention in mentions if mention.label == "PERSON"}
    beings |= {one.text for one in toponyms if one.end + 1 in people and names.given_name(one.text)}  # India Rose Clark
    for toponym in toponyms:
        somewhere = _WHERE.search(text, max(0, toponym.start - 30), toponym.start)
        if (
            (toponym.text in beings and (not somewhere or is_college(text, toponym)))
            or (toponym.text in surnames and not somewhere and is_surname(toponym, gazetteer))
            or toponym.text not in uncommon
            or toponym.text.strip(".") in words("places/no_places.txt")
            or any(rule(text, toponym) for rule in _RULES)
            or _is_speaker(text, toponym, labels)
            or is_ruler(text, toponym, toponyms, gazetteer)
            or is_seldom_place(text, toponym, gazetteer)
            or _is_compass_word(text, toponym, toponyms, gazetteer)
            or _is_compound(text, toponym, gazetteer)
        ):
            found.add((toponym.start, toponym.end))
    found.update(_degrees(text, mentions, gazetteer))
    return found


def is_disease(text: str, mention: Mention) -> bool:
    """Whether a name is the name of an illness, though a place bears it too: West Nile virus, Ebola fever."""
    return bool(_ILLNESS.fullmatch(mention.text) or _SICK.match(text, mention.end)) and mention.label != "FAC"


def _is_used_as_place(text: str, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a name is more than a common word that some hamlet bears: Comfort is a girl, "in Comfort" is in Texas."""
    if mention.text.casefold() not in words("entities/words.txt") or mention.label == "FAC":
        return True
    places = candidates(mention.text, gazetteer)[1]
    best = max((p.importance - _VARIANT * (p.name_rank == FOREIGN) for p in places), default=_KNOWN)
    if best >= _KNOWN or best < _HAMLET:
        return best >= _KNOWN
    somewhere = _WHERE.search(text, max(0, mention.start - 30), mention.start)
    return bool(somewhere or _AFTER.match(text, mention.end) or mention.text.isupper())


def is_seldom_place(text: str, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a people, a language, a planet or half a word is meant, though a place bears the name too.

    The English county, written in Thai, life on Mars, the Vice-Admiral; but Canadian, Texas. What is a land's or a
    sea's name as well ("a Saudi prince", the Mediterranean) is that.
    """
    name = mention.text.strip("-‑–")
    if not (
        country_of_people(name) or name in words("entities/peoples.txt") or name in words("places/seldom_places.txt")
    ):
        return False
    if any(place.feature == "country" or place.feature in _COMPOUND for place in candidates(name, gazetteer)[1]):
        return False
    state = _STATE_AFTER.match(text, mention.end)
    return not (state and candidates(f"{name}, {state[1]}", gazetteer)[1])


def is_direction(name: str) -> bool:
    """Whether a name is but a direction: North, Eastern."""
    return bool(_DIRECTION.fullmatch(name))


def _is_work(text: str, mention: Mention) -> bool:
    """Whether a film, a play or a book of that name is meant: pupils sat through Casablanca, and "the film" follows."""
    return bool(_WATCHED.search(text, max(0, mention.start - 30), mention.start) and _WORK.search(text))


def _is_saints_house(text: str, mention: Mention) -> bool:
    """Whether a saint's name is that of a church, a school or a hospital: St. Mary's High School."""
    return bool(_SAINT.match(mention.text) and _HOUSE.match(text, mention.end))


def _is_state_code(text: str, mention: Mention) -> bool:
    """Whether two capitals stand where no state's code does: after a comma, in brackets, before a number."""
    if not _CODE.fullmatch(mention.text) or mention.text in ("US", "UK", "EU", "NZ", "DC"):
        return False
    before = text[max(0, mention.start - 20) : mention.start].rstrip()
    if mention.text in _SPOKEN:
        return before[-1:].isdigit()
    return before[-1:] not in (",", "(", "/") and not text[mention.end : mention.end + 3].strip()[:1].isdigit()


def _is_capitals_district(text: str, mention: Mention) -> bool:
    """Whether "D.C." only completes the Washington before it."""
    return mention.text in ("D.C.", "D.C", "DC") and text.endswith("Washington, ", 0, mention.start)


def _is_direction(text: str, mention: Mention) -> bool:
    """Whether a name is but a direction cut off from its noun: "Northern" of some Northern Council."""
    return is_direction(mention.text) and not _PART.match(text, mention.end)


def _is_compass_word(text: str, mention: Mention, toponyms: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    """Whether "the South West" is a part of a country the article does not call by name, rather than a province."""
    if not _COMPASS.fullmatch(mention.text) or _PART.match(text, mention.end):
        return False
    if mention.text.endswith("District") and _COURT.match(text, mention.end):
        return True
    countries = {place.country for place in candidates(mention.text, gazetteer)[1]}
    others = (candidates(other.text, gazetteer)[1] for other in toponyms if not _COMPASS.fullmatch(other.text))
    return not any(places and {place.country for place in places} <= countries for places in others)


def _is_day(text: str, mention: Mention) -> bool:  # noqa: ARG001 - the questions share one signature
    """Whether a "site" is a day with its date: Army Day Aug. 1."""
    return mention.label == "FAC" and bool(_DAY.search(mention.text))


def _is_clock(text: str, mention: Mention) -> bool:
    """Whether a sea only says what clocks or lands beside it are called: 3pm Pacific time, the Baltic states."""
    if mention.text == "Baltic" and _STATES.match(text, mention.end):
        return True  # the Baltic states lie on land
    return mention.text in ("Pacific", "Atlantic") and bool(_CLOCK.match(text, mention.end))


def _is_speaker(text: str, mention: Mention, labels: Counter[str]) -> bool:
    """Whether a name in capitals labels the lines of a speaker in a transcript, and is no dateline."""
    at_line = mention.start == 0 or text[mention.start - 1] == "\n"
    label = _LINE_LABEL.match(text, mention.start) if at_line and mention.text.isupper() else None
    return bool(label) and (len(labels) > 1 or labels[mention.text] > 1)


def _is_compound(text: str, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a name is the second half of a word: Asia-Pacific markets, trans-Atlantic flights."""
    if (
        not mention.start
        or text[mention.start - 1] not in "-‑–"
        or not text[mention.start - 2 : mention.start - 1].isalpha()
    ):
        return False
    places = candidates(mention.text, gazetteer)[1]
    return bool(places) and places[0].feature in _COMPOUND


def _degrees(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Degrees and licences after a person's name, which the gazetteer knows as states: Lakshmi Raman, MD, MPH."""
    person: Mention | None = None
    for mention in mentions:
        if mention.label == "PERSON":
            person = mention
        elif (
            person
            and _DEGREE.fullmatch(mention.text.replace(".", ""))
            and _CREDENTIALS.fullmatch(text, person.end, mention.start)
            and (" " in person.text or not candidates(person.text, gazetteer)[1])
        ):
            yield mention.start, mention.end


_RULES = (
    is_disease, _is_direction, is_personal, _is_day, _is_clock, _is_saints_house, _is_state_code, _is_capitals_district,
    _is_work,
)  # fmt: skip
_VILLAGE = re.compile(r"(?i)\b(?:village|town|city|district|hamlet|suburb|camp|area|port|settlement|province) of $")
_AFTER = re.compile(r"(?i)\s*(?:,\s+[A-Z]|(?:village|town|city|district|area|county|province|camp|river|suburb)\b)")
_NATURE = re.compile(
    r"(?i)\b(?:lake|river|mount|mountains?|creek|bay|valley|hills?|island|islands|beach|cape|gulf|sea|falls|forest|desert"
    r"|peninsula|coast|ridge|harbou?r|reef|canyon|delta|strait|heights)\b"
)
_PLAIN = re.compile(r"(?i)\b(?:in|at|near|outside|from) (?:the )?$")


def is_listed(text: str, mention: Mention) -> bool:
    """Whether to list a name that the gazetteer does not know, since its words or those beside it speak of a place."""
    if mention.label == "FAC" or is_site(mention) or _NATURE.search(mention.text):
        return True
    before, after = text[max(0, mention.start - 30) : mention.start], text[mention.end : mention.end + 12]
    return bool(_VILLAGE.search(before) or _AFTER.match(after) or _PLAIN.search(before))
