"""The quote timeline as one SVG picture: for the report, for print, for a slide. No Streamlit."""

from collections import Counter
from dataclasses import dataclass

from components.charts.quotes import DRAWN, lanes_of, quote_words
from components.charts.svg import WIDER, Look, fitted, fixed_look, line, rect, svg, text, width_of
from components.formatting import QUOTE_KINDS, count, one_line, shorten
from components.palette import SERIF
from components.rows.article import QuoteRow, WordRuler, quote_rows
from components.rows.headline import title_of
from pipeline.model import Analysis

LANE, BAR = 36, 20  # pixels
NAME_ROOM = 0.3  # of the width, at most, for the speakers' names
NARROW = 560  # pixels; below, a name stands above its lane
LEAST_BAR = 3
NOBODY = "This article quotes nobody: no words in quotation marks and no reported speech were found."


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the lanes are: left and right end of the article, top and height of a lane, how far down its bar."""

    left: float
    right: float
    top: float
    lane: int
    down: int

    def x(self, share: float) -> float:
        return self.left + share * (self.right - self.left)


def timeline_svg(analysis: Analysis, *, dark: bool = False, width: int = 960) -> str:
    """A picture that stands alone, with its title and legend; an article without quotes says so."""
    look = fixed_look("dark" if dark else "light")
    ruler = WordRuler(analysis.article.text)
    return timeline(quote_rows(analysis, ruler), ruler.length, look, width=width, heading=_heading(analysis))


def timeline(rows: list[QuoteRow], length: int, look: Look, *, width: int, heading: str = "") -> str:
    """One lane a speaker; the bar stands where the quote stands and is as long."""
    top = 44.0 if heading else 0.0
    parts = [text(12, 30, fitted(heading, width - 24, 19), look.ink, size=19, extra=_BOLD)] if heading else []
    if not rows:
        parts.append(text(12, top + 24, NOBODY, look.muted))
        return svg([*_paper(look, width, top + 44), *parts], width=width, height=top + 44, title=_TITLE, words=NOBODY)
    lanes = list(dict.fromkeys(lanes_of(rows).values()))
    frame = _frame(rows, lanes, top, width)
    bottom = frame.top + frame.lane * len(lanes)
    parts += _legend(rows, look, top)
    parts += _axis(frame, bottom, length, look)
    parts += _names(rows, lanes, frame, look, width)
    parts += _bars(rows, lanes, length, frame, look)
    height = bottom + 44
    paper = _paper(look, width, height) if heading else []
    return svg([_patterns(look), *paper, *parts], width=width, height=height, title=_TITLE, words=_words(rows))


_TITLE = "Timeline of the quotes"
_BOLD = f'font-weight="700" font-family="{SERIF}"'


def _words(rows: list[QuoteRow]) -> str:
    return one_line(quote_words(rows))


def _heading(analysis: Analysis) -> str:
    return f"Who is quoted in “{shorten(title_of(analysis.article), 90)}”"


def _paper(look: Look, width: int, height: float) -> list[str]:
    return [rect(0, 0, width, height, look.paper)]


def _frame(rows: list[QuoteRow], lanes: list[str], top: float, width: int) -> _Frame:
    if width < NARROW:
        return _Frame(1, width - 1, top + 26, LANE + 14, 22)
    times = _times(rows)
    longest = max(width_of(f"{lane} ({times[lane]})", 13) for lane in lanes)
    return _Frame(min(longest, NAME_ROOM * width) * WIDER + 24, width - 16, top + 26, LANE, (LANE - BAR) // 2)


def _times(rows: list[QuoteRow]) -> Counter[str]:
    lanes = lanes_of(rows)
    return Counter(lanes[row.speaker] for row in rows)


def _legend(rows: list[QuoteRow], look: Look, top: float) -> list[str]:
    x, parts = 2.0 if not top else 12.0, []
    for kind, words in QUOTE_KINDS.items():
        if number := sum(row.kind == kind for row in rows):
            label = f"{words} {number:,}"
            parts += [_bar(x, top + 2, 22, 12, kind, look), text(x + 28, top + 12.5, label, look.muted, size=12)]
            x += 28 + width_of(label, 12) + 18
    return parts


def _axis(frame: _Frame, bottom: float, length: int, look: Look) -> list[str]:
    parts = []
    for share, words, anchor in ((0, "start", "start"), (0.5, "middle", "middle"), (1, "end", "end")):
        x = frame.x(share)
        at = f'text-anchor="{anchor}"'
        parts += [
            line(x, frame.top, x, bottom + 5, look.rule),
            text(x, bottom + 18, words, look.muted, size=12, extra=at),
        ]
    title = f"Position in the article, of {count(length, 'word')}"
    at = 'text-anchor="middle"'
    return [*parts, text(frame.x(0.5), bottom + 36, title, look.muted, size=12, extra=at)]


def _names(rows: list[QuoteRow], lanes: list[str], frame: _Frame, look: Look, width: int) -> list[str]:
    times, parts, narrow = _times(rows), [], width < NARROW
    for n, lane in enumerate(lanes):
        y = frame.top + n * frame.lane
        number = f" ({times[lane]:,})"
        room = (width - 8 if narrow else (frame.left - 14) / WIDER) - width_of(number, 13)
        words = fitted(one_line(lane), room, 13) + number
        parts.append(line(0 if narrow else frame.left, y, frame.right, y, look.rule))
        if narrow:
            parts.append(text(2, y + 16, words, look.ink))
        else:
            parts.append(text(frame.left - 10, y + LANE / 2 + 4.5, words, look.ink, extra='text-anchor="end"'))
    return parts


def _bars(rows: list[QuoteRow], lanes: list[str], length: int, frame: _Frame, look: Look) -> list[str]:
    lane_of, parts = lanes_of(rows), []
    longest = sorted(rows, key=lambda row: -row.words)[:DRAWN]
    for row in sorted(longest, key=lambda row: row.position):
        x = frame.x(min(row.position / length, 1))
        long = max(frame.x(min((row.position + row.words) / length, 1)) - x, LEAST_BAR)
        y = frame.top + lanes.index(lane_of[row.speaker]) * frame.lane + frame.down
        tip = f"{row.speaker}, {QUOTE_KINDS[row.kind].lower()}, {count(row.words, 'word')}: {shorten(row.text, 160)}"
        parts.append(_bar(min(x, frame.right - long), y, long, BAR, row.kind, look, tip=tip))
    return parts


def _bar(x: float, y: float, width: float, height: float, kind: str, look: Look, *, tip: str = "") -> str:
    fill = look.quotes["direct"] if kind == "direct" else f"url(#q-{kind}{look.id})"
    edge = f'stroke="{look.paper}" stroke-width="1"' if tip else ""
    return rect(x, y, width, height, fill, extra=edge, tip=tip)


def _patterns(look: Look) -> str:
    """Stripes and dots, so that the kinds are told apart without colour."""
    box = 'width="6" height="6" patternUnits="userSpaceOnUse"'
    mixed, indirect = look.quotes["mixed"], look.quotes["indirect"]
    return (
        f'<defs><pattern id="q-mixed{look.id}" {box} patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="{mixed}"/><rect width="2" height="6" fill="{look.paper}"/></pattern>'
        f'<pattern id="q-indirect{look.id}" {box}><rect width="6" height="6" fill="{indirect}"/>'
        f'<circle cx="3" cy="3" r="1.3" fill="{look.paper}"/></pattern></defs>'
    )
