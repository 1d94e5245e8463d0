"""Names that speak for one another: full and short names, acronyms, lists of alike names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pipeline.entities.aliases import says_same
from pipeline.entities.classes import NORP, ORG, OTHER, PERSON, PLACE, Points, best_of
from pipeline.entities.evidence import Evidence
from pipeline.entities.organisations import is_short_form
from pipeline.entities.people import with_particle
from pipeline.entities.span_splits import is_origin
from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_LAST_NAME, _FIRST_NAME = 2.5, 3.0  # from a person's full name to its last word, and to its first
_KNOWN_THING = 2.0  # points from which a made-up name is a product's
_IS_PERSON = 0.5
_FULL_NAME, _FROM_LAST_NAME = 2, 2.2  # "Symms said" speaks for Whit Symms being a person
_IS_TOWN = 1.5  # points from which a name is a place by itself
_SURNAME = 6.0  # a town's name that is also the last name of a person in the article, and never "in" it
_SHORT_FORM = 2.5
_PLURAL = 3.0
_SAME_THING = 6.0
_STORM = 3.0
_LONE, _IS_USED = 0.4, 1.0
_DOUBTFUL = 3.0  # points below which the neighbours in a list may decide
_SURE = 2.6  # and from which a neighbour's label is sure enough to do so
_ALIKE, _ALIKE_WORD = 1.2, 2.0  # of names, and of a lone word: Aldi and Lidl, Barbara and Sandy
_COUPLE = 2.5
_BETWEEN_PLACES = 2.5  # between Dubbo and Bourke
_SPEAKS = 0.4  # context points from which a body's name is used as a person's
_BETWEEN = 12  # tokens, those of a bracket with figures among them
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_LIST_MARKS = frozenset((",", "and", "or", ";", "&"))
_ARABIC = ("al-", "el-")  # articles that the press leaves out before a last name
_LEGAL = re.compile(r" (?:inc|corp|co|ltd|plc|llc|ag|nv|spa)$")
_COMPANY = re.compile(r" (?:corporation|company|group|holdings?|motors?|airways|airlines|gold|minerals)$")

_Pair = tuple[tuple[str, Span], tuple[str, Span]]  # neighbours


def share(
    words: Words,
    neighbours: Sequence[tuple[str, Span]],
    points: Mapping[str, Points],
    texts: Mapping[str, str],
    *,
    evidence: Evidence,
    acronyms: Mapping[str, str],
) -> None:
    """Let the names' points flow between names that belong together; neighbours: (key, span) in order."""
    best = {key: best_of(p) for key, p in points.items()}
    apart = _kept_apart(neighbours, points, texts, evidence)
    first = {key: span.start for key, span in reversed(neighbours)}
    for key in points:
        _share_parts(key, best[key], points, apart, first)
        tail = " ".join(with_particle(texts[key].split())).casefold() if best[key] == PERSON else ""
        if tail in points:
            points[tail][PERSON] += _FIRST_NAME  # de Souza of Ana de Souza
    used = {key for key, span in neighbours if evidence.context(span)[PERSON] >= _IS_USED}
    _doubt_lone_words(points, texts, used)
    for key in points:
        if key.endswith("s") and key[:-1] in points and best[key[:-1]] in (OTHER, NORP):
            points[key][best[key[:-1]]] += _PLURAL  # what Bitcoin is, Bitcoins are
    pairs = [(one, two) for one, two in pairwise(neighbours) if 0 < two[1].start - one[1].end <= _BETWEEN]
    _share_in_lists(words, pairs, points, texts, used)
    _share_last_name(words, pairs, points)
    _share_aliases(words, pairs, points)
    for short, full in acronyms.items():
        if full in points and best_of(points[full]) == PERSON and not _are_initials(short, full):
            points[full][ORG] = max(points[full][ORG], points[full][PERSON])
            points[full][PERSON] = 0.0
        if short in points and full in points:
            points[short][best_of(points[full])] += _SAME_THING  # what a full name is, its acronym is


def _are_initials(short: str, full: str) -> bool:
    """Whether letters in brackets abbreviate a person's name, as they seldom do: John F Kennedy (JFK)."""
    parts = full.title().replace("-", " ").split()
    if "".join(part[0] for part in parts).casefold() != short or parts[-1] in names.heads():
        return False
    return names.given_name(parts[0]) or (names.surname(parts[-1]) and not names.common(parts[0]))


def _kept_apart(
    neighbours: Iterable[tuple[str, Span]], points: Mapping[str, Points], texts: Mapping[str, str], evidence: Evidence
) -> set[str]:
    """Names that are no person's last name here: acronyms, bodies that do not speak, towns that something is in."""
    contexts = [(key, span, evidence.context(span)) for key, span in neighbours]
    inside = {key for key, span, context in contexts if context[PLACE] >= 1 or span.source == "dateline"}
    speaking = {key for key, _, context in contexts if context[PERSON] >= _SPEAKS}
    return {
        key
        for key, text in texts.items()
        if (key in inside and points[key][PLACE] > _IS_TOWN)
        or (names.known().get(text) == "ORG" and key not in speaking)
        or (text.isupper() and len(text) <= 4)
    }


