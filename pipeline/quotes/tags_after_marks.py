"""Quotations in marks: the tag that follows them ("..." she said), and the signature."""

from pipeline.lexicon.reporting import verbs
from pipeline.quotes.cues import UNLISTED, Cue, Source, chained, verb_at
from pipeline.quotes.noun_tags import (
    is_lone_verb,
    misread,
    misread_behind_name,
    opens_sentence,
    promised,
    quotation_before,
    quoted_as,
    read_out,
    used_to,
    was_reply,
)
from pipeline.quotes.quote_table import FINITE, Quoted, QuoteTable, Span, phrase
from pipeline.quotes.speaker_phrase import subject
from pipeline.quotes.word_order import after_verb, before_verb

_COMMAS = frozenset((",", "–", "—", "--", "-", ";", "…", "..."))
_DASHES = frozenset(("–", "—", "--", "-"))
_JOINERS = frozenset(("and", "but", "or", "that", "which", "who", "because", "while", "as", "when", "if"))
_OPINIONS = frozenset(("words", "view", "opinion", "eyes", "phrase", "judgment", "judgement"))
_SIGNATURE = 15  # words a signature takes at most
_SUBJECT = 12  # words of the subject of a tag that is told by its verb alone
_VERBS = [[tag] for tag in FINITE]
_CONTENT = frozenset(("dobj", "ccomp", "xcomp", "acomp", "attr"))


def tag_after(view: QuoteTable, quoted: Quoted, stop: int, cues: dict[int, Cue]) -> Source | None:
    """A tag behind the closing mark: she said; said the mayor; the mayor told reporters."""
    a = quoted.close + 1
    while a < stop and (view.lower[a] in _COMMAS or view.pos[a] == "SPACE"):
        a += 1
    if (source := _signed(view, quoted, a, stop) or _headline_speaker(view, quoted, a, stop)) is not None:
        return source
    if (source := _with_these_words(view, a, stop) or _in_the_words(view, a, stop)) is not None:
        return source
    if a + 1 < stop and view.lower[a] in ("that", "this"):  # "- that was the message from the palace"
        return was_reply(view, a + 1, stop)
    if a < stop and view.lemma[a] == "be" and (source := was_reply(view, a, stop)) is not None and source.speaker:
        return source  # '"No" is the answer that Lopes gave'
    if a >= stop or view.lower[a] in _JOINERS or not (a > quoted.close + 1 or _finished(view, quoted, a, cues)):
        return None
    if view.lemma[a] == "read" and (source := was_reply(view, a, stop)) is not None and source.speaker is not None:
        return source
    if ";" in view.lower[quoted.close + 1 : a]:  # '"nonsense"; Kyiv said it had proof' is another statement
        return _inverted(view, a, stop, cues)
    if (source := quoted_as(view, a, stop)) is not None:
        return source
    told = (
        _inverted(view, a, stop, cues)
        or misread(view, a, stop)
        or misread_behind_name(view, a, stop)
        or _never(view, a, stop, cues)
        or _straight(view, a, stop, cues)
    )
    return (
        told
        or (read_out(view, a, stop) if view.lower[a] == "read" else None)
        or was_reply(view, a, stop)
        or read_out(view, a, stop)
    )


def _signed(view: QuoteTable, quoted: Quoted, a: int, stop: int) -> Source | None:
    """A quotation signed with a dash and a name, which end the paragraph: '"Never again." — Ana Lopes, Oslo'."""
    dash = quoted.close + 1
    if not (
        a < stop
        and view.lower[dash] in _DASHES
        and (view.pos[a] in ("PROPN", "NOUN") or view.ent[a] == "PERSON")
        and view.ends_block(stop - 1)
    ):
        return None
    if stop - a > _SIGNATURE or not view.text[view.start[a]].isupper() or not view.starts_block(quoted.open):
        return None
    comma = next((j for j in range(a + 1, stop) if view.comma(j) or view.lower[j] in (".", "(")), stop)
    if any(view.tag[j][0:1] in "VM" and view.ent[j] != "PERSON" for j in range(a, comma)):
        return None
    last = comma - 1
    while last > a and view.pos[last] == "SPACE":
        last -= 1
    return Source((a, last), (dash, dash), "signed")


