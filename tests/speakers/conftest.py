"""Reads marked sentences: <<what was said>> and {{who said it}}, the first quote with the first speaker and so on."""

import re

import pytest

from devtools.reading import read
from pipeline.entities import find_entities
from pipeline.model import Attribution
from pipeline.speakers import resolve_speakers

MARK = re.compile(r"<<(.*?)>>|\{\{(.*?)\}\}", re.DOTALL)


def unmark(marked):
    """The plain text and its attributions."""
    text, said, speakers, end = "", [], [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        spans = said if match[1] is not None else speakers
        words = match[1] if match[1] is not None else match[2]
        spans.append((len(text), len(text) + len(words)))
        text, end = text + words, match.end()
    text += marked[end:]
    kinds = ["direct" if text[start - 1] in "\"“'‘«" else "indirect" for start, _ in said]
    pairs = zip(said, kinds, speakers, strict=True)
    return text, [Attribution(*span, kind, speaker, _cue(text, speaker[1])) for span, kind, speaker in pairs]


def _cue(text, end):
    """The word behind the speaker."""
    word = re.compile(r",? ?(\w+)").match(text, end)
    return word.span(1) if word else None


@pytest.fixture(scope="session")
def resolve(resources):
    """Marked text → its quotes, speakers resolved by the real thing."""

    def quotes(marked):
        text, attributions = unmark(marked)
        tokens = read(resources.nlp, text)
        mentions, entities, _ = find_entities(tokens, resources.gazetteer)
        return resolve_speakers(tokens, attributions, mentions=mentions, entities=entities)

    return quotes
