"""Plain words for counts, days and long names; what is safe in a plotly label. No Streamlit."""

import html
import re
import textwrap
from datetime import date, datetime, timedelta

NAME_WIDTH = 22  # characters of a name in a chart; the full one stands in the hover and the table
HOVER_WIDTH = 60
HOVER_LINES = 8
_WORTH_A_CUT = 0.5  # of the room: more is not given up for a whole word

QUOTE_KINDS = {"direct": "Direct", "mixed": "Mixed", "indirect": "Indirect"}
PUBLISHED_FROM = {"given": "as given", "metadata": "found in the file", "dateline": "found in the text"}


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 quote``, ``1,200 quotes``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """How often: ``once``, ``12 times``."""
    return "once" if number == 1 else f"{number:,} times"


def day(value: date) -> str:
    """``18 March 2024``, without the leading zero no platform agrees on."""
    return f"{value.day} {value:%B %Y}"


def span(first: date, last: date) -> str:
    """From one day to another; one alone where they are the same."""
    return day(first) if first == last else f"{day(first)} to {day(last)}"


_FORMS = (
    "%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d.%m.%Y",
)  # fmt: skip
_FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_BESIDE_A_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\bof\b|\bthe\b|,|(?<=\d)(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
FIRST_DAY = date(1700, 1, 1)
_AHEAD = timedelta(days=366)


A_DAY = "e.g. 19 March 2024"  # in an empty field, where the day alone would look as if it were set
NO_DAY = "“{}” is no day that can be read: write it like 19 March 2024 or 2024-03-19."


def read_day(words: str) -> date | None:
    """A day as people write it (19 March 2024, March 19, 2024, 2024-03-19, 19/3/2024); None where in doubt."""
    plain = one_line(_BESIDE_A_DAY.sub(" ", words[:60])).replace("Sept ", "Sep ").replace(". ", " ")
    found = next(filter(None, (_as(plain, form) for form in _FORMS)), None)
    if found is None and (figures := _FIGURES.fullmatch(plain)):
        first, second, year = map(int, figures.groups())
        if (first > 12) != (second > 12) or first == second:  # else nobody knows which is the month
            found = _as(f"{year}-{min(first, second)}-{max(first, second)}", "%Y-%m-%d")
    return found if found and FIRST_DAY <= found <= date.today() + _AHEAD else None


def _as(words: str, form: str) -> date | None:
    try:
        return datetime.strptime(words, form).date()
    except ValueError:
        return None


SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>\d)|H(?P<half>[12]))")


def day_words(value: str) -> str:
    """A date's value as a reader would say it, as exact as the value: ``18 March 2024``, ``March 2024``, ``1880s``."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    month = _MONTH.fullmatch(value)
    if month and 1 <= int(month[2]) <= 12:
        return f"{date(2000, int(month[2]), 1):%B} {month[1]}"
    year, _, rest = value.partition("-")
    if rest in SEASONS:
        return f"{SEASONS[rest]} {year}"
    if part := _PART_OF_YEAR.fullmatch(value):
        return _part_of_year(part)
    if re.fullmatch(r"\d{3}", value):  # ISO 8601 leaves out the last digits of a decade and of a century
        return f"{value}0s"
    return f"{_ordinal(int(value) + 1)} century" if re.fullmatch(r"\d\d", value) else value


def _part_of_year(part: re.Match[str]) -> str:
    if part["quarter"]:
        return f"{part['year']}, quarter {part['quarter']}"
    if part["half"]:
        return f"{part['year']}, {'first' if part['half'] == '1' else 'second'} half"
    return f"{part['year']}, {'weekend of ' if part['weekend'] else ''}week {int(part['week'])}"


def _ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``11th``, ``21st``."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"


def percent(share: float | None) -> str:
    """A share of one in words; neither nothing nor all where it is not."""
    if share is None:
        return ""
    return "< 1 %" if 0 < share < 0.005 else "> 99 %" if 0.995 <= share < 1 else f"{round(100 * share)} %"


def listing(items: list[str]) -> str:
    """``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


_CUT_WORD = re.compile(r"(?<=[^\W\d_]-)[ \t]*\r?\n[ \t]*(?=[a-z])")  # behind the hyphen at the end of a printed line


def one_line(text: str) -> str:
    """The text with every run of white space made one space; none where a hyphen ends a line within a word.

    The hyphen stays: whether it is the printer's (“har-bour”) or the word's own (“long-term”), nobody can tell.
    """
    return " ".join((_CUT_WORD.sub("", text) if "-" in text and "\n" in text else text).split())


def with_cut_words(text: str) -> str:
    """The text, as long as before, in which a word cut at the end of a line is shown without a gap."""
    return _CUT_WORD.sub(_nothing_seen, text)


def _nothing_seen(gap: re.Match[str]) -> str:
    return "\u200b" * len(gap[0])  # of no width; a line may end there


def shorten(text: str, width: int = NAME_WIDTH) -> str:
    """The text on one line, cut to ``width`` characters with an ellipsis, between two words where that is near."""
    line = one_line(text)
    if len(line) <= width:
        return line
    kept = line[: width - 1]
    if not line[width - 1].isspace() and len(whole := kept.rpartition(" ")[0]) >= width * _WORTH_A_CUT:
        kept = whole
    return kept.rstrip(" ,;:.(–—-“‘") + "…"


def label(text: str) -> str:
    """Text of an article made harmless for plotly, which reads <b>, <a href> and entities.

    Quotation marks stay: plotly shows ``&quot;`` as it stands.
    """
    return html.escape(text, quote=False)


def hover(text: str) -> str:
    """A passage as a few short lines for a hover box, escaped."""
    lines = textwrap.wrap(one_line(text), HOVER_WIDTH) or [""]
    if len(lines) > HOVER_LINES:
        lines = [*lines[: HOVER_LINES - 1], lines[HOVER_LINES - 1] + " …"]
    return "<br>".join(label(line) for line in lines)
