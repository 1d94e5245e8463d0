"""The words that name the speaker, whole and nothing else: a row for each way to lose some or to take too many."""

import pytest

SPEAKERS = [
    # A day behind the name tells when it was said; an age, and a day in a clause, do not.
    ("The envoy to Albania Jon Reid on Thursday (October 16th) called on the party to wait.",
     "The envoy to Albania Jon Reid"),
    ("Health experts on Monday said the wells were closed.", "Health experts"),
    ('"It was late," Jon Reid, 43, said.', "Jon Reid, 43"),
    ('"It was late," said Jon Reid, who won on Sunday.', "Jon Reid, who won on Sunday"),
    # A participle that opens the sentence is no part of it.
    ('Speaking to the radio, the doctor in charge Ana Lopes said: "We are full."',
     "the doctor in charge Ana Lopes"),
    # A verb read as a participle is the verb of its sentence where it is the only one.
    ("A Bergen man admitted in court on Monday that he had burned the mill.", "A Bergen man"),
    ("Chile's interior minister announced on Friday that the road is safe.", "Chile's interior minister"),
    ("Farmers in the district of Jian (吉安) have complained to lawmakers that crops wither.",
     "Farmers in the district of Jian (吉安)"),
    # Who is made to speak does so; who only has a purpose speaks himself.
    ("The leak forced Mayor Ana Lopes to admit that the wells were dry.", "Mayor Ana Lopes"),
    ("Mayor Ana Lopes used the debate to warn that the wells were dry.", "Mayor Ana Lopes"),
    ("Reid raised his bid, prompting the council to say it would wait.", "the council"),
    # The verb that "and said" is joined to has its subject, not the one of the opening clause.
    ('When I asked about it, she looked into my phone and said, "I will run."', "she"),
    ("She said the firm lost money and added that it would close.", "She"),
    # Whose words stand before a colon.
    ('In the words of Ana Lopes: "We lost."', "Ana Lopes"),
    ('Ana Lopes\'s message to the council: "Wait."', "Ana Lopes's"),
    # A state behind a town is no speaker, nor the article before marks, nor the paper that reports him.
    ("Speaking in Redmond, Washington, the director Ana Lopes said that firms need profit.",
     "the director Ana Lopes"),
    ("The daily al-Riyadh reported Peter Hall as saying that the work was done.", "Peter Hall"),
    ('Efforts were made to find the town, "but we have no clue," according to an official.', "an official"),
    # Behind a name, and with a stop at once, any small word is the verb.
    ('"Nobody asked us," Olesen bellowed.', "Olesen"),
    ('"Nobody asked us," Anas Ernits sang.', "Anas Ernits"),
    # A participle behind the article is a noun.
    ('"I did nothing," the accused said.', "the accused"),
    # The stop of a rank ends no sentence.
    ('"They waited," Brig. Gen. Ana Lopes said. She left.', "Brig. Gen. Ana Lopes"),
    ('"They waited," Supt. Lopes said. She left.', "Supt. Lopes"),
    # Part of a name, never only its stop.
    ('"He is lazy," Tolliver Sr. said of his son.', "Tolliver Sr"),
    # No subject stands behind a preposition, though the parse gives the verb two.
    ("A lorry driver who had been stuck outside Manali since Tuesday with a load of apples said it was late.",
     "A lorry driver who had been stuck outside Manali since Tuesday with a load of apples"),
    ("With his sister at the wheel, Tom Reed said it was late.", "Tom Reed"),
    # A habit is told by another verb than that of saying; a knife that is used to cut has no habits.
    ('"Mind the dog," the postmistress used to holler at every stranger who came up the lane.', "the postmistress"),
    ('"Salt first," my grandmother used to say before she lit the stove.', "my grandmother"),
    ('"Time is a river," a knife used to cut the rope lay on the deck.', "a knife used to cut the rope"),
    ('"Buy land," the old men of Arua never tired of saying.', "the old men of Arua"),
    ('"Sleep well," signed off the announcer Ana Reis every night for 30 years.', "the announcer Ana Reis"),
    ('"Get out," snapped Ana Reis.', "Ana Reis"),
    ('"Call the roll," came shouts from the crowd, as the hall booed.', "the crowd"),
    ('"They lost," said Oversight ranking member Ana Reis (Ohio).', "Oversight ranking member Ana Reis (Ohio)"),
    # The last of three verbs has the subject of the first.
    ('When I asked Reid if he was tired, he looked up, furrowed his brow and said, "I am."', "he"),
    # A participle behind a comma, also one inside the marks, goes with the subject; so does the second of two.
    ('Reid said that Lopes stands for "old money," stating that it was "out of touch."', "Reid"),
    ("Lopes hit back, saying that the bill had good parts but was slow - and arguing that it was late.", "Lopes"),
    # Of two clauses joined by "and" the nearer one has the subject.
    ("Protest groups called the route short, and the port of Graz has already sued the city, saying it is late.",
     "the port of Graz"),
    ("Reid fired back a response saying he would not go.", "Reid"),
    ("Reid read a letter saying the mill was sold.", "a letter"),
    # Whose opinion it is stands in front; what somebody turns to is no opinion.
    ('To Ana Reis, "the dam is a mistake that will cost us all."', "Ana Reis"),
    ('She backs the strike because to her, "there is nothing more important than bread."', "her"),
    ('The board will not back her after her March comment that, "We are going to close the mines."', "her"),
    # Behind a dash goes on who reports, not what is reported of.
    ('Reid said the museum would tell of those left out of books -- "the slave, the porter."', "Reid"),
    # Who acts with these words has said them; a shirt only bears some.
    ('"This hearing is over" – with those words Judge Ana Reis shut the file.', "Judge Ana Reis"),
    ('"Enough is enough." With these words Ana Reis left the hall.', "Ana Reis"),
    ('"Next!" And with that the clerk Tom Reid shut the window.', "the clerk Tom Reid"),
    ('With a curt "Never again", Judge Ana Reis closed the case.', "Judge Ana Reis"),
    ('"Tickets, please," the guard would intone between every two stops.', "the guard"),
    ('"What a mess!" was all that Ana Reis would say.', "Ana Reis"),
    ('"No" is the answer Ana Reis gave to every question.', "Ana Reis"),
    ('Her advice to the young: "Leave."', "Her"),
    ('The mill is, in the words of Ana Reis, "done".', "Ana Reis"),
    ('The mill is "done", in the words of its owner, Ana Reis.', "its owner, Ana Reis"),
    ('Ana Reis\'s reaction was short: "Done."', "Ana Reis's"),
    ('Came the reply: "Never."', None),
    ('"It was," she paused, "an oven."', "she"),
    ('For Ana Reis, it was simple: "We are done and out."', "Ana Reis"),
    ('Ana Reis closed the session with the words "We are done here".', "Ana Reis"),
    ('With the words "We are done here", Ana Reis left the hall.', "Ana Reis"),
    ('It was, in the words of the man who built it, "a very dear puddle".', "the man who built it"),
    # A tag between commas in the middle of the sentence, its verb before its subject; a hearer is no speaker.
    ('He was, wrote the critic Ana Reis in 1974, "the only giant in Ulm".', "the critic Ana Reis"),
    ('The mill is, says Ana Reis, its owner, "a good neighbour".', "Ana Reis, its owner"),
    ('Ana Reis, a mother of two, warned residents, "Do not come here."', "Ana Reis, a mother of two"),
    # The parse hangs the tag on a noun in marks.
    ('They were "the last tenants of the mill", one of them joked, as the crane arrived.', "one of them"),
    # What somebody has written or counted is his or her word; a lawyer speaks himself.
    ("According to her figures, Graz loses half of its water.", "her"),
    ("Graz loses half of its water, according to Ana Reis's report.", "Ana Reis's"),
    ("Graz loses half of its water, according to her lawyer.", "her lawyer"),
    ("Two men were held, according to Supt. Ana Reis, the county commander.", "Supt. Ana Reis, the county commander"),
    # Words joined by a hyphen are one.
    ("Her co-author, Jan Roth, said it was late.", "Her co-author, Jan Roth"),
    # Another verb leads to what stands behind the colon.
    ('"If the dam breaks, run," Ana Reis said before adding: "It will not."', "Ana Reis"),
    # The name is lost: no speaker, least of all a blank.
    ('"We listened," said. The hall was full.', None),
    ("“We listened,” \u3164 said. The hall was full.", None),
    ("\u3164 said the bridge would reopen.", None),
    ('"We listened," said Ana Lopes. The hall was full.', "Ana Lopes"),
]  # fmt: skip


