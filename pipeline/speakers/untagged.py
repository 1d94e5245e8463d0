"""Who speaks a quotation that no words attribute: the one of whom the narrator speaks right before and right after.

'Ana Lopes held up a map. "Here is the well."' Two witnesses are asked for: the subject of the sentence before, who
spoke last, who speaks next; or that subject alone, where the quotation follows in the same paragraph.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Attribution
from pipeline.speakers.answer import Answer
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.salience import DiscourseHistory, Reference

RULE = "unattributed"  # of the quotations that stand alone
_NEAR = 4  # paragraphs from the last speaker, or to the next
_WORDS = 6  # a shorter one may be a slogan or a headline
_RUN = 3  # so many of them one after the other are a list of voices


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
) -> Mapping[tuple[int, int], Answer]:
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
