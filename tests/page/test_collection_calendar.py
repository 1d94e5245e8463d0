"""The calendars of a collection: what is known to the day is never measured in hours."""

from datetime import date, timedelta

import pytest

from components.charts.collection import NameBar, days_figure, names_figure
from components.rows.collection import DayCount

DAY = 86_400_000  # milliseconds
FIRST = date(2024, 5, 6)


def quotes(days):
    return [DayCount(FIRST + timedelta(days=n), "key", "Akinyi Were", 1, 12) for n in range(days)]


def bars(days):
    last = FIRST + timedelta(days=days - 1)
    return [NameBar("busia", "Busia", 2, "2", "#000000", FIRST, last, "Busia")]


@pytest.mark.parametrize("days", [1, 2, 5, 8])
def test_a_few_days_of_quotes_have_a_tick_each(days):
    axis = days_figure(quotes(days), "day", theme="light").layout.xaxis
    assert axis.dtick == DAY
    assert "%H" not in axis.tickformat


def test_many_days_of_quotes_have_as_many_ticks_as_there_is_room_for():
    assert days_figure(quotes(60), "day", theme="light").layout.xaxis.dtick is None


@pytest.mark.parametrize("days, tick", [(2, DAY), (3, DAY), (40, None)])
def test_first_and_last_days_of_names_are_days_too(days, tick):
    assert names_figure(bars(days), title="Articles that name it", theme="dark").layout.xaxis2.dtick == tick


def test_months_stand_in_two_lines_and_are_few_enough_for_a_telephone():
    axis = days_figure(quotes(400), "week", theme="light").layout.xaxis
    assert axis.nticks <= 6
    assert axis.tickformatstops[0].value == "%b\n%Y"
