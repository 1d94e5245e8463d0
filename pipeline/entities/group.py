"""Mentions of one thing → one entity."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from pipeline.entities.aliases import alias_keys
from pipeline.entities.labels import key_at, river_alone
from pipeline.entities.organisations import join_organisations
from pipeline.entities.people import join_people, owners
from pipeline.entities.spans import Span
from pipeline.entities.spelling import fold, sound
from pipeline.entities.words import Words
from pipeline.lexicon import countries, names, roles, tables
from pipeline.lexicon.names import sex_of_name, sex_of_title
from pipeline.model import Entity, Mention
from pipeline.text.line_breaks import one_line

_PLACES = frozenset(("GPE", "LOC", "FAC"))
_OWNERS = frozenset(("his", "her", "their", "'s", "’s"))
_ADJECTIVES = frozenset(("coptic", "jewish", "kurdish"))  # whose people are named by the stem
_BEFORE_KIN = 3  # tokens from a name back to the owner of its kin: his late brother, Ramon Leal
_NEVER = (-1, -1)  # sentence and number of the last mention of somebody not yet named


def group_names(
    words: Words, spans: Sequence[Span], labels: Mapping[str, str], text: str, defined: Mapping[str, str]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions with their entities' ids, and the entities, most mentioned first."""
    named = [_Named(words, span, labels) for span in spans]
    keys = entity_keys(named, defined)
    aliases = alias_keys(words, spans, [one.label for one in named], keys)
    keys = [aliases.get(key, key) for key in keys]
    counts = Counter(keys)
    first: dict[str, int] = {}
    for n, key in enumerate(keys):
        first.setdefault(key, n)
    order = sorted(counts, key=lambda key: (-counts[key], first[key]))
    ids = {key: f"e{n}" for n, key in enumerate(order, 1)}
    mentions = tuple(
        _mention(words, span, text, one.label, ids[key]) for span, one, key in zip(spans, named, keys, strict=True)
    )
    own: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        own[mention.entity_id].append(mention)
    return mentions, tuple(_entity(ids[key], own[ids[key]]) for key in order)


class _Named:
    """One mention as the grouping sees it."""

    __slots__ = ("is_kin", "label", "name", "sense", "sentence", "title")

    def __init__(self, words: Words, span: Span, labels: Mapping[str, str]) -> None:
        self.name = words.name(span.start, span.end)
        self.label = labels[key_at(words, span)]
        self.sense = span.sense
        self.sentence = words.sentence[span.start]
        before = words.text[span.start - 1] if span.start else ""
        self.title = before.rstrip(".") if names.title(before) else ""
        self.is_kin = self.label == "PERSON" and span.end - span.start > 1 and _is_kin(words, span.start)


def _is_kin(words: Words, start: int) -> bool:
    """Whether a name is introduced as somebody's relative: his brother, Ramon Leal; Lind's wife, Ana."""
    before = [word.lower() for word in words.text[max(start - _BEFORE_KIN - 1, 0) : start] if word != ","]
    if not before or before[-1] not in roles.role_nouns() or "relative" not in roles.role_nouns()[before[-1]].kinds:
        return False
    return not _OWNERS.isdisjoint(before[-_BEFORE_KIN:-1])


def _mention(words: Words, span: Span, text: str, label: str, number: str) -> Mention:
    start, end = words.start[span.start], words.end[span.end - 1]
    if "(" in words.text[span.end - 1] and text[end : end + 1] == ")":
        end += 1  # JD(S)
    return Mention(start, end, text[start:end], label, number, words.sentence[span.start])


def _entity(number: str, own: Sequence[Mention]) -> Entity:
    if len(own) == 1:  # as most are; what follows says the same, at more cost
        name = one_line(own[0].text)
        return Entity(number, name, own[0].label, 1, (name,))
    forms = Counter(one_line(mention.text) for mention in own)
    label = Counter(mention.label for mention in own).most_common(1)[0][0]
    return Entity(number, _fullest(forms, label), label, len(own), tuple(forms))


def _fullest(forms: Counter[str], label: str) -> str:
    """The longest form, one in normal case before one in capitals; of a people the usual one, of a land its own.

    Of a person one with a last name, be it in capitals alone: "RUI ALVES" of a transcript rather than "Rui".
    """
    if label == "GPE" and (own := next(filter(None, map(countries.country_named, forms)), None)) and own.name in forms:
        return own.name  # Iran rather than the Islamic Republic
    if label == "NORP":
        return max(forms, key=lambda form: (not form.isupper(), forms[form]))
    whole = label == "PERSON" and any(" " in form for form in forms)
    return max(forms, key=lambda form: (not whole or " " in form, not form.isupper(), len(form)))


