"""Reports as agencies and papers of many countries print them: what opens a clause, who says it; with near misses."""

import pytest

QUOTES = [
    # The clause of time before the tag has a verb of its own; what somebody repeated is no tag.
    ("Six men died when a bus overturned near Leeds, police said on Friday.",
     [("Six men died when a bus overturned near Leeds", "police")]),
    ("Six men died after a mine collapsed near Leeds, officials said.",
     [("Six men died after a mine collapsed near Leeds", "officials")]),
    ("The palace said that the king would stay, a position it repeated in May.",
     [("that the king would stay", "The palace")]),
    ("As many as 500 jobs could go, Ana Lopes said.", [("As many as 500 jobs could go", "Ana Lopes")]),
    ("As the sun rose, Ana Lopes said nothing.", []),
    ("A fight broke out at the mill, officials said, during which two men fell.",
     [("A fight broke out at the mill", "officials"), ("during which two men fell", "officials")]),
    # A phrase or an aside before the verb of what is said.
    ("Lopes said because of the strike, trains would run late.",
     [("because of the strike, trains would run late", "Lopes")]),
    ("Lopes says for nearly 24 hours he did not know whether his friends had survived.",
     [("for nearly 24 hours he did not know whether his friends had survived", "Lopes")]),
    ("Lopes said during the strike.", []),
    ("Lopes said the new rules, if adopted, would cost small firms millions.",
     [("the new rules, if adopted, would cost small firms millions", "Lopes")]),
    ("Lopes added that the island's airport, closed since Friday, would reopen at noon.",
     [("that the island's airport, closed since Friday, would reopen at noon", "Lopes")]),
    ("According to Ana Lopes, the island's airport, closed since Friday, would reopen at noon.",
     [("the island's airport, closed since Friday, would reopen at noon", "Ana Lopes")]),
    ("Lopes told reporters the fire, which began in a shed, spread to two floors.",
     [("the fire, which began in a shed, spread to two floors", "Lopes")]),
    ("Lopes told reporters because of the strike, trains would run late.",
     [("because of the strike, trains would run late", "Lopes")]),
    ("Lopes told the council, which met on Monday, that it was late.", [("that it was late", "Lopes")]),
    ("Lopes said by 2030 half of all cars would be electric.",
     [("by 2030 half of all cars would be electric", "Lopes")]),
    ("Lopes said in the past year the shop had been robbed.", [("in the past year the shop had been robbed", "Lopes")]),
    ("Lopes said in 2019 the shop had been robbed.", [("the shop had been robbed", "Lopes")]),
    ("The court heard how Tom Reid had been drinking before the crash.",
     [("how Tom Reid had been drinking before the crash", "The court")]),
    ("We heard how the town was saved.", []),
    ("While it is true, as some members have said, that the bridge is old, it is safe.",
     [("that the bridge is old", "some members")]),
    # What seems a thing that was said, with a participle, is a clause: nobody says a man or damage.
    ("The council says a 28-year-old man left the town in March.",
     [("a 28-year-old man left the town in March", "The council")]),
    ("He says damage to the houses ranged from minor to extensive.",
     [("damage to the houses ranged from minor to extensive", "He")]),
    ("Lopes said a prayer written by a monk.", []),
    # Who relays it ends the sentence.
    ("Lopes said the mill was shut, the state news agency Tass reported.", [("the mill was shut", "Lopes")]),
    # To whom it is told.
    ("Lopes told Channel Nine it was late.", [("it was late", "Lopes")]),
    ("Lopes told the Daily Nation the storm was over.", [("the storm was over", "Lopes")]),
    ("Lopes told the council about the fire in the mill.", [("the fire in the mill", "Lopes")]),
    ("Lopes told the council about it in May.", []),
    ("Lopes warned all sides not to break the deal.", [("not to break the deal", "Lopes")]),
    ("Unions have warned of more strikes if the firm refuses the offer.",
     [("more strikes if the firm refuses the offer", "Unions")]),
    ("Lopes promised a million jobs to end the slump.", [("a million jobs to end the slump", "Lopes")]),
    ("Lopes promised voters to end the slump.", [("to end the slump", "Lopes")]),
    # How a source speaks, what somebody calls himself, and a cry for help are no quotes.
    ("An official who asked not to be named said the plant would close.",
     [("the plant would close", "An official who asked not to be named")]),
    ("The official asked to remain anonymous.", []),
    ("Reid asked to be released.", [("to be released", "Reid")]),
    ("The man who calls himself Abu Omar told the court he was late.",
     [("he was late", "The man who calls himself Abu Omar")]),
    ('Lopes, who calls himself "the king of the road", left.', [('himself "the king of the road"', "who")]),
    ("His neighbour Ana Lopes called for help.", []),
    ("Unions called for help for farmers.", [("help for farmers", "Unions")]),
    ('What Ana Lopes called "good for nobody" began on Thursday.', [("good for nobody", "Ana Lopes")]),
    # A dateline of any make is no part of the first sentence; a place between dashes is its subject.
    ("Nairobi — The port is shut, officials said.", [("The port is shut", "officials")]),
    ("Accra, May 3, GNA - The port is shut, officials said.", [("The port is shut", "officials")]),
    ("Mumbai, Oct 2 (PTI) The port is shut, officials said.", [("The port is shut", "officials")]),
    ("Lagos, Nigeria | AFP | The port is shut, officials said.", [("The port is shut", "officials")]),
    ("Germany — Europe has no larger economy — is in debt, officials said.",
     [("Germany — Europe has no larger economy — is in debt", "officials")]),
    # Whose words they are.
    ("Kavita Rao here on Sunday claimed that the port was shut.", [("that the port was shut", "Kavita Rao")]),
    ("People here said the port was shut.", [("the port was shut", "People here")]),
    ("Lopes said the mill was safe for children and called on Reid to rebuild the school.",
     [("the mill was safe for children", "Lopes"), ("to rebuild the school", "Lopes")]),
    ("Lopes said police had come and urged him to leave.", [("police had come and urged him to leave", "Lopes")]),
    ('"We cannot live on this," Ahmed Haddad said.', [("We cannot live on this,", "Ahmed Haddad")]),
    ("People took to the streets protesting against the price of bread.", [("the price of bread", "People")]),
    ('Crews are hoping lighter winds will help but are predicting "nasty" weather.', [("nasty", "Crews")]),
    ("Lopes was quick to add that the harvest was bad.", [("that the harvest was bad", "Lopes")]),
    ("It is easy to add that the harvest was bad.", []),
    ("Lopes went as far as saying the mill was safe.", [("the mill was safe", "Lopes")]),
    ('Sentencing Tom Reid, Judge Ana Lopes said: "You lied."', [("You lied.", "Judge Ana Lopes")]),
    ('Ana Lopes, the mayor, posted on Facebook: "You cannot build here."',
     [("You cannot build here.", "Ana Lopes, the mayor")]),
]  # fmt: skip


@pytest.mark.parametrize("text, quotes", QUOTES)
def test_report(find, text, quotes):
    assert [(text[q.start : q.end], text[slice(*q.speaker)]) for q in find(text)] == quotes
