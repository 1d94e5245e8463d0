"""Entities of a text, found with the model and the gazetteer that the product uses."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from devtools.reading import read
from pipeline import Resources
from pipeline.entities import find_entities
from pipeline.model import Entity, Mention


@dataclass(frozen=True)
class Found:
    """What find_entities returned, in the shapes that tests compare."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]

    def labels(self) -> dict[str, str]:
        return {mention.text: mention.label for mention in self.mentions}

    def counts(self) -> dict[str, int]:
        return {entity.name: entity.count for entity in self.entities}

    def entity_of(self, text: str) -> str:
        return next(mention.entity_id for mention in self.mentions if mention.text == text)


@pytest.fixture(scope="session")
def find(resources: Resources) -> Callable[[str], Found]:
    def run(text: str) -> Found:
        with resources.lock, resources.nlp.memory_zone():
            return Found(*find_entities(read(resources.nlp, text), resources.gazetteer)[:2])

    return run


@pytest.fixture(scope="session")
def assert_named(find):
    """Check the entities of a text against lines "name LABEL count" and "no name"."""

    def check(text, expected):
        found = find(text)
        forms = {form: entity for entity in found.entities for form in (entity.name, *entity.aliases)}
        for line in expected:
            if line.startswith("no "):
                assert line.removeprefix("no ") not in forms
            else:
                name, label, count = line.rsplit(" ", 2)
                assert name in forms
                assert (forms[name].label, forms[name].count) == (label, int(count))

    return check
