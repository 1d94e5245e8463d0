# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""The facts of some parts → slim tables: numbers in place of names, no texts. All of them or nothing."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import duckdb

    from pipeline.collection.parts import Relation
    from pipeline.write.columns import TableName

TABLES = """
CREATE OR REPLACE TABLE article (article_no INTEGER, part INTEGER, row BIGINT, id VARCHAR, title VARCHAR,
    source VARCHAR, outlet VARCHAR, published DATE, published_from VARCHAR, words INTEGER,
    error VARCHAR, found VARCHAR);
CREATE OR REPLACE TABLE name_form (form_id INTEGER, kind VARCHAR, name VARCHAR, folded VARCHAR);
CREATE OR REPLACE TABLE alias_link (form_id INTEGER, short VARCHAR, alias VARCHAR, articles INTEGER);
CREATE OR REPLACE TABLE article_entity (article_no INTEGER, form_id INTEGER, entity_id VARCHAR, label VARCHAR,
    mentions INTEGER);
CREATE OR REPLACE TABLE attribution (article_no INTEGER, form_id INTEGER, start INTEGER, stop INTEGER, kind VARCHAR,
    day DATE,
    own_day BOOLEAN, words INTEGER);
CREATE OR REPLACE TABLE place_mention (article_no INTEGER, geonameid BIGINT, name VARCHAR, country VARCHAR, kind
    VARCHAR, lat DOUBLE,
    lon DOUBLE, confidence DOUBLE, mentions INTEGER);
"""
# Words as analyse() counts them, so that all numbers agree.
_WORD = r"[\p{L}\p{N}_]+(?:[''’.\-][\p{L}\p{N}_]+)*"
_AROUND = r"[^\p{L}\p{N}_ ]*"
_ONE = f"{_AROUND}{_WORD}{_AROUND}"  # one word with its marks
# Where one blank stands between every two words, as nearly everywhere, blanks are counted, which is much faster.
_WORDS = f"""CASE WHEN regexp_full_match(text, '{_ONE}(?: {_ONE})*') THEN len(string_split(text, ' '))
    ELSE len(regexp_extract_all(text, '{_WORD}')) END"""
