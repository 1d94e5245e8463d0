"""Who answers a question that has been told: "Reid was asked why. '...'"; "Asked why, Reid laughed. '...'"."""

from pipeline.lexicon.roles import role_nouns
from pipeline.quotes.cues import Source
from pipeline.quotes.quote_table import Quoted, QuoteTable, phrase

_QUESTION_WORDS = frozenset(("how", "whether", "if", "why", "what", "who", "where", "when", "which"))
Known = list[tuple[int, Source]]  # (last token, source) of the quotes that have one, in order


def answer(view: QuoteTable, source: Source) -> Source | None:
    """ "She was asked why", "Asked why, she laughed": a quotation behind it is her answer."""
    verb = _verb_of(view, source, "ask")
    asked = verb is not None and view.dep[verb] == "advcl" and view.tag[verb] == "VBN"
    if verb is None or (source.speaker is not None and not asked):  # "asked by a reporter why, she laughed"
        return None
    main = view.head[verb] if asked else verb
    kid = view.subject(main) if main > verb else view.child(verb, "nsubjpass")
    return Source(phrase(view, kid, main), source.cue, "answer") if kid is not None else None


def asked_aside(view: QuoteTable, known: Known) -> Source | None:
    """ "Lopes said after a show during which callers asked how much she got": she answers, whose sentence it is."""
    verb = _verb_of(view, known[-1][1], "ask")
    if verb is None or view.dep[verb] not in ("relcl", "advcl") or len(known) == 1:
        return None
    before = known[-2][1]
    same = before.cue is not None and view.sentence_start[before.cue[0]] == view.sentence_start[verb]
    return before if same and before.speaker is not None else None


def heard(view: QuoteTable, source: Source, quoted: Quoted) -> Source | None:
    """The one person who was asked: 'The judge asked Reid how he pleaded. "Guilty."' What asks again is no answer.

    Several who are asked do not answer as one, and "asked him to leave" wants no words.
    """
    verb = _verb_of(view, source, "ask")
    if verb is None or source.speaker is None or view.lower[quoted.last] == "?":
        return None
    hearer = view.child(verb, "dobj", "dative")
    question = any(view.dep[kid] == "ccomp" and _is_question(view, kid) for kid in view.children[verb])
    aloud = source.rule.startswith(("tag", "lead"))  # the question itself stands in marks
    if hearer is None or hearer < verb or not (question or aloud):
        return None
    noun = view.tag[hearer] == "NN" and view.lower[hearer] in role_nouns()
    one = noun or view.tag[hearer] == "NNP" or view.lower[hearer] in ("him", "her", "me")
    return Source(phrase(view, hearer, verb), source.cue, "answer") if one else None


def _is_question(view: QuoteTable, clause: int) -> bool:
    opening = view.lower[view.left_edge(clause) : clause]
    return any(word in _QUESTION_WORDS for word in opening)


def _verb_of(view: QuoteTable, source: Source, lemma: str) -> int | None:
    """The token of the source's cue that is this verb."""
    cue = source.cue or (0, -1)
    return next((j for j in range(cue[0], cue[1] + 1) if view.lemma[j] == lemma), None)
