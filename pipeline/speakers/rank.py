"""Ranks the persons a pronoun could stand for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pipeline.speakers.people import Person
from pipeline.speakers.trail import LAST_SPEAKER, SPEAKER_DECAY, TOPIC, Trail

UNKNOWN_SEX = 0.75  # factor for a person of whom the article does not tell whether he or she
GUESSED_AGAINST = 0.35  # factor where only pronouns nearby spoke against it
MARGIN = 0.08  # below this lead, relative to the winner, two fit equally well


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates with their scores, best first."""

    scores: tuple[tuple[str, float], ...]

    @property
    def winner(self) -> str | None:
        """The best, unless the next is as good."""
        if not self.scores:
            return None
        if len(self.scores) > 1 and self.scores[0][1] - self.scores[1][1] < MARGIN * self.scores[0][1]:
            return None
        return self.scores[0][0]

    @property
    def tied(self) -> tuple[str, ...]:
        """The two that fit equally well, if they do."""
        return tuple(entity for entity, _ in self.scores[:2]) if self.scores and not self.winner else ()


def rank(trail: Trail, step: int, people: Mapping[str, Person], *, sex: str | None, barred: Collection[str]) -> Ranked:
    """Every person within reach who agrees in sex and is not barred, best first."""
    fits = {key: fit for key, person in people.items() if key not in barred and (fit := _fit(person, sex)) > 0}
    scores = trail.draw(step, fits)
    speaker = trail.last_speaker(step)
    for key in scores:
        scores[key] += TOPIC * people[key].share
        if speaker and speaker[0] == key:
            scores[key] += LAST_SPEAKER * SPEAKER_DECAY ** speaker[1]
        scores[key] *= fits[key]
    return Ranked(tuple(sorted(scores.items(), key=lambda pair: -pair[1])))


def _fit(person: Person, sex: str | None) -> float:
    if sex is None or person.sex == sex:
        return 1.0
    if person.sex is None:
        return UNKNOWN_SEX
    return 0.0 if person.sure else GUESSED_AGAINST
