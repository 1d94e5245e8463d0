"""In sports news the name of a place mostly stands for its team: "Japan beat Syria"."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipeline.entities.labels import key_at, key_of
from pipeline.entities.peoples import is_people
from pipeline.entities.span_splits import is_score
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, tables

_SHARE = 0.018  # of a sports report's words are words of sports
_LEAST = 4
_SHORTEST = 3  # letters of nicknames: Jets
_RESULT = 9  # tokens within which a score follows: Skive beat Vejle Boldklub by 2-0
_RESULTS = frozenset(
    ("beat", "beats", "blanked", "defeated", "downed", "drew", "edged", "fell", "hammered", "lost", "outlasted",
     "routed", "stunned", "swept", "thrashed", "tied", "trounced", "upset", "whitewashed")
)  # fmt: skip
# Of the words for who is in a team those that no town has: a town has a manager and fans of its own.
_PLAYERS = frozenset(
    ("batsman", "bowler", "defender", "fullback", "goalkeeper", "keeper", "linebacker", "midfielder", "pitcher",
     "quarterback", "shortstop", "skipper", "striker", "wicketkeeper", "winger")
)  # fmt: skip
_CLUB_WORDS = frozenset(
    ("Athletic", "Avalanche", "City", "FC", "Heat", "Jazz", "Kraken", "Lightning", "Magic", "Rovers", "Thunder", "Town",
     "United", "Wanderers", "Wild")
)  # fmt: skip
_RECORD = re.compile(r"\d{1,3}[-–]\d")
_OPENING = 4  # words of a headline that names its sport: "SOCCER - ..."


def team_senses(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> list[Span]:
    """The spans, with the sense "team" for places that play."""
    teams = {key_at(words, span).removesuffix("#team") for span in spans if span.sense == "team"}
    sports = is_sports(words)
    if not teams and not sports:
        return _in_other_news(words, spans, labels)
    players = _parts_of_people(words, spans, labels)
    spans, homes = list(spans), set[str]()
    if sports:
        teams |= {key_at(words, span) for span in spans if _plays(words, span, labels.get(key_at(words, span), ""))}
        homes = _places_of_clubs(words, spans, labels) - teams
        teams |= homes
    teams -= players
    people = {span.start for span in spans if labels.get(key_at(words, span)) == "PERSON"}
    found = []
    for span in spans:
        plays = _is_team(words, span, labels.get(key_at(words, span), ""), teams)
        plays = plays and not (key_at(words, span) in homes and _is_local(words, span))
        plays = (plays and not _is_nation_of(words, span, people)) or (sports and _is_nickname(words, span))
        found.append(replace(span, sense="team") if plays else span)
    return found


def _places_of_clubs(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> set[str]:
    """The keys of the places that open a club's name in the article: Utah, where it tells of the Utah Jazz."""
    bodies = {words.name(span.start, span.end) for span in spans if labels.get(key_at(words, span)) == "ORG"}
    clubs = {name for name in bodies if " of " not in name and _is_club_word(name.rpartition(" ")[2])}
    places = {words.name(span.start, span.end) for span in spans if labels.get(key_at(words, span)) == "GPE"}
    return {key_of(place) for place in places if any(club.startswith(f"{place} ") for club in clubs)}


def _is_club_word(word: str) -> bool:
    """Whether the last word of a body's name is one of clubs: Jazz, Wolves, United, Trail Blazers."""
    head = names.heads().get(word)
    return head == "CLUB" or word in _CLUB_WORDS or (head is None and word.endswith("s") and names.common(word.lower()))


def _is_in_state(words: Words, span: Span) -> bool:
    """Whether a state or a land stands behind the place and a comma: Skive, Calif."""
    after, then = (*words.text[span.end : span.end + 2], "", "")[:2]
    held = then in names.states() or countries.country_named(then) is not None
    return after == "," and held and not _country(words, span)


def _is_local(words: Words, span: Span) -> bool:
    """Whether the place only says where something is: the Skive clinic."""
    after = words.text[span.end] if span.end < len(words) else ""
    return after.islower() and words.pos[span.end] in ("NOUN", "ADJ") and after not in names.cues("team_after")


