"""The attribute ruler's rules as a table: what they say of a kind of token is worked out once and looked up after that.

spaCy's component searches every text with a matcher for its 180 or so patterns, a fifth of the time of a pass. Nearly
all of them look at one token's tag, lower-case form and dependency, so tokens that agree in these get the same values.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_NAME = "attribute_table"
_MOST_KINDS = 50_000  # kinds of tokens kept, some 20 MB
_MOST_WORDS = 200_000
_TRAITS = ("TAG", "LOWER", "DEP", "IS_SPACE")

Traits = Mapping[str, str | bool]  # what the rules ask of a token: TAG, LOWER, DEP, IS_SPACE
Kind = tuple[int, int, int, int]  # the same in spaCy's numbers, with 0 for a word that no rule names
Values = dict[int, int]  # attribute → value in spaCy's numbers


class UnknownFormError(Exception):
    """A pattern has a form that the table does not know."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: what it asks of one or two tokens, and what it sets on the token at index."""

    number: int  # later rules win
    asked: tuple[Mapping[str, Any], ...]
    index: int
    values: Values

    def fits(self, *tokens: Traits) -> bool:
        """Whether each token is as the pattern asks."""
        return all(_is_met(wanted, found) for wanted, found in zip(self.asked, tokens, strict=True))


def look_up_attributes(nlp: Language) -> None:
    """Put the table in the place of the attribute ruler, unless its patterns are of a form the table does not know."""
    for name, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            try:
                AttributeTable(component)
            except UnknownFormError:
                continue
            nlp.add_pipe(_NAME, name=f"{name}_table", after=name, config={"ruler": name})
            nlp.remove_pipe(name)


@Language.factory(_NAME, default_config={"ruler": "attribute_ruler"})
def make_table(nlp: Language, name: str, ruler: str) -> "AttributeTable":  # noqa: ARG001 - spaCy gives the name
    """The table of a pipeline's attribute ruler."""
    component = nlp.get_pipe(ruler)
    assert isinstance(component, AttributeRuler)
    return AttributeTable(component)


