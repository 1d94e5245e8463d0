"""How much the whole analysis costs on top of the bare spaCy pass."""

import statistics
import time
from collections.abc import Callable, Sequence

from pipeline import Article, Resources, analyse, analyse_many
from pipeline.analyse import BATCH
from pipeline.normalise import normalise


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare(articles: Sequence[Article], resources: Resources) -> float:
    """The same components over the same texts in batches of the same size, and nothing else.

    spaCy's own batches of 256 are slower here than batches of 16; the comparison is with the faster.
    """
    texts = [normalise(article.text) for article in articles]
    start = time.perf_counter()
    for first in range(0, len(texts), BATCH):
        with resources.nlp.memory_zone():
            for _ in resources.nlp.pipe(texts[first : first + BATCH]):
                pass
    return time.perf_counter() - start


def whole(articles: Sequence[Article], resources: Resources) -> None:
    """Every fact of every article."""
    for _ in analyse_many(articles, resources):
        pass


def overhead(articles: Sequence[Article], resources: Resources, *, rounds: int = 5) -> tuple[float, float, float]:
    """Words per second bare and whole (median of rounds, taken in turn), and the median ratio."""
    bare(articles, resources), whole(articles, resources)  # warm: tables load on first use
    pairs = [(bare(articles, resources), seconds(lambda: whole(articles, resources))) for _ in range(rounds)]
    words = sum(len(article.text.split()) for article in articles)
    low, high = (statistics.median(column) for column in zip(*pairs, strict=True))
    return words / low, words / high, statistics.median(b / a for a, b in pairs)


def growth(article: Article, resources: Resources, *, factor: int = 20, rounds: int = 3) -> tuple[float, float]:
    """Seconds for the article once and for the article repeated factor times."""
    longer = Article("long", "\n\n".join([article.text] * factor))
    once = statistics.median(seconds(lambda: analyse(article, resources)) for _ in range(rounds * 3))
    return once, statistics.median(seconds(lambda: analyse(longer, resources)) for _ in range(rounds))
