"""Who says what where another verb, a paper's name, a bracket or the narrator's comment stands near."""

import pytest

# text, (speaker, words) of each quote in it
HOLDERS = [
    # What hangs on a noun ends where the noun has its verb.
    ("A sailor who told his captain the hull was cracked was sent home on Friday.", [("who", "the hull was cracked")]),
    ("The cook who said the soup was safe has been fined in Graz.", [("who", "the soup was safe")]),
    ("A barber who told friends he was a retired judge was jailed for a year.", [("who", "he was a retired judge")]),
    ("Travellers who complained that the ferry was cold were given blankets.",
     [("who", "that the ferry was cold")]),
    ("A study that said the well was clean was withdrawn.", [("that", "the well was clean")]),
    ("A guard who was sacked after telling visitors that the bell was fake has sued the town.",
     [("who", "that the bell was fake")]),
    # A judge finds as a court does, but what she finds in a drawer is no report.
    ("Judge Ana Falk found that he had lied.", [("Judge Ana Falk", "that he had lied")]),
    ("The guard found that the door was open.", []),
    ("Guards held a boy who said he had lost his ticket and that his bag was gone.",
     [("who", "he had lost his ticket and that his bag was gone")]),
    ("Her claim that millers were to blame angered many farmers, who left.", [("Her", "that millers were to blame")]),
    ("The baker's admission that he had lied shocked customers.", [("The baker's", "that he had lied")]),
]  # fmt: skip
HEARERS = [
    ("The clerk told the newspaper Vesti Grada he had lost the key.", [("The clerk", "he had lost the key")]),
    ("She told Austrian broadcaster ORX the lift was old.", [("She", "the lift was old")]),
    ("The pilot told local channel Canal 6 the fog had lifted.", [("The pilot", "the fog had lifted")]),
    ("The pilot told the newspaper Falk would resign.", [("The pilot", "Falk would resign")]),
]
SPEAKERS = [
    # A bracket, the old name of a network and an agent are not who speaks.
    ('Councillor Ana Falk (Lib Dem, Harbour) accused the board of "a cover-up".',
     [("Councillor Ana Falk", 'the board of "a cover-up"')]),
    ('In a post on X, formerly Twitter, the theatre wrote: "We are sold out."',
     [("the theatre", "We are sold out.")]),
    ('He called her "a cheat", she called him "a bore".', [("He", 'her "a cheat"'), ("she", 'him "a bore"')]),
    ('Falk, whom critics describe as "a bore", said she was "only careful".',
     [("critics", 'as "a bore"'), ('Falk, whom critics describe as "a bore"', 'she was "only careful"')]),
    ("The inquiry found that Falk had lied, claims she denies.", [("The inquiry", "that Falk had lied")]),
    ('"It stinks," said one. "It is fine," said another.', [("one", "It stinks,"), ("another", "It is fine,")]),
    ('"It stinks," said one trader.', [("one trader", "It stinks,")]),
    # A participle behind a dateline has the subject of its sentence.
    ("SPLIT, June 2 — Police closed the bridge on Friday, saying it had sunk.", [("Police", "it had sunk")]),
    # Who answers is who was asked, and does something.
    ('Asked whether she would run again, Falk laughed. "Not for gold."',
     [(None, "whether she would run again"), ("Falk", "Not for gold.")]),
    ('Asked by a caller how long it took, Falk shrugged. "Two years."',
     [("a caller", "how long it took"), ("Falk", "Two years.")]),
    ("She was told by a teacher that girls built nothing.", [("a teacher", "that girls built nothing")]),
    ('"We froze," was goalkeeper Ana Falk\'s verdict.', [("Ana Falk's", "We froze,")]),
    ('"A circus" was how one delegate described it.', [("one delegate", "A circus")]),
    ('"Go home" is what the guards told him.', [("the guards", "Go home")]),
    ('"The Blue Mill" is what locals call the house.', []),
    ('"Best soup in Graz" was the slogan on the door.', []),
    ('"We froze," said the 31-year-old.', [("the 31-year-old", "We froze,")]),
    ('"We\'re frozen," the 31-year-old told reporters.', [("the 31-year-old", "We're frozen,")]),
]  # fmt: skip
CLAUSES = [
    # Of two clauses the last speaks, and neither where nor after what it was said.
    ('Falk kept silent, but the semi-official Orel news agency, citing an informed source, said it was "late".',
     [("the semi-official Orel news agency, citing an informed source", 'it was "late"')]),
    ("The mayor left the hall but, asked by a boy, said he would be back.", [("The mayor", "he would be back")]),
    ('Falk smiled, and her lawyer, a tall man in grey, said: "No comment."',
     [("her lawyer, a tall man in grey", "No comment.")]),
    ("In a film made at her home in Graz, Falk, who could barely speak, said she would rest.",
     [("Falk, who could barely speak", "she would rest")]),
    ('Briefing reporters in Graz, Harbour Ministry spokesperson Ana Falk said the port was "half shut".',
     [("Harbour Ministry spokesperson Ana Falk", 'the port was "half shut"')]),
    ('State radio quoted the general as saying that the drone "was shot down over Ulm".',
     [("the general", 'that the drone "was shot down over Ulm"')]),
    ('"We want them home," relatives chanted outside the attorney general\'s office.',
     [("relatives", "We want them home,")]),
    # Whose remark, view or bracket it is; and nobody new before a colon.
    ('Falk\'s "basket case" remark drew laughter.', [("Falk", "basket case")]),
    ('Falk\'s "Blue Mill" speech was long.', []),
    ('The film was, in her words, "a slog".', [("her", "a slog")]),
    ('The law is "a mess", in the view of Ana Falk.', [("Ana Falk", "a mess")]),
    ('Ana Falk (34, nurse): "We are tired."', [("Ana Falk", "We are tired.")]),
    ('"Come in," she said. Then, softly: "Mind the cat."', [("she", "Come in,"), ("she", "Mind the cat.")]),
]  # fmt: skip
TURNS = [
    # A question whose marks close passes the word on; words that go on in new marks without one do not.
    ('Ms Falk held up a photograph. "What is that in your hand, Mr Reid?" "A spoon."',
     [(None, "What is that in your hand, Mr Reid?"), (None, "A spoon.")]),
    ('"Is it safe?" asked Judge Falk. "Yes," replied the cook. "How safe is it?" "Safe enough."',
     [("Judge Falk", "Is it safe?"), ("the cook", "Yes,"), ("the cook", "How safe is it?"), (None, "Safe enough.")]),
    ('"We must go," Reid said. "Now." "It is late."',
     [("Reid", "We must go,"), ("Reid", "Now."), ("Reid", "It is late.")]),
    ('Cross-examining Jon Reid, counsel Ana Falk suggested that he lied.', [("counsel Ana Falk", "that he lied")]),
    ('Reid was described as "a clown" by Hugo Falk.', [("Hugo Falk", "a clown")]),
    ('Reid was described as "a clown" in the press.', [(None, '"a clown" in the press')]),
]  # fmt: skip
SIGNED = [
    ('"This is a dark day for tin."\nPeter Hanlon, Tinners\' Union\n\n"We had no choice."\n— Harbour spokesperson',
     [("Peter Hanlon", "This is a dark day for tin."), ("Harbour spokesperson", "We had no choice.")]),
    ('"This is a dark day for tin."\nPeter Hanlon left, and nobody spoke.', [(None, "This is a dark day for tin.")]),
    ("SEN. FALK: Did you see the memo?\n\nMR. REID: I saw a memo.\n\nSEN. FALK: Which one?\n\nMR. REID: The short one.",
     [("SEN. FALK", "Did you see the memo?"), ("MR. REID", "I saw a memo."),
      ("SEN. FALK", "Which one?"), ("MR. REID", "The short one.")]),
    ("Profile: 'I wanted to be a baker'\n\nShe is free.", []),
    ('Reid said they had rowed every day, "and she won every time".',
     [("Reid", 'they had rowed every day, "and she won every time"')]),
]  # fmt: skip
PARTED = [
    ("According to the survey, published on Friday, nine wells need repairs.",
     [("the survey, published on Friday", "nine wells need repairs")]),
    ("According to police, two men, one of them armed, entered the mill.",
     [("police", "two men, one of them armed, entered the mill")]),
    ('"Thank you" were the only words he managed.', [("he", "Thank you")]),
    ('"Mill and Barn" are the words on the sign.', []),
    ("Kaya messaged a friend that the mill had burned.", [("Kaya", "that the mill had burned")]),
    ("The ministry forecast that exports would fall by a third this year.",
     [("The ministry", "that exports would fall by a third this year")]),
    ("The weather forecast that day was grim.", []),
    # What stands before a tag belongs to it, above all where it denies the rest.
    ("There is no sign, the office said, that the well leaked.",
     [("the office", "There is no sign"), ("the office", "that the well leaked")]),
    ("There is no doubt, the coroner said, that she suffered.",
     [("the coroner", "There is no doubt"), ("the coroner", "that she suffered")]),
    ("The mayor, when asked why, said pipes had burst.", [("The mayor", "pipes had burst")]),
    ("Falk texted her brother that she was safe.", [("Falk", "that she was safe")]),
    ("The club said it had acted well, without naming the player.", [("The club", "it had acted well")]),
]  # fmt: skip
WRITTEN_AND_CRIED = [
    ('A note found in the barn read: "I am sorry."', [("A note found in the barn", "I am sorry.")]),
    ('"I am sorry," read a note found in the barn.', [("a note", "I am sorry,")]),
    ('The fans broke into chants of "Sell the club".', [("The fans", "Sell the club")]),
    ('There were cries of "Shame!" from the back row.', [("the back row", "Shame!")]),
    # Whoever leaves to such cries has not uttered them.
    ('Falk left to shouts of "Traitor!".', [(None, "Traitor!")]),
    ('Falk left with cries of "Traitor!" in his ears.', [(None, "Traitor!")]),
    ('The band played a cover of "Blue Mill".', []),
    # The network X ends a sentence; an initial does not.
    ('"We won," Reid wrote on X. Treasury Secretary Ana Falk said he had lost.',
     [("Reid", "We won,"), ("Treasury Secretary Ana Falk", "he had lost")]),
]  # fmt: skip
COMMENTS = [
    ("Falk said the ferry was sold, drawing boos from the crew.", "the ferry was sold"),
    (
        "Falk said the gas had spread, prompting a search of the street.",
        "the gas had spread, prompting a search of the street",
    ),
    ("The firm said it would leave Ulm, sending its shares down by a tenth.", "it would leave Ulm"),
    ("Falk said the dam broke, sending water down the valley.", "the dam broke, sending water down the valley"),
    ("Falk said the ferry was sold, to loud applause.", "the ferry was sold"),
    ("Falk said the ferry was sold, to the delight of its crew.", "the ferry was sold, to the delight of its crew"),
    ("Falk said the ferry was sold, in a blow to the port.", "the ferry was sold"),
    ("Falk said the cook was arrested, in a raid on the port.", "the cook was arrested, in a raid on the port"),
    ("The army said it had hit a depot, without giving details.", "it had hit a depot"),
    ("The army said its men had fired without giving warning.", "its men had fired without giving warning"),
    ("Falk said help was coming without elaborating.", "help was coming"),
    ("Falk said the ferry was sold, something its crew denies.", "the ferry was sold"),
    ("Falk said the ferry was sold – a view shared by the crew.", "the ferry was sold"),
    ("Falk said the bridge was safe, but there are fears that it may fall.", "the bridge was safe"),
    (
        "Falk said trade was brisk, but there were fears about prices.",
        "trade was brisk, but there were fears about prices",
    ),
    ("Falk said the talks were calm, though she conceded they were slow.", "the talks were calm"),
    ("Falk said the talks were calm, though they were slow.", "the talks were calm, though they were slow"),
]


@pytest.mark.parametrize(
    "text, quotes", HOLDERS + HEARERS + SPEAKERS + CLAUSES + WRITTEN_AND_CRIED + TURNS + SIGNED + PARTED
)
def test_who_says_what(find, text, quotes):
    found = [(text[slice(*q.speaker)] if q.speaker else None, text[q.start : q.end]) for q in find(text)]
    assert found == quotes


@pytest.mark.parametrize("text, words", COMMENTS)
def test_the_narrators_comment_is_no_part_of_it(find, text, words):
    quote = find(text)[0]
    assert text[quote.start : quote.end] == words
