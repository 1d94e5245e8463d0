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
CREATE OR REPLACE TEMP TABLE name_group AS
SELECT row_number() OVER (ORDER BY kind, folded)::INTEGER AS group_id, kind, folded,
    split_part(regexp_replace(folded, ' (?:jr|sr|ii|iii|iv)$', ''), ' ', -1) AS last_word,
    contains(folded, ' ') AS is_full
FROM (SELECT DISTINCT kind, folded FROM name_form);
CREATE OR REPLACE TEMP TABLE form_group AS SELECT form_id, group_id FROM name_form JOIN name_group USING (kind, folded);
"""
# articles: how many give the short form for the full name; 0 where it is only the last word of one. Each step is made
# a table of its own, as the planner's guesses about such joins are wrong by orders of magnitude.
_PAIRS = """
CREATE OR REPLACE TEMP TABLE tied AS
SELECT group_id AS full_name, kind, short, sum(articles)::INTEGER AS articles
FROM (SELECT group_id, short, sum(alias_link.articles) AS articles FROM alias_link JOIN form_group USING (form_id)
    GROUP BY ALL)
    JOIN name_group USING (group_id) GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE one_word AS
SELECT group_id AS short, folded FROM name_group WHERE kind = 'people' AND NOT is_full;
CREATE OR REPLACE TEMP TABLE pair AS
SELECT short, full_name, max(articles) AS articles FROM (
    SELECT name_group.group_id AS short, full_name, articles
    FROM tied JOIN name_group ON (name_group.kind || chr(31) || name_group.folded) = (tied.kind || chr(31) ||
        tied.short)
    UNION ALL
    SELECT short, group_id, 0 FROM one_word JOIN name_group ON last_word = one_word.folded WHERE kind = 'people' AND
        is_full
) GROUP BY ALL
"""
_APART = """
CREATE OR REPLACE TEMP TABLE apart AS
WITH few AS (SELECT short FROM pair GROUP BY short HAVING count(*) <= 5),
    checked AS (SELECT short, full_name FROM pair JOIN few USING (short)),
    held AS (SELECT DISTINCT article_no, group_id FROM article_entity JOIN form_group USING (form_id)
             WHERE group_id IN (SELECT short FROM checked UNION SELECT full_name FROM checked))
SELECT DISTINCT short FROM checked JOIN held a ON a.group_id = short JOIN held b ON b.group_id = full_name AND
    b.article_no = a.article_no
"""
_ROOTS = "CREATE OR REPLACE TEMP TABLE root AS SELECT group_id, group_id AS top FROM name_group"
_ROUND = """
CREATE OR REPLACE TEMP TABLE root AS
WITH step AS (
    SELECT short AS group_id, any_value(top) AS top FROM pair JOIN root ON root.group_id = full_name
    WHERE short NOT IN (SELECT short FROM apart) GROUP BY short HAVING count(DISTINCT top) = 1
), joined AS (SELECT group_id, coalesce(step.top, group_id) AS top FROM name_group LEFT JOIN step USING (group_id))
SELECT a.group_id, b.top FROM joined a JOIN joined b ON b.group_id = a.top
"""
_COUNTS = """
CREATE OR REPLACE TEMP TABLE used AS
SELECT form_id, top AS name_id, count(DISTINCT article_no) AS articles, sum(mentions) AS mentions, mode(label ORDER
    BY label) AS label
FROM article_entity JOIN form_group USING (form_id) JOIN root USING (group_id) GROUP BY ALL
"""
_NAMES = f"""
CREATE OR REPLACE TABLE name AS
WITH written AS (
    SELECT name_id, arg_max(name_form.name, (name_form.folded = name_group.folded, articles, mentions,
        name_form.name)) AS name,
        arg_max(label, (mentions, label)) AS label
    FROM used JOIN name_form USING (form_id) JOIN name_group ON name_group.group_id = name_id GROUP BY name_id
), other AS (
    SELECT name_id, list(word ORDER BY articles DESC, word) AS forms FROM (
        SELECT name_id, word, sum(articles) AS articles FROM (
            SELECT name_id, name_form.name AS word, articles FROM used JOIN name_form USING (form_id)
            UNION ALL SELECT name_id, alias, alias_link.articles FROM alias_link JOIN used USING (form_id)
        ) GROUP BY name_id, word
        QUALIFY row_number() OVER (PARTITION BY name_id ORDER BY sum(articles) DESC, word) <= {_MOST_ALIASES} + 1
    ) GROUP BY name_id
), why AS (
    SELECT top AS name_id, string_agg(CASE WHEN articles > 0
        THEN '“' || word || '” is given as another form of this name by ' || articles ||
            CASE articles WHEN 1 THEN ' article' ELSE ' articles' END || ', as one of another name by none.'
        ELSE '“' || word || '” alone is counted here: no other full name ends so.' END, ' '
        ORDER BY articles DESC, word) FILTER (nth <= 3) AS reason
    FROM (SELECT top, articles, word, row_number() OVER (PARTITION BY top ORDER BY articles DESC, word) AS nth FROM (
        SELECT root.top, max(pair.articles) AS articles, any_value(shown.name) AS word
        FROM root JOIN pair ON pair.short = root.group_id JOIN (
            SELECT group_id, arg_max(name_form.name, (articles, name_form.name)) AS name
            FROM used JOIN name_form USING (form_id) JOIN form_group USING (form_id) GROUP BY group_id
        ) shown ON shown.group_id = root.group_id WHERE root.top <> root.group_id GROUP BY root.top, root.group_id))
    GROUP BY top
)
SELECT name_id, substr(md5(name_group.kind || chr(31) || name_group.folded), 1, 16) AS key, name, name_group.kind,
    label,
    list_filter(forms, lambda other: other <> name)[:{_MOST_ALIASES}] AS aliases, reason
