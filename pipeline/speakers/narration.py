"""What the rules about speakers read: the tokens, which of them narrate and which are speech; and where the names are.

Each mention of a named entity is given its place in the sentence and a weight: how prominent it is there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.names import calendar, sex_of_name, sex_of_title
from pipeline.model import Attribution, Entity, Mention
from pipeline.text.tokens import TokenTable

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
OBJECTS = frozenset(("dobj", "dative", "pobj"))
# How much a mention draws the pronouns that follow it: subjects most, words inside a compound least
# (the order of Lappin and Leass 1994; the figures are ours).
WEIGHTS = {
    "nsubj": 1.0, "nsubjpass": 0.9, "ROOT": 0.7, "appos": 0.6, "attr": 0.5, "agent": 0.5,
    "dobj": 0.55, "dative": 0.55, "conj": 0.5, "poss": 0.55, "pobj": 0.5, "compound": 0.2, "nmod": 0.2, "amod": 0.2,
}  # fmt: skip
OTHER_WEIGHT = 0.35
ASIDE = 0.6  # subject of a clause that only hangs on: 'when Costa had left'
REPORTED = 0.8  # subject of what somebody thinks or says: 'Hall doubts that Costa will go'
SUBORDINATE = frozenset(("advcl", "relcl", "acl", "pcomp"))
WITNESSED_SUBJECT = 0.9  # the parse sees no subject, but a finite verb follows at once
SPEECH_WEIGHT = 0.15  # named in somebody's own words: known, but not what the narrator talks about
_OF_DATES = frozenset(("in", "since", "until", "till", "last", "next", "this", "every"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@dataclass(frozen=True, slots=True)
class Narration:
    """Parallel lists, one entry a token; ``narrative_sentences`` counts sentences that narrate, not those of speech."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sents: list[int]
    narrative_sentences: list[int]
    blocks: list[int]
    quoted: list[bool]

    def tokens(self, start: int, end: int) -> range:
        """The tokens of which some character lies in start..end."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


@dataclass(frozen=True, slots=True)
class MentionTokens:
    """A mention as tokens first..last (end exclusive), its head token, its weight; fresh: the first in full."""

    mention: Mention
    entity: str
    first: int
    last: int
    root: int
    weight: float
    fresh: bool = False


def read_narration(tokens: TokenTable, attributions: Sequence[Attribution]) -> Narration:
    """Add to the token table what only the rules about speakers need."""
    quoted = _quoted(tokens, attributions)
    return Narration(
        text=tokens.text,
        starts=tokens.start,
        ends=tokens.end,
        words=tokens.words,
        lower=tokens.lower,
        tags=tokens.tag,
        deps=tokens.dep,
        heads=tokens.head,
        sents=tokens.sentence,
        narrative_sentences=_steps(tokens.words, tokens.sentence, quoted),
        blocks=tokens.block,
        quoted=quoted,
    )


def _quoted(tokens: TokenTable, attributions: Sequence[Attribution]) -> list[bool]:
    """Whether a token is somebody's own words: between marks, or in a direct quote already found."""
    spans = [(found.start, found.end) for found in attributions if found.kind == "direct"]
    spans += [(pair.start, pair.end) for pair in tokens.quote_pairs]
    result = [False] * len(tokens.start)
    for start, end in spans:
        first, last = bisect_left(tokens.start, start), bisect_left(tokens.start, end)
        result[first:last] = [True] * (last - first)
    return result


def _steps(words: list[str], sents: list[int], quoted: list[bool]) -> list[int]:
    """Number the sentences that narrate; one that is all speech brings no new step."""
    tells = {sent for word, sent, speech in zip(words, sents, quoted, strict=True) if not speech and word[0].isalpha()}
    step, number = 0, []
    for sent in range(sents[-1] + 1 if sents else 0):
        step += sent in tells
        number.append(step)
    return [number[sent] for sent in sents]


def find_mention_tokens(
    narration: Narration, mentions: Sequence[Mention], people_by_last_name: Mapping[str, Sequence[Entity]]
) -> list[MentionTokens]:
    """One spot for each mention that has a token, and for each bare last name that no mention covers, in order."""
    spots: list[MentionTokens] = []
    for mention in mentions:
        span = narration.tokens(mention.start, mention.end)
        if span and not is_of_other_sex(narration, span[-1], people_by_last_name.get(mention.text, ())):
            root = _root(narration, span)
            spots.append(
                MentionTokens(
                    mention,
                    _bearer(narration, mention, span[0], people_by_last_name),
                    span[0],
                    span[-1] + 1,
                    root,
                    _weight(narration, span, root),
                )
            )
    return _freshened(sorted(spots + _bare_names(narration, spots, people_by_last_name), key=lambda spot: spot.first))


