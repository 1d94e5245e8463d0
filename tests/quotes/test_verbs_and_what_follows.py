"""What a verb of saying takes besides a that-clause, and where another's words begin: a row for each."""

import pytest

GERUNDS = [
    ("Ana Lopes denied taking bribes from the port.", ["taking bribes from the port"]),
    ("Ana Lopes has admitted to having met the envoy in Lisbon.", ["having met the envoy in Lisbon"]),
    ("The council proposed closing two of the mills, which are old.", ["closing two of the mills"]),
    ("Residents reported seeing smoke above the mill.", ["seeing smoke above the mill"]),
    ("The town reported falling profits.", []),
    ("The council proposed to close two of the mills.", ["to close two of the mills"]),
    ("There is no denying that the town has had a good run.", []),
]  # fmt: skip
GOING_ON = [  # marks without a stop inside, where the sentence goes on; how it was said is the narrator's
    ('Reid said, "We have three weeks to go" until the vote.', ['"We have three weeks to go" until the vote']),
    ('Reid said, "We have three weeks to go" in a letter.', ["We have three weeks to go"]),
    ('Reid said, "We have three weeks to go." From Lisbon came no word.', ["We have three weeks to go."]),
    (
        "According to Rathe the property in question was returned by mail.",
        ["the property in question was returned by mail"],
    ),
    ("They claimed Lopes was a guest and claim she has the keys.", ["Lopes was a guest", "she has the keys"]),
]
NOBODY = [
    ("That said, the road is open.", []),
    ("He said that, said Reid, the road is open.", ["that, said Reid, the road is open"]),
    ("Some 300 people identify as farmers due to their past.", []),
    ('The videos were called the "Jirga Mill Show."', []),
    ('The plan was called "a gift to the rich" by Reid.', ["a gift to the rich"]),
]
OTHERS = [  # clauses that another tells, and signs that tell nobody's words
    ('Reid said guards had gone along with the crowd, whom he described as "calm".',
     ["guards had gone along with the crowd", 'as "calm"']),
    ("Reid praised the crew, who he said had saved the port.", ["had saved the port"]),
    ("Reid said the friends, whom he had met in Lisbon, were late.",
     ["the friends, whom he had met in Lisbon, were late"]),
    ("Lopes said that the council should wait, and mocked him for losing the vote.",
     ["that the council should wait"]),
    ("Reid said the port was open -- having suggested in May that it would close.",
     ["the port was open", "that it would close"]),
    ("The port said it had left those ships out because, presumably, they belonged to the town.",
     ["it had left those ships out because, presumably, they belonged to the town"]),
    ("The ship was safe, he said; his crew had found the leak in time.",
     ["The ship was safe", "his crew had found the leak in time"]),
    ("The ship was safe, he said; Reid told the court nothing.", ["The ship was safe"]),
    ("The member requested another inquiry into letters that a clerk had burned.", []),
    ("The impact suggests the town may do well to wait.", []),
    ("The report suggests the town may do well to wait.", ["the town may do well to wait"]),
    ("A loss of two seats would deny the party a clear victory in May.", []),
]  # fmt: skip


@pytest.mark.parametrize("text, quotes", [*GERUNDS, *GOING_ON, *NOBODY, *OTHERS])
def test_what_is_reported(find, text, quotes):
    assert [text[q.start : q.end] for q in find(text)] == quotes
