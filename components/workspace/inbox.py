"""What one visit has brought: files waiting to be read, articles, refusals. Plain values; no Streamlit, no thread.

Nothing here is guarded: the workspace, which owns the inbox, does that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from components.rows.headline import headline
from pipeline.model import Article

MOST_ARTICLES = 500
MOST_CHARACTERS = 5_000_000  # of all texts together; analysed, a text takes about twenty times its size in memory


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it."""

    id: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """An upload that could not be read, and why, in words for the reader."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the reader has said of articles, by their id: the day of publication (None: not known) and the title."""

    days: Mapping[str, date | None] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def apply(self, article: Article, opening: str | None = None) -> Article:
        """The article with what was said of it; without a title, with the headline that it opens with."""
        title = self.titles.get(article.id) or article.title or opening
        if article.id not in self.days:
            return replace(article, title=title) if title != article.title else article
        day = self.days[article.id]
        return replace(article, title=title, published=day, published_from="given" if day else None)


@dataclass(slots=True)
class Inbox:
    """Files by their id in the order they came; what was pasted or kept comes last."""

    waiting: dict[str, Upload] = field(default_factory=dict)
    read: dict[str, Article | Refused] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    others: tuple[Article, ...] = ()
    given: Given = field(default_factory=Given)
    headlines: dict[str, str | None] = field(default_factory=dict)  # that the texts without a title open with, by id

    def set_inputs(self, files: Sequence[Upload], others: Sequence[Article], given: Given) -> None:
        """All that the page has now; a file that was taken away is forgotten, a new one waits to be read."""
        here = {file.id for file in files}
        for gone in (self.read.keys() | self.waiting.keys()) - here:
            self.read.pop(gone, None)
            self.waiting.pop(gone, None)
        for file in files:
            if file.id not in self.read:
                self.waiting.setdefault(file.id, file)
        self.order, self.others, self.given = tuple(file.id for file in files), tuple(others), given

    def articles(self) -> dict[str, Article]:
        """Every readable article by its id, as far as a visit takes them."""
        found: dict[str, Article] = {}
        room = MOST_CHARACTERS
        for article in self._all():
            if article.id in found:
                continue
            room -= len(article.text)
            if len(found) >= MOST_ARTICLES or room < 0:
                break
            found[article.id] = self.given.apply(article, self._headline(article))
        return found

    def _headline(self, article: Article) -> str | None:
        if article.title:
            return None
        if article.id not in self.headlines:
            self.headlines[article.id] = headline(article.text)
        return self.headlines[article.id]

    def left_out(self) -> int:
        """How many articles are beyond what a visit takes."""
        return len({article.id for article in self._all()}) - len(self.articles())

    def refused(self) -> list[Refused]:
        """What could not be read, in order."""
        return [one for id in self.order if isinstance(one := self.read.get(id), Refused)]

    def _all(self) -> Iterator[Article]:
        for id in self.order:
            one = self.read.get(id)
            if isinstance(one, Article):
                yield one
        yield from self.others
