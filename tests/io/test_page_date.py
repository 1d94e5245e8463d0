"""The day a page calls its publication, in every form that pages use; no day where nobody can know."""

from datetime import date

import pytest

from pipeline.read.html import read_html

STORY = f"<p>{'The boat sailed from Bergen and people clapped. ' * 20}</p>"
DAY = date(2024, 3, 18)
LD = "<script type='application/ld+json'>{}</script>"
ALONE = [
    ("<meta name='pubdate' content='March 18, 2024'>", DAY),
    ("<meta name='date' content='Mon, 18 March 2024 10:00'>", DAY),
    ("<meta name='date' content='18.3.2024'>", DAY),
    ("<meta name='date' content='03/18/2024'>", DAY),
    ("<meta name='date' content='03/04/2024'>", None),  # March 4 or April 3
    ("<meta name='copyright' content='2024-03-18'>", None),
    ("<meta property='article:published_time' content='1710774000'>", DAY),
    ("<meta property='article:published_time' content='1710774000000'>", DAY),
    (LD.format('{"@type": ["NewsArticle"], "datePublished": "2024-03-18"}'), DAY),
    (LD.format('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2024-03-18"}}'), DAY),
    (LD.format('{"@type": "WebPage", "datePublished": "2024-03-18"}'), DAY),
    (LD.format('[{"@type": "Organization", "datePublished": "1999-01-01"}]'), None),
    (LD.format('{"@type": "WebSite", "datePublished": "1999-01-01"}') + "<meta name='date' content='2024-03-18'>", DAY),
    (LD.format('//<![CDATA[\n{"@type": "BlogPosting", "datePublished": "2024-03-18"}\n//]]>'), DAY),
    (LD.format('<!-- {"@type": "Report", "datePublished": "2024-03-18"} -->'), DAY),
    (LD.format('{"@type": "NewsArticle", "description": "two\nlines", "datePublished": "2024-03-18"}'), DAY),
    (LD.replace("json'", "json; charset=utf-8'").format('{"@type": "Article", "datePublished": "2024-03-18"}'), DAY),
    (LD.format("[" * 5000), None),
    ("<link rel='canonical' href='https://valley.example/news/2024-03-18/ferry'>", DAY),
    ("<link rel='canonical' href='https://valley.example/news/20240318-ferry'>", DAY),
    ("<link rel='canonical' href='https://valley.example/news/20249918'>", None),
]
IN_PAGE = [
    ("<time datetime='2024-03-18T10:00:00-05:00'>March 18, 2024</time>", DAY),
    ("<time datetime='2024-03-18'>2 hours ago</time>", DAY),
    ("<time>March 18, 2024</time>", DAY),
    ("<time class='updated' datetime='2024-03-18'>March 18, 2024</time>", None),
    ("<p>Updated <time datetime='2024-03-18'>the day it sank</time></p>", None),
    ("<aside><time datetime='2024-03-18'>March 18, 2024</time></aside>", None),
    ("<ul class='related'><li><time datetime='2024-03-18'>March 18</time></li></ul>", None),
    ("<span itemprop='datePublished' content='2024-03-18T10:00'>Mar 18</span>", DAY),
    ("<span property='schema:datePublished'>18 March 2024</span>", DAY),
    ("<div class='comment'><span itemprop='datePublished' content='2024-03-18'>x</span></div>", None),
    ("<p>© 2024 The Valley Post</p>", None),
]


@pytest.mark.parametrize(("mark", "day"), ALONE, ids=range(len(ALONE)))
def test_statements_in_the_head(mark, day):
    assert read_html(f"<html><head>{mark}</head><body>{STORY}</body></html>".encode()).published == day


@pytest.mark.parametrize(("mark", "day"), IN_PAGE, ids=range(len(IN_PAGE)))
def test_statements_beside_the_story(mark, day):
    page = f"<html><body><article><h1>Ferry returns</h1>{mark}{STORY}</article></body></html>"
    assert read_html(page.encode()).published == day


def test_times_below_the_story_of_several_articles_are_none():
    below = "".join(f"<div><time class='published' datetime='2024-0{n}-01'>x</time></div>" for n in (1, 2, 3))
    assert read_html(f"<html><body>{STORY}{below}</body></html>".encode()).published is None


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        ("<meta name='date' content='2023-11-08T20:30:00-05:00'>", date(2023, 11, 8)),
        ("<link rel='canonical' href='https://valley.example/2023/11/08/ferry'>", date(2023, 11, 8)),
        ("<meta name='date' content='2023-11-09T10:30:00+09:00'>", date(2023, 11, 9)),
        ("", date(2023, 11, 9)),
    ],
)
def test_a_moment_in_utc_is_the_day_of_the_place(beside, day):
    stamp = LD.format('{"@type": "NewsArticle", "datePublished": "2023-11-09T01:30:00Z"}')
    document = read_html(f"<html><head>{stamp}{beside}</head><body>{STORY}</body></html>".encode())
    assert (document.published, document.notes) == (day, ())


def test_statements_that_disagree_are_named():
    marks = (
        LD.format('{"@type": "NewsArticle", "datePublished": "2024-03-18"}') + "<meta name='date' content='2019-01-05'>"
    )
    document = read_html(f"<html><head>{marks}</head><body>{STORY}</body></html>".encode())
    assert document.published == DAY
    assert document.notes == (
        "The page gives two days of publication: 2024-03-18 in its linked data, 2019-01-05 in its meta data."
        " The first was taken.",
    )
