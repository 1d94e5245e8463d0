"""HTML → the article in it."""

from datetime import date

import pytest

from pipeline.errors import ArticleError
from pipeline.read import read_upload
from pipeline.read.html import MAX_ELEMENTS, read_html

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ferry returns | The Valley Post</title>
<meta property="og:title" content="Ferry returns"><link rel="canonical" href="https://valley.example/ferry">
<meta property="article:published_time" content="2024-03-19T23:30:00-05:00">
<meta property="article:modified_time" content="2024-04-01"><script>alert("stolen")</script></head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Ferry returns</h1>
<p>OHRID &mdash; The ferry sailed on Monday for the first time in eleven years, and people clapped.</p>
<p>&ldquo;We waited long enough,&rdquo; said <b>Mira Dolan</b>, who sells tickets. &ldquo;He would be glad.&rdquo;</p>
<ul><li>Tickets cost two coins</li></ul><p>The old boat<br>was sold <a href="x">in 2013</a>.<script>track()</script></p>
<table><tr><td>Year</td><td>Riders</td></tr></table></article>
<footer>Subscribe to our newsletter.</footer></body></html>"""


def test_article_without_furniture():
    document = read_html(PAGE.encode())
    paragraphs = document.text.split("\n\n")
    assert paragraphs[1].startswith("OHRID — The ferry")
    assert "“We waited long enough,” said Mira Dolan, who sells tickets. “He would be glad.”" in paragraphs
    assert "The old boat\nwas sold in 2013." in paragraphs
    assert "Year | Riders" in paragraphs
    for gone in ("alert", "track", "Home", "newsletter"):
        assert gone not in document.text


def test_what_the_page_says_of_itself():
    article = read_upload("ferry.html", PAGE.encode())
    assert article.title == "Ferry returns"
    assert (article.published, article.published_from) == (date(2024, 3, 19), "metadata")
    assert article.source == "https://valley.example/ferry"


def test_a_given_day_wins():
    article = read_upload("ferry.htm", PAGE.encode(), published=date(2020, 1, 1))
    assert (article.published, article.published_from) == (date(2020, 1, 1), "given")


@pytest.mark.parametrize(
    "mark, day",
    [
        ('<meta name="date" content="2023-01-02">', date(2023, 1, 2)),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-07-07T10:00Z"}</script>',
            date(2021, 7, 7),
        ),
        ('<meta property="article:modified_time" content="2023-01-05">', None),
        ("<meta name='DC.date.issued' content='20230203'>", date(2023, 2, 3)),
        ("<meta itemprop='datePublished' content='Tue, 19 Mar 2024 10:00:00 GMT'>", date(2024, 3, 19)),
        ("<time class='published' datetime='2022-02-03T10:00'>Thursday</time>", date(2022, 2, 3)),
        ("<link rel='canonical' href='https://valley.example/2021/5/12/ferry/'>", date(2021, 5, 12)),
        ("<meta name='date' content='2024-02-31'>", None),
        ("<meta name='date' content='soon'>", None),
        ("<time datetime='2022-02-03'>the day it sank</time>", None),
        ("<title>Report of 12 May 2021</title>", None),
    ],
)
def test_only_a_day_that_the_page_calls_its_publication(mark, day):
    page = f"<html><head>{mark}</head><body><p>{'The boat sailed and people clapped. ' * 20}</p></body></html>"
    assert read_html(page.encode()).published == day


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-2"])
def test_declared_encoding(encoding):
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Mira Dolan öffnet die Tür.</p></body></html>'
    assert read_html(page.encode(encoding)).text == "Mira Dolan öffnet die Tür."


def test_a_scrap_of_html_is_read():
    assert read_html(b"<p>Short.<p>Two &amp; &lt;b&gt;").text == "Short.\n\nTwo & <b>"


@pytest.mark.parametrize("page", [b"<html></html>", b"<script>alert(1)</script>", b"<!-- only a comment -->"])
def test_a_page_without_text_is_refused(page):
    with pytest.raises(ArticleError, match="No article text"):
        read_html(page)


@pytest.mark.parametrize(
    "title, expected",
    [
        ("Ferry returns | The Valley Post", "Ferry returns"),
        ("Ferry returns | Valley News", "Ferry returns"),  # begins with the name in the address
        ("Ferry returns - VALLEY | 19.03.2024", "Ferry returns"),
        ("Ferry returns to the Valley Post", "Ferry returns to the Valley Post"),
        ("Ferry returns - what now?", "Ferry returns - what now?"),
        ("Ferry | Harbour | Boats", "Ferry | Harbour | Boats"),
        ("The Valley Post", "The Valley Post"),
    ],
)
def test_a_title_ends_before_the_name_of_its_site(title, expected):
    head = (
        '<meta property="og:site_name" content="The Valley Post"><link rel=canonical href="https://valley.example/a">'
    )
    page = f'<meta property="og:title" content="{title}">{head}<p>The ferry sailed on Monday.'
    assert read_html(page.encode()).title == expected


@pytest.mark.parametrize("address", ["http://[", "https://valley.example:x/", "//", "https://.../"])
def test_an_address_of_no_form_spoils_no_title(address):
    page = f'<title>Ferry returns</title><link rel=canonical href="{address}"><p>The ferry sailed on Monday.'
    assert read_html(page.encode()).title == "Ferry returns"


def test_a_scrap_keeps_its_day_and_title():
    document = read_html(b"<title>T</title><meta name=date content=2024-03-19><p>Short.")
    assert (document.title, str(document.published), document.text) == ("T", "2024-03-19", "Short.")


def test_deep_and_wide_pages_end_quickly():
    with pytest.raises(ArticleError):
        read_html(b"<div>" * 100_000)
    with pytest.raises(ArticleError, match="elements"):
        read_html(b"<p>word</p>" * (MAX_ELEMENTS + 1))
    assert read_html(b"<div>" * 200 + b"deep" * 10).text.endswith("deep")


def test_a_page_that_only_asks_for_scripts():
    with pytest.raises(ArticleError, match="only asks for JavaScript"):
        read_html(b"<html><body><div>You need to enable JavaScript to run this app.</div></body></html>")
    story = "The mayor of Bergen told children to enable JavaScript in their browsers. " * 8
    assert "browsers" in read_html(f"<html><body><p>{story}</p></body></html>".encode()).text
