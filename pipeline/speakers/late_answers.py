"""Speakers that only the whole walk gives: labels, quotations that no words attribute, and whom a lead keeps back.

Interviews with "Q:" and "A:": who answers is the one person named before the first question.

'Ana Lopes held up a map. "Here is the well."' Two witnesses are asked for: the subject of the sentence before, who
spoke last, who speaks next; or that subject alone, where the quotation follows in the same paragraph.

'"I am gutted," the 23-year-old said.', and the next paragraph begins 'Rui Alves, who ...': news introduces whoever it
names. A name that opens a paragraph with no word of who that is belongs to somebody whom the text has described
already: to the one person who has spoken so far.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicon.names import titles
from pipeline.lexicon.roles import SEX_OF_PRONOUN, role_nouns
from pipeline.model import Attribution
from pipeline.speakers.answer import Answer, in_marks
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.narration import SUBJECTS, WITNESSED_SUBJECT, MentionTokens
from pipeline.speakers.phrase import Phrase, is_plural, read_phrase
from pipeline.speakers.roles import role_noun
from pipeline.speakers.salience import DiscourseHistory, Reference

Chars = tuple[int, int]  # start and end of a speaker's words
Answers = dict[Chars, Answer]
TURN = "turn"  # the rule that finds labelled paragraphs
_ASKS = frozenset(("q", "question"))
_ANSWERS = frozenset(("a", "answer"))
_OLD = ["year", "-", "old"]
_DESCRIBING = frozenset(("of", "at", "for", "from", "in", "on", "who", "whose"))
RULE = "unattributed"  # of the quotations that stand alone
_NEAR = 4  # paragraphs from the last speaker, or to the next
_WORDS = 6  # a shorter one may be a slogan or a headline
_RUN = 3  # so many of them one after the other are a list of voices


def answer_labels(discourse: Discourse, attributions: Sequence[Attribution], answers: Answers) -> Answers:
    """Each speaker span that is a bare label → its answer; answers: those of the walk through the article."""
    labels = {found.speaker: _label(discourse, found) for found in attributions if found.speaker and found.rule == TURN}
    asks = {span: word for span, word in labels.items() if word in _ASKS | _ANSWERS}
    if not asks:
        return _short_labels(labels, answers)
    first = min(start for start, _ in asks)
    spots = [spot for spot in discourse.spots if spot.mention.label == "PERSON" and spot.mention.end <= first]
    guests = dict.fromkeys(spot.entity for spot in spots)
    return {span: _answer_label(discourse, word, list(guests)) for span, word in asks.items()}


def _short_labels(labels: Mapping[Chars, str], answers: Answers) -> Answers:
    """Initials and last names that stand for a label given in full: "NA" after "Noor Aziz"."""
    full: dict[str, dict[str, Chars]] = defaultdict(dict)
    for span, label in labels.items():
        names = label.split()
        if len(names) > 1:
            for short in (names[-1], "".join(name[0] for name in names)):
                full[short].setdefault(label, span)
    found = {}
    for span, label in labels.items():
        people_by_last_name = full.get(label, {})
        if len(people_by_last_name) > 1:
            found[span] = Answer(None, f"“{label.upper()}” could be any of {len(people_by_last_name)} who speak here.")
        for name, first in people_by_last_name.items() if len(people_by_last_name) == 1 else ():
            found[span] = Answer(
                answers[first].entity, f"“{label.upper()}” stands for {name.title()}, who speaks before."
            )
    return found


def _label(discourse: Discourse, found: Attribution) -> str:
    start, end = found.speaker or (0, 0)
    return discourse.narration.text[start:end].strip(". ").lower()


def _answer_label(discourse: Discourse, word: str, guests: Sequence[str]) -> Answer:
    if word in _ASKS:
        return Answer(None, f"“{word[0].upper()}” puts the questions; the text does not say who that is.")
    if len(guests) != 1:
        return Answer(None, f"“{word[0].upper()}” answers the questions; the text does not say for sure who that is.")
    name = discourse.people[guests[0]].name if guests[0] in discourse.people else "the one"
    return Answer(guests[0], f"“{word[0].upper()}” answers the questions: {name}, the only person named before them.")


def answer_named_later(
    discourse: Discourse, attributions: Sequence[Attribution], answers: Mapping[Chars, Answer]
) -> dict[Chars, Answer]:
    """Each speaker phrase before the first name of a person that means the one so named → its answer."""
    name = next((spot for spot in discourse.spots if _is_person(discourse, spot)), None)
    if name is None or not _opens_paragraph(discourse, name) or _is_described(discourse, name):
        return {}
    narration = discourse.narration
    spans = {one.speaker for one in attributions if one.speaker and one.speaker[1] <= narration.starts[name.first]}
    phrases = [_read(discourse, span) for span in sorted(spans) if answers[span].entity is None]
    persons = [phrase for phrase in phrases if phrase.whole and _may_be(discourse, phrase, name)]
    if not persons or len(persons) < len(phrases) or len(_subjects(discourse, name.first, persons)) > 1:
        return {}
    if narration.blocks[persons[-1].head] < narration.blocks[name.first] - 1:
        return {}
    who = discourse.entities[name.entity].name
    return {
        (narration.starts[phrase.whole[0]], narration.ends[phrase.whole[-1]]): Answer(
            name.entity, f"{in_marks(discourse, phrase)} is named only in the next paragraph: {who}."
        )
        for phrase in persons
        if _points_ahead(discourse, phrase)
        or (_identifies(discourse, phrase) and _speaks(discourse, name, attributions))
    }


def _is_person(discourse: Discourse, spot: MentionTokens) -> bool:
    return spot.mention.label == "PERSON" and not discourse.narration.quoted[spot.root]


def _read(discourse: Discourse, span: Chars) -> Phrase:
    whole = discourse.narration.tokens(*span)
    return read_phrase(discourse.narration, whole, discourse.inside(whole))


def _opens_paragraph(discourse: Discourse, name: MentionTokens) -> bool:
    """Whether a full name is the subject with which the narrator begins a paragraph, a title before it at most."""
    narration, block = discourse.narration, discourse.narration.blocks[name.first]
    first = name.first
    while first and narration.blocks[first - 1] == block:
        first -= 1
    told = [n for n in range(first, name.first) if not narration.quoted[n] and narration.words[n][0].isalnum()]
    plain = all(narration.lower[n].rstrip(".") in titles() and role_noun(narration, n) is None for n in told)
    subject = narration.deps[name.root] in SUBJECTS or name.weight >= WITNESSED_SUBJECT
    return first > 0 and plain and subject and " " in name.mention.text


def _is_described(discourse: Discourse, name: MentionTokens) -> bool:
    """'Rui Alves, a farmer' or 'Rui Alves is a farmer': somebody new; who "made her debut" is called no debut.

    Nor does "Rui Alves is hurt" say who that is.
    """
    sents, tags = discourse.narration.sents, discourse.narration.tags
    known = {noun.key for noun in role_nouns().values()}
    called = [role for role in discourse.roles.get(name.entity, ()) if sents[role.first] == sents[name.root]]
    return any(role.key in known and tags[role.first] != "VBN" for role in called)


def _may_be(discourse: Discourse, phrase: Phrase, name: MentionTokens) -> bool:
    """A he, a she or a noun for one person, of the name's sex and age."""
    narration, person = discourse.narration, discourse.people[name.entity]
    noun = role_noun(narration, phrase.head)
    if phrase.form == "pronoun":
        sex = SEX_OF_PRONOUN.get(narration.lower[phrase.head])
        return sex is not None and person.sex in (sex, None)
    if phrase.form != "noun" or is_plural(narration, phrase) or not (noun or _age(discourse, phrase)):
        return False
    told = discourse.ages.get(name.entity)
    age = _age(discourse, phrase)
    return not (age and told and told[1] != age) and not (noun and noun.sex and person.sex not in (noun.sex, None))