def _freshened(spots: list[MentionTokens]) -> list[MentionTokens]:
    """Mark where each entity is first given its full name."""
    seen: set[str] = set()
    result = []
    for spot in spots:
        full = " " in spot.mention.text
        result.append(replace(spot, fresh=True) if full and spot.entity not in seen else spot)
        if full:
            seen.add(spot.entity)
    return result


def _bearer(
    narration: Narration, mention: Mention, first: int, people_by_last_name: Mapping[str, Sequence[Entity]]
) -> str:
    """'Mr. Costa' is not Ana Costa, where the article also knows a man of this name."""
    persons = people_by_last_name.get(mention.text, ())
    sex = sex_of_title(narration.lower[first - 1]) if first and len(persons) > 1 else None
    if sex:
        fitting = [person.id for person in persons if sex_of_name(person.name) == sex]
        if fitting and mention.entity_id not in fitting:
            return fitting[0]
    return mention.entity_id


def is_of_other_sex(narration: Narration, last: int, persons: Sequence[Entity]) -> bool:
    """'Mrs Costa' is nobody of an article that names only Rui Costa; 'Mrs' with his full name would be herself."""
    sex = sex_of_title(narration.lower[last - 1]) if last and persons else None
    return sex is not None and all(sex_of_name(person.name) not in (sex, None) for person in persons)


def _bare_names(
    narration: Narration, spots: Sequence[MentionTokens], people_by_last_name: Mapping[str, Sequence[Entity]]
) -> list[MentionTokens]:
    """The entity stage may miss 'Costa' while it knows Ana Costa."""
    covered = {n for spot in spots for n in range(spot.first, spot.last)}
    bare = []
    for n in [n for n, word in enumerate(narration.words) if word in people_by_last_name]:
        word = narration.words[n]
        persons = people_by_last_name[word]
        other = _is_date(narration, n) or is_of_other_sex(narration, n, persons)
        if len(persons) == 1 and n not in covered and not other:
            entity = persons[0]
            mention = Mention(narration.starts[n], narration.ends[n], word, entity.label, entity.id, narration.sents[n])
            bare.append(MentionTokens(mention, entity.id, n, n + 1, n, _weight(narration, range(n, n + 1), n)))
    return bare


def _is_date(narration: Narration, n: int) -> bool:
    """ "since January" is no word about Ana January."""
    return bool(n) and calendar(narration.words[n]) and narration.lower[n - 1] in _OF_DATES


def _before_verb(narration: Narration, after: int) -> bool:
    return after < len(narration.tags) and narration.tags[after] in _FINITE


def _opens(narration: Narration, first: int, after: int, dep: str) -> bool:
    """A name that begins its sentence and is set off by a comma: 'And Costa, for all her doubts, agreed'."""
    begin = first - 1 if first and narration.tags[first - 1] in ("CC", "RB", "NNP") else first
    opens = begin == 0 or narration.sents[begin - 1] != narration.sents[begin]
    return (
        opens
        and dep not in ("poss", "compound", "pobj")
        and after < len(narration.words)
        and narration.words[after] == ","
    )


def _root(narration: Narration, span: range) -> int:
    """The last token whose head lies outside the span."""
    return next((n for n in reversed(span) if narration.heads[n] not in span or narration.heads[n] == n), span[-1])


def _weight(narration: Narration, span: range, root: int) -> float:
    dep, after = narration.deps[root], span[-1] + 1
    if dep in ("conj", "appos"):  # 'Hall and Costa', 'one of the miners, Costa'
        dep = "nsubj" if narration.deps[narration.heads[root]] in SUBJECTS else dep
    weight = WEIGHTS.get(dep, OTHER_WEIGHT)
    if dep in SUBJECTS and narration.deps[narration.heads[root]] in SUBORDINATE:
        weight = ASIDE
    elif dep in SUBJECTS and narration.deps[narration.heads[root]] == "ccomp":
        weight = REPORTED
    if dep not in SUBJECTS and (_before_verb(narration, after) or _opens(narration, span[0], after, dep)):
        weight = max(weight, WITNESSED_SUBJECT)
    return weight * SPEECH_WEIGHT if narration.quoted[root] else weight
