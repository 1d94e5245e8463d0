"""Days named by their weekday."""

from datetime import timedelta

from pipeline.dates.context import Setting
from pipeline.dates.grammar import Hit
from pipeline.dates.period import DAY, WEEK, Moment


def weekday(hit: Hit, setting: Setting) -> Moment | None:
    """Monday: the latest, publication day included; the coming one where the verb looks ahead."""
    here = setting.now(DAY)
    if not here:
        return None
    wanted = hit.number("weekday", "wdayabbr") or 0
    back = (here.first.weekday() - wanted) % 7
    if setting.direction(hit) > 0 and back:
        return here.shift(7 - back)
    return here.shift(-back)


def weekday_relative(hit: Hit, setting: Setting) -> Moment | None:
    """Last Monday, next Monday, this Monday."""
    here = setting.now(DAY)
    step = hit.number("last", "next", "this", "coming", "past") or 0
    if not here:
        return None
    back = (here.first.weekday() - (hit.number("weekday", "wdayabbr") or 0)) % 7
    if hit.value("past") is not None or step < 0:
        return here.shift(-(back or 7))
    if hit.value("coming") is not None or step > 0:
        return here.shift(7 - back)
    return here.shift(-back) if setting.direction(hit) < 0 or not back else here.shift(7 - back)


def weekday_of(hit: Hit, setting: Setting) -> Moment | None:
    """Monday of last week."""
    week = setting.now(WEEK)
    if not week or hit.value("unit") != WEEK:
        return None
    there = week.shift(hit.number("last", "next", "this") or 0)
    return Moment(there.first + timedelta(days=hit.number("weekday", "wdayabbr") or 0), DAY) if there else None


def weekday_range(hit: Hit, setting: Setting) -> Moment | None:
    """The Friday of "from Monday to Friday": the one behind the Monday."""
    if not setting.anchor or setting.anchor.unit != DAY or setting.direction(hit) < 0:
        return weekday(hit, setting)
    ahead = ((hit.number("weekday") or 0) - setting.anchor.first.weekday()) % 7
    return setting.anchor.shift(ahead)


def that_weekday(hit: Hit, setting: Setting) -> Moment | None:
    """That Monday, the following Monday."""
    if not setting.anchor or setting.anchor.unit not in (DAY, WEEK):
        return None
    base = setting.anchor.first
    ahead = ((hit.number("weekday", "wdayabbr") or 0) - base.weekday()) % 7
    if hit.value("following") is not None:
        return Moment(base + timedelta(days=ahead or 7), DAY)
    if hit.value("previous") is not None:
        return Moment(base - timedelta(days=7 - ahead), DAY)
    return Moment(base + timedelta(days=ahead), DAY) if ahead == 0 or setting.anchor.unit == WEEK else None


READERS = {
    "weekday": weekday,
    "weekday_relative": weekday_relative,
    "weekday_of": weekday_of,
    "that_weekday": that_weekday,
    "weekday_range": weekday_range,
}
