"""Places that the model took for persons or bodies: told by the words beside them, and by the company they keep.

Names labelled as places that hardly are: unknown to the gazetteer, and nothing beside them speaks of a place.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.records import FOREIGN
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.candidates import candidates
from pipeline.places.sites import is_site

_MISTAKEN = frozenset(("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"))
_BEFORE = re.compile(
    r"(?i)(?:\b(?:in|at|near|outside|inside|around|towards?|past|through|between|into|via|across|over|against"
    r"|along the|on the|road to|train (?:to|from)|shelling of|port of|town of|city of|village of"
    r"|outskirts of|council of"
    r"|left|fled|reached|hit|struck|took|visited|entered|seized|recaptured|captured|bombed|resident of|man from"
    r"|woman from|hiker from|native of|moved on|marched on|travelled to|traveled to|flew to|fled to|drove to))\s+$"
)
_LISTED = re.compile(r"\s*(?:,|and|or|&|,\s*and|,\s*or)\s*")
_SPEAKS = re.compile(r"(?:\s*+,\s++|\s++)(?:said|says|told|added|asked|wrote|who|has said|replied|argued)\b")
_KNOWN = 5.5  # importance with which a name is a place without company
_SMALL = 3.3


def mislabelled_toponyms(
    text: str, mentions: Sequence[Mention], labels: frozenset[str], gazetteer: Gazetteer
) -> list[Mention]:
    """Mentions of other labels that are places all the same."""
    toponyms = [mention for mention in mentions if mention.label in labels]
    lands = {places[0].country for toponym in toponyms if (places := candidates(toponym.text, gazetteer)[1])}
    persons = {word for mention in mentions if mention.label == "PERSON" for word in mention.text.split()[1:]}
    found: list[Mention] = []
    at = {toponym.start: toponym for toponym in toponyms}
    for n, mention in enumerate(mentions):
        if mention.label not in _MISTAKEN or mention.text in persons or not _fits(text, mentions, n, at):
            continue
        if any(_is_meant(mention, place, lands) for place in candidates(mention.text, gazetteer)[1][:8]):
            found.append(mention)
            at[mention.start] = mention
    return found


def _fits(text: str, mentions: Sequence[Mention], n: int, at: Mapping[int, Mention]) -> bool:
    """Whether the words around a mention speak of a place, or its neighbours in a list are places."""
    mention = mentions[n]
    if _SPEAKS.match(text, mention.end):
        return False
    if _BEFORE.search(text[max(0, mention.start - 25) : mention.start]):
        return True
    before = mentions[n - 1] if n else None
    after = mentions[n + 1] if n + 1 < len(mentions) else None
    return bool(
        (before and before.start in at and _LISTED.fullmatch(text, before.end, mention.start))
        or (after and after.start in at and _LISTED.fullmatch(text, mention.end, after.start))
    )


def _is_meant(mention: Mention, place: PlaceRecord, lands: set[str | None]) -> bool:
    """Whether a place is known well enough, or lies where the article's other places lie."""
    if place.name_rank == FOREIGN and place.importance < _KNOWN:
        return place.country in lands and place.importance >= _KNOWN - 1
    surname = mention.label == "PERSON" and mention.text in words("entities/last_names.txt")
    if surname or mention.text.casefold() in words("entities/words.txt"):
        return place.country in lands and place.importance >= _KNOWN
    return place.importance >= _KNOWN or (place.country in lands and place.importance >= _SMALL)


_VILLAGE = re.compile(r"(?i)\b(?:village|town|city|district|hamlet|suburb|camp|area|port|settlement|province) of $")
_AFTER = re.compile(r"(?i)\s*(?:,\s+[A-Z]|(?:village|town|city|district|area|county|province|camp|river|suburb)\b)")
_NATURE = re.compile(
    r"(?i)\b(?:lake|river|mount|mountains?|creek|bay|valley|hills?|island|islands|beach|cape|gulf|sea|falls|forest|desert"
    r"|peninsula|coast|ridge|harbou?r|reef|canyon|delta|strait|heights)\b"
)
_ILLNESS = re.compile(r"(?i)west nile|ebola|zika|lassa|marburg|hendra|nipah|chikungunya|dengue|h\d+n\d+|swine|lyme")
_SICK = re.compile(r"(?i)\s*\[?(?:virus|(?:ha?emorrhagic )?fever|disease|flu|influenza|encephalitis|syndrome)\b")
_DIRECTION = re.compile(r"(?i)(?:north|south|east|west|central)(?:ern)?|upper|lower")
_PART = re.compile(r"\s+(?:[Pp]rovince|[Rr]egion|[Ss]tate|[Dd]istrict)\b")
_PLAIN = re.compile(r"(?i)\b(?:in|at|near|outside|from) (?:the )?$")


def is_disease(text: str, mention: Mention) -> bool:
    """Whether a name is the name of an illness, though a place bears it too: West Nile virus, Ebola fever."""
    return bool(_ILLNESS.fullmatch(mention.text) or _SICK.match(text, mention.end)) and mention.label != "FAC"


def is_adjective(text: str, mention: Mention) -> bool:
    """Whether a name is but a direction cut off from its noun: "Northern" of some Northern Council."""
    return bool(_DIRECTION.fullmatch(mention.text)) and not _PART.match(text, mention.end)


def is_place(text: str, mention: Mention) -> bool:
    """Whether to list a name that the gazetteer does not know."""
    if mention.label == "FAC" or is_site(mention) or _NATURE.search(mention.text):
        return True
    before, after = text[max(0, mention.start - 30) : mention.start], text[mention.end : mention.end + 12]
    return bool(_VILLAGE.search(before) or _AFTER.match(after) or _PLAIN.search(before))
