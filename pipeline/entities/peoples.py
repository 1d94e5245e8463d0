"""Which words are those of peoples, faiths and creeds."""

from pipeline.lexicon import countries, names, tables


def is_people(text: str) -> bool:
    """Whether text is a nationality, faith or the like, or a pair of such: Franco-German."""
    if countries.country_of_people(text) or text in tables.words("entities/peoples.txt"):
        return True
    first, _, last = text.partition("-")
    return bool(last) and (first in names.cues("people_first") or is_people(first)) and is_people(last)
