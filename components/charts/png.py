"""A picture as PNG, for slides and mail; needs resvg-py and one font on the machine. No Streamlit."""

from functools import cache

from components.charts.quotes_svg import timeline_svg
from pipeline.model import Analysis

ZOOM = 2  # sharp on a screen of today
_LETTER = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="2" y="16">H</text></svg>'


@cache
def can_draw_text() -> bool:
    """Whether names would show: a server may have no font, and a picture without names is none."""
    try:
        from resvg_py import svg_to_bytes  # here, as most visits make no picture
    except ImportError:
        return False
    return bytes(svg_to_bytes(svg_string=_LETTER)) != bytes(svg_to_bytes(svg_string=_LETTER, skip_system_fonts=True))


def png(svg: str) -> bytes:
    """A picture of ours as pixels."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=svg, zoom=ZOOM))


def timeline_png(analysis: Analysis, *, dark: bool = False, width: int = 960) -> bytes:
    """The quote timeline as pixels, the same picture as the SVG."""
    return png(timeline_svg(analysis, dark=dark, width=width))
