"""Words looked for: what the words beside a part tell is what looking through its texts tells, for any words."""

import random
import shutil

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.collection import Collection, Filter
from pipeline.collection.search_pattern import Piece, pattern_of, pieces_of, plain_pattern_of
from pipeline.write.search_words import ACCENT, FOLDER, PLAIN, words_of

SYLLABLES = [
    "har",
    "bour",
    "Café",
    "cafe\u0301",
    "ÉCO",
    "Łód",
    "ź",
    "st",
    "ſt",
    "K",
    "ß",
    "æ",
    "Мос",
    "ква",
    "İz",
    "ı",
    "7",
    "2nd",
    "_",
    "e",
]
BETWEEN = ["", "", "", " ", "  ", "\n", "\u00a0", "-", "–", "’", "'", "“", "”", ".", ", ", "/", "\u0301", "ʼ"]
OWN = [
    "harbour",
    "O’Brien",
    "o'brien",
    "well-known",
    "WELL–KNOWN fact",
    "“No”, she said",
    '"no"',
    "cafe",
    "CAFÉS",
    "strasse",
    "3,000",
    " ",
    "\u0301",
    "%_",
    "(?i)a|b",
]


def random_text(chance, size):
    return "".join(chance.choice(SYLLABLES) + chance.choice(BETWEEN) for _ in range(size))


def random_words(chance, texts):
    """Something to look for: a piece of a text in another dress, or anything."""
    if chance.random() < 0.2:
        return random_text(chance, chance.randint(1, 3))
    text = chance.choice(texts)
    start = chance.randrange(len(text))
    piece = text[start : start + chance.randint(1, 12)]
    dress = [str.upper, str.lower, str.title, str, lambda words: words.replace("’", "'").replace("–", "-")]
    return chance.choice(dress)(piece)


def found_by(collection, words):
    return sorted(row.id for row in collection.articles(Filter(words=words)).rows)


@pytest.fixture(scope="module")
def sources(gather, make, tmp_path_factory):
    """The same articles in memory, in a folder with words, in one with some of them, and in one without."""
    chance = random.Random(20)
    texts = [random_text(chance, chance.randint(1, 25)) for _ in range(60)]
    texts += [f"He said: {words} and more {words}." for words in OWN] + ["She spoke of O’Brien’s cafés in Łódź."]
    records = [make.record(f"a{n}", text=text) for n, text in enumerate(texts)] + [make.failed("bad")]
    whole = make.write_folder(tmp_path_factory.mktemp("words") / "whole", records, part_articles=16)
    some, none = (shutil.copytree(whole, whole.with_name(name)) for name in ("some", "none"))
    shutil.rmtree(none / FOLDER)
    for path in sorted((some / FOLDER).iterdir())[::2]:
        path.unlink()
    folders = [Collection.of_folder(folder) for folder in (whole, some, none)]
    assert [len(one._source.with_words) for one in folders] == [5, 2, 0]
    yield texts, gather(records), *folders
    for one in folders:
        one.close()


@pytest.mark.parametrize("seed", range(8))
def test_words_beside_the_parts_find_what_the_texts_hold(sources, seed):
    texts, *collections = sources
    chance = random.Random(seed)
    for words in filter(str.strip, (random_words(chance, texts) for _ in range(25))):
        memory, *others = (found_by(one, words) for one in collections)
        assert all(found == memory for found in others), words


@pytest.mark.parametrize("words", [words for words in OWN if words.strip()])
def test_words_as_readers_type_them(sources, words):
    _, *collections = sources
    memory, *others = (found_by(one, words) for one in collections)
    assert all(found == memory for found in others)


@pytest.mark.parametrize("words, ids", [
    ("cafes in lodz", ["a75"]), ("brien's", ["a75"]), ("well known", []), ("well-known", ["a63", "a64"]), ("zebra", []),
])  # fmt: skip
def test_what_is_found(sources, words, ids):
    _, *collections = sources
    assert [found_by(one, words) for one in collections] == [ids] * 4


def plain_words_of(text):
    return {word for word in words_of(text) if not word.startswith(ACCENT)}


def test_the_table_of_letters_is_the_pattern():
    """Every character of Unicode: it is part of a word, as a letter, where the pattern of that letter matches it."""
    db = duckdb.connect()
    signs = [chr(n) for n in range(1, 0x110000) if not 0xD800 <= n < 0xE000]
    words = {sign: plain_words_of(sign) for sign in signs}
    plain = "(?i)" + "|".join(pattern_of(letter).removeprefix("(?i)") for letter in sorted(PLAIN))
    held = db.execute("SELECT s FROM (SELECT unnest($s) AS s) WHERE regexp_matches(s, $p)", {"s": signs, "p": plain})
    some = [row[0] for row in held.fetchall()]
    assert sorted(some) == sorted(sign for sign in signs if words[sign])
    for letter in PLAIN:
        sql = "SELECT s FROM (SELECT unnest($s) AS s) WHERE regexp_matches(s, $p)"
        found = {row[0] for row in db.execute(sql, {"s": some, "p": pattern_of(letter)}).fetchall()}
        assert found == {sign for sign in some if words[sign] == {letter}}, letter


def test_every_letter_is_plain_or_under_an_accent():
    """What the plain pattern does not find, the words behind the sign for accents tell of."""
    db = duckdb.connect()
    signs = [chr(n) for n in range(1, 0x110000) if not 0xD800 <= n < 0xE000]
    either = "|".join(plain_pattern_of(letter) for letter in sorted(PLAIN))
    held = db.execute("SELECT s FROM (SELECT unnest($s) AS s) WHERE regexp_matches(s, $p)", {"s": signs, "p": either})
    plain = {row[0] for row in held.fetchall()}
    assert {sign for sign in signs if sign.isascii() and sign.isalnum()} <= plain <= set(filter(plain_words_of, signs))
    for sign in signs:
        accented = set() if sign.isascii() else {ACCENT + word for word in plain_words_of(sign)}
        assert words_of(sign) - plain_words_of(sign) == accented, sign


