"""Leads each speaker phrase back to an entity of the article: one walk, from the first word to the last."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import itemgetter

from pipeline.lexicon.countries import country_of_people
from pipeline.lexicon.names import sex_of_title
from pipeline.lexicon.roles import SEX_OF_PRONOUN, organisation_nouns, role_nouns
from pipeline.model import Attribution, Entity, Mention, Quote
from pipeline.speakers.answer import STRANGER, Answer, answer_phrase, in_marks, place, rank_at
from pipeline.speakers.discourse import Discourse, Person, read_discourse
from pipeline.speakers.late_answers import TURN, answer_labels, answer_named_later, answer_untagged
from pipeline.speakers.narration import SUBJECTS, SUBORDINATE, WITNESSED_SUBJECT, MentionTokens, Narration
from pipeline.speakers.noun_phrases import Match, is_definite, match_noun
from pipeline.speakers.organisations import UNNAMED_BODY, UNNAMED_THING
from pipeline.speakers.phrase import Phrase, is_plural, read_phrase
from pipeline.speakers.roles import INTRODUCING, role_noun
from pipeline.speakers.salience import DiscourseHistory, Reference
from pipeline.text.line_breaks import one_line
from pipeline.text.tokens import TokenTable

SPEAKER_WEIGHT = 1.1  # a speaker draws like a subject, and a little more
AGENT_WEIGHT = 0.4
PRONOUN_WEIGHT = {"he": 0.9, "she": 0.9}
OTHER_PRONOUN_WEIGHT = 0.4
NOUN_WEIGHT, ASIDE_WEIGHT = 0.9, 0.4
_HEARD = frozenset(("hear", "hears", "heard"))
NO_CUE = Answer(None, "No words near the quote tell who said it.")
Span = tuple[int, int]  # start and end of a speaker's words


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
    if any(found.rule == TURN for found in attributions):
        answers |= answer_labels(discourse, attributions, answers)
    if any(answer.entity is None for answer in answers.values()):
        answers |= answer_named_later(discourse, attributions, answers)
    untagged = {} if all(found.speaker for found in attributions) else answer_untagged(discourse, history, attributions)
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
    return Quote(
        id=f"q{number}",
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        kind=found.kind,
        speaker_start=speaker[0] if speaker else None,
        speaker_end=speaker[1] if speaker else None,
        speaker_text=one_line(text[slice(*speaker)]) if speaker else None,
        speaker_id=answer.entity,
        speaker_name=names[answer.entity] if answer.entity else None,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        cue=text[slice(*cue)] if cue else None,
        speaker_reason=answer.reason,
    )


def answer_all(
    discourse: Discourse, attributions: Sequence[Attribution]
) -> tuple[dict[Span, Answer], DiscourseHistory]:
    """Each distinct speaker span → its answer, and who was spoken of where."""
    history, answers = DiscourseHistory(cast=dict(discourse.people)), {}
    said: dict[Span, list[Attribution]] = defaultdict(list)
    for found in attributions:
        if found.speaker:
            said[found.speaker].append(found)
    for token, what in _events(discourse, said):
        if isinstance(what, MentionTokens):
            history.add(_named(discourse, what))
        elif what:
            answers[what] = _speaker(discourse, history, what, said[what])
        elif discourse.narration.lower[token] in SEX_OF_PRONOUN:
            _pronoun(discourse, history, token)
        else:
            _subject_noun(discourse, history, token)
    return answers, history


def _events(discourse: Discourse, said: Collection[Span]) -> list[tuple[int, MentionTokens | Span | None]]:
    """Names, speaker phrases, pronouns and subject nouns of the narration, in order; a phrase after the names in it."""
    narration = discourse.narration
    spans = {span: narration.tokens(*span) for span in said}
    taken = {n for tokens in spans.values() for n in tokens} | {
        n for s in discourse.spots for n in range(s.first, s.last)
    }
    nouns = role_nouns()
    events: list[tuple[int, int, MentionTokens | Span | None]] = [(spot.first, 0, spot) for spot in discourse.spots]
    events += [(tokens.stop - 1 if tokens else 0, 1, span) for span, tokens in spans.items()]
    events += [
        (n, 2, None)
        for n, word in enumerate(narration.lower)
        if (word in SEX_OF_PRONOUN or (word in nouns and narration.deps[n] in SUBJECTS))
        and not narration.quoted[n]
        and n not in taken
    ]
    events.sort(key=itemgetter(0, 1))
    return [(token, what) for token, _, what in events]


def _speaker(discourse: Discourse, history: DiscourseHistory, span: Span, said: Sequence[Attribution]) -> Answer:
    whole = discourse.narration.tokens(*span)
    phrase = read_phrase(discourse.narration, whole, discourse.inside(whole))
    if phrase.form == "noun" and (beside := _beside(discourse, whole, said)):
        phrase = replace(phrase, form="name", spot=beside)
    answer = answer_phrase(discourse, history, phrase, said)
    if answer.entity and phrase.form == "pronoun":
        _learn_sex(history, answer.entity, discourse.narration.lower[phrase.head])
    if answer.entity:
        at = replace(place(discourse, phrase.head), entity=answer.entity)
        if discourse.narration.lower[max(whole.start - 1, 0)] == "by":  # 'asked by Hall why, she said'
            history.add(replace(at, weight=AGENT_WEIGHT))
        else:
            history.add(replace(at, weight=SPEAKER_WEIGHT, subject=True, spoke=True))
    elif phrase.form == "pronoun" and discourse.narration.lower[phrase.head] in ("he", "she"):
        _pronoun(discourse, history, phrase.head)  # who has no name, yet is spoken of
    elif phrase.form == "noun" and discourse.narration.lower[phrase.head] in organisation_nouns():
        history.add(replace(place(discourse, phrase.head), entity=UNNAMED_BODY, weight=0.0, spoke=True))
    elif phrase.form == "noun":
        if _is_thing(discourse, phrase):
            history.add(replace(place(discourse, phrase.head), entity=UNNAMED_THING, weight=0.0))
        asked = discourse.narration.lower[max(whole.start - 1, 0)] == "by"
        _stranger(discourse, history, phrase, AGENT_WEIGHT if asked else SPEAKER_WEIGHT, spoke=not asked)
    return answer


def _is_thing(discourse: Discourse, phrase: Phrase) -> bool:
    """ "The Baghdad communique", "Oman's navy": "it" is this; a bare "the report" leaves who made it in mind."""
    common = discourse.narration.tags[phrase.head] == "NN" and role_noun(discourse.narration, phrase.head) is None
    return common and phrase.last - phrase.first > len(("the", "report"))


def _learn_sex(history: DiscourseHistory, entity: str, word: str) -> None:
    """Whoever has been called "she" once, of whom no name or title told it, is a woman to the rest of the text."""
    person = history.cast.get(entity)
    if person is not None and person.sex is None and word in SEX_OF_PRONOUN:
        history.cast[entity] = replace(person, sex=SEX_OF_PRONOUN[word])


def _beside(discourse: Discourse, whole: range, said: Sequence[Attribution]) -> MentionTokens | None:
    """'[the mayor], Ana Lopes, said': a name set off right behind the phrase, and then the cue or another comma."""
    narration, at = discourse.narration, whole.stop
    if at + 1 >= len(narration.words) or narration.words[at] != "," or narration.lower[max(whole.start - 1, 0)] == "to":
        return None
    spot = next((s for s in discourse.inside(range(at + 1, at + 2)) if s.mention.label == "PERSON"), None)
    if spot is None or spot.first != at + 1 or spot.last >= len(narration.words):
        return None
    cues = {found.cue[0] for found in said if found.cue}
    return spot if narration.words[spot.last] == "," or narration.starts[spot.last] in cues else None


def _subject_noun(discourse: Discourse, history: DiscourseHistory, token: int) -> None:
    """'The mayor smiled' keeps Lopes in mind, 'a woman came in' somebody without a name: for the history only."""
    narration = discourse.narration
    first = token
    while first and narration.heads[first - 1] == token and narration.sents[first - 1] == narration.sents[token]:
        first -= 1
    phrase = Phrase("noun", range(first, token + 1), first, token + 1, token)
    if is_plural(narration, phrase):
        return
    match = _match_subject(discourse, history, phrase)
    if match.entity:
        history.add(replace(place(discourse, token), entity=match.entity, weight=NOUN_WEIGHT, subject=True))
    elif not match.tied and (
        INTRODUCING & set(narration.lower[_leftmost(narration, token) : token])
        or _of_a_nation(discourse, phrase)
        or _is_kin(narration, token)
    ):
        subordinate = narration.deps[narration.heads[token]] in SUBORDINATE
        _stranger(discourse, history, phrase, ASIDE_WEIGHT if subordinate else NOUN_WEIGHT, spoke=False)


def _leftmost(narration: Narration, token: int) -> int:
    """The first of the words before a noun that belong to it by their order ("My great-grandfather")."""
    first = token
    while first and narration.tags[first - 1].startswith(("JJ", "NN", "HY", "PRP$", "DT", "CD")):
        first -= 1
    return first


def _is_kin(narration: Narration, token: int) -> bool:
    """'Reid's wife wept', "the farmer's mother came": somebody new, if no name says who."""
    noun = role_noun(narration, token)
    return noun is not None and "relative" in noun.kinds and token > 0 and narration.tags[token - 1] == "POS"