_ARTICLES = """
INSERT INTO article
SELECT $base + row_number() OVER (ORDER BY part, row), part, row, id, title, source, outlet_of(source),
    day_of(published), published_from,
    coalesce(words, 0), CASE WHEN error IS NULL AND text IS NULL THEN 'its text is missing' ELSE error END,
    searchable(concat_ws(' ', title, source))
FROM {articles} WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM article)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY part, row) = 1
"""
_FACTS = """
CREATE OR REPLACE TEMP TABLE new_article AS SELECT article_no, part, id, published FROM article
WHERE part IN (SELECT unnest($parts)) AND error IS NULL;
"""
_RAW = """
CREATE OR REPLACE TEMP TABLE new_entity AS
SELECT article_no, e.id AS entity_id, e.name, e.label, kind_of(e.label) AS kind, greatest(coalesce(e.count, 1), 1) AS
    mentions, e.aliases, e.row
FROM {entities} e JOIN new_article ON new_article.id = e.article_id AND new_article.part = e.part
WHERE e.name IS NOT NULL AND e.id IS NOT NULL
"""
_FORMS = """
INSERT INTO name_form
SELECT coalesce((SELECT max(form_id) FROM name_form), 0) + row_number() OVER (ORDER BY kind, name), kind, name,
    folded(name, kind)
FROM (SELECT DISTINCT kind, name FROM new_entity) fresh
WHERE NOT EXISTS (SELECT 1 FROM name_form WHERE name_form.kind = fresh.kind AND name_form.name = fresh.name)
"""
_ENT = """
INSERT INTO article_entity SELECT article_no, form_id, entity_id, label, mentions FROM new_entity JOIN name_form
    USING (kind, name)
"""
_TIES = """
INSERT INTO alias_link
WITH given AS MATERIALIZED (SELECT article_no, form_id, kind, name, folded AS full_name, unnest(aliases) AS alias
        FROM new_entity JOIN name_form USING (kind, name) WHERE len(aliases) > 1),
    shorter AS MATERIALIZED (SELECT kind, alias, folded(alias, kind) AS short
        FROM (SELECT DISTINCT kind, alias FROM given WHERE alias <> name))
SELECT form_id, short, alias, count(DISTINCT article_no) FROM given JOIN shorter USING (kind, alias)
WHERE alias <> name AND short <> full_name AND len(short) < len(full_name) GROUP BY form_id, short, alias
"""
_NEW_QUOTE = """
CREATE OR REPLACE TEMP TABLE new_quote AS
SELECT article_no, q.speaker_id, start, "end" AS stop, kind, day_of(said_on) AS said, published, {words} AS words, q.row
FROM {quotes} q JOIN new_article ON new_article.id = q.article_id AND new_article.part = q.part
WHERE start IS NOT NULL AND "end" IS NOT NULL AND text IS NOT NULL
"""
_UTTER = """
INSERT INTO attribution
SELECT article_no, form_id, start, stop, kind, coalesce(said, published), said IS NOT NULL, words
FROM new_quote LEFT JOIN (SELECT article_no, entity_id AS speaker_id, form_id FROM article_entity)
    USING (article_no, speaker_id)
"""
_SITE = """
INSERT INTO place_mention
SELECT article_no, geonameid, mode(name ORDER BY name), any_value(country ORDER BY country), kind, lat, lon,
    max(confidence),
    count(DISTINCT start)
FROM (SELECT new_article.article_no, start, geonameid, name, country, kind,
        CASE WHEN lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 THEN lat END AS lat,
        CASE WHEN lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 THEN lon END AS lon, confidence
    FROM {places} p JOIN new_article ON new_article.id = p.article_id AND new_article.part = p.part)
GROUP BY article_no, geonameid, kind, lat, lon
"""


class Parts(Protocol):
    """Where the facts come from: tables in memory, or files."""

    def relation(self, table: "TableName", parts: tuple[int, ...]) -> "Relation":
        """The rows of these parts, with our columns and ``row``, their order in the part."""


def add_parts(db: "duckdb.DuckDBPyConnection", source: Parts, parts: tuple[int, ...]) -> None:
    """Read some parts; the caller has begun a transaction and ends it."""
    base = db.execute("SELECT coalesce(max(article_no), 0) FROM article").fetchone()
    _run(db, source, _ARTICLES, "articles", parts, {"base": base[0] if base else 0})
    db.execute(_FACTS, {"parts": list(parts)})
    _run(db, source, _RAW, "entities", parts)
    _keep_first(db, "new_entity", "article_no, entity_id")
    db.execute(_FORMS)
    db.execute(_ENT)
    db.execute(_TIES)
    _run(db, source, _NEW_QUOTE, "quotes", parts)
    _keep_first(db, "new_quote", "article_no, start, stop")
    db.execute(_UTTER)
    _run(db, source, _SITE, "places", parts)


def _keep_first(db: "duckdb.DuckDBPyConnection", table: str, key: str) -> None:
    """Of rows with the same key the first alone. None are written by us, and to ask is faster than to sort all rows."""
    if db.execute(f"SELECT 1 FROM {table} GROUP BY {key} HAVING count(*) > 1 LIMIT 1").fetchone():
        first = f"SELECT * FROM {table} QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY row) = 1"
        db.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {first}")


def _run(
    db: "duckdb.DuckDBPyConnection",
    source: Parts,
    sql: str,
    table: "TableName",
    parts: tuple[int, ...],
    params: dict[str, object] | None = None,
) -> None:
    relation = source.relation(table, parts)
    sql = sql.replace("{words}", _WORDS).replace(f"{{{table}}}", relation.sql)
    db.execute(sql, {**relation.params, **(params or {})})
