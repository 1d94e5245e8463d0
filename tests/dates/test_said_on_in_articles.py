"""The day of saying in whole articles, from the sentence to the record."""

import pytest

from pipeline import Article, analyse
from pipeline.dates import parse_day

LONG = "Traders fear that shoppers will stay away from the town until the work is over. " * 14

ARTICLES = [
    # (the article, words of a quote, the day on which they were said)
    ("Vera Lind urged the council on Monday to keep the road closed.", "keep the road closed", "2024-03-18"),
    ("Vera Lind urged the council to meet on Monday.", "to meet on Monday", None),
    ("The road will stay closed, Vera Lind said in a letter dated Friday.", "The road will stay", "2024-03-15"),
    ("“The road is open,” Vera Lind said of the crash on Monday.", "The road is open", None),
    ("“The road is open,” Vera Lind said at Monday's meeting.", "The road is open", "2024-03-18"),
    # A text in one paragraph: a day reaches the quotes around it, not those of the whole article.
    (
        f"Vera Lind said on Friday that the road was open. {LONG}“Nobody asked us,” she said.",
        "Nobody asked us",
        None,
    ),
    ("Vera Lind said on Friday that the road was open. “Nobody asked us,” she said.", "Nobody asked us", "2024-03-15"),
]


@pytest.mark.parametrize(("text", "words", "day"), ARTICLES)
def test_the_day_of_the_words(resources, text, words, day):
    analysis = analyse(Article("a", text, published=parse_day("2024-03-19")), resources)
    days = {str(quote.said_on) for quote in analysis.quotes if words in quote.text}
    assert days == {str(day)}