@pytest.mark.parametrize("words", [words for words in OWN if words.strip()] + ["Said that K7", "Мос ква"])
def test_the_plain_pattern_finds_the_same_where_no_accent_is(words):
    chance, db = random.Random(words), duckdb.connect()
    texts = [f"x{random_words(chance, [words, words.swapcase()])}{between}{words.upper()}." for between in BETWEEN]
    sql = "SELECT s FROM (SELECT unnest($s) AS s) WHERE regexp_matches(s, $p)"
    by_each = [
        db.execute(
            sql, {"s": [text for text in texts if words_of(text) == plain_words_of(text)], "p": pattern}
        ).fetchall()
        for pattern in (pattern_of(words), plain_pattern_of(words))
    ]
    assert by_each[0] == by_each[1]


@pytest.mark.parametrize("words, pieces, enough", [
    ("Harbour", [Piece("harbour", False, False)], True),
    ("CAFÉ", [Piece("cafe", False, False)], True),
    ("prime  minister", [Piece("prime", False, True), Piece("minister", True, False)], False),
    ("well-known", [Piece("well", False, True), Piece("known", True, False)], False),
    ("the cat sat", [Piece("the", False, True), Piece("cat", True, True), Piece("sat", True, False)], False),
    ("“No", [Piece("no", True, False)], False),
    ("Москва", [], False),
    ("æther", [Piece("ther", False, False)], False),
    ("\u0301", [], False),
])  # fmt: skip
def test_what_is_asked_of_the_words(words, pieces, enough):
    assert pieces_of(words) == (tuple(pieces), enough)


@pytest.fixture
def folder(tmp_path, make):
    records = [
        make.record(f"a{n}", text=text) for n, text in enumerate(["The harbour.", "A cafe.", "The ship.", "Ports."])
    ]
    return make.write_folder(tmp_path / "out", records, part_articles=2)


def opened(folder, words):
    made = Collection.of_folder(folder)
    answer = found_by(made, words), len(made._source.with_words), made.notices
    made.close()
    return answer


def test_words_of_other_texts_are_not_trusted(folder):
    """The articles were written anew, by a version that writes no words or by somebody else."""
    path = sorted((folder / "articles").iterdir())[0]
    table = pq.read_table(path)
    place = table.schema.get_field_index("text")
    pq.write_table(table.set_column(place, "text", [["The market.", "A harbour inn."]]), path)
    assert opened(folder, "harbour") == (["a1"], 1, ())


def test_words_of_an_earlier_version_tell_nothing_of_accents(tmp_path, make):
    texts = ["The cafe at the corner.", "The CAFÉ\n at the corner.", "The cafes."]
    made = make.write_folder(tmp_path / "out", [make.record(f"a{n}", text=text) for n, text in enumerate(texts)])
    path = sorted((made / FOLDER).iterdir())[0]
    table = pq.read_table(path)
    told = [word.startswith(ACCENT) for word in table["word"].to_pylist()]
    assert sum(told) == 2  # the mark alone, and the one word
    assert opened(made, "cafe at") == (["a0", "a1"], 1, ())
    pq.write_table(table.filter(pa.array([not accent for accent in told])), path)
    assert opened(made, "cafe at") == (["a0", "a1"], 1, ())


def _other_key(path):
    pq.write_table(pq.read_table(path).replace_schema_metadata({"dateline.articles": b"\xff\xfe"}), path)


def _without_rows(path):
    table = pq.read_table(path)
    pq.write_table(table.drop_columns(["rows"]), path)


@pytest.mark.parametrize("spoil", [
    _other_key,
    _without_rows,
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(path.read_bytes()[:-40]),
    lambda path: path.write_bytes(path.read_bytes()[:4] + bytes(60) + path.read_bytes()[64:]),
])  # fmt: skip
def test_damaged_words_cost_no_part(folder, spoil):
    spoil(sorted((folder / FOLDER).iterdir())[0])
    assert opened(folder, "harbour") == (["a0"], 1, ())


def test_rows_that_are_not_there_do_no_harm(folder):
    path = sorted((folder / FOLDER).iterdir())[0]
    table = pq.read_table(path)
    rows = pa.array([[-5, 0, 1, 2, 70_000, 2**31 - 1]] * len(table), pa.list_(pa.int32()))
    pq.write_table(table.set_column(1, table.schema.field("rows"), rows), path)
    assert opened(folder, "harbour") == (["a0", "a1"], 2, ())  # what the owner's file says, within the part
    assert opened(folder, "the harbour") == (["a0"], 2, ())


def test_one_id_twice_is_searched_in_the_text_that_is_shown(tmp_path, make):
    records = [make.record("a", text=text) for text in ("The harbour.", "The market.", "The harbour inn.")]
    folder = make.write_folder(tmp_path / "twice", records, part_articles=2)
    bare = shutil.copytree(folder, tmp_path / "bare")
    shutil.rmtree(bare / FOLDER)
    for words, found in (("harbour", ["a"]), ("market", []), ("the harbour", ["a"]), ("harbour inn", [])):
        assert opened(folder, words)[0] == found == opened(bare, words)[0]


def test_words_that_appear_or_vanish_are_seen(folder):
    assert opened(folder, "ship")[:2] == (["a2"], 2)
    shutil.rmtree(folder / FOLDER)
    assert opened(folder, "ship")[:2] == (["a2"], 0)
