"""What stands in the queue: an article, or the reason why there is none."""

from dataclasses import dataclass

from pipeline.model import Article
from pipeline.record import article_id


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no article: what its record names, why, and where a person looks for it."""

    article: Article
    message: str
    where: str


Item = Article | Unread


def unread(where: str, message: str) -> Unread:
    """An input of which nothing but its place is known."""
    return Unread(Article(article_id(where), "", source=where), message, where)
