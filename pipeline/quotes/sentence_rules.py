"""One sentence: which of its quotations a tag or cue attributes, and what it reports without marks."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import chain

from pipeline.lexicon.reporting import words
from pipeline.quotes.cues import Found, Report, Sentence, Source
from pipeline.quotes.cues_before_marks import cue_bare, cue_before
from pipeline.quotes.narrator import has_clause
from pipeline.quotes.noun_cues import according_to, headline, noun_cue
from pipeline.quotes.object_quotes import marked_object
from pipeline.quotes.quote_table import FINITE, QuoteTable, Span
from pipeline.quotes.reported_clauses import reported
from pipeline.quotes.reporting_tags import around, before_tag
from pipeline.quotes.sentence_bounds import without_title
from pipeline.quotes.tags_after_marks import runs_into, tag_after

_TAGS = ("tag", "tag-inverted", "tag-any", "tag-noun")
_TELLING = frozenset(("according", "words"))  # that tell who said it, though neither verbs nor nouns of saying
_LISTING = frozenset((",", ";", "and", "or", "but", "then", "the", "next", "another", "others", "also"))
_REST = 6  # words between a tag and the second half of its quotation


def read_sentence(sentence: Sentence) -> tuple[dict[int, Source], list[Found]]:
    """Sources of pairs by number, and reported speech in tokens."""
    sources = _tagged(sentence)
    found = _mixed_tags(sentence, sources) + _before_tags(sentence, sources)
    found = _reports(sentence, sources, found)
    if sentence.titled:
        found = without_title(sentence, found)
    return sources | _partial(sentence, sources, found), found


def _tagged(sentence: Sentence) -> dict[int, Source]:
    """Pairs that a cue with a comma or colon introduces, or a tag follows."""
    strong: dict[int, Source] = {}
    for k, number in enumerate(sentence.pairs):
        source = _tag_split(sentence, k, _tag_or_lead(sentence, k, number), strong) or _tag_rest(sentence, k, strong)
        if source is not None:
            strong[number] = source
    return strong


def _tag_or_lead(sentence: Sentence, k: int, number: int) -> Source | None:
    view, numbers = sentence.view, sentence.pairs
    quoted = view.pairs[number]
    a = view.pairs[numbers[k - 1]].close + 1 if k else sentence.begin
    b = view.pairs[numbers[k + 1]].open if k + 1 < len(numbers) else sentence.stop
    if view.lower[quoted.last] == "," and view.lower[quoted.close + 1 : quoted.close + 2] == ["according"]:
        return None  # '"but we have no clue," according to the clerk': of which that is the rest
    if quoted.open <= a:  # nothing stands before it
        return tag_after(view, quoted, b, sentence.cues)
    if view.lower[quoted.last] == ",":  # a comma at the end promises a tag
        return tag_after(view, quoted, b, sentence.cues) or cue_before(view, a, quoted, sentence.cues)
    return cue_before(view, a, quoted, sentence.cues) or tag_after(view, quoted, b, sentence.cues)


def _tag_split(sentence: Sentence, k: int, source: Source | None, strong: dict[int, Source]) -> Source | None:
    """Both halves around a tag have its source: '"It was dark," said a man who asked for water, "and loud"'."""
    before = strong.get(sentence.pairs[k - 1]) if k else None
    if source is None or before is None or source.rule != "lead-comma" or before.rule not in _TAGS:
        return source
    same = source.cue == before.cue
    inside = source.cue is not None and sentence.view.dep[source.cue[1]] in ("relcl", "acl", "xcomp")
    return before.by("tag-split") if same or inside else source


def _tag_rest(sentence: Sentence, k: int, strong: dict[int, Source]) -> Source | None:
    """The second half behind a tag: '"It was a risk," she said, and "should have been closed"'."""
    view = sentence.view
    before = strong.get(sentence.pairs[k - 1]) if k else None
    if before is None or before.cue is None or not before.rule.startswith("tag"):
        return None
    gap = range(max(before.cue[1], before.speaker[1] if before.speaker else 0) + 1, view.pairs[sentence.pairs[k]].open)
    joined = any(view.lower[j] in ("and", "but", "or") for j in gap) or all(view.pos[j] == "PUNCT" for j in gap)
    if _goes_on_in_marks(sentence, k, gap):
        return before.by("tag-rest")
    verbs = any(view.tag[j] in FINITE or j in sentence.cues for j in gap)
    return before.by("tag-rest") if joined and len(gap) <= _REST and not verbs else None


def _goes_on_in_marks(sentence: Sentence, k: int, gap: range) -> bool:
    """'"But," she went on, as she faced the judge, "is it not late?"': a comma, and the sentence is not at its end."""
    view = sentence.view
    before, quoted = view.pairs[sentence.pairs[k - 1]], view.pairs[sentence.pairs[k]]
    promised = view.lower[before.last] == "," and bool(gap) and view.comma(gap[-1])
    small = view.text[view.start[quoted.first]].islower()
    return promised and small and not any(j in sentence.cues or view.lower[j] in (".", ";", ":") for j in gap)


def _mixed_tags(sentence: Sentence, strong: dict[int, Source]) -> list[Found]:
    """A tag whose quotation is the end of a sentence: 'Nothing he did "will help," the mayor said'."""
    view, numbers = sentence.view, sentence.pairs
    found: list[Found] = []
    for k, number in enumerate(numbers):
        source = strong.get(number)
        if source is not None and source.rule == "lead-comma" and _opens_clause(sentence, number, source):
            del strong[number]
        if source is None or source.rule not in _TAGS:
            continue
        a = view.pairs[numbers[k - 1]].close + 1 if k and numbers[k - 1] in strong else sentence.begin
        piece = (a, view.pairs[number].last)
        if not sentence.titled and runs_into(view, a, view.pairs[number]):
            del strong[number]
            report: Report = ([piece], source.by("tag-mixed"))
            if _opens_contrast(sentence, a, source):
                continue
            piece = (_behind_own_cue(sentence, piece, source), piece[1])
            if has_clause(view, piece) and not _is_relayed(sentence, report):
                found.append((piece, report[1]))
    return found


def _behind_own_cue(sentence: Sentence, piece: Span, source: Source) -> int:
    """'Ms Lopes says | more is needed, as "they are on the streets," she said': told twice, and by one."""
    view, first = sentence.view, piece[0]
    verb = next((j for j in range(first, piece[1]) if view.tag[j] in FINITE), first)
    cue, teller = sentence.cues.get(verb), view.subject(verb)
    if cue is None or teller is None or source.speaker is None or not cue.entry.flags >= {"c", "w"}:
        return first
    name = view.lower[source.speaker[1]]
    same = name == view.lower[teller] or (name in ("he", "she") and view.pos[teller] == "PROPN")
    bare = verb + 1 if view.lemma[verb] == "say" and not view.comma(verb + 1) else first
    content = view.child(verb, "ccomp") or bare
    return cue.last + 1 if same and first <= teller < verb < content else first


def _opens_contrast(sentence: Sentence, a: int, source: Source) -> bool:
    """'While Reid called Lopes "loyal," | Lopes said he was late': whose verb has its own words behind it."""
    view = sentence.view
    if source.cue is None or view.lower[a] not in ("while", "although", "though", "whereas"):
        return False
    said = [v for v in range(source.cue[0], source.cue[1] + 1) if v in sentence.cues]
    return any(kid > v and view.dep[kid] in ("ccomp", "dobj") for v in said for kid in view.children[v])


def _opens_clause(sentence: Sentence, number: int, source: Source) -> bool:
    """ "As he puts it, 'the best thing we have' is that rates are low": the words in marks are its subject."""
    view, after = sentence.view, sentence.view.pairs[number].close + 1
    if source.cue is None or after >= sentence.stop or view.tag[after] not in FINITE:
        return False
    return "as" in view.lower[max(sentence.begin, source.cue[0] - 4) : source.cue[0]]


def _before_tags(sentence: Sentence, strong: dict[int, Source]) -> list[Found]:
    """The first half, without marks, of a sentence that ends in marks: "In such cases, it said, 'the law is clear'"."""
    view = sentence.view
    found: list[Found] = []
    for number, source in strong.items():
        opening = view.text[view.start[view.pairs[number].first]]
        if source.cue is None or source.rule not in ("lead-comma", "tag-split") or not opening.islower():
            continue
        cue = next((sentence.cues[v] for v in range(source.cue[0], source.cue[1] + 1) if v in sentence.cues), None)
        left = before_tag(view, cue, sentence.begin) if cue is not None else None
        if left is not None and not any(n in strong for n in view.pair_number[left[0] : left[1] + 1]):
            found.append((left, source.by("tag-half")))
    return found


def _reports(sentence: Sentence, strong: dict[int, Source], found: list[Found]) -> list[Found]:
    """Reported speech, none of it overlapping a tagged pair or an earlier report."""
    view = sentence.view
    taken = [(view.pairs[n].first, view.pairs[n].last) for n in strong] + [piece for piece, _ in found]
    busy = {source.cue for source in strong.values()} | {source.cue for _, source in found}
    for pieces, source in _candidates(sentence, busy):
        for piece in pieces:
            if not any(a <= piece[1] and piece[0] <= b for a, b in taken):
                found.append((piece, source))
                taken.append(piece)
    return found


def _candidates(sentence: Sentence, busy: set[Span | None]) -> Iterator[Report]:
    """Titles first, then attributions of the whole sentence, then what single words report."""
    view, cues = sentence.view, sentence.cues
    tellers = sentence.tellers[
        bisect_left(sentence.tellers, sentence.begin) : bisect_left(sentence.tellers, sentence.stop)
    ]
    free = [i for i in tellers if not (i in cues and (cues[i].first, cues[i].last) in busy)]
    outer = (result for i in free if (result := _outer(sentence, i)))
    inner = (result for i in free if (result := _inner(sentence, i)))
    titled = view.block_number[sentence.begin] == 0 and ":" in view.lower[sentence.begin : sentence.stop]
    top = headline(view, sentence.begin, sentence.stop) if titled else None
    return chain([top] if top else [], outer, inner)


def find_tellers(view: QuoteTable, cues: Collection[int], beliefs: Collection[int]) -> list[int]:
    """The tokens outside marks at which something may be reported: verbs and nouns of saying, "according"."""
    nouns = words("nouns")
    told = [
        i
        for i, (lemma, lower) in enumerate(zip(view.lemma, view.lower, strict=True))
        if lemma in nouns or lower in _TELLING
    ]
    return sorted(i for i in {*told, *cues, *beliefs} if view.pair_number[i] < 0)


def _outer(sentence: Sentence, i: int) -> Report | None:
    """Attributions of a whole sentence: a tag, "according to"."""
    report = None
    if i in sentence.cues:
        report = around(sentence.view, sentence.cues[i], sentence.begin, sentence.stop)
    elif sentence.view.lower[i] == "according":
        report = according_to(sentence.view, i, sentence.begin, sentence.stop)
    return report if report is not None and not _is_relayed(sentence, report) else None


def _is_relayed(sentence: Sentence, report: Report) -> bool:
    """ "The minister said that talks would resume, the agency reported": the words are the minister's."""
    pieces, source = report
    view, (begin, last) = sentence.view, pieces[0]
    if source.speaker is None or len(pieces) > 1 or begin != sentence.begin:
        return False
    if words("relays").isdisjoint(view.lower[source.speaker[0] : source.speaker[1] + 1]):
        return False
    verb = next((j for j in range(begin, last) if view.tag[j] in FINITE), last)
    cue = sentence.cues.get(verb)
    if cue is None or "c" not in cue.entry.flags or cue.passive or view.subject(verb) is None:
        return False
    content = [kid for kid in view.children[verb] if kid > verb and view.dep[kid] in ("xcomp", "ccomp")]
    return not content or any(view.dep[kid] == "ccomp" for kid in content)  # "agreed to sign the treaty, AFP said"


