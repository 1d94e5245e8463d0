"""What the charts say, read off fig.data and fig.layout."""

from datetime import date

import pytest

from components.charts.entities import SHOWN, entity_alt, entity_figure
from components.charts.quotes import DRAWN, LANES, calendar_figure, days_said, lanes_of, quote_alt, quote_figure
from components.palette import KINDS, QUOTE_PATTERN
from components.rows.article import QuoteRow, WordRuler, entity_rows, quote_rows

PEOPLE = KINDS[0]


@pytest.fixture
def ruler(analysis):
    return WordRuler(analysis.article.text)


@pytest.fixture
def entities(analysis, ruler):
    return entity_rows(analysis, ruler)


@pytest.fixture
def quotes(analysis, ruler):
    return quote_rows(analysis, ruler)


def quote(n, speaker, *, words=5, kind="direct", said_on=None, text="Well."):
    return QuoteRow(f"q{n}", speaker, speaker, text, kind, n * 10, words, said_on, None)


def test_a_bar_for_each_entity_and_a_tick_for_each_mention(analysis, entities, ruler):
    bars, ticks = entity_figure(entities, ruler.length, theme="light").data
    assert list(bars.x) == [row.count for row in entities]
    assert [id for (id,) in bars.customdata] == [row.id for row in entities]
    assert len(ticks.x) == len(analysis.mentions)


def test_bars_take_the_colour_of_their_kind_and_theme(entities, ruler):
    light, dark = (entity_figure(entities, ruler.length, theme=t).data[0] for t in ("light", "dark"))
    at = next(n for n, row in enumerate(entities) if row.kind == PEOPLE)
    assert (light.marker.color[at], dark.marker.color[at]) == (PEOPLE.light, PEOPLE.dark)


def test_a_long_list_is_cut_at_the_most_named(entities, ruler):
    many = [entities[0]] * (SHOWN + 10)
    assert len(entity_figure(many, ruler.length, theme="light").data[0].x) == SHOWN


def test_a_choice_made_elsewhere_is_marked(entities, quotes, ruler):
    assert entity_figure(entities, 10, theme="light").data[0].selectedpoints is None
    chosen = entity_figure(entities, ruler.length, theme="light", chosen=[entities[2].id])
    assert list(chosen.data[0].selectedpoints) == [2]
    traces = quote_figure(quotes, ruler.length, theme="light", chosen=[quotes[0].id]).data
    assert [list(trace.selectedpoints) for trace in traces] == [[0], [], []]


def test_each_quote_lies_where_it_stands_and_is_as_long(quotes, ruler):
    bars = {c[0]: (b, x) for t in quote_figure(quotes, ruler.length, theme="dark").data
            for c, b, x in zip(t.customdata, t.base, t.x, strict=True)}  # fmt: skip
    assert bars == {row.id: (row.position, row.words) for row in quotes}


def test_kinds_of_quote_differ_in_colour_and_in_pattern(quotes, ruler):
    traces = quote_figure(quotes, ruler.length, theme="light").data
    assert len({trace.marker.color for trace in traces}) == 3
    assert {trace.marker.pattern.shape for trace in traces} == set(QUOTE_PATTERN.values())


def test_eight_speakers_have_lanes_and_the_rest_share_one():
    rows = [quote(n, f"Speaker {n}", words=50 - n) for n in range(20)]
    lanes = lanes_of(rows)
    assert len(set(lanes.values())) == LANES + 1
    assert lanes["Speaker 0"] == "Speaker 0"
    assert lanes["Speaker 19"] == "Other speakers"


def test_nobody_is_called_other_when_there_is_room():
    rows = [quote(n, f"Speaker {n}") for n in range(LANES + 1)]
    assert "Other speakers" not in lanes_of(rows).values()


def test_the_unattributed_keep_a_lane_at_the_bottom():
    rows = [quote(n, f"Speaker {n}", words=50) for n in range(20)] + [quote(30, "Not clear who")]
    assert list(lanes_of(rows).values())[-1] == "Not clear who"


def test_ten_thousand_quotes_draw_the_longest():
    rows = [quote(n, f"S{n % 12}", words=1 + n % 50) for n in range(10_000)]
    figure = quote_figure(rows, 100_000, theme="light")
    assert sum(len(trace.x) for trace in figure.data) == DRAWN
    assert min(min(trace.x) for trace in figure.data if trace.x) > 40


def test_the_calendar_has_the_dated_quotes_only():
    rows = [quote(1, "A", said_on=date(2024, 3, 18)), quote(2, "A", said_on=date(2024, 3, 18)), quote(3, "B")]
    figure = calendar_figure(rows, theme="light")
    dots = figure.data[0]
    assert list(dots.x) == ["2024-03-18", "2024-03-18"]
    assert dots.y[0] != dots.y[1]
    assert days_said(rows) == [date(2024, 3, 18)]


@pytest.mark.parametrize(
    "build", [lambda r: quote_figure(r, 10, theme="light"), lambda r: entity_figure([], 10, theme="light")]
)
def test_no_rows_make_an_empty_figure(build):
    assert all(len(trace.x or ()) == 0 for trace in build([]).data)


def test_names_and_quotes_reach_plotly_escaped(hostile):
    ruler = WordRuler(hostile.article.text)
    for figure in (
        entity_figure(entity_rows(hostile, ruler), ruler.length, theme="light"),
        quote_figure(quote_rows(hostile, ruler), ruler.length, theme="light"),
    ):
        written = [*figure.layout.yaxis.ticktext, *(text for trace in figure.data for text in trace.hovertext or ())]
        assert written
        assert not any("<script" in text or "<img" in text or "<a " in text for text in written)
        assert all("<" not in text.replace("<br>", "").replace("<b>", "").replace("</b>", "") for text in written)


def test_article_text_is_never_a_plotly_template(hostile):
    ruler = WordRuler(hostile.article.text)
    figure = quote_figure(quote_rows(hostile, ruler), ruler.length, theme="light")
    assert {trace.hovertemplate for trace in figure.data} == {"%{hovertext}<extra></extra>"}


def test_alt_texts_carry_the_message(entities, quotes, ruler):
    assert "Rafah" in entity_alt(entities) or "Mara Ellund" in entity_alt(entities)
    assert "5 quotes by 4 speakers" in quote_alt(quotes)
    assert "Mara Ellund (2 quotes" in quote_alt(quotes)


def test_charts_cannot_be_zoomed_or_dragged(entities, quotes, ruler):
    for figure in (entity_figure(entities, 10, theme="light"), quote_figure(quotes, ruler.length, theme="light")):
        assert figure.layout.dragmode is False
        assert all(axis.fixedrange for axis in figure.select_xaxes())