def _in_the_words(view: QuoteTable, a: int, stop: int) -> Source | None:
    """'The mill is "done", in the words of its owner, Ana Lopes': the end of the sentence says whose words they are."""
    opinion = view.lower[a : a + 2] == ["in", "the"] and view.lower[a + 3 : a + 4] == ["of"]
    if not opinion or view.lower[a + 2] not in _OPINIONS or view.lower[stop - 1] != ".":
        return None
    plain = a + 4 < stop - 1 and not any(view.tag[j] in FINITE for j in range(a, stop))
    return Source((a + 4, stop - 2), (a, a + 3), "tag-words") if plain else None


def _with_these_words(view: QuoteTable, a: int, stop: int) -> Source | None:
    """'"This hearing is over" - with those words the judge shut the file': who acts has said them."""
    a += a < stop and view.lower[a] == "and"
    last = with_words(view, a)
    verb = next((j for j in range(last + 1, stop) if view.tag[j] in FINITE), None) if last is not None else None
    who = subject(view, verb) if verb is not None else None
    return Source(who, (a, last), "tag-words") if who is not None and last is not None and who[0] > last else None


def with_words(view: QuoteTable, a: int) -> int | None:
    """The last token of "with these words", or of "with that" before a subject or comma, at a."""
    if view.lower[a : a + 3] in (["with", "these", "words"], ["with", "those", "words"]):
        return a + 2
    ahead = view.pos[a + 2 : a + 3]
    alone = ahead and (ahead[0] in ("DET", "PROPN", "PRON") or view.lower[a + 2] == ",")
    return a + 1 if view.lower[a : a + 2] == ["with", "that"] and alone else None


def _headline_speaker(view: QuoteTable, quoted: Quoted, a: int, stop: int) -> Source | None:
    """A headline that begins with what somebody says: "'They locked the gate': mill workers tell of fire"."""
    if a + 1 >= stop or view.lower[a] != ":" or not view.starts_block(quoted.open) or view.lower[stop - 1] == ".":
        return None
    verb = next((j for j in range(a + 1, stop) if view.tag[j][0:1] == "V"), stop)
    nouns = [j for j in range(a + 1, verb) if view.pos[j] in ("NOUN", "PROPN", "PRON")]
    cue = (verb, verb) if verb < stop else (a, a)
    return Source((a + 1, nouns[-1]), cue, "headline") if nouns and view.ends_block(stop - 1) else None


def _finished(view: QuoteTable, quoted: Quoted, a: int, cues: dict[int, Cue]) -> bool:
    """Whether the quotation ends with a stop or comma of its own, or the tag follows at once."""
    if not view.text[view.end[quoted.last] - 1].isalnum() or a in cues:
        return True
    near = range(a + 1, min(a + 3, len(view.lower)))
    joined = any(view.tag[v] == "CC" for v in near)
    return view.pos[a] in ("PRON", "PROPN", "DET") and not joined and any(v in cues for v in near)


def _inverted(view: QuoteTable, a: int, stop: int, cues: dict[int, Cue]) -> Source | None:
    v = a
    while v < stop and view.pos[v] == "ADV":
        v += 1
    cue = cues.get(v)
    after = cue.last + 1 if cue is not None else v + 1
    if (
        cue is not None
        and view.lower[v] == "said"
        and quotation_before(view, a).pair.closed
        and (after == stop or view.lower[after] == ".")
    ):
        return Source(None, (cue.first, cue.last), "tag-bare")  # '"We wait," said.': the name has been lost
    if after < stop and view.pos[after] in ("ADP", "PUNCT"):
        return None
    if (
        cue is None
        or view.tag[v] not in ("VBD", "VBZ", "VBP", "VBN")
        or (view.lower[v] == "tells" and not promised(view, a))
    ):
        return None  # "'Attraction' tells the story of a boat"
    kid = view.child(v, "nsubj")
    joined = kid is not None and view.start[kid + 1 : kid + 2] == [view.end[kid]]  # "co-founder": the parse tears it
    who = subject(view, v) if kid is not None and v < kid < stop and not joined else after_verb(view, cue, stop)
    if who is None or who[0] <= v:
        return None
    if view.tag[who[1] + 1 : who[1] + 2] in _VERBS and not any(view.comma(j) for j in range(*who)):
        return None  # 'Lopes, whom they call "a bully", said she was firm'
    return Source(who, (cue.first, cue.last), "tag-inverted")


