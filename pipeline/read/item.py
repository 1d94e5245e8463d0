"""What stands in the queue: an article, or the reason why there is none."""

from dataclasses import dataclass

from pipeline.model import Article
from pipeline.record import article_id


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input that gave no article: what its record names, why, and where a person looks for it."""

    article: Article
    message: str
    where: str


InputItem = Article | ReadFailure


def unread(where: str, message: str) -> ReadFailure:
    """An input of which nothing but its place is known."""
    return ReadFailure(Article(article_id(where), "", source=where), message, where)
