"""What a printed page has around and beside its text: stamps, heads, columns, initials, ligatures."""

# ruff: noqa: E501

import pytest

from pipeline.read.pdf import paragraphs
from pipeline.read.pdf_columns import Piece, column_lines

ONE = (
    "The mayor of Bergen said on Monday that the bridge would stay\nclosed until the spring, when the engineers come back."
    "\nShe told reporters that every bolt has to be looked at before\nanybody may cross it, and that she"
)
TWO = (
    "had asked the state for the money. The council meets on Friday\nto speak about it, and the baker hopes for a ferry."
    "\nHis shop has lost a third of its customers since the road was\nclosed to cars, he told the council in a letter."
)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("11/19/24, 9:41 PM Bridge stays closed - The Post", "https://www.post.example/news/bridge-123 {n}/2"),
        ("19.11.2024, 21:41 Bridge stays closed", "file:///C:/bridge.html {n}/2"),
        ("THE BERGEN POST", "Page {n} of 2"),
        ("The Bergen Post | Page {n}", "www.post.example"),
        ("The Bergen Post, Tuesday {n}", "© The Bergen Post"),
        ("", "– {n} –"),
    ],
)
@pytest.mark.parametrize("pages", [2, 4])
def test_what_stands_around_the_text_goes(head, foot, pages):
    printed = [
        f"{head.format(n=n)}\n{text}\n{foot.format(n=n)}".strip() for n, text in enumerate((ONE, TWO) * (pages // 2), 1)
    ]
    text = paragraphs(printed)
    for gone in ("Post", "9:41", "21:41", "http", "file:", "www", "Page", "of 2", "–"):
        assert gone not in text
    assert "and that she had asked the state" in text


@pytest.mark.parametrize(
    "stamp", ["11/19/24, 9:41 PM Bridge stays closed", "https://post.example/bridge 1/1", "Page 1 of 1", "1/1"]
)
def test_prints_go_on_a_single_page(stamp):
    assert paragraphs([f"{stamp}\n{ONE}"]) == paragraphs([ONE]) == paragraphs([f"{ONE}\n{stamp}"])


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("THE BERGEN POST | 3", ""),
        ("12 • News • The Bergen Post", ""),
        ("The Bergen Post | Page A3", ""),
        ("THE BERGEN POST A3", ""),
        ("B12 THE BERGEN POST", ""),
        ("THE BERGEN POST", "© 2024 The Bergen Post. All rights reserved."),
        ("The Bergen Post", "Copyright 2024 The Bergen Post"),
        ("", "© The Bergen Post"),
        ("", "The Bergen Post | 3"),
    ],
)
def test_the_paper_is_not_named_on_a_single_page(head, foot):
    assert paragraphs([f"{head}\n{ONE}\n{foot}".strip()]) == paragraphs([ONE])


@pytest.mark.parametrize(
    "line",
    [
        "BRIDGE STAYS CLOSED UNTIL SPRING",
        "20 hurt in Bergen",
        "Bergen Beat Oslo 3",
        "Mayor Olsen Shuts Bergen Road E6",
        "BERGEN POST OFFICE SHUTS THE A1",
        "20 Hurt in Bergen Times Square",
        "12 Fall Under Morning Sun",
        "3 die as boats sink in the sun",
        "Oslo | 3 dead",
        "Bergen | The mayor spoke | 3",
        "Tuesday, March 19, 2024 | The Bergen Post | 3",  # a day that the dates of the article need
        "The Bergen Post",
        "“We wait” | 3",
    ],
)
def test_a_headline_on_a_single_page_stays(line):
    assert line in paragraphs([f"{line}\n{ONE}"])


@pytest.mark.parametrize("end", ["copyright and nothing else", "and the Post | 3 of them", "12 the Post and the Times"])
def test_the_end_of_a_single_page_stays(end):
    assert paragraphs([f"{ONE}\n{end}"]).endswith(end)


