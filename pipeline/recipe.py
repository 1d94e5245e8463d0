"""The recipe: the order of the steps, in one screen."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.dates import date_quotes, find_dates, published_from_text, resolve_in_quotes
from pipeline.entities import find_entities
from pipeline.errors import ArticleError
from pipeline.gazetteer import Gazetteer, open_gazetteer
from pipeline.limits import check_text
from pipeline.model import Analysis, Article
from pipeline.notes import write_notes
from pipeline.places import locate
from pipeline.quotes import find_quotes
from pipeline.record import WORD
from pipeline.relabel import relabel
from pipeline.speakers import resolve_speakers
from pipeline.text.nlp import load_nlp, model_name, parse, parse_many
from pipeline.text.normalise import ModelText, prepare_text
from pipeline.text.tokens import read_tokens

BATCH = 16  # articles a memory zone; larger batches bring no speed and cost memory


@dataclass(frozen=True)
class Resources:
    """What every analysis shares: the model, the gazetteer, and the lock that guards them.

    spaCy's memory zones must not overlap between threads (KeyError E018), hence one lock.
    """

    nlp: Language
    gazetteer: Gazetteer
    model: str
    lock: threading.Lock = field(default_factory=threading.Lock)


def load_resources(model: str | None = None, *, progress: Callable[[str], None] | None = None) -> Resources:
    """Load model and gazetteer; progress is told in words what is being done."""
    return Resources(load_nlp(model), open_gazetteer(progress=progress), model_name(model))


def analyse(article: Article, resources: Resources) -> Analysis:
    """All facts about one article; raises ArticleError where there is nothing to analyse."""
    check(article)
    with resources.lock, resources.nlp.memory_zone():
        prepared = prepare_text(article.text)
        return _facts(parse(resources.nlp, prepared.text, prepared.layout), article, prepared, resources)


def analyse_many(articles: Iterable[Article], resources: Resources) -> Iterator[Analysis | ArticleError]:
    """Analyses in order of the articles; an article that fails yields its error instead."""
    source = iter(articles)
    while batch := list(islice(source, BATCH)):
        yield from _batch(batch, resources)


def check(article: Article) -> None:
    """Raise ArticleError for a text that cannot be analysed, saying what to do."""
    check_text(article.text, article.source)


def _batch(batch: list[Article], resources: Resources) -> list[Analysis | ArticleError]:
    results: list[Analysis | ArticleError | None] = [_complaint(article) for article in batch]
    good = [n for n, result in enumerate(results) if result is None]
    with resources.lock, resources.nlp.memory_zone():
        prepared = {n: prepare_text(batch[n].text) for n in good}
        for n, doc in parse_many(resources.nlp, [(n, one.text, one.layout) for n, one in prepared.items()]):
            results[n] = _guarded(doc, batch[n], prepared[n], resources)
    return [result for result in results if result is not None]


def _complaint(article: Article) -> ArticleError | None:
    try:
        check(article)
    except ArticleError as error:
        return error
    return None


def _guarded(doc: Doc, article: Article, prepared: ModelText, resources: Resources) -> Analysis | ArticleError:
    """The facts; a fault of ours in one article is named, and never spoils the others."""
    try:
        return _facts(doc, article, prepared, resources)
    except Exception as fault:  # the boundary of a batch: whatever it is, it concerns one article only
        message = f"This article could not be analysed: {type(fault).__name__}. Please report it."
        return ArticleError(message, source=article.source)


def _facts(doc: Doc, article: Article, prepared: ModelText, resources: Resources) -> Analysis:
    text, layout, gazetteer = article.text, prepared.layout, resources.gazetteer
    if article.published is None and (day := published_from_text(text)):
        article = replace(article, published=day, published_from="dateline")
    tokens = read_tokens(doc, text, prepared)
    mentions, entities, teams = find_entities(tokens, gazetteer)
    quotes = resolve_speakers(tokens, find_quotes(tokens), mentions=mentions, entities=entities)
    dates = find_dates(doc, text, published=article.published, layout=layout, model_text=prepared.text)
    places = locate(text, mentions=mentions, teams=teams, gazetteer=gazetteer)
    mentions, entities = relabel(mentions, entities, places)
    quotes = date_quotes(doc, quotes, dates, layout=layout)
    dates = resolve_in_quotes(dates, quotes, published=article.published)
    return Analysis(
        article=article,
        words=len(WORD.findall(text)),
        sentences=tokens.sentences(),
        mentions=mentions,
        entities=entities,
        quotes=quotes,
        places=places,
        dates=dates,
        notes=article.notes + write_notes(article, quotes=quotes, places=places, dates=dates),
    )
