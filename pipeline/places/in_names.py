"""Places in the names of public bodies: the Richmond police speak of Richmond, the New York Times of nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.records import TRUSTED
from pipeline.lexicon.countries import country_of_people
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.candidates import candidates, clean

_WORD = re.compile(r"[\w.'’&-]+")
_OF = re.compile(r"\b(?:of|for|in) (?:the )?$")
_COUNTY = re.compile(r" (?:County|Parish|Oblast|Province)$")
_LONGEST = 3  # words of a place name
_TOWN = 5.0  # importance below which a name that is a common word is that word
_KNOWN = 3.3  # importance; a hamlet is hardly what a body is named after
_KINDS = frozenset(("city", "capital", "admin1", "admin2", "country"))
_CLUB = (["city"], ["town"], ["county"])  # Norwich City, if it is a body: that of the town has more words
_COLLEGE = frozenset(("academy", "college", "institute", "university"))


def places_in_names(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Extra mentions for the places in the names of public bodies, under the place's own entity if it has one."""
    own = {clean(mention.text).casefold(): mention.entity_id for mention in mentions if mention.label == "GPE"}
    found = []
    for mention in mentions:
        if mention.label == "ORG" and _is_public(mention.text):
            for start, end in _spans(mention.text, own, gazetteer):
                text = mention.text[start:end]
                entity = own.get(text.casefold(), mention.entity_id)
                at = mention.start + start
                found.append(replace(mention, start=at, end=at + len(text), text=text, entity_id=entity))
    return found


def _is_public(name: str) -> bool:
    parts = {word.strip(".").casefold() for word in _WORD.findall(name)}
    return not parts.isdisjoint(words("places/civic_words.txt")) and parts.isdisjoint(
        words("places/no_civic_words.txt")
    )


def _spans(name: str, own: dict[str, str], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Where place names stand in the name of a body: at its head, and after "of"."""
    tokens = [match.span() for match in _WORD.finditer(name)]
    first = 1 if tokens and name[slice(*tokens[0])] in ("The", "the") else 0
    heads = [first, *(n for n, (start, _) in enumerate(tokens) if n > first and _OF.search(name[:start]))]
    for head in heads:
        for size in range(min(_LONGEST, len(tokens) - head), 0, -1):
            start, end = tokens[head][0], tokens[head + size - 1][1]
            end -= len(name[start:end]) - len(name[start:end].removesuffix("'s").removesuffix("’s"))
            place = None if size == len(tokens) else _place(name[start:end], gazetteer)
            if place and (head != first or _heads_a_body(place, name[start:end], name[end:], own)):
                yield start, end
            if place:
                break  # Kansas City is not in Kansas, of which the Kansas City Chiefs' name says nothing


def _heads_a_body(place: PlaceRecord, text: str, rest: str, own: dict[str, str]) -> bool:
    """Whether the words after a place at the head of a name say that it is the body of that place.

    The place stands right before a word for a body: Richmond Police, but Carnegie Mellon University, Victoria Cross
    Society and Arab American Institute name no place. A college is in the town of its name where the article names it.
    """
    following = [word.strip(".").casefold() for word in _WORD.findall(rest)]
    if not following or following in _CLUB:
        return False
    if place.feature == "country":
        return not words("places/state_bodies.txt").isdisjoint(following)
    if _COUNTY.search(text) or text.casefold() in own:
        return True
    if following[0] in _COLLEGE or (following[0] == "state" and not _COLLEGE.isdisjoint(following[1:2])):
        return False
    state = place.feature == "admin1" and place.country in ("US", "CA")
    return (
        state or following[0] in words("places/civic_words.txt") or following[0] in words("places/body_modifiers.txt")
    )


def _place(text: str, gazetteer: Gazetteer) -> PlaceRecord | None:
    """The best known place of a name, if the name is likely to mean one."""
    if len(text) < 2 or not text[0].isupper() or country_of_people(text):
        return None
    if text.casefold() in words("places/civic_words.txt") or text in words("entities/peoples.txt"):
        return None
    reading, places = candidates(text, gazetteer)
    if not places or reading.name != clean(text) or reading.part:
        return None  # "Illinois Department" is read as a department, and is none
    place = places[0]
    if place.feature not in _KINDS or place.name_rank > TRUSTED:
        return None
    if text.casefold() in words("entities/words.txt") and (place.importance < _TOWN or place.kind == "region"):
        return None  # the College of Law is not in Law, nor the Maritime Bank in Maritime
    return place if place.importance >= _KNOWN or place.feature == "admin2" else None
