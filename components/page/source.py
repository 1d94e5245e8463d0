"""What the page shows: one article, the visit's collection, the server's folder, or nothing yet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.elements.notices import hint, refusal
from components.sample import SOURCE, sample
from components.session.address import EVERYTHING, asked
from components.session.cache import visit
from components.session.collection_state import here
from components.session.folder import named_folder, open_folder
from components.session.state import add_article, page, show_article
from components.workspace.inbox import Given
from pipeline.errors import PipelineError
from pipeline.model import Article

if TYPE_CHECKING:
    from pipeline.collection import Collection


@dataclass(frozen=True, slots=True)
class Source:
    """A collection to look at; own: of this visit, so that it grows and can be corrected."""

    name: str
    collection: "Collection"
    own: bool
    total: int


def obey_address() -> None:
    """Open what the address of the page asks for, where that is new; an article not there yet may still come."""
    wanted = asked()
    if wanted == SOURCE:
        add_article(sample())
    elif wanted:
        show_article(None if wanted == EVERYTHING else wanted)


def folder_source() -> Source | None:
    """The server's folder; a damaged one is said and the page goes on without it."""
    try:
        found = open_folder()
    except PipelineError as error:
        refusal(str(error))
        return None
    folder = named_folder()
    if found is None or folder is None:
        return None
    return Source(folder.resolve().name, found, False, 0)


def own_source() -> Source | None:
    """The visit's collection, in step with analyses and corrections; there from two articles up."""
    shared = visit()
    number = len(shared.workspace.articles()) + shared.workspace.waiting()
    if number < 2:
        return None
    shared.records.sync(shared.workspace, {id: past.done for id, past in page().histories.items() if past.done})
    return Source("Your articles", shared.records.collection, True, number)


def open_article(own: Source | None, folder: Source | None) -> Article | None:
    """The article to show; None where a collection is to be shown, or nothing."""
    articles, id = visit().workspace.articles(), page().article_id
    if id in articles:
        return articles[id]
    if id and folder and (article := _from_folder(folder, id)):
        return article
    if len(articles) == 1 and own is None and here().source != "folder":
        show_article(next(iter(articles)))
        return next(iter(articles.values()))
    return None


def _from_folder(folder: Source, id: str) -> Article | None:
    try:
        return Given(page().published, page().titles).apply(folder.collection.article(id))
    except PipelineError as error:
        hint(str(error))
        return None
