"""The day of a saying: own sentences, the words that were said, the expected day."""

from datetime import date

import pytest

from pipeline.dates import date_quotes, find_dates
from pipeline.model import Quote
from pipeline.text.layout import read_layout
from pipeline.text.nlp import parse
from pipeline.text.normalise import normalise

TUESDAY = date(2024, 3, 19)


def say(nlp, text, *sayings):
    """Date quotes given as (words said, cue, speaker)."""
    layout = read_layout(text)
    doc = parse(nlp, normalise(text, layout), layout)
    quotes = [_quote(text, n, *saying) for n, saying in enumerate(sayings)]
    dates = find_dates(doc, text, published=TUESDAY, layout=layout)
    return [quote.said_on and quote.said_on.isoformat() for quote in date_quotes(doc, quotes, dates, layout=layout)]


def _quote(text, number, said, cue, speaker):
    start, cue_start, speaker_start = text.index(said), text.index(cue), text.index(speaker)
    return Quote(
        str(number),
        start,
        start + len(said),
        said,
        "direct",
        speaker_start=speaker_start,
        speaker_end=speaker_start + len(speaker),
        speaker_text=speaker,
        cue_start=cue_start,
        cue_end=cue_start + len(cue),
        cue=cue,
    )


ONE = [
    ('"The road is open," Vera Lind said on Monday.', "The road is open,", "said", "2024-03-18"),
    ('"The road is open," Vera Lind said Monday.', "The road is open,", "said", "2024-03-18"),
    ("On Monday, Vera Lind said the road was open.", "the road was open", "said", "2024-03-18"),
    ("Vera Lind told reporters on Sunday that the road was open.", "the road was open", "told", "2024-03-17"),
    ("Vera Lind told the men on Sunday the road was open.", "the road was open", "told", "2024-03-17"),
    ("Vera Lind told the men who came on Sunday the road was open.", "the road was open", "told", None),
    ("Vera Lind said in an interview on Friday that the road was open.", "the road was open", "said", "2024-03-15"),
    ("In a statement released Monday, Vera Lind said the road was open.", "the road was open", "said", "2024-03-18"),
    ("Speaking on Monday, Vera Lind said the road was open.", "the road was open", "said", "2024-03-18"),
    ("Vera Lind met the mayor on Monday and said the road was open.", "the road was open", "said", "2024-03-18"),
    ("Vera Lind said in a letter dated Monday that the road was open.", "the road was open", "said", "2024-03-18"),
    ("Vera Lind said in Monday's speech that the road was open.", "the road was open", "said", "2024-03-18"),
    # The day of what is spoken of.
    ('"The road is open," Vera Lind said of the crash on Monday.', "The road is open,", "said", None),
    ('"The road is open," Vera Lind said in reaction to Monday\'s ruling.', "The road is open,", "said", None),
    ("Vera Lind said Monday's crash was no accident.", "Monday's crash was no accident", "said", None),
    # The date belongs to what was said, or to another verb: no day of saying.
    ('"The road opened on Monday," Vera Lind said.', "The road opened on Monday,", "said", None),
    ("Vera Lind said the road would open on Friday.", "the road would open on Friday", "said", None),
    ("Vera Lind, who arrived on Monday, said the road was open.", "the road was open", "said", None),
    ("Vera Lind said the road was open.", "the road was open", "said", None),
    ('"The road opened in March," Vera Lind said last week.', "The road opened in March,", "said", None),
]


@pytest.mark.parametrize("text, said, cue, expected", ONE)
def test_day_of_one_saying(nlp, text, said, cue, expected):
    assert say(nlp, text, (said, cue, "Vera Lind")) == [expected]


def test_a_saying_takes_the_day_of_its_speaker_in_the_paragraph(nlp):
    text = '"The road is open," Vera Lind said on Monday. She added: "The bridge is not."'
    told = say(nlp, text, ("The road is open,", "said", "Vera Lind"), ("The bridge is not.", "added", "She"))
    assert told == ["2024-03-18", "2024-03-18"]


def test_a_saying_takes_no_day_of_another_speaker(nlp):
    text = '"The road is open," Vera Lind said on Monday. "The bridge is not," Omar Reyes said.'
    told = say(nlp, text, ("The road is open,", "said", "Vera Lind"), ("The bridge is not,", "said.", "Omar Reyes"))
    assert told == ["2024-03-18", None]


def test_a_saying_takes_no_day_of_another_paragraph(nlp):
    text = '"The road is open," Vera Lind said on Monday.\n\nShe added: "The bridge is not."'
    told = say(nlp, text, ("The road is open,", "said", "Vera Lind"), ("The bridge is not.", "added", "She"))
    assert told == ["2024-03-18", None]


def test_quotes_keep_their_order_and_words(nlp):
    text = '"Yes," Vera Lind said.'
    assert say(nlp, text, ("Yes,", "said", "Vera Lind")) == [None]
    assert date_quotes(nlp(""), [], [], layout=read_layout("")) == ()
