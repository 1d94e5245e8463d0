"""Linked views: what goes with a choice."""

from components.scope import entity_scope, named_with, narrowed, quotes_scope, speaker_scope


def names(analysis):
    return {entity.name: entity.count for entity in analysis.entities}


def test_an_entity_takes_along_its_sentences_and_what_it_says(analysis):
    found = narrowed(analysis, entity_scope(analysis, "e1"))
    assert [quote.id for quote in found.quotes] == ["q1", "q2"]
    assert names(found)["Mara Ellund"] == 2
    assert "Cairo" not in names(found)


def test_a_speaker_takes_along_the_names_in_the_quotes(analysis):
    assert names(narrowed(analysis, speaker_scope(analysis, "id:e3"))) == {"Gaza City": 1}
    assert speaker_scope(analysis, "text:nobody") is None


def test_one_quote_without_a_name_leaves_none(analysis):
    assert narrowed(analysis, quotes_scope([analysis.quotes[0]])).entities == ()


def test_counts_are_those_of_the_mentions_that_stay(analysis):
    found = narrowed(analysis, entity_scope(analysis, "e3"))
    for entity in found.entities:
        assert entity.count == sum(mention.entity_id == entity.id for mention in found.mentions)


def test_an_entity_that_is_gone_narrows_nothing(analysis):
    assert entity_scope(analysis, "zz") is None


def test_who_is_named_with_whom(analysis):
    near = named_with(analysis, "e1")
    assert {name for _, name, _ in near} == {"Khan Younis", "Rafah"}
    assert named_with(analysis, "e9") == [("e8", "Spring Congress", 1)]