def _age(discourse: Discourse, phrase: Phrase) -> str | None:
    """24 in "the 24-year-old cellist"."""
    lower = discourse.narration.lower
    at = next((n for n in phrase.whole if lower[n + 2 : n + 5] == _OLD), None)
    return lower[at] if at is not None else None


def _subjects(discourse: Discourse, stop: int, persons: Sequence[Phrase]) -> set[str]:
    """The nouns for a person that the text has as a subject or speaker before stop: two may be two people."""
    narration = discourse.narration
    heads = {phrase.head for phrase in persons if phrase.form == "noun"}
    heads |= {n for n in range(stop) if narration.deps[n] in SUBJECTS and not narration.quoted[n]}
    return {noun.key for n in heads if (noun := role_noun(narration, n))}


def _points_ahead(discourse: Discourse, phrase: Phrase) -> bool:
    """Nobody is "she" or "the 71-year-old" to a reader who is never told who that is."""
    return phrase.form == "pronoun" or _age(discourse, phrase) is not None


def _identifies(discourse: Discourse, phrase: Phrase) -> bool:
    """'The head of the millers' union' and 'a vet who climbed into a drain' describe one; 'the minister' may be any."""
    return phrase.last < phrase.whole.stop and discourse.narration.lower[phrase.last] in _DESCRIBING