def entity_keys(named: Sequence[_Named], defined: Mapping[str, str]) -> list[str]:
    """Each mention → a key of the thing it stands for."""
    full = join_people(one.name for one in named if one.label == "PERSON")
    bodies = join_organisations((one.name for one in named if one.label in ("ORG", "FAC", "EVENT", "LAW")), defined)
    bodies |= _teams(named, bodies)
    lands = {one.name for one in named if one.label == "LOC"}
    rivers = {alone: name for name in lands if (alone := river_alone(name)) in lands}
    things = {one.name for one in named if one.label in ("PRODUCT", "EVENT", "WORK_OF_ART")}
    bodies |= {name: name[:-1] for name in things if name.endswith("s") and name[:-1] in things}  # Bitcoins
    full |= {short: full[long] for short, long in defined.items() if long in full}  # JFK
    people = sorted(set(full.values()))
    often = Counter(full.get(one.name) for one in named)
    kin = {full[one.name]: often[full[one.name]] for one in named if one.is_kin and one.name in full}
    titled = {(full[one.name], one.title) for one in named if one.title and one.name in full}
    keys: list[str] = []
    latest: dict[str, tuple[int, int]] = {}
    for n, one in enumerate(named):
        key = (
            _person_key(one, full, people, latest, titled, kin)
            if one.label == "PERSON"
            else _thing_key(one, bodies, rivers)
        )
        latest[key.removeprefix("PERSON ")] = (one.sentence, n)
        keys.append(key)
    return keys


def _person_key(
    one: _Named,
    full: Mapping[str, str],
    people: Sequence[str],
    latest: Mapping[str, tuple[int, int]],
    titled: Collection[tuple[str, str]],
    kin: Mapping[str, int],
) -> str:
    """A single name stands for its only bearer, else for the one named last; named in one sentence, for none.

    Relatives whom the text names in full time and again leave the single name to whose relatives they are.
    titled: the full names with the titles that they have somewhere. kin: how often relatives are named in full.
    """
    if one.name in full:
        return "PERSON " + full[one.name]
    bearers: Sequence[str] = owners(one.name, people) or sorted(
        {full[other] for other in owners(one.name, list(full))}
    )  # Bill
    bearers = _with_title(one.title, bearers, titled)
    bearers = sorted(bearers, key=lambda bearer: latest.get(bearer, _NEVER), reverse=True)
    tied = len(bearers) > 1 and latest.get(bearers[0], _NEVER)[0] == latest.get(bearers[1], _NEVER)[0] >= 0
    others = [bearer for bearer in bearers if bearer not in kin]
    if len(others) == 1 and (tied or all(kin.get(bearer, 2) > 1 for bearer in bearers)):
        return "PERSON " + others[0]
    if tied:
        return "PERSON " + sound(one.name)
    return "PERSON " + (bearers[0] if bearers else sound(one.name))


def _with_title(title: str, bearers: Sequence[str], titled: Collection[tuple[str, str]]) -> Sequence[str]:
    """Of several bearers of a name those whom a title before it fits: Dr. Alex Lind, or a woman for "Ms. Lind"."""
    if not title or len(bearers) < 2:
        return bearers
    sex = sex_of_title(title)
    fitting = [bearer for bearer in bearers if (bearer, title) in titled]
    fitting = fitting or [bearer for bearer in bearers if sex and sex_of_name(bearer) in (sex, None)]
    return fitting or bearers


def _thing_key(one: _Named, bodies: Mapping[str, str], rivers: Mapping[str, str]) -> str:
    if one.label in _PLACES:
        fuller = {"FAC": bodies, "LOC": rivers}.get(one.label, {})
        return "PLACE " + place_key(fuller.get(one.name, one.name))
    if one.label == "NORP":
        nation = countries.country_of_people(one.name)
        return "NORP " + (nation.name if nation else _people_key(one.name))
    if one.sense and (nation := countries.country_named(one.name)):
        return "TEAM " + nation.name
    if one.label == "PRODUCT" and _is_number(one.name.rpartition(" ")[2]):
        return "THING " + one.name.rpartition(" ")[2].casefold().removesuffix("s")
    return "THING " + fold(bodies.get(one.name, one.name))


def _people_key(name: str) -> str:
    """One key for a people without a land of its own, its members and what is theirs: Kurds, a Kurd, Kurdish."""
    stem = fold(name).removesuffix("s")
    return stem.removesuffix("ish").removesuffix("ic") if stem in _ADJECTIVES else stem


def _teams(named: Sequence[_Named], bodies: Mapping[str, str]) -> dict[str, str]:
    """A lone word for a team → the only club whose name ends with it: Dortmund, United."""
    ending: defaultdict[str, set[str]] = defaultdict(set)
    for one in named:
        if one.label == "ORG" and " " in one.name:
            ending[one.name.rpartition(" ")[2]].add(bodies.get(one.name, one.name))
    lone = {one.name for one in named if one.sense == "team" or names.heads().get(one.name) == "CLUB"}
    return {
        name: next(iter(ending[name])) for name in lone if len(ending[name]) == 1 and bodies.get(name, name) == name
    }


def _is_number(word: str) -> bool:
    """Whether a word is a model's number, which says enough without its maker: A380."""
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)


def place_key(name: str) -> str:
    """Countries under one name, states in full, spellings of one place alike."""
    nation = countries.country_named(name) or countries.country_of_code(name)
    if nation:
        return nation.name
    if name in names.states():
        return names.states()[name]
    return sound(_other_names().get(fold(name), name))


@cache
def _other_names() -> dict[str, str]:
    """Folded old, foreign or short names of cities → their usual ones."""
    return {
        fold(other): fold(name) for name, listed in tables.table("entities/cities.tsv") for other in listed.split("|")
    }
