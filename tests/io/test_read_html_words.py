"""No word of a page is lost, glued or left in code: encodings, comments, quotations, marks, archives."""

import pytest

from pipeline.read.decode import decode
from pipeline.read.html import read_html
from pipeline.read.parse import parse

SAID = "“We will not open the bridge before every bolt is checked,” the mayor of Bergen told reporters on Monday."
MORE = f"<p>{'The boat sailed from Bergen and people clapped. ' * 12}</p>"


def page(body, head=""):
    return f"<html><head>{head}</head><body><article>{body}{MORE}</article></body></html>"


@pytest.mark.parametrize("label", ["iso-8859-1", "ISO-8859-1", "latin1", "us-ascii", "windows-1252", "iso-8859-9"])
def test_what_browsers_read_for_older_labels(label):
    data = page(f"<p>{SAID}</p>", f"<meta charset='{label}'>").encode("cp1252")
    document = parse("page.html", data)
    assert SAID in document.text
    assert document.notes == ()


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [("gb2312", "gb18030", "桥梁关闭"), ("shift_jis", "cp932", "橋①"), ("euc-kr", "cp949", "다리")],
)
def test_labels_of_other_scripts(label, codec, words):
    data = page(f"<p>{words * 20}</p>", f"<meta charset={label}>").encode(codec)
    assert words in read_html(data).text


def test_the_encoding_of_an_xml_declaration():
    data = ("<?xml version='1.0' encoding='iso-8859-1'?>" + page(f"<p>{SAID}</p>")).encode("cp1252")
    document = read_html(data)
    assert SAID in document.text
    assert document.notes == ()


def test_bytes_that_windows_1252_does_not_know():
    assert decode(b"caf\xe9 \x81 \x93ja\x94", declared="latin1")[0] == "café \x81 “ja”"


def test_marks_of_an_old_macintosh():
    text = "“We wait,” she said. It’s late. “Not long,” he said. They don’t mind."
    assert decode(text.encode("mac_roman"))[0] == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(codec):
    assert decode(SAID.replace("“", '"').replace("”", '"').encode(codec))[0] == SAID.replace("“", '"').replace("”", '"')


def test_comments_between_words_cost_none():
    words = "<p>The owner of<!-- --> <!-- -->the bakery in Bergen, said on <!-- x -->Monday that it was a loss.</p>"
    assert (
        "The owner of the bakery in Bergen, said on Monday that it was a loss." in read_html(page(words).encode()).text
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "<p><q>We wait,</q> said the mayor of Bergen on Monday.</p>",
            "“We wait,” said the mayor of Bergen on Monday.",
        ),
        ("<p>He said: <q>She said <q>no</q>.</q></p>", "He said: “She said ‘no’.”"),
        ("<p><q>We <b>wait</b></q> now, said the mayor of Bergen.</p>", "“We wait” now, said the mayor of Bergen."),
        ("<p>&amp;ldquo;We wait,&amp;rdquo; she said &amp;#8211; twice.</p>", "“We wait,” she said – twice."),
        ("<p>AT&amp;T and &lt;b&gt; stay.</p>", "AT&T and <b> stay."),
        (
            "<p>In Spring\u00adfield, Mu\u200bnoz said\u200e so on Monday.</p>",
            "In Springfield, Munoz said so on Monday.",
        ),
        ("<p>&#147;We wait,&#148; she said on Monday.</p>", "“We wait,” she said on Monday."),
    ],
)
def test_quotations_and_signs(body, words):
    assert words in parse("page.html", page(body).encode()).text


STORY = f"<td>{f'<p>{SAID}</p>' * 4}</td>"


