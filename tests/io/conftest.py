"""Files made on the spot, and an analysis written by hand, for the tests of reading and writing."""

import io
import sys
import zlib
from datetime import date

import docx
import pytest

from pipeline.model import Analysis, Article, DateRef, Entity, Mention, Note, Place, PlaceChoice, Quote
from tests.io.runs import NEWS, jsonl

ESCAPES = {ord(sign): "\\" + sign for sign in "()\\"}


def pdf_bytes(pages, *, title=None, extra=b""):
    """A PDF with one line of text under the other on each page; ASCII only."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, lines in enumerate(pages):
        shown = "".join(f"({line.translate(ESCAPES)}) Tj T*\n" for line in lines)
        stream = zlib.compress(f"BT /F1 11 Tf 14 TL 50 800 Td\n{shown}ET".encode("cp1252"))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * n)
        )
        objects.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    if title:
        objects.append(f"<< /Title ({title}) >>".encode())
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    out.write(extra)
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    info = b" /Info %d 0 R" % len(objects) if title else b""
    out.write(b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, info, start))
    return out.getvalue()


def docx_bytes(*paragraphs, title=None, table=()):
    """A Word file with these paragraphs, then the rows of a table."""
    word = docx.Document()
    word.core_properties.title = title or ""
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    if table:
        grid = word.add_table(len(table), len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


@pytest.fixture(name="pdf_bytes", scope="session")
def _pdf_bytes():
    return pdf_bytes


@pytest.fixture(name="docx_bytes", scope="session")
def _docx_bytes():
    return docx_bytes


TEXT = "“=1+1 is fine,” said Mira Dolan in Rafah on Monday. The Dolan family left Atlantis."


@pytest.fixture(scope="session")
def analysis():
    """A small article with every kind of fact, doubtful ones among them."""
    start = TEXT.index
    choice = PlaceChoice("Rafah", "EG", "city", 31.28, 34.24, 2, 0.2)
    return Analysis(
        Article("a1", TEXT, title="@Lines", source="x;y.txt", published=date(2024, 3, 19), published_from="given"),
        words=14,
        sentences=((0, 52), (53, len(TEXT))),
        mentions=(
            Mention(start("Mira"), start("Mira") + 10, "Mira Dolan", "PERSON", "e1", 0),
            Mention(start("Rafah"), start("Rafah") + 5, "Rafah", "GPE", "e2", 0),
            Mention(start("Dolan f"), start("Dolan f") + 5, "Dolan", "PERSON", "e1", 1),
            Mention(start("Atlantis"), start("Atlantis") + 8, "Atlantis", "GPE", "e3", 1),
        ),
        entities=(
            Entity("e1", "Mira Dolan", "PERSON", 2, ("Dolan; Mira", "back\\slash", "Mira Dolan")),
            Entity("e2", "Rafah", "GPE", 1),
            Entity("e3", "Atlantis", "GPE", 1, ("-Atlantis",)),
        ),
        quotes=(
            Quote("q1", 1, 14, TEXT[1:14], "direct", 21, 31, "Mira Dolan", "e1", "Mira Dolan", 16, 20, "said"),
            Quote("q2", 53, 60, TEXT[53:60], "indirect", said_on=date(2024, 3, 18), speaker_reason="nobody is named"),
        ),
        places=(
            Place(35, 40, "Rafah", "e2", "Rafah", "PS", "city", 31.287, -34.2595, 281102, 0.9, "near Gaza", (choice,)),
            Place(74, 82, "Atlantis", "e3", None, None, None, None, None, None, 0.1, "=no such place"),
        ),
        dates=(DateRef(44, 50, "Monday", "2024-03-18", "day"), DateRef(44, 50, "Mon", None, None)),
        notes=(Note("places", "one place name could not be put on the map"),),
    )


@pytest.fixture
def pipeline_main(resources, monkeypatch):
    """The command line in this process, with the model that the other tests use too."""
    from pipeline.cli import main

    monkeypatch.setattr(sys.modules["pipeline.recipe"], "load_resources", lambda *_, **__: resources)
    return lambda *arguments: main([str(argument) for argument in arguments])


@pytest.fixture
def mixed(tmp_path, pdf_bytes, docx_bytes):
    """A folder of good and bad inputs; its name sorts before the outputs made beside it."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(NEWS.encode() + b"\r\n")
    (folder / "b.html").write_text(f"<html><head><title>Ferry</title></head><body><p>{NEWS}</p></body></html>")
    (folder / "c.pdf").write_bytes(pdf_bytes([["Mira Dolan left Rafah on Monday."]]))
    (folder / "d.docx").write_bytes(docx_bytes(NEWS))
    (folder / "e.md").write_text(f"# Ferry\n\n{NEWS}")
    (folder / "f.docx").write_bytes(b"PK\x03\x04broken")
    (folder / "g.txt").write_bytes(bytes(1000))
    jsonl(
        folder / "h.jsonl",
        {"id": "h1", "text": NEWS, "published": "2024-03-19"},
        "broken",
        {"id": "h2", "text": " "},
        {"text": "🎉"},
    )
    return folder
