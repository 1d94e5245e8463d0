"""Who has been spoken of so far, and how much each draws the next pronoun.

Ranks the persons a pronoun could stand for.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import islice, takewhile

from pipeline.speakers.discourse import Person

# Hand-argued: a mention counts half after one more sentence of narration, and no longer after REACH.
DECAY = 0.5
REACH = 7
LATEST = 100  # references looked back at, at most: a paragraph may hold thousands
CLAUSE_SUBJECT = 0.8  # from this weight on a mention is the subject of some clause
SPOKEN_OF = 0.3  # a mention below this weight was only part of a compound or of somebody's words


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention, by name or by a pronoun already resolved."""

    token: int
    step: int
    entity: str
    weight: float
    block: int = -1
    subject: bool = False
    spoke: bool = False
    fresh: bool = False
    introduced: bool = False  # fresh, and the text says who that is


@dataclass(slots=True)
class DiscourseHistory:
    """The references so far, in order of the text, and all persons, those without a name included."""

    cast: dict[str, Person] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    _recent: list[Reference] = field(default_factory=list)  # those within REACH, kept for one ranking
    _recent_at: tuple[int, int] = (-1, -1)

    def add(self, reference: Reference) -> None:
        """Append one more."""
        self.references.append(reference)

    def near(self, step: int, back: int) -> list[Reference]:
        """The references in this sentence and the ``back`` before it, REACH at most, latest first."""
        if self._recent_at != (step, len(self.references)):
            latest = islice(reversed(self.references), LATEST)
            self._recent = list(takewhile(lambda reference: step - reference.step <= REACH, latest))
            self._recent_at = step, len(self.references)
        if back >= REACH:
            return self._recent
        return list(takewhile(lambda reference: step - reference.step <= back, self._recent))

    def last_speaker(self, step: int) -> tuple[str, int] | None:
        """Who spoke last within reach, and how many steps ago."""
        return next(
            ((reference.entity, step - reference.step) for reference in self.near(step, REACH) if reference.spoke), None
        )

    def spoke_to_others(self, step: int, sex: str) -> str | None:
        """Who spoke last, in this sentence or the one before, if another person of this sex is named there too.

        '"Shall we go?" Lopes asked Reed. "Yes," she replied': whoever replies is not who spoke.
        """
        speaker = self.last_speaker(step)
        if speaker is None or speaker[1] > 1:
            return None
        when = step - speaker[1]
        others = {one.entity for one in self.near(step, 1) if one.step == when and one.weight > SPOKEN_OF}
        heard = (key for key in others - {speaker[0]} if key in self.cast and self.cast[key].sex == sex)
        return speaker[0] if next(heard, None) else None

    def subjects(self, step: int, back: int) -> list[Reference]:
        """The subjects of the sentence ``back`` steps ago; of this one, those of its clauses too."""
        clauses = back == 0
        return [
            reference
            for reference in self.near(step, back)
            if reference.step == step - back and (reference.subject or (clauses and reference.weight >= CLAUSE_SUBJECT))
        ]

    def fresh(self, step: int) -> list[Reference]:
        """Where somebody has been named for the first time, in this sentence or the one before."""
        return [reference for reference in self.near(step, 1) if reference.fresh and reference.weight > SPOKEN_OF]

    def named_before(self, step: int) -> set[str]:
        """Everybody mentioned in the sentence before."""
        return {
            reference.entity
            for reference in self.near(step, 1)
            if reference.step == step - 1 and reference.weight > SPOKEN_OF
        }

    def salience(self, step: int, allowed: Collection[str]) -> dict[str, float]:
        """Each allowed entity within reach → the sum of its best mention in each sentence, faded by distance."""
        best: dict[tuple[str, int], float] = {}
        for reference in self.near(step, REACH):
            if reference.entity in allowed:
                key = (reference.entity, reference.step)
                best[key] = max(best.get(key, 0.0), reference.weight)
        salience: dict[str, float] = defaultdict(float)
        for (entity, when), weight in best.items():
            salience[entity] += weight * DECAY ** (step - when)
        return dict(salience)


