"""Where the saying is done: verbs of the lexicon as they stand in the text; and what a quote has as its source."""

from dataclasses import dataclass

from pipeline.lexicon.reporting import Verb, phrasal, verbs, words
from pipeline.quotes.quote_table import FINITE, QuoteTable, Span

BELIEF = Verb(frozenset("cb"), frozenset())
UNLISTED = Verb(frozenset(), frozenset())  # a verb that only word order shows to be one of saying
_SUGGESTING = frozenset(("imply", "suggest", "indicate"))
_OWN_NAMES = frozenset(("name", "title", "label", "nickname"))
_SCORING = frozenset(("declare", "reply", "respond", "answer", "counter"))
_COUNTED = frozenset(
    ("run", "goal", "point", "try", "wicket", "six", "four", "birdie", "shot", "straight", "unanswered")
)
_DENIED = frozenset(("deny", "reject", "dispute", "dismiss", "contest", "refute"))
_AHEAD = 25  # words within which the verb of saying follows "asked about it,"
_CHAIN = 6  # words from a finite verb to the verb of saying that it leads to
_CHAIN_PARTS = frozenset(("AUX", "PART", "ADV", "VERB", "ADJ", "ADP", "SCONJ"))
_BEFORE_VERB = frozenset(("aux", "auxpass", "neg", "advmod"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: its token, the tokens first..last that make up the cue, and what may follow it."""

    verb: int
    first: int
    last: int
    entry: Verb
    passive: bool


@dataclass(frozen=True, slots=True)
class Source:
    """What attributes a quote: the speaker's words, the cue's words, and the rule that says so."""

    speaker: Span | None
    cue: Span | None
    rule: str

    def by(self, rule: str) -> "Source":
        """The same source, found by another rule."""
        return Source(self.speaker, self.cue, rule)


Found = tuple[Span, Source]  # one quote
Report = tuple[list[Span], Source]  # the pieces of one attribution


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens begin..stop of the table, the numbers of the pairs of marks in it, and the cues by token.

    tellers: tokens of the whole article at which something may be reported; titled: begins with another's title.
    """

    view: QuoteTable
    begin: int
    stop: int
    pairs: list[int]
    cues: dict[int, Cue]
    beliefs: dict[int, Cue]
    tellers: list[int]
    titled: bool = False


def verb_at(view: QuoteTable, i: int) -> Verb | None:
    """The lexicon's entry for token i used as a verb, with its particle if it has one."""
    if view.tag[i][0] != "V":
        return None
    lemma = view.lemma[i]
    table = verbs()
    for j in range(i + 1, min(i + 3, len(view.lower))) if lemma in phrasal() else ():
        entry = table.get(f"{lemma} {view.lower[j]}")
        if entry is not None:
            return entry
    return table.get(lemma)


def find_cues(view: QuoteTable) -> list[Cue]:
    """Every reporting verb outside marks, in order."""
    return [
        _cue(view, i, entry)
        for i, tag in enumerate(view.tag)
        if tag[0:1] == "V"
        and view.pair_number[i] < 0
        and (view.dep[i] not in ("amod", "compound") or _is_told(view, i))
        and (entry := verb_at(view, i))
        and not _says_nothing(view, i)
    ]


def _is_told(view: QuoteTable, i: int) -> bool:
    """ "the 34-year-old told reporters", to the parse a kind of reporters."""
    return view.tag[i] == "VBD" and view.lower[max(i - 4, 0) : i] == ["-", "year", "-", "old"]


def _says_nothing(view: QuoteTable, i: int) -> bool:
    """Set phrases and scores: "there is no denying that", "the self-styled mayor", "the defending champions"."""
    if view.tag[i] == "VBG" and view.lower[i - 1] == "no":
        return True
    if view.tag[i] == "VBN" and view.lower[i - 1] == "-" and view.end[i - 1] == view.start[i]:
        return True
    if view.lower[i] == "defending" and view.lemma[i + 1 : i + 2] == ["champion"]:
        return True
    return _scores(view, i) or _by_its_name(view, i) or _concedes(view, i) or _is_charge(view, i)


def _scores(view: QuoteTable, i: int) -> bool:
    """ "Kent declared at 412 for six, Essex replied with 90": what stands behind the verb is a score, and no words.

    "declared at nine o'clock that" and "replied with two words" are speech: the number counts hours, days or words.
    """
    if view.lemma[i] not in _SCORING or i + 3 >= len(view.lower) or view.lower[i + 1] not in ("at", "on", "with"):
        return False
    counted = i + 3 if view.tag[i + 2] == "CD" else i + 2
    if counted == i + 2 or view.ent[i + 2] in ("DATE", "TIME"):
        return False
    return view.pos[counted] not in ("NOUN", "ADJ") or view.lemma[counted] in _COUNTED


def _concedes(view: QuoteTable, i: int) -> bool:
    """ "That said, the road is open": the narrator's own turn, and nobody has said it."""
    opens = view.lower[i - 1] == "that" and (i == 1 or not view.text[view.start[i - 2]].isalnum())
    return view.lower[i] == "said" and opens and view.comma(i + 1)


def _is_charge(view: QuoteTable, i: int) -> bool:
    """ "The report found that Reid had lied, claims he denies": to the tagger a verb, but they are what is denied."""
    if view.lower[i] not in ("claims", "charges") or not view.comma(i - 1):
        return False
    verb = next((j for j in range(i + 1, min(i + 6, len(view.lower))) if view.tag[j] in FINITE), i)
    denied = verb + (view.pos[verb] == "AUX")
    return verb > i + 1 and view.lemma[min(denied, len(view.lower) - 1)] in _DENIED


def _by_its_name(view: QuoteTable, i: int) -> bool:
    """ "As the name suggests, the Old Bridge is old": a name says nothing, and "the name" is no speaker."""
    return (
        view.lemma[i] in _SUGGESTING and view.lower[i - 1] in _OWN_NAMES and "as" in view.lower[max(0, i - 5) : i - 1]
    )


def find_beliefs(view: QuoteTable) -> list[Cue]:
    """Verbs of thinking and wishing outside marks."""
    table = words("beliefs")
    return [
        _cue(view, i, BELIEF)
        for i, lemma in enumerate(view.lemma)
        if lemma in table and view.pair_number[i] < 0 and view.tag[i][0:1] == "V"
    ]


def _cue(view: QuoteTable, i: int, entry: Verb) -> Cue:
    before = [kid for kid in view.children[i] if view.dep[kid] in _BEFORE_VERB and i - 4 <= kid < i]
    before = [kid for kid in before if max(view.pair_number[kid:i]) < 0 and not is_name(view, kid, i)]
    before = [kid for kid in before if not (view.dep[kid] == "advmod" and _parted(view, kid, i))]
    before = [kid for kid in before if view.lower[kid] != "forward"]  # "the Danish forward said": a player
    after = [j for j in range(i + 1, min(i + 3, len(view.lower))) if f"{view.lemma[i]} {view.lower[j]}" in verbs()]
    passive = is_passive(view, i)
    return Cue(i, min([*before, i]), max([*after, i]), entry, passive)


def _parted(view: QuoteTable, adverb: int, verb: int) -> bool:
    """ "A week earlier, Lopes said", "Not so, said Lopes": the adverb is no part of the cue."""
    return any(view.comma(j) or view.pos[j] in ("NOUN", "PROPN", "PRON", "DET") for j in range(adverb + 1, verb))


def is_name(view: QuoteTable, i: int, verb: int) -> bool:
    """ "Will said": no modal stands before a past tense, so that a capital makes it a name."""
    return view.tag[i] == "MD" and view.tag[verb] in ("VBD", "VBZ") and view.text[view.start[i]].isupper()


def chained(view: QuoteTable, v: int, stop: int) -> int | None:
    """The verb that a finite one leads to: "would mutter", "likes to boast", "can be heard shouting"."""
    for j in range(v + 1, min(v + _CHAIN, stop)):
        if view.pair_number[j] >= 0 or view.pos[j] not in _CHAIN_PARTS:
            return None
        if view.tag[j] in ("VBD", "VBN") and view.lower[j - 1] not in ("be", "been"):
            return None
        if view.tag[j] == "VBG" or (view.tag[j] == "VB" and view.lemma[j] not in ("be", "have")):
            return j
    return None


def is_passive(view: QuoteTable, i: int) -> bool:
    """Passive by its auxiliary ("'s said" is "has said"), or a bare participle ("a device called", "when asked by")."""
    if any(view.dep[kid] == "auxpass" and view.lower[kid] not in ("'s", "’s") for kid in view.children[i]):
        return True
    if view.tag[i] == "VBN" and view.child(i, "agent") is not None and view.child(i, "nsubj", "dobj", "aux") is None:
        return True  # "The plan was late and blamed by many for the loss"
    head = view.head[i]
    if view.lemma[i] == "ask" and view.tag[i] in ("VBN", "VBD") and _was_asked(view, i):
        return True
    if view.dep[i] == "conj" and view.tag[i] == "VBN" and view.tag[head] == "VBN" and not _own(view, i):
        return any(view.dep[kid] == "auxpass" for kid in view.children[head])
    has_aux = any(view.dep[kid] in ("aux", "auxpass", "nsubj") for kid in view.children[i])
    if view.lower[i] == "said" and any(view.dep[kid] == "ccomp" and kid > i for kid in view.children[i]):
        return False  # "a man said to be ill" has no clause behind it
    return view.tag[i] in ("VBN", "VBD") and view.dep[i] in ("acl", "advcl") and not has_aux and not _is_main(view, i)


def _is_main(view: QuoteTable, i: int) -> bool:
    """ "A sailor admitted in court that": the parse sees a participle, but no other verb, and a clause as its object.

    "Residents told that the dam held" stay: a verb of telling has a clause in the passive too.
    """
    noun = view.head[i]
    entry = verb_at(view, i)
    if view.dep[i] != "acl" or noun > i or entry is None or "o" in entry.flags:
        return False
    top = view.head[noun] if view.dep[noun] == "appos" else noun
    clause = any(view.dep[kid] == "ccomp" and kid > i for kid in view.children[i])
    return view.head[top] == top and view.tag[top][0:1] == "N" and clause


def _own(view: QuoteTable, i: int) -> bool:
    return any(view.dep[kid] in ("aux", "nsubj") for kid in view.children[i])


def _was_asked(view: QuoteTable, i: int) -> bool:
    """ "Asked about the offer, he said"; "Mr Orlov, asked about the offer, said"."""
    if not (view.sentence_start[i] == i or view.comma(i - 1)):
        return False
    if view.subject(i) is None:
        return True
    ahead = range(i + 1, min(i + _AHEAD, len(view.lower) - 1))
    return any(view.comma(j) and view.tag[j + 1] in ("VBD", "VBZ") and verb_at(view, j + 1) is not None for j in ahead)
