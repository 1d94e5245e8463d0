"""Who is quoted where: a row a speaker, a column an outlet. No Streamlit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from components.formatting import count, one_line

if TYPE_CHECKING:
    from pipeline.collection.rows import OutletQuotes


@dataclass(frozen=True, slots=True)
class OutletSpeaker:
    """A row; cells: outlet → (words, quotes) there."""

    key: str
    name: str
    cells: dict[str, tuple[int, int]]

    @property
    def words(self) -> int:
        """Words quoted in all the outlets."""
        return sum(words for words, _ in self.cells.values())


@dataclass(frozen=True, slots=True)
class OutletTable:
    """whole: outlet → all words it quotes from anybody, the most first; speakers: those of several outlets first."""

    whole: dict[str, int]
    speakers: tuple[OutletSpeaker, ...]

    def share(self, words: int, outlet: str) -> float:
        """Of all words that the outlet quotes, 0 to 1."""
        return words / max(self.whole[outlet], 1)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """A row a speaker and outlet: key, name, outlet, words, quotes, share."""
        for one in self.speakers:
            for outlet, (words, quotes) in one.cells.items():
                yield one.key, one.name, outlet, words, quotes, round(self.share(words, outlet), 4)

    @property
    def finding(self) -> str:
        """How many are quoted in several outlets."""
        several = [one.name for one in self.speakers if len(one.cells) > 1]
        outlets = count(len(self.whole), "outlet")
        if len(several) == 1:
            return f"Of {outlets}, several quote only {several[0]}"
        of = f"{len(several):,} of {count(len(self.speakers), 'speaker')}" if several else "No speaker"
        return f"{of} {'are' if several else 'is'} quoted in more than one of {outlets}"


def outlet_table(rows: "Iterable[OutletQuotes]") -> OutletTable:
    """From the rows of a query; those without a key are the outlets' wholes."""
    whole: dict[str, int] = {}
    speakers: dict[str, OutletSpeaker] = {}
    for row in rows:
        if row.key is None:
            whole[row.outlet] = row.words
        else:
            speaker = speakers.setdefault(row.key, OutletSpeaker(row.key, one_line(row.name or ""), {}))
            speaker.cells[row.outlet] = (row.words, row.quotes)
    ranked = sorted(speakers.values(), key=lambda one: (-len(one.cells), -one.words, one.name))
    return OutletTable(dict(sorted(whole.items(), key=lambda item: -item[1])), tuple(ranked))
