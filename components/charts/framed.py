"""A drawing as a picture to hand on: white paper, a headline that says the finding, a source line. No Streamlit."""

import re

from components.charts.svg import Look, rect, svg, text, width_of
from components.palette import SERIF

PAD = 24  # pixels round the picture
_HEAD, _FOOT = 22, 12  # sizes of type
_VIEW = re.compile(r'viewBox="0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)"')
_SIZE = re.compile(r'(<svg\b[^>]{0,300}?) (?:width="[^"]{0,20}" height="[^"]{0,20}"|style="[^"]{0,300}")')
_BOLD = f'font-weight="700" font-family="{SERIF}"'
PAPER = "#FFFFFF"


def framed(drawing: str, *, headline: str, source: str, look: Look) -> str:
    """The drawing, one of our own ``svg`` elements, below its headline and above its source."""
    view = _VIEW.search(drawing)
    width, height = (float(view[1]), float(view[2])) if view else (900.0, 500.0)
    head, foot = wrapped(headline, width, _HEAD), wrapped(source, width, _FOOT)
    top = PAD + len(head) * _HEAD * 1.25 + 12
    bottom = top + height + 14
    inner = _SIZE.sub(r"\1", drawing, count=1)
    inner = inner.replace("<svg ", f'<svg x="{PAD}" y="{top:g}" width="{width:g}" height="{height:g}" ', 1)
    parts = [rect(0, 0, width + 2 * PAD, bottom + len(foot) * _FOOT * 1.4 + PAD, PAPER)]
    parts += [
        text(PAD, PAD + _HEAD * (1.25 * n + 0.9), one, look.ink, size=_HEAD, extra=_BOLD) for n, one in enumerate(head)
    ]
    parts.append(inner)
    parts += [text(PAD, bottom + _FOOT * (1.4 * n + 1), one, look.muted, size=_FOOT) for n, one in enumerate(foot)]
    return svg(
        parts, width=round(width + 2 * PAD), height=bottom + len(foot) * _FOOT * 1.4 + PAD, title=headline, words=source
    )


def wrapped(words: str, room: float, size: float) -> list[str]:
    """The words on lines that fit; nothing is cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]
