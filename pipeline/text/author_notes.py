"""The lines at the foot of an article that tell who its author is: "Mira Dolan is a reporter for the Valley Post."."""

import re
from collections.abc import Sequence

from pipeline.text.credits import credit_kind

_FOOT = 4  # paragraphs from the end
_LONGEST = 400  # characters
_NAME = r"[A-Z][\w.'’-]+"
_NOTE = re.compile(
    rf"(?P<first>{_NAME})(?: {_NAME}){{0,2}} (?P<last>{_NAME}),?(?: [^.!?,]{{2,60}},)?"
    r" (?P<verb>is|covers|writes|reports|edits|teaches|has (?:covered|written|reported))\b"
    r"(?P<rest>[^“”\"]*+(?:[“\"][^“”\"]+[”\"]\W*+)?)\Z"
)
_OF_PAPER = re.compile(
    r"\b(?:reporter|writer|journalist|editor|correspondent|columnist|author|co-author|fellow|professor|lecturer|contributor"
    r"|freelance|critic|newsletter|photographer|bureau chief|scientist|economist|ambassador|director"
    r"|researcher|scholar|historian|analyst|commentator|podcast)s?\b"
)
_OF_AUTHORS = ("covers", "writes", "reports", "edits", "has covered", "has written", "has reported")
_UNNAMED = re.compile(
    r"The (?:writer|author|columnist)s? (?:is|are|was|were) (?:a|an|the|professor|senior|former|director)\b"
)


def notes_on_authors(paragraphs: Sequence[str], around: set[int]) -> set[int]:
    """The numbers of the paragraphs at the foot that present the author; around: what is known to be no story.

    The one presented is named nowhere in the story: whoever is named there may be one whom it is about.
    """
    found: set[int] = set()
    foot = [n for n in range(len(paragraphs) - 1, 0, -1) if n not in around and not credit_kind(paragraphs[n])]
    for n in foot[:_FOOT]:
        if not _presents(paragraphs[n]) or _is_of_the_story(paragraphs, n, around | found):
            break
        found.add(n)
    return found


def _presents(words: str) -> bool:
    if len(words) > _LONGEST:
        return False
    note = _NOTE.match(words)
    if note is None:
        return _UNNAMED.match(words) is not None
    return note["verb"] in _OF_AUTHORS or _OF_PAPER.search(note["rest"]) is not None


def _is_of_the_story(paragraphs: Sequence[str], number: int, around: set[int]) -> bool:
    """Whether the story names the one presented."""
    note = _NOTE.match(paragraphs[number])
    if note is None:
        return False
    surname = re.compile(rf"\b{re.escape(note['last'])}\b")
    others = (n for n in range(len(paragraphs)) if n != number and n not in around and not credit_kind(paragraphs[n]))
    return any(surname.search(paragraphs[n]) for n in others)
