"""Quotations by their place in the article: behind datelines, in headlines, signed, in scenes, in lists."""

import pytest

# text, [(quote, speaker)]
DATELINES = [
    ("LAGOS: Minister Ada Obi said the port would open.", [("the port would open", "Minister Ada Obi")]),
    ("LAGOS: Three people were hurt when a wall fell. Rescuers dug through the night.", []),
    ("8 May 2024, Lagos: The port will open, the ministry said.", [("The port will open", "the ministry")]),
    ("May 8, 2024 (LAGOS) - The port will open, the ministry said.", [("The port will open", "the ministry")]),
    ("Wednesday, 8 May — LAGOS: The port will open, the ministry said.", [("The port will open", "the ministry")]),
    ("Updated 9 a.m. today | LAGOS — The port will open, the ministry said.", [("The port will open", "the ministry")]),
    ("Lagos, May 8: The port will open, the ministry said.", [("The port will open", "the ministry")]),
    (
        "LAGOS, Nigeria, May 8 &#8212; Minister Ada Obi said the port would open.",
        [("the port would open", "Minister Ada Obi")],
    ),
    ("LAGOS-born Minister Ada Obi said the port would open.", [("the port would open", "LAGOS-born Minister Ada Obi")]),
    ("(Photo: Ada Obi) The port will open, the ministry said.", [("The port will open", "the ministry")]),
    ("Wednesday, a baker said, was the worst day.", [("Wednesday", "a baker"), ("was the worst day", "a baker")]),
    ("Lagos: A court freed two men. Their lawyer said the file was lost.", [("the file was lost", "Their lawyer")]),
    ("Minister: no new port\n\nThe minister spoke in Lagos.", [("no new port", "Minister")]),
]
HEADLINES = [
    ("Bridge is safe, engineers insist\n\nCracks were found in March.", [("Bridge is safe", "engineers")]),
    ("Imports down by half, says port chief\nThe port is quiet.", [("Imports down by half", "port chief")]),
    ("'We saw the smoke': bakers tell of fire\n\nThe mill burned.", [("We saw the smoke", "bakers")]),
]
SIGNED = [
    ("“The wood belongs to us.” — Mayor Ada Obi\n\nThe town voted.", [("The wood belongs to us.", "Mayor Ada Obi")]),
    ("“I sold my car.”\n— Ada Obi, teacher\n\nThe town voted.", [("I sold my car.", "Ada Obi")]),
    ('"I sold my car." - Ada Obi, Lagos', [("I sold my car.", "Ada Obi")]),
    ("“It will take years.” – Ada Obi, who sells wool", [("It will take years.", "Ada Obi")]),
    ('"The wood is safe" - that was the message from Minister Obi on Monday.', [("The wood is safe", "Minister Obi")]),
    ('The "ghost train" - Lagos loves it - is late.', []),
]  # fmt: skip
CHAINS = [
    ("“We never had rain like this,” neighbours would mutter.", [("We never had rain like this,", "neighbours")]),
    ('"Leave it open," my aunt used to warn.', [("Leave it open,", "my aunt")]),
    ('"Not one nail," the carpenter likes to boast.', [("Not one nail,", "the carpenter")]),
    ('"Where is it?" Ada Obi can be heard shouting on the tape.', [("Where is it?", "Ada Obi")]),
    ('"Sleep well," signed off the announcer.', [("Sleep well,", "the announcer")]),
    ('"Nobody came," Ada Obi said, and is still waiting.', [("Nobody came,", "Ada Obi")]),
    ('"We go on," Will said.', [("We go on,", "Will")]),
    ("May said the wall was gone.", [("the wall was gone", "May")]),
]
SCENES = [
    ('Ada Obi turned to the clerk. "Why so late?"', [("Why so late?", "Ada Obi")]),
    ('The judge, Ada Obi, read the verdict. "Twelve years." Tom Reed wept.', [("Twelve years.", "The judge, Ada Obi")]),
    ('"Is it yours?" the judge asked. "No." Tom Reed shook his head.',
     [("Is it yours?", "the judge"), ("No.", "Tom Reed")]),
    ('"I am tired," Tom Reed smiled.', [("I am tired,", "Tom Reed")]),
    ('A wall came down on Friday. "It was like a bomb."', [("It was like a bomb.", None)]),
]  # fmt: skip
LISTS = [
    ('Fans sang "We stay" and "You go" in the rain.', [("We stay", "Fans"), ("You go", "Fans")]),
    ('One wall reads "We were here" and the next "Nobody came".',
     [("We were here", "One wall"), ("Nobody came", "One wall")]),
]  # fmt: skip
NAMES = [
    ('"It was loud," said Lewis "Shorty" Hanlon.', [("It was loud,", 'Lewis "Shorty" Hanlon')]),
    ('"It was loud," said a man by the name "Shorty."', [("It was loud,", 'a man by the name "Shorty')]),
]  # fmt: skip
ABSTRACTS = [
    ("“The mill burned. Two men were hurt, the mayor said.” (Graz Post, 21 April)",
     [("Two men were hurt", "the mayor")]),
    ("“The mill burned. Two men were hurt.” (Ada Obi, Graz)",
     [("The mill burned. Two men were hurt.", None)]),
]  # fmt: skip
SOURCES = [
    # What stands behind the comma of a clause with "while" is the reporter's.
    ("While ministers say the road is safe, the lorries take the long way.", [("the road is safe", "ministers")]),
    ("Ministers say the road is safe, because few use it.", [("the road is safe, because few use it", "Ministers")]),
    ("Rain is rare, according to the institute, a think tank in Graz.", [("Rain is rare", "the institute")]),
    ("Wages fell, according to the office, based on a survey.", [("Wages fell", "the office")]),
    ("Wages fell, according to the office, and rents rose.", [("Wages fell", "the office")]),
]  # fmt: skip
TRANSCRIPTS = [
    ("ADA OBI, HOST: Why so late?\nTOM REED, CHAIRMAN (on camera): The lights failed.\nOBI: Who pays?",
     [("Why so late?", "ADA OBI"), ("The lights failed.", "TOM REED"), ("Who pays?", "OBI")]),
    ("Ada Obi: Why so late?\nTom Reed: The lights.\nAO: Who pays?\nTR: You do.",
     [("Why so late?", "Ada Obi"), ("The lights.", "Tom Reed"), ("Who pays?", "AO"), ("You do.", "TR")]),
    ("OBI: Why so late?\nREED (voice-over): The lights failed.\nOBI: Who pays?",
     [("Why so late?", "OBI"), ("The lights failed.", "REED"), ("Who pays?", "OBI")]),
    # A label that tells what a paragraph is about speaks no more than a state does.
    ("Topics: dams\nADA OBI: Why so late?\nTOM REED: The lights.\nADA OBI: Who pays?",
     [("Why so late?", "ADA OBI"), ("The lights.", "TOM REED"), ("Who pays?", "ADA OBI")]),
    ("Oregon: Leave is longer.\nKansas: Rifles are listed.\nOregon: Nobody may ask.", []),
    ("Monday: Rain again.\nFriday: Dry at last.\nMonday: More rain.", []),
    ("Host: Why so late?\nBrown: The lights.\nGeorgia: I cried.\nHost: Who pays?",
     [("Why so late?", "Host"), ("The lights.", "Brown"), ("I cried.", "Georgia"), ("Who pays?", "Host")]),
    ("Ingredients: two eggs\nOven, hot: yes, at once\nTime: one hour", []),
]  # fmt: skip
MARKS = [
    ("The well is dry.“We walk for water,” said Ada Obi.", [("We walk for water,", "Ada Obi")]),
    ('” This man was moved. His pension is gone, ” Tom Reed said.',
     [("This man was moved. His pension is gone,", "Tom Reed")]),
    ('Ada Obi said," We have lost it. Nobody came ". Men will count.', [("We have lost it. Nobody came", "Ada Obi")]),
    ('" The tank leaked ", the engineer told us.', [("The tank leaked", "the engineer")]),
    ("'Rock 'n' roll is dead,' said Ada Obi.", [("Rock 'n' roll is dead,", "Ada Obi")]),
    ("'I am 6' 10\",' said Tom Reed.", [("I am 6' 10\",", "Tom Reed")]),
    ('We will rebuild," Ada Obi said. "It takes a year," she added.',
     [("We will rebuild,", "Ada Obi"), ("It takes a year,", "she")]),
]  # fmt: skip
PARTICIPLES = [
    ("The board heard from Ada Obi, a cook, who held up a spoon, warning that the water was bad.",
     [("that the water was bad", "who")]),
    ("With his sister, Tom Reed spoke softly, saying it was safe.", [("it was safe", "Tom Reed")]),
    ("Tom Reed met Ada Obi, who leads the union, saying the strike was over.", [("the strike was over", "Tom Reed")]),
]  # fmt: skip
NOTHING = [
    "The goalkeeper slammed the door on the coach.",
    "The maker recalled 40,000 vans in May.",
    "Wednesday's ruling that a vote cannot go ahead surprised nobody.",
]


def told(find, text):
    return [(text[q.start : q.end], text[slice(*q.speaker)] if q.speaker else None) for q in find(text)]


@pytest.mark.parametrize("text, quotes", [*DATELINES, *HEADLINES, *SIGNED, *CHAINS, *SCENES, *LISTS, *NAMES, *SOURCES])
def test_who_says_what(find, text, quotes):
    assert told(find, text) == quotes


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(find, text):
    assert told(find, text) == []
