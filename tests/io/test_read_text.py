"""Bytes → text, whatever their encoding."""

import codecs
import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS, MAX_UPLOAD_BYTES
from pipeline.read import read_pasted, read_upload
from pipeline.read.decode import decode
from pipeline.read.jsonl import Line, read_line

CURLY = "“We left,” said Zoë Šimková – at last."


@pytest.mark.parametrize(
    "data, text, noted",
    [
        (b"plain", "plain", False),
        (CURLY.encode(), CURLY, False),
        (codecs.BOM_UTF8 + CURLY.encode(), CURLY, False),
        (CURLY.encode("utf-16"), CURLY, False),
        (codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), CURLY, False),
        (codecs.BOM_UTF32_LE + CURLY.encode("utf-32-le"), CURLY, False),
        ("“Café” in Lyon".encode("cp1252"), "“Café” in Lyon", True),
        (b"Caf\xe9", "Café", True),
        ("Le café est fermé.".encode() + b" Le caf\xe9 aussi.", "Le café est fermé. Le café aussi.", True),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", False),
        (b"a stray \x00 byte in a text", "a stray \x00 byte in a text", False),
        (b"cut off \xe2\x80", "cut off â€", True),
    ],
)
def test_decode(data, text, noted):
    got, notes = decode(data)
    assert got == text
    assert bool(notes) == noted


def test_other_scripts_are_found_by_statistics():
    text = "Мы ждали достаточно долго, сказала она журналистам в понедельник утром. " * 5
    got, notes = decode(text.encode("cp1251"))
    assert got == text
    assert "encoding" in notes[0]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith("\ufeff")))
def test_utf8_comes_through_character_for_character(text):
    try:
        assert decode(text.encode()) == (text, ())
    except ArticleError:
        assert any(sign < " " for sign in text) or text.startswith(("%PDF", "PK", "{\\rtf", "GIF8", "MZ"))


@given(st.binary(max_size=300))
def test_no_bytes_crash(data):
    with contextlib.suppress(ArticleError):
        assert isinstance(decode(data)[0], str)


@pytest.mark.parametrize(
    "data, word",
    [
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.7 and so on", ".pdf"),
        (b"PK\x03\x04rest", ".docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "password"),
        (b"", "empty"),
        (b"  \n\t \r\n", "empty"),
        ("\ufeff\u200b \u200d\n".encode(), "empty"),
        (b"x" * (MAX_UPLOAD_BYTES + 1), "5 MB"),
        (b"word " * (MAX_UPLOAD_BYTES // 5), f"{MAX_CHARACTERS:,}"),
    ],
)
def test_refused_with_a_sentence(data, word):
    with pytest.raises(ArticleError, match=word) as caught:
        read_upload("article.txt", data)
    assert caught.value.source == "article.txt"


@pytest.mark.parametrize("text", ["one", "🎉🎉", "a\r\nb", "\ud800 lone", " leading and trailing "])
def test_pasted_text_is_kept_as_it_is(text):
    article = read_pasted(text)
    assert article.text == text
    assert len(article.id) == 16


@pytest.mark.parametrize("name", ["noending", "a.exe", ".txt", "a.txt.zip", "a.jsonl", ""])
def test_other_kinds_are_refused_with_the_list(name):
    with pytest.raises(ArticleError, match=r"\.docx"):
        read_upload(name, b"hello")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("short", "short"),
        ("w" * 1000, "w" * 1000),
        ("w" * 1001, "w" * 999 + "…"),
        ("four " * 200 + "x", "four " * 199 + "four…"),
        ("w" * 900_000, "w" * 999 + "…"),
        ("'" * 900_000 + " x", "'" * 999 + "…"),
    ],
)
def test_a_title_has_a_bound_whatever_it_came_in(title, kept):
    files = {
        "a.md": f"# {title}\n\nMayor Amal Haddad left.",
        "b.html": f"<title>{title}</title><p>Mayor Amal Haddad left Rafah on Monday, she told the council.</p>",
    }
    for name, text in files.items():
        assert read_upload(name, text.encode()).title == kept
    row = {"text": "Mayor Amal Haddad left.", "title": title, "source": title}
    read = read_line(Line(1, json.dumps(row).encode()), "a.jsonl")
    assert (read.title, read.source) == (kept, kept)