def test_what_looks_like_a_print_within_the_text_stays():
    page = f"{ONE}\nSee www.post.example for more of it and for the map of the town.\n{TWO}"
    assert "www.post.example" in paragraphs([page])


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("T\nhe mayor said so.", "The mayor said so."),
        ("A\nfter the storm it rained.", "After the storm it rained."),
        ("A\nman in Oslo said a man fell.", "A man in Oslo said a man fell."),
        (
            "B R I D G E  C L O S E D\nThe mayor said on Monday that it was closed.",
            "BRIDGE CLOSED\n\nThe mayor said on Monday that it was closed.",
        ),
        ("Oﬃcials conﬁrmed the oﬀer of the ﬂat.", "Officials confirmed the offer of the flat."),
        ("X\nBoth stay.", "X\n\nBoth stay."),
    ],
)
def test_initials_headings_and_ligatures(page, text):
    assert paragraphs([page]) == text


LEFT = ["The mayor of Bergen said on", "Monday that the bridge over", "the river will stay closed", "until the spring comes,",
        "when the engineers return", "with their instruments."]  # fmt: skip
RIGHT = ["The baker near the bridge,", "whose name is Tom Olsen, had", "lost a third of his customers", "since the road was closed.",
         "“People will not walk so far", "for a loaf,” he said."]  # fmt: skip


def test_columns_drawn_line_by_line_are_read_one_after_the_other():
    pieces = [Piece(50, 740, 20, "Bridge over the river stays closed until the spring")]
    for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        pieces += [Piece(50, 700 - 14 * n, 10, left), Piece(310, 700 - 14 * n, 10, right)]
    assert column_lines(pieces) == [pieces[0].text, *LEFT, *RIGHT]
    assert column_lines(pieces[::-1]) == [pieces[0].text, *LEFT, *RIGHT]


def test_three_columns_of_unequal_length():
    columns = (LEFT, RIGHT, [f"{line} again" for line in LEFT[:5]])
    pieces = [
        Piece(50 + 170 * column, 700 - 14 * n, 9, line)
        for column, lines in enumerate(columns)
        for n, line in enumerate(lines)
    ]
    assert column_lines(pieces) == [line for lines in columns for line in lines]


def test_a_table_and_a_page_of_one_column_have_none():
    table = [Piece(50 + 100 * column, 700 - 14 * row, 10, f"{column}{row}") for row in range(9) for column in range(4)]
    assert column_lines(table) is None
    assert column_lines([Piece(50, 700 - 14 * n, 10, line) for n, line in enumerate(LEFT)]) is None
    words = [
        Piece(50 + 30 * n + len(line), 700 - 14 * row, 10, word)
        for row, line in enumerate(LEFT)
        for n, word in enumerate(line.split())
    ]
    assert column_lines(words) is None
    assert column_lines([]) is None


def test_columns_whose_lines_are_not_of_one_height():
    lines = [(x, y, line) for x, y, column in ((50, 700, LEFT), (220, 698, RIGHT), (390, 702, LEFT)) for line in column]
    down = [n for column in (LEFT, RIGHT, LEFT) for n in range(len(column))]
    pieces = [Piece(x, y - 12 * n, 9, line) for (x, y, line), n in zip(lines, down, strict=True)]
    assert column_lines(pieces) == [*LEFT, *RIGHT, *LEFT]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("T\nFerry returns\nhe ferry sailed on Monday.", "Ferry returns\n\nThe ferry sailed on Monday."),
        (
            "A\nBy Ana Olsen\nferry sailed from Bergen.\nThe ferry is old.",
            "By Ana Olsen\n\nA ferry sailed from Bergen. The ferry is old.",
        ),
        ("X\nBergen beat Oslo on Monday.", "X\n\nBergen beat Oslo on Monday."),
    ],
)
def test_an_initial_drawn_before_its_heading(page, text):
    assert paragraphs([page]) == text
