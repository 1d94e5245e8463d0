"""The facts of one part → slim tables: numbers in place of names, no texts. All of a part or nothing."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import duckdb

    from pipeline.collection.parts import Relation
    from pipeline.write.columns import TableName

TABLES = """
CREATE OR REPLACE TABLE article (article_no INTEGER, part INTEGER, id VARCHAR, title VARCHAR, source VARCHAR,
    outlet VARCHAR, published DATE,
    published_from VARCHAR, words INTEGER, error VARCHAR, found VARCHAR);
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
_WORDS = r"len(regexp_extract_all(text, '[\p{L}\p{N}_]+(?:[''’.\-][\p{L}\p{N}_]+)*'))"
_ARTICLES = """
INSERT INTO article
SELECT $base + row_number() OVER (ORDER BY row), $part, id, title, source, outlet_of(source), day_of(published),
    published_from,
    coalesce(words, 0), CASE WHEN error IS NULL AND text IS NULL THEN 'its text is missing' ELSE error END,
    searchable(concat_ws(' ', title, source))
FROM {articles} WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM article)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY row) = 1
"""
_FACTS = """
CREATE OR REPLACE TEMP TABLE new_article AS SELECT article_no, id, published FROM article WHERE part = $part AND
    error IS NULL;
"""
_RAW = """
CREATE OR REPLACE TEMP TABLE new_entity AS
SELECT article_no, e.id AS entity_id, e.name, e.label, kind_of(e.label) AS kind, greatest(coalesce(e.count, 1), 1) AS
    mentions,
    e.aliases
FROM {entities} e JOIN new_article ON new_article.id = e.article_id WHERE e.name IS NOT NULL AND e.id IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY article_no, e.id ORDER BY e.row) = 1
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
SELECT form_id, short, alias, count(DISTINCT article_no) FROM (
    SELECT article_no, form_id, alias, name_form.folded AS full_name, folded(alias, kind) AS short
    FROM (SELECT article_no, kind, name, unnest(aliases) AS alias FROM new_entity WHERE len(aliases) > 1) JOIN
        name_form USING (kind, name)
    WHERE alias <> name
) WHERE short <> full_name AND len(short) < len(full_name) GROUP BY form_id, short, alias
"""
_UTTER = """
INSERT INTO attribution
SELECT new_article.article_no, article_entity.form_id, start, "end", kind, coalesce(day_of(said_on), published),
    day_of(said_on) IS NOT NULL, {words}
FROM {quotes} q JOIN new_article ON new_article.id = q.article_id
LEFT JOIN article_entity ON article_entity.article_no = new_article.article_no AND article_entity.entity_id =
    q.speaker_id
WHERE start IS NOT NULL AND "end" IS NOT NULL AND text IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY new_article.article_no, start, "end" ORDER BY q.row) = 1
"""
_SITE = """
INSERT INTO place_mention
SELECT article_no, geonameid, mode(name ORDER BY name), any_value(country ORDER BY country), kind, lat, lon,
    max(confidence),
    count(DISTINCT start)
FROM (SELECT new_article.article_no, start, geonameid, name, country, kind,
        CASE WHEN lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 THEN lat END AS lat,
        CASE WHEN lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 THEN lon END AS lon, confidence
    FROM {places} p JOIN new_article ON new_article.id = p.article_id)
GROUP BY article_no, geonameid, kind, lat, lon
"""


class Parts(Protocol):
    """Where the facts come from: tables in memory, or files."""

    def relation(self, table: "TableName", parts: tuple[int, ...]) -> "Relation":
        """The rows of these parts, with our columns and ``row``, their order in the part."""


def add_part(db: "duckdb.DuckDBPyConnection", source: Parts, part: int) -> None:
    """Read one part; the caller has begun a transaction and ends it."""
    base = db.execute("SELECT coalesce(max(article_no), 0) FROM article").fetchone()
    _run(db, source, _ARTICLES, "articles", part, {"base": base[0] if base else 0, "part": part})
    db.execute(_FACTS, {"part": part})
    _run(db, source, _RAW, "entities", part)
    db.execute(_FORMS)
    db.execute(_ENT)
    db.execute(_TIES)
    _run(db, source, _UTTER, "quotes", part)
    _run(db, source, _SITE, "places", part)


def _run(
    db: "duckdb.DuckDBPyConnection",
    source: Parts,
    sql: str,
    table: "TableName",
    part: int,
    params: dict[str, object] | None = None,
) -> None:
    relation = source.relation(table, (part,))
    sql = sql.replace("{words}", _WORDS).replace(f"{{{table}}}", relation.sql)
    db.execute(sql, {**relation.params, **(params or {})})
