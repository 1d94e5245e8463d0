"""What every analysis of the page shares: the worker processes, the queue before them, the gazetteer. No Streamlit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from components.formatting import count
from components.workspace.model_queue import ModelQueue
from components.workspace.workspace import Workspace
from pipeline.batch.analysis_pool import WORKERS, AnalysisPool, CrowdedError
from pipeline.errors import ArticleError
from pipeline.gazetteer import Gazetteer, open_gazetteer
from pipeline.limits import is_long
from pipeline.model import Analysis, Article

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PageModel:
    """The model as the page has it: its name, and processes that use it; the gazetteer, which the map uses too."""

    model: str
    gazetteer: Gazetteer
    pool: AnalysisPool
    queue: ModelQueue = field(default_factory=lambda: ModelQueue(WORKERS))


def load_page_model(progress: Say) -> PageModel:
    """Start the processes and wait until the first is ready; raises ModelError or GazetteerError with what to do."""
    gazetteer = open_gazetteer(progress=progress)
    pool = AnalysisPool()
    try:
        return PageModel(pool.load(), gazetteer, pool)
    except BaseException:
        pool.close()
        raise


def analyse(workspace: Workspace, article: Article, found: PageModel, *, say: Say | None = None) -> Analysis:
    """One article's analysis, made once a visit; raises ArticleError where there is none.

    say: told what is waited for, "" where nothing is; what it raises ends the work.
    """
    tell = say or (lambda _: None)
    if done := _made(workspace, article):
        return done
    if is_long(article):
        return _keep(workspace, article, found.pool.analyse_long(article, on_wait=lambda on: tell(_of_long(on))))

    def slow() -> None:
        tell("This article takes long …")

    with found.queue.reader(lambda before: tell(f"{count(before, 'analysis', 'analyses')} before yours …")) as turn:
        tell("")
        if done := _made(workspace, article):  # by the thread of this visit, while we waited
            return done
        [result] = found.pool.analyse([article], on_slow=turn.release, on_wait=slow)
    return _keep(workspace, article, result)


def analyse_batch(workspace: Workspace, found: PageModel, *, look: Callable[[], None]) -> None:
    """The next articles of a visit's collection, for one turn, or the next long one; ``look`` may end the work."""
    if all(map(is_long, workspace.pending())):
        if article := workspace.long_one():
            workspace.keep(article, _said(found.pool.analyse_long(article, on_wait=lambda _: look())))
        workspace.record_pace(0)
        return
    with found.queue.collection() as turn:
        batch = workspace.batch()  # chosen when the turn has come, so that nothing is done twice
        _keep_all(workspace, batch, found.pool.analyse(batch, on_slow=turn.release, on_wait=look))
    workspace.record_pace(sum(len(article.text) for article in batch))


def _made(workspace: Workspace, article: Article) -> Analysis | None:
    if error := workspace.error(article):
        raise ArticleError(error, source=article.source)
    return workspace.known(article)


def _keep(workspace: Workspace, article: Article, result: Analysis | ArticleError) -> Analysis:
    """Keep what was found; an article that was given up for the others' sake may be tried again."""
    if not isinstance(result, CrowdedError):
        workspace.keep(article, _said(result))
    if isinstance(result, ArticleError):
        raise result
    return result


def _keep_all(workspace: Workspace, batch: Sequence[Article], results: Sequence[Analysis | ArticleError]) -> None:
    for article, result in zip(batch, results, strict=True):
        workspace.keep(article, _said(result))


def _said(result: Analysis | ArticleError) -> Analysis | str:
    return str(result) if isinstance(result, ArticleError) else result


def _of_long(begun: bool) -> str:
    return "" if begun else "Another long article is before yours …"
