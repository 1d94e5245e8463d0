"""The passages behind a name: where articles mention it, with some words before and after."""

from typing import TYPE_CHECKING

from pipeline.collection import views
from pipeline.collection.listing import Page, frame_of, page_of
from pipeline.collection.narrow import Pick
from pipeline.collection.passages import Source

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

_AROUND = 160  # characters before and after; cut at a line's end, else between two words
_EACH = 3  # mentions of one article
_MENTIONS = """
WITH mine AS (SELECT DISTINCT e.article_id, e.id FROM {entities} e
    JOIN spelling ON spelling.name = e.name AND spelling.kind = kind_of(e.label)
    WHERE e.article_id IN (SELECT unnest($ids)) AND spelling.nid IN (SELECT nid FROM name WHERE key = $key)),
spots AS (SELECT DISTINCT m.article_id, m.start::INTEGER AS start, m."end"::INTEGER AS stop FROM {mentions} m
    JOIN mine ON mine.article_id = m.article_id AND mine.id = m.entity_id
    QUALIFY row_number() OVER (PARTITION BY m.article_id ORDER BY m.start, m."end") <= $each),
texts AS (SELECT id, text FROM {articles} WHERE id IN (SELECT unnest($ids))
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY row) = 1)
SELECT article_id, start, stop AS "end",
    substring(text, greatest(start - $around, 0) + 1, least(start, $around)) AS before,
    substring(text, start + 1, stop - start) AS words, substring(text, stop + 1, $around) AS after
FROM spots JOIN texts ON id = article_id ORDER BY article_id, start, stop
"""


def behind(db: "duckdb.DuckDBPyConnection", source: Source, pick: Pick, key: str, page: Page) -> "pd.DataFrame":
    """The first mentions in each article of one page of articles; ``attrs["total"]`` counts articles."""
    articles = page_of(db, views.named(pick, key, page.find), page)
    ids = [str(id) for id in articles["article_id"]]
    found = _mentions(db, source, key, ids, tuple(sorted({int(part) for part in articles["part"]})))
    found["before"] = [_end_of(words) for words in found["before"]]
    found["after"] = [_start_of(words) for words in found["after"]]
    whole = articles.drop(columns=["mentions", "part"]).merge(found, on="article_id", how="inner")
    whole.attrs["total"] = articles.attrs["total"]
    return whole


def _mentions(
    db: "duckdb.DuckDBPyConnection", source: Source, key: str, ids: list[str], parts: tuple[int, ...]
) -> "pd.DataFrame":
    entities, mentions, texts = (source.relation(table, parts) for table in ("entities", "mentions", "articles"))
    sql = _MENTIONS.replace("{entities}", entities.sql).replace("{mentions}", mentions.sql)
    params = {**entities.params, **mentions.params, **texts.params, "ids": ids, "key": key, "each": _EACH}
    return frame_of(db, sql.replace("{articles}", texts.sql), {**params, "around": _AROUND})


def _end_of(words: str) -> str:
    line = words.rpartition("\n")[2]
    return line if len(line) < _AROUND else "… " + line.partition(" ")[2]


def _start_of(words: str) -> str:
    line = words.partition("\n")[0]
    return line if len(line) < _AROUND else line.rpartition(" ")[0] + " …"
