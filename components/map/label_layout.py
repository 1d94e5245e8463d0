"""Where names go on a drawn map so that none covers another or a pin. Pure arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, WIDE_CAPITAL = 0.58, 0.72  # of a letter, as a share of the type size; a little more than most fonts need
LINE = 1.15


@dataclass(frozen=True, slots=True)
class Wish:
    """A name to write near a point; ``radius`` keeps it off the pin, ``centred`` writes it over the point,
    ``fixed`` there or nowhere."""

    key: str
    text: str
    x: float
    y: float
    size: float
    radius: float = 0.0
    centred: bool = False
    fixed: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Rect:
    """Pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rect") -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: "Rect") -> bool:
        """Whether all of it lies in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A name that found room; x, y is the left end of its base line."""

    wish: Wish
    rect: Rect

    @property
    def x(self) -> float:
        """Where the text starts."""
        return self.rect.left

    @property
    def y(self) -> float:
        """The base line."""
        return self.rect.bottom - 0.28 * self.wish.size


def write(wishes: Sequence[Wish], *, taken: Sequence[Rect], frame: Rect) -> tuple[Written, ...]:
    """Names in the order of their importance, each at the first free side of its point; the rest are left out.

    A dot that comes with its name keeps room of its own, and is left out where another name covers it.
    """
    rooms, found = list(taken), []
    for wish in wishes:
        own = _disc(wish)
        brings_dot = wish.radius > 0 and own not in taken
        if brings_dot and any(own.meets(room) for room in rooms):
            continue
        for rect in _sides(wish):
            if rect.within(frame) and not any(rect.meets(room) for room in rooms if room != own):
                found.append(Written(wish, rect))
                rooms += [rect, own] if brings_dot else [rect]
                break
    return tuple(found)


def disc(x: float, y: float, radius: float) -> Rect:
    """The room of a pin."""
    return Rect(x - radius, y - radius, x + radius, y + radius)


def _disc(wish: Wish) -> Rect:
    return disc(wish.x, wish.y, wish.radius)


def _sides(wish: Wish) -> list[Rect]:
    width = wish.size * sum((WIDE_CAPITAL if c.isupper() else WIDE) + wish.spacing for c in wish.text)
    height = wish.size * LINE
    x, y, away = wish.x, wish.y, wish.radius + 3
    slant = away * 0.75
    middle = _at(x - width / 2, y - height / 2, width, height)
    around = [
        _at(x + away, y - height / 2, width, height),
        _at(x - away - width, y - height / 2, width, height),
        _at(x - width / 2, y - away - height, width, height),
        _at(x - width / 2, y + away, width, height),
        _at(x + slant, y - slant - height, width, height),
        _at(x + slant, y + slant, width, height),
        _at(x - slant - width, y - slant - height, width, height),
        _at(x - slant - width, y + slant, width, height),
    ]
    if wish.fixed:
        return [middle]
    return [middle, *around] if wish.centred else around


def _at(left: float, top: float, width: float, height: float) -> Rect:
    return Rect(left, top, left + width, top + height)
