"""A name once found is found wherever it stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.entities.common_nouns import is_lone_noun, is_told_on
from pipeline.entities.labels import key_at
from pipeline.entities.people import with_particle
from pipeline.entities.peoples import is_people
from pipeline.entities.span_rest import PARTICLES, capital
from pipeline.entities.span_splits import in_title_case
from pipeline.entities.spans import Span
from pipeline.entities.words import CLAUSE_OPENS, Words
from pipeline.lexicon import names as lexicon

_DEEDS = frozenset(("announced", "declared", "vowed", "refused", "met", "unveiled", "visited", "welcomed", "thanked"))

_FEW = 2  # words of a name whose letters are too many other names' too
_RANKS = frozenset(("General", "Major", "Premier"))  # first words of firms' names too

# What a month does: "March began cold", "May brought rain", "August was wet".
_OF_TIME = frozenset(
    ("began", "begins", "brings", "brought", "came", "comes", "ended", "ends", "had", "has", "is", "marked", "marks",
     "passed", "saw", "sees", "started", "starts", "was")
)  # fmt: skip


def repeats(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> list[Span]:
    """Further mentions of the names in spans, and of their people's last names, where no span is yet.

    Spans may lie within one of them: the model saw only the last name there.
    """
    names = _names(words, spans, labels)
    held = [0] * len(words)  # the end of the span that holds a token
    begins: dict[int, int] = {}
    for span in spans:
        held[span.start : span.end] = [span.end] * (span.end - span.start)
        begins[span.start] = span.end
    found: list[Span] = []
    free = 0
    for i in [i for i, word in enumerate(words.text) if word in names]:
        known = names[words.text[i]]
        seen = held[i] and (i not in begins or len(known[0][0]) <= begins[i] - i)
        match = None if i < free or seen else _match(words, i, known, held)
        if match:
            found.append(match)
            free = match.end
    return found


def bearer_senses(words: Words, spans: Sequence[Span], labels: Mapping[str, str]) -> list[Span]:
    """The spans, with the sense "bearer" for a people's name where it is somebody's last name.

    "Anne French spoke. French said so", but not "French voters".
    """
    lasts = {
        words.text[span.end - 1]
        for span in spans
        if span.end - span.start > 1
        and is_people(words.text[span.end - 1])
        and labels.get(key_at(words, span)) == "PERSON"
    }
    if not lasts:
        return list(spans)
    return [
        replace(span, label="PERSON", sense="bearer")
        if span.end - span.start == 1 and words.text[span.start] in lasts and _is_bearer(words, span.start)
        else span
        for span in spans
    ]


def _is_bearer(words: Words, i: int) -> bool:
    """Whether a lone word is whoever does something: French said, said French, Ms French, French's house."""
    before, after = words.text[i - 1] if i else "", words.text[i + 1] if i + 1 < len(words) else ""
    if lexicon.title(before) and before[0].isupper():
        return True
    if before.lower() in lexicon.cues("determiner"):
        return False
    if after in ("'s", "’s") or (before in lexicon.cues("speech") and not after[:1].isalpha()):
        return True
    return (words.opens[i] or before in CLAUSE_OPENS) and words.tag[i + 1 : i + 2] in (["VBZ"], ["VBD"], ["MD"])