def _share_parts(key: str, label: str, points: Mapping[str, Points], apart: set[str], first: Mapping[str, int]) -> None:
    """A last name, or a first, speaks for what the full name is; "Ford" for what Ford Motor Co is.

    first: where each name stands first; a last name behind the full one is that person's, be it a capital's too.
    """
    parts = _without_suffix(key.split())
    if len(parts) < 2:
        return
    if label == PERSON:
        last = parts[-1].partition("-")[2] if parts[-1].startswith(_ARABIC) else parts[-1]
        for n, part in enumerate([*parts[:-1], last]):  # Hakimi of Ali al-Hakimi
            if part in points and part not in apart:
                weight = _LAST_NAME if n else _FIRST_NAME
                known = n == len(parts) - 1 and first[key] < first[part]
                namesake = max(_SURNAME, points[part][PLACE] if known else 0.0)
                points[part][PERSON] += weight + (namesake if points[part][PLACE] > _IS_TOWN else 0.0)
    elif label == OTHER and parts[0].capitalize() in names.cues("storm") and parts[1] in points:
        points[parts[1]][OTHER] += _STORM
    elif label == ORG:
        _share_body(key, parts, points)


def _doubt_lone_words(points: Mapping[str, Points], texts: Mapping[str, str], used: set[str]) -> None:
    """A word that no list has for a person's name, and that never stands in a full name, is hardly a person's.

    used: the names of which something is said that is said of persons.
    """
    parts = {part for key in points if " " in key and best_of(points[key]) == PERSON for part in key.split()}
    for key, text in texts.items():
        if (
            text.istitle()
            and text.isalpha()
            and key not in parts | used
            and not names.given_name(text)
            and not names.surname(text)
        ):
            points[key][PERSON] -= _LONE


def _share_body(key: str, parts: list[str], points: Mapping[str, Points]) -> None:
    """A name that the model gives a body may be a person's, as a word of it shows; a firm lends its first words."""
    if len(parts) == _FULL_NAME and _is_used_as_person(parts[-1], points):
        points[key][PERSON] += _FROM_LAST_NAME
        points[parts[-1]][PERSON] += _LAST_NAME
    elif names.given_name(parts[0].capitalize()) and _is_used_as_person(parts[0], points):
        points[key][PERSON] += _FROM_LAST_NAME
    elif parts[0] in points and points[parts[0]][OTHER] < _KNOWN_THING and _is_firm(parts):
        points[parts[0]][ORG] += _SHORT_FORM  # what Sunshot AI is, Sunshot is
    elif _LEGAL.search(key) or _COMPANY.search(key):
        for n in range(1, len(parts)):
            short = " ".join(parts[:n])
            if short in points and (is_short_form(short, key) or _LEGAL.search(key)):
                points[short][ORG] += _SHORT_FORM


def _is_used_as_person(word: str, points: Mapping[str, Points]) -> bool:
    """Whether a word of a name stands alone too, and what is said of it there is said of persons."""
    return word in points and best_of(points[word]) == PERSON and points[word][PERSON] > _IS_PERSON


def _is_firm(parts: list[str]) -> bool:
    """Whether the words, in lower case, are a made-up name and what a firm does: Sunshot AI, but not Leeds Motors."""
    name = parts[0].capitalize()
    if not any(word in names.cues("firm_last") for word in parts[1:]):
        return False
    return not (names.common(name) or names.title(name) or is_origin(name))


def _without_suffix(parts: list[str]) -> list[str]:
    """The words of a name without Jr, III and the like: "Austin" is the last name of Lloyd Austin III."""
    return parts[:-1] if len(parts) > _FULL_NAME and parts[-1] in _SUFFIXES else parts


def _share_in_lists(
    words: Words,
    pairs: Sequence[_Pair],
    points: Mapping[str, Points],
    texts: Mapping[str, str],
    used: set[str],
) -> None:
    """Names in one list are alike: "Kim, Park and Lee"."""
    best = {key: best_of(p) for key, p in points.items()}
    for (a, one), (b, two) in pairs:
        between = _without_brackets(words.text[one.end : two.start])
        if between and len(between) <= 2 and all(word in _LIST_MARKS for word in between):
            place = between == ["and"] and words.text[one.start - 1] == "between" and points[a][PLACE] > _IS_TOWN / 2
            if place and best[b] == PERSON and points[b][PLACE] > 0 and best[a] == PLACE:
                points[b][PLACE] += _BETWEEN_PLACES
            for key, other in ((a, b), (b, a)):
                if points[key][best[key]] < _DOUBTFUL and points[other][best[other]] >= _SURE:
                    listed = names.given_name(texts[key]) or names.surname(texts[key])
                    body = best[key] == PERSON and best[other] == ORG and not listed and key not in used
                    friend = best[other] == PERSON and names.given_name(texts[key])
                    points[key][best[other]] += _ALIKE_WORD if " " not in key and (body or friend) else _ALIKE


def _share_last_name(words: Words, pairs: Sequence[_Pair], points: Mapping[str, Points]) -> None:
    """A first name, "and" and a full name are a couple's where the text has the last name behind the first too."""
    for (a, one), (b, two) in pairs:
        last = b.rpartition(" ")[2]
        if words.text[one.end : two.start] == ["and"] and " " not in a and last != b and f"{a} {last}" in points:
            for key in (a, b, f"{a} {last}"):
                points[key][PERSON] += _COUPLE


def _share_aliases(words: Words, pairs: Sequence[_Pair], points: Mapping[str, Points]) -> None:
    """What a name is, the other that the text gives its bearer is too: Ana Lind, known to fans as Red Kettle."""
    for (a, one), (b, two) in pairs:
        if a != b and says_same(words, one, two):
            strong, weak = sorted((a, b), key=lambda key: -points[key][best_of(points[key])])
            points[weak][best_of(points[strong])] += _SAME_THING


def _without_brackets(between: list[str]) -> list[str]:
    """The words without a bracket that opens them: "Abancay (+628%); Tambopata (+568%)"."""
    if between[:1] == ["("] and ")" in between:
        return between[between.index(")") + 1 :]
    return between
