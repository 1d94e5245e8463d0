"""The examples of docs/api.md give what the page says they give."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "api.md"


def test_every_example_gives_what_the_page_says():
    done = doctest.testfile(
        str(PAGE), module_relative=False, encoding="utf-8", optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert done.attempted > 15
    assert done.failed == 0
