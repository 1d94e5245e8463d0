"""Names labelled as places that hardly are: unknown to the gazetteer, and nothing beside them speaks of a place."""

import re

from pipeline.model import Mention
from pipeline.places.sites import is_site

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