def _names(
    words: Words, spans: Iterable[Span], labels: Mapping[str, str]
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → names that begin with it, longest first."""
    names: defaultdict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for span in spans:
        parts = tuple(words.text[span.start : span.end])
        label = labels[key_at(words, span)]
        if label == "X" or not (_distinct(parts) or is_place_though_common(words, span, label)):
            continue
        names[parts[0]].add((parts, label))
        if len(parts) > 1 and parts[-1].strip(".") in ("Jr", "Sr", "II", "III"):
            parts = parts[:-1]
        if label == "PERSON" and len(parts) > 1 and len(parts[-1]) > 2:
            names[parts[-1]].add((parts[-1:], label))
        if label == "PERSON" and (tail := with_particle(parts)):
            names[tail[0]].add((tail, label))
        if label == "ORG" and (letters := _initials(parts)):
            names[letters].add(((letters,), label))  # KRA of the Kenya Revenue Authority
        if label == "ORG" and len(parts) > 2 and parts[0] in _RANKS:
            names[parts[0]].add((parts[:2], label))  # General Wireless of General Wireless Operations
        if label == "PRODUCT" and any(c.isdigit() for c in parts[-1]) and not parts[-1].isdigit():
            names[parts[-1]].add((parts[-1:], label))  # the A380 of an Airbus A380
        if (
            label == "PERSON"
            and len(parts) > 1
            and parts[0].isalpha()
            and len(parts[0]) > 2
            and not lexicon.title(parts[0])
        ):
            names[parts[0]].add((parts[:1], label))
    return {first: sorted(group, key=lambda item: (-len(item[0]), item)) for first, group in names.items()}


def _initials(parts: Sequence[str]) -> str:
    """The first letters of a body's name of three words or more; empty where they would be a word or known letters."""
    big = [part for part in parts if part[0].isupper()]
    letters = "".join(part[0] for part in big)
    plain = all(part.isalpha() and not part.isupper() for part in big) and len(big) > _FEW
    return letters if plain and not (lexicon.common(letters) or letters in lexicon.known()) else ""


def is_place_though_common(words: Words, span: Span, label: str) -> bool:
    """Whether a lone common word stands as a town within a sentence or in a dateline: born in Phoenix."""
    if label != "GPE" or span.end - span.start > 1 or not lexicon.common(words.text[span.start]):
        return False
    return not is_lone_noun(words, span) or (span.source == "dateline" and is_told_on(words, span))


def _distinct(parts: tuple[str, ...]) -> bool:
    """A single common word ("Will", "Force") is no evidence of a name elsewhere."""
    return len(parts) > 1 or (len(parts[0]) > 1 and parts[0][0].isupper() and not lexicon.common(parts[0]))


def _match(words: Words, i: int, names: Iterable[tuple[tuple[str, ...], str]], held: Sequence[int]) -> Span | None:
    for parts, label in names:
        end = i + len(parts)
        small = len(parts) > 1 and parts[0] in PARTICLES
        if tuple(words.text[i:end]) != parts or max(held[i:end]) > end or not (capital(words, i) or small):
            continue
        if held[i] and (len(parts) < 2 or held[i] == end):
            return None
        ended = held[end - 1] == end and not held[i] and label == "ORG"  # the model left out the first words only
        if label != "PERSON" and any(held[i:end]) and not ended:
            continue
        if len(parts) > 1 or _named_here(words, i):
            return Span(i, end, label, "repeat")
    return None


def _named_here(words: Words, i: int) -> bool:
    """Whether a lone word that may be a common one, a month or a day ("Pace", "March") is meant as a name here."""
    word = words.text[i]
    if not lexicon.common(word) and not lexicon.calendar(word):
        return True
    if words.kind(i) == "headline":
        return False
    if _acts(words, i) or _is_adjective_with_verb(words, i):
        return True
    if lexicon.calendar(word):
        return False
    unused = word.lower() not in words.forms
    if words.pos[i] != "PROPN":
        listed = lexicon.known().get(word) == "PERSON" and not words.joined(i)
        subject = listed or _does(words, i + 1)
        return unused and (subject if words.opens[i] else not in_title_case(words, i))
    return not words.opens[i] or unused


def _does(words: Words, i: int) -> bool:
    """Whether token i is a finite verb or a possessive: "Pace banned", "Pace's"."""
    return words.tag[i : i + 1] in (["VBZ"], ["VBD"], ["MD"], ["POS"])


def _is_adjective_with_verb(words: Words, i: int) -> bool:
    """Whether what the model takes for an adjective is the subject of a verb: "Sunny has painted it"."""
    return words.opens[i] and words.pos[i] == "ADJ" and words.tag[i + 1 : i + 2] in (["VBZ"], ["VBD"], ["MD"])


def _is_deed(words: Words, i: int) -> bool:
    """Whether token i is a verb that tells of no month: "May took no questions", where there is a Theresa May."""
    return words.tag[i : i + 1] in (["VBZ"], ["VBD"]) and words.text[i] not in _OF_TIME


def _acts(words: Words, i: int) -> bool:
    """Whether what follows is what persons do: "Will said", "Mercy, who"."""
    after = words.text[i + 1] if i + 1 < len(words) else ""
    if after == "," and i + 2 < len(words):
        return words.text[i + 2] in ("who", "born")
    if words.opens[i] and (after in _DEEDS or (lexicon.calendar(words.text[i]) and _is_deed(words, i + 1))):
        return True
    return after in lexicon.cues("speech") or after in lexicon.cues("person_does") or after in lexicon.cues("who")
