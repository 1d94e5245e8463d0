"""Signs that nobody reads change no fact, and no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Article, analyse
from pipeline.text.fillers import FILLER, condense, spell_out
from pipeline.text.normalise import normalise

STORY = """BERGEN, Norway — The mayor of Bergen, Carla Munoz, said on Monday that the bridge is shut until March 3.

“We will not open it before every bolt is checked,” Munoz told reporters in Oslo.

Tom Griffith, who owns a bakery in Chicago, said he had lost a third of his customers."""


def facts(text, resources):
    analysis = analyse(Article("f", text), resources)
    return (
        [entity.name for entity in analysis.entities],
        [(quote.kind, quote.speaker_text, quote.speaker_name) for quote in analysis.quotes],
        [place.geonameid for place in analysis.places],
        len(analysis.dates),
        analysis.sentences.__len__(),
    )


CHANGES = {
    "soft hyphens": lambda text: text.replace("Bergen", "Ber\u00adgen").replace("Monday", "Mon\u00adday"),
    "zero width": lambda text: text.replace("Munoz", "Mu\u200bnoz").replace("Chicago", "Chi\u200dca\u2060go"),
    "direction": lambda text: (
        text.replace("“", "\u202a“").replace("”", "”\u202c").replace("Carla", "\u200eCarla\u200e")
    ),
    "two blanks": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "parted words": lambda text: text.replace("customers", "cus-\ntomers").replace("reporters", "repor-\nters"),
    "bold letters": lambda text: text.replace("shut", "𝐬𝐡𝐮𝐭"),
    "marks as code": lambda text: text.replace("“", "&ldquo;").replace("”", "&#8221;"),
    "marks as code twice": lambda text: text.replace("“", "&amp;ldquo;").replace("”", "&amp;#8221;"),
    "marks of programs": lambda text: text.replace("“", '\\"').replace("”", '\\"'),
    "marks as letters": lambda text: text.replace("“", "ʺ").replace("”", "ʺ"),
    "marks of CSV": lambda text: text.replace("“", '""').replace("”", '""'),
    "control signs": lambda text: text.replace("“", "\x93").replace("”", "\x94").replace("—", "\x97"),
    "a picture's place": lambda text: text.replace("\n\n", "\n\ufffc\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_nobody_reads_changes_no_fact(change, resources):
    assert facts(change(STORY), resources) == facts(STORY, resources)


def test_ligatures_are_read_as_their_letters(resources):
    names = [entity.name for entity in analyse(Article("l", STORY.replace("ffi", "ﬃ")), resources).entities]
    assert "Tom Griﬃth" in names
    assert "Bergen" in names


def test_accents_written_apart_are_one_letter():
    assert normalise("Mun\u0303oz") == f"Muñ{FILLER}oz"


HYPHENS = [
    ("cus-\ntomers", f"cus{FILLER * 2}tomers"),
    ("long-\nterm", f"long-{FILLER}term"),
    ("a four-year plan, four-\nyear", f"a four-year plan, four-{FILLER}year"),
]


@pytest.mark.parametrize(("text", "read"), HYPHENS)
def test_hyphens_at_a_line_end(text, read):
    wrapped = f"The committee of the town spoke of {text} in its report."
    assert normalise(wrapped) == f"The committee of the town spoke of {read} in its report."


@given(st.text(alphabet="ab \n\u00ad\u200bﬁ.>“”-", max_size=60))
def test_every_character_keeps_its_place(text):
    copy = normalise(text)
    assert len(copy) == len(text)
    short = condense(copy)
    assert short.spread(short.text) == copy
    assert [copy[offset] for offset in short.at[:-1]] == list(short.text)
    read = spell_out(copy)
    assert FILLER not in read.text
    assert len(read.at) == len(read.text) + 1