def _inner(sentence: Sentence, i: int) -> Report | None:
    """What a verb or noun of saying within the sentence reports."""
    cue, belief = sentence.cues.get(i), sentence.beliefs.get(i)
    if belief is not None and (cue is None or "c" not in cue.entry.flags):
        cue = belief
    if cue is not None:
        return reported(sentence.view, cue, sentence.begin, sentence.stop)
    return noun_cue(sentence.view, i, sentence.begin, sentence.stop)


def _partial(sentence: Sentence, strong: dict[int, Source], found: list[Found]) -> dict[int, Source]:
    """Words in marks right behind a cue; within another's report only where a verb of judgment gives them."""
    view = sentence.view
    partial: dict[int, Source] = {}
    for k, number in enumerate(sentence.pairs):
        quoted = view.pairs[number]
        before = sentence.pairs[k - 1] if k else number
        source: Source | None
        holder = next((source for (a, b), source in found if a <= quoted.first <= b), None)
        if number in strong:
            continue
        if holder is None and before in partial and _is_listed(view, view.pairs[before].close, quoted.open):
            source = partial[before].by("lead-rest")
        elif holder is None:
            source = cue_bare(view, sentence.begin, quoted, sentence.cues)
        elif holder.rule in ("tag-end", "tag-middle", "according-to", "tag-as"):
            source = marked_object(view, quoted, sentence.begin, sentence.stop, sentence.cues)
        else:
            continue
        if source is not None:
            partial[number] = source
    return partial


def _is_listed(view: QuoteTable, close: int, opening: int) -> bool:
    """Whether nothing but a joiner parts two quotations: '"Yes" and "No"'; 'one read "Yes", another "No"'."""
    return opening - close <= _REST and all(view.lower[j] in _LISTING for j in range(close + 1, opening))
