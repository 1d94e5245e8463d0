"""Quotations without a cue of their own: the speaker goes on, in this paragraph or the next."""

from bisect import bisect_left, bisect_right, insort

from pipeline.lexicon.reporting import words
from pipeline.lexicon.roles import role_nouns
from pipeline.quotes.asked import Known, answer, asked_aside, heard
from pipeline.quotes.cues import Found, Sentence, Source, verb_at
from pipeline.quotes.cues_before_marks import COLONS, colon_source
from pipeline.quotes.extent import behind_marks
from pipeline.quotes.quote_table import Quoted, QuoteTable, last_word
from pipeline.quotes.speaker_phrase import subject

_SIGNATURE = 12  # words a signature takes at most
_SCENE = 40  # words within which a sentence shows its main verb
_ISSUED = frozenset(("issue", "release", "publish", "post", "send"))
_DANGLING = frozenset(("and", "but", ",", "."))
_TWO = 2
_LEADS = ("lead-comma", "lead-bare")
_TURNS = 6  # quotations looked back at for two who speak by turns
_ONE = frozenset(("he", "she", "i"))


def quotations(
    view: QuoteTable, sentences: list[Sentence], sources: dict[int, Source], reports: list[Found]
) -> list[Found]:
    """Every quotation in marks that has a source of its own or carries on with an earlier one."""
    home = {number: sentence for sentence in sentences for number in sentence.pairs}
    colons = {view.block_number[sentence.begin]: sentence for sentence in sentences}
    own = [(view.pairs[number].last, source) for number, source in sources.items()]
    known = sorted(own + [(piece[1], source) for piece, source in reports], key=_place)
    found: list[Found] = []
    for links in _chains(view):
        if links[0] not in home:  # in a transcript
            continue
        first, last = view.pairs[links[0]], view.pairs[links[-1]]
        source = next((sources[number] for number in links if number in sources), None)
        if source is None:
            alone = _stands_alone(home[links[0]], first)
            before = colons.get(view.block_number[first.first] - 1)
            source = _borrowed(view, first, known, before if alone else None, fit=alone or len(links) > 1)
            if alone:
                source = _alone(view, home[links[0]], (first, last), source, known)
        if source is not None:
            rest = behind_marks(view, last, home[links[0]].stop) if source.rule in _LEADS else last.last
            found.append(((first.first, rest), source))
        if source is not None and source.cue is not None:
            insort(known, (last.last, source), key=_place)
    return found


def _alone(
    view: QuoteTable, sentence: Sentence, ends: tuple[Quoted, Quoted], source: Source | None, known: Known
) -> Source | None:
    """The source of a quotation that is a sentence of its own; ends: its first and last pair of marks."""
    first, last = ends
    if (source is None or source.rule == "continued") and _answers_back(view, first):
        return (_other_of_two(view, known) if known else None) or Source(None, None, "answer-back")
    source = source or _signature(view, last)
    if (acted := _scene(view, sentence, source)) is not None:
        return acted
    if source is not None and source.rule == "continued" and _another(view, first, source):
        source = _actor(view, view.sentence_start[first.open - 1], "scenes")
    if source is None and _is_sentence(view, last):
        return Source(None, None, "unattributed")
    return source


def _place(item: tuple[int, Source]) -> int:
    return item[0]


def _borrowed(view: QuoteTable, quoted: Quoted, known: Known, before: Sentence | None, *, fit: bool) -> Source | None:
    source = _lead_block(view, quoted, before) if before is not None else None
    return source or (_carry_on(view, quoted, known) if fit else None)


def _chains(view: QuoteTable) -> list[list[int]]:
    """Numbers of pairs that are one quotation: paragraphs that open with a mark after one that was not closed."""
    groups: list[list[int]] = []
    for number, quoted in enumerate(view.pairs):
        before = view.pairs[number - 1] if number else None
        goes_on = (
            before is not None
            and not before.pair.closed
            and view.block_number[quoted.open] == view.block_number[before.first] + 1
            and view.starts_block(quoted.open)
        )
        if goes_on:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _stands_alone(sentence: Sentence, quoted: Quoted) -> bool:
    """Whether a pair is a sentence of its own: nothing before it in its sentence and nothing after."""
    view = sentence.view
    before = all(view.lower[j] in _DANGLING for j in range(sentence.begin, quoted.open))
    before = before or _goes_on(view, sentence.begin, quoted.open)
    after = all(not view.text[view.start[j]].isalnum() for j in range(quoted.close + 1, sentence.stop))
    return before and after and quoted.last > quoted.first


