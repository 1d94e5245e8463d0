"""The facts of one part → slim tables: numbers in place of names, no texts. All of a part or nothing."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import duckdb

    from pipeline.collection.parts import Relation
    from pipeline.write.columns import TableName

TABLES = """
CREATE OR REPLACE TABLE art (no INTEGER, part INTEGER, id VARCHAR, title VARCHAR, source VARCHAR, published DATE,
    published_from VARCHAR, words INTEGER, error VARCHAR, found VARCHAR);
CREATE OR REPLACE TABLE form (fid INTEGER, kind VARCHAR, name VARCHAR, folded VARCHAR);
CREATE OR REPLACE TABLE tie (fid INTEGER, short VARCHAR, alias VARCHAR, articles INTEGER);
CREATE OR REPLACE TABLE ent (no INTEGER, fid INTEGER, entity_id VARCHAR, label VARCHAR, mentions INTEGER);
CREATE OR REPLACE TABLE utter (no INTEGER, fid INTEGER, start INTEGER, stop INTEGER, kind VARCHAR, day DATE,
    own_day BOOLEAN, words INTEGER);
CREATE OR REPLACE TABLE site (no INTEGER, geonameid BIGINT, name VARCHAR, country VARCHAR, kind VARCHAR, lat DOUBLE,
    lon DOUBLE, confidence DOUBLE, mentions INTEGER);
"""
# Words as analyse() counts them, so that all numbers agree.
_WORDS = r"len(regexp_extract_all(text, '[\p{L}\p{N}_]+(?:[''’.\-][\p{L}\p{N}_]+)*'))"
_ARTICLES = """
INSERT INTO art
SELECT $base + row_number() OVER (ORDER BY row), $part, id, title, source, day_of(published), published_from,
    coalesce(words, 0), CASE WHEN error IS NULL AND text IS NULL THEN 'its text is missing' ELSE error END,
    searchable(concat_ws(' ', title, source))
FROM {articles} WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM art)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY row) = 1
"""
_FACTS = """
CREATE OR REPLACE TEMP TABLE here AS SELECT no, id, published FROM art WHERE part = $part AND error IS NULL;
"""
_RAW = """
CREATE OR REPLACE TEMP TABLE raw AS
SELECT no, e.id AS entity_id, e.name, e.label, kind_of(e.label) AS kind, greatest(coalesce(e.count, 1), 1) AS mentions,
    e.aliases
FROM {entities} e JOIN here ON here.id = e.article_id WHERE e.name IS NOT NULL AND e.id IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY no, e.id ORDER BY e.row) = 1
"""
_FORMS = """
INSERT INTO form
SELECT coalesce((SELECT max(fid) FROM form), 0) + row_number() OVER (ORDER BY kind, name), kind, name,
    folded(name, kind)
FROM (SELECT DISTINCT kind, name FROM raw) fresh
WHERE NOT EXISTS (SELECT 1 FROM form WHERE form.kind = fresh.kind AND form.name = fresh.name)
"""
_ENT = """
INSERT INTO ent SELECT no, fid, entity_id, label, mentions FROM raw JOIN form USING (kind, name)
"""
_TIES = """
INSERT INTO tie
SELECT fid, short, alias, count(DISTINCT no) FROM (
    SELECT no, fid, alias, form.folded AS full_name, folded(alias, kind) AS short
    FROM (SELECT no, kind, name, unnest(aliases) AS alias FROM raw WHERE len(aliases) > 1) JOIN form USING (kind, name)
    WHERE alias <> name
) WHERE short <> full_name AND len(short) < len(full_name) GROUP BY fid, short, alias
"""
_UTTER = """
INSERT INTO utter
SELECT here.no, ent.fid, start, "end", kind, coalesce(day_of(said_on), published),
    day_of(said_on) IS NOT NULL, {words}
FROM {quotes} q JOIN here ON here.id = q.article_id
LEFT JOIN ent ON ent.no = here.no AND ent.entity_id = q.speaker_id
WHERE start IS NOT NULL AND "end" IS NOT NULL AND text IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY here.no, start, "end" ORDER BY q.row) = 1
"""
_SITE = """
INSERT INTO site
SELECT no, geonameid, mode(name ORDER BY name), any_value(country ORDER BY country), kind, lat, lon, max(confidence),
    count(DISTINCT start)
FROM (SELECT here.no, start, geonameid, name, country, kind,
        CASE WHEN lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 THEN lat END AS lat,
        CASE WHEN lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 THEN lon END AS lon, confidence
    FROM {places} p JOIN here ON here.id = p.article_id)
GROUP BY no, geonameid, kind, lat, lon
"""


class Parts(Protocol):
    """Where the facts come from: tables in memory, or files."""

    def relation(self, table: "TableName", parts: tuple[int, ...]) -> "Relation":
        """The rows of these parts, with our columns and ``row``, their order in the part."""


def add_part(db: "duckdb.DuckDBPyConnection", source: Parts, part: int) -> None:
    """Read one part; the caller has begun a transaction and ends it."""
    base = db.execute("SELECT coalesce(max(no), 0) FROM art").fetchone()
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
