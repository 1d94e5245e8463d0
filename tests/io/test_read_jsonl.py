"""JSON lines and folders → articles in order, errors among them."""

import errno
import io
import json
import os
from datetime import date

import pytest

from pipeline.batch.inputs import passed_over, pending_inputs, total_bytes
from pipeline.model import Article
from pipeline.read import open_reader
from pipeline.read.item import ReadFailure
from pipeline.read.jsonl import MAX_LINE_BYTES, Line, read_line, read_lines


def line(row, number=1):
    return Line(number, json.dumps(row).encode() if not isinstance(row, bytes) else row)


def test_a_full_line():
    row = {
        "id": "n1",
        "text": "Two\r\nlines ",
        "title": " A\ttitle",
        "published": "2024-03-19",
        "source": "http://x",
        "z": 1,
    }
    assert read_line(line(row), "f.jsonl") == Article(
        "n1", "Two\r\nlines ", "A title", "http://x", date(2024, 3, 19), "given"
    )


@pytest.mark.parametrize(
    "row, published, noted",
    [
        ({"text": "x", "published": "2024-03-19T10:00:00Z"}, date(2024, 3, 19), False),
        ({"text": "x", "published": None}, date(2020, 1, 1), False),
        ({"text": "x", "published": ""}, date(2020, 1, 1), False),
        ({"text": "x", "published": "19 March"}, date(2020, 1, 1), True),
        ({"text": "x", "published": 20240319}, date(2020, 1, 1), True),
        ({"text": "x", "published": "2024-02-31"}, date(2020, 1, 1), True),
    ],
)
def test_day_of_a_line_then_of_the_command(row, published, noted):
    article = read_line(line(row), "f", published=date(2020, 1, 1))
    assert article.published == published
    assert bool(article.notes) == noted


@pytest.mark.parametrize(
    "row, article_id",
    [
        ({"id": 7, "text": "x"}, "7"),
        ({"id": "", "text": "x"}, None),
        ({"text": "x"}, None),
        ({"id": 7.0, "text": "x"}, "7"),
        ({"id": "x" * 200, "text": "x"}, "x" * 200),
    ],
)
def test_ids(row, article_id):
    got = read_line(line(row), "f")
    assert got.id == article_id if article_id else len(got.id) == 16
    assert not got.notes


@pytest.mark.parametrize(
    "given", ["true", "false", "1.5", "[1]", "{}", "1e308", "Infinity", "9" * 300, '"' + "x" * 201 + '"']
)
def test_an_id_that_is_none_is_told(given):
    got = read_line(line(f'{{"id": {given}, "text": "x"}}'.encode()), "f")
    assert len(got.id) == 16
    assert "id" in got.notes[0].message


@pytest.mark.parametrize("given", ["null", '""', "NaN"])
def test_a_gap_where_an_id_would_stand_is_not_told(given):
    got = read_line(line(f'{{"id": {given}, "text": "x"}}'.encode()), "f")
    assert (len(got.id), got.notes) == (16, ())


def test_a_number_that_is_too_long_is_called_that():
    assert "a number is too long" in read_line(line(b'{"id": ' + b"9" * 5000 + b', "text": "x"}'), "f").message


@pytest.mark.parametrize(
    "data, word",
    [
        (b"not json", "not JSON"),
        (b'{"text": "cut', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[1]", 'no "text"'),
        (b"null", 'no "text"'),
        (b'{"text": null}', 'no "text"'),
        (b'{"id": "n", "text": "  "}', "empty"),
        (b"\x00\x01\x02\x03\x04\x05", "binary"),
        (None, "longer"),
    ],
)
def test_a_bad_line_names_its_place(data, word):
    unread = read_line(Line(3, data), "news.jsonl")
    assert isinstance(unread, ReadFailure)
    assert unread.where.startswith("news.jsonl line 3")
    assert word in unread.message


def test_lines_are_counted_and_blank_ones_passed_over():
    file = io.BytesIO(b"\xef\xbb\xbf1\n\n  \n2\r\n3")
    assert [(one.number, one.data.strip(b"\xef\xbb\xbf\r\n")) for one in read_lines(file)] == [
        (1, b"1"),
        (4, b"2"),
        (5, b"3"),
    ]


def test_an_endless_line_is_passed_over():
    file = io.BytesIO(b"x" * (2 * MAX_LINE_BYTES + 5) + b"\nnext\n")
    assert [(one.number, one.data) for one in read_lines(file)] == [(1, None), (2, b"next\n")]


def test_wrong_encoding_in_a_line_is_noted():
    article = read_line(Line(1, b'{"text": "Caf\xe9 in Lyon"}'), "f")
    assert article.text == "Café in Lyon"
    assert article.notes[0].step == "reading"


def test_surrogate_pairs_and_lone_ones():
    article = read_line(Line(1, b'{"text": "\\ud83d\\ude00 \\ud800"}'), "f")
    assert article.text == "😀 \ud800"


def items(*inputs, **kwargs):
    with open_reader() as reader:
        return [entry.item() for entry in pending_inputs([str(name) for name in inputs], reader=reader, **kwargs)]


def test_a_folder_in_sorted_order_with_what_is_not_ours_left_out(tmp_path):
    names = ["b.txt", "a/z.md", "a/B.TXT", ".hidden.txt", ".git/x.txt", "~$lock.docx", "pic.png", "c.jsonl", "a.html"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "from c"}' if name == "c.jsonl" else f"<p>{name}</p>" if name == "a.html" else name)
    own = tmp_path / "out.jsonl"
    own.write_text("{}")
    got = items(tmp_path, leave_out=own)
    assert [item.text for item in got] == ["a.html", "b.txt", "from c", "B.TXT".join(["a/", ""]), "a/z.md"]
    assert total_bytes([str(tmp_path)], own) == sum(
        (tmp_path / name).stat().st_size for name in ("a.html", "b.txt", "c.jsonl", "a/B.TXT", "a/z.md")
    )


def test_what_a_folder_holds_beside_our_kinds_is_named(tmp_path):
    os.mkfifo(tmp_path / "pipe.parquet")
    for name in ("a.txt", ".hidden.png", "~$lock.docx", "out.csv", *(f"{n}.png" for n in range(6))):
        (tmp_path / name).write_text(name)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.png").write_text("b")
    told = list(passed_over([str(tmp_path), str(tmp_path / "a.txt"), "-"], tmp_path / "out.csv"))
    assert told == [
        f"{tmp_path}: passed over, since we read no such files: 0.png, 1.png, 2.png, 3.png, 4.png and 3 more."
    ]
    assert [item.text for item in items(tmp_path, leave_out=tmp_path / "out.csv")] == ["a.txt"]


def test_a_folder_that_cannot_be_looked_into_is_a_failure_of_its_own(tmp_path, monkeypatch):
    """The tests may run as root, who may look into every folder."""
    for name in ("open/a.txt", "shut/b.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name)
    scan = os.scandir

    def refusing(path):
        if str(path).endswith("shut"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    read, failed = items(tmp_path)
    assert read.text == "open/a.txt"
    assert (failed.where, failed.message) == (
        str(tmp_path / "shut"),
        "The folder cannot be looked into: Permission denied.",
    )


def test_inputs_that_are_none(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.exe").write_bytes(b"MZ")
    got = items(tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "x.exe")
    assert [type(item) for item in got] == [ReadFailure] * 3
    assert [item.article.source for item in got] == [str(tmp_path / name) for name in ("missing.txt", "empty", "x.exe")]


def test_a_file_that_may_not_be_read(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert isinstance(items(tmp_path)[0], ReadFailure)