def _of_a_nation(discourse: Discourse, phrase: Phrase) -> bool:
    """'The Jordanian king' is somebody, though nobody named: a nation has one at a time."""
    before = discourse.narration.words[phrase.first : phrase.head]
    return is_definite(discourse, phrase) and any(country_of_people(word) for word in before)


def _match_subject(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """By the name set off behind it ('their father, Rui Lopes, came'), else by what it says."""
    after = phrase.last
    if after + 1 < len(discourse.narration.words) and discourse.narration.words[after] == ",":
        for spot in discourse.inside(range(after + 1, after + 2)):
            if spot.mention.label == "PERSON":
                return Match(spot.entity)
    return match_noun(discourse, history, phrase, guess=True) if is_definite(discourse, phrase) else Match(None)


def _stranger(discourse: Discourse, history: DiscourseHistory, phrase: Phrase, weight: float, *, spoke: bool) -> None:
    """Bring in a person without a name, so that the next 'she' is not taken for somebody else."""
    noun, title = role_noun(discourse.narration, phrase.head), discourse.narration.lower[phrase.head - 1]
    if is_plural(discourse.narration, phrase) or (noun is None and not sex_of_title(title)):
        return
    sex = noun.sex if noun is not None else sex_of_title(title)
    key = STRANGER + (noun.key if noun is not None else discourse.narration.lower[phrase.head])
    history.cast[key] = Person(key, in_marks(discourse, phrase), sex, sex is not None, 0.0)
    history.add(replace(place(discourse, phrase.head), entity=key, weight=weight, subject=True, spoke=spoke))


def _pronoun(discourse: Discourse, history: DiscourseHistory, token: int) -> None:
    """Resolve a pronoun of the narration, for the history of the discourse only: it is shown to nobody."""
    word = discourse.narration.lower[token]
    ranked = rank_at(discourse, history, token, SEX_OF_PRONOUN[word], ())
    if ranked.scores:
        weight = PRONOUN_WEIGHT.get(word, OTHER_PRONOUN_WEIGHT)
        at = place(discourse, token)
        history.add(replace(at, entity=ranked.scores[0][0], weight=weight, subject=_is_subject(discourse, token)))


def _named(discourse: Discourse, spot: MentionTokens) -> Reference:
    subject, step, block = (
        spot.weight >= WITNESSED_SUBJECT,
        discourse.narration.narrative_sentences[spot.root],
        discourse.narration.blocks[spot.root],
    )
    introduced = spot.fresh and _is_introduced_last(discourse, spot)
    return Reference(
        spot.root, step, spot.entity, spot.weight, block, subject=subject, fresh=spot.fresh, introduced=introduced
    )


def _is_introduced_last(discourse: Discourse, spot: MentionTokens) -> bool:
    """'... worries Henry Crespo, president of the caucus.': the sentence ends with who that is."""
    narration, n = discourse.narration, spot.last + 1
    if n >= len(narration.words) or narration.words[n - 1] != ",":
        return False
    if narration.lower[n] not in ("a", "an", "the") and role_noun(narration, n) is None:
        return False
    while n < len(narration.words) and narration.sents[n] == narration.sents[spot.root]:
        if narration.tags[n] in ("VBD", "VBZ", "VBP", "MD"):
            return False
        n += 1
    return True


def _is_subject(discourse: Discourse, token: int) -> bool:
    return discourse.narration.deps[token] in SUBJECTS
