"""Whether a name or a title is a man's or a woman's. Neutral ground: entities and speakers both ask."""

from functools import cache

from pipeline.lexicon.names import asian_surname, given_name_rows, surname
from pipeline.lexicon.tables import table


@cache
def given_names() -> dict[str, str]:
    """Given name → m or f; names that both sexes bear are not in it."""
    names = {row[0].lower(): row[1] for row in given_name_rows() if len(row) > 1}
    return {name: sex for name, sex in names.items() if sex != "-"}


def _surname_first(name: str) -> bool:
    """ "Park Ji-hyun", "Yang Changqing": Park and Yang are no given names here, as they are in "Yang Miller"."""
    first, _, last = name.partition(" ")
    known = surname(last) or asian_surname(last)
    return asian_surname(first) and bool(last) and " " not in last and not known


@cache
def titles() -> dict[str, str | None]:
    """Title before a name, without its full stop → m, f or None."""
    rows = (row for row in table("lexicon/titles.tsv") if len(row) > 1)
    return {row[0].lower().rstrip("."): None if row[1] == "-" else row[1] for row in rows}


def sex_of_title(word: str) -> str | None:
    """Mr. → m, Queen → f, President → None."""
    return titles().get(word.lower().rstrip("."))


def sex_of_name(name: str) -> str | None:
    """By the given name: the first word of two or more that is no title or initial."""
    words = [word for word in name.lower().replace("’", "'").split() if word.rstrip(".") not in titles()]
    if _surname_first(name):
        return given_names().get(words[1])
    for word in words[:-1]:
        if len(word.rstrip(".")) > 1:
            plain = word.strip(".,'\"")
            return given_names().get(plain) or given_names().get(plain.split("-")[0])
    return None
