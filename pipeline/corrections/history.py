"""Corrections with a way back."""

from dataclasses import dataclass, replace

from pipeline.corrections.model import Correction, Corrections


@dataclass(frozen=True, slots=True)
class History:
    """What was corrected, and what was taken back and can be done again."""

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()

    def add(self, *items: Correction) -> "History":
        """New corrections; what had been taken back is gone for good."""
        return History((*self.done, *items))

    def undo(self) -> "History":
        """The last correction taken back."""
        return replace(self, done=self.done[:-1], undone=(*self.undone, *self.done[-1:]))

    def redo(self) -> "History":
        """The correction taken back last, done again."""
        return replace(self, done=(*self.done, *self.undone[-1:]), undone=self.undone[:-1])

    def of(self, article_id: str) -> Corrections:
        """As corrections of an article."""
        return Corrections(article_id, self.done)
