"""Word files → paragraphs."""

import io
import zipfile

import docx
import pytest

from pipeline.errors import ArticleError
from pipeline.read.docx import MAX_UNPACKED, read_docx


def rezipped(data, **changed):
    """The archive with some parts replaced; keys are file names with __ for / and . kept."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.rpartition("/")[2].partition(".")[0], old.read(name)))
    return out.getvalue()


def test_paragraphs_and_tables_in_order(docx_bytes):
    data = docx_bytes("“We left,” she said.", "", "Two\nlines", title="Ferry", table=[["Year", "Riders"], ["2012", ""]])
    document = read_docx(data)
    assert document.title == "Ferry"
    assert document.text == "“We left,” she said.\n\nTwo\nlines\n\nYear | Riders\n\n2012"


def test_no_title_and_no_day_are_guessed(docx_bytes):
    document = read_docx(docx_bytes("Text"))
    assert (document.title, document.published) == (None, None)


@pytest.mark.parametrize(("style", "title"), [("Title", "Ferry sails"), ("Heading 1", "Ferry sails"), (None, None)])
def test_the_title_that_a_style_tells(style, title):
    word, out = docx.Document(), io.BytesIO()
    word.core_properties.title = ""
    word.add_paragraph("")
    word.add_paragraph("Ferry sails", style=style)
    word.add_paragraph("Text", style="Heading 1")
    word.save(out)
    assert read_docx(out.getvalue()).title == title


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", b"hello", b"PK\x05\x06" + bytes(18)])
def test_broken(data):
    with pytest.raises(ArticleError, match="damaged"):
        read_docx(data)


def test_cut_off(docx_bytes):
    with pytest.raises(ArticleError, match="damaged"):
        read_docx(docx_bytes("Text" * 100)[:-200])


def test_old_or_protected():
    with pytest.raises(ArticleError, match="password"):
        read_docx(b"\xd0\xcf\x11\xe0" + bytes(500))


def test_empty_body(docx_bytes):
    with pytest.raises(ArticleError, match="no text"):
        read_docx(docx_bytes())


def test_zip_bomb_is_refused_before_it_is_opened(docx_bytes):
    bomb = rezipped(docx_bytes("x"), document=b" " * (MAX_UNPACKED + 1))
    with pytest.raises(ArticleError, match="unpack to"):
        read_docx(bomb)
    with pytest.raises(ArticleError, match="unpack to"):
        read_docx(rezipped(docx_bytes("x"), document=b" " * 20_000_000))


def test_a_declared_size_that_lies_is_damage(docx_bytes):
    bomb = bytearray(rezipped(docx_bytes("x"), document=b"<a>" + b" " * 20_000_000 + b"</a>"))
    real, told = (20_000_007).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    with pytest.raises(ArticleError, match="damaged"):
        read_docx(bytes(bomb).replace(real, told))


def test_entities_are_not_expanded(docx_bytes):
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    xml = f'<!DOCTYPE d [<!ENTITY e0 "ha">{levels}<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&e8;&f;</d>'
    with pytest.raises(ArticleError, match=r"damaged|no text"):
        read_docx(rezipped(docx_bytes("x"), document=xml.encode()))
