"""The figures of one visit's articles, kept in step with what is analysed and corrected. No Streamlit."""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from components.rows.headline import title_of
from components.workspace.workspace import Workspace, key_of
from pipeline.corrections import Correction, Corrections, apply_marked
from pipeline.model import Analysis, Article
from pipeline.record import article_id, error_record, to_record

if TYPE_CHECKING:
    from pipeline.collection import Collection

Made = Mapping[str, tuple[Correction, ...]]


class RecordStore:
    """Records by article id; only what has changed is written again. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._collection: Collection | None = None
        self._stamps: dict[str, object] = {}
        self._made: Made = {}
        self._closed = False
        self.changes = 0  # grows whenever a record comes, goes or is another

    @property
    def collection(self) -> "Collection":
        """What the page asks for its figures."""
        from pipeline.collection import Collection  # here, as most visits have one article and need no DuckDB

        with self._lock:
            if self._collection is None:
                self._collection = Collection.of_records([])
            return self._collection

    def sync(self, workspace: Workspace, made: Made | None = None) -> None:
        """Bring it in step with the workspace, and with the reader's corrections where they are given."""
        with self._lock:
            if self._closed:
                return
            self._made = self._made if made is None else made
            entries = self._entries(workspace)
            changed = [id for id, (stamp, _) in entries.items() if self._stamps.get(id) != stamp]
            gone = self._stamps.keys() - entries.keys()
            if not (changed or gone):
                return
            collection = self.collection
            if stale := [*gone, *(id for id in changed if id in self._stamps)]:
                collection.drop(stale)
            collection.add([self._record(entries[id][1]) for id in changed])
            self._stamps = {id: stamp for id, (stamp, _) in entries.items()}
            self.changes += 1

    def analyses(self, workspace: Workspace) -> list[Analysis]:
        """Every analysis with its corrections, in the order of the articles."""
        with self._lock:
            found = (workspace.known(article) for article in workspace.articles().values())
            return [self._corrected(analysis) for analysis in found if analysis]

    def _entries(self, workspace: Workspace) -> dict[str, tuple[object, Any]]:
        """(what the record depends on, what it is made of) by id."""
        found: dict[str, tuple[object, Any]] = {}
        for refused in workspace.refused():
            nameless = Article(article_id(refused.name), "", source=refused.name)
            found[nameless.id] = (refused, (nameless, refused.message))
        for article in workspace.articles().values():
            if analysis := workspace.known(article):
                found[article.id] = ((key_of(article), article.title, self._made.get(article.id, ())), analysis)
            elif fault := workspace.error(article):
                found[article.id] = ((key_of(article), fault), (article, fault))
        return found

    def _record(self, entry: Any) -> dict[str, Any]:
        """With how it begins in place of a title, so that every article can be sorted and searched by one."""
        if not isinstance(entry, Analysis):
            return error_record(*entry)
        record = to_record(self._corrected(entry))
        return record if record["title"] else {**record, "title": title_of(entry.article)}

    def _corrected(self, analysis: Analysis) -> Analysis:
        items = self._made.get(analysis.article.id, ())
        if not items:
            return analysis
        return apply_marked(analysis, Corrections(analysis.article.id, items)).analysis

    def close(self) -> None:
        """The visit is over."""
        with self._lock:
            self._closed = True
            if self._collection is not None:
                self._collection.close()
                self._collection = None
                self._stamps = {}
