"""Short soups through the real language model, many at once, as the command line sends them."""

import random
from itertools import islice

from pipeline import Article, analyse_many, load_resources, to_record
from pipeline.errors import ArticleError
from tests.fuzz.facts import DAYS
from tests.fuzz.sound import sound
from tests.fuzz.targets import TARGETS
from tests.fuzz.taste import Taste

GRAMMARS = ("quotes", "dates", "toponyms", "news")
SIZES = (8, 16, 30, 60, 120)
BATCH = 64
EVERY = 8  # one batch in so many is done again, backwards: the same text gives the same record


def soups(seed):
    """Articles without end, each grammar in turn."""
    draw = random.Random(f"{seed}/model")
    while True:
        for name in GRAMMARS:
            text = TARGETS[name].brew(Taste(draw.randbytes(draw.choice(SIZES))))
            day = DAYS[len(text) % len(DAYS)]
            yield Article("f", text, published=day, published_from="given" if day else None)


def batches(runs, seed, resources=None):
    """For each batch the (error, text) of what broke."""
    resources = resources or load_resources()
    articles = islice(soups(seed), runs)
    number = 0
    while batch := list(islice(articles, BATCH)):
        number += 1
        results = list(analyse_many(batch, resources))
        yield [broken for article, result in zip(batch, results, strict=True) if (broken := look(article, result))]
        if number % EVERY == 0:
            again = list(analyse_many(reversed(batch), resources))[::-1]
            yield [
                (AssertionError("the same text, another record"), article.text)
                for article, one, other in zip(batch, results, again, strict=True)
                if plain(one) != plain(other)
            ]


def look(article, result):
    """The fault and the text, or None."""
    try:
        if isinstance(result, ArticleError):
            assert "could not be analysed" not in str(result), str(result)
        else:
            sound(result)
    except Exception as error:
        return error, article.text
    return None


def plain(result):
    """A record, or the words of a refusal."""
    return str(result) if isinstance(result, ArticleError) else to_record(result)
