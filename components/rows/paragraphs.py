"""The paragraphs of an article, as the analysis saw them: blank lines, single line breaks, or a wrap margin."""

from dataclasses import dataclass

from pipeline.text.layout import NOT_THE_STORY, read_layout


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its characters, white space trimmed; aside: whether it is a byline, a credit or a page's furniture."""

    start: int
    end: int
    aside: bool = False


def paragraphs(text: str) -> list[Paragraph]:
    """Every paragraph in order."""
    return [Paragraph(block.start, block.end, block.kind in NOT_THE_STORY) for block in read_layout(text).blocks]
