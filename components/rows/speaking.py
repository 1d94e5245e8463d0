"""Speakers of a collection who are only words ("Commodore Ellund"): no article knows them as a name. No Streamlit.

They are no rows among the names, so that nothing counts them as speakers until the reader says who they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.rows.article import NOBODY, short_id, speaker_key, speaker_name
from components.rows.joining import named_so
from components.rows.roles import role_of
from components.rows.same_person import may_stand_for, name_words, only, role_words
from pipeline.corrections import Add, Correction, Corrections, EntityRef, QuoteRef, Rename, Speaker, apply
from pipeline.lexicon.roles import is_role
from pipeline.model import Analysis

if TYPE_CHECKING:
    from pipeline.collection.rows import ListedName

_PEOPLE = ("people", "organisations")
_LINKS = frozenset(("of", "for", "in", "at", "and", "or", "from", "with", "by", "to", "on"))


@dataclass(frozen=True, slots=True)
class SpeakingWords:
    """Words that stand for a speaker; key: that of their quotes in an article (speaker_key)."""

    key: str
    words: str
    quotes: int
    articles: int


@dataclass(frozen=True, slots=True)
class SameSpeaker:
    """Words that speak, and the name that they may stand for."""

    said_by: SpeakingWords
    name: "ListedName"

    @property
    def id(self) -> str:
        """What tells this question from others, without a word of the articles."""
        return short_id(f"{self.said_by.key} {self.name.key}")


def speaking_words(analyses: Iterable[Analysis]) -> list[SpeakingWords]:
    """All of them, those with most quotes first; pronouns stand for nobody and are left out."""
    words: dict[str, str] = {}
    quotes: dict[str, int] = {}
    articles: dict[str, set[str]] = {}
    for analysis in analyses:
        for quote in analysis.quotes:
            key = NOBODY if quote.speaker_id else speaker_key(quote)
            if key != NOBODY:
                words.setdefault(key, speaker_name(quote))
                quotes[key] = quotes.get(key, 0) + 1
                articles.setdefault(key, set()).add(analysis.article.id)
    found = [SpeakingWords(key, words[key], quotes[key], len(articles[key])) for key in words]
    return sorted(found, key=lambda one: (-one.quotes, one.words))


def same_speakers(
    analyses: Sequence[Analysis], said_by: Sequence[SpeakingWords], names: Sequence["ListedName"]
) -> list[SameSpeaker]:
    """Words that can stand for exactly one name of the list: by the name in them, or by the person's role."""
    likely = [name for name in names if name.kind in _PEOPLE]
    by_role = _by_role(analyses, likely)
    found = []
    for one in said_by:
        name = only(name for name in likely if _may_be(one.words, name)) or by_role.get(one.key)
        if name is not None:
            found.append(SameSpeaker(one, name))
    return found


def _may_be(words: str, name: "ListedName") -> bool:
    """``professor Mara Ellund``, ``Commodore Ellund``: the whole name at the end, or titles and the last name."""
    whole, own = name_words(name.name), name_words(words)
    if own == whole:
        return True
    before = words.removesuffix(name.name).split()
    if name.kind == "people" and len(whole) > 1 and words.endswith(f" {name.name}"):
        return before[-1].casefold() not in _LINKS  # "a lawyer for Mara Ellund" is another
    bare = name_in(words)
    return bool(bare) and name.kind == "people" and may_stand_for(str(bare), "PERSON", name.name)


def name_in(words: str) -> str | None:
    """The words without articles and titles before them, where only a name is left: ``Ellund``."""
    parts = words.split()
    while parts and is_title(parts[0]) and parts[0] not in _LINKS:  # "a spokesman for the Trust" is not the trust
        parts.pop(0)
    named = bool(parts) and not is_title(parts[-1]) and all(part[0].isupper() for part in parts)
    return " ".join(parts) if named else None


def is_title(word: str) -> bool:
    """A title, a role, or a little word that no name begins with."""
    plain = word.casefold().strip(".,")
    return not name_words(plain) or is_role(plain)


def _by_role(analyses: Sequence[Analysis], names: Sequence["ListedName"]) -> dict[str, "ListedName"]:
    """Key of words such as "the harbour master" → the person whose role they are, where there is one such person.

    The role may be told in another article; but the person must be named where the words speak, as every town has
    its own harbour master.
    """
    known = {word.casefold(): name for name in names if name.kind == "people" for word in (name.name, *name.aliases)}
    roles: dict[str, list[set[str]]] = {}
    for analysis in analyses:
        for entity in analysis.entities:
            name = known.get(entity.name.casefold())
            if name and (role := role_of(analysis, entity)):
                roles.setdefault(name.key, []).append(set(role_words(role)))
    holders: dict[str, dict[str, ListedName]] = {}
    for analysis in analyses:
        present = [name for entity in analysis.entities if (name := known.get(entity.name.casefold()))]
        for key, words in _speaking_in(analysis).items():
            wanted = set(role_words(words))
            bearers = {name.key: name for name in present if any(wanted <= role for role in roles.get(name.key, ()))}
            holders.setdefault(key, {}).update(bearers if wanted else {})
    return {key: next(iter(found.values())) for key, found in holders.items() if len(found) == 1}


def _speaking_in(analysis: Analysis) -> dict[str, str]:
    """Key → words of the speakers of an article that are only words."""
    quotes = ((speaker_key(quote), quote) for quote in analysis.quotes if not quote.speaker_id)
    return {key: speaker_name(quote) for key, quote in quotes if key != NOBODY}


def said_by_name(analysis: Analysis, said_by: SpeakingWords, name: "ListedName") -> list[Correction]:
    """The corrections of one article that give the quotes to the name; none where it has no such quotes.

    An article that does not know the name gets it where the words stand, if there is a name in them: "the harbour
    master" of an article that does not name him may be another.
    """
    quotes = [quote for quote in analysis.quotes if not quote.speaker_id and speaker_key(quote) == said_by.key]
    known = next(iter(named_so(analysis.entities, name)), None)
    if known is not None:
        who = EntityRef(known.id, known.name)
        return [Speaker(QuoteRef(quote.start, quote.end), who) for quote in quotes]
    who = EntityRef("", name.name)
    said = [Speaker(QuoteRef(quote.start, quote.end), who) for quote in quotes]
    ways = (_named_anew(words, name) for words in _names_to_mark(said_by.words, name)) if quotes else ()
    made = ([*new, *said] for new in ways)
    return next((items for items in made if _fits(analysis, items)), [])


def _names_to_mark(words: str, name: "ListedName") -> list[str]:
    """What of the words may be marked as the name: the whole name, else what stands behind titles, or with them."""
    bare = name_in(words)
    whole = [name.name] if words.endswith(name.name) else []
    return [*whole, *([words, bare] if bare else [])]


def _named_anew(words: str, name: "ListedName") -> list[Correction]:
    marked: list[Correction] = [Add(words, name.label)]
    return marked if words == name.name else [*marked, Rename(EntityRef("", words), name.name)]


def _fits(analysis: Analysis, items: Sequence[Correction]) -> bool:
    return not apply(analysis, Corrections(analysis.article.id, tuple(items))).misfits