def _straight(view: QuoteTable, a: int, stop: int, cues: dict[int, Cue]) -> Source | None:
    modifier = view.tag[a] in ("VB", "VBP") and view.pos[a + 1 : a + 2] in (["NOUN"], ["PROPN"], ["ADJ"])
    first, a = a, a + modifier  # "lead author Ana Lopes said": no bare verb opens a tag
    if view.pos[a] in ("VERB", "ADP", "SCONJ", "PART", "PUNCT") or (
        view.pos[a] == "AUX" and view.lower[a - 1] in _DASHES
    ):
        return None
    aside = _aside(view, a, stop)
    for v in range(a, min(stop, a + 60)):
        noun = v > a and view.lower[v - 1] in ("the", "an", "a")  # "the accused said"
        if v in aside or noun or (view.tag[v] not in FINITE and view.tag[v] != "VBN"):
            continue
        if _in_relative(view, v, a) and not (used_to(view, v, a, cues) or is_lone_verb(view, v, a, cues)):
            continue
        cue = cues.get(v)
        if cue is not None and v > a:
            if _tags_nothing(view, v, a, stop) or _judges(view, cue, a):
                return None
            who = _left_subject(view, cue, first)
            if aside and aside.stop == v:  # "the owner – he gave no name – said"
                who = (a, aside.start - 1)
            return Source(who, (cue.first, cue.last), "tag")
        if v > a and (source := _led(view, v, a, stop, cues)) is not None:
            return source
        if view.pos[v] != "AUX" and view.tag[v] != "VBN":
            return _any_verb(view, v, a)
    return None


def _tags_nothing(view: QuoteTable, v: int, a: int, stop: int) -> bool:
    """A verb that leads to the next quotation, or whose subject stands before the marks.

    '"... closed." Lopes said: "..."' gives the first words to somebody else; 'Lopes, who saw "rust", had said that'.
    """
    if _leads_on(view, v, stop) and not (promised(view, a) and opens_sentence(view, a)):
        return True
    told = view.subject(v)
    return view.pos[a] == "AUX" and told is not None and told < a


def _judges(view: QuoteTable, cue: Cue, a: int) -> bool:
    """'He called her "a liar", she called him "a fool"': a verb that calls somebody something has words of its own."""
    names = "c" not in cue.entry.flags and "k" in cue.entry.flags and view.child(cue.verb, "dobj") is not None
    return names and not opens_sentence(view, a)


def _aside(view: QuoteTable, a: int, stop: int) -> range:
    """The tokens of a clause in dashes or brackets, marks included, that stands between a and stop."""
    opened = next((j for j in range(a + 1, stop) if view.lower[j] in _DASHES or view.lower[j] == "("), stop)
    closing = _DASHES if opened < stop and view.lower[opened] in _DASHES else (")",)
    closed = next((j for j in range(opened + 1, stop) if view.lower[j] in closing), opened - 1)
    clause = any(view.tag[j] in FINITE for j in range(opened, closed))
    return range(opened, closed + 1) if clause else range(a, a)


def _leads_on(view: QuoteTable, v: int, stop: int) -> bool:
    """Whether the verb introduces the next quotation: Trump said: "...".; in "said before adding:" another one does."""
    colon = next((j for j in range(v + 1, stop) if view.lower[j] == ":"), v)
    return colon > v and not any(verb_at(view, j) is not None for j in range(v + 1, colon))


