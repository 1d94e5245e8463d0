"""Reports of the wires: tags behind adjuncts, halves around them, and clauses that say nothing; with near misses."""

import pytest

QUOTES = [
    # One comma ends the phrase with "as", and the tag behind it is one; an apposition has two.
    ("As a result, Falcon Air said, it will close its school.",
     [("As a result", "Falcon Air"), ("it will close its school", "Falcon Air")]),
    ("As Tom Reid, the mayor, told the paper, it will close.", [("it will close", "Tom Reid, the mayor")]),
    # A clause of time says nothing by itself, and an adverb before the subject is no part of the cue.
    ("When she left the stage, the hall echoed.", []),
    ("Before the trial could go on, Reid weighed in.", []),
    ("Before each meeting the two sides hold talks, Reid said.",
     [("Before each meeting the two sides hold talks", "Reid")]),
    ("The port was shut, Reid said, without elaborating.", [("The port was shut", "Reid")]),
    ("The port was shut, Reid said, without a day's notice and for no reason.",
     [("The port was shut", "Reid"), ("without a day's notice and for no reason", "Reid")]),
    # A post of a network as pages hold it; a name between dashes signs nothing.
    ("It fell.\n\nThe port is shut. We are sorry. — Ana Reid (@anareid) March 3, 2024\n\nIt rained.",
     [("The port is shut. We are sorry.", "Ana Reid")]),
    ("The port is shut.\n\n— Falcon Air (@falconair) 3 March 2024", [("The port is shut.", "Falcon Air")]),
    ("He left — Ana Reid (@anareid), who saw it, was there.", []),
    ("— Ana Reid (@anareid) March 3, 2024", []),
    # A past tense that the tagger takes for a participle.
    ("Basis bids firmed in response to lower rates for barge freight, traders said.",
     [("Basis bids firmed in response to lower rates for barge freight", "traders")]),
    # The second half of a sentence in marks, whatever its speaker did between.
    ('"But," Reid went on, as he faced the judge, "is it not late?"', [("But,", "Reid"), ("is it not late?", "Reid")]),
    ('"It is late," Reid said, as he faced the judge. "Is it not?"', [("It is late,", "Reid"), ("Is it not?", "Reid")]),
    # Who is blamed for what he said has said it; who left for saying it too.
    ("The paper exposed Tom Reid for claiming the bridge was safe.", [("the bridge was safe", "Tom Reid")]),
    ("Tom Reid drew criticism for claiming the bridge was safe.", [("the bridge was safe", "Tom Reid")]),
    ('Reid said it was "very good" before launching an attack on the council.', [('it was "very good"', "Reid")]),
    # What stands before a clause and its comma is part of it; a noun with the verb of its own sentence is not.
    ("Reid said on the present schedule, the port would lose money.",
     [("on the present schedule, the port would lose money", "Reid")]),
    ("His decision to recall Ana Lopes has led to talk that the port may close.", []),
    ("The town lived through what promises to be its driest year.", []),
    ("The envoy, the self-proclaimed, tireless king of the port, is late.", []),
    ("Reid said the train came at five (nine in Lisbon).", [("the train came at five (nine in Lisbon)", "Reid")]),
]  # fmt: skip
CUES = [
    ("A week earlier, Reid said the bridge was safe.", "said"),
    ("Reid has never said the bridge was safe.", "has never said"),
    ("First, the port said its report was late.", "said"),
]
TURNS = [
    ('"Is it safe?" Reid asked.\n\n"It is," Lopes said.\n\n"Do you know?" Reid asked.\n\n"I saw it myself."', "Lopes"),
    ('"Is it safe?" Reid asked.\n\n"It is," Lopes said.\n\n"Do not worry," Reid said.\n\n"I saw it myself."', "Reid"),
    ('"Who would do this?" Reid asked.\n\n"I saw it myself."', "Reid"),
]


@pytest.mark.parametrize("text, quotes", QUOTES)
def test_wire_report(find, text, quotes):
    assert [(text[q.start : q.end], text[slice(*q.speaker)]) for q in find(text)][-2:] == quotes


@pytest.mark.parametrize("text, cue", CUES)
def test_a_cue_is_the_verb_and_what_hangs_on_it(find, text, cue):
    (quote,) = find(text)
    assert text[slice(*quote.cue)] == cue


@pytest.mark.parametrize("text, speaker", TURNS)
def test_of_two_who_speak_by_turns_the_other_answers(find, text, speaker):
    quote = find(text)[-1]
    assert text[slice(*quote.speaker)] == speaker
