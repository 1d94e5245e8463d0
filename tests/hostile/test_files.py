"""Files that mean harm are refused in a sentence or read as the text they show; the next file is read all the same."""

import os
import sys

import pytest

from devtools.processor import spent
from pipeline.batch.inputs import files_below
from pipeline.errors import ArticleError
from pipeline.limits import MAX_UPLOAD_BYTES
from pipeline.read import open_reader
from pipeline.read.upload import read_path
from tests.hostile import nasty
from tests.hostile.nasty import BODY, LAUGHS, SECRET, outside, page, pdf, squeezed, stream, word

P = f"<p>{BODY}</p>"
REFUSED, READ, EITHER = "refused", "read", "either"
WORD = {
    "bomb": (nasty.archive({"word/document.xml": b"\0" * 60_000_000}), REFUSED),
    "bomb under the size, over the ratio": (nasty.archive({"word/document.xml": b"\0" * 9_000_000}), REFUSED),
    "overlapping names": (nasty.overlapping(2000), REFUSED),
    "nested archives": (nasty.nested(30), REFUSED),
    "a size too small": (nasty.lying(200_000, 10), REFUSED),
    "a size too large": (nasty.lying(2_000, 200_000), EITHER),
    "laughs": (word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", doctype=LAUGHS + "]>"), EITHER),
    "a file as entity": (
        word(f"<w:p><w:r><w:t>{BODY}&x;</w:t></w:r></w:p>", doctype=f'<!DOCTYPE d [<!ENTITY x SYSTEM "{SECRET}">]>'),
        EITHER,
    ),
    "a host as entity": (
        word(f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>", doctype='<!DOCTYPE d SYSTEM "http://192.0.2.1/x.dtd">'),
        EITHER,
    ),
    "template elsewhere": (word(own=outside("attachedTemplate", "http://192.0.2.1/evil.dotm")), READ),
    "picture elsewhere": (word(own=outside("image", "\\\\192.0.2.1\\share\\x.png")), READ),
    "a file as part": (word(own=outside("image", SECRET)), READ),
    "the document elsewhere": (word(root=outside("officeDocument", SECRET)), REFUSED),
    "the document above": (word(root=outside("officeDocument", "../../../etc/passwd", mode="Internal")), REFUSED),
    "slip": (word(more={"../../../../tmp/slipped.txt": "x", "/tmp/slipped.txt": "x"}), READ),
    "relations to itself": (word(own=outside("officeDocument", "/word/document.xml", mode="Internal")), EITHER),
    "deep markup": (word("<w:p>" * 20_000 + "</w:p>" * 20_000), EITHER),
    "macros": (word(more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 99}), READ),
    "cut off": (word()[:-30], REFUSED),
    "empty archive": (nasty.archive({}), REFUSED),
}
ITSELF = b"/Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> >>"
FORM = stream(nasty.zlib.compress(b"/X Do " * 200), about=ITSELF)
RANGE = b"/CIDInit begincmap 1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange endcmap"
WIDE = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>"
ACTIONS = (
    b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    b" /AA << /O << /S /Launch /F (/bin/sh) >> >> >>"
)
PDF = {
    "plain": (page(), READ),
    "kids of themselves": (pdf(nasty.CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"), REFUSED),
    "a million pages": (pdf(nasty.CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", nasty.PAGE), REFUSED),
    "deep kids": (
        pdf(nasty.CATALOG, *(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 3) for n in range(3000)), nasty.PAGE),
        EITHER,
    ),
    "form in itself": (page(b"/X Do " + nasty.SHOWN, more=(FORM,)), EITHER),
    "bomb": (page(packed=squeezed(900)), REFUSED),
    "bomb in a bomb": (page(packed=squeezed(900, twice=True), filters=b"[/FlateDecode /FlateDecode]"), REFUSED),
    "filters without end": (page(packed=b"x", filters=b"[" + b"/ASCIIHexDecode " * 20_000 + b"]"), REFUSED),
    "length of itself": (page().replace(b"/Length ", b"/Length 4 0 R /L "), EITHER),
    "a huge length": (page().replace(b"/Length ", b"/Length 99999999999999999999"), EITHER),
    "previous table of itself": (
        pdf(nasty.CATALOG, nasty.PAGES, nasty.PAGE, trailer=b"<< /Root 1 0 R /Prev 9 >>").replace(
            b"/Prev 9", b"/Prev 1"
        ),
        EITHER,
    ),
    "a wide range": (page(font=WIDE, more=(stream(nasty.zlib.compress(RANGE)),)), EITHER),
    "actions": (page(catalog=ACTIONS), READ),
    "deep arrays": (page(b"[" * 100_000 + nasty.SHOWN), EITHER),
    "text matrices": (page(b"1e308 0 0 1e308 1e308 1e308 cm BT /F1 1e30 Tf 9e99 0 0 9e99 0 0 Tm (x) Tj ET"), EITHER),
    "cut off": (page()[:200], REFUSED),
    "head alone": (b"%PDF-1.7", REFUSED),
    "page and poison": (page() + b"<script>alert(1)</script>", READ),
    "many operators": (page(b"q Q " * 1_000_000), REFUSED),
    "quoted titles": (page(), READ),
}
HTML = {
    "deep": (b"<div>" * 30_000 + P.encode(), EITHER),
    "never closed": (b"<p>" + BODY.encode() + b"<!-- " + b"x" * 1_000_000, READ),
    "attributes": (b"<p " + b"".join(b'a%d="" ' % n for n in range(50_000)) + b">" + BODY.encode(), EITHER),
    "entities": (b"<p>" + b"&amp;lt;" * 100_000 + P.encode(), EITHER),
    "file as entity": (f'<!DOCTYPE html [<!ENTITY x SYSTEM "{SECRET}">]><p>{BODY}&x;</p>'.encode(), READ),
    "laughs": (f"{LAUGHS}]><html><body><p>{BODY}&j;</p></body></html>".encode(), READ),
    "includes": (f'<iframe src="{SECRET}"></iframe><object data="{SECRET}"></object>{P * 4}'.encode(), READ),
    "base and refresh": (
        f'<base href="http://192.0.2.1/"><meta http-equiv="refresh" content="0;url=http://192.0.2.1">{P * 4}'.encode(),
        READ,
    ),
    "utf-7": (f'<meta charset="utf-7">+ADw-script+AD4-{P * 4}é'.encode("latin-1"), READ),
    "a codec that is no encoding": (f'<meta charset="zlib">{P * 4}é'.encode("latin-1"), READ),
    "a codec that runs away": (f'<meta charset="idna">{P * 4}é'.encode("latin-1"), READ),
    "nulls": (f"<p>\0{BODY * 9}</p>".encode(), READ),
    "linked data": (b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>" + P.encode() * 4, READ),
    "date of a liar": (f'<meta property="article:published_time" content="{"9" * 100_000}">{P * 4}'.encode(), READ),
    "one line": (f"<p>{BODY * 12_000}</p>".encode(), READ),
    "quotation marks": (b"<p>" + b"\xe2\x80\x9c" * 200_000 + P.encode(), EITHER),
}
TEXT = {
    "one line": ((BODY * 12_000).encode(), READ),
    "half surrogates": ("\ud800 \udfff ".encode("utf-16-le", "surrogatepass") * 9, EITHER),
    "half surrogates with a mark": (b"\xff\xfe" + "a\ud800b ".encode("utf-16-le", "surrogatepass") * 9, READ),
    "surrogates as utf-8": (b"caf\xed\xa0\x80 " + BODY.encode(), READ),
    "odd utf-16": (b"\xff\xfe" + BODY.encode("utf-16-le") + b"x", READ),
    "overlong": (b"\xc0\xaf\xe0\x80\xaf " + BODY.encode(), READ),
    "nulls": (BODY.encode() + b"\0" * 400, REFUSED),
    "utf-32 beyond": (b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 9, EITHER),
    "marks alone": (b"\xef\xbb\xbf" * 9, REFUSED),
    "combining": (("a" + "\u0301" * 100_000).encode(), READ),
    "a pdf inside": (page(), REFUSED),
    "an archive inside": (word(), REFUSED),
}
MARKDOWN = {
    "links without end": (b"[" * 100_000, READ),
    "stars": (b"*a " * 100_000 + b"**", READ),
    "quotes without end": (b"> " * 200_000 + b"x", READ),
    "comments": (b"<!--" * 100_000 + b"-->" * 100_000, READ),
    "table lines": (b"|" + b"--|" * 100_000 + b"\n" + b":-" * 100_000 + b"x", READ),
    "references": (b"[a]: b\n" * 50_000 + b"x", READ),
    "escapes": (b"\\" * 500_001, READ),
    "lists": (b"1. " * 100_000 + b"x", READ),
    "front matter": (b"---\n" + b"title: x\n" * 50_000 + BODY.encode(), READ),
    "underscores": (b"_" * 100_000 + b"x" + b"_" * 100_001, READ),
    "backticks": (b"x" + b"`" * 100_001 + b"x" + b"`" * 100_000, READ),
    "spaces": (b" " * 400_000 + b"x", READ),
    "spaces in a heading": (b"# x" + b" " * 400_000 + b"x" + b" #" * 200_000 + b"x", READ),
    "spaces in a rule": (b"***" + b" " * 400_000 + b"x", READ),
    "spaces in the front": (b"---\ntitle: x" + b" " * 400_000 + b"x\n---\nx", READ),
    "cells": (b"--|" * 200_000 + b"x", READ),
    "a program": (b"\x7fELF" + b"\0" * 999, REFUSED),
}
MISLABELLED = {
    "word as page.html": (word(), REFUSED),
    "page as word.docx": (P.encode(), REFUSED),
    "page as page.pdf": (P.encode(), REFUSED),
    "pdf as page.html": (page(), REFUSED),
    "pdf as page.md": (page(), REFUSED),
    "pdf and archive.docx": (page() + word(), EITHER),
    "picture and page.html": (b"GIF89a/*" + P.encode() * 4, REFUSED),
    "program.pdf": (b"\x7fELF" + b"\0" * 999, REFUSED),
    "old word.docx": (b"\xd0\xcf\x11\xe0" + b"\0" * 999, REFUSED),
    "nothing.docx": (b"", REFUSED),
    "nothing.pdf": (b"", REFUSED),
}
KINDS = {"docx": WORD, "pdf": PDF, "html": HTML, "txt": TEXT, "md": MARKDOWN}
FILES = [(f"{name}.{kind}", *file) for kind, files in KINDS.items() for name, file in files.items()]
FILES += [(name, *file) for name, file in MISLABELLED.items()]


def outcome(reader, folder, name, data):
    path = folder / name
    path.write_bytes(data)
    try:
        return read_path(path, reader=reader).text
    except ArticleError as error:
        return error


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """All files one after another, as a visitor might upload them, with an honest one after each."""
    folder = tmp_path_factory.mktemp("files")
    found = {}
    with open_reader(seconds=300) as reader:  # processor time is limited besides, as for every reader
        for name, data, _ in FILES:
            start = spent()
            found[name] = (outcome(reader, folder, name, data), spent() - start)
            assert outcome(reader, folder, "next.md", BODY.encode()).strip() == BODY.strip(), name
    return found


@pytest.mark.parametrize("name,data,expected", FILES, ids=[file[0] for file in FILES])
def test_it_is_refused_in_words_or_read(outcomes, name, data, expected):
    assert len(data) <= MAX_UPLOAD_BYTES
    found, _ = outcomes[name]
    if isinstance(found, ArticleError):
        assert expected != READ, found
        assert str(found).endswith(".")
        assert len(str(found)) < 250
        assert "/etc" not in str(found)
        return
    assert expected != REFUSED, found[:200]
    assert "root:" not in found
    assert len(found) <= 1_000_000
    found.encode("utf-8")  # no half of a pair is left


def test_none_takes_long(outcomes):
    """No single file comes near its limit, so that no visitor waits for another's file."""
    slow = {name: round(seconds, 1) for name, (_, seconds) in outcomes.items() if seconds > 15}
    assert slow == {}


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_links_and_pipes_in_a_folder(tmp_path):
    """A link that goes round, one to nothing, a pipe, a device: none is waited for."""
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    (tmp_path / "nothing.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    (tmp_path / "deeper").symlink_to(tmp_path)
    (tmp_path / "good.txt").write_text(BODY)
    os.mkfifo(tmp_path / "pipe.txt")
    with open_reader() as reader:
        said = {}
        for path in files_below(tmp_path):
            try:
                said[path.name] = read_path(path, reader=reader).text
            except ArticleError as error:
                said[path.name] = str(error)
    assert said["good.txt"] == BODY
    assert "pipe.txt" not in said
    assert "cannot be opened" in said["round.txt"]
    assert "cannot be opened" in said["nothing.txt"]
    assert "endless.txt" not in said
