"""Where reported words begin and end: a row for each way in which a narrator's words get mixed in, with near misses."""

import pytest

# text, the quotes in it
BEGINS = [
    ("The harbour office said on Friday it would dredge the channel.", ["it would dredge the channel"]),
    ("The harbour office said that on Friday it would dredge.", ["that on Friday it would dredge"]),
    ("The harbour office said Friday was too late.", ["Friday was too late"]),
    ("The harbour office said each year of delay costs a million.", ["each year of delay costs a million"]),
    ("Local health officials warn rain will flood the wells.", ["rain will flood the wells"]),
    ("The engineer said concrete, unlike steel, could be poured.", ["concrete, unlike steel, could be poured"]),
    ('The cook joked the kitchen would "run itself" by May.', ['the kitchen would "run itself" by May']),
    # What the source is called stands between commas; a list of what it speaks of does not.
    ("According to Kofi Mensah, a spokesman for the port of Tema, a second ferry is late.", ["a second ferry is late"]),
    ("According to its director, Jon Reid, the plant lost money.", ["the plant lost money"]),
    ("According to Lopes, a bridge, a tunnel and a ferry will be built.",
     ["a bridge, a tunnel and a ferry will be built"]),
    ("According to Mensah, the mayor, the judge and the priest left.", ["the mayor, the judge and the priest left"]),
]  # fmt: skip
ENDS = [
    ('The singer said the hall was "a barn", drawing laughter from the back.', ['the hall was "a barn"']),
    ('The agent said the flat was "cosy", a word that buyers fear.', ['the flat was "cosy"']),
    ('The agent said the flat was "cosy", and that it would sell.', ['the flat was "cosy", and that it would sell']),
    ('The general said the war was "all but won", hours before the bridge fell.', ['the war was "all but won"']),
    ("The skipper said the ferry had left on time, but the engine had failed.",
     ["the ferry had left on time, but the engine had failed"]),
    ("The skipper said the ferry left on time, but the engine failed.", ["the ferry left on time"]),
    ("The customs office said the crates held shoes, and that nobody claimed them.",
     ["the crates held shoes, and that nobody claimed them"]),
    ("She remembers, she says, a second blast.", ["She remembers", "a second blast"]),
    ("Asked about the wells, he hung up.", []),
    ("Asked about closing the wells, he hung up.", ["closing the wells"]),
    ("She said a boy was found with two cousins, who had both drowned.",
     ["a boy was found with two cousins, who had both drowned"]),
    ("She said a boy was found with two cousins, who live nearby.", ["a boy was found with two cousins"]),
    ("He said firms would be able to rent rooms, employ staff and own ships.",
     ["firms would be able to rent rooms, employ staff and own ships"]),
    ("The town accused the firm, which runs the wells, of hiding the leak.",
     ["the firm, which runs the wells, of hiding the leak"]),
    # What the speaker does then is no part of it; what is told in one tense, and what "had" or "was" opens, goes on.
    ("The treasurer said the books were balanced, then handed the keys to the auditor.", ["the books were balanced"]),
    ("The coach said the team would play on Sunday, then walked out.", ["the team would play on Sunday"]),
    ("The pilot said she was sorry, then left without a word.", ["she was sorry"]),
    ("The witness said the man stopped, then ran to the river.", ["the man stopped, then ran to the river"]),
    ("The witness said the man had locked the door, then called the police.",
     ["the man had locked the door, then called the police"]),
    ("The clerk said the vault was opened in March, then closed in May.",
     ["the vault was opened in March, then closed in May"]),
    # A list of clauses is reported to its end, a clause of the narrator's behind "and" is not.
    ("Reid said the wells were dry, the pumps had failed, and nobody had come.",
     ["the wells were dry, the pumps had failed, and nobody had come"]),
    ("Reid said the wells were dry, the council met, and Ana Lopes said it was late.",
     ["the wells were dry", "it was late"]),
    # What hangs on the words in marks behind an American comma is the narrator's, but for what they include.
    ('Reid said the work would be "fully paid," despite the cuts in the town.', ['the work would be "fully paid,"']),
    ('Reid called for a "new deal," including better schools.', ['a "new deal," including better schools']),
    # A verb behind a relative clause and its comma has the noun before it for a subject.
    ("Reid, who says the town should close the road, told the paper that the plan was dead.",
     ["the town should close the road", "that the plan was dead"]),
    ("Reid said the plan was dead on February 5, 2003, when the mill closed.",
     ["the plan was dead on February 5, 2003, when the mill closed"]),
    ("He explained how the cuts left his and other plants closed.", ["how the cuts left his and other plants closed"]),
    ("The clerk told the men that sometime in the week that followed, he saw the bill.",
     ["that sometime in the week that followed, he saw the bill"]),
    ('As he puts it, "the best thing" is that rates are low.', ['"the best thing" is that rates are low']),
    ('As he puts it, "the best thing is that rates are low."', ["the best thing is that rates are low."]),
    ("It was a decision they say allowed the fire to spread.", ["allowed the fire to spread"]),
    # What a speaker keeps back the narrator tells; an offer declined, and a name refused, may be reported.
    ("Reid said the ferry would sail from Split, but he declined to give a date.", ["the ferry would sail from Split"]),
    ("The port said the crane would be sold, though it did not say to whom.", ["the crane would be sold"]),
    ("The port said the crane would be sold but gave no reason.", ["the crane would be sold"]),
    ("The crane would be sold, the port said, but it declined to comment further.", ["The crane would be sold"]),
    ("Reid said the club had made an offer, but he declined it.", ["the club had made an offer, but he declined it"]),
    ("Police said they stopped the man, but he refused to give his name.",
     ["they stopped the man, but he refused to give his name"]),
    # A list of what somebody did is reported to its end; a state is followed by no deed.
    ("The driver told the inquest in Hull that he braked, lost control and struck a wall.",
     ["that he braked, lost control and struck a wall"]),
    ("The keeper told the inquiry that he heard a cry, ran to the lock and then found it empty.",
     ["that he heard a cry, ran to the lock and then found it empty"]),
    ("Ana Lopes told the board that she was tired, took her coat and left.", ["that she was tired"]),
    # The comma behind a clause ends it, whatever it hangs on; an aside between two commas does not.
    ("The union, which says the pay is too low, called a strike.", ["the pay is too low"]),
    ("The union, which says the pay, set in May, is too low, called a strike.", ["the pay, set in May, is too low"]),
    ("Asked whether the plan, drawn up in May, was dead, Reid left.", ["whether the plan, drawn up in May, was dead"]),
    ("Asked whether they had met, Reid said no.", ["whether they had met"]),
    # The narrator's words end with a colon or semicolon, and before the relative clause that a tag parts.
    ("Her agent does not agree: the fee, he says, is far too high.", ["the fee", "is far too high"]),
    ('The port called it "a joke"; the union said it would strike.', ['it "a joke"', "it would strike"]),
    ('"We wait"; said Reid.', ["We wait"]),
    ("He praised the driver, who, he said, had saved the bus.", ["had saved the bus"]),
    ("The law, which, critics say, helps nobody, was passed in May.", ["helps nobody"]),
    # What the narrator calls the words is none of them; what a promise is belongs to it.
    ("The palace said that the king would stay, a position it repeated in May.", ["that the king would stay"]),
    ("Reid said the fire had been set, a claim that the firm denies.", ["the fire had been set"]),
    ("Reid said the town bought a mill, a pump that leaks and a barn.",
     ["the town bought a mill, a pump that leaks and a barn"]),
    ("Reid said he was given a promise, a pledge that the mill would stay.",
     ["he was given a promise, a pledge that the mill would stay"]),
    # A judgment in marks ends with them where the day or the occasion follows; whom it is for belongs to it.
    ('The bishop called the plan "not Christian" in a letter to his priests.', ['the plan "not Christian"']),
    ('Reid criticized the law as a "crazy system" during a stop in Flint.', ['the law as a "crazy system"']),
    ('The office fought the suit, calling it "empty" on Monday.', ['it "empty"']),
    ('She called the match "a gift" for the town in a year of losses.',
     ['the match "a gift" for the town in a year of losses']),
    # The infinitives of a list, and what somebody did while doing something else.
    ("The board asked the clerk to book a hall, choose a menu and ensure the doors are locked.",
     ["to book a hall, choose a menu and ensure the doors are locked"]),
    ("Two boards asked the ministry to find out whether Hanlon lied while testifying in May.",
     ["to find out whether Hanlon lied while testifying in May"]),
    # An agency relays what somebody has said; what a newspaper has found out is its own.
    ("The envoy said on Friday that talks would go on, the news agency Antara reported.", ["that talks would go on"]),
    ('The envoy said on Friday that talks "would go on", state television reported.', ['that talks "would go on"']),
    ("The mill burned down, the news agency Antara reported.", ["The mill burned down"]),
    ("Reid told the clerk he would kill him, the prosecutor said.", ["Reid told the clerk he would kill him"]),
]  # fmt: skip
VERBS = [
    ("The mill burned to the ground, reported the local radio.", ["The mill burned to the ground"]),
    ("As it happens, the four towns cited, Ulm, Graz and Linz, are old.", []),
    ("The costs of the mill, the only one of its kind according to its makers, are high.", []),
    ("In court he claimed to be a sailor.", ["to be a sailor"]),
    ("The lawyer put it to the witness that she had never been there.", ["that she had never been there"]),
    ("Reporters asked the minister about the leak.", []),
    ("The coach asked the club for two more weeks.", []),
    ("The coach asked the club to wait two more weeks.", ["to wait two more weeks"]),
    ("She put it in the drawer that she had bought in Oslo.", []),
    ('He was "tired of snow", he said, pointing to the roof of the church.', ['He was "tired of snow"']),
    ("He pointed to a study that found lead in the wells.", ["a study that found lead in the wells"]),
    ("And so, he said, while the road is open, nobody takes it.", ["while the road is open, nobody takes it"]),
    ("The road is open, he said, while nobody takes it.", ["The road is open"]),
    ("They share a meal that tells the story of the flight.", []),
    (
        "Nairobi: The dam will be closed in May, the mayor said. It leaks. Two firms will mend it.",
        ["The dam will be closed in May"],
    ),
    (
        "“My windows shake at six.” – Dilys Howell, Bala\n\n“It gave my son a job.” – Emyr Thomas, Bala",
        ["My windows shake at six.", "It gave my son a job."],
    ),
    (
        "Ben Holm, head of the union, told The Courier before he spoke to the board that the plan was dead.",
        ["that the plan was dead"],
    ),
    # What is called, shown or warned is not said.
    ("The union called a strike for May, and the council called an emergency session.", []),
    ("The union called for a strike in May.", ["a strike in May"]),
    ("The guide pointed to the tower.", []),
    ("The clerk points to the sealed door.", []),
    ("The mayor pointed to the poor state of the roads.", ["the poor state of the roads"]),
    ("The referee warned Bell for a late tackle.", []),
    ('She wrote "The Mill" in 1990.', []),
    # A "that" in marks belongs to what the marks hold.
    (
        'Reid told them how "fine" it is now "that the doors are open."',
        ['how "fine" it is now "that the doors are open."'],
    ),
    ('Reid did not want to address "that man," telling a reporter that it was late.', ["that it was late"]),
    # Who is asked to check whether will tell; who is asked if answers. A thing promises nothing by what it will be.
    ("The firms hid it, reporting different sums to different offices to hide exactly how they paid.", []),
    (
        "Asked by Tom Reed if he believed the dam was as bad as the road, he hung up.",
        ["if he believed the dam was as bad as the road"],
    ),
    ("The debate promised to be a long night for both.", []),
    ("The ministry promised to be at the table.", ["to be at the table"]),
    ("She looked up and smiled that guilty smile of hers.", []),
    # A hearer and a day between the verb and a clause, whatever the parse calls the clause.
    ("Novaro told investors on Thursday it had set aside 90 million euros.", ["it had set aside 90 million euros"]),
    ("The union told members late on Friday the strike was off.", ["the strike was off"]),
    ("The agency told reporters it closed the bridge on Tuesday.", ["it closed the bridge on Tuesday"]),
    ('The coach told the tribunal in Leeds he had "no memory" of the letter.', ['he had "no memory" of the letter']),
    ("The guard told the inquest he was asleep.", ["he was asleep"]),
    ("The guard told the friend he met in Oslo that the mill was shut.", ["that the mill was shut"]),
    ("She told the story he knew by heart.", []),
    # A score is none; a number of words or an hour is no score.
    ("Kent declared at 412 for six and Essex replied with 90 for two before it rained.", []),
    ("Leeds scored twice and Hull replied with three goals in the second half.", []),
    ('The club answered with two words: "No deal."', ["No deal."]),
    ("The mayor declared at 9 a.m. that the bridge was closed.", ["that the bridge was closed"]),
    # What is said is no title, though it is written like one; what is sung or praised is.
    ('The band played "Low Tide". Then the singer said "Goodnight, Galway" and left.', ["Goodnight, Galway"]),
    ('The singer sang "Galway Girl" and left.', []),
    # A title that asks what the article answers is nobody's word, but for a first person's.
    ("Parking in Swansea: what drivers need to know\n\nCharges rise in May.", []),
    ("Bus strike: how to get to work\n\nBuses in Leeds will stop on Monday.", []),
    ("Keller: why I left the council\n\nTom Keller of Ulm gave up his seat.", ["why I left the council"]),
    ("Police: no trace of boat\n\nOfficers in Hull searched all night.", ["no trace of boat"]),
    ("Keller: no new taxes\n\nTom Keller of Ulm kept his word.", ["no new taxes"]),
    ("Taking on Keller: can the dam be saved?\n\nTom Keller of Ulm met the board.", []),
    ("Backing Keller: Ulm votes on the dam\n\nTom Keller of Ulm met the board.", []),
    ("Inside Keller: a mill that never stops\n\nThe Keller mill opened in Ulm.", []),
    ("Defending champion and gold medallist Ana Falk missed a gate.", []),
    ("Falk said the dam would hold as she opened the road in Ulm.", ["the dam would hold"]),
    ("The mayor said it would help as he met farmers, his guests, on Monday.", ["it would help"]),
    ("Falk said the river rose as it did last year.", ["the river rose as it did last year"]),
    ("Falk said the boy fell as he ran for the bus.", ["the boy fell as he ran for the bus"]),
    ("As the name suggests, the Old Bridge is the oldest in Ulm.", []),
    ("The Old Bridge, as its name implies, was built before the others.", []),
    ("As the mayor suggests, the bridge is too narrow.", ["the bridge is too narrow"]),
]
ASIDES = [
    ('"I paid for it twice," the owner of the boat – he gave no name – told the court.', "the owner of the boat"),
    ('"I paid for it twice," the owner (he gave no name) told the court.', "the owner"),
    ('"I paid for it twice," Senator Ana Reis (R-Ohio) told the court.', "Senator Ana Reis (R-Ohio)"),
]


def said(find, text):
    return [text[q.start : q.end] for q in find(text)]


@pytest.mark.parametrize("text, quotes", [*BEGINS, *ENDS, *VERBS])
def test_quote_reaches_as_far_as_what_was_said(find, text, quotes):
    assert said(find, text) == quotes


@pytest.mark.parametrize("text, speaker", ASIDES)
def test_an_aside_parts_no_speaker_from_the_verb(find, text, speaker):
    (quote,) = find(text)
    assert text[slice(*quote.speaker)] == speaker
