"""A row for every rule: a sentence of our own, and who says what in it."""

import pytest

# (text, [(quote, kind, speaker)])
TAGS = [
    ("Asked whether the plan was dead, Quill said no.", [("whether the plan was dead", "indirect", None)]),
    ('"The bridge will open in May," the minister said.', [("The bridge will open in May,", "direct", "the minister")]),
    (
        '"The bridge will open in May," said Marta Lindqvist, the mayor of Uppsala.',
        [("The bridge will open in May,", "direct", "Marta Lindqvist, the mayor of Uppsala")],
    ),
    (
        '"The bridge," she said, "will open in May."',
        [("The bridge,", "direct", "she"), ("will open in May.", "direct", "she")],
    ),
    ('"Is the roof safe?" Brandt asked.', [("Is the roof safe?", "direct", "Brandt")]),
    ('"The roof is gone," she sighed.', [("The roof is gone,", "direct", "she")]),
    ('"The roof is gone," she purred.', [("The roof is gone,", "direct", "she")]),
    (
        'Nothing in the plan "will help the villages," the mayor said.',
        [('Nothing in the plan "will help the villages,"', "mixed", "the mayor")],
    ),
    (
        'The roof "was a danger to everybody," Brandt said, and "should have been closed."',
        [
            ('The roof "was a danger to everybody,"', "mixed", "Brandt"),
            ("should have been closed.", "direct", "Brandt"),
        ],
    ),
    (
        "The bridge will open in May, the mayor said on Friday.",
        [("The bridge will open in May", "indirect", "the mayor")],
    ),
    (
        "The bridge, the mayor said, will open in May.",
        [("The bridge", "indirect", "the mayor"), ("will open in May", "indirect", "the mayor")],
    ),
    (
        "As the mayor told the council, the bridge will open in May.",
        [("the bridge will open in May", "indirect", "the mayor")],
    ),
    (
        "PARIS, March 3 (Reuters) - The museum will close for a year, its director said.",
        [("The museum will close for a year", "indirect", "its director")],
    ),
]
MORE = [
    (
        '"It was dark," said one witness, who asked not to be named, "and very loud."',
        [
            ("It was dark,", "direct", "one witness, who asked not to be named"),
            ("and very loud.", "direct", "one witness, who asked not to be named"),
        ],
    ),
    ('"Absolutely not," was her reply.', [("Absolutely not,", "direct", "her")]),
    (
        '"We asked," Falk told the paper. "They said, \'It happens quite a bit.\'" She left.',
        [("We asked,", "direct", "Falk"), ("They said, 'It happens quite a bit.'", "direct", "Falk")],
    ),
    ("“They asked, ‘Why us?’” Falk said.", [("They asked, ‘Why us?’", "direct", "Falk")]),
    ("“They shouted ‘Enough,’” Falk said.", [("They shouted ‘Enough,’", "direct", "Falk")]),
    ('"It is late," drawled Falk.', [("It is late,", "direct", "Falk")]),
    ('"Not today," chipped in the mayor of Ulm.', [("Not today,", "direct", "the mayor of Ulm")]),
    ('"Galway Girl," recorded in Oslo, sold well.', []),
    ('"The Dam," directed Falk in 1968.', []),
    ('"It is late," Connolly later said.', [("It is late,", "direct", "Connolly")]),
    ("Connolly warned that the dam would fail.", [("that the dam would fail", "indirect", "Connolly")]),
    ("Ms Reilly angrily denied that it had failed.", [("that it had failed", "indirect", "Ms Reilly")]),
    ("Finally said to be safe, the dam was opened.", []),
    ('"It is late," said co-founder Ana Falk.', [("It is late,", "direct", "co-founder Ana Falk")]),
    ('"Never again," one banner read.', [("Never again,", "direct", "one banner")]),
    ('"Shut it down," read a banner at the gate.', [("Shut it down,", "direct", "a banner")]),
    ('She saw "Hair," read the reviews and slept.', []),
    (
        '"The drug helps the young," lead author Dr Edith Falk said. "We know why."',
        [
            ("The drug helps the young,", "direct", "Dr Edith Falk"),
            ("We know why.", "direct", "Dr Edith Falk"),
        ],
    ),
    (
        '"We can only hope," Falk told the crowd, as she made a forecast: "The dam will go."',
        [("We can only hope,", "direct", "Falk"), ("The dam will go.", "direct", "Falk")],
    ),
    ('Keller\'s answer: "No."', [("No.", "direct", "Keller's")]),
    ('"No," Keller said; "never."', [("No,", "direct", "Keller"), ("never.", "direct", "Keller")]),
    (
        'In his words, the treaty is "a piece of paper".',
        [('the treaty is "a piece of paper"', "mixed", "his")],
    ),
    (
        'The mayor has been described by friends as "a force of nature".',
        [("a force of nature", "direct", "friends")],
    ),
    (
        '"Out of the question." The room fell silent.',
        [("Out of the question.", "direct", None)],
    ),
    (
        "‘He told me: “Never come back,”’ Keller said.",
        [("He told me: “Never come back,”", "direct", "Keller")],
    ),
    ('Workers chanted "Shame on you" as the minister arrived.', [("Shame on you", "direct", "Workers")]),
    (
        "They had, he insisted, done nothing wrong.",
        [("They had", "indirect", "he"), ("done nothing wrong", "indirect", "he")],
    ),
    (
        "The Herald said the two had met, citing three people familiar with the matter.",
        [("the two had met", "indirect", "The Herald")],
    ),
    (
        'Malta\'s prime minister, Anna Borg said: "We will wait."',
        [("We will wait.", "direct", "Malta's prime minister, Anna Borg")],
    ),
]
LEADS = [
    (
        'Marta Lindqvist said: "The bridge will open in May."',
        [("The bridge will open in May.", "direct", "Marta Lindqvist")],
    ),
    (
        'Marta Lindqvist told reporters in Uppsala on Friday, "The bridge will open in May."',
        [("The bridge will open in May.", "direct", "Marta Lindqvist")],
    ),
    (
        'Ms Prieto said the museum would close, adding: "We had no choice."',
        [("the museum would close", "indirect", "Ms Prieto"), ("We had no choice.", "direct", "Ms Prieto")],
    ),
    (
        'Opponents denounced the bridge as "a monument to waste".',
        [('the bridge as "a monument to waste"', "mixed", "Opponents")],
    ),
    ('Lindqvist called the delay "a disgrace".', [('the delay "a disgrace"', "mixed", "Lindqvist")]),
    (
        'The union welcomed "the first honest offer in years".',
        [("the first honest offer in years", "direct", "The union")],
    ),
    (
        "The company replied in writing:\n\nWe take every complaint seriously and have asked an expert to help.",
        [("We take every complaint seriously and have asked an expert to help.", "indirect", "The company")],
    ),
    (
        'The owner wrote on the door:\n\n"Closed until the spring. Thank you all."',
        [("Closed until the spring. Thank you all.", "direct", "The owner")],
    ),
    (
        "Minister: no new taxes before the election\n\nThe minister spoke in Oslo.",
        [("no new taxes before the election", "indirect", "Minister")],
    ),
]
CLAUSES = [
    (
        "The mayor said that the bridge would open in May.",
        [("that the bridge would open in May", "indirect", "The mayor")],
    ),
    ("The mayor said the bridge would open in May.", [("the bridge would open in May", "indirect", "The mayor")]),
    ("The mayor asked whether the bridge was safe.", [("whether the bridge was safe", "indirect", "The mayor")]),
    (
        "The minister did not say whether the museum would reopen.",
        [("whether the museum would reopen", "indirect", "The minister")],
    ),
    ("Lindqvist promised to open the bridge in May.", [("to open the bridge in May", "indirect", "Lindqvist")]),
    ("Officials urged residents to stay indoors.", [("to stay indoors", "indirect", "Officials")]),
    ("The court found that the roof had been unsafe.", [("that the roof had been unsafe", "indirect", "The court")]),
    ("The envoy, who said the talks had failed, left Geneva.", [("the talks had failed", "indirect", "who")]),
    (
        "The company issued a statement saying the cracks were harmless.",
        [("the cracks were harmless", "indirect", "The company")],
    ),
    (
        "The builder was quoted as saying that the cracks were harmless.",
        [("that the cracks were harmless", "indirect", "The builder")],
    ),
    ('He thinks the plan is "a gift to the banks".', [('the plan is "a gift to the banks"', "mixed", "He")]),
    (
        "Brandt said the roof was safe and accused the press of spreading fear.",
        [("the roof was safe", "indirect", "Brandt"), ("the press of spreading fear", "indirect", "Brandt")],
    ),
    (
        "Asked about the port, the minister said it would not close.",
        [("it would not close", "indirect", "the minister")],
    ),
]
CONTENTS = [
    (
        "The ministry denied the report of a delay at the bridge.",
        [("the report of a delay at the bridge", "indirect", "The ministry")],
    ),
    (
        "Residents accused the builder of hiding the cracks.",
        [("the builder of hiding the cracks", "indirect", "Residents")],
    ),
    ("Prieto warned of a long winter without visitors.", [("a long winter without visitors", "indirect", "Prieto")]),
    (
        "Lindqvist called for the builders to be paid at once.",
        [("the builders to be paid at once", "indirect", "Lindqvist")],
    ),
    (
        "The builder rejected her claim that the cracks had been hidden.",
        [("that the cracks had been hidden", "indirect", "her")],
    ),
    (
        "The report's finding that the roof was unsafe came too late.",
        [("that the roof was unsafe", "indirect", "The report's")],
    ),
    (
        "According to the ministry, the bridge will open in May.",
        [("the bridge will open in May", "indirect", "the ministry")],
    ),
    (
        "The bridge will open in May, according to two engineers who worked on it.",
        [("The bridge will open in May", "indirect", "two engineers who worked on it")],
    ),
    (  # how the source spoke is not what it said
        "The bridge will open in May, according to an engineer, speaking on condition that nobody names him.",
        [("The bridge will open in May", "indirect", "an engineer")],
    ),
    (
        "The bridge, according to an engineer, will open in May.",
        [("The bridge", "indirect", "an engineer"), ("will open in May", "indirect", "an engineer")],
    ),
]
RUNS = [
    (
        '"The bridge will open in May," she said. "We have worked hard for it."',
        [("The bridge will open in May,", "direct", "she"), ("We have worked hard for it.", "direct", "she")],
    ),
    (
        '"We are ready," Novak said.\n\n"It took ten years. The town paid for it."',
        [("We are ready,", "direct", "Novak"), ("It took ten years. The town paid for it.", "direct", "Novak")],
    ),
    (
        '"We are leaving.\n\n"Nobody will stop us," said Novak.',
        [('We are leaving.\n\n"Nobody will stop us,', "direct", "Novak")],
    ),
    (
        'Brandt was asked why the roof fell.\n\n"It was inspected in March. Nobody warned us."',
        [("why the roof fell", "indirect", None), ("It was inspected in March. Nobody warned us.", "direct", "Brandt")],
    ),
    (
        "Q. How long will it last?\nA. Until May, if the weather allows.",
        [("How long will it last?", "indirect", "Q."), ("Until May, if the weather allows.", "indirect", "A.")],
    ),
    (
        "Q: How long will it last?\nA: Until May, if the weather allows.",
        [("How long will it last?", "indirect", "Q"), ("Until May, if the weather allows.", "indirect", "A")],
    ),
    (
        "SMITH: We have no money left.\n\nJONES: That is not true.\n\nSMITH: Show me the books.",
        [
            ("We have no money left.", "indirect", "SMITH"),
            ("That is not true.", "indirect", "JONES"),
            ("Show me the books.", "indirect", "SMITH"),
        ],
    ),
    ('We will rebuild," the governor said.', [("We will rebuild,", "direct", "the governor")]),
    (
        '"We will rebuild, the governor said. "It will take a year," she added.',
        [("We will rebuild,", "direct", "the governor"), ("It will take a year,", "direct", "she")],
    ),
    (
        "'We will rebuild,' the governor said. 'It is the dogs' last shelter.'",
        [("We will rebuild,", "direct", "the governor"), ("It is the dogs' last shelter.", "direct", "the governor")],
    ),
]


def read(text, quotes):
    return [(text[q.start : q.end], q.kind, text[slice(*q.speaker)] if q.speaker else None) for q in quotes]


@pytest.mark.parametrize("text, expected", [*TAGS, *MORE, *LEADS, *CLAUSES, *CONTENTS, *RUNS])
def test_who_says_what(find, text, expected):
    assert read(text, find(text)) == expected


def test_words_in_marks_within_a_report_belong_to_the_one_who_chose_them(find):
    text = 'Mr Okafor praised the "tireless" crews and thanked the town for its help, his spokeswoman said.'
    found = read(text, find(text))
    assert ("tireless", "direct", "Mr Okafor") in found
    assert any(speaker == "his spokeswoman" for _, _, speaker in found)


def test_the_cue_is_the_verb_with_its_helpers(find):
    text = "The mayor has repeatedly said that the bridge is safe."
    (quote,) = find(text)
    assert text[slice(*quote.cue)] == "has repeatedly said"
