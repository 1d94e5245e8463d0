"""Walks through the article once, from the first word to the last, and answers each speaker phrase on the way."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import itemgetter

from pipeline.lexicon.roles import SEX_OF_PRONOUN, organisation_nouns, role_nouns
from pipeline.model import Attribution
from pipeline.speakers import reasons
from pipeline.speakers.answer import STRANGER, Answer, answer_phrase, place, rank_at
from pipeline.speakers.discourse import Scene
from pipeline.speakers.mentions import SUBJECTS, SUBORDINATE, WITNESSED_SUBJECT, Spot
from pipeline.speakers.noun_phrases import Match, is_definite, match_noun
from pipeline.speakers.organisations import UNNAMED_BODY
from pipeline.speakers.people import Person
from pipeline.speakers.phrase import Phrase, is_plural, read_phrase
from pipeline.speakers.roles import INTRODUCING, role_noun
from pipeline.speakers.salience import Trace, Trail

SPEAKER_WEIGHT = 1.1  # a speaker draws like a subject, and a little more
PRONOUN_WEIGHT = {"he": 0.9, "she": 0.9}
OTHER_PRONOUN_WEIGHT = 0.4
NOUN_WEIGHT, ASIDE_WEIGHT = 0.9, 0.4


Span = tuple[int, int]


def answer_all(scene: Scene, attributions: Sequence[Attribution]) -> dict[Span, Answer]:
    """Each distinct speaker span → its answer."""
    trail, answers = Trail(cast=dict(scene.people)), {}
    said: dict[Span, list[Attribution]] = defaultdict(list)
    for found in attributions:
        if found.speaker:
            said[found.speaker].append(found)
    for token, what in _events(scene, said):
        if isinstance(what, Spot):
            trail.add(_named(scene, what))
        elif what:
            answers[what] = _speaker(scene, trail, what, said[what])
        elif scene.view.lower[token] in SEX_OF_PRONOUN:
            _pronoun(scene, trail, token)
        else:
            _subject_noun(scene, trail, token)
    return answers


def _events(scene: Scene, said: Collection[Span]) -> list[tuple[int, Spot | Span | None]]:
    """Names, speaker phrases, pronouns and subject nouns of the narration, in order; a phrase after the names in it."""
    view = scene.view
    spans = {span: view.tokens(*span) for span in said}
    taken = {n for tokens in spans.values() for n in tokens} | {n for s in scene.spots for n in range(s.first, s.last)}
    nouns = role_nouns()
    events: list[tuple[int, int, Spot | Span | None]] = [(spot.first, 0, spot) for spot in scene.spots]
    events += [(tokens.stop - 1 if tokens else 0, 1, span) for span, tokens in spans.items()]
    events += [
        (n, 2, None)
        for n, word in enumerate(view.lower)
        if (word in SEX_OF_PRONOUN or (word in nouns and view.deps[n] in SUBJECTS))
        and not view.quoted[n]
        and n not in taken
    ]
    events.sort(key=itemgetter(0, 1))
    return [(token, what) for token, _, what in events]


def _speaker(scene: Scene, trail: Trail, span: Span, said: Sequence[Attribution]) -> Answer:
    whole = scene.view.tokens(*span)
    phrase = read_phrase(scene.view, whole, scene.inside(whole))
    if phrase.form == "noun" and (beside := _beside(scene, whole, said)):
        phrase = replace(phrase, form="name", spot=beside)
    answer = answer_phrase(scene, trail, phrase, said)
    if answer.entity:
        at = place(scene, phrase.head)
        trail.add(replace(at, entity=answer.entity, weight=SPEAKER_WEIGHT, subject=True, spoke=True))
    elif phrase.form == "noun" and scene.view.lower[phrase.head] in organisation_nouns():
        trail.add(replace(place(scene, phrase.head), entity=UNNAMED_BODY, weight=0.0, spoke=True))
    elif phrase.form == "noun":
        _stranger(scene, trail, phrase, SPEAKER_WEIGHT, spoke=True)
    return answer


def _beside(scene: Scene, whole: range, said: Sequence[Attribution]) -> Spot | None:
    """'[the mayor], Ana Lopes, said': a name set off right behind the phrase, and then the cue or another comma."""
    view, at = scene.view, whole.stop
    if at + 1 >= len(view.words) or view.words[at] != "," or view.lower[max(whole.start - 1, 0)] == "to":
        return None
    spot = next((s for s in scene.inside(range(at + 1, at + 2)) if s.mention.label == "PERSON"), None)
    if spot is None or spot.first != at + 1 or spot.last >= len(view.words):
        return None
    cues = {found.cue[0] for found in said if found.cue}
    return spot if view.words[spot.last] == "," or view.starts[spot.last] in cues else None


def _subject_noun(scene: Scene, trail: Trail, token: int) -> None:
    """'The mayor smiled' keeps Lopes in mind, 'a woman came in' somebody without a name: for the trail only."""
    view = scene.view
    first = token
    while first and view.heads[first - 1] == token and view.sents[first - 1] == view.sents[token]:
        first -= 1
    phrase = Phrase("noun", range(first, token + 1), first, token + 1, token)
    if is_plural(view, phrase):
        return
    match = _match_subject(scene, trail, phrase)
    if match.entity:
        trail.add(replace(place(scene, token), entity=match.entity, weight=NOUN_WEIGHT, subject=True))
    elif not match.tied and INTRODUCING & set(view.lower[first:token]):
        subordinate = view.deps[view.heads[token]] in SUBORDINATE
        _stranger(scene, trail, phrase, ASIDE_WEIGHT if subordinate else NOUN_WEIGHT, spoke=False)


def _match_subject(scene: Scene, trail: Trail, phrase: Phrase) -> Match:
    """By the name set off behind it ('their father, Rui Lopes, came'), else by what it says."""
    after = phrase.last
    if after + 1 < len(scene.view.words) and scene.view.words[after] == ",":
        for spot in scene.inside(range(after + 1, after + 2)):
            if spot.mention.label == "PERSON":
                return Match(spot.entity)
    return match_noun(scene, trail, phrase, guess=True) if is_definite(scene, phrase) else Match(None)


def _stranger(scene: Scene, trail: Trail, phrase: Phrase, weight: float, *, spoke: bool) -> None:
    """Bring in a person without a name, so that the next 'she' is not taken for somebody else."""
    noun = role_noun(scene.view, phrase.head)
    if noun is None or is_plural(scene.view, phrase):
        return
    key = STRANGER + noun.key
    trail.cast[key] = Person(key, reasons.words(scene, phrase), noun.sex, noun.sex is not None, 0.0)
    trail.add(replace(place(scene, phrase.head), entity=key, weight=weight, subject=True, spoke=spoke))


def _pronoun(scene: Scene, trail: Trail, token: int) -> None:
    """Resolve a pronoun of the narration, for the trail only: it is shown to nobody."""
    word = scene.view.lower[token]
    ranked = rank_at(scene, trail, token, SEX_OF_PRONOUN[word], ())
    if ranked.scores:
        weight = PRONOUN_WEIGHT.get(word, OTHER_PRONOUN_WEIGHT)
        at = place(scene, token)
        trail.add(replace(at, entity=ranked.scores[0][0], weight=weight, subject=_is_subject(scene, token)))


def _named(scene: Scene, spot: Spot) -> Trace:
    subject, step, block = spot.weight >= WITNESSED_SUBJECT, scene.view.steps[spot.root], scene.view.blocks[spot.root]
    return Trace(spot.root, step, spot.entity, spot.weight, block, subject=subject, fresh=spot.fresh)


def _is_subject(scene: Scene, token: int) -> bool:
    return scene.view.deps[token] in SUBJECTS