@pytest.mark.parametrize("text, speaker", SPEAKERS)
def test_speaker_is_named_whole(find, text, speaker):
    quote = find(text)[-1]
    assert (text[slice(*quote.speaker)] if quote.speaker else None) == speaker


UNTAGGED = [
    # What somebody does who is about to speak; a statement is issued to be read.
    ('The brother, Jon Reid, spoke outside the court.\n\n"It was a long day for us."', "The brother, Jon Reid"),
    ('Fjord Air issued a statement. "We regret the delay and will pay."', "Fjord Air"),
    ('Fjord Air issued a ticket. "We regret the delay and will pay."', None),
    # A verb of saying without words of its own, in the same paragraph.
    ('Not so, says Ana Lopes. "The town is safe and dry."', "Ana Lopes"),
    ('The ministry explained. "The town is safe and dry."', "The ministry"),
    ('The ministry slept. "The town is safe and dry."', None),
    # A question has no speaker to lend: who answers it goes on.
    ('"It is late," Ana Lopes said when asked about the wells. "We will see in May."', "Ana Lopes"),
    ('"It is late," read a statement by Fjord Air.', "Fjord Air"),
    # Whom somebody asks in a clause that only hangs on goes on speaking.
    ('"No!" Ana Reis said after a show during which callers asked how much she got. "I own a shop in Ulm."',
     "Ana Reis"),
    # Another he, she or I than spoke acts in between; whoever goes on speaking may act too.
    ('"You are late," I said. She laughed. "It is early in Lagos."', "She"),
    ('"You are late," he said. She shrugged. "It is early in Lagos."', "She"),
    ('"You are late," he said. He shrugged. "It is early in Lagos."', "he"),
    # The one person who was asked answers; not several, not who was only told to do something, and not in a question.
    ('The judge asked Tom Reed how he pleaded. "Guilty." Reed kept his eyes on the floor.', "Tom Reed"),
    ('The judge asked the farmer whether he knew the road. "Every stone."', "the farmer"),
    ('"Did you see the car?" Peter Hall asked Tom Reed. "No." Reed looked away.', "Tom Reed"),
    ('The teacher asked the children why they were late. "The bus has gone again."', "The teacher"),
    ('Peter Hall asked Tom Reed to leave. "This is my house."', "Peter Hall"),
    ('Peter Hall asked Tom Reed where he lived. "And with whom?"', "Peter Hall"),
]  # fmt: skip


@pytest.mark.parametrize("text, speaker", UNTAGGED)
def test_speaker_of_a_quotation_without_a_tag(find, text, speaker):
    quote = find(text)[-1]
    assert (text[slice(*quote.speaker)] if quote.speaker else None) == speaker
