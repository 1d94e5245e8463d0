"""Vessels, cars, works, clubs and bodies that the model takes for persons or cuts, with near misses."""

import pytest

KINDS = {
    "vessel by its noun": [
        ("The ferry Maria Helena left Oslo. Twelve people were on board the Maria Helena.",
         ["Maria Helena PRODUCT 2", "Oslo GPE 1"]),
        ('The yacht "San Miguel", skippered by Tom Ardern, won.', ["San Miguel PRODUCT 1", "Tom Ardern PERSON 1"]),
        ("He left on the ferry Princess Ragnhild in May.", ["Princess Ragnhild PRODUCT 1"]),
        ("The cargo ship Ocean Pearl ran aground. The Ocean Pearl was adrift.", ["Ocean Pearl PRODUCT 2"]),
        ("The boat Ana Lindvall bought in May sank.", ["Ana Lindvall PERSON 1"]),
        ("The ship Greece sent was late.", ["Greece GPE 1"]),
        ("They went aboard the Lindvall yacht. Ana Lindvall waved.", ["Ana Lindvall PERSON 2"]),
    ],
    "code": [("The taskforce, codenamed Ceja, met in Perth.", ["no Ceja PERSON", "Perth GPE 1"])],
    "maker and model": [
        ("He drove a red Ford Sierra to Leeds.", ["Ford Sierra PRODUCT 1", "Leeds GPE 1"]),
        ("The Ford Foundation paid. A Toyota dealer in Leeds sold it.", ["Ford Foundation ORG 1", "Toyota ORG 1"]),
    ],
    "title in marks behind its noun": [
        ('She is known for "Waiting for Robert". It sold well.', ["Waiting for Robert WORK_OF_ART 1", "no Robert"]),
        ('The crowd wanted "justice for Ana Lindvall" and bread.', ["Ana Lindvall PERSON 1"]),
    ],
    "club named like a town": [
        ("The striker joined Wexford Town on loan. Wexford Town paid nothing.", ["Wexford Town ORG 2"]),
        ("Cape Town won praise for its water plan.", ["Cape Town GPE 1"]),
        ("Sydney Swans beat Perth Scorchers.", ["Sydney Swans ORG 1", "Perth Scorchers ORG 1"]),
    ],
    "body of those in it, or of a place": [
        ("Support for the Workers' Party fell in every region.", ["Workers' Party ORG 1"]),
        ("In May the National Farmers' Union met in Leeds.", ["National Farmers' Union ORG 1"]),
        ("The District Court of Amsterdam ruled.", ["District Court of Amsterdam ORG 1"]),
        ("The Democrats' House majority fell.", ["no Democrats' House"]),
        ("The Organisation for Economic Co-operation and Development met.",
         ["Organisation for Economic Co-operation and Development ORG 1"]),
        ("The Organisation for Economic Co-operation and Oxfam met.", ["Oxfam ORG 1"]),
    ],
    "whose members": [
        ("Fighters of Free Harbour Movement met. Citizens of Israel voted.",
         ["Free Harbour Movement ORG 1", "Israel GPE 1"]),
        ("Friends of the Earth met in Leeds.", ["Friends of the Earth ORG 1"]),
    ],
    "person's name": [
        ("Siobhán O'Rourke was not there. O'Rourke had sent a deputy.", ["Siobhán O'Rourke PERSON 2"]),
        ('"You lied," Justice Curtis said. Richard Curtis, the judge, left.', ["Richard Curtis PERSON 2"]),
        ("It was hot. The Frenchman Sebastien Delaunoy won.", ["Sebastien Delaunoy PERSON 1"]),
        ("Amir Karimzadeh spoke. Sultan A. Al-Harbi signed. Sultan Qaboos ruled Oman.",
         ["Amir Karimzadeh PERSON 1", "Sultan A. Al-Harbi PERSON 1", "Qaboos PERSON 1"]),
        ("Englishman Lee Westerby won in Leeds.", ["Englishman NORP 1", "Lee Westerby PERSON 1"]),
    ],
    "feast and storm": [
        ("Eid al-Fitr ends today. Diwali is near.", ["Eid al-Fitr EVENT 1", "Diwali EVENT 1"]),
        ("Ten people died in Storm Nadira.", ["Storm Nadira EVENT 1"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row for rows in KINDS.values() for row in rows])
def test_kinds_of_things(assert_named, text, expected):
    assert_named(text, expected)