def _answers_back(view: QuoteTable, quoted: Quoted) -> bool:
    """'"What is that?" "A phone."': a question whose marks close passes the word to somebody else."""
    before = quoted.open - 1
    while before > 0 and view.pos[before] == "SPACE":
        before -= 1
    number = view.pair_number[before] if before >= 0 else -1
    closed = number >= 0 and view.pairs[number].close == before and view.pairs[number].pair.closed
    return closed and view.lower[last_word(view, view.pairs[number])] == "?"


def _goes_on(view: QuoteTable, begin: int, opening: int) -> bool:
    """ "Then, louder: '...'", "And then: '...'": nobody new stands before the colon."""
    adverbs = all(view.pos[j] in ("ADV", "CCONJ", "PUNCT", "ADJ") for j in range(begin, opening))
    return adverbs and view.lower[opening - 1] == ":"


def _carry_on(view: QuoteTable, quoted: Quoted, known: Known) -> Source | None:
    """The source of the last quote in the same paragraph, or of the paragraph before if this one is all quotation."""
    block = view.block_number[quoted.first]
    at = bisect_left(known, quoted.first, key=_place)
    before = known[at - 1] if at else None
    if before is not None and view.block_number[before[0]] == block:
        answered = answer(view, before[1]) or asked_aside(view, known[:at]) or heard(view, before[1], quoted)
        return (answered or _speaks(view, known[:at], block) or before[1]).by("continued")
    after = bisect_right(known, quoted.last, key=_place)
    if after < len(known) and view.block_number[known[after][0]] == block:
        return known[after][1].by("continued-back")
    if before is not None and view.block_number[before[0]] >= block - 1 and view.starts_block(quoted.open):
        if (other := _other_of_two(view, known[:at])) is not None:
            return other if _is_sentence(view, quoted) else None
        return answer(view, before[1]) or before[1].by("continued-block") if _is_sentence(view, quoted) else None
    return None


def _other_of_two(view: QuoteTable, known: Known) -> Source | None:
    """Of two who speak by turns, the one who has not just asked: Reid, Lopes, then Reid: "Is it safe?" "It is." """
    turns: list[Source] = []
    names: list[str] = []
    for _, source in known[-_TURNS:]:
        if source.speaker is not None and view.lower[source.speaker[1]] != (names[-1] if names else ""):
            turns.append(source)
            names.append(view.lower[source.speaker[1]])
    asked = view.lower[known[-1][0]] == "?" and known[-1][1].speaker is not None
    return turns[-2].by("turn-of-two") if asked and len(names) > len(set(names)) == _TWO else None


def _speaks(view: QuoteTable, known: Known, block: int) -> Source | None:
    """The last source in the paragraph that names a speaker: 'he said when asked about it. "We will see."'"""
    for place, source in reversed(known):
        if view.block_number[place] != block or source.speaker is not None:
            return source if view.block_number[place] == block else None
    return None


def _signature(view: QuoteTable, quoted: Quoted) -> Source | None:
    """A line of its own behind the quotation with a name: "— Ana Lopes", "Ana Lopes, farmer"."""
    first = quoted.close + 1
    while first < len(view.lower) and view.pos[first] == "SPACE":
        first += 1
    if first + 1 >= len(view.lower) or "\n" not in view.text[view.end[quoted.close] : view.start[first]]:
        return None
    dashed = view.lower[first] in ("–", "—", "--", "-")
    name = first + dashed
    near = range(first, min(first + _SIGNATURE, len(view.lower)))
    stop = next(
        (j + 1 for j in near if view.ends_block(j) or "\n" in view.text[view.end[j] : view.start[j + 1]]), first
    )
    comma = next((j for j in range(name + 1, stop) if view.comma(j) or view.pos[j] == "SPACE"), stop)
    verbs = any(view.tag[j][0:1] == "V" for j in range(first, stop if not dashed else comma))
    noun = view.pos[name] == "PROPN" or (dashed and view.text[view.start[name]].isupper() and view.pos[name] == "NOUN")
    if verbs or comma <= name or not noun:
        return None
    if not dashed and not (comma < stop and view.ent[name] == "PERSON" and view.starts_block(quoted.open)):
        return None
    return Source((name, comma - 1), (first, first) if dashed else (comma, comma), "signed")


def _scene(view: QuoteTable, sentence: Sentence, source: Source | None) -> Source | None:
    """Who speaks by what is told around: "She turned to the clerk. 'Why?'"; "'No.' Vasko shook his head"."""
    block = view.block_number[sentence.begin]
    before, after = sentence.begin - 1, sentence.stop
    while before > 0 and view.pos[before] == "SPACE":
        before -= 1
    if source is not None and source.rule == "continued":
        asked = source.cue is not None and view.lemma[source.cue[1]] == "ask"
        if asked and after < len(view.lower) and view.block_number[after] == block:
            return _actor(view, after, "gestures")
        return _turn(view, source, before)
    if source is not None or before < 0 or view.block_number[before] < block - view.starts_block(sentence.begin):
        return None
    return _actor(view, view.sentence_start[before], "scenes", same_block=view.block_number[before] == block)


