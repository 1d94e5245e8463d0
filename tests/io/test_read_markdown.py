"""Markdown → what a reader sees."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devtools.processor import grows_with_the_text
from pipeline.read.markdown import plain, read_markdown

DAY = date(2024, 3, 18)


@pytest.mark.parametrize(
    "marked, text",
    [
        ("He **said** _no_.", "He said no."),
        ("[Mira](http://x.example/a_b) left", "Mira left"),
        ("![map](m.png) and text", "and text"),
        ("[![alt](i.png)](x) text", "text"),
        ("> “Quoted,” she said.", "“Quoted,” she said."),
        ("- one\n- two", "one\ntwo"),
        ("1. one\n2. two", "one\ntwo"),
        ("use `make run`", "use make run"),
        ("The ==mayor of Bergen== left on the 10^th^ by H~2~O.", "The mayor of Bergen left on the 10th by H2O."),
        ("if a == b and b == c", "if a == b and b == c"),
        ("a==b==c and `==x==` and ~5 km, 2^3 or 4^2", "a==b==c and ==x== and ~5 km, 2^3 or 4^2"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("a \\*star\\*", "a *star*"),
        ("<b>bold</b> x<br>", "bold x"),
        ("text <!-- hidden\nlines --> more", "text  more"),
        ("x < 5 and y > 3", "x < 5 and y > 3"),
        ("two\n\n---\n\nparts", "two\n\nparts"),
        ("- 5 people left", "5 people left"),
        ("In 1999. It rained.", "In 1999. It rained."),
        ("1968. It was a year of change.", "1968. It was a year of change."),
        ("[Ana Olsen](https://x.example/(a)_b) left", "Ana Olsen left"),
        ("[Ana [the] Olsen][1]\n\n[1]: https://x.example", "Ana [the] Olsen"),
        ("Said on Monday[^1].\n\n[^1]: March 18.\n\nEnd.", "Said on Monday.\n\nEnd.\n\nMarch 18."),
        ("{{< figure src=x >}}Text {% include y %}here {{ site.url }}.", "Text here ."),
        ("Text.\n{: .lead}", "Text."),
        ("[[Ana Olsen|Olsen]] said, [[Bergen]] waits.", "Olsen said, Bergen waits."),
        ("Title\n=====\n\nText", "Title\n\nText"),
        ("| Year | Cars |\n| --- | ---: |\n| 2023 | 1,200 |", "Year | Cars\n2023 | 1,200"),
        ("- [x] done\n- [ ] to do", "done\nto do"),
        ("> “We wait.”\n>\n> “Long.”", "“We wait.”\n\n“Long.”"),
        ("One\\\nline  \nends<br>here", "One\nline\nends\nhere"),
        ("```\n# no heading\n```", "# no heading"),
        ("<div><p>In <b>Oslo</b></p></div>", "In Oslo"),
        ("<details><summary>More</summary>It rained.</details>", "More\nIt rained."),
        ("It rains :umbrella: in Bergen :+1:, they say :sad_face:", "It rains in Bergen , they say"),
        (
            "At 10:30:45 the vote was 3:2: a loss. Note: it rained: hard.",
            "At 10:30:45 the vote was 3:2: a loss. Note: it rained: hard.",
        ),
        ("::: warning\nIt rained.\n:::", "It rained."),
        ('!!! note "Weather"\n    It rained.', "Weather\nIt rained."),
        ("[[_TOC_]]\n\nText.\n\n*[UN]: United Nations", "Text."),
        ("Ferry\n:   A boat that waits.", "Ferry\nA boat that waits."),
    ],
)
def test_marks_are_taken_away(marked, text):
    assert plain(marked) == text


FRONT = [
    ("---\ntitle: Bridge\npublished: true\ndate: 2024-03-18\n---\n", "Bridge", DAY),
    ("---\ntitle: Bridge\ndate: March 18, 2024\n---\n", "Bridge", DAY),
    ("---\ntitle: Bridge\npublishDate: 18 March 2024\n---\n", "Bridge", DAY),
    ("---\ntitle: Bridge\npubDate: 'Mar 18 2024'\n...\n", "Bridge", DAY),
    ("---\ntitle: Bridge # draft\ndate: 2024-03-18T23:00:00-05:00 # day\n---\n", "Bridge", DAY),
    ("---\ntitle: >\n  Bridge\n  closed\ndate: 2024-03-18\n---\n", "Bridge closed", DAY),
    ("---\ntitle: Bridge: closed\ndate: 2024-03-18\n---\n", "Bridge: closed", DAY),
    ("---\nTitle: 'It''s closed'\nDate: 03/04/2024\n---\n", "It's closed", None),
    ("+++\ntitle = 'Bridge'\ndate = 2024-03-18T15:41:00-05:00\n+++\n", "Bridge", DAY),
    ("+++\ntitle = 'Bridge'\ndate = 2024-03-18\n+++\n", "Bridge", DAY),
    ('{"title": "Bridge", "date": "2024-03-18"}\n', "Bridge", DAY),
    ("\ufeff---\ntitle: Bridge\ndate: 2024-03-18\n---\n", "Bridge", DAY),
    ("---\ntitle: [a, b]\n---\n", None, None),
    ("title: Bridge\ndate: 2024-03-18 10:20\ntags:\n- a\n---\n", "Bridge", DAY),
    ("Title: Bridge\nDate: 2024-03-18\nAuthor: Ana Olsen\n\n", "Bridge", DAY),
    ("% Bridge\n% Ana Olsen\n% March 18, 2024\n\n", "Bridge", DAY),
    ('---json\n{"title": "Bridge", "date": "2024-03-18"}\n---\n', "Bridge", DAY),
]


@pytest.mark.parametrize(("front", "title", "day"), FRONT, ids=range(len(FRONT)))
def test_front_matter_of_content_systems(front, title, day):
    document = read_markdown(f"{front}\nThe bridge is closed.")
    assert (document.title, document.published, document.text) == (title, day, "The bridge is closed.")


@pytest.mark.parametrize(
    "text", ["Q: Why?\nOlsen: Because of the rain.\n\nIt rained.", "% of voters rose\n\nIt rained."]
)
def test_what_only_looks_like_front_matter(text):
    assert read_markdown(text).text == text


def test_front_matter_tells_title_and_day():
    document = read_markdown('---\ntitle: "A ferry"\ndate: 2024-03-19T10:00\n---\n# Other\n\nText.')
    assert (document.title, document.published) == ("A ferry", date(2024, 3, 19))
    assert document.text == "Other\n\nText."


def test_the_first_heading_is_the_title():
    document = read_markdown("# The **long** way\nText.")
    assert document.title == "The long way"
    assert document.text == "The long way\n\nText."


@given(st.text(alphabet="ab *_[]()!<>-#`\\\n|~=.1", max_size=200))
def test_any_text_comes_through_and_keeps_its_letters(text):
    letters = [sign for sign in plain(text) if sign in "ab"]
    assert len(letters) <= len([sign for sign in text if sign in "ab"])


@pytest.mark.parametrize("piece", ["[", "*", "<a", "[x](", "<!--", "`", "_a"])
def test_time_is_linear_in_hostile_marks(piece):
    assert grows_with_the_text(lambda size: plain(piece * (size // len(piece))))
