"""Word files: what changes, controls, boxes, notes and tables leave of the words."""

# ruff: noqa: E501 (one case is one line)
import io
import zipfile

import pytest

from pipeline import ArticleError
from pipeline.read.docx import read_docx

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def word_file(body, notes="", strict=False):
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format(f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": RELS.format(
            f'<Relationship Id="b" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>' if notes else ""
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {SPACES}>{notes}</w:footnotes>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if strict:
                text = text.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                    OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
                )
            archive.writestr(name, text)
    return made.getvalue()


def r(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*runs, mark=""):
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def w(name, *inner):
    return f"<w:{name}>{''.join(inner)}</w:{name}>"


def box(*paragraphs):
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


LONG = "The ferry that sank off Bergen on Monday had been repaired twice in a year, the harbour master said."
TABLE = [
    ("insertions stay", p(r("It would "), f"<w:ins>{r('not ')}</w:ins>", r("reopen.")), "It would not reopen."),
    ("deletions go", p(r("It would "), "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>", r("go.")), "It would go."),
    (
        "what was moved stands where it went",
        p(f"<w:moveFrom>{r('Old.')}</w:moveFrom>", r("First. "), f"<w:moveTo>{r('Moved.')}</w:moveTo>"),
        "First. Moved.",
    ),
    ("a deleted mark joins", p(r("The ferry "), mark="<w:del/>") + p(r("sank.")), "The ferry sank."),
    ("hidden text goes", p(r("Seen."), r(" Hidden.", "<w:vanish/>"), r(" Shown.", '<w:vanish w:val="0"/>')), "Seen. Shown."),
    ("a smart tag's name", p(w("smartTag", w("smartTag", r("Ana Olsen"))), r(" said.")), "Ana Olsen said."),
    ("a field's result", p(r("On "), f"<w:fldSimple>{r('3 May')}</w:fldSimple>", r(" in Oslo.")), "On 3 May in Oslo."),
    (
        "a field's code goes",
        p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>", r("3 May")),
        "3 May",
    ),
    ("a control within a line", p(r("In "), w("sdt", w("sdtContent", r("Oslo"))), r(".")), "In Oslo."),
    ("a control around paragraphs", w("sdt", w("sdtContent", p(r("One.")), p(r("Two.")))), "One.\n\nTwo."),
    ("custom XML", w("customXml", p(r("In "), w("customXml", r("Nairobi")), r("."))), "In Nairobi."),
    ("words below a ruby", p(r("Said "), w("r", w("ruby", w("rt", r("x")), w("rubyBase", r("Olsen")))), r(".")), "Said Olsen."),
    ("a link", p(r("Said "), f"<w:hyperlink>{r('Ana Olsen')}</w:hyperlink>", r(".")), "Said Ana Olsen."),
    ("a box, once", p(r("The dam holds."), box(p(r("“It holds,”")), p(r("she said.")))), "The dam holds.\n\n“It holds,”\n\nshe said."),
    ("a box in a box", p(box(p(r("Outer."), box(p(r("Inner.")))))), "Outer.\n\nInner."),
    ("signs", p("<w:r><w:t>Oslo</w:t><w:noBreakHyphen/><w:t>Bergen</w:t><w:softHyphen/><w:t>!</w:t></w:r>"), "Oslo-Bergen!"),
    ("a table of figures", f"<w:tbl>{row(p(r('Oslo')), p(r('3')))}{row(p(r('Bergen')), p(r('1')))}</w:tbl>", "Oslo | 3\n\nBergen | 1"),
    ("a table that lays out a page", f"<w:tbl>{row(p(r(LONG)) + p(r(LONG)), p(r('Rain')))}</w:tbl>", f"{LONG}\n\n{LONG}\n\nRain"),
    ("entries beside the article", f"<w:tbl>{row(p(r('Home')) + p(r('News')), p(r(LONG)) * 3, p(r('Weather: rain')))}</w:tbl>", "\n\n".join([LONG] * 3)),
    (
        "labels beside what they say",
        f"<w:tbl>{row(p(r('Crew')), p(r(LONG)) * 3)}{row(p(r('Port')), p(r('Bergen')))}</w:tbl>",
        "\n\n".join(["Crew", *[LONG] * 3, "Port | Bergen"]),
    ),
    ("a table in a cell", w("tbl", row(w("tbl", row(p(r("Oslo")), p(r("3")))) + p(r("End.")))), "Oslo | 3 End."),
    ("a row in a control", f"<w:tbl><w:sdt><w:sdtContent>{row(p(r('Oslo')))}</w:sdtContent></w:sdt></w:tbl>", "Oslo"),
    ("a deleted row", f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('Gone'))}</w:tc></w:tr>{row(p(r('Here')))}</w:tbl>", "Here"),
]  # fmt: skip


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
@pytest.mark.parametrize(("body", "text"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE])
def test_words(body, text, strict):
    assert read_docx(word_file(body, strict=strict)).text == text


def test_footnotes_stand_at_the_end_once_and_in_order():
    refs = [f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (2, 1, 2)]
    notes = "".join(f'<w:footnote w:id="{n}">{p(r(f"Note {n}."))}</w:footnote>' for n in (-1, 1, 2, 3))
    document = read_docx(word_file(p(r("Said."), *refs) + p(r("End.")), notes))
    assert document.text == "Said.\n\nEnd.\n\nNote 2.\n\nNote 1."


def test_an_embedded_document_is_named():
    document = read_docx(word_file(p(r("Said.")) + "<w:altChunk/>"))
    assert document.notes == ("A document of another kind is embedded in this Word file; it was left out.",)


def test_cells_left_out_are_named():
    beside = row(p(r("Home")) + p(r("News")), p(r(LONG)) * 3, p(r("Weather: rain")))
    document = read_docx(word_file(f"<w:tbl>{beside}</w:tbl>"))
    assert document.notes == ("Short cells beside the article were left out: Home, News, Weather: rain.",)


def test_controls_in_controls_without_end_are_refused():
    with pytest.raises(ArticleError, match=r"damaged"):
        read_docx(word_file("<w:sdt>" * 100_000))


def test_a_part_with_broken_bytes_is_refused():
    data = bytearray(word_file(p(r("Said."))))
    start = data.index(b"_rels/.rels") + len("_rels/.rels")
    data[start : start + 20] = b"\xff" * 20
    with pytest.raises(ArticleError, match=r"damaged"):
        read_docx(bytes(data))


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
def test_a_picture_that_is_not_in_the_file(strict):
    whole = word_file(p(r("Said.")), strict=strict)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive, zipfile.ZipFile(made, "w") as copy:
        for name in archive.namelist():
            text = archive.read(name).decode()
            lost = '<Relationship Id="z" Type="http://x/image" Target="media/lost.png"/></Relationships>'
            copy.writestr(name, text.replace("</Relationships>", lost) if "document.xml.rels" in name else text)
        copy.writestr("word/media/there.png", b"\x89PNG")
    assert read_docx(made.getvalue()).text == "Said."
