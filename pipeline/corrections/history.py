"""Corrections with a way back."""

from dataclasses import dataclass

from pipeline.corrections.model import Correction, Corrections


@dataclass(frozen=True, slots=True)
class History:
    """What was corrected, and what was taken back and can be done again.

    steps, back: how many corrections were made at once, by one press of a button; they are taken back
    together. What has no step (a file of corrections) goes one by one.
    """

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()
    steps: tuple[int, ...] = ()
    back: tuple[int, ...] = ()

    def add(self, *items: Correction) -> "History":
        """New corrections, made at once; what had been taken back is gone for good."""
        return History((*self.done, *items), (), (*self.steps, len(items)))

    def undo(self) -> "History":
        """The last step taken back."""
        number = self.steps[-1] if self.steps else min(len(self.done), 1)
        if not number:
            return self
        kept, taken = self.done[:-number], self.done[-number:]
        return History(kept, (*self.undone, *reversed(taken)), self.steps[:-1], (*self.back, number))

    def redo(self) -> "History":
        """The step taken back last, done again."""
        if not self.back:
            return self
        number = self.back[-1]
        kept, again = self.undone[:-number], self.undone[-number:]
        return History((*self.done, *reversed(again)), kept, (*self.steps, number), self.back[:-1])

    def without(self, index: int) -> "History":
        """One correction taken back, wherever it stands; it can be done again, and is then the last."""
        if not 0 <= index < len(self.done):
            return self
        steps, start = list(self.steps), len(self.done) - sum(self.steps)
        for n, number in enumerate(self.steps):
            if start <= index < start + number:
                steps[n] -= 1
            start += number
        taken = self.done[index]
        kept = (*self.done[:index], *self.done[index + 1 :])
        return History(kept, (*self.undone, taken), tuple(n for n in steps if n), (*self.back, 1))

    def of(self, article_id: str) -> Corrections:
        """As corrections of an article."""
        return Corrections(article_id, self.done)
