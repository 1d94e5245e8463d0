"""The paragraphs of an article as the analysis divides them: at blank lines or line breaks, wrapped lines joined."""

from dataclasses import dataclass

from pipeline.text.layout import NOT_THE_STORY, read_layout


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its characters, without white space at its ends; aside: a byline, a credit or page furniture."""

    start: int
    end: int
    aside: bool = False


def paragraphs(text: str) -> list[Paragraph]:
    """Every paragraph in order."""
    return [Paragraph(block.start, block.end, block.kind in NOT_THE_STORY) for block in read_layout(text).blocks]
