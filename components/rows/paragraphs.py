"""The paragraphs of an article, as the analysis saw them: blank lines, single line breaks, or a wrap margin."""

from components.rows.article import Span
from pipeline.text.layout import read_layout


def paragraphs(text: str) -> list[Span]:
    """The characters of each paragraph, white space trimmed, in order."""
    return [(block.start, block.end) for block in read_layout(text).blocks]
