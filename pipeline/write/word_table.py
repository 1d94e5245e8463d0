"""The texts of one part → a table of their words, each with the articles that hold it."""

from array import array
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.write.search_words import ACCENT, OF_ARTICLES, words_of

SCHEMA = pa.schema([pa.field("word", pa.string()), pa.field("rows", pa.list_(pa.int32()))])
# Rows of a word ascend, so their differences are small; without these two the table takes half as much again.
GROUP = 8_192  # words; where none of a group is asked for, its rows are not read at all
ENCODING = {"word": "DELTA_BYTE_ARRAY", "rows.list.element": "DELTA_BINARY_PACKED"}


def words_table(texts: Iterable[str | None], articles: str) -> pa.Table:
    """A row for each word, in order, with the rows of the articles that hold it, counted from 0.

    Words behind ACCENT are a few more rows, by which the search knows in which texts it need not look for accents.

    articles: the SHA-256 of the file whose texts these are, so that another file is never searched by these words.
    """
    numbers = {ACCENT: 0}
    words, rows = array("i"), array("i")
    for row, text in enumerate(texts):
        found = [numbers.setdefault(word, len(numbers)) for word in words_of(text or "")]
        words.extend(found)
        rows.extend([row] * len(found))
    return _table(numbers, np.array(words, np.int32), np.array(rows, np.int32), articles)


def _table(
    numbers: dict[str, int], words: npt.NDArray[np.int32], rows: npt.NDArray[np.int32], articles: str
) -> pa.Table:
    ordered = sorted(numbers)
    place = np.empty(len(numbers), np.int32)  # of each word in the order of the alphabet
    place[[numbers[word] for word in ordered]] = np.arange(len(numbers), dtype=np.int32)
    places = place[words]
    order = np.argsort(places, kind="stable")  # within a word the rows stay in their order
    offsets = np.concatenate(([0], np.cumsum(np.bincount(places, minlength=len(numbers))))).astype(np.int32)
    lists = pa.ListArray.from_arrays(pa.array(offsets), pa.array(rows[order]))
    return pa.table([pa.array(ordered, pa.string()), lists], SCHEMA).replace_schema_metadata({OF_ARTICLES: articles})
