"""Plain text that another program read in a wrong encoding or sent in the code of mail; and what only looks so."""

import base64
import quopri

import pytest

from pipeline.read import read_upload
from pipeline.read.parse import parse

SAID = "“We wait for the ferry,” Zoë Olsen said in Bergen – and it’s late…\n\nA ticket costs 12 €, said Éric Aubé."


def misread(text, codec, errors="strict"):
    return text.encode().decode(codec, errors)


def as_browsers_read(text):
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte) for byte in text.encode()
    )


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        (as_browsers_read(SAID), SAID),
        (as_browsers_read(as_browsers_read(SAID)), SAID),
        (misread(SAID, "mac_roman"), SAID),
        (misread("“We wait,” she said.", "cp1252", "replace"), "“We wait,” she said."),
        (misread("“We wait,” she said.", "cp1252", "ignore"), "“We wait,” she said."),
        (as_browsers_read("Mayor Nuñez and her aide Peña left 🙂."), "Mayor Nuñez and her aide Peña left 🙂."),
        ("\ufeff" + as_browsers_read("“Yes.”"), "“Yes.”"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["txt", "md"])
def test_marks_read_in_a_wrong_encoding_are_put_right(garbled, text, kind):
    document = parse(f"a.{kind}", garbled.encode())
    assert document.text.split() == text.split()
    assert ["wrong encoding" in note for note in document.notes] == [True]


@pytest.mark.parametrize(("garble", "noted"), [(as_browsers_read, True), (str, False)])
def test_a_page_made_of_misread_text_is_put_right(garble, noted):
    page = f"<title>{garble('“Éric’s” ferry')}</title><article>{f'<p>{garble(SAID)}</p>' * 4}</article>"
    document = parse("a.html", f"<meta charset=utf-8>{page}".encode())
    assert document.text.startswith(SAID.split("\n")[0])
    assert document.title == "“Éric’s” ferry"
    assert any("wrong encoding" in note for note in document.notes) == noted


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "The screen showed “â€œ” where a mark should be, said the “printer” of Bergen.",  # words about the fault
        "He wrote â€œ once, and nothing else.",  # one sign alone
        as_browsers_read("“We wait,” she said.") + " Zoë agreed.",  # the rest says otherwise
        "BEYONCÉ’S ALBUM, BEYONCÉ’S TOUR, BEYONCÉ’S FANS",
        "SÃO PAULO AND CÂMARA, SAID Â",
        "The root √2, the root √3.",
    ],
)
def test_what_only_looks_misread_stays(text):
    document = parse("a.txt", text.encode())
    assert (document.text, document.notes) == (text, ())


def coded(text, codec="utf-8"):
    return quopri.encodestring(text.encode(codec))


LONG = SAID + " The harbour master of Bergen did not say when the next boat would leave, nor who pays for it = nobody."


@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_the_code_of_mail_is_undone(codec, end):
    document = parse("a.txt", coded(LONG, codec).replace(b"\n", end))
    assert document.text.replace("\r\n", "\n") == LONG
    assert "quoted-printable" in document.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "By ANN OLSEN=\nBergen Writer=\nThe ferry sank.",  # an old wire
        "See https://post.example/?a=E2&b=9C and ?c=80 for more.",
        "It read =E2=80=9C, and a = b.",
        "The code =41 is a letter, =42 another.",
        "“Marks” beside =E2=80=9C and =E2=80=9D.",
    ],
)
def test_what_only_looks_coded_stays(text):
    document = parse("a.txt", text.encode())
    assert (document.text, document.notes) == (text, ())


MAIL = b"""From: Ann Olsen <ann@post.example>
Subject: =?utf-8?q?Ferry_=E2=80=93_late?=
MIME-Version: 1.0
"""
PART = b'Content-Type: text/plain; charset="%s"\nContent-Transfer-Encoding: quoted-printable\n\n'
MANY = b"""Content-Type: multipart/alternative; boundary="b"

--b
%s
--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<p>=E2=80=9CNot this.</p>
--b--
"""


@pytest.mark.parametrize(
    "data",
    [
        MAIL + PART % b"utf-8" + coded(LONG),
        MAIL + PART % b"iso-8859-1" + coded(LONG, "cp1252"),
        MAIL + MANY % (PART % b"utf-8" + coded(LONG)),
    ],
)
def test_a_saved_mail_gives_its_text_and_subject(data):
    article = read_upload("mail.txt", data)
    assert article.text.strip() == LONG
    assert article.title == "Ferry – late"
    assert [note.message for note in article.notes] == [
        "This is a saved mail: its text was decoded, its head left out."
    ]


@pytest.mark.parametrize(
    "data, text, title",
    [
        (b"From: a@b.example\nSubject: Ferry\n\nThe ferry is late.", "The ferry is late.", "Ferry"),
        (MAIL + PART % b"utf-8" + coded(LONG), LONG, "Ferry – late"),
        (b"Received: x\n\ty\n" * 2000 + b"Subject: Ferry\n\nThe ferry is late.", "The ferry is late.", "Ferry"),
        (b"The ferry is late.\n\nIt rains.", "The ferry is late.\n\nIt rains.", None),  # no mail at all
        (b"From: a@b.example\n\n", "From: a@b.example\n\n", None),  # nothing in it
    ],
)
def test_a_file_called_a_mail(data, text, title):
    document = parse("ferry.eml", data)
    assert (document.text.strip(), document.title) == (text.strip(), title)


SHOWN = "“We will not open it,” the mayor of Bergen said on Monday. " * 8


@pytest.mark.parametrize("code", ["quoted-printable", "base64", "8bit"])
def test_a_mail_that_is_a_web_page(code):
    page = f"<html><body><p>{SHOWN}</p><script>var a;</script></body></html>".encode()
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(code, bytes)(page)
    head = MAIL + b"Date: Mon, 18 Mar 2024 23:00:00 -0500\nContent-Type: text/html; charset=utf-8\n"
    article = read_upload("mail.txt", head + f"Content-Transfer-Encoding: {code}\n\n".encode() + body)
    assert article.text.strip() == SHOWN.strip()
    assert (article.title, str(article.published)) == ("Ferry – late", "2024-03-18")


@pytest.mark.parametrize(
    "text",
    [
        "The head of a mail reads\nContent-Transfer-Encoding: quoted-printable\n\nand nobody knows why.",
        "Subject: ferry\nContent-Transfer-Encoding: 8bit\n\nThe ferry is late.",
        "Content-Transfer-Encoding: quoted-printable\n\n",
    ],
)
def test_no_such_mail(text):
    assert parse("a.txt", text.encode()).text == text


def test_a_forwarded_mail_has_the_day_on_which_it_was_first_sent():
    head = b"From: ana@post.example\nSubject: Fwd: RE: Ferry sails\nDate: Fri, 22 Mar 2024 10:00:00 +0000\n\n"
    inner = (
        b"---------- Forwarded message ---------\nFrom: x@post.example\nDate: Tue, Mar 19, 2024 at 10:00 AM\n\nRain."
    )
    article = read_upload("mail.eml", head + b"See below.\n\n" + inner)
    assert (article.title, str(article.published)) == ("Ferry sails", "2024-03-19")
    article = read_upload("mail.eml", head + b"Date: Tuesday, March 19, 2024. It rains.")
    assert str(article.published) == "2024-03-22"
