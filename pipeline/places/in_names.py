"""Places in the names of public bodies: the Richmond police speak of Richmond, the New York Times of nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.records import TRUSTED
from pipeline.lexicon.countries import country_of_people
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.candidates import candidates

_WORD = re.compile(r"[\w.'’&-]+")
_OF = re.compile(r"\b(?:of|for|in) (?:the )?(?=[A-Z])")
_LONGEST = 3  # words of a place name
_TOWN = 5.0  # importance below which a name that is a common word is that word
_KNOWN = 3.3  # importance; a hamlet is hardly what a body is named after


def places_in_names(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Extra mentions for the places in the names of public bodies, under the place's own entity if it has one."""
    own = {mention.text.casefold(): mention.entity_id for mention in mentions if mention.label == "GPE"}
    found = []
    for mention in mentions:
        if mention.label == "ORG" and _is_public(mention.text):
            for start, end in _spans(mention.text, gazetteer):
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


def _spans(name: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Where place names stand: at the head, and after "of"."""
    tokens = [match.span() for match in _WORD.finditer(name)]
    first = 1 if tokens and name[slice(*tokens[0])] in ("The", "the") else 0
    heads = [
        first,
        *(
            n
            for n, (start, _) in enumerate(tokens)
            if n and _OF.search(name[:start] + "X") and name[:start].endswith(("of ", "of the "))
        ),
    ]
    for head in dict.fromkeys(heads):
        for size in range(min(_LONGEST, len(tokens) - head), 0, -1):
            if size == len(tokens):
                continue
            start, end = tokens[head][0], tokens[head + size - 1][1]
            if name[end:].startswith((" County", " Oblast", " Province")):
                continue
            if _names_place(name[start:end], gazetteer):
                yield start, end
                break


def _names_place(text: str, gazetteer: Gazetteer) -> bool:
    if len(text) < 2 or not text[0].isupper() or country_of_people(text):
        return False
    if text.casefold() in words("places/civic_words.txt"):
        return False
    _, places = candidates(text, gazetteer)
    if places and places[0].importance < _TOWN and text.casefold() in words("entities/words.txt"):
        return False  # the College of Law is not in Law
    return (
        bool(places)
        and places[0].name_rank <= TRUSTED
        and (places[0].importance >= _KNOWN or places[0].feature == "admin2")
    )
