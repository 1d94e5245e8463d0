"""How much the whole analysis costs on top of the bare spaCy pass, and how it grows with the text.

In seconds of the processor: both sides use one thread, and a busy machine lengthens only the clock.
"""

import statistics
import time
from collections.abc import Callable, Sequence

from pipeline import Article, Resources, analyse, analyse_many
from pipeline.analyse import BATCH
from pipeline.normalise import normalise

SHORT = 100_000  # characters


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bare(articles: Sequence[Article], resources: Resources) -> float:
    """The same components over the same texts in batches of the same size, and nothing else.

    spaCy's own batches of 256 are slower here than batches of 16; the comparison is with the faster.
    """
    texts = [normalise(article.text) for article in articles]
    start = time.process_time()
    for first in range(0, len(texts), BATCH):
        with resources.nlp.memory_zone():
            for _ in resources.nlp.pipe(texts[first : first + BATCH]):
                pass
    return time.process_time() - start


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


def growth(text: str, resources: Resources, factors: Sequence[int], *, between: str = "\n\n") -> list[float]:
    """Seconds for a text repeated so many times; the median of three for the short ones."""
    return [_median_seconds(Article("long", between.join([text] * factor)), resources) for factor in factors]


def _median_seconds(article: Article, resources: Resources) -> float:
    rounds = 3 if len(article.text) < SHORT else 1
    return statistics.median(seconds(lambda: analyse(article, resources)) for _ in range(rounds))


def one_paragraph(count: int) -> str:
    """So many short quotes by invented speakers, without a line break."""
    names = ("Amal Haddad", "Peter Lund", "Mirabel Osei", "Tomas Reyes", "Ruth Calloway")
    return " ".join(f"“We wait,” said {names[n % len(names)]}." for n in range(count))