def _speaks(discourse: Discourse, name: MentionTokens, attributions: Sequence[Attribution]) -> bool:
    """'Rui Alves said' goes on; 'Rui Alves, 43, lost his house' and 'Rui Alves, who fled, said' bring in somebody."""
    narration = discourse.narration
    said = {found.cue[0] for found in attributions if found.cue}
    return name.last < len(narration.starts) and narration.starts[name.last] in said


@dataclass(frozen=True, slots=True)
class _Around:
    """The witnesses: subjects of the sentence before, who spoke last, who speaks next, and all named between these."""

    subjects: frozenset[str]
    between: frozenset[str]
    last: str | None
    next: str | None
    same_block: bool


def answer_untagged(
    discourse: Discourse, history: DiscourseHistory, attributions: Sequence[Attribution]
) -> Mapping[Chars, Answer]:
    """Start and end of a quotation without a speaker → its answer, where the words around it give one."""
    text = discourse.narration.text
    alone = [
        found
        for found in attributions
        if found.rule == RULE and not found.speaker and _is_speech(text[found.start : found.end])
    ]
    if not alone or _in_a_row(attributions):
        return {}
    found = ((one, _answer(discourse, _look_around(discourse, history, one))) for one in alone)
    return {(one.start, one.end): answer for one, answer in found if answer}


def _is_speech(words: str) -> bool:
    """Long enough, and every further paragraph opens with a mark: a line without one may be a signature."""
    further = [line.strip() for line in words.split("\n")[1:]]
    return len(words.split()) >= _WORDS and all(not line[:1].isalnum() for line in further)


def _in_a_row(attributions: Sequence[Attribution]) -> bool:
    """Whether several in succession have no speaker."""
    flags = "".join("u" if found.rule == RULE else "-" for found in attributions)
    return "u" * _RUN in flags


def _look_around(discourse: Discourse, history: DiscourseHistory, quote: Attribution) -> _Around:
    narration = discourse.narration
    tokens = narration.tokens(quote.start, quote.end)
    before = tokens.start - 1
    while before >= 0 and (narration.quoted[before] or not narration.words[before][0].isalnum()):
        before -= 1
    block, step = narration.blocks[tokens.start], narration.narrative_sentences[before] if before >= 0 else -1
    near = before >= 0 and narration.blocks[before] >= block - 1
    said = [one for one in history.references if one.spoke]
    here = [one for one in history.references if near and one.step == step and one.token <= before]
    last = next((one for one in reversed(said) if one.token < tokens.start and block - one.block <= _NEAR), None)
    after = next((one for one in said if one.token >= tokens.stop and one.block - block <= _NEAR), None)
    return _Around(
        frozenset(one.entity for one in here if one.subject),
        frozenset(
            one.entity for one in history.references if last and after and last.token <= one.token <= after.token
        ),
        _name(discourse, last),
        _name(discourse, after),
        near and narration.blocks[before] == block,
    )


def _name(discourse: Discourse, reference: Reference | None) -> str | None:
    return reference.entity if reference and reference.entity in discourse.entities else None


def _answer(discourse: Discourse, around: _Around) -> Answer | None:
    subjects = around.subjects & discourse.people.keys()
    if len(subjects) == 1 and around.subjects == subjects:
        (subject,) = subjects
        if around.same_block or subject in (around.last, around.next):
            return Answer(subject, f"The sentence before the quote is about {discourse.entities[subject].name}.")
        return None
    flanked = around.last is not None and around.last == around.next
    if flanked and around.last and around.between & discourse.people.keys() <= {around.last}:
        name = discourse.entities[around.last].name
        return Answer(around.last, f"{name} speaks before and after the quote, and nobody else is named between.")
    return None
