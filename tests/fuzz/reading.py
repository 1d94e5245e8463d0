"""What must hold of the readers, whatever they are given."""

import io
import re
from datetime import date

from pipeline.errors import ArticleError
from pipeline.limits import MAX_CHARACTERS
from pipeline.read.decode import decode
from pipeline.read.item import ReadFailure
from pipeline.read.jsonl import read_line, read_lines
from pipeline.read.messages import receive, send
from pipeline.read.parse import parse
from tests.hostile.nasty import page, word

CODECS = (None, "utf-8", "utf-16", "cp1252", "utf-7", "idna", "zlib", "rot13", "unicode_escape", "no such", "\0")
GOOD = {"pdf": page(), "docx": word(), "html": b"<p>Mara Ellund said so.</p>" * 9}


def read(name, data):
    """The document, or None with a sentence why; any other error is a find."""
    try:
        document = parse(name, data)
    except ArticleError as error:
        return refused(error)
    assert document.text.strip()
    assert len(document.text) <= MAX_CHARACTERS
    assert document.title is None or (document.title.strip() and "\n" not in document.title)
    assert all(note.endswith(".") for note in document.notes)
    return document


def refused(error):
    """A refusal is a sentence."""
    assert str(error).endswith(".")


def decoding(data):
    """Bytes of any kind → text or a sentence, whatever encoding the file claims."""
    for codec in {None, CODECS[len(data) % len(CODECS)]}:
        try:
            text, notes = decode(data, declared=codec)
        except ArticleError as error:
            refused(error)
            continue
        assert isinstance(text, str)
        assert all(note.endswith(".") for note in notes)


def text(data):
    """A text file, character for character."""
    document = read("a.txt", data)
    if document and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) and not document.notes:
        assert document.text.encode("utf-8", "surrogatepass") == data


def markdown(soup):
    """What holds no mark is left alone."""
    document = read("a.md", soup.encode("utf-8", "replace"))
    if document and re.fullmatch(r"[\w ,.]*", soup) and not re.match(r" *\d", soup):
        assert document.text.strip() == soup.strip()


def html(soup):
    """A page, or a heap of tags."""
    document = read("a.html", soup.encode("utf-8", "replace"))
    if document:
        document.text.encode("utf-8")


def docx(soup):
    """A Word file whose body is a soup of its own markup."""
    read("a.docx", word(soup))


def pdf(soup):
    """A PDF whose page is a soup of its own operators."""
    read("a.pdf", page(soup.encode("latin-1", "replace")))


def damage(taste):
    """A good file of some kind with a few bytes changed, perhaps cut off; its ending in front."""
    kind = taste.pick(tuple(GOOD))
    bad = bytearray(GOOD[kind])
    for _ in range(taste.number(8) + 1):
        bad[taste.number(len(bad))] = taste.byte()
    return kind.encode() + b":" + bytes(bad[: len(bad) - taste.number(200) * taste.number(2)])


def damaged(data):
    """Any kind of file, told before the colon."""
    kind, _, rest = data.partition(b":")
    read(f"a.{kind.decode('latin-1')}", rest)


def lines(soup):
    """JSON lines made of pieces of JSON: every line is an article or says why not."""
    for line in read_lines(io.BytesIO(soup.encode("utf-8", "surrogatepass"))):
        item = read_line(line, "a.jsonl", published=date(2024, 3, 19))
        if isinstance(item, ReadFailure):
            assert item.message.endswith(".")
            assert str(line.number) in item.where
        else:
            assert item.text.strip()
            assert item.id


def frames(data):
    """What is sent is received; what is cut off or too long is nothing."""
    stream = io.BytesIO()
    send(stream, data)
    assert receive(io.BytesIO(stream.getvalue()), limit=len(data)) == data
    for cut in {0, 3, 4, len(data) // 2 + 4, len(data) + 3} - {len(data) + 4}:
        assert receive(io.BytesIO(stream.getvalue()[:cut]), limit=len(data)) is None or cut > len(data) + 3
    receive(io.BytesIO(data), limit=1000)