@pytest.mark.parametrize(
    ("rows", "gone", "kept"),
    [
        (f"<tr><td><a href=a>Home</a><br><a href=b>News</a></td>{STORY}<td>Weather</td></tr>", "Home News Weather", ""),
        (f"<tr><td>Menu</td><td><table><tr>{STORY}<td>Archive</td></tr></table></td></tr>", "Menu Archive", ""),
        (f"<tr><td>Bridge stays closed until spring</td>{STORY}</tr>", "", "Bridge stays closed until spring"),
        (f"<tr><td>By Ann Olsen</td>{STORY}<td>18 March</td></tr>", "", "Olsen 18"),
        (f"<tr><td>“No money”</td>{STORY}<td>It rains.</td></tr>", "", "“No money” It rains."),
        (f"<tr><td>Mayor</td>{STORY}</tr><tr><td>Baker</td>{STORY}</tr>", "", "Mayor Baker"),
        (f"<tr><td>Mayor</td>{STORY}</tr><tr><td>Town</td><td>Bergen</td></tr>", "", "Mayor Town"),
        (f"<tr><td>Mayor</td><td><p>{SAID}</p></td></tr>", "", "Mayor"),
    ],
)
def test_short_cells_beside_the_article(rows, gone, kept):
    document = read_html(f"<html><body><table>{rows}</table></body></html>".encode())
    assert document.text.count(SAID) == rows.count(SAID)
    assert not set(gone.split()) & set(document.text.split())
    assert set(kept.split()) <= set(document.text.replace("|", " ").split())
    named = " ".join(document.notes).replace(",", " ").replace(".", " ").split()
    assert set(gone.split()) <= set(named)
    assert bool(gone) == bool(document.notes)


ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: https://valley.example/2024/03/18/ferry
Subject: Ferry returns
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
Content-Location: https://valley.example/2024/03/18/ferry

{}
------b
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
------b--
"""


def test_a_web_archive_is_decoded():
    import quopri

    whole = page(f"<h1>Ferry returns</h1><p>{SAID}</p>")
    data = ARCHIVE.format(quopri.encodestring(whole.encode()).decode()).replace("\n", "\r\n").encode()
    document = parse("saved.html", data)
    assert SAID in document.text
    assert "=E2" not in document.text
    assert document.source == "https://valley.example/2024/03/18/ferry"
    assert str(document.published) == "2024-03-18"


@pytest.mark.parametrize("code", ["quoted-printable", "base64"])
def test_a_mail_that_is_one_page_is_decoded(code):
    import base64
    import quopri

    whole = page(f"<h1>Ferry returns</h1><p>{SAID}</p>").encode()
    head = "Subject: Ferry\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    head += f"Content-Transfer-Encoding: {code}\n\n"
    coded = base64.encodebytes(whole) if code == "base64" else quopri.encodestring(whole)
    assert SAID in parse("saved.html", head.encode() + coded).text


def test_a_page_about_mail_is_no_archive():
    body = page("<pre>MIME-Version: 1.0\nContent-Type: multipart/related</pre>" + f"<p>{SAID}</p>")
    assert SAID in parse("page.html", body.encode()).text


LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": %s}</script>'


@pytest.mark.parametrize("between", ["\\n\\n", "</p><p>", "<br />"])
def test_a_page_that_tells_its_text_to_machines_alone(between):
    told = f'"{SAID}{between}{"The boat sailed from Bergen and people clapped. " * 12}"'
    page = (
        f"<html><head>{LINKED % told}</head><body><figcaption>A closed bridge. Photo: Post</figcaption></body></html>"
    )
    assert read_html(page.encode()).text.split("\n\n")[0] == SAID


def test_a_part_told_to_machines_is_not_the_text():
    body = page(f"<p>{SAID}</p>", LINKED % f'"{SAID}"')
    assert "people clapped" in read_html(body.encode()).text


def test_a_page_whose_first_tags_are_closed_at_once():
    body = f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd" />\n<html lang="en" />{page(f"<p>{SAID}</p>")}'
    assert SAID in read_html(body.encode()).text


def test_accents_stand_on_their_letters():
    assert "Carla Muñoz" in parse("page.html", page("<p>Carla Mun\u0303oz said so in Bergen.</p>").encode()).text
