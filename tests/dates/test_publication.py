"""The publication day as texts tell it, and the strict reading of one day."""

from datetime import date

import pytest

from pipeline.dates import parse_day, published_from_text

BODY = "\n\nThe bridge over the river was closed on March 3, 2022 after a storm.\n"


@pytest.mark.parametrize(
    "head, expected",
    [
        ("Bridge closed\n\nTuesday, March 19, 2024", date(2024, 3, 19)),
        ("Bridge closed\n19 March 2024 10:22 GMT", date(2024, 3, 19)),
        ("Bridge closed\nPublished: 19 March 2024", date(2024, 3, 19)),
        ("Bridge closed\nFirst published on March 19, 2024", date(2024, 3, 19)),
        ("Bridge closed\nPosted by staff on 31/12/2023", date(2023, 12, 31)),
        ("Bridge closed\nBy Vera Lind\nMar 19, 2024, 10:22 AM", date(2024, 3, 19)),
        ("Bridge closed\nBy Vera Lind | March 19, 2024 | 5 min read", date(2024, 3, 19)),
        ("Bridge closed\n2024-03-19T10:22:33Z", date(2024, 3, 19)),
        ("Bridge closed\nUpdated 3:40 PM EDT, Mon March 18, 2024", date(2024, 3, 18)),
        ("Bridge closed\nPublished March 18, 2024. Updated March 20, 2024", date(2024, 3, 18)),
        ("OSLO, Norway, March 18, 2024 (Northern Wire) - The bridge is closed.", date(2024, 3, 18)),
        ("LONDON, 4 April 2019 – The bridge is closed.", date(2019, 4, 4)),
        ("BEIJING, Oct. 23, 2019 /Wire/ -- The bridge is closed.", date(2019, 10, 23)),
        ("Bridge closed\nHONG KONG 2024-03-19", date(2024, 3, 19)),
        # Names, agencies and labels of every make beside the day.
        ("Bridge closed\n\nMarch 19, 2024 / 6:02 PM / Valley News", date(2024, 3, 19)),
        ("Bridge closed\n\nMarch 19, 20244:38 AM GMT+1 · Updated 2 hours ago", date(2024, 3, 19)),
        ("The Valley Post, 19 March 2024\n\nBridge closed", date(2024, 3, 19)),
        ("Bridge closed\nby Vera Lind on March 19, 2024", date(2024, 3, 19)),
        ("Bridge closed\nVera Lind • March 19, 2024", date(2024, 3, 19)),
        ("Bridge closed\nVera Lind | 19 March 2024 | 10:15", date(2024, 3, 19)),
        ("Bridge closed\nWritten by Vera Lind | Pune | Updated: March 19, 2024 7:12:31 am", date(2024, 3, 19)),
        ("Bridge closed\nTuesday, 19 March 2024 | Pune", date(2024, 3, 19)),
        ("Bridge closed\nFrom our correspondent in Pune, 19 March 2024", date(2024, 3, 19)),
        ("Bridge closed\nSource: Xinhua Published: 2024/3/19 10:15:31", date(2024, 3, 19)),
        ("Bridge closed\nPublication date: 19 March 2024", date(2024, 3, 19)),
        ("FOR IMMEDIATE RELEASE: March 19, 2024\n\nBridge closed", date(2024, 3, 19)),
        ("OSLO, Norway--(BUSINESS WIRE)--March 19, 2024--The bridge is closed.", date(2024, 3, 19)),
        (
            "Pune, March 19, 2024: The old bridge over the river is closed until the spring, the city said.",
            date(2024, 3, 19),
        ),
        ("Bridge closed\nMarch 19, 2024 at 9:15 am PDT | Updated March 20, 2024 at 2:15 pm PDT", date(2024, 3, 19)),
        ("Bridge closed\n19 March 2024 Last updated at 10:15", date(2024, 3, 19)),
        ("Bridge closed\nValley Times (19 March 2024)", date(2024, 3, 19)),
        (
            "Pune - 19 March 2024 - The old bridge over the river is closed until the spring, the city said.",
            date(2024, 3, 19),
        ),
        (
            "19 March 2024, Pune – The old bridge over the river is closed until the spring, the city said.",
            date(2024, 3, 19),
        ),
        ("Bridge closed\nIssue date: 19 March 2024", date(2024, 3, 19)),
        ("Bridge closed\nVera Lind, born 19 March 1950", None),
        ("Bridge closed\nClosing date for bids: 19 March 2024", None),
        # What looks alike and tells another day.
        ("Bridge closed\nDeadline: March 19, 2024", None),
        ("Bridge closed\nEvent date: March 19, 2024", None),
        ("Bridge closed\nBorn: 19 March 1950, Pune", None),
        ("Treaty of Pune - June 28, 1919\n\nThe story of a peace.", None),
        ("Pune, March 19, 2024: The bridge opens.\n\nPune, June 8, 2024: The bridge falls.", None),
        ("Bridge closed\nA bridge in Pune, 19 March 2024", None),
        # No year, two readings, or a date that is part of the story: not sure.
        ("OSLO, March 18 (Northern Wire) - The bridge is closed.", None),
        ("Bridge closed\nPosted on 04/05/2023", None),
        ("OSLO (Northern Wire) - March 3, 2021 was a cold day.", None),
        ("On March 3, 2021, the bridge was closed.", None),
        ("Timeline\n\nMarch 3, 2021\n\nThe bridge opens.\n\nJune 8, 2023\n\nThe bridge falls.", None),
        ("Bridge closed", None),
    ],
)
def test_published_from_text(head, expected):
    assert published_from_text(head + BODY) == expected


def test_published_at_the_foot():
    text = "Bridge closed\n\n" + "The river rose again.\n" * 40 + "Published on March 19, 2024"
    assert published_from_text(text) == date(2024, 3, 19)


@pytest.mark.parametrize(
    "foot, expected",
    [
        ("This story was originally published in The Valley Post on March 19, 2024.", date(2024, 3, 19)),
        ("This article was first published on March 19, 2024", date(2024, 3, 19)),
        ("A version of this article appears in print on March 19, 2024, Section A, Page 3.", date(2024, 3, 19)),
        ("This story is about a bridge that was closed on March 19, 2024.", None),
    ],
)
def test_sentences_at_the_foot(foot, expected):
    assert published_from_text("Bridge closed\n\n" + "The river rose again.\n" * 40 + foot) == expected


@pytest.mark.parametrize(
    "words, expected",
    [
        ("2024-03-19", date(2024, 3, 19)),
        ("2024-03-19T10:22:33+01:00", date(2024, 3, 19)),
        ("19 March 2024", date(2024, 3, 19)),
        ("Tue, 19 Mar 2024 10:22:00 +0000", date(2024, 3, 19)),
        ("March 19, 2024 at 10:22 a.m.", date(2024, 3, 19)),
        ("19/03/2024", date(2024, 3, 19)),
        ("03/04/2024", None),
        ("March 2024", None),
        ("February 30, 2024", None),
        ("on March 3, 2024 he left", None),
        ("", None),
    ],
)
def test_parse_day(words, expected):
    assert parse_day(words) == expected


@pytest.mark.parametrize("piece", ["A", " ", "1", "1-", "- ", "By a ", "OSLO ", "March 1, ", "\n", "AB "])
def test_long_nonsense_is_read_in_linear_time(piece):
    assert published_from_text(piece * 50_000) is None
