"""Nouns, verbs and pronouns that stand for persons, and nouns for organisations."""

from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import names
from pipeline.lexicon.tables import table

# Grammar rather than vocabulary, hence here: what each pronoun says about its bearer.
SEX_OF_PRONOUN = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
THING_PRONOUNS = frozenset(("it", "its", "itself"))
PLURAL_PRONOUNS = frozenset(("they", "them", "their", "theirs", "themselves"))
RELATIVE_PRONOUNS = frozenset(("who", "which", "that", "whom", "whose"))
SPEECH_PARTNERS = frozenset(("i", "we", "you", "me", "us", "my", "our", "your", "mine", "myself", "ourselves"))
INDEFINITE_PRONOUNS = frozenset(
    ("one", "many", "some", "others", "most", "several", "few", "all", "each", "another", "someone", "somebody",
     "anyone", "everyone", "everybody", "nobody", "no", "none", "those", "these", "this", "people")
)  # fmt: skip
PRONOUNS = frozenset(SEX_OF_PRONOUN) | THING_PRONOUNS | PLURAL_PRONOUNS | RELATIVE_PRONOUNS | SPEECH_PARTNERS


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for a person; key is shared by synonyms, kinds are the broader nouns that may stand for it."""

    sex: str | None
    key: str
    kinds: frozenset[str]


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Nouns for persons, but for those that the table has only as words before a name."""
    return {
        noun: RoleNoun(_sex(sex), key, frozenset(kinds.split()))
        for noun, sex, key, kinds, *_ in table("lexicon/roles.tsv")
        if key != "-"
    }


def is_role(word: str) -> bool:
    """Whether the lower-case word is a noun for a person, or a role that news sets before a name."""
    return names.role(word) or word in role_nouns()


@cache
def role_verbs() -> dict[str, str]:
    """Verb form that says what somebody is → the noun for it: leads → leader."""
    return {form: noun for noun, forms in table("speakers/role_verbs.tsv") for form in forms.split()}


@cache
def role_passives() -> dict[str, str]:
    """Participle that says what was done to somebody → the noun for her or him: charged → accused."""
    return {form: noun for noun, forms in table("speakers/role_passives.tsv") for form in forms.split()}


@cache
def organisation_nouns() -> dict[str, str]:
    """Nouns for organisations → unit (a part of some name) or any."""
    return {noun: kind for noun, kind in table("speakers/org_nouns.tsv")}  # noqa: C416 (rows are tuples of any length to mypy)


@cache
def states() -> dict[str, str]:
    """Abbreviated state, without its full stop → its name."""
    return {short.lower().rstrip("."): full.lower() for short, full in names.states().items() if short != full}


def _sex(value: str) -> str | None:
    return None if value == "-" else value
