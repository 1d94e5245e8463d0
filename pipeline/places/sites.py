"""Streets, airports, hospitals and other spots no list of towns contains: each goes to its town, if the text tells."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipeline.gazetteer import Gazetteer, PlaceRecord
from pipeline.gazetteer.fold import fold
from pipeline.gazetteer.records import TRUSTED
from pipeline.lexicon import names
from pipeline.lexicon.tables import words
from pipeline.model import Mention
from pipeline.places.candidates import clean
from pipeline.places.senses import Method, Resolution

# A street bears the name of another town as often as not; an airport or a hospital bears its own town's.
_STREET = re.compile(
    r"(?i)\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|drive|boulevard|blvd\.?|way|highway|freeway|expressway|bypass|close|terrace"
    r"|crescent|parkway|pike|turnpike|court|row|trail|interstate|route)"
    r"(?: (?:north|south|east|west))?\W*$"
)
_SITE = re.compile(
    r"(?i)\b(?:airport|airfield|air base|airbase|base|hospital|medical cent(?:er|re)|clinic|school|university|college"
    r"|church"
    r"|cathedral|mosque|synagogue|temple|prison|jail|camp|crossing|checkpoint|bridge|station|stadium|arena|park|cemetery"
    r"|square|plaza|mall|hotel|harbou?r|port|pier|dam|plant|tower|palace|castle|museum|library|theat(?:er|re)|cent(?:er|re)"
    r"|hall|courthouse|court|house|building|barracks|fort|quarter|neighbou?rhood|district|market|zoo|gardens?|tunnel|border"
    r"|abbey|monastery|convent|gaol|infirmary|hospice|restaurant|caf[eé]|nightclub|pavilion|memorial|embassy|consulate"
    r"|racecourse|velodrome|speedway|campus|complex|ga(?:llery|lerie)|studios?|resort|towers?)\b"
)
# Bodies that say nothing of where they sit, though a town stands beside them: the Pew Research Center.
_BODY = re.compile(
    r"\b(?:Research|Policy|Law|Information|Resource|Solidarity|Studies|Rights|Data|Business) Cent(?:er|re)\b"
)
_IN_TOWN = re.compile(r"\s*+(?:[,(]\s*+)?(?:(?:\w++ ){0,4}?(?:in|of|near|outside|at) )?(?:the )?(?:\w++ ){0,2}?")
_OWNER = re.compile(r"\s*['’]s?\s+(?:\w+ ){0,2}")
_WELL_KNOWN = 5.3  # importance a place needs to be believed inside a name without being named elsewhere
_ALONE = 4.5  # the same for a town without a namesake abroad: Odense University Hospital
_IN_NAME = 0.9  # probability in a well-known town that only a site bears in its name
_IN_IT = 0.97  # probability that a site is in the town behind "in"
_DIRECTLY = re.compile(r" in (?:central |downtown )?")
_GOES_ON = re.compile(r" [A-Z]")  # in Dublin Veterans Park
_REACH = 45


def is_site(mention: Mention) -> bool:
    """Whether a mention names a building, a street or another spot within a town."""
    return mention.label == "FAC" or names_site(mention)


def names_site(mention: Mention) -> bool:
    """Whether the words of a name say that it is a site: City Park, Fifth Avenue."""
    last = mention.text.rpartition(" ")[2]
    return bool(_STREET.search(mention.text) or _SITE.search(mention.text) or names.is_street(last))


def resolve_sites(
    text: str, mentions: Sequence[Mention], chosen: Mapping[int, Resolution], gazetteer: Gazetteer
) -> dict[int, Resolution]:
    """Towns for the sites among the mentions that have no place of their own."""
    settled = set(chosen)
    chosen = {i: resolution for i, resolution in chosen.items() if not resolution.contradicting_region}
    named = {fold(clean(mentions[i].text)): resolution for i, resolution in chosen.items()}
    focus = _focus(mentions, chosen)
    towns = _towns_by_sentence(mentions, chosen)
    found = {}
    for i, mention in enumerate(mentions):
        if i in settled:
            continue
        site = is_site(mention)
        # Neither the Keystone pipeline nor the White Helmets are where the town is.
        guessed = names_site(mention) and not _BODY.search(mention.text)
        resolution = (
            (site and _in_name(mention, named, gazetteer))
            or _said(text, mentions, i, chosen)
            or (guessed and _in_sentence(mentions, i, chosen, towns))
            or (guessed and focus)
        )
        if resolution:
            found[i] = resolution
    return _once_told(mentions, found, settled)


def _once_told(
    mentions: Sequence[Mention], found: dict[int, Resolution], settled: Collection[int]
) -> dict[int, Resolution]:
    """The resolutions, those of one name alike: where the text puts it once, it is throughout."""
    told: dict[str, Resolution] = {}
    for i, resolution in found.items():
        name = fold(clean(mentions[i].text))
        if name not in told or (resolution.method == "said" != told[name].method):
            told[name] = resolution
    for i, mention in enumerate(mentions):
        if i not in settled and (known := told.get(fold(clean(mention.text)))) and is_site(mention):
            found[i] = known
    return found


def _in_name(mention: Mention, named: Mapping[str, Resolution], gazetteer: Gazetteer) -> Resolution | None:
    """Denver International Airport is at Denver; Denver Street is anywhere."""
    if _STREET.search(mention.text) or names.is_street(mention.text.rpartition(" ")[2]):
        return None
    parts = clean(mention.text).replace("\n", " ").split()
    for size in range(len(parts) - 1, 0, -1):
        for first in range(len(parts) - size + 1):
            name = " ".join(parts[first : first + size])
            if parts[first + size : first + size + 1] == ["County"]:
                continue  # the Madison County jail is not in Madison
            known = named.get(fold(name)) if name[:1].isupper() else None
            if known and _holds_sites(known.place) and (first == 0 or known.place.kind != "site"):  # the Utah Capitol
                return _moved(known, "name")
    for size in range(min(len(parts) - 1, 3), 0, -1) if names_site(mention) else ():
        if parts[size] != "County" and len(parts[0]) > 3 and (place := _well_known(" ".join(parts[:size]), gazetteer)):
            return Resolution(place, "name", _IN_NAME)
    return None


def _well_known(name: str, gazetteer: Gazetteer) -> PlaceRecord | None:
    """The town a site bears in its name, where that town is large, or the only one of a name that is nothing else."""
    found = gazetteer.lookup(name)
    towns = [place for place in found if place.feature in ("city", "capital") and place.name_rank <= TRUSTED]
    if not towns:
        return None
    if towns[0] in found[:3] and towns[0].importance >= _WELL_KNOWN:
        return towns[0]
    alone = len({place.country for place in towns}) == 1 and towns[0].importance >= _ALONE
    return (
        towns[0] if alone and not names.surname(name) and name.casefold() not in words("entities/words.txt") else None
    )


def _said(text: str, mentions: Sequence[Mention], i: int, chosen: Mapping[int, Resolution]) -> Resolution | None:
    """The town right after it ("Fifth Avenue in Rome") or right before it ("Rome's Fifth Avenue")."""
    after = chosen.get(i + 1)
    if after and _holds_sites(after.place) and mentions[i + 1].start - mentions[i].end <= _REACH:
        gap = text[mentions[i].end : mentions[i + 1].start]
        if _IN_TOWN.fullmatch(gap):
            moved = _moved(after, "said", mentions[i + 1])
            whole = _DIRECTLY.fullmatch(gap) and not _GOES_ON.match(text, mentions[i + 1].end)
            return replace(moved, probability=max(after.probability, _IN_IT)) if whole else moved
    before = chosen.get(i - 1)
    if before and _holds_sites(before.place) and _OWNER.fullmatch(text, mentions[i - 1].end, mentions[i].start):
        return _moved(before, "said", mentions[i - 1])
    return None


def _towns_by_sentence(mentions: Sequence[Mention], chosen: Mapping[int, Resolution]) -> dict[int, list[int]]:
    """Sentence → the mentions of towns in it, in order."""
    towns: defaultdict[int, list[int]] = defaultdict(list)
    for j in sorted(chosen):
        if _holds_sites(chosen[j].place):
            towns[mentions[j].sentence].append(j)
    return towns


def _in_sentence(
    mentions: Sequence[Mention], i: int, chosen: Mapping[int, Resolution], towns: Mapping[int, Sequence[int]]
) -> Resolution | None:
    """The nearest town named in the same sentence: the last before the mention or the first after it."""
    named = towns.get(mentions[i].sentence, ())
    n = bisect_left(named, i)
    near = [(abs(mentions[j].start - mentions[i].start), j) for j in named[max(n - 1, 0) : n + 1]]
    if not near:
        return None
    nearest = min(near)[1]
    return _moved(chosen[nearest], "sentence", mentions[nearest])


def _focus(mentions: Sequence[Mention], chosen: Mapping[int, Resolution]) -> Resolution | None:
    """The town the article names most, if it names one clearly most."""
    counts = Counter(resolution.place.key for resolution in chosen.values() if _holds_sites(resolution.place))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    first = min(n for n, resolution in chosen.items() if resolution.place.key == ranked[0][0])
    return _moved(chosen[first], "focus", mentions[first])


def _holds_sites(place: PlaceRecord) -> bool:
    return place.kind in ("city", "site") or place.feature == "admin2"


def _moved(resolution: Resolution, method: Method, town: Mention | None = None) -> Resolution:
    """The resolution of a site that is put where a town was put."""
    return replace(resolution, method=method, others=(), town=clean(town.text) if town else "")
