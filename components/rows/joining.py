"""Names of a collection that may well be one: to be offered as a question, and what joins them in every article.

What all articles agree on is put together already (pipeline/collection/merge.py); what is left is for the reader.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.palette import kind_of
from components.rows.article import short_id
from components.rows.same_person import may_stand_for, name_words, only
from pipeline.corrections import Correction, EntityRef, Merge, Relabel, Rename
from pipeline.model import Analysis, Entity

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedName

_PEOPLE, _BODIES = "people", "organisations"
_SMALL = frozenset(("of", "the", "and", "for", "on", "in"))


@dataclass(frozen=True, slots=True)
class Joining:
    """A shorter name and the whole one that it may stand for."""

    short: "ListedName"
    whole: "ListedName"

    @property
    def id(self) -> str:
        """What tells this question from others, without a word of the articles."""
        return short_id(f"{self.short.key} {self.whole.key}")


def joinings(names: Sequence["ListedName"]) -> list[Joining]:
    """Every shorter name that can stand for exactly one longer name of the list, the most named first."""
    people = [name for name in names if name.kind == _PEOPLE]
    bodies = [name for name in names if name.kind == _BODIES]
    found = []
    for name in names:
        whole = only(one for one in people if one is not name and may_stand_for(name.name, name.label, one.name))
        if whole is None and name.kind == _BODIES:
            whole = only(one for one in bodies if one is not name and _is_acronym(name.name, one.name))
        if whole is not None:
            found.append(Joining(name, whole))
    return sorted(found, key=lambda one: (-one.whole.mentions, one.whole.name, one.short.name))


def _is_acronym(short: str, whole: str) -> bool:
    """``NHT`` for ``Northern Harbour Trust``."""
    words = [word for word in name_words(whole) if word not in _SMALL]
    return short.isupper() and len(words) > 1 and short.replace(".", "").casefold() == "".join(w[0] for w in words)


def join_in(analysis: Analysis, short: "ListedName", whole: "ListedName") -> list[Correction]:
    """The corrections of one article that make the shorter name the whole one; none where it is not named."""
    target = next(iter(named_so(analysis.entities, whole)), None)
    items: list[Correction] = []
    for entity in named_so(analysis.entities, short):
        ref = EntityRef(entity.id, entity.name)
        if target is entity:
            continue
        if target is not None:
            items.append(Merge(ref, EntityRef(target.id, target.name)))
            continue
        items += [Relabel(ref, whole.label)] if entity.label != whole.label else []
        items += [Rename(ref, whole.name)] if entity.name != whole.name else []
    return items


def named_so(entities: Iterable[Entity], name: "ListedName") -> list[Entity]:
    """The entities of an article that are counted under this name."""
    words = {one.casefold() for one in (name.name, *name.aliases)}
    return [one for one in entities if one.name.casefold() in words and kind_of(one.label).id == name.kind]
