"""What a pasted page has around its article: menus, links to other articles, buttons, requests for consent.

A line is furniture by its own words (data/text/furniture.tsv), or because it stands below a heading such as "Related
articles" and looks like a headline. Sentences of the story that merely begin so ("Related costs rose ...") are none.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from pipeline.lexicon.tables import table
from pipeline.text.author_notes import notes_on_authors
from pipeline.text.database_lines import database_lines

_LONGEST = 300  # characters; what asks for consent is longer than a button
_LONGEST_TITLE = 130
_MOST_TITLES = 10
_NAME_WORDS = 3  # of a paper or a section; a headline has more
_MOST_AMID = 3  # short lines between two of furniture
_AFTER = " :|»›>→↑↓….!-\t"
_SEPARATORS = re.compile(r"[\s,|/•·&+:]+")
_ENTRIES = re.compile(r"[|/•·:]")
_TITLE = re.compile(r"(?:\d{1,2}[.)] )?[^.!?;\"“”]{8,}[^.!?;:,\"“”]\Z")
_SENTENCE = 60  # characters of a paragraph of the story at least
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]{0,3}\Z")
_SHORT = re.compile(r"[^.!?:;,\"“”\d]{2,40}\Z")
_NETWORK = (
    r"(?:x|twitter|facebook|instagram|google(?:\ news)?|whatsapp|linkedin|threads|bluesky|tiktok|youtube|telegram)"
)
_HEAR = r"(?:listen|watch)(?:\ to\ (?:this\ |the\ )?(?:article|story))?[ ·:(]{1,3}"
_THIS = r"this\ (?:article|story|content|page|video)\ is"
# On a line in small letters, without the signs around it.
_SHAPE = re.compile(
    rf"""(?x)
    (?:{_HEAR})?\d{{1,2}}[ -]min(?:ute)?s?(?:\ (?:read|listen))?
    | {_HEAR}\d{{1,2}}:\d\d(?:\ min(?:ute)?s?)?
    | (?:estimated\ )?read(?:ing)?\ time:?\ \d{{1,2}}\ min(?:ute)?s?
    | follow\ [^.,]{{2,40}}\ on\ {_NETWORK}(?:(?:,|,?\ (?:and|or))\ {_NETWORK}(?:\ \(formerly\ twitter\))?){{0,4}}
      (?:[ :]{{1,3}}@\w{{1,30}})?(?:\.\ send\ [^?!]{{5,80}})?
    | (?:get|sign\ up|subscribe|receive|have|want)\ [^.]{{2,60}}\ (?:in|to)\ your\ inbox[^.]{{0,30}}
    | (?:(?:on\ )?(?:twitter|x|e-?mail|instagram|facebook|threads):\ ?
      (?:@\w{{1,30}}|[\w.+-]{{1,40}}@[\w.-]{{3,60}})[;,|\ ]{{0,3}}){{1,3}}
    | the\ post\ [^!?]{{5,150}}\ appeared\ first\ on\ [^!?]{{3,60}}
    | catch\ all\ the\ [^.]{{2,40}}news\b[^.]{{0,80}}
    | for\ more\ [^.,]{{2,40}},?\ (?:click|tap|visit|go\ to|follow|subscribe|download)\ [^!?]{{2,60}}
    | (?:back|return)\ to\ [^.,]{{2,30}}\ (?:news|home|homepage|index|section)
    | (?:page|p\.?)\ ?[a-e]?\d{{1,3}} | vol(?:ume|\.)?\ \d{{1,4}},\ (?:no|issue|number)\.?\ \d{{1,4}}
    | (?:download|get|install)\ (?:the|our)\ [^.]{{2,40}}\ app(?:\ [^.]{{2,40}})?
    | join\ (?:our|the)\ [^.]{{2,40}}\ (?:channel|group|newsletter|community)(?:\ [^.]{{2,40}})?
    | (?:sign\ up|subscribe)\ (?:to|for)\ [^.,]{{2,60}}\ (?:newsletters?|briefing|alerts?|podcast|channel)
    | (?:subscribe|register|sign\ up|log\ in|sign\ in)\ to\ (?:continue|keep|read|unlock|comment)\b[^.]{{0,40}}
    | you\ (?:have|'ve|only\ have)\ [^.]{{0,20}}\bfree\ (?:article|stor)[^.]{{0,40}}
    | {_THIS}\ (?:for\ subscribers|only\ (?:for|available)|not\ available|exclusive\ to|unavailable)\b[^.]{{0,60}}
    | (?:advertisement|ad)\ ?[-·:]\ ?scroll\ to\ continue
    | (?:view|hide|show|see|load|read)\ (?:all\ |more\ )?(?:\d[\d,]{{0,8}}\ )?comments?(?:\ \(?[\d,]{{1,9}})?
    | comments?\ \(?[\d,]{{1,9}}
    | (?:page|slide|image|photo|item|video)?\ ?\d{{1,3}}\ ?(?:of|/)\ ?\d{{1,3}}
    | [^.]{{2,60}},\ opens\ (?:in\ )?(?:a\ )?new\ (?:window|tab)
    | [^.]{{2,60}}\ \(opens\ in\ (?:a\ )?new\ (?:window|tab)
    | (?:forwarded|original)\ message
    | follow\ [^.]{{2,80}}\ (?:at|on)\ https?://\S{{1,200}}
    | list\ \d{{1,2}}\ of\ \d{{1,2}}
    | list\ of\ \d{{1,2}}\ items
    | on\ [^.]{{0,12}}\d[^?!]{{4,120}}\ wrote
    """
)
# The marks of wires: the story's slug, when it was sent, that it goes on or is over, words to editors.
_WIRE = re.compile(
    r"(?:BC|AM|PM)-[A-Z][\w'’&.-]{1,60}(?:[ ,]{1,2}[\w()&-]{1,30}){0,8}|AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{2,4}<?"
    r"|-30-|#(?: ?#){1,4}|\(?MORE\)?|-0-|(?:Eds|EDITORS|Editors|ATTENTION EDITORS)\.?: .{2,200}"
)
_MORE_OF = re.compile(
    r"(?:More|MORE|All|Also|Read more)(?: articles| stories| news| posts)? (?:from|in|on|about|by)(?: |: )"
    r"[^\s.,!?:]{1,30}(?: [^\s.,!?:]{1,30}){0,3} ?\Z"
)
# The title of another article behind a label in capitals: "READ MORE Mayor quits in Lisbon".
_LABELLED = re.compile(
    r"(?:READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|WATCH|RELATED) (?=.*[a-z])[A-Z'‘\"“][^.!?]{7,120}\Z"
)
_BREADCRUMBS = re.compile(r"Home(?: ?[>/»›|] ?[\w &'’.-]{2,60}){1,6}")
_LISTED = re.compile(
    r"(?i:topics?|tags|tagged|filed under|posted in|keywords|categor(?:y|ies)|location|in this story|edition) ?: "
    r"[^.]{2,200}\Z"
)
_PAID = re.compile(r"(?:(?:Sponsored|Presented|Brought to you|Paid for|Powered) by|Trending in) [^.,!?]{2,40}\Z")
_ARROW = re.compile(r"(?:>{1,3}|→|»|►|▶) ?[A-Z‘“\"'][^.!?]{7,120}\Z")  # the title of another article
_MAIL_HEAD = re.compile(
    r"(?:From|To|Cc|CC|Bcc|Sent|Date|Reply-To|Message-ID|MIME-Version|Content-[\w-]{1,30}|X-[\w-]{1,30}|Received"
    r"|Return-Path|Attachments?|Importance): .{1,300}",
    re.S,
)
_TOLD = re.compile(r"\b(?:said|says|told)\b")
_SUBJECT = re.compile(r"(?:Subject|Re|Fwd?): ")
_NUMBER = re.compile(r"(?<![\d,])\d[\d,]{0,11} ")


@cache
def _phrases(kind: str) -> frozenset[str]:
    rows = table("text/furniture.tsv")
    return frozenset(phrase for name, phrases in rows if name == kind for phrase in phrases.split("|"))


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_phrases("begins"))


def furniture(paragraphs: Sequence[str]) -> set[int]:
    """The numbers of the paragraphs that are no part of the article."""
    found = {n for n, words in enumerate(paragraphs) if is_furniture(words)} | database_lines(paragraphs)
    for n in sorted(found):
        if _bare(paragraphs[n]) in _phrases("heading") or _MORE_OF.match(paragraphs[n]):
            found |= _titles_below(paragraphs, n)
    return found | _amid_menus(paragraphs, found) | _mail_head(paragraphs) | notes_on_authors(paragraphs, found)


def is_furniture(words: str) -> bool:
    """Whether a paragraph is furniture by its own words."""
    if len(words) > _LONGEST:
        return False
    if any(shape.fullmatch(words) for shape in (_WIRE, _MORE_OF, _LISTED, _PAID, _BREADCRUMBS, _LABELLED)):
        return True
    bare = _bare(words)
    if _SHAPE.fullmatch(bare):
        return True
    without_number = _NUMBER.sub("", bare, count=1)  # 12 comments; we and our 842 partners
    if bare in _phrases("heading") or without_number in _phrases("alone") or _asks(without_number):
        return True
    lead, colon, rest = bare.partition(":")
    if colon and rest and lead.rstrip() in _phrases("link") | _phrases("heading") - {"latest"}:
        return True
    if _ARROW.match(words):
        return True
    if _is_menu(bare):
        return True
    parts = _SEPARATORS.split(bare)
    buttons = [part for part in parts if part in _phrases("button")]
    between = all(part in _phrases("between") or part.isdigit() for part in parts if part not in buttons)
    return 1 < len(parts) < 12 and len(buttons) > 0 and between


def _is_menu(bare: str) -> bool:
    """Whether a line holds nothing but entries of a menu, between signs or three and more in a row."""
    entries = [entry.strip() for entry in _ENTRIES.split(bare) if entry.strip()]
    words = bare.split()
    many = len(words) > 2 and all(word in _phrases("alone") for word in words)
    return many or (len(entries) > 1 and all(entry in _phrases("alone") for entry in entries))


def _asks(bare: str) -> bool:
    """Whether a sentence is to the reader of the page, and of nobody who says it."""
    return bare.startswith(tuple(_phrases("note"))) or (bare.startswith(_beginnings()) and not _TOLD.search(bare))


def _bare(words: str) -> str:
    """A line in small letters, without the signs around it; arrows and bars as colons."""
    plain = words.strip("•*_#[]()<>" + _AFTER).replace("’", "'").lower()
    return re.sub(r" ?[|»›→] ?", ": ", plain)


def _titles_below(paragraphs: Sequence[str], heading: int) -> set[int]:
    """The titles of other articles below a heading, up to the first sentence."""
    found = set()
    for n in range(heading + 1, min(heading + 1 + _MOST_TITLES, len(paragraphs))):
        if len(paragraphs[n]) > _LONGEST_TITLE or not _TITLE.match(paragraphs[n]):
            break
        found.add(n)
    return found


def _amid_menus(paragraphs: Sequence[str], found: set[int]) -> set[int]:
    """Short lines between furniture: entries of a menu on both sides, or anything below the story's beginning."""
    alone = [_bare(words) in _phrases("alone") for words in paragraphs]
    begun = next((n for n, words in enumerate(paragraphs) if n not in found and _is_story(words)), len(paragraphs))
    amid = set()
    for first in sorted(found):
        last = next((n for n in range(first + 1, min(first + _MOST_AMID + 2, len(paragraphs))) if n in found), first)
        between = range(first + 1, last)
        menu = len(between) == 1 and alone[first] and alone[last] and len(paragraphs[first + 1].split()) <= _NAME_WORDS
        if (menu or first > begun) and all(_SHORT.match(paragraphs[n]) for n in between):
            amid |= set(between)
    foot = list(takewhile(lambda n: n in found or _SHORT.match(paragraphs[n]), range(len(paragraphs) - 1, begun, -1)))
    if len(foot) > 1 and sum(n in found for n in foot) >= len(foot) / 3:
        amid |= set(foot)
    return amid


def _is_story(words: str) -> bool:
    return len(words) > _SENTENCE and bool(_SENTENCE_END.search(words[-4:]))


def _mail_head(paragraphs: Sequence[str]) -> set[int]:
    """Lines that stand together at the head of a mail: From, To, Date; its subject is the reader's."""
    lines = [n for n, words in enumerate(paragraphs) if _MAIL_HEAD.fullmatch(words)]
    heads = {*lines, *(n for n, words in enumerate(paragraphs) if lines and _SUBJECT.match(words))}
    return {n for n in lines if {n - 1, n + 1} & heads}
