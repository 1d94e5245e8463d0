"""What a place mention says of itself: the bare name, the kind it claims to be, the name a list would have."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.gazetteer.records import Feature
from pipeline.lexicon.tables import table
from pipeline.text.line_breaks import one_line

_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_SAINTS = re.compile(r"(?:St\.?|Saint) [A-Z]\w+['’]s")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PART = re.compile(
    r"^(?:(?:far|down|mid|central|downtown|uptown|inner|outer|greater|metropolitan|metro|rural|urban|suburban|mainland"
    r"|coastal|occupied|northern|southern|eastern|western|north|south|east|west|northeastern|northwestern|southeastern"
    r"|southwestern|northeast|northwest|southeast|southwest|north-?central|south-?central|upper|lower|upstate|old"
    r"|central|modern|ancient|nearby|neighbou?ring)[ \-]+)+(?=[A-Z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to look a mention up: a name, the features it may have (None: any), and whether words were cut off.

    part: the mention names a part of the place only ("northern Gaza").
    """

    name: str
    features: frozenset[Feature] | None = None
    part: bool = False


@lru_cache(maxsize=20_000)
def readings(text: str) -> tuple[Reading, ...]:
    """Ways to look a mention up, most literal first; the first that finds a place is the one to take."""
    name = clean(text)
    found = [Reading(name)]
    if (whole := one_line(text)) != name and _SAINTS.fullmatch(whole):
        found.insert(0, Reading(whole))  # St. John's is a town, London's is not
    for pattern, replacement, features in _kind_patterns():
        if (match := pattern.fullmatch(name)) and (bare := match.expand(replacement).strip()):
            found.append(Reading(bare, features))
            break
    bare = _PART.sub("", name)
    if bare != name and bare:
        found.extend(Reading(inner.name, inner.features, part=True) for inner in readings(bare))
    return tuple(found)


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """The name without article, possessive and line breaks."""
    name = one_line(text).strip('"“”()[],;: ')
    name = _POSSESSIVE.sub("", name)
    bare = _ARTICLE.sub("", name)
    return bare if bare and not bare.islower() else name


@cache
def _kind_patterns() -> tuple[tuple[re.Pattern[str], str, frozenset[Feature] | None], ...]:
    """kind_words.tsv as (pattern, replacement, features)."""
    return tuple(
        (re.compile(pattern, re.IGNORECASE), replacement, frozenset(features.split("|")) if features != "any" else None)  # type: ignore[arg-type]  # the table contains feature names; a test checks them
        for pattern, replacement, features in table("places/kind_words.tsv")
    )
