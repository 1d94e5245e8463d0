"""The timeline as a picture of its own: XML, its bars, its lanes, and what it says when there is nothing."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components.charts.png import can_draw_text, timeline_png
from components.charts.quotes_svg import LEAST_BAR, NOBODY, timeline_svg
from components.charts.svg import fitted, width_of
from components.palette import PAPER
from components.rows.article import WordRuler, quote_rows

SVG = "{http://www.w3.org/2000/svg}"


def bars(picture):
    """(x, y, width) of the bars that stand for quotes."""
    found = [r for r in picture.iter(SVG + "rect") if r.find(SVG + "title") is not None]
    return [tuple(float(r.get(name)) for name in ("x", "y", "width")) for r in found]


def lines(picture):
    return ["".join(node.itertext()) for node in picture.iter(SVG + "text")]


@pytest.mark.parametrize("width", [360, 960, 1600])
def test_a_bar_a_quote_in_order_and_inside(analysis, width):
    picture = ElementTree.fromstring(timeline_svg(analysis, width=width))
    found = bars(picture)
    assert len(found) == len(analysis.quotes)
    assert [x for x, _, _ in found] == sorted(x for x, _, _ in found)
    assert all(long >= LEAST_BAR and x >= 0 and x + long <= width for x, _, long in found)


def test_longer_quotes_have_longer_bars(analysis):
    rows = quote_rows(analysis, WordRuler(analysis.article.text))
    widths = [long for _, _, long in bars(ElementTree.fromstring(timeline_svg(analysis)))]
    longest = max(range(len(rows)), key=lambda n: rows[n].words)
    assert widths[longest] == max(widths)


def test_quotes_of_one_speaker_share_a_lane_and_lanes_are_eight_and_other(analysis):
    quotes = tuple(
        replace(q, speaker_name=f"Speaker {n % 12}", speaker_id=f"x{n % 12}") for n, q in enumerate(analysis.quotes)
    )
    picture = ElementTree.fromstring(timeline_svg(replace(analysis, quotes=quotes)))
    assert len({y for _, y, _ in bars(picture)}) == 9
    named = lines(picture)
    assert sum(line.startswith("Speaker ") for line in named) == 8
    assert any(line.startswith("Other speakers (") for line in named)


def test_kinds_differ_by_pattern_and_not_by_colour_alone(analysis):
    text = timeline_svg(analysis)
    assert 'fill="url(#q-mixed)"' in text
    assert 'fill="url(#q-indirect)"' in text


@pytest.mark.parametrize("dark,theme", [(False, "light"), (True, "dark")])
def test_it_stands_on_the_paper_of_its_theme(analysis, dark, theme):
    assert f'fill="{PAPER[theme]}"' in timeline_svg(analysis, dark=dark).split("<text", 1)[0]


def test_nobody_quoted_is_said(empty):
    picture = ElementTree.fromstring(timeline_svg(empty))
    assert NOBODY in lines(picture)
    assert bars(picture) == []


def test_hostile_words_stay_words(hostile):
    text = timeline_svg(hostile)
    picture = ElementTree.fromstring(text.encode())
    assert not list(picture.iter(SVG + "script"))
    assert "\u202e" not in text
    assert any("</td></bdi>" in line for line in lines(picture))


@pytest.mark.parametrize("words", ["", "Rafah", "A very long name of somebody who speaks", "一個很長的名字沒有地方寫"])
def test_words_are_cut_to_their_room(words):
    kept = fitted(words, 80, 13)
    assert kept == words or (kept.endswith("…") and width_of(kept, 13) <= 80)


@pytest.mark.skipif(not can_draw_text(), reason="no font, or no resvg-py, on this machine")
def test_the_same_picture_in_pixels(analysis):
    data = timeline_png(analysis, width=480)
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 960