def _in_other_news(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> list[Span]:
    """The spans of an article about other matters, with the sense "team" where nothing but a team can stand.

    "Skive beat Thy 2-0", "the Skive midfielder", "Skive have signed": of a town, "have" is said only of its players.
    Of a land it is said in other matters, too, and its team is the land for most readers.
    """
    found = []
    for span in spans:
        town = labels.get(key_at(words, span)) == "GPE" and not span.sense and not _country(words, span)
        town = town and words.kind(span.start) != "dateline"
        plays = town and (_is_side(words, span) or _is_followed_by_player(words, span) or _are_many(words, span))
        found.append(replace(span, sense="team") if plays else span)
    return found


def _is_followed_by_player(words: Words, span: Span) -> bool:
    return words.text[span.end : span.end + 1] != [] and words.text[span.end] in _PLAYERS


def _are_many(words: Words, span: Span) -> bool:
    """Whether a lone place that opens its sentence has a verb in the plural: Skive have, but not the Bahamas have."""
    plural = words.text[span.end : span.end + 1] in (["have"], ["are"], ["were"])
    return plural and words.opens[span.start] and span.end - span.start == 1 and words.text[span.start][-1:] != "s"


def _is_side(words: Words, span: Span) -> bool:
    """Whether a place stands before or behind the verb of a result, with its score right behind them."""
    before, earlier = (words.text[max(span.start - n, 0)] for n in (1, 2))
    linked = before in ("to", "with", "against") and (earlier in _RESULTS or earlier[:1].isdigit())
    if not (words.text[span.end : span.end + 1] and words.text[span.end] in _RESULTS) and before not in _RESULTS:
        return linked and any(is_score(words, i) for i in (span.start - 4, *range(span.end, span.end + 3)))
    behind = range(span.end, min(span.end + _RESULT, len(words)))
    return any(is_score(words, i) for i in behind if words.sentence[i] == words.sentence[span.start])


def _is_nation_of(words: Words, span: Span, people: Collection[int]) -> bool:
    """ "Austria's Ana Lind skied": the country she comes from, where no team of it plays."""
    owner = span.end < len(words) and words.text[span.end] in ("'s", "’s")
    return owner and span.end + 1 in people and _country(words, span)


def _parts_of_people(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> set[str]:
    """The keys of the words of full names: "Castillo played" where there is a Byron Castillo."""
    full = (span for span in spans if span.end - span.start > 1 and labels.get(key_at(words, span)) == "PERSON")
    return {key_of(word) for span in full for word in words.text[span.start : span.end]}


def nickname_spans(words: Words, taken: Sequence[bool]) -> list[Span]:
    """Teams by their nicknames that nobody has claimed: the Mountaineers."""
    if not is_sports(words):
        return []
    found = [
        Span(i, i + 1, "ORG", "seek", "team") for i, word in enumerate(words.text) if word[0].isupper() and not taken[i]
    ]
    return [span for span in found if _is_nickname(words, span)]


def _is_nickname(words: Words, span: Span) -> bool:
    """Whether the span is a plural behind "the" that is no people, event or country."""
    word = words.text[span.start]
    if span.end - span.start > 1 or not word.endswith("s") or len(word) <= _SHORTEST or not span.start:
        return False
    if words.text[span.start - 1] not in ("the", "The") or not word.isalpha() or word.isupper():
        return False
    if span.end < len(words) and words.text[span.end][0].isupper():
        return False
    known = is_people(word) or countries.country_named(word) or names.known().get(word) not in (None, "ORG")
    return (
        not known and names.heads().get(word) not in ("EVENT", "LOC", "GPE", "LAW", "FAC") and not names.calendar(word)
    )


def _plays(words: Words, span: Span, label: str) -> bool:
    """Whether a town or state does here what only teams do: "Skive beat", "over Skive", "Skive (4-1)"."""
    if label not in ("GPE", "LOC") or words.kind(span.start) == "dateline":
        return False
    before = words.text[span.start - 1] if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    then = words.text[span.end + 1] if span.end + 1 < len(words) else ""
    if before.lower() in names.cues("team_not_after"):
        return False
    record = after == "(" and bool(_RECORD.match(then))
    return record or after in names.cues("team_after") or before in names.cues("team_before")


def is_sports(words: Words) -> bool:
    """Whether the article reports matches."""
    listed = tables.words("entities/sports.txt")
    if any(word.lower() in tables.words("entities/sports_names.txt") for word in words.text[:_OPENING]):
        return True
    forms = {form for form in words.forms if form.lower() in listed}
    if len({form.lower() for form in forms}) < _LEAST:
        return False
    return sum(word in forms for word in words.text) >= _SHARE * len(words)


def _is_team(words: Words, span: Span, label: str, teams: set[str]) -> bool:
    key = key_at(words, span)
    before = words.text[span.start - 1] if span.start else ""
    after = words.text[span.end] if span.end < len(words) else ""
    if span.sense or span.source == "row":
        return False
    if before == "(" and after[:1] == ")" and _is_name(words, span.start - 2):
        return label != "ORG" and not _country(words, span)  # "Ana Lind (Porto)"
    if label != "GPE":
        return label in ("ORG", "LOC") and key in teams
    if words.kind(span.start) == "dateline" or (
        after in (")", "(") and words.kind(span.start) == "row" and _country(words, span)
    ):
        return False
    if after in names.cues("team_after") or before in names.cues("team_before"):
        return True
    if words.text[span.start].isupper() and after.islower() and words.pos[span.end] in ("NOUN", "ADJ"):
        return False  # "US media" says whose they are, as an adjective does
    located = before.lower() in names.cues("team_not_after") and after not in ("'s", "’s")  # in Skive's penalty area
    located = located or _is_in_state(words, span)
    return not located and after != "(" and (_country(words, span) or key in teams)


def _is_name(words: Words, i: int) -> bool:
    """Whether a name ends at token i, or before the line break there."""
    if i > 0 and words.text[i].isspace():
        i -= 1
    return i >= 0 and words.pos[i] == "PROPN"


def _country(words: Words, span: Span) -> bool:
    name = words.name(span.start, span.end)
    return bool(countries.country_named(name) or countries.country_of_code(name))
