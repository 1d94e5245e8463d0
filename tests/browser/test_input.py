"""Ways in: paste, upload of each kind, sample, and what is refused."""

import io

import docx
import pytest
from playwright.sync_api import expect

PATIENCE = 180_000  # milliseconds; a busy machine answers late, and that is no fault of the page

ARTICLE = """Ferry returns to Aqaba

The ferry will sail on Thursday, Leila Marwan said in Amman. “The engine is new,” said Marwan, who runs the line.

Her partner Tom Ashdown doubted it. “Ask me when she floats,” Ashdown said.
"""


def as_html(text):
    title, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def as_docx(text):
    document, file = docx.Document(), io.BytesIO()
    for paragraph in text.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def as_pdf(text):
    """The least that is a PDF: one page, one font, a line of text a sentence."""
    plain = text.replace("“", '"').replace("”", '"')
    lines = [line.replace("(", r"\(").replace(")", r"\)") for line in plain.replace(". ", ".\n").splitlines()]
    drawn = "BT /F1 11 Tf 14 TL 40 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return (out + end).encode("latin-1")


FILES = {
    "txt": lambda text: text.encode(),
    "md": lambda text: ("# " + text).encode(),
    "html": lambda text: as_html(text).encode(),
    "pdf": as_pdf,
    "docx": as_docx,
}


def shows(reader, words):
    """Whether the article on the page has these words."""
    reader.tab("Article")
    reader.page.locator(".st-key-reader").get_by_text(words).first.wait_for()
    return True


def test_paste_shows_the_facts(visit):
    reader = visit().paste(ARTICLE).ready()
    reader.quotes().get_by_text("The engine is new").first.wait_for()
    assert shows(reader, "Leila Marwan said in Amman")


def test_each_kind_of_file_is_read(visit, tmp_path):
    reader = visit().open()
    for number, (kind, made) in enumerate(FILES.items(), 1):
        path = tmp_path / f"ferry.{kind}"
        path.write_bytes(made(ARTICLE.replace("Leila Marwan", f"Leila Marwan the {kind.upper()}")))
        if number > 1:
            reader.page.locator(".st-key-new-article button").click()
            reader.idle()
        reader.page.locator(".st-key-upload input[type=file]").set_input_files([path])
        reader.page.locator(".dl-title", has_text="Ferry returns to Aqaba").wait_for()
        reader.ready()
        assert shows(reader, f"Leila Marwan the {kind.upper()}"), kind
        assert shows(reader, "Tom Ashdown"), kind


def test_the_sample_is_one_click_away(visit):
    reader = visit().sample()
    expect(reader.page.get_by_role("heading", name="Aid lorries reach Rafah")).to_be_visible(timeout=PATIENCE)


def test_what_is_no_article_is_refused_in_words_and_the_rest_is_done(visit, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    reader = visit().upload(tmp_path / "broken.pdf", tmp_path / "good.txt").ready()
    assert "broken.pdf" in reader.page.locator("[role=alert].dl-refusal").inner_text()
    assert shows(reader, "Leila Marwan")


def test_blank_paste_is_refused_and_the_form_says_all_that_it_reads(visit):
    reader = visit().paste("   \n  ")
    expect(reader.page.locator("[role=alert].dl-refusal")).to_be_visible(timeout=PATIENCE)
    kinds = reader.page.get_by_test_id("stFileUploaderDropzoneInstructions").locator("span").first
    assert kinds.evaluate("e => e.scrollWidth <= e.clientWidth || getComputedStyle(e).whiteSpace === 'normal'")
    names = ("Paste an article", "Upload files, one article each")
    paste, upload = (reader.page.get_by_text(words, exact=True).bounding_box() for words in names)
    assert paste["y"] == pytest.approx(upload["y"], abs=2)
    switch = reader.page.locator(".st-key-theme-switch").bounding_box()
    assert switch["x"] + switch["width"] > 1200  # at the right end of the bar, also where nothing is open
