"""Articles for many visitors at once: our own sentences with invented names that no other article has.

Every surname begins with MARK, so that a name of somebody else's article on one's own page is seen at once.
"""

import random
import re
from dataclasses import dataclass

MARK = "Quor"
FIRST = ("Mirabel", "Osric", "Amal", "Tamsin", "Leila", "Henry", "Yusuf", "Clara", "Daniel", "Noor")
ROLES = ("Mayor", "Governor", "Professor", "Senator", "Captain")
PLACES = ("Rafah", "Kharkiv", "Nairobi", "Valencia", "Montevideo", "Karachi", "Gothenburg", "Toulouse")
_OURS = re.compile(rf"{MARK}[a-z]+".encode())
_SPREAD = 7919  # prime, so that each number keeps a name of its own
_OPENING = (
    "{dateline}, March 18 - {role} {first} {last} said on Monday that the old bridge in {place} would stay closed."
)
_LINES = (
    "“We will open it when the engineers are content,” {last} told reporters.",
    "“Nobody was hurt, and nobody will be,” said {last}.",
    "{last} left the meeting early, but Professor {other_first} {other} of the harbour office stayed.",
    "“The harbour needs another crane,” {other} said on Tuesday.",
    "{last} declined to name the price of the repair.",
    "The council of {place} meets again next week, and {last} is expected to speak.",
    "“It is a question of money,” {other} added.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """An article and the right answer: how often each person is named, and how often each is quoted."""

    text: str
    place: str
    named: dict[str, int]
    quoted: dict[str, int]

    @property
    def marks(self) -> set[bytes]:
        """The invented surnames, as they come over the wire."""
        return set(_OURS.findall(self.text.encode()))


def tell(number: int, *, lines: int = 12) -> Told:
    """The article of this number, always the same."""
    dice = random.Random(number)
    last, other = surname(2 * number), surname(2 * number + 1)
    first, other_first = dice.sample(FIRST, 2)
    words = {"first": first, "last": last, "other": other, "other_first": other_first}
    place = dice.choice(PLACES)
    words |= {"role": dice.choice(ROLES), "place": place, "dateline": place.upper()}
    chosen = [_LINES[0], _LINES[2]]
    while len(chosen) < lines:
        chosen.append(dice.choice([line for line in _LINES if line not in chosen[-2:]]))
    text = "\n\n".join(line.format(**words) for line in (_OPENING, *chosen))
    quotes = {last: 1, other: 0}  # the opening reports one sentence
    for line in chosen:
        if "“" in line:
            quotes[last if "{last}" in line else other] += 1
    full = {last: f"{first} {last}", other: f"{other_first} {other}"}
    named = {full[name]: len(re.findall(name, text)) for name in (last, other)}
    return Told(text, place, named, {full[name]: count for name, count in quotes.items() if count})


def surname(number: int) -> str:
    """A name that can be spoken, one for each number."""
    consonants, vowels, name = "bdfglmnprtv", "aeio", MARK
    number = number * _SPREAD % 44**3  # neighbours should not look alike
    for _ in range(3):
        number, c = divmod(number, len(consonants))
        number, v = divmod(number, len(vowels))
        name += consonants[c] + vowels[v]
    return name + "n"


def strangers(page: bytes, own: set[bytes]) -> set[bytes]:
    """Surnames on a page that stand in no article of its visitor."""
    return set(_OURS.findall(page)) - own
