# ruff: noqa: S608 - the SQL is put together from our own words; what a reader typed is always a parameter
"""The lists of a collection as SQL: articles, names, speakers, quotes, places."""

from typing import Any

from pipeline.collection.filter import Pick, said_where
from pipeline.collection.listing import Listing
from pipeline.collection.model import Filter
from pipeline.collection.parts import Relation
from pipeline.collection.rows import (
    ListedArticle,
    ListedName,
    ListedPlace,
    ListedSpeaker,
    NamingArticle,
    UnreadQuote,
)

_FIND = "contains(searchable(concat_ws(' ', {columns})), searchable($find))"


def _find(find: str, *columns: str) -> tuple[str, dict[str, Any]]:
    if not find.strip():
        return "true", {}
    return _FIND.format(columns=", ".join(columns)), {"find": find.strip()}


def articles(pick: Pick, find: str) -> Listing[ListedArticle]:
    """Every article that could be done, with what was found in it."""
    found, more = _find(find, "title", "source")
    ctes = f"""{pick.cte},
    rows AS (SELECT id, title, source, outlet, published AS day, published_from, words, entities, speakers, quotes,
        places
    FROM article SEMI JOIN picked USING (article_no) JOIN article_counts USING (article_no) WHERE {found})"""
    orders = ("day", "title", "source", "words", "entities", "speakers", "quotes", "places", "id")
    return Listing(ListedArticle, ctes, {**pick.params, **more}, orders, "title NULLS LAST, id")


def entities(only: Filter, pick: Pick, find: str) -> Listing[ListedName]:
    """Every name over all articles."""
    found, more = _find(find, "name", "array_to_string(aliases, ' ')")
    if only.labels:
        found, more = f"{found} AND list_contains($labels, label)", {**more, "labels": list(only.labels)}
    ctes = f"""{pick.cte},
    counted AS (SELECT name_id, count(*) AS articles, sum(mentions)::BIGINT AS mentions, min(published) AS first_day,
        max(published) AS last_day FROM named JOIN picked USING (article_no) GROUP BY name_id),
    rows AS (SELECT key, name, kind, label, articles, mentions, first_day, last_day, aliases, reason
    FROM counted JOIN name USING (name_id) WHERE {found})"""
    orders = ("articles", "mentions", "name", "kind", "label", "first_day", "last_day")
    return Listing(ListedName, ctes, {**pick.params, **more}, orders, "mentions DESC, name, key")


def speakers(only: Filter, pick: Pick, find: str) -> Listing[ListedSpeaker]:
    """Every named speaker over all articles; share is of all words quoted, those of nobody named included."""
    asked = said_where(Filter(said_first=only.said_first, said_last=only.said_last, quote_kinds=only.quote_kinds))
    found, more = _find(find, "name", "array_to_string(aliases, ' ')")
    ctes = f"""{pick.cte},
    mine AS (SELECT said.*, published FROM said JOIN picked USING (article_no) WHERE {asked.text()}),
    counted AS (SELECT name_id, count(DISTINCT article_no) AS articles, count(*) AS quotes, sum(words)::BIGINT AS words,
        min(day) AS first_day, max(day) AS last_day FROM mine WHERE name_id IS NOT NULL GROUP BY name_id),
    rows AS (SELECT key, name, kind, label, articles, quotes, words,
        words / greatest((SELECT sum(words) FROM mine), 1)::DOUBLE AS share, first_day, last_day, aliases, reason
    FROM counted JOIN name USING (name_id) WHERE {found})"""
    orders = ("words", "quotes", "articles", "name", "share", "first_day", "last_day")
    return Listing(ListedSpeaker, ctes, {**pick.params, **asked.params, **more}, orders, "quotes DESC, name, key")


def quotes(only: Filter, pick: Pick, hits: Relation | None) -> Listing[UnreadQuote]:
    """Every quote, without its words: those are read for the one page that is shown. hits: where to find words."""
    asked = said_where(only)
    found, more = "true", {}
    if hits:
        found, more = (
            f"(article.id, start, stop) IN (SELECT (article_id, start, stop) FROM {hits.sql})",
            dict(hits.params),
        )
    ctes = f"""{pick.cte},
    rows AS (SELECT part, article.id AS article_id, title, start, stop, name.key AS speaker_key, name.name AS speaker,
        said.kind, said.day, CASE WHEN own_day THEN 'said' WHEN said.day IS NOT NULL THEN 'published' END AS day_from,
        said.words
    FROM said JOIN picked USING (article_no) JOIN article USING (article_no) LEFT JOIN name USING (name_id)
    WHERE {asked.text()} AND {found})"""
    orders = ("day", "words", "speaker", "title", "kind")
    params = {**pick.params, **asked.params, **more}
    return Listing(UnreadQuote, ctes, params, orders, "title NULLS LAST, article_id, start, stop", many=True)


def pins(pick: Pick, find: str) -> Listing[ListedPlace]:
    """Every place on the map, the mentions of all articles added up."""
    found, more = _find(find, "name", "country")
    ctes = f"""{pick.cte},
    counted AS (SELECT place_id, sum(mentions)::BIGINT AS mentions, count(*) AS articles, min(published) AS first_day,
        max(published) AS last_day, max(confidence) AS confidence FROM spot JOIN picked USING (article_no) GROUP BY
            place_id),
    rows AS (SELECT key, name, country, kind, lat, lon, mentions, articles, first_day, last_day, confidence, geonameid
    FROM counted JOIN place USING (place_id) WHERE {found})"""
    orders = ("articles", "mentions", "name", "country", "kind", "first_day", "last_day")
    return Listing(ListedPlace, ctes, {**pick.params, **more}, orders, "mentions DESC, name, key")


def named(pick: Pick, key: str, find: str) -> Listing[NamingArticle]:
    """The articles that name one thing."""
    found, more = _find(find, "title", "source")
    ctes = f"""{pick.cte},
    rows AS (SELECT article.id AS article_id, title, source, article.published AS day, mentions, part
    FROM named JOIN picked USING (article_no) JOIN article USING (article_no)
    WHERE name_id IN (SELECT name_id FROM name WHERE key = $named_key) AND {found})"""
    return Listing(
        NamingArticle,
        ctes,
        {**pick.params, **more, "named_key": key},
        ("day", "mentions", "title"),
        "title NULLS LAST, article_id",
    )