def _turn(view: QuoteTable, source: Source, before: int) -> Source | None:
    """'"You are late," he said. She laughed. "It is early."': another he, she or I than spoke acts in between."""
    begin = view.sentence_start[before]
    if source.speaker is None or source.cue is None or source.cue[1] >= begin or view.pair_number[begin] >= 0:
        return None
    spoke, acts = view.lower[source.speaker[0]], view.lower[begin]
    turns = source.speaker[0] == source.speaker[1] and {spoke, acts} <= _ONE and spoke != acts
    return _actor(view, begin, "scenes") if turns else None


def _another(view: QuoteTable, quoted: Quoted, source: Source) -> bool:
    """Whether the sentence right before is about somebody else: 'Reid said no. Lopes held up a map. "Here."'"""
    before = quoted.open - 1
    begin = view.sentence_start[before] if before >= 0 else 0
    if source.cue is None or source.cue[0] >= begin or view.pair_number[before] >= 0:
        return False
    verb = next((j for j in range(begin, before) if view.dep[j] == "ROOT"), begin)
    kid = view.subject(verb)
    acts = view.lemma[verb] in words("scenes") and kid is not None and _is_name(view, kid)
    if kid is None or kid < begin or not (view.ent[kid] == "PERSON" or acts):
        return False
    return source.speaker is None or view.lower[kid] not in view.lower[source.speaker[0] : source.speaker[1] + 1]


def _actor(view: QuoteTable, begin: int, list_name: str, *, same_block: bool = False) -> Source | None:
    """The person who is the subject of the sentence at begin, if its main verb is in the list.

    same_block: the quotation stands in its paragraph, so that any verb of saying, and any speaker, will do.
    """
    reach = range(begin, min(begin + _SCENE, len(view.lower)))
    verb = next((j for j in reach if view.dep[j] == "ROOT"), begin)
    speaks = list_name == "scenes" and (_issues(view, verb) or (same_block and _says(view, verb)))
    if view.sentence_start[verb] != begin or not (speaks or view.lemma[verb] in words(list_name)):
        return None
    who = subject(view, verb)
    if who is None or (who[1] >= verb and not speaks):
        return None
    if speaks:
        return Source(who, (verb, verb), "scene")
    words_of = range(who[0], who[1] + 1)
    named = view.lower[who[0]] != "the" and any(_is_name(view, j) for j in words_of)
    person = named or any(view.lower[j] in ("he", "she") or view.lower[j] in role_nouns() for j in words_of)
    return Source(who, (verb, verb), "scene") if person else None


def _is_name(view: QuoteTable, j: int) -> bool:
    """A proper noun; or a noun to the tagger that opens a sentence, and elsewhere is a person's name."""
    if view.pos[j] == "PROPN":
        return True
    opens = view.sentence_start[j] == j and view.pos[j] == "NOUN"
    return opens and any(view.ent[k] == "PERSON" and view.lower[k] == view.lower[j] for k in range(len(view.lower)))


def _says(view: QuoteTable, verb: int) -> bool:
    """ "Not so, says Lopes. 'It is safe.'"; "The owner disagrees. 'It is late.'" """
    entry = verb_at(view, verb)
    return view.tag[verb] in ("VBD", "VBZ", "VBP") and entry is not None and "c" in entry.flags


def _issues(view: QuoteTable, verb: int) -> bool:
    """ "The airline issued a statement. 'We regret the delay.'" """
    told = view.child(verb, "dobj")
    return view.lemma[verb] in _ISSUED and told is not None and view.lemma[told] in words("documents")


def _is_sentence(view: QuoteTable, quoted: Quoted) -> bool:
    """Not a label or a title that happens to stand in marks on a line of its own."""
    return not view.text[view.end[quoted.last] - 1].isalnum() and quoted.last - quoted.first > 2


def _lead_block(view: QuoteTable, quoted: Quoted, before: Sentence) -> Source | None:
    """The cue of a paragraph whose last sentence ends with a colon, for the quotation that opens the next."""
    if view.lower[before.stop - 1] not in COLONS or not view.starts_block(quoted.open):
        return None
    source = colon_source(view, before.begin, before.stop - 1, before.cues)
    return source.by("lead-block") if source is not None else None
