"""Visits kept for a short while, so that a reload of the page loses nothing. Pure memory; no Streamlit, no file.

A visit is found by its token alone: long, random, made by the server, known to one browser tab. Only its digest
is kept, so that no saved visit can tell anybody a token.
"""

import hashlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.corrections import History
from pipeline.model import Article

MINUTES = 10
VISITS = 64
CHARACTERS = 64_000_000  # of all visits together; a visit beyond it loses its oldest neighbours


@dataclass(frozen=True, slots=True)
class Visit:
    """What a reload would lose: the articles, the days given for them, and the corrections."""

    articles: Mapping[str, Article]
    article_id: str | None = None
    published: Mapping[str, date | None] | None = None
    titles: Mapping[str, str] | None = None
    histories: Mapping[str, History] | None = None

    @property
    def size(self) -> int:
        """Characters of all articles, each counted once."""
        known = {id(article.text): len(article.text) for article in self.articles.values()}
        return sum(known.values())


@dataclass(frozen=True, slots=True)
class _Kept:
    visit: Visit
    size: int
    until: float


class SavedVisits:
    """Bounded in number, size and time; safe from several threads."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, sweeps: bool = True) -> None:
        self._kept: dict[str, _Kept] = {}
        self._lock = threading.Lock()
        self._clock = clock
        self._sweeps = sweeps
        self._timer: threading.Timer | None = None

    def __len__(self) -> int:
        with self._lock:
            self._drop_old()
            return len(self._kept)

    def put(self, token: str, visit: Visit) -> None:
        """Keep a visit for ten minutes from now, in place of what it was before; one too large is not kept."""
        size, key = visit.size, _digest(token)
        with self._lock:
            self._kept.pop(key, None)
            self._drop_old()
            if size <= CHARACTERS:
                self._kept[key] = _Kept(visit, size, self._clock() + 60 * MINUTES)
            while len(self._kept) > VISITS or sum(one.size for one in self._kept.values()) > CHARACTERS:
                del self._kept[next(iter(self._kept))]
            self._sweep_later()

    def find(self, token: str) -> Visit | None:
        """The visit of this token; None where there is none or its time is over."""
        with self._lock:
            self._drop_old()
            kept = self._kept.get(_digest(token))
            return kept.visit if kept else None

    def drop(self, token: str) -> None:
        """Forget a visit now."""
        with self._lock:
            self._kept.pop(_digest(token), None)

    def sweep(self) -> None:
        """Forget what is over, and look again later if anything is left."""
        with self._lock:
            self._timer = None
            self._drop_old()
            self._sweep_later()

    def _drop_old(self) -> None:
        now = self._clock()
        for key in [key for key, one in self._kept.items() if one.until <= now]:
            del self._kept[key]

    def _sweep_later(self) -> None:
        """Even if nobody comes any more, ten minutes are ten minutes."""
        if self._sweeps and self._kept and self._timer is None:
            self._timer = threading.Timer(60.0, self.sweep)
            self._timer.daemon = True
            self._timer.start()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