# Hand-argued bonuses, on the scale where being a subject of this sentence is 1.
LAST_SPEAKER = 0.4  # who spoke last goes on speaking: "..., Costa said. ... He added"
GOES_ON = 0.9  # and the more so where the cue says it: 'he added', 'she went on'
SPEAKER_DECAY = 0.7
TOPIC = 0.4  # the person whom the article is about, by share of all persons' mentions
OWN_SUBJECT = 0.8  # subject of the pronoun's own sentence: 'Costa left when he ...'
NEXT_SUBJECT = 0.45  # subject of the sentence before, in the same paragraph
FRESH = 0.4  # just brought in by full name: 'a worry to Ana Costa, head of the union. "...," she said'
INTRODUCED = 0.3  # and more, if the text says who that is, as it does of those whom it is about to quote
AHEAD = 2.0  # named right behind the opening that holds the pronoun: 'In his reply, Costa ...'
LONE = 0.3  # the only one who fits of those named in the sentence before
DOUBTED = 0.3  # factor for somebody named in what the pronoun is reported to have said
UNKNOWN_SEX = 0.75  # factor for a person of whom the article does not tell whether he or she
UNKNOWN_STRANGER = 0.5  # the same for a person who has no name either
GUESSED_AGAINST = 0.35  # factor where only pronouns nearby spoke against it
MARGIN = 0.08  # below this lead, relative to the winner, two fit equally well


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates with their scores, best first."""

    scores: tuple[tuple[str, float], ...]
    goes_on: str | None = None  # who spoke in the sentence before, and thus wins where two fit equally well

    @property
    def winner(self) -> str | None:
        """The best, unless the next is as good and it is not plain that one of them goes on speaking."""
        level = [key for key, score in self.scores[:2] if self.scores[0][1] - score < MARGIN * self.scores[0][1]]
        if len(level) > 1:
            return self.goes_on if self.goes_on in level else None
        return self.scores[0][0] if self.scores else None

    @property
    def tied(self) -> tuple[str, ...]:
        """The two that fit equally well, if they do."""
        return tuple(entity for entity, _ in self.scores[:2]) if self.scores and not self.winner else ()


def rank(
    history: DiscourseHistory,
    where: Reference,
    *,
    sex: str | None,
    barred: Collection[str],
    goes_on: bool = False,
    ahead: str | None = None,
) -> Ranked:
    """Every person within reach who agrees in sex and is not barred, best first."""
    people = history.cast
    near = {reference.entity for reference in history.near(where.step, REACH)} | {ahead}
    fits = {key: fit for key in near if key in people and key not in barred and (fit := _fit(people[key], sex)) > 0}
    scores = history.salience(where.step, fits)
    if ahead in fits:
        scores[ahead] = scores.get(ahead, 0.0) + AHEAD
    bonus = _bonuses(history, where, goes_on)
    lone = history.named_before(where.step) & scores.keys()
    if len(lone) == 1 and not scores.keys() & {reference.entity for reference in history.subjects(where.step, 0)}:
        bonus[lone.pop()] += LONE
    for key in scores:
        scores[key] = (scores[key] + TOPIC * people[key].share + bonus.get(key, 0.0)) * fits[key]
    speaker = history.last_speaker(where.step)
    near_speaker = speaker[0] if speaker and speaker[1] <= 1 else None
    return Ranked(tuple(sorted(scores.items(), key=lambda pair: -pair[1])), near_speaker)


def doubt(ranked: Ranked, doubted: Collection[str]) -> Ranked:
    """The same, with some persons put back."""
    scores = [(key, score * DOUBTED if key in doubted else score) for key, score in ranked.scores]
    return Ranked(tuple(sorted(scores, key=lambda pair: -pair[1])), ranked.goes_on)


def _bonuses(history: DiscourseHistory, where: Reference, goes_on: bool) -> dict[str, float]:
    bonus: dict[str, float] = defaultdict(float)
    for reference in history.fresh(where.step):
        bonus[reference.entity] = FRESH + INTRODUCED * reference.introduced
    if speaker := history.last_speaker(where.step):
        bonus[speaker[0]] += LAST_SPEAKER * SPEAKER_DECAY ** speaker[1] + GOES_ON * goes_on
    for key in {reference.entity for reference in history.subjects(where.step, 0)}:
        bonus[key] += OWN_SUBJECT
    before = history.subjects(where.step, 1)
    for key in {reference.entity for reference in before if reference.block == where.block or reference.spoke}:
        bonus[key] += NEXT_SUBJECT
    return bonus


def _fit(person: Person, sex: str | None) -> float:
    if sex is None or person.sex == sex:
        return 1.0
    if person.sex is None:
        return UNKNOWN_SEX if person.share else UNKNOWN_STRANGER
    return 0.0 if person.sure else GUESSED_AGAINST
