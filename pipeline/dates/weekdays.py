"""Days named by their weekday."""

from dataclasses import replace
from datetime import timedelta

from pipeline.dates.context import DateContext, after_tag, head_token
from pipeline.dates.grammar import DateMatch
from pipeline.dates.narrative import in_story
from pipeline.dates.period import DAY, WEEK, CalendarPeriod
from pipeline.dates.tokens import codes

# Of what stands behind a week told of in its own right: "said Tuesday this week would be hard", "this week's vote".
_NOT_OF_A_WEEK = frozenset({"MD", "VBD", "VBZ", "VBP", "VB", "POS"})
_AT_HAND = 2  # days to a weekday that needs no "next"


def weekday(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Monday: the latest, publication day included; the coming one where the verb looks ahead."""
    here = context.now(DAY)
    if is_any(match, context):  # "sleep on a Sunday"; but "on 5 August 2010, a Thursday" names the day again
        between = match.tokens.text[context.anchor_end : match.start].split()
        return context.anchor if between in ([",", "a"], [",", "an"]) else None
    if not here or (context.narrative and in_story(match, context)):
        return None
    wanted = match.number("weekday", "wdayabbr") or 0
    if (step := _week_beside(match, context)) is not None:
        monday = here.first - timedelta(days=here.first.weekday())
        return CalendarPeriod(monday + timedelta(days=7 * step + wanted), DAY)
    back = (here.first.weekday() - wanted) % 7
    if context.direction(match) > 0 and back:
        return here.shift(7 - back)
    return here.shift(-back)


def _week_beside(match: DateMatch, context: DateContext) -> int | None:
    """The -1 of "on Tuesday last week" and of "last week on Tuesday"; None where no week stands beside the day."""
    classes, values = match.tokens.classes, match.tokens.values
    steps, unit = {codes()[name] for name in ("last", "next", "this")}, codes()["unit"]
    behind = match.stop
    if classes[behind : behind + 1] in steps and classes[behind + 1 : behind + 2] == unit:
        token = head_token(replace(match, stop=behind + 2), context)
        told = token is None or after_tag(token) in _NOT_OF_A_WEEK
        return None if told or values[behind + 1] != WEEK else int(values[behind])
    before = match.first - 1
    if before > 1 and classes[before] == codes()["on"] and classes[before - 1] == unit and classes[before - 2] in steps:
        return int(values[before - 2]) if values[before - 1] == WEEK else None
    return None


def is_any(match: DateMatch, context: DateContext) -> bool:
    """Whether a weekday has "a" before it and stands for any day of its name: a quiet Thursday evening."""
    token = head_token(match, context)
    if token is None or (token.dep_ in ("compound", "nmod", "npadvmod", "amod") and token.head.i > token.i):
        return False  # "a Monday interview" was on the Monday
    return any(child.lower_ in ("a", "an") for child in token.children)


def weekday_in_step(match: DateMatch, context: DateContext, step: int) -> CalendarPeriod | None:
    """The first such weekday behind the publication day, or with a step of -1 the last one before it."""
    here = context.now(DAY)
    if not here:
        return None
    back = (here.first.weekday() - (match.number("weekday", "wdayabbr") or 0)) % 7
    return here.shift(7 - back if step > 0 else -(back or 7))


def weekday_relative(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Last Monday, next Monday, this Monday."""
    here = context.now(DAY)
    step = match.number("last", "next", "this", "coming", "past") or 0
    if not here:
        return None
    back = (here.first.weekday() - (match.number("weekday", "wdayabbr") or 0)) % 7
    if match.value("past") is not None or step < 0:
        return here.shift(-(back or 7))
    if match.value("coming") is not None:
        return here.shift(7 - back)
    if step > 0:  # nobody calls tomorrow "next Thursday", nor the day after
        return here.shift(7 - back if 7 - back > _AT_HAND else 14 - back)
    return here.shift(-back) if context.direction(match) < 0 or not back else here.shift(7 - back)


def weekday_of(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """Monday of last week."""
    week = context.now(WEEK)
    if not week or match.value("unit") != WEEK:
        return None
    there = week.shift(match.number("last", "next", "this") or 0)
    return (
        CalendarPeriod(there.first + timedelta(days=match.number("weekday", "wdayabbr") or 0), DAY) if there else None
    )


def weekday_range(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """The Friday of "from Monday to Friday": the one behind the Monday."""
    if not context.anchor or context.anchor.unit != DAY or context.direction(match) < 0:
        return weekday(match, context)
    ahead = ((match.number("weekday") or 0) - context.anchor.first.weekday()) % 7
    return context.anchor.shift(ahead)


def that_weekday(match: DateMatch, context: DateContext) -> CalendarPeriod | None:
    """That Monday, the following Monday."""
    if not context.anchor or context.anchor.unit not in (DAY, WEEK):
        return None
    base = context.anchor.first
    ahead = ((match.number("weekday", "wdayabbr") or 0) - base.weekday()) % 7
    if match.value("following", "after") is not None:
        return CalendarPeriod(base + timedelta(days=ahead or 7), DAY)
    if match.value("previous", "before") is not None:
        return CalendarPeriod(base - timedelta(days=7 - ahead), DAY)
    return CalendarPeriod(base + timedelta(days=ahead), DAY) if ahead == 0 or context.anchor.unit == WEEK else None


READERS = {
    "weekday": weekday,
    "weekday_relative": weekday_relative,
    "weekday_of": weekday_of,
    "that_weekday": that_weekday,
    "weekday_range": weekday_range,
}
