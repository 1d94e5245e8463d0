"""Who has been spoken of so far, and how much each draws the next pronoun."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

# Hand-argued: a mention counts half after one more sentence of narration, and no longer after REACH.
DECAY = 0.5
REACH = 7
SPOKEN_OF = 0.3  # a mention below this weight was only part of a compound or of somebody's words


@dataclass(frozen=True, slots=True)
class Trace:
    """One mention, by name or by a pronoun already resolved."""

    token: int
    step: int
    entity: str
    weight: float
    block: int = -1
    subject: bool = False
    spoke: bool = False


@dataclass(slots=True)
class Trail:
    """The traces so far, in order of the text."""

    traces: list[Trace] = field(default_factory=list)

    def add(self, trace: Trace) -> None:
        """Append one more."""
        self.traces.append(trace)

    def last_speaker(self, step: int) -> tuple[str, int] | None:
        """Who spoke last within reach, and how many steps ago."""
        for trace in reversed(self.traces):
            if step - trace.step > REACH:
                return None
            if trace.spoke:
                return trace.entity, step - trace.step
        return None

    def subjects(self, step: int, back: int) -> list[Trace]:
        """The subjects of the sentence so many steps ago."""
        found = []
        for trace in reversed(self.traces):
            if trace.step < step - back:
                break
            if trace.subject and trace.step == step - back:
                found.append(trace)
        return found

    def named_before(self, step: int) -> set[str]:
        """Everybody mentioned in the sentence before."""
        found = set()
        for trace in reversed(self.traces):
            if trace.step < step - 1:
                break
            if trace.step == step - 1 and trace.weight > SPOKEN_OF:
                found.add(trace.entity)
        return found

    def draw(self, step: int, allowed: Collection[str]) -> dict[str, float]:
        """Each allowed entity within reach → the sum of its best mention in each sentence, faded by distance."""
        best: dict[tuple[str, int], float] = {}
        for trace in reversed(self.traces):
            if step - trace.step > REACH:
                break
            if trace.entity in allowed:
                key = (trace.entity, trace.step)
                best[key] = max(best.get(key, 0.0), trace.weight)
        draw: dict[str, float] = defaultdict(float)
        for (entity, when), weight in best.items():
            draw[entity] += weight * DECAY ** (step - when)
        return dict(draw)
