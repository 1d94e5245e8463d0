"""Whether a name or a title is a man's or a woman's. Neutral ground: entities and speakers both ask."""

from collections.abc import Iterator
from functools import cache

from pipeline.lexicon.tables import table


@cache
def given_names() -> dict[str, str]:
    """Given name → m or f; names that both sexes bear are not in it."""
    names = dict(_rows("speakers/given_names.tsv")) | dict(_rows("speakers/given_names_more.tsv"))
    return {name: sex for name, sex in names.items() if sex != "-"}


def _rows(name: str) -> Iterator[tuple[str, str]]:
    return ((row[0], row[1]) for row in table(name))


@cache
def titles() -> dict[str, str | None]:
    """Title before a name, without its full stop → m, f or None."""
    return {title: None if sex == "-" else sex for title, sex in _rows("speakers/titles.tsv")}


def sex_of_title(word: str) -> str | None:
    """Mr. → m, Queen → f, President → None."""
    return titles().get(word.lower().rstrip("."))


def sex_of_name(name: str) -> str | None:
    """By the given name: the first word of two or more that is no title or initial."""
    words = [word for word in name.lower().replace("’", "'").split() if word.rstrip(".") not in titles()]
    for word in words[:-1]:
        if len(word.rstrip(".")) > 1:
            plain = word.strip(".,'\"")
            return given_names().get(plain) or given_names().get(plain.split("-")[0])
    return None
