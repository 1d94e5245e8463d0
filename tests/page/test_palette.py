"""Colours can be told from the paper in both themes."""

import pytest

from components.palette import ACCENT, INK, KINDS, MUTED, OTHER, PAPER, QUOTE_FILL, RAISED, colour, kind_of


def luminance(value):
    parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_stand_out_from_the_paper(theme):
    """WCAG 1.4.11 asks 3:1 of what is drawn."""
    fills = [getattr(kind, theme) for kind in (*KINDS, OTHER)] + [fill[theme] for fill in QUOTE_FILL.values()]
    assert min(contrast(fill, PAPER[theme]) for fill in fills) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", [PAPER, RAISED])
def test_text_can_be_read(theme, ground):
    """WCAG 1.4.3 asks 4.5:1 of text."""
    assert min(contrast(text[theme], ground[theme]) for text in (INK, MUTED, ACCENT)) >= 4.5


def test_kinds_have_different_colours():
    for theme in ("light", "dark"):
        assert len({getattr(kind, theme) for kind in (*KINDS, OTHER)}) == len(KINDS) + 1


@pytest.mark.parametrize(
    "label, words", [("PERSON", "People"), ("GPE", "Places"), ("FAC", "Places"), ("NORP", "Groups"), ("NEW", "Other")]
)
def test_labels_have_plain_words(label, words):
    assert kind_of(label).plural == words


def test_one_kind_has_one_colour():
    assert colour("GPE", "light") == colour("LOC", "light") != colour("GPE", "dark")
