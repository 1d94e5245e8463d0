"""The sentences that tell a reader why this entity, or why none."""

from pipeline.speakers.phrase import Phrase
from pipeline.speakers.rank import Ranked
from pipeline.speakers.scene import Scene
from pipeline.speakers.trail import Trail


def words(scene: Scene, phrase: Phrase) -> str:
    return " ".join(scene.view.words[phrase.first : phrase.last])


def named(scene: Scene, phrase: Phrase) -> str:
    return "named"


def pronoun(scene: Scene, trail: Trail, phrase: Phrase, ranked: Ranked) -> str:
    return " ".join(f"{scene.entities[e].name}={s:.2f}" for e, s in ranked.scores[:4])


def nobody(scene: Scene, phrase: Phrase) -> str:
    return f"nobody {phrase.form}"
