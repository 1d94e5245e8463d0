# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""Names over articles: one row a name. What is not sure to be the same stays apart.

One spelling, one kind: one name. A short form ("NSA", "Dolan") joins a longer name of its kind only where

- articles give it as another form of that name, none as a form of a different one; or, for a single word that ends
  exactly one full name of a person in all the articles, that person is the only one it can be;
- and no article holds the two apart as different.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_ROUNDS = 3  # "Obama" → "Barack Obama" → "Barack Hussein Obama", and one more
_MOST_ALIASES = 12

_GROUPS = """
CREATE OR REPLACE TEMP TABLE grp AS
SELECT row_number() OVER (ORDER BY kind, folded)::INTEGER AS gid, kind, folded,
    split_part(regexp_replace(folded, ' (?:jr|sr|ii|iii|iv)$', ''), ' ', -1) AS last_word,
    contains(folded, ' ') AS is_full
FROM (SELECT DISTINCT kind, folded FROM form);
CREATE OR REPLACE TEMP TABLE form_grp AS SELECT fid, gid FROM form JOIN grp USING (kind, folded);
"""
# articles: how many give the short form for the full name; 0 where it is only the last word of one. Each step is made
# a table of its own, as the planner's guesses about such joins are wrong by orders of magnitude.
_PAIRS = """
CREATE OR REPLACE TEMP TABLE tied AS
SELECT gid AS full_name, kind, short, sum(articles)::INTEGER AS articles
FROM (SELECT gid, short, sum(tie.articles) AS articles FROM tie JOIN form_grp USING (fid) GROUP BY ALL)
    JOIN grp USING (gid) GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE one_word AS
SELECT gid AS short, folded FROM grp WHERE kind = 'people' AND NOT is_full;
CREATE OR REPLACE TEMP TABLE pair AS
SELECT short, full_name, max(articles) AS articles FROM (
    SELECT grp.gid AS short, full_name, articles
    FROM tied JOIN grp ON (grp.kind || chr(31) || grp.folded) = (tied.kind || chr(31) || tied.short)
    UNION ALL
    SELECT short, gid, 0 FROM one_word JOIN grp ON last_word = one_word.folded WHERE kind = 'people' AND is_full
) GROUP BY ALL
"""
_APART = """
CREATE OR REPLACE TEMP TABLE apart AS
WITH few AS (SELECT short FROM pair GROUP BY short HAVING count(*) <= 5),
    checked AS (SELECT short, full_name FROM pair JOIN few USING (short)),
    held AS (SELECT DISTINCT no, gid FROM ent JOIN form_grp USING (fid)
             WHERE gid IN (SELECT short FROM checked UNION SELECT full_name FROM checked))
SELECT DISTINCT short FROM checked JOIN held a ON a.gid = short JOIN held b ON b.gid = full_name AND b.no = a.no
"""
_ROOTS = "CREATE OR REPLACE TEMP TABLE root AS SELECT gid, gid AS top FROM grp"
_ROUND = """
CREATE OR REPLACE TEMP TABLE root AS
WITH step AS (
    SELECT short AS gid, any_value(top) AS top FROM pair JOIN root ON root.gid = full_name
    WHERE short NOT IN (SELECT short FROM apart) GROUP BY short HAVING count(DISTINCT top) = 1
), joined AS (SELECT gid, coalesce(step.top, gid) AS top FROM grp LEFT JOIN step USING (gid))
SELECT a.gid, b.top FROM joined a JOIN joined b ON b.gid = a.top
"""
_COUNTS = """
CREATE OR REPLACE TEMP TABLE used AS
SELECT fid, top AS nid, count(DISTINCT no) AS articles, sum(mentions) AS mentions, mode(label ORDER BY label) AS label
FROM ent JOIN form_grp USING (fid) JOIN root USING (gid) GROUP BY ALL
"""
_NAMES = f"""
CREATE OR REPLACE TABLE name AS
WITH written AS (
    SELECT nid, arg_max(form.name, (form.folded = grp.folded, articles, mentions, form.name)) AS name,
        arg_max(label, (mentions, label)) AS label
    FROM used JOIN form USING (fid) JOIN grp ON grp.gid = nid GROUP BY nid
), other AS (
    SELECT nid, list(word ORDER BY articles DESC, word) AS forms FROM (
        SELECT nid, word, sum(articles) AS articles FROM (
            SELECT nid, form.name AS word, articles FROM used JOIN form USING (fid)
            UNION ALL SELECT nid, alias, tie.articles FROM tie JOIN used USING (fid)
        ) GROUP BY nid, word
        QUALIFY row_number() OVER (PARTITION BY nid ORDER BY sum(articles) DESC, word) <= {_MOST_ALIASES} + 1
    ) GROUP BY nid
), why AS (
    SELECT top AS nid, string_agg(CASE WHEN articles > 0
        THEN '“' || word || '” is given as another form of this name by ' || articles ||
            CASE articles WHEN 1 THEN ' article' ELSE ' articles' END || ', as one of another name by none.'
        ELSE '“' || word || '” alone is counted here: no other full name ends so.' END, ' '
        ORDER BY articles DESC, word) FILTER (nth <= 3) AS reason
    FROM (SELECT top, articles, word, row_number() OVER (PARTITION BY top ORDER BY articles DESC, word) AS nth FROM (
        SELECT root.top, max(pair.articles) AS articles, any_value(shown.name) AS word
        FROM root JOIN pair ON pair.short = root.gid JOIN (
            SELECT gid, arg_max(form.name, (articles, form.name)) AS name
            FROM used JOIN form USING (fid) JOIN form_grp USING (fid) GROUP BY gid
        ) shown ON shown.gid = root.gid WHERE root.top <> root.gid GROUP BY root.top, root.gid))
    GROUP BY top
)
SELECT nid, substr(md5(grp.kind || chr(31) || grp.folded), 1, 16) AS key, name, grp.kind, label,
    list_filter(forms, lambda other: other <> name)[:{_MOST_ALIASES}] AS aliases, reason
FROM written JOIN grp ON grp.gid = nid JOIN other USING (nid) LEFT JOIN why USING (nid)
"""
_FACTS = """
CREATE OR REPLACE TABLE spelling AS
SELECT DISTINCT kind, written AS name, top AS nid, searchable(written) AS found FROM (
    SELECT fid, kind, name AS written FROM form UNION ALL SELECT fid, kind, alias FROM tie JOIN form USING (fid)
) JOIN form_grp USING (fid) JOIN root USING (gid);
CREATE OR REPLACE TABLE named AS
SELECT no, top AS nid, sum(mentions)::INTEGER AS mentions
FROM ent JOIN form_grp USING (fid) JOIN root USING (gid) GROUP BY ALL ORDER BY nid, no;
CREATE OR REPLACE TABLE said AS
SELECT no, top AS nid, start, stop, utter.kind, day, own_day, words
FROM utter LEFT JOIN form_grp USING (fid) LEFT JOIN root USING (gid) ORDER BY no, start;
"""
_PLACES = """
CREATE OR REPLACE TEMP TABLE grounded AS
SELECT no, CASE WHEN geonameid IS NOT NULL THEN 'g' || geonameid
    ELSE concat_ws(' ', kind, round(lat, 3), round(lon, 3)) END AS ground, site.*
FROM site WHERE lat IS NOT NULL AND lon IS NOT NULL;
CREATE OR REPLACE TABLE place AS
SELECT row_number() OVER (ORDER BY ground)::INTEGER AS pid, substr(md5(ground), 1, 16) AS key,
    arg_max(name, (lots, name)) AS name, arg_max(country, (lots, country)) AS country,
    arg_max(kind, (lots, kind)) AS kind,
    arg_max(lat, (lots, lat, lon)) AS lat, arg_max(lon, (lots, lat, lon)) AS lon, ground,
    any_value(geonameid) AS geonameid
FROM (SELECT ground, name, country, kind, lat, lon, geonameid, sum(mentions) AS lots FROM grounded GROUP BY ALL)
GROUP BY ground;
CREATE OR REPLACE TABLE spot AS
SELECT no, pid, sum(mentions)::INTEGER AS mentions, max(confidence) AS confidence
FROM grounded JOIN place USING (ground) GROUP BY ALL ORDER BY pid, no;
CREATE OR REPLACE TABLE unplaced AS
SELECT no, sum(mentions)::INTEGER AS mentions FROM site WHERE lat IS NULL OR lon IS NULL GROUP BY no ORDER BY no;
"""
# What an article holds does not depend on any filter, so it is counted once.
_TALLY = """
CREATE OR REPLACE TABLE tally AS
SELECT no, coalesce(entities, 0) AS entities, coalesce(speakers, 0) AS speakers, coalesce(quotes, 0) AS quotes,
    coalesce(places, 0) AS places
FROM art LEFT JOIN (SELECT no, count(*) AS entities FROM named GROUP BY no) USING (no)
    LEFT JOIN (SELECT no, count(*) AS quotes, count(DISTINCT nid) AS speakers FROM said GROUP BY no) USING (no)
    LEFT JOIN (SELECT no, count(*) AS places FROM spot GROUP BY no) USING (no)
WHERE error IS NULL ORDER BY no
"""
_LEFTOVERS = ("grp", "form_grp", "tied", "one_word", "pair", "apart", "root", "used", "grounded")


def merge_names(db: "duckdb.DuckDBPyConnection") -> None:
    """From the parts' tables to those that are asked; the caller has begun a transaction and ends it."""
    for sql in (_GROUPS, _PAIRS, _APART, _ROOTS):
        db.execute(sql)
    for _ in range(_ROUNDS):
        db.execute(_ROUND)
    for sql in (_COUNTS, _NAMES, _FACTS, _PLACES, _TALLY):
        db.execute(sql)
    for table in _LEFTOVERS:
        db.execute(f"DROP TABLE {table}")