class AttributeTable:
    """Sets the same attributes as the attribute ruler it is made from."""

    def __init__(self, ruler: AttributeRuler) -> None:
        rules = _read_rules(ruler)
        single = [rule for rule in rules if len(rule.asked) == 1]
        self._rules = _by_trait(single)
        pairs = _by_word([rule for rule in rules if len(rule.asked) == 2])
        self._pairs = {ruler.vocab.strings.add(word): found for word, found in pairs.items()}
        self._listed = {word for rule in single for word in _words(rule.asked[0]) or ()} | set(pairs)
        self._patterns = [pattern for rule in single if (pattern := _expression(rule.asked[0]))]
        self._strings = ruler.vocab.strings
        self._named: dict[int, int] = {}  # a word's number → the same where a rule names the word, else 0
        self._kinds: dict[Kind, tuple[dict[int, tuple[int, int]], Values]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token."""
        named, kinds, pairs = self._named, self._kinds, self._pairs
        if len(named) > _MOST_WORDS:
            named.clear()
        rows: list[Kind] = [
            (tag, named[lower] if lower in named else self._look_at(lower), dep, space)
            for tag, lower, dep, space in doc.to_array([TAG, LOWER, DEP, IS_SPACE]).tolist()
        ]
        found: dict[int, dict[int, tuple[int, int]]] = {}  # of tokens in a pair that fits
        for i, row in enumerate(rows):
            if row[1] in pairs:
                self._find_pairs(i, rows, doc, found)
        for i, (row, token) in enumerate(zip(rows, doc, strict=True)):
            by_rule, values = kinds.get(row) or self._learn(row)
            if i in found:
                values = _latest(by_rule, found[i])
            if values:
                set_token_attrs(token, values)
        return doc

    def _look_at(self, lower: int) -> int:
        word = self._strings[lower]
        is_named = word in self._listed or any(pattern.search(word) for pattern in self._patterns)
        self._named[lower] = lower if is_named else 0
        return self._named[lower]

    def _learn(self, row: Kind) -> tuple[dict[int, tuple[int, int]], Values]:
        """What the rules for one token say of a kind of token: attribute → rule and value, and the values alone."""
        traits, by_rule = self._traits(row), {}
        tag, word = str(traits["TAG"]), str(traits["LOWER"])
        asked = (("tag", tag), ("word", word), ("", ""))
        for rule in sorted((rule for key in asked for rule in self._rules.get(key, ())), key=_number):
            if rule.fits(traits):
                by_rule.update({attribute: (rule.number, value) for attribute, value in rule.values.items()})
        if len(self._kinds) >= _MOST_KINDS:
            self._kinds.clear()
        self._kinds[row] = by_rule, _latest(by_rule, {})
        return self._kinds[row]

    def _find_pairs(self, i: int, rows: list[Kind], doc: Doc, found: dict[int, dict[int, tuple[int, int]]]) -> None:
        for rule, place in self._pairs[rows[i][1]]:
            first = i - place
            if first < 0 or first + 2 > len(rows):
                continue
            one, other = (self._traits(rows[n]) | {"LOWER": doc[n].lower_} for n in (first, first + 1))
            if rule.fits(one, other):
                here = found.setdefault(first + rule.index, {})
                for attribute, value in rule.values.items():
                    here[attribute] = max((rule.number, value), here.get(attribute, (-1, 0)))

    def _traits(self, row: Kind) -> dict[str, str | bool]:
        tag, lower, dep, space = row
        return {
            "TAG": self._strings[tag],
            "LOWER": self._strings[lower] if lower else "",
            "DEP": self._strings[dep],
            "IS_SPACE": bool(space),
        }


def _latest(one: Mapping[int, tuple[int, int]], other: Mapping[int, tuple[int, int]]) -> Values:
    """The value of each attribute by the later of the rules that set it."""
    return {
        attribute: max(one.get(attribute, (-1, 0)), other.get(attribute, (-1, 0)))[1]
        for attribute in one.keys() | other.keys()
    }


def _read_rules(ruler: AttributeRuler) -> list[Rule]:
    rules = []
    rows: list[Mapping[str, Any]] = [dict(row) for row in ruler.patterns]
    for number, (row, values) in enumerate(zip(rows, ruler.attrs, strict=True)):
        for pattern in row["patterns"]:
            if not 1 <= len(pattern) <= 2 or not 0 <= row["index"] < len(pattern):
                raise UnknownFormError(pattern)
            for wanted in pattern:
                _require_known(wanted, alone=len(pattern) == 1)
            rules.append(Rule(number, tuple(pattern), row["index"], dict(values)))
    return rules


def _require_known(wanted: Mapping[str, Any], *, alone: bool) -> None:
    """Of a token alone the words must be listed or searched for: the table keeps no others apart."""
    for trait, value in wanted.items():
        plain = isinstance(value, bool if trait == "IS_SPACE" else str)
        listed = isinstance(value, dict) and len(value) == 1 and set(value) <= {"IN", "NOT_IN", "REGEX"}
        if trait not in _TRAITS or not (plain or (listed and trait != "IS_SPACE")):
            raise UnknownFormError(wanted)
    if alone and "LOWER" in wanted and _words(wanted) is None and _expression(wanted) is None:
        raise UnknownFormError(wanted)


def _is_met(wanted: Mapping[str, Any], found: Traits) -> bool:
    return all(_agrees(value, found[trait]) for trait, value in wanted.items())


def _agrees(value: Any, found: str | bool) -> bool:
    if not isinstance(value, dict):
        return bool(value == found)
    ((test, operand),) = value.items()
    if test == "REGEX":
        return re.search(operand, str(found)) is not None
    return found in operand if test == "IN" else found not in operand


def _words(wanted: Mapping[str, Any]) -> frozenset[str] | None:
    """The lower-case forms that a token may have, None where the pattern lists none."""
    value = wanted.get("LOWER")
    if isinstance(value, dict):
        return frozenset(value["IN"]) if "IN" in value else None
    return frozenset({value}) if isinstance(value, str) else None


def _expression(wanted: Mapping[str, Any]) -> re.Pattern[str] | None:
    """The expression that a token's lower-case form must match, if the pattern has one."""
    value = wanted.get("LOWER")
    return re.compile(value["REGEX"]) if isinstance(value, dict) and "REGEX" in value else None


def _by_trait(rules: Iterable[Rule]) -> dict[tuple[str, str], list[Rule]]:
    """The rules for one token by the tag or else the word that they ask for; the rest under nothing."""
    found: defaultdict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        tag, words = rule.asked[0].get("TAG"), _words(rule.asked[0])
        for key in [("tag", tag)] if isinstance(tag, str) else [("word", word) for word in words or ()] or [("", "")]:
            found[key].append(rule)
    return dict(found)


def _number(rule: Rule) -> int:
    return rule.number


def _by_word(rules: Iterable[Rule]) -> dict[str, list[tuple[Rule, int]]]:
    """The rules for two tokens by a word that one of them must be, and which of the two it is."""
    found: dict[str, list[tuple[Rule, int]]] = defaultdict(list)
    for rule in rules:
        place = next((n for n in (0, 1) if _words(rule.asked[n]) is not None), None)
        if place is None:
            raise UnknownFormError(rule.asked)
        for word in _words(rule.asked[place]) or ():
            found[word].append((rule, place))
    return dict(found)