def _led(view: QuoteTable, v: int, a: int, stop: int, cues: dict[int, Cue]) -> Source | None:
    """ "neighbours would mutter"; "Lopes can be heard shouting": the finite verb only leads to that of saying."""
    led = chained(view, v, stop)
    if led is None and view.tag[v] == "MD" and v + 1 < stop and view.lower[v + 1] in verbs():
        return Source(before_verb(view, a, _plain(v)), (v, v + 1), "tag")  # "would intone", to the tagger a number
    if any(view.pos[j] == "SCONJ" or view.comma(j) for j in range(a, v)):  # "repeatedly, before he stopped asking"
        return None
    unlisted = led is not None and view.tag[led] == "VB" and promised(view, a) and opens_sentence(view, a)
    if led is None or not (led in cues or unlisted):
        return None
    last = cues[led].last if led in cues else led
    who = before_verb(view, a, _plain(v))
    return Source(who, (v, last), "tag")


def _never(view: QuoteTable, a: int, stop: int, cues: dict[int, Cue]) -> Source | None:
    """'"Buy land," the old men never tired of saying', whatever the tagger makes of "tired"."""
    v = next((j for j in range(a + 1, min(a + _SUBJECT, stop)) if view.lower[j] == "never"), None)
    if v is None or not promised(view, a):
        return None
    saying = next((j for j in range(v + 2, min(v + 4, stop)) if j in cues and view.tag[j] == "VBG"), None)
    who = before_verb(view, a, _plain(v)) if saying else None
    return Source(who, (v, saying), "tag") if who is not None and saying is not None else None


def _plain(v: int) -> Cue:
    """A verb of no list as a cue."""
    return Cue(v, v, v, UNLISTED, passive=False)


def _any_verb(view: QuoteTable, v: int, a: int) -> Source | None:
    """An unlisted verb right behind its subject, where a comma inside the marks makes it plain ("she purred")."""
    objects = any(kid > v and view.dep[kid] in _CONTENT and view.pair_number[kid] < 0 for kid in view.children[v])
    kid = view.subject(v)
    if not promised(view, a) or objects or kid is None or not a <= kid < v or view.lemma[v] in ("be", "have", "do"):
        return None
    return Source(phrase(view, kid, v), (v, v), "tag-any")


def _in_relative(view: QuoteTable, v: int, a: int) -> bool:
    """Whether v belongs to a relative clause or participle inside the speaker's phrase."""
    if view.dep[v] in ("aux", "auxpass"):
        v = view.head[v]
    if view.dep[v] in ("relcl", "acl") and view.head[v] >= a:  # else the parse hung the tag on a noun in marks
        return True
    near = range(max(a, v - 4), v)
    who = next((j for j in near if view.tag[j] in ("WP", "WDT", "WP$")), None)
    return who is not None and not _ended(view, who, v)


def _ended(view: QuoteTable, who: int, v: int) -> bool:
    """Whether the clause that who opens has a verb of its own and ends with a comma before v: "who is 79, said"."""
    comma = next((j for j in range(who + 1, v) if view.comma(j)), v)
    return comma < v and any(view.tag[j] in FINITE for j in range(who + 1, comma))


def _left_subject(view: QuoteTable, cue: Cue, a: int) -> Span | None:
    """The whole stretch from the mark to the verb is the speaker, unless the parse has a subject inside it."""
    who = subject(view, cue.verb)
    if who is not None and a <= who[0] <= cue.verb:
        return who
    return before_verb(view, a, cue)


def runs_into(view: QuoteTable, a: int, quoted: Quoted) -> bool:
    """Whether the words before the mark are the first part of the sentence that the mark ends."""
    before = [j for j in range(a, quoted.open) if view.text[view.start[j]].isalnum()]
    if not before or view.lower[quoted.open - 1] in (",", ":", ";", "–", "—", "--", "-", "...", "(", "["):
        return False
    return len(before) > 1 or view.lower[before[0]] not in _JOINERS
