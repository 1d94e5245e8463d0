"""The role of a person in the article's own words: "the deputy mayor", "who runs the Harbour Fund".

It is read beside the person's first mentions; without a noun for a person there, there is no role.
"""

import re

from components.formatting import one_line
from pipeline.lexicon import names
from pipeline.lexicon.roles import role_nouns
from pipeline.model import Analysis, Entity, Mention

_ROOM = 120  # characters beside a name that are looked at
_LONGEST = 80  # characters of a role
_SHORTENED = frozenset(  # whose full stop ends no sentence, beside titles and states
    ("asst", "assoc", "bros", "co", "corp", "dept", "det", "dir", "inc", "insp", "ltd", "mt", "no", "supt")
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*+")
# ", 54, the mayor of Lisbon," — from the comma to the next mark; an age between is passed over.
_AFTER = re.compile(r"\s?(?:,|\(|—|–|--)\s(?:\d{1,3},\s)?([^,;:()“”\"—–\n.!?]++(?>(?:\.(?=\S)[^,;:()“”\"—–\n.!?]++)*))")
_WHO = re.compile(r"who\s(?!ha[ds]\b|was\b|were\b|said\b|told\b)\w+s\b")  # "who runs", "who drives": what they do
_LINK = re.compile(r"\s(?:of|for|at|in|to|from|with|on|by|and)\s")
_ARTICLE = re.compile(r"(?i)(?:the|a|an)\s+")
_VERB = re.compile(r"\s(?:said|says|told|added|who|which|that|wrote|was|were|is|has|had|asked|warned)\b.*", re.DOTALL)
_BETWEEN = frozenset(
    ("former", "deputy", "acting", "chief", "senior", "vice", "prime", "foreign", "assistant", "interim", "outgoing",
     "incoming", "lead", "junior", "retired", "defence", "defense", "interior", "finance", "police", "press", "local",
     "regional", "national", "general", "executive", "medical", "school", "city", "state")
)  # fmt: skip


def role_of(analysis: Analysis, entity: Entity) -> str | None:
    """The role of a person, from the words beside the first mention that has one; None if none has."""
    if entity.label != "PERSON":
        return None
    own = [mention for mention in analysis.mentions if mention.entity_id == entity.id]
    for mention in own:
        if found := _beside(analysis.article.text, mention):
            return found
    return None


def _beside(text: str, mention: Mention) -> str | None:
    after = _AFTER.match(text, mention.end, mention.end + _ROOM)
    words = one_line(after[1]) if after else ""
    if _WHO.match(words) and len(words) <= _LONGEST:
        return words
    words = _ARTICLE.sub("", _VERB.sub("", words), count=1).strip()
    if words and len(words) <= _LONGEST and _has_role(_LINK.split(words)[0]):
        return words.rstrip(".")
    return _before(text[max(mention.start - _ROOM, 0) : mention.start])


def _before(text: str) -> str | None:
    """A title straight before the name, with what qualifies it: ``US National Security Advisor``."""
    words = text.rstrip()
    words = words[:-1] if words.endswith(",") else words
    found = list(_WORD.finditer(words))
    if not found or found[-1].end() != len(words) or not _has_role(found[-1][0]):
        return None
    first = len(found) - 1
    while first and _qualifies(found[first - 1][0], words[found[first - 1].end() : found[first].start()]):
        first -= 1
    return one_line(words[found[first].start() :])


def _qualifies(word: str, gap: str) -> bool:
    """Whether a word before a title belongs to it: a capital, or a word such as "deputy"."""
    return (
        gap == " "
        and not (word.endswith(".") and not _is_shortened(word[:-1]))
        and (word.casefold() in _BETWEEN or (word[0].isupper() and word.casefold() not in _LITTLE))
    )


def _is_shortened(word: str) -> bool:
    """Whether a word's full stop ends no sentence: U.S., Sen., Calif., Corp."""
    return (
        "." in word or len(word) == 1 or names.title(word) or f"{word}." in names.states() or word.lower() in _SHORTENED
    )


def _has_role(words: str) -> bool:
    """Whether a noun for a person is among the words; "accused" before a name is a verb more often."""
    found = (word.casefold().rstrip(".") for word in _WORD.findall(words))
    return any(word in role_nouns() and not word.endswith("ed") for word in found)


_LITTLE = frozenset(
    ("the", "a", "an", "in", "on", "at", "for", "but", "and", "as", "when", "while", "his", "her", "their")
)
