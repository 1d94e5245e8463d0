"""Who has been spoken of so far, and how much each draws the next pronoun."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from pipeline.speakers.people import Person

# Hand-argued: a mention counts half after one more sentence of narration, and no longer after REACH.
DECAY = 0.5
REACH = 7
LATEST = 100  # traces looked back at, at most: a paragraph may hold thousands
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
    fresh: bool = False


@dataclass(slots=True)
class Trail:
    """The traces so far, in order of the text, and all persons, those without a name included."""

    cast: dict[str, Person] = field(default_factory=dict)
    traces: list[Trace] = field(default_factory=list)

    def add(self, trace: Trace) -> None:
        """Append one more."""
        self.traces.append(trace)

    def near(self, step: int, back: int) -> list[Trace]:
        """The traces of the last so many sentences, latest first."""
        found = []
        for trace in reversed(self.traces[-LATEST:]):
            if step - trace.step > back:
                break
            found.append(trace)
        return found

    def last_speaker(self, step: int) -> tuple[str, int] | None:
        """Who spoke last within reach, and how many steps ago."""
        return next(((trace.entity, step - trace.step) for trace in self.near(step, REACH) if trace.spoke), None)

    def subjects(self, step: int, back: int) -> list[Trace]:
        """The subjects of the sentence so many steps ago."""
        return [trace for trace in self.near(step, back) if trace.subject and trace.step == step - back]

    def fresh(self, step: int) -> set[str]:
        """Who has been named for the first time in this sentence or the one before."""
        return {trace.entity for trace in self.near(step, 1) if trace.fresh and trace.weight > SPOKEN_OF}

    def named_before(self, step: int) -> set[str]:
        """Everybody mentioned in the sentence before."""
        return {trace.entity for trace in self.near(step, 1) if trace.step == step - 1 and trace.weight > SPOKEN_OF}

    def draw(self, step: int, allowed: Collection[str]) -> dict[str, float]:
        """Each allowed entity within reach → the sum of its best mention in each sentence, faded by distance."""
        best: dict[tuple[str, int], float] = {}
        for trace in self.near(step, REACH):
            if trace.entity in allowed:
                key = (trace.entity, trace.step)
                best[key] = max(best.get(key, 0.0), trace.weight)
        draw: dict[str, float] = defaultdict(float)
        for (entity, when), weight in best.items():
            draw[entity] += weight * DECAY ** (step - when)
        return dict(draw)
