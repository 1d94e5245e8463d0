"""Leads each speaker mention back to an entity of the article.

Interviews with "Q:" and "A:": who answers is the one person named before the first question.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.model import Attribution, Entity, Mention, Quote
from pipeline.speakers.answer import Answer
from pipeline.speakers.discourse import Discourse, read_discourse
from pipeline.speakers.late_answers import answer_named_later, answer_untagged
from pipeline.speakers.walk import answer_all
from pipeline.text.line_breaks import one_line
from pipeline.text.tokens import TokenTable

Chars = tuple[int, int]  # start and end of a speaker's words
Answers = dict[Chars, Answer]
_ASKS = frozenset(("q", "question"))
_ANSWERS = frozenset(("a", "answer"))
_TURN = "turn"  # the rule that finds labelled paragraphs


def answer_labels(discourse: Discourse, attributions: Sequence[Attribution], answers: Answers) -> Answers:
    """Each speaker span that is a bare label → its answer; answers: those of the walk through the article."""
    labels = {found.speaker: _word(discourse, found) for found in attributions if found.speaker and found.rule == _TURN}
    asks = {span: word for span, word in labels.items() if word in _ASKS | _ANSWERS}
    if not asks:
        return _short_labels(labels, answers)
    first = min(start for start, _ in asks)
    spots = [spot for spot in discourse.spots if spot.mention.label == "PERSON" and spot.mention.end <= first]
    guests = dict.fromkeys(spot.entity for spot in spots)
    return {span: _answer(discourse, word, list(guests)) for span, word in asks.items()}


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


def _word(discourse: Discourse, found: Attribution) -> str:
    start, end = found.speaker or (0, 0)
    return discourse.narration.text[start:end].strip(". ").lower()


def _answer(discourse: Discourse, word: str, guests: Sequence[str]) -> Answer:
    if word in _ASKS:
        return Answer(None, f"“{word[0].upper()}” puts the questions; the text does not say who that is.")
    if len(guests) != 1:
        return Answer(None, f"“{word[0].upper()}” answers the questions; the text does not say for sure who that is.")
    name = discourse.people[guests[0]].name if guests[0] in discourse.people else "the one"
    return Answer(guests[0], f"“{word[0].upper()}” answers the questions: {name}, the only person named before them.")


_HEARD = frozenset(("hear", "hears", "heard"))
NO_CUE = Answer(None, "No words near the quote tell who said it.")


def resolve_speakers(
    tokens: TokenTable,
    attributions: Sequence[Attribution],
    *,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
) -> tuple[Quote, ...]:
    """One Quote for each Attribution, in the same order."""
    if not attributions:
        return ()
    discourse = read_discourse(tokens, attributions, mentions=mentions, entities=entities)
    answers, history = answer_all(discourse, attributions)
    answers |= answer_labels(discourse, attributions, answers)
    answers |= answer_named_later(discourse, attributions, answers)
    untagged = answer_untagged(discourse, history, attributions)
    names = {entity.id: entity.name for entity in entities}
    return tuple(
        _quote(
            n,
            tokens.text,
            found,
            _listener(tokens.text, found)
            or (answers[found.speaker] if found.speaker else untagged.get((found.start, found.end), NO_CUE)),
            names,
        )
        for n, found in enumerate(attributions, 1)
    )


def _listener(text: str, found: Attribution) -> Answer | None:
    """'The court heard that he left': it was said there, and not by the court."""
    if found.speaker is None or found.cue is None or text[slice(*found.cue)].lower() not in _HEARD:
        return None
    return Answer(None, f"“{one_line(text[slice(*found.speaker)])}” heard it; the text does not say from whom.")


def _quote(number: int, text: str, found: Attribution, answer: Answer, names: dict[str, str]) -> Quote:
    speaker, cue = found.speaker, found.cue
    speaker_words = one_line(text[slice(*speaker)]) if speaker else None
    return Quote(
        f"q{number}",
        found.start,
        found.end,
        text[found.start : found.end],
        found.kind,
        speaker[0] if speaker else None,
        speaker[1] if speaker else None,
        speaker_words,
        answer.entity,
        names[answer.entity] if answer.entity else None,
        cue[0] if cue else None,
        cue[1] if cue else None,
        text[slice(*cue)] if cue else None,
        speaker_reason=answer.reason,
    )
