"""How much the whole analysis costs on top of the bare spaCy pass, and how it grows with the text.

In seconds of the processor: both sides use one thread, and a busy machine lengthens only the clock.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language

from pipeline import Article, Resources, analyse, analyse_many
from pipeline.recipe import BATCH
from pipeline.text.normalise import normalise

SHORT = 100_000  # characters


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bare(articles: Sequence[Article], nlp: Language) -> float:
    """The same components over the same texts in batches of the same size, and nothing else.

    spaCy's own batches of 256 are slower here than batches of 16; the comparison is with the faster.
    """
    texts = [normalise(article.text) for article in articles]
    start = time.process_time()
    for first in range(0, len(texts), BATCH):
        with nlp.memory_zone():
            for _ in nlp.pipe(texts[first : first + BATCH]):
                pass
    return time.process_time() - start


def whole(articles: Sequence[Article], resources: Resources) -> None:
    """Every fact of every article."""
    for _ in analyse_many(articles, resources):
        pass


@dataclass(frozen=True, slots=True)
class Pace:
    """Median seconds of the processor for all articles: the model as it ships, as we load it, and every fact."""

    shipped: float
    loaded: float
    whole: float
    over_shipped: float  # median of the ratios round by round
    over_loaded: float


def pace(articles: Sequence[Article], resources: Resources, *, rounds: int = 5) -> Pace:
    """The three taken in turn, so that a slow minute of the machine slows all of them."""
    shipped = spacy.load(resources.model)
    turns = [
        (
            bare(articles, shipped),
            bare(articles, resources.nlp),
            seconds(lambda: whole(articles, resources)),
        )
        for _ in range(rounds + 1)
    ][1:]  # the first warms: tables load on first use
    return Pace(
        *(statistics.median(column) for column in zip(*turns, strict=True)),
        over_shipped=statistics.median(ours / plain for plain, _, ours in turns),
        over_loaded=statistics.median(ours / plain for _, plain, ours in turns),
    )


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
