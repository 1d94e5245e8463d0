"""A first look at a folder that has not been looked through yet: what its articles' own table tells at once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.collection import database
from pipeline.collection.listing import rows_of
from pipeline.collection.name_folding import day_of, macros
from pipeline.collection.parts import part_names
from pipeline.collection.rows import NewestArticle
from pipeline.errors import PipelineError

# ruff: noqa: S608 - the SQL is put together from our own words
# Every article with its day; union_by_name: parts of an earlier version have other columns.
_ARTICLES = f"""
(SELECT id, title, source, {day_of("published")} AS day, words::BIGINT AS words, error
FROM read_parquet($files, union_by_name=true, hive_partitioning=false) WHERE id IS NOT NULL)
"""
_COUNTS = f"""
SELECT count(*) FILTER (error IS NULL), count(*) FILTER (error IS NOT NULL),
    coalesce(sum(words) FILTER (error IS NULL), 0)::BIGINT, min(day), max(day) FROM {_ARTICLES}
"""
_NEWEST = f"""
SELECT id, title, source, outlet_of(source) AS outlet, day, words FROM {_ARTICLES} WHERE error IS NULL
ORDER BY day DESC NULLS LAST, title NULLS LAST, id LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Counts, and the newest articles."""

    articles: int
    failed: int
    words: int
    first_day: date | None
    last_day: date | None
    newest: tuple[NewestArticle, ...]


def glimpse(folder: Path, *, limit: int = 50) -> Glimpse | None:
    """Of a folder written by ``--format parquet``, in well under a second; None where a part cannot be read."""
    folder = Path(folder).absolute()
    db = database.connect()
    try:
        db.execute(macros())
        files = [folder / "articles" / name for name in part_names(folder)]
        database.lock(db, files)
        given = {"files": [str(file) for file in files]}
        with database.reading(db) as cursor:
            articles, failed, words, first, last = cursor.execute(_COUNTS, given).fetchall()[0]
            newest = rows_of(cursor, NewestArticle, _NEWEST, {**given, "limit": limit})
    except PipelineError:
        return None
    finally:
        db.close()
    return Glimpse(articles, failed, words, first, last, newest)
