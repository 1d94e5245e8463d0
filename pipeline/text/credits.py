"""Lines that tell who made an article or a picture: bylines, credits, agencies, how to reach the author."""

import re
from typing import Literal

from pipeline.lexicon import names

LONGEST_CREDIT = 250  # characters
_LONGEST_BYLINE = 160
_NAME = r"[A-Z][\w.'’-]+"
_HANDLE = r"(?: ?[(|,]? ?@\w{1,30}\)?)"
_OUTLET = r"(?: ?[|/•·] ?[A-Z@][^.!?|]{1,40})"
_BYLINE = re.compile(
    rf"(?:(?:By|BY|by|(?:Story|Words|Text|Reported|Report) by)(?: by)?:?|Words:|Text:) +{_NAME}"
    rf"(?:[ ,]+(?:and|in|&)? ?{_NAME}){{0,8}}{_OUTLET}?{_HANDLE}?\s*\Z"
)
_OF_BROADCASTER = (
    rf"(?: (?:BBC|CNN|NPR|ABC|CBS|NBC|ITV|RT[EÉ]|Sky|Fox)(?: {_NAME}){{0,2}}(?:,? (?:in )?{_NAME}){{0,2}})"
)
# Without "By": "Mira Dolan in Ohrid and Jon Reed in Lisbon", "Mira Dolan | Valley Post", "Mira Dolan @miradolan".
_SIGNED = re.compile(
    rf"(?P<first>{_NAME})(?: {_NAME}){{1,2}}"
    rf"(?:(?: in {_NAME}(?: {_NAME}){{0,2}}(?:,? and {_NAME}(?: {_NAME}){{1,2}} in {_NAME}(?: {_NAME}){{0,2}})?)"
    rf"|{_OUTLET}{{1,2}}{_HANDLE}?|{_HANDLE}|{_OF_BROADCASTER})\Z"
)
_AGENCY = re.compile(
    r"\W*(?:PTI|ANI|IANS|UPI|AP|AFP|Reuters|Xinhua|DPA|dpa|EFE|TASS|Kyodo|Yonhap|Agencies|Associated Press"
    r"|The Associated Press|Agence France-Presse|Press Association|PA Media|Staff (?:Reporter|Writer)|Web Desk"
    r"|News Desk|(?:Our|Special|Staff) Correspondent)\W*\Z"
)
_STORYLIKE = r"(?!.*, (?:the|an?|it|s?he|they) )"
_UPDATED = re.compile(
    r"(?:Last |First )?(?i:updated|published|posted|modified)\b" + _STORYLIKE + r"[^.!?]{0,30}\d[^!?]{0,60}\Z"
)
# What publishers put around an article: who made it, who owns it, where to click.
_CREDIT_HEAD = re.compile(
    r"""(?ix)
    \W*(?:with\ )?(?:additional\ )?(?:reporting|writing|editing|compiled|edited|translated|written)\ (?:and\ \w+\ )?by\b
    | \W*(?:with\ )?additional\ (?:reporting|research|input)s?\ from\b | \W*with\ inputs?\ (?:from|by)\b
    | \W*(?:file\ )?(?:photo(?:graph)?s?|image|picture|photo\ credit|credit|source|graphic|video)\ ?(?:s|by)?\s?[:/]
    | \W*(?:image|picture|photo)\ (?:source,\ |(?:source|credit)s?:\ ) | \W*file\ photo\.?\ (?:credit|source)s?:
    | \W*(?:©|\(c\)\ |copyright\b)
    """
)
_CREDIT = re.compile(
    r"""(?ix)
    (?:story|article|report|copy)\ has\ not\ been\ edited | published\ from\ a\ syndicated\ feed
    | all\ rights\ reserved | may\ not\ be\ (?:published|reproduced)
    | contributed\ to\ this\ (?:report|story|article)\W*$
    | (?:\A|[/(|,–—-]\W{0,3}|\bvia\ |\bby\ )
      (?:getty\ images(?:\ (?:north\ america|europe))?|shutterstock|afp\ photo|ap\ photo|istock)\W{0,3}\Z
    """
)
# "Mira Dolan contributed reporting from Ohrid.", "AP writers Mira Dolan in Ohrid and Jon Reed in Lisbon contributed."
_CONTRIBUTED = re.compile(
    rf"(?:{_NAME}[ ,]+(?:(?:and|in|writers?|reporters?|journalists?|correspondents?|staff) )*){{1,14}}(?:also )?"
    r"contributed(?: reporting| research)?(?: (?:from|to|for|in) [^.!?]{2,60})?\.?\Z"
)
_OF_JOURNALISTS = re.compile(
    r"\b(?:contributed (?:reporting|research)|writers?|reporters?|journalists?|correspondents?)\b"
)
# "Contact Mira Dolan at mdolan@valley.example"
_REACHED = re.compile(
    rf"(?:(?i:contact|email|e-mail|write to|reach|tweet) {_NAME}(?: {_NAME}){{0,3}}"
    rf"|{_NAME}(?: {_NAME}){{0,3}} (?:can be reached|is reachable)) ?"
    r"(?:at|on|via|by)[^!?]{0,60}(?:@|https?:|\d{3})[^!?]{1,80}\Z"
)


def credit_kind(line: str) -> Literal["byline", "credit"] | None:
    """What a paragraph is that belongs to no story; None for all others."""
    if len(line) > LONGEST_CREDIT:
        return None
    if any(shape.match(line) for shape in (_CREDIT_HEAD, _UPDATED, _AGENCY, _REACHED)) or _CREDIT.search(line):
        return "credit"
    if _CONTRIBUTED.match(line) and _OF_JOURNALISTS.search(line):
        return "credit"
    if len(line) > _LONGEST_BYLINE:
        return None
    signed = _SIGNED.match(line)
    return "byline" if _BYLINE.match(line) or (signed and names.given_name(signed["first"])) else None
