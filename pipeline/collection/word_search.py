"""Which articles hold the words that a reader looks for: by the words written beside a part, else in the texts.

A search for one word is answered by the words alone. Of several words, or of signs between them, they tell which
articles may hold them, and the texts of those are looked through: most of them by a simpler pattern, since the words
also tell which texts have none of them under an accent. A part without words is looked through as a whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from pipeline.collection.parts import Relation
from pipeline.collection.search_pattern import Piece, pattern_of, pieces_of, plain_pattern_of
from pipeline.write.columns import TableName
from pipeline.write.search_words import ACCENT

if TYPE_CHECKING:
    import duckdb

_TELLING = 3  # letters; shorter pieces stand in nearly every article
_TELLING_END = 4  # the same of a piece that may be the end of a word, for which every word must be read
_SHAPE = "SELECT coalesce(max(part), 0) + 1, coalesce(max(row), 0) + 1 FROM article"
# One bit for each row of each part: no list of rows grows large, and no join gathers the texts.
_BITS = """(SELECT bitstring_agg((part * $width + row)::INTEGER, 0, $last::INTEGER) FROM
    (SELECT part, unnest(rows) AS row FROM {words} WHERE {condition})
    WHERE row BETWEEN 0 AND $width - 1 AND part * $width + row <= $last)"""
_MARKED = "SELECT part, row FROM article WHERE get_bit($bits::BIT, (part * $width + row)::INTEGER) = 1"
_CHECK = """SELECT part, row FROM {texts}
WHERE CASE WHEN get_bit($bits::BIT, least(part * $width + row, $last)::INTEGER) = 1
    THEN CASE WHEN get_bit($accented::BIT, least(part * $width + row, $last)::INTEGER) = 1
        THEN regexp_matches(text, $words) ELSE regexp_matches(text, $plain) END END"""
_ACCENTS = """SELECT part, word, rows FROM
    (SELECT part, substr(word, 2) AS word, rows FROM {words} WHERE word >= $accent AND starts_with(word, $accent))
WHERE word = '' OR {condition} ORDER BY part, word"""
_SCAN = "SELECT part, row FROM {texts} WHERE regexp_matches(text, $words)"
_FOUND = "SELECT article_no FROM article JOIN ({rows}) USING (part, row)"


class Texts(Protocol):
    """Where the texts are, and the words of those parts that have them."""

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of all parts."""

    @property
    def with_words(self) -> tuple[int, ...]:
        """The numbers of the parts whose words are written beside them."""

    def relation(self, table: TableName, parts: tuple[int, ...]) -> Relation:
        """The rows of these parts."""

    def words(self) -> Relation:
        """part, word, rows: every word with the rows of its part that hold it."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """The articles that may match, as a bit each: that of a row stands at part * width + row."""

    bits: str
    width: int
    last: int


def holding(db: "duckdb.DuckDBPyConnection", source: Texts, words: str) -> list[int]:
    """The numbers of the articles whose text holds the words, in order."""
    pieces, enough = pieces_of(words)
    telling = pieces if enough else tuple(filter(_tells, pieces))
    indexed = source.with_words if pieces else ()
    found = _scanned(db, source, tuple(part for part in source.parts if part not in set(indexed)), words)
    if indexed and (marks := _marks(db, source, telling)):
        found += _marked(db, marks) if enough else _checked(db, source, marks, words, pieces)
    return sorted(found)


def _tells(piece: Piece) -> bool:
    return len(piece.letters) >= (_TELLING if piece.starts else _TELLING_END)


def _scanned(db: "duckdb.DuckDBPyConnection", source: Texts, parts: tuple[int, ...], words: str) -> list[int]:
    texts = source.relation("articles", parts)
    return _numbers(db, _SCAN.format(texts=texts.sql), {**texts.params, "words": pattern_of(words)})


def _marks(db: "duckdb.DuckDBPyConnection", source: Texts, pieces: tuple[Piece, ...]) -> _Marks | None:
    """The articles that have all the pieces in their words; None where there is none."""
    parts, width = _row(db, _SHAPE, {})
    last = parts * width - 1
    if not pieces:
        return _Marks("1" * (last + 1), width, last)
    words = source.words()
    params = {**words.params, "width": width, "last": last}
    each = []
    for n, piece in enumerate(pieces):
        each.append(_BITS.format(words=words.sql, condition=_condition(piece, f"$piece_{n}")))
        params[f"piece_{n}"] = piece.letters
    (bits,) = _row(db, f"SELECT ({' & '.join(each)})::VARCHAR", params)
    return _Marks(bits, width, last) if bits and "1" in bits else None


def _condition(piece: Piece, letters: str) -> str:
    if piece.starts and piece.ends:
        return f"word = {letters}"
    if piece.starts:
        return f"starts_with(word, {letters})"
    return f"ends_with(word, {letters})" if piece.ends else f"contains(word, {letters})"


def _marked(db: "duckdb.DuckDBPyConnection", marks: _Marks) -> list[int]:
    return _numbers(db, _MARKED, {"bits": marks.bits, "width": marks.width})


def _checked(
    db: "duckdb.DuckDBPyConnection", source: Texts, marks: _Marks, words: str, pieces: tuple[Piece, ...]
) -> list[int]:
    """Those of them whose texts do match."""
    held = [part for part in source.with_words if "1" in marks.bits[part * marks.width : (part + 1) * marks.width]]
    texts = source.relation("articles", tuple(held))
    params = {"bits": marks.bits, "width": marks.width, "last": marks.last, "words": pattern_of(words),
              "plain": plain_pattern_of(words), "accented": _accented(db, source, marks, pieces)}  # fmt: skip
    return _numbers(db, _CHECK.format(texts=texts.sql), {**texts.params, **params})


def _accented(db: "duckdb.DuckDBPyConnection", source: Texts, marks: _Marks, pieces: tuple[Piece, ...]) -> str:
    """A bit for each article as in marks: 0 where its part tells that no word with one of the pieces has an accent."""
    bits, width, words = bytearray(b"1" * len(marks.bits)), marks.width, source.words()
    params = {**words.params, "accent": ACCENT, **{f"piece_{n}": piece.letters for n, piece in enumerate(pieces)}}
    condition = " OR ".join(_condition(piece, f"$piece_{n}") for n, piece in enumerate(pieces))
    for part, word, rows in db.execute(_ACCENTS.format(words=words.sql, condition=condition), params).fetchall():
        first = part * width
        if not word:
            bits[first : first + width] = b"0" * width
        for row in rows:
            if 0 <= row < width:
                bits[first + row] = ord("1")
    return bits.decode("ascii")


def _numbers(db: "duckdb.DuckDBPyConnection", rows: str, params: Mapping[str, Any]) -> list[int]:
    """The numbers of the articles that stand in these rows of their parts."""
    return [int(row[0]) for row in db.execute(_FOUND.format(rows=rows), dict(params)).fetchall()]


def _row(db: "duckdb.DuckDBPyConnection", sql: str, params: Mapping[str, Any]) -> tuple[Any, ...]:
    found = db.execute(sql, dict(params)).fetchone()
    return tuple(found) if found else ()
