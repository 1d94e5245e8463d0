"""The reference day for dates without a year: the day of publication, or the current day of a story told.

News counts from its publication. History, and a paragraph about something long past, is told in order: a
day, a month or a season without a year lies in the year of the date told before it.
"""

from collections.abc import Callable, Sequence
from datetime import date

from pipeline.dates.context import DateContext, years_around
from pipeline.dates.grammar import DateMatch
from pipeline.dates.period import DAY, MONTH, YEAR, CalendarPeriod
from pipeline.dates.tokens import codes

_FEWEST_YEARS = 4  # dates with a year long past that make an article a narrative
_SHARE = 0.6  # of all dates with a year
_NEWS = frozenset({"deictic", "weekday", "weekday_relative", "this_part", "unit_relative", "ago", "quarter_relative"})
_NEWS_SHARE = 0.25  # so many dates told from the day of publication for each date with a year long past
_TURN_OF_YEAR = 92  # days: "On Nov. 3, 1998, ... On Jan. 5, ..." goes on in 1999
_AT_HAND = 61  # days: what is so near to the publication is told from it
_FLASHBACK = 200  # days: a narrative does not go further back within a year; it has gone on to the next
_LONGEST = 500  # letters of a paragraph
_NEARER = 4  # how many times nearer to the story than to the publication a day must lie


def is_narrative(matches: Sequence[DateMatch], published: date | None) -> bool:
    """Whether the article's own dates tell of years long past and hardly of the days before its publication."""
    years = [year for match in matches if (year := match.number("year"))]
    long_past = [year for year in years if published is None or year < published.year - 1]
    news = sum(match.reader in _NEWS for match in matches)
    return len(long_past) >= max(_FEWEST_YEARS, _SHARE * len(years), news / _NEWS_SHARE)


def from_story(
    make: Callable[[int], CalendarPeriod | None], match: DateMatch, context: DateContext
) -> CalendarPeriod | None:
    """The period in the year of the story, if the date belongs to the story; else None."""
    story = context.story
    if story is None or (context.present_end and not _paragraphs(context.present_end, match)):
        return None
    if context.narrative:
        if context.present_end and context.direction(match) > 0 and not in_story(match, context):
            return None  # "is due to be published in May"
        return _next_in_narrative(make, story, context.published)
    found = _next_in_paragraph(make, story)
    if found is None or story.unit not in (DAY, MONTH) or context.direction(match) > 0:
        return None
    paragraphs = _paragraphs(context.story_end, match)
    long_ago = context.published is None or story.first.year < context.published.year - 1
    near = context.choose((make(year) for year in years_around(context)), match)
    if context.published and near and not 0 <= (context.published - near.first).days <= _AT_HAND:
        long_ago = long_ago or (found.first - story.first).days <= _TURN_OF_YEAR  # "In May 2023 ... In June ..."
    if paragraphs == 0 and long_ago and match.start - context.story_end <= _LONGEST:  # as a text in one line has some
        return found
    if paragraphs > 1 or context.published is None:
        return None
    to_story = (found.first - story.first).days
    return found if near is None or to_story * _NEARER < abs((context.published - near.first).days) else None


def in_story(match: DateMatch, context: DateContext) -> bool:
    """Whether the paragraph has told a day or month of the story before this date."""
    story = context.story
    return story is not None and story.unit in (DAY, MONTH) and not _paragraphs(context.story_end, match)


def _paragraphs(offset: int, match: DateMatch) -> int:
    """How many paragraphs end between an offset and a date: none, one, or two for any more."""
    stop, classes = codes()["stop"], match.tokens.classes
    first = classes.find(stop, match.tokens.at(offset), match.first)
    return 0 if first < 0 else 1 if classes.find(stop, first + 1, match.first) < 0 else 2


def _next_in_paragraph(make: Callable[[int], CalendarPeriod | None], story: CalendarPeriod) -> CalendarPeriod | None:
    """The first such period at or behind the story's day, in its year or soon after the turn of the year."""
    found = make(story.first.year)
    if found is None or found.last >= story.first:
        return found
    later = make(story.first.year + 1)
    return later if later and (later.first - story.first).days <= _TURN_OF_YEAR else None


def _next_in_narrative(
    make: Callable[[int], CalendarPeriod | None], story: CalendarPeriod, published: date | None
) -> CalendarPeriod | None:
    """The period in the story's year; in the next year where it would lie far back in this one."""
    found = make(story.first.year)
    if found and story.unit != YEAR and (story.first - found.last).days > _FLASHBACK:
        found = make(story.first.year + 1)
    return found if found and (published is None or found.first <= published) else None


def keep_story(read: CalendarPeriod, match: DateMatch, context: DateContext) -> None:
    """Move the story's day on to a date that was read, or end the story where the article turns to the present."""
    told_year = match.number("year") is not None or match.reader == "numeric_day"
    past = context.published is None or read.first.year < context.published.year
    if match.reader in _NEWS and (context.published is None or read.first.year >= context.published.year - 1):
        context.present_end = match.end
    if read.unit in ("decade", "century") or _ends_a_range(match):
        return
    if context.narrative:
        if read.last < (context.published or date.max) and match.reader not in _NEWS:
            context.story, context.story_end = read, match.end
    elif (told_year and past) or (context.story and read.first >= context.story.first and past and not told_year):
        context.story, context.story_end = read, match.end
    else:
        context.story = None


def _ends_a_range(match: DateMatch) -> bool:
    """Whether this is the 1863 of "1861-1863": the story that follows begins in 1861."""
    before = match.tokens.classes[match.first - 1 : match.first]
    return match.reader in ("bare_year", "year_tail") and before in (codes()["hyphen"], codes()["to"])
