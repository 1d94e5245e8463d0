"""One visit's articles on their way from upload to figures. Guarded by one lock; no Streamlit.

The page lays down what it has and asks what is done; a thread of the visit (collection_work) does the rest.
Each analysis is made once a visit for each text, title and day, whether for the collection or for one article.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.workspace.inbox import Given, Inbox, Refused, Upload
from pipeline.limits import is_long
from pipeline.model import Analysis, Article

KEPT = 540  # analyses of one visit: a full collection, and some articles with another day; 100 kB each for 900 words
BATCH_CHARACTERS = (2_000, 12_000)  # least and most; on a quick machine the most is half a second of work
BATCH_SECONDS = 0.7
BATCH_ARTICLES = 16

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the visit's collection is; now: what is being read or analysed."""

    total: int
    done: int
    failed: int
    now: str = ""
    seconds_left: float | None = None
    running: bool = False
    stopped: bool = False

    @property
    def open(self) -> int:
        """How many are still to do."""
        return self.total - self.done - self.failed


def key_of(article: Article) -> Key:
    """What an analysis depends on; a title changes nothing in it."""
    return (article.id, article.text, str(article.published))


class Workspace:
    """See above; every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._inbox = Inbox()
        self._analyses: OrderedDict[Key, Analysis] = OrderedDict()
        self._faults: dict[Key, str] = {}
        self._now = ""
        self._pace = 0.0  # characters a second
        self._since = 0.0
        self.stopped = False
        self.closed = False
        self.worker: threading.Thread | None = None

    def set_inputs(self, files: Sequence[Upload], others: Sequence[Article], given: Given) -> None:
        """What the page has now: uploads, articles that came otherwise, and what the reader said of them."""
        with self._lock:
            self._inbox.set_inputs(files, others, given)

    def articles(self) -> dict[str, Article]:
        """The readable articles by id."""
        with self._lock:
            return self._inbox.articles()

    def article_of(self, file: str) -> str | None:
        """The article that a file became."""
        with self._lock:
            one = self._inbox.read.get(file)
            return one.id if isinstance(one, Article) else None

    def refused(self) -> list[Refused]:
        """What could not be read."""
        with self._lock:
            return self._inbox.refused()

    def refused_ids(self) -> list[str]:
        """The files that could not be read."""
        with self._lock:
            return [id for id, one in self._inbox.read.items() if isinstance(one, Refused)]

    def left_out(self) -> int:
        """How many articles a visit cannot take any more."""
        with self._lock:
            return self._inbox.left_out()

    def waiting(self) -> int:
        """How many files are still to be read."""
        with self._lock:
            return len(self._inbox.waiting)

    def take_file(self) -> Upload | None:
        """The next file to read; it stays in the line until it is shelved."""
        with self._lock:
            upload = next(iter(self._inbox.waiting.values()), None)
            self._now = upload.name if upload else self._now
            return upload

    def file_read(self, upload: Upload, result: Article | Refused) -> None:
        """What came of a file, unless it was taken away meanwhile."""
        with self._lock:
            if self._inbox.waiting.pop(upload.id, None):
                self._inbox.read[upload.id] = result

    def known(self, article: Article) -> Analysis | None:
        """The analysis, if it was made, under the title that the article has now."""
        with self._lock:
            key = key_of(article)
            if (found := self._analyses.get(key)) is None:
                return None
            self._analyses.move_to_end(key)
            if found.article.title != article.title:
                found = self._analyses[key] = replace(found, article=replace(found.article, title=article.title))
            return found

    def error(self, article: Article) -> str | None:
        """Why the article could not be analysed, if that is so."""
        with self._lock:
            return self._faults.get(key_of(article))

    def keep(self, article: Article, result: Analysis | str) -> None:
        """An analysis, or the reason why there is none."""
        with self._lock:
            if isinstance(result, str):
                self._faults[key_of(article)] = result
                return
            self._analyses[key_of(article)] = result
            while len(self._analyses) > KEPT:
                self._analyses.popitem(last=False)

    def pending(self) -> list[Article]:
        """The articles that nobody has analysed yet, in order."""
        with self._lock:
            articles = self._inbox.articles().values()
            return [a for a in articles if (key := key_of(a)) not in self._analyses and key not in self._faults]

    def batch(self) -> list[Article]:
        """What a turn is for, of what is still pending; long articles take none."""
        found: list[Article] = []
        least, most = BATCH_CHARACTERS
        room = min(max(self._pace * BATCH_SECONDS, least), most) if self._pace else least
        for article in self.pending():
            if is_long(article):
                continue
            if found and (len(found) >= BATCH_ARTICLES or len(article.text) > room):
                break
            found.append(article)
            room -= len(article.text)
        if found:
            self._now = found[0].title or found[0].source or found[0].text.lstrip()[:80]
        return found

    def long_one(self) -> Article | None:
        """The next article that is analysed in a process of its own."""
        found = next(filter(is_long, self.pending()), None)
        if found:
            self._now = f"{found.title or found.source or found.id}, a long one"
        return found

    def record_pace(self, characters: int) -> None:
        """So much was done since the last time; 0 starts the clock."""
        now = time.monotonic()
        if characters and now > self._since:
            pace = characters / (now - self._since)
            self._pace = pace if not self._pace else 0.7 * self._pace + 0.3 * pace
        self._since = now

    def progress(self) -> Progress:
        """How far it is, in numbers."""
        with self._lock:
            pending, articles, waiting = self.pending(), self._inbox.articles(), len(self._inbox.waiting)
            faults = sum(key_of(article) in self._faults for article in articles.values())
            failed = len(self._inbox.refused()) + faults
            total = len(articles) + len(self._inbox.refused()) + waiting
            usual = sum(len(a.text) for a in articles.values()) / max(len(articles), 1)
            left = sum(len(article.text) for article in pending) + usual * waiting
            running = self.worker is not None and self.worker.is_alive()
            return Progress(
                total=total,
                done=len(articles) - faults - len(pending),
                failed=failed,
                now=self._now if running else "",
                seconds_left=left / self._pace if self._pace and running else None,
                running=running,
                stopped=self.stopped,
            )

    def stop(self) -> None:
        """Do no more; what is done stays."""
        self.stopped = True

    def go_on(self) -> None:
        """Do the rest; the page starts the thread."""
        self.stopped = False

    def close(self) -> None:
        """The visit is over."""
        self.closed = self.stopped = True
