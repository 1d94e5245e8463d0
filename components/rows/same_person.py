"""Names that probably belong to one person: the page asks, and the reader joins them or says no.

Three signs, each only where it points to a single person of the article: a last name or initials beside the full
name, an organisation called by a person's last name, and a speaker described by the words of a person's role.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from components.rows.article import NOBODY, short_id, speaker_key, speaker_name
from components.rows.roles import role_of
from pipeline.corrections import Correction, EntityRef, Merge, QuoteRef, Speaker
from pipeline.model import Analysis, Entity

_TOKEN = re.compile(r"[^\W\d_][\w'’-]*+")
_DROP = frozenset(
    ("the", "a", "an", "his", "her", "their", "its", "of", "for", "in", "at", "and", "former", "ex", "mr",
     "mrs", "ms", "dr")
)  # fmt: skip


Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class SamePerson:
    """A person and the other names that may be theirs; described: speakers without a name, by speaker_key."""

    person: Entity
    names: tuple[Entity, ...]
    described: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """An id of this question that holds no word of the article."""
        return short_id(
            " ".join([self.person.id, *(one.id for one in self.names), *(key for key, _ in self.described)])
        )

    @property
    def title(self) -> str:
        """All the names."""
        return " · ".join(
            [self.person.name, *(one.name for one in self.names), *(words for _, words in self.described)]
        )

    def corrections(self, analysis: Analysis) -> list[Correction]:
        """The corrections that join them: names merge into the person, who gets the described speakers' quotes."""
        into = EntityRef(self.person.id, self.person.name)
        keys = {key for key, _ in self.described}
        said = [quote for quote in analysis.quotes if speaker_key(quote) in keys]
        return [
            *(Speaker(QuoteRef(quote.start, quote.end), into) for quote in said),
            *(Merge(EntityRef(one.id, one.name), into) for one in self.names),
        ]


def same_persons(analysis: Analysis) -> list[SamePerson]:
    """Every person with names that may be theirs, the most named first."""
    people = [entity for entity in analysis.entities if entity.label == "PERSON"]
    names: dict[str, list[Entity]] = {}
    for entity in analysis.entities:
        if owner := only(
            one for one in people if one is not entity and may_stand_for(entity.name, entity.label, one.name)
        ):
            names.setdefault(owner.id, []).append(entity)
    described = _described(analysis, people)
    found = [
        SamePerson(person, tuple(names.get(person.id, ())), tuple(described.get(person.id, ())))
        for person in people
        if person.id in names or person.id in described
    ]
    return [one for one in found if not any(one.person in other.names for other in found)]


def only(persons: Iterable[Named]) -> Named | None:
    """The only one for whom the condition holds; None if there are several, or none."""
    found = list(persons)
    return found[0] if len(found) == 1 else None


def may_stand_for(name: str, label: str, person: str) -> bool:
    """Whether a shorter name can stand for a person: by last name alone, or by initials and last name.

    label: the kind of the shorter name, as OntoNotes calls it.
    """
    short, full = name_words(name), name_words(person)
    if label not in ("PERSON", "ORG") or not short or len(full) < 2 or short[-1] != full[-1] or len(full[0]) == 1:
        return False
    if len(short) == 1:
        return True
    initials = len(short[0]) == 1 and label == "PERSON"
    return initials and short[0] == full[0][0]


def name_words(name: str) -> list[str]:
    """The words of a name that count, in small letters."""
    found = [token.casefold().rstrip(".") for token in _TOKEN.findall(name)]
    return [token for token in found if token not in _DROP]


def _described(analysis: Analysis, people: list[Entity]) -> dict[str, list[tuple[str, str]]]:
    """Person → (key, words) of speakers such as "the deputy mayor" that only this person's role answers."""
    roles = {person.id: set(role_words(role)) for person in people if (role := role_of(analysis, person))}
    found: dict[str, list[tuple[str, str]]] = {}
    known = {entity.id for entity in analysis.entities}
    speakers = {speaker_key(quote): speaker_name(quote) for quote in analysis.quotes if not quote.speaker_id}
    for key, words in speakers.items():
        wanted = set(role_words(words))
        holders = [id for id, role in roles.items() if wanted and wanted <= role]
        if key != NOBODY and key not in known and len(holders) == 1:
            found.setdefault(holders[0], []).append((key, words))
    return found


def role_words(words: str) -> list[str]:
    """The words of a role that count: ``deputy``, ``mayor``."""
    parts = (part for token in _TOKEN.findall(words) for part in token.casefold().split("-"))
    return [part.removesuffix("’s").removesuffix("'s") for part in parts if part not in _DROP]
