"""Two names that the text itself says are one person's or body's: "the singer Ovel, born Ana Duarte"."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline.entities.spans import Span
from pipeline.entities.words import Words
from pipeline.lexicon import names

_LONGEST = 9  # tokens between the two names
_FIRST = frozenset(  # the words that such a phrase begins with
    (",", "(", "-", "--", "–", "—", "who", "whom", "which", "whose", "also", "better", "more", "commonly", "widely",
     "formerly", "otherwise", "known", "goes", "born", "née", "nee", "aka", "a.k.a.", "alias", "nicknamed", "real",
     "locally")
)  # fmt: skip
_SAYS_SO = re.compile(
    r"""(?x)^[,(–—-]?\ ?
    (?: (?:who\ is\ |who\ was\ )?(?:(?:also|better|more\ commonly|commonly|widely|formerly|otherwise)\ )?known
        \ (?:(?:to|among)\ (?:[a-z]+\ ){1,3})?as
      | (?:whom?|which)\ (?:[a-z]+\ ){1,3}(?:call|calls|called|know|knows|knew)(?:\ (?:him|her|it))?(?:\ as)?
      | locally\ (?:called|known\ as|named)
      | who\ (?:goes|went)\ by(?:\ the\ name(?:\ of)?)? | goes\ by(?:\ the\ name(?:\ of)?)?
      | whose\ (?:real|legal|full|birth|given|stage)\ name\ (?:is|was) | real\ name:?
      | born(?:\ as)? | n[ée]e | née | aka | a\.k\.a\. | alias | nicknamed | formerly(?:\ called)?
      | who\ (?:signed|signs|published|wrote|writes|records|recorded)\ (?:(?:his|her)\ \w+\ )?as
      | who\ (?:performs|performed|sings|sang|paints|painted)\ as )
    \ ?(?:the\ )?["“'‘]?$"""
)


def alias_keys(words: Words, spans: Sequence[Span], labels: Sequence[str], keys: Sequence[str]) -> Mapping[str, str]:
    """Key of an entity → key of the one that the text says it is; labels and keys in the order of spans."""
    joined: dict[str, str] = {}
    for (n, one), (m, two) in pairwise(enumerate(spans)):
        if labels[n] != labels[m] or labels[n] not in ("PERSON", "ORG", "EVENT") or keys[n] == keys[m]:
            continue
        if says_same(words, one, two) or (labels[n] == "ORG" and _is_in_brackets(words, one, two)):
            joined[keys[m]] = joined.get(keys[n], keys[n])
    return joined


def _is_in_brackets(words: Words, one: Span, two: Span) -> bool:
    """Whether a body's letters and its full name stand one in brackets behind the other: the PJD (Party of Justice).

    Letters that lists know are another's: the Lund Post (AFP).
    """
    if words.text[one.end : two.start] != ["("] or words.text[two.end : two.end + 1] != [")"]:
        return False
    letters, full = sorted((one, two), key=lambda span: span.end - span.start)
    short = words.name(letters.start, letters.end)
    acronym = short.isupper() and short.isalpha() and len(short) > 1 and short not in names.known()
    return acronym and full.end - full.start > 1 and not words.name(full.start, full.end).isupper()


def says_same(words: Words, one: Span, two: Span) -> bool:
    """Whether the words between two names of a sentence say that they are one's."""
    if not 0 < two.start - one.end <= _LONGEST or words.text[one.end].lower() not in _FIRST:
        return False
    joined = words.text[one.end] == "-" and words.joined(one.end)  # Leeds-born Ana Lind
    same = words.sentence[one.start] == words.sentence[two.start]
    return same and not joined and _SAYS_SO.match(words.name(one.end, two.start).lower()) is not None
