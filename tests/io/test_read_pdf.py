"""PDF → paragraphs."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from pipeline.errors import ArticleError
from pipeline.read.pdf import paragraphs, read_pdf

PAGE = [
    "Ferry returns after eleven years",
    "The ferry sailed on Monday for the first time in eleven years, and peo-",
    "ple on the quay clapped when it left. Mira Dolan, who sells the tickets",
    "in a well-known kiosk, said that she had waited long enough.",
    "The next boat leaves at noon on Friday, when the mayor will cut a rib-",
    "bon and visitors from three countries are expected.",
]


def test_lines_become_paragraphs(pdf_bytes):
    document = read_pdf(pdf_bytes([PAGE], title="Ferry returns"))
    assert document.title == "Ferry returns"
    assert document.text.split("\n\n") == [
        "Ferry returns after eleven years",
        "The ferry sailed on Monday for the first time in eleven years, and people on the quay clapped when it left."
        " Mira Dolan, who sells the tickets in a well-known kiosk, said that she had waited long enough.",
        "The next boat leaves at noon on Friday, when the mayor will cut a ribbon and visitors from three countries"
        " are expected.",
    ]


def test_a_paragraph_runs_over_the_page_and_furniture_goes():
    line = "the ferry sailed on monday with many people on board and the harbour master waved at all of them"
    words = line.split()
    bodies = ["\n".join(" ".join(words[n:] + words[:n]) for n in range(first, first + 6)) for first in (0, 6, 12)]
    text = paragraphs([f"THE VALLEY POST {n}\n{body}\n– {n} –" for n, body in enumerate(bodies, 1)])
    assert "VALLEY" not in text
    assert not any(sign.isdigit() or sign in "–\n" for sign in text)  # one paragraph, no page number


@pytest.mark.parametrize(
    "page, text",
    [
        ("a well-\nknown man. The well-known", "a well-known man. The well-known"),
        ("co-\noperate", "cooperate"),
        ("the Anglo-\nSaxon king", "the Anglo-Saxon king"),
        ("1998-\n2004 it was", "1998-2004 it was"),
        ("", ""),
        ("\n\n", ""),
        ("One.\n\nTwo.", "One.\n\nTwo."),
    ],
)
def test_reflow(page, text):
    assert paragraphs([page]) == text


@pytest.mark.parametrize("title", ["Microsoft Word - final3.doc", "ferry.indd", "untitled", "  "])
def test_a_file_name_is_no_title(pdf_bytes, title):
    assert read_pdf(pdf_bytes([PAGE], title=title)).title is None


def test_password(pdf_bytes):
    writer = PdfWriter(clone_from=io.BytesIO(pdf_bytes([PAGE])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ArticleError, match="password"):
        read_pdf(out.getvalue())


def test_pictures_only(pdf_bytes):
    with pytest.raises(ArticleError, match="OCR"):
        read_pdf(pdf_bytes([[], []]))


@pytest.mark.parametrize("cut", [10, 200, 700])
def test_damaged(pdf_bytes, cut):
    with pytest.raises(ArticleError, match=r"damaged|OCR|no pages"):
        read_pdf(pdf_bytes([PAGE])[:cut])


def test_a_stream_that_unpacks_to_a_gigabyte_is_refused(pdf_bytes):
    from pipeline.read import read_upload

    writer = PdfWriter(clone_from=io.BytesIO(pdf_bytes([PAGE])))
    bomb = StreamObject()
    bomb.set_data(b"BT " + b" " * 200_000_000)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(bomb.flate_encode())
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ArticleError):
        read_upload("bomb.pdf", out.getvalue())
