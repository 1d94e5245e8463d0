"""Random collections: SQL agrees with a plain recount in Python, and a folder with the memory."""

import random
import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from pipeline.collection import Filter

NAMES = [
    "Mira Dolan",
    "MIRA DOLAN",
    "Ivo Dolan",
    "Dolan",
    "Ada Holm",
    "Holm",
    "Ada",
    "Dr. Ada Holm",
    "Cem Çelik",
    "Celik",
]
DAYS = [None, "2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01"]
TEXTS = ["We will wait.", "No.", "It's a long, long way; 3,000 miles.", "Nobody knows"]


def random_records(make, seed):
    chance = random.Random(seed)
    records = []
    for n in range(chance.randint(1, 25)):
        if chance.random() < 0.1:
            records.append(make.failed(f"a{n}"))
            continue
        names = chance.sample(NAMES, chance.randint(0, 4))
        entities = []
        for name in names:
            tied = [name.split()[-1]] if " " in name and chance.random() < 0.5 else []
            entities.append(make.entity(name, *tied, count=chance.randint(1, 4)))
        quotes = [
            make.quote(chance.choice([None, "a witness", *range(len(names))]), chance.choice(TEXTS),
                       kind=chance.choice(["direct", "mixed", "indirect"]), said_on=chance.choice(DAYS))
            for _ in range(chance.randint(0, 5))
        ]  # fmt: skip
        places = [
            make.place(*chance.choice([("Rafah", 1), ("Gaza", 2), ("Rafah", 3)])) for _ in range(chance.randint(0, 3))
        ]
        records.append(make.record(f"a{n}", entities, quotes, places, published=chance.choice(DAYS)))
    return records


def folded(name):
    plain = name.replace("Ç", "C").lower().replace(".", "")
    return re.sub(r"^dr (?=.)", "", plain)


def roots(done):
    """Each folded name → the one it is counted under, by the rules as they are written down."""
    shorts, known, apart = defaultdict(set), set(), set()
    for record in done:
        here = {folded(entity["name"]) for entity in record["entities"]}
        known |= here
        for entity in record["entities"]:
            for alias in entity["aliases"]:
                if len(folded(alias)) < len(folded(entity["name"])):
                    shorts[folded(alias)].add(folded(entity["name"]))
    for name in known:
        if " " not in name:
            shorts[name] |= {other for other in known if " " in other and other.split()[-1] == name}
    for record in done:
        here = {folded(entity["name"]) for entity in record["entities"]}
        apart |= {short for short in here if shorts[short] & here}
    return {
        name: next(iter(shorts[name])) if len(shorts[name]) == 1 and name not in apart else name for name in known
    }  # names of these tests have two words at most, so there are no chains


def words(text):
    return len(re.findall(r"\w+(?:['’.\-]\w+)*", text))


@pytest.mark.parametrize("seed", range(6))
def test_sql_agrees_with_a_plain_recount(gather, make, seed):
    records = random_records(make, seed)
    made, done = gather(records), [record for record in records if "error" not in record]
    top = roots(done)
    articles, mentions = defaultdict(set), Counter()
    for record in done:
        for entity in record["entities"]:
            articles[top[folded(entity["name"])]].add(record["id"])
            mentions[top[folded(entity["name"])]] += entity["count"]
    expected = sorted((name, len(ids), mentions[name]) for name, ids in articles.items())
    assert sorted((folded(row.name), row.articles, row.mentions) for row in made.entities().rows) == expected
    said, days = Counter(), Counter()
    for record in done:
        by_id = {entity["id"]: entity["name"] for entity in record["entities"]}
        for quote in record["quotes"]:
            name = by_id.get(quote["speaker_id"])
            said[top[folded(name)] if name else None] += words(quote["text"])
            days[quote["said_on"] or record["published"]] += 1
    assert {folded(row.name): row.words for row in made.speakers().rows} == {k: n for k, n in said.items() if k}
    summary = made.summary()
    assert (summary.quoted_words, summary.quotes) == (said.total(), days.total())
    assert summary.undated_quotes == days.pop(None, 0)
    counted = Counter()
    for row in made.quote_days(step="day").rows:
        counted[row.day.isoformat()] += row.quotes
    assert counted == days
    spots = Counter(place["geonameid"] for record in done for place in record["places"])
    assert {row.geonameid: row.mentions for row in made.pins().rows} == spots
    start = Filter(first_day=date(2024, 1, 1))
    assert made.summary(start).articles == sum((record["published"] or "") >= "2024" for record in done)


@pytest.mark.parametrize("seed", range(2))
def test_a_folder_agrees_with_the_memory(gather, make, seed):
    records = random_records(make, 100 + seed)
    memory, folder = gather(records), gather(records, folder=True, part_articles=3)
    keys = [None, *(row.key for row in memory.entities().rows[:2])]
    for only in [Filter(search="dolan"), Filter(words="nobody KNOWS"), *(Filter(entity=key) for key in keys)]:
        assert memory.summary(only) == folder.summary(only)
        for view in ("articles", "entities", "speakers", "quotes", "quote_days", "pins"):
            assert getattr(memory, view)(only) == getattr(folder, view)(only), view


def test_the_order_in_which_records_come_does_not_matter(gather, make):
    records = random_records(make, 7)
    one, other = gather(records), gather(reversed(records))
    for view in ("articles", "entities", "speakers", "quotes", "quote_days", "pins"):
        assert getattr(one, view)() == getattr(other, view)(), view
