"""Lines that tell who made an article or a picture: bylines, credits, agencies, how to reach the author."""

import re
from typing import Literal

from pipeline.lexicon import names

LONGEST_CREDIT = 250  # characters
_LONGEST_BYLINE = 160
_NAME = r"[A-Z][\w.'’-]+"
_HANDLE = r"(?: ?[(|,]? ?@\w{1,30}\)?)"
_OUTLET = r"(?: ?[|/•·–] ?[A-Z@][^.!?|]{1,40})"
_WORK = (
    r"(?:Exclusive|Analysis|Opinion|Comment|Commentary|Review(?:ed)?|(?:Guest )?[Ee]ssay|(?:A )?[Cc]olumn|Interview"
    r"|Fact-checked|Photo(?:s|graphs?|graphy| illustrations?)?|Pictures?|Images?|Illustrations?|Graphics?|Maps?|Video"
    r"|Research|Copy editing|Produced|Presented|Posted|Published|Updated|Uploaded)"
)
_WORKER = (
    r"(?i:reporter|editor|correspondent|writer|columnist|journalist|producer|contributor|critic|analyst|photographer)"
)
_NAMES = rf"{_NAME}(?:[ ,]+(?:and|in|&)? ?{_NAME}){{0,8}}"
# "Health reporter, Geneva", "photos by Jon Reed"
_OF_THEM = (
    rf"(?:,? (?:[A-Za-z][\w-]{{1,20}} ){{0,3}}{_WORKER}(?:,? (?:in )?{_NAME}){{0,2}})?"
    rf"(?:[,;|]? (?:and )?(?i:{_WORK}) by {_NAMES})?(?:,? (?:and|with) (?:news )?agenc(?:ies|y))?"
)
_DAY_BEHIND = (
    r"(?:(?:,| on| ?[|/•·–—-]) ?(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? [\d, ]{4,9}[^!?]{0,30})"
)
_BYLINE = re.compile(
    rf"(?:(?:By|BY|by|(?:Story|Words|Text|Reported|Report) by)(?: by)?:?|(?:Words|Text)(?: and \w+)?:) +{_NAMES}"
    rf"{_OF_THEM}{_OUTLET}?{_HANDLE}?{_DAY_BEHIND}?\s*\Z"
)
# "Illustration by Mira Dolan", "Reporter: Mira Dolan"; a headline may begin so: "Analysis by Oxfam Shows Rise".
_MADE_BY = re.compile(
    rf"(?:{_WORK} by|(?:Author|{_WORKER})s?:|(?:Production|Editing|Additional reporting):"
    rf"|Courtesy(?: of)?|As told to) +(?P<first>{_NAME})(?: {_NAME}){{1,2}}"
    rf"(?:(?:,|,? and|,? &) {_NAME}(?: {_NAME}){{1,2}}){{0,3}}{_OF_THEM}{_OUTLET}?{_HANDLE}?\s*\Z"
)
_OF_BROADCASTER = (
    rf"(?: (?:BBC|CNN|NPR|ABC|CBS|NBC|ITV|RT[EÉ]|Sky|Fox)(?: {_NAME}){{0,2}}(?:,? (?:in )?{_NAME}){{0,2}})"
)
_SIGNED_AT_HEAD = re.compile(  # "Mira Dolan, Oslo", "Mira Dolan - The Valley Post"
    rf"(?P<first>{_NAME})(?: {_NAME}){{1,2}}(?:,| -| –) "
    rf"(?:staff|(?:[Ss]pecial to )?(?:[Tt]he )?{_NAME}(?: {_NAME}){{0,2}})\Z"
)
_DATED_AT_HEAD = re.compile(  # "August 14, 2024 by Mira Dolan"
    rf"(?:\d{{1,2}} [A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}),? \d{{4}}(?:,? by| [|•·–-])? "
    rf"(?P<first>{_NAME})(?: {_NAME}){{1,2}}\Z"
)
_PAIR = re.compile(  # several names and nothing else, which only the head of an article tells to be its authors'
    rf"(?P<one>{_NAME})(?: {_NAME}){{1,2}}(?:, {_NAME}(?: {_NAME}){{1,2}}){{0,3}}"
    rf"(?:,|,? and|,? &) (?P<other>{_NAME})(?: {_NAME}){{1,2}}\Z"
)
# Without "By": "Mira Dolan in Ohrid and Jon Reed in Lisbon", "Mira Dolan | Valley Post", "Mira Dolan @miradolan".
_SIGNED = re.compile(
    rf"(?P<first>{_NAME})(?: {_NAME}){{1,2}}"
    rf"(?:(?: in {_NAME}(?: {_NAME}){{0,2}}(?:,? and {_NAME}(?: {_NAME}){{1,2}} in {_NAME}(?: {_NAME}){{0,2}})?)"
    rf"|{_OUTLET}{{1,2}}{_HANDLE}?|{_HANDLE}|{_OF_BROADCASTER}|{_DAY_BEHIND})\Z"
)
_AGENCY = re.compile(
    r"\W*(?:With )?(?:PTI|ANI|IANS|UPI|AP|AFP|Reuters|Xinhua|DPA|dpa|EFE|TASS|Kyodo|Yonhap|Agencies"
    r"|(?:The )?Associated Press|Agence France-Presse|Press Association|PA Media|(?:The )?Canadian Press"
    r"|Australian Associated Press|AAP|TNN|ENS"
    r"|Press Trust of India|Express News Service|Times News Network|BBC(?: News)?|CBC News|ABC News|Sky News|CNN|NPR"
    r"|(?:[A-Z]\w{2,12} )?[Ss]taff(?: and agenc(?:y|ies))?|Staff (?:Reporter|Writer)|Web Desk|News Desk"
    r"|Al Jazeera|DW|Deutsche Welle|VOA(?: News)?|Bloomberg(?: News)?|Thomson Reuters|SANA|NAN|RNZ|SBS News|Bernama"
    r"|Jiji Press|Kyodo News|(?:[A-Z]\w{2,12} ){1,2}(?:News )?Agency"
    r"|[a-z]{2,4}/[a-z]{2,5} \((?:AP|AFP|Reuters|dpa|, ){1,9}\)"
    r"|HT Correspondent|(?:Our|Special|Staff) Correspondent)"
    r"(?: (?:and|with) (?:news )?[Aa]genc(?:ies|y))?"
    rf"(?:(?: in | ?[|/,·] ?){_NAME}(?: {_NAME}){{0,2}})?\W*\Z"
)
# "Tue 19 Mar 2024 10.00 GMT"
_STAMP = re.compile(
    r"(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}),? \d{4},?"
    r" (?:at |[-–|/·] ?)?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?:,? [A-Z]{2,4})?\Z",
    re.IGNORECASE,
)
_STORYLIKE = r"(?!.*, (?:the|an?|it|s?he|they) )"
_UPDATED = re.compile(
    rf"(?:{_NAME}(?: {_NAME}){{0,3}} ?[|·•/] ?){{0,2}}"
    r"(?:Last |First )?(?i:updated|published|posted|modified)\b" + _STORYLIKE + r"[^.!?]{0,40}\d[^!?]{0,60}\Z"
)
# What publishers put around an article: who made it, who owns it, where to click.
_CREDIT_HEAD = re.compile(
    r"""(?ix)
    \W*(?:with\ )?(?:additional\ )?(?:reporting|writing|editing|compiled|edited|translated|written)\ (?:and\ \w+\ )?by\b
    | \W*(?:with\ )?additional\ (?:reporting|research|input)s?\ from\b | \W*with\ inputs?\ (?:from|by)\b
    | \W*(?:file\ )?(?:photo(?:graph)?s?|image|picture|photo\ credit|credit|source|graphic|video)\ ?(?:s|by)?\s?[:/]
    | \W*with\ files\ from\b | \W*with\ \w{2,10}\ inputs?\W{0,3}\Z
    | \W*pics?:\ | \W*photo\ courtesy\ of\b
    | \W*credit\.{3}
    | \W*(?:image|picture|photo)\ (?:(?:source|credit),\ |(?:source|credit)s?:\ )
    | \W*file\ photo\.?\ (?:credit|source)s?:
    | \W*(?:©|\(c\)\ |copyright\b)
    """
)
_CREDIT = re.compile(
    r"""(?ix)
    (?:story|article|report|copy)\ has\ not\ been\ edited | published\ from\ a\ syndicated\ feed
    | all\ rights\ reserved | may\ not\ be\ (?:published|reproduced)
    | contributed\ to\ this\ (?:report|story|article)\W*$ | solely\ responsible\ for\ (?:all|this|its)\ content
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
# "Mira Dolan reported from Ohrid, and Jon Reed from Lisbon."
_REPORTED = re.compile(
    rf"{_NAME}(?: {_NAME}){{1,2}} reported from {_NAME}(?:,? {_NAME}){{0,3}}"
    rf"(?:(?:,|;|,? and) {_NAME}(?: {_NAME}){{1,2}} (?:reported )?from {_NAME}(?:,? {_NAME}){{0,3}}){{0,3}}\.?\Z"
)
# "(AP Photo/Mira Dolan)", "REUTERS/Mira Dolan", "(Mira Dolan/Valley Post)"
_PICTURE = re.compile(
    rf"\(?(?:REUTERS|AP Photo|AFP|EPA)/{_NAME}(?: {_NAME}){{0,2}}[^.!?]{{0,40}}\Z"
    rf"|\({_NAME}(?: {_NAME}){{1,2}} ?(?:/|\||via|for) ?[A-Z][^.!?()]{{1,40}}\)\Z"
)
# "Contact Mira Dolan at mdolan@valley.example"
_REACHED = re.compile(
    r"(?i:for (?:more|further) information,? (?:please )?(?:contact|visit|call|email)|(?:media|press) contacts?:)"
    r" [^!?]{3,150}\Z|"
    rf"{_NAME}(?: {_NAME}){{1,2}}[:,]? [\w.+-]{{1,40}}@[\w.-]{{3,60}}\Z|"
    rf"(?:(?i:contact|email|e-mail|write to|reach|tweet) {_NAME}(?: {_NAME}){{0,3}}"
    rf"|{_NAME}(?: {_NAME}){{0,3}} (?:can be reached|is reachable)) ?"
    r"(?:at|on|via|by)[^!?]{0,60}(?:@|https?:|\d{3})[^!?]{1,80}\Z"
)


def credit_kind(line: str) -> Literal["byline", "credit"] | None:
    """What a paragraph is that belongs to no story; None for all others."""
    if len(line) > LONGEST_CREDIT:
        return None
    if any(shape.match(line) for shape in (_CREDIT_HEAD, _UPDATED, _AGENCY, _REACHED, _REPORTED, _PICTURE, _STAMP)):
        return "credit"
    if _CREDIT.search(line):
        return "credit"
    if _CONTRIBUTED.match(line) and _OF_JOURNALISTS.search(line):
        return "credit"
    if len(line) > _LONGEST_BYLINE:
        return None
    signed = _SIGNED.match(line) or _MADE_BY.match(line)
    return "byline" if _BYLINE.match(line) or (signed and names.given_name(signed["first"])) else None


def names_authors(line: str) -> bool:
    """Whether a line is nothing but names, of two persons, or of one with a place, a paper or a day."""
    if len(line) > _LONGEST_BYLINE:
        return False
    one = _SIGNED_AT_HEAD.match(line) or _DATED_AT_HEAD.match(line)
    if one is not None:
        return names.given_name(one["first"])
    pair = _PAIR.match(line)
    return pair is not None and names.given_name(pair["one"]) and names.given_name(pair["other"])
