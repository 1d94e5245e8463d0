"""Words beside a name that tell its kind: "New York state", "mayor of Gaza", "WASHINGTON (AP)"."""

import re

from pipeline.gazetteer.records import Feature
from pipeline.lexicon.countries import country_named

Features = frozenset[Feature]

TOWN: Features = frozenset(("city", "capital"))
LOCAL: Features = frozenset(("city", "capital", "admin2"))  # what has a mayor, a council or schools of its own
STATE: Features = frozenset(("admin1",))
PARTS: Features = frozenset(("admin1", "admin2", "area"))
_COUNTRY: Features = frozenset(("country",))
_WATER: Features = frozenset(("water",))
_NATURE: Features = frozenset(("water", "landform", "area"))
_ALONE = re.compile(
    r"[.,;)]|\s+(?:and|or|in|at|on|from|to|near|for|with|that|which|as|by|when|where|after|before|since|while|is|was|were|are"
    r"|has|had|have|will|on|during|until|into|through|who)\b"
)

# The words that a pattern can end with come first: most names have others before them, and no pattern is tried.
_BEFORE = (
    (
        ("of", ","),
        re.compile(r"(?i)\b(?:city|town|village|port|suburb|mayor|outskirts|streets|hamlet|capital) (?:of|,)\s*$"),
        TOWN,
    ),
    (
        ("capital", "city", "town", "village", "center", "suburban"),
        re.compile(r"(?i)\b(?:capital|city|town|village|downtown|city center|suburban)\s+$"),
        TOWN,
    ),
    (("of",), re.compile(r"(?i)\b(?:state|governor|gov\.|commonwealth|legislature) of\s*$"), STATE),
    (
        ("of", "the"),
        re.compile(
            r"(?i)\b(?:province|region|governorate|oblast|prefecture|territory|enclave"
            r"|(?<!ern )(?<!middle )(?<!central )district) of (?:the )?\s*$"  # no court: the Eastern District of
        ),
        PARTS,
    ),
    (("upstate", "of", "state", "state's"), re.compile(r"(?i)\b(?:upstate|U\.S\. state of|state's?)\s+$"), STATE),
    (
        ("republic", "kingdom", "nation", "country", "to", "of"),
        re.compile(r"(?i)\b(?:republic|kingdom|nation|country|ambassador to|president of|minister of) (?:of )?\s*$"),
        _COUNTRY,
    ),
    (  # what states alone have, and those who leave one for another
        ("of", "from", "to"),
        re.compile(
            r"(?i)\b(?:(?:consul|consulate|embassy|ambassador|nationals|citizens?|armed forces|navy|independence) of"
            r"|(?:immigrants|migrants|refugees|exiles|asylum seekers|deportees|emigrants|imports) from"
            r"|(?:exports|deported|emigrated|repatriated) to)\s+$"
        ),
        _COUNTRY,
    ),
    (("river",), re.compile(r"(?i)\briver\s+$"), _WATER),
)
_AFTER = (
    (
        re.compile(
            r"\s+(?:City Council|[Cc]ity [Cc]ouncil|[Mm]ayor|City Hall|[Cc]ity [Mm]anager|Village"
            r"|[Tt]own(?:ship)?"
            r"|(?:[Mm]iddle|[Hh]igh|[Ee]lementary|[Pp]rimary|Junior|Senior|Public) [Ss]chools?|School District"
            r"|Fire Department"
            r"|(?:Community|Recreation|Veterans|Volunteer|Chamber|Public Library|Police Department|Borough)\b)"
        ),
        LOCAL,
    ),
    (re.compile(r"\s+(?:[Pp]olice|suburbs?|metro|downtown|neighbou?rhoods?|[Aa]irport|International Airport)\b"), TOWN),
    (
        re.compile(
            r"\s+(?:state|State|Gov\.|[Gg]overnor|[Ll]egislature|lawmakers|[Aa]ttorney [Gg]eneral"
            r"|state (?:[Ss]enator|[Rr]ep\w*))\b"
        ),
        STATE,
    ),
    (re.compile(r"\s+(?:province|region|governorate|oblast|prefecture|district|county|territory|enclave)\b"), PARTS),
    (re.compile(r"\s+(?:[Rr]iver|[Ll]ake|[Ss]ea|[Bb]ay)\b"), _WATER),
)
_COPULA = re.compile(r"\s+(?:is|was|,)\s*an?\s+(?:[a-z]+\s)?(?:city|town|village|hamlet|suburb)\b")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})?\s*(?:\([A-Z][\w/ .,]+\)\s*)?(?:—|–|--|-|:|\()\s*")
_WINDOW = 30


def kind_cue(text: str, start: int, end: int) -> Features | None:
    """The features that the words around text[start:end] ask for; None where they ask for nothing."""
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if _COPULA.match(after):
        return LOCAL
    for pattern, features in _AFTER if after[:1].isspace() else ():
        if pattern.match(after):
            return features
    lead = before.rstrip().lower()
    for endings, pattern, features in _BEFORE:
        if lead.endswith(endings) and pattern.search(before):
            return features
    if lead.endswith("the") and is_alone_behind_the(text, start, end):
        return _NATURE
    return TOWN if is_dateline(text, start, end) else None


def is_alone_behind_the(text: str, start: int, end: int) -> bool:
    """Whether "the" stands before a name and no noun behind it, as with rivers and ranges: in the Andes.

    The Derby match, the US and the Niger say nothing: a noun follows, or it is a land.
    """
    name = text[start:end]
    if text[max(0, start - 4) : start] not in ("the ", "The ") or name.isupper() or country_named(name):
        return False
    return bool(_ALONE.match(text, end))


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name opens a paragraph as the place of writing: "BEIRUT (AP) —"."""
    if not text[start:end].isupper():
        return False
    return (text[end - 1].isupper() or _opens_line(text, start)) and bool(_DATELINE.match(text, end))


def _opens_line(text: str, start: int) -> bool:
    """Whether only spaces stand between a line break and start; read backwards, not off a copy of all before it."""
    at = start
    while at and text[at - 1] == " ":
        at -= 1
    return start == 0 or text[at - 1 : at] == "\n"
