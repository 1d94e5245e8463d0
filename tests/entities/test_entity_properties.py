"""What holds for every text, however odd."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.text.line_breaks import one_line

ODD = [
    "Ana and",
    "",
    " ",
    "\n\n",
    "🙂🙂",
    "İİİ ßßß",
    "A",
    "...",
    "(((",
    "U.S.-",
    "- - -",
    "\u200b\ufeff",
    "X" * 300,
    "Ab" * 200,
    "\t\r\n",
    'Rafah Rafah " Rafah ) Ana',
]
WORDS = st.sampled_from(
    ("Rafah", "Ana", "Lindqvist", "the", "The", "of", "and", ",", ".", "(", ")", "-", "US", "U.S.-led", "Corp", "MAYOR",
     "Mayor", "Dr.", "12", "2", "\n", "\n\n", '"', "'", "'s", "al-", "王", "é", "said")
)  # fmt: skip


def check(text, found):
    assert all(text[m.start : m.end] == m.text and m.text.strip() == m.text != "" for m in found.mentions)
    assert all(a.end <= b.start for a, b in pairwise(found.mentions))
    counts = [entity.count for entity in found.entities]
    assert counts == sorted(counts, reverse=True)
    assert [entity.id for entity in found.entities] == [f"e{n}" for n in range(1, len(counts) + 1)]
    for entity in found.entities:
        own = [one_line(mention.text) for mention in found.mentions if mention.entity_id == entity.id]
        assert len(own) == entity.count
        assert set(own) == set(entity.aliases)
        assert entity.name in own


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(find, text):
    check(text, find(text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=40))
def test_any_run_of_words(find, words):
    text = " ".join(words)
    check(text, find(text))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=150))
def test_any_text(find, text):
    check(text, find(text))


def test_the_same_text_gives_the_same_entities(find):
    text = "Ana Lindqvist met Omar Haddad in Oslo. Lindqvist thanked Haddad. Oslo is calm."
    assert find(text) == find(text)


def test_time_grows_with_the_text_and_not_faster(resources):
    from devtools.processor import quickest
    from devtools.reading import read
    from pipeline.entities import find_entities

    def seconds(copies):
        text = '"Yes," said Mira Dolan. ' * copies
        with resources.lock, resources.nlp.memory_zone():
            tokens = read(resources.nlp, text)
            return quickest(lambda: find_entities(tokens, resources.gazetteer), runs=1)

    # 8 times the text; a square law would be 64 times the time in every run
    assert any(seconds(2000) < 20 * max(seconds(250), 0.005) for _ in range(2))
