"""Offices that are told apart by the word before the noun: the foreign minister is not the defence minister."""

from collections.abc import Iterable

from pipeline.speakers.narration import Narration
from pipeline.speakers.phrase import Phrase
from pipeline.speakers.roles import Role

_OFFICES = frozenset(
    ("foreign", "defence", "finance", "interior", "health", "education", "justice", "transport", "economy", "energy",
     "environment", "agriculture", "trade", "labour", "culture", "prime", "first", "home", "housing", "immigration",
     "tourism", "sports", "science", "industry", "commerce", "treasury", "information", "fisheries", "police", "fire",
     "defense", "labor", "transportation", "economic", "sport", "farm", "oil", "press")
)  # fmt: skip
_SPELT = {"defense": "defence", "labor": "labour", "transportation": "transport", "economic": "economy",
          "sport": "sports", "farm": "agriculture"}  # fmt: skip
# Of whom a report of a match tells two, one a side: "the Porto coach".
_SIDES = frozenset(("coach", "manager", "captain", "boss", "skipper", "goalkeeper", "keeper", "striker", "midfielder",
                    "defender"))  # fmt: skip


def is_another_office(narration: Narration, phrase: Phrase, role: Role) -> bool:
    """Whether the phrase names an office, or a side, and the role another."""
    before = range(phrase.first, phrase.head)
    here, there = _offices(narration.lower[n] for n in before), _offices(role.words)
    if here and there and not here & there:
        return True
    side = {narration.lower[n] for n in before if narration.tags[n].startswith("NNP")}
    return narration.lower[phrase.head] in _SIDES and bool(side) and side.isdisjoint(role.words)


def another_ministry(narration: Narration, phrase: Phrase, name: str) -> bool:
    """Whether a body of this name has another field than the phrase tells: the foreign and the interior ministry."""
    here = _offices(narration.lower[n] for n in range(phrase.first, phrase.head))
    there = _offices(name.lower().split())
    return bool(here and there) and not here & there


def _offices(words: Iterable[str]) -> set[str]:
    return {_SPELT.get(word, word) for word in words if word in _OFFICES}
