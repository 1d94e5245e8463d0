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


SHOWN = [  # what stands between a headline and the story
    ("<div class='post-meta'><span class='post-date'>March 18, 2024</span> in News</div>", DAY),
    (
        "<div class='date'>March 18th, 2024 in <a href='x'>Harbour</a> <script>var a = 1;</script></div>",
        DAY,
    ),
    ("<p class='byline'>By Ana Olsen | Monday, 18 March 2024 | 4:35 PM ET</p>", DAY),
    ("<small>March 18, 2024 at 08:45 AM | categories: ships</small>", DAY),
    ("<ul class='info'><li>18 March 2024</li><li>By Ana Olsen</li></ul>", DAY),
    ("<span class='timestamp'>3/18/24 11:04am</span>", DAY),
    ("<span class='timestamp'>3/4/24 11:04am</span>", None),
    ("<abbr class='published' title='2024-03-18T05:11:00-05:00'>5:11 AM</abbr>", DAY),
    ("<time class='entry-date published updated' datetime='2024-03-18'>March 18, 2024</time>", DAY),
    (f"<p class='deck'>{'A ferry that was lost is found. ' * 4}</p><time>March 18, 2024 11:25 AM PDT</time>", DAY),
    ("<div>Published: March 18, 2024 Updated: March 20, 2024</div>", DAY),
    ("<div class='date'>Updated: March 18, 2024</div>", None),
    ("<div class='stamp'>March 18, 2024 -- Updated 0203 GMT</div>", None),
    ("<p>March 18, 2024 was the day on which the ferry sank.</p>", None),
    ("<div class='event-date'>March 18, 2024, 7 pm, town hall</div>", None),
    ("<div class='related'><span class='date'>March 18, 2024</span> The ferry sank</div>", None),
]


@pytest.mark.parametrize(("line", "day"), SHOWN, ids=range(len(SHOWN)))
def test_lines_between_the_headline_and_the_story(line, day):
    page = "<html><head><title>Ferry returns to Bergen - Post</title></head><body><div id='logo'>Post</div>"
    page += f"<h1>Ferry returns to Bergen</h1>{line}{STORY}</body></html>"
    assert read_html(page.encode()).published == day


ELSEWHERE = [  # what stands above the headline, and below the story
    ("<div class='date'>Monday, March 18, 2024</div>" + "<a href='x'>News of the town</a> " * 6, "", None),
    ("<div id='header-date'>Monday, March 18, 2024</div>", "", None),
    ("<div class='topbar'><span class='date'>March 18, 2024</span></div>", "", None),
    ("<h2 class='date-header'>Monday, March 18, 2024</h2>", "", DAY),
    ("", "<ul><li><strong>Date</strong> 18.03.2024</li><li><strong>Author</strong> Ana Olsen</li></ul>", DAY),
    ("", "<p>First published on 18 March 2024</p>", DAY),
    ("", "<footer><p>Published on 18 March 2024</p></footer>", None),
    ("", "<div class='comment'><p>Posted on March 18, 2024</p></div>", None),
    ("", "<h2>Another ferry sinks <span class='date'>18.03.2024</span></h2>", None),
    ("", "<p>Posted on March 18, 2024</p><p>Posted on May 2, 2023</p>", None),
]


@pytest.mark.parametrize(("above", "below", "day"), ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_lines_elsewhere(above, below, day):
    page = "<html><head><title>Ferry returns to Bergen</title></head>"
    page += f"<body>{above}<h1>Ferry returns to Bergen</h1>{STORY}{below}</body></html>"
    assert read_html(page.encode()).published == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://valley.example/world/2024/mar/18/ferry-returns", DAY),
        ("https://valley.example/2024/WORLD/europe/03/18/ferry/index.html", None),
        ("https://valley.example/2024/WORLD/03/18/ferry/index.html", DAY),
        ("https://valley.example/2024/mars/18/ferry", None),
    ],
)
def test_days_in_an_address(address, day):
    page = f"<html><head><link rel='canonical' href='{address}'></head><body>{STORY}</body></html>"
    assert read_html(page.encode()).published == day


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0049)https://valley.example/2024/03/18/ferry.html -->",
        "<!--\n Page saved with SingleFile \n url: https://valley.example/2024/03/18/ferry.html \n saved date: x-->",
    ],
)
def test_the_address_that_a_browser_leaves_in_a_saved_page(comment):
    document = read_html(f"<!DOCTYPE html>\n{comment}\n<html><body>{STORY}</body></html>".encode())
    assert (document.published, document.source) == (DAY, "https://valley.example/2024/03/18/ferry.html")


def test_an_address_is_older_than_a_renewed_stamp():
    marks = "<link rel='canonical' href='https://valley.example/2024/03/18/ferry'>"
    marks += LD.format('{"@type": "NewsArticle", "datePublished": "2025-06-01"}')
    document = read_html(f"<html><head>{marks}</head><body>{STORY}</body></html>".encode())
    assert document.published == DAY
    assert document.notes == (
        "The page gives two days of publication: 2024-03-18 in its address, 2025-06-01 in its linked data."
        " The first was taken.",
    )


def test_a_meta_element_named_a_publication_goes_before_a_date():
    marks = "<meta name='date' content='2024-03-21'><meta property='article:published_time' content='2024-03-18'>"
    assert read_html(f"<html><head>{marks}</head><body>{STORY}</body></html>".encode()).published == DAY


def test_a_shown_day_that_cannot_be_the_moment_is_not_its_day():
    stamp = LD.format('{"@type": "NewsArticle", "datePublished": "2024-03-18T08:36:00Z"}')
    page = f"<html><head>{stamp}</head><body><h1>Ferry returns</h1><time>March 19, 2024</time>{STORY}</body></html>"
    assert read_html(page.encode()).published == DAY