FROM written JOIN name_group ON name_group.group_id = name_id JOIN other USING (name_id) LEFT JOIN why USING (name_id)
"""
_FACTS = """
CREATE OR REPLACE TABLE spelling AS
SELECT DISTINCT kind, written AS name, top AS name_id, searchable(written) AS found FROM (
    SELECT form_id, kind, name AS written FROM name_form UNION ALL SELECT form_id, kind, alias FROM alias_link JOIN
        name_form USING (form_id)
) JOIN form_group USING (form_id) JOIN root USING (group_id);
CREATE OR REPLACE TABLE named AS
SELECT article_no, top AS name_id, sum(mentions)::INTEGER AS mentions
FROM article_entity JOIN form_group USING (form_id) JOIN root USING (group_id) GROUP BY ALL ORDER BY name_id,
    article_no;
CREATE OR REPLACE TABLE said AS
SELECT article_no, top AS name_id, start, stop, attribution.kind, day, own_day, words
FROM attribution LEFT JOIN form_group USING (form_id) LEFT JOIN root USING (group_id) ORDER BY article_no, start;
"""
_PLACES = """
CREATE OR REPLACE TEMP TABLE grounded AS
SELECT article_no, CASE WHEN geonameid IS NOT NULL THEN 'g' || geonameid
    ELSE concat_ws(' ', kind, round(lat, 3), round(lon, 3)) END AS ground, place_mention.*
FROM place_mention WHERE lat IS NOT NULL AND lon IS NOT NULL;
CREATE OR REPLACE TABLE place AS
SELECT row_number() OVER (ORDER BY ground)::INTEGER AS place_id, substr(md5(ground), 1, 16) AS key,
    arg_max(name, (lots, name)) AS name, arg_max(country, (lots, country)) AS country,
    arg_max(kind, (lots, kind)) AS kind,
    arg_max(lat, (lots, lat, lon)) AS lat, arg_max(lon, (lots, lat, lon)) AS lon, ground,
    any_value(geonameid) AS geonameid
FROM (SELECT ground, name, country, kind, lat, lon, geonameid, sum(mentions) AS lots FROM grounded GROUP BY ALL)
GROUP BY ground;
CREATE OR REPLACE TABLE spot AS
SELECT article_no, place_id, sum(mentions)::INTEGER AS mentions, max(confidence) AS confidence
FROM grounded JOIN place USING (ground) GROUP BY ALL ORDER BY place_id, article_no;
CREATE OR REPLACE TABLE unplaced AS
SELECT article_no, sum(mentions)::INTEGER AS mentions FROM place_mention WHERE lat IS NULL OR lon IS NULL GROUP BY
    article_no ORDER BY article_no;
"""
# What an article holds does not depend on any filter, so it is counted once.
_TALLY = """
CREATE OR REPLACE TABLE article_counts AS
SELECT article_no, coalesce(entities, 0) AS entities, coalesce(speakers, 0) AS speakers, coalesce(quotes, 0) AS quotes,
    coalesce(places, 0) AS places
FROM article LEFT JOIN (SELECT article_no, count(*) AS entities FROM named GROUP BY article_no) USING (article_no)
    LEFT JOIN (SELECT article_no, count(*) AS quotes, count(DISTINCT name_id) AS speakers FROM said GROUP BY
        article_no) USING (article_no)
    LEFT JOIN (SELECT article_no, count(*) AS places FROM spot GROUP BY article_no) USING (article_no)
WHERE error IS NULL ORDER BY article_no
"""
_LEFTOVERS = ("name_group", "form_group", "tied", "one_word", "pair", "apart", "root", "used", "grounded")


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
