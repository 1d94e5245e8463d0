"""Which organisation 'the ministry', 'the company' or 'it' stands for."""

from bisect import bisect_left
from collections.abc import Collection

from pipeline.lexicon import names, tables
from pipeline.lexicon.roles import organisation_nouns
from pipeline.speakers.discourse import Discourse
from pipeline.speakers.noun_phrases import Match
from pipeline.speakers.phrase import Phrase, another_ministry
from pipeline.speakers.salience import DiscourseHistory

CLEAR = 1.5  # the most prominent organisation must be so by this factor
NEAR = 2  # and have been mentioned so many sentences ago at most
UNNAMED_BODY = "?body"  # an organisation that the text gives no name of its own: "Oman's foreign ministry"
UNNAMED_THING = "?thing"  # a report, a communique: what speaks and is no body
# Words in names that tell what kind of body it is.
_IN_NAMES = {
    "airline": ("air", "airways", "airlines", "aviation"), "bank": ("banca", "banco", "banque"),
    "operator": ("ferries", "rail", "railways", "lines"), "university": ("universidad", "universität"),
    "regulator": ("ofcom", "ofgem", "ofwat", "consob", "bafin", "finma"),
}  # fmt: skip
_PUBLIC = frozenset(
    ("ministry", "department", "agency", "bureau", "commission", "committee", "council", "court", "tribunal", "army",
     "parliament", "senate", "assembly", "congress", "navy", "police", "university", "school", "embassy", "union",
     "authority", "office", "inspectorate", "administration", "board", "federation", "party", "church")
)  # fmt: skip
_RULES = frozenset(  # what a body does that oversees others
    ("fined", "fines", "banned", "bans", "ruled", "rules", "ordered", "orders", "approved", "approves", "suspended",
     "cleared", "investigated", "inspected", "licensed", "rejected", "upheld", "censured", "sanctioned", "opened")
)  # fmt: skip
_PRESS = frozenset(
    ("agency", "broadcaster", "network", "company", "service", "outlet", "organisation", "organization", "channel")
)
_SPEAKING = frozenset(("ORG", "GPE", "NORP"))


def match_thing(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """The organisation that a definite noun stands for: one of that name or so described, else the latest."""
    noun = discourse.narration.lower[phrase.head]
    kind = organisation_nouns().get(noun)
    if kind is None:
        return Match(None)
    named = {spot.entity for spot in discourse.spots[: bisect_left(discourse.firsts, phrase.head)]}  # not only later
    bodies = {key for key in named if discourse.entities[key].label == "ORG" or key in discourse.described}
    bodies -= {key for key, person in discourse.people.items() if person.sure}  # "the company Jobs founded"
    bodies = {key for key in bodies if _may_be(discourse, key, phrase)}
    words = {noun, *_IN_NAMES.get(noun, ())}
    bearing = {key for key in bodies if words & set(discourse.entities[key].name.lower().split())}
    bearing = {key for key in bearing if kind != "overseer" or not _is_company(discourse, key)}
    bearing |= {key for key in bodies if noun in discourse.described.get(key, ())}
    if len(bearing) == 1:
        return Match(bearing.pop())
    step = discourse.narration.narrative_sentences[phrase.head]
    if bearing or kind == "unit":
        return _latest(history, step, bearing) if bearing else Match(None)
    fitting = {key for key in bodies if _FITS[kind](discourse, key)}
    match = _latest(history, step, fitting)
    if match.entity is None:  # of several it is the one that the text calls by such a noun
        called = _latest(history, step, {key for key in fitting if _called(discourse, key, kind)})
        match = called if called.entity else match
    if match.entity is None and kind == "business":  # "sold the pool to Fenwick Leisure": the only company just named
        companies = {one.entity for one in history.near(step, 1) if one.entity in fitting}
        companies = {key for key in companies if _is_company(discourse, key)}
        return Match(companies.pop()) if len(companies) == 1 else match
    return match


def _may_be(discourse: Discourse, key: str, phrase: Phrase) -> bool:
    """No agency that tells the news is "the charity", and "the Institute for Peace" is no other institute."""
    narration, name = discourse.narration, discourse.entities[key].name.lower()
    if another_ministry(narration, phrase, name):
        return False
    press = name in tables.words("speakers/press.txt") or name.endswith("news agency")
    if press and narration.lower[phrase.head] not in _PRESS:
        return False
    behind = phrase.head + 2
    if not narration.words[phrase.head][0].isupper() or behind >= phrase.whole.stop:
        return True
    if narration.lower[behind - 1] not in ("of", "for") or not narration.words[behind][0].isupper():
        return True
    return narration.lower[behind] in name.split()


def _called(discourse: Discourse, key: str, *kinds: str) -> bool:
    """Whether the article calls the body by a noun of these kinds ("Brightlake, a software maker")."""
    return any(organisation_nouns()[noun] in kinds for noun in discourse.described.get(key, ()))


def _is_company(discourse: Discourse, key: str) -> bool:
    last = discourse.entities[key].name.split()[-1]
    trade = last.lower() in tables.words("speakers/trades.txt") or names.heads().get(last) == "COMPANY"
    return trade or _called(discourse, key, "business")


def _may_trade(discourse: Discourse, key: str) -> bool:
    """No ministry, court or union is "the firm"."""
    public = _PUBLIC & set(discourse.entities[key].name.lower().split())
    return _called(discourse, key, "business") or not (public or discourse.described.get(key))


def _oversees(discourse: Discourse, key: str) -> bool:
    """Whether something tells that a body watches over others; the company last spoken of is no regulator.

    Its name does (initials, a commission), or a noun beside it, or what it does: 'Consob fined the bank'.
    """
    if _is_company(discourse, key):
        return False
    name = discourse.entities[key].name
    if name.isupper() or _PUBLIC & set(name.lower().split()) or _called(discourse, key, "overseer", "unit"):
        return True
    return not _RULES.isdisjoint(discourse.deeds.get(key, ()))


def _is_no_company(discourse: Discourse, key: str) -> bool:
    return not _is_company(discourse, key)


_FITS = {"business": _may_trade, "overseer": _oversees, "any": _is_no_company}


def match_it(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """The organisation or country that 'it' stands for: the one that spoke last, else the one spoken of."""
    step = discourse.narration.narrative_sentences[phrase.head]
    keys = {key for key, entity in discourse.entities.items() if entity.label in _SPEAKING} | discourse.described.keys()
    spoke = next((one for one in history.near(step, 1) if one.spoke or one.entity == UNNAMED_THING), None)
    if spoke is not None and spoke.entity in (UNNAMED_BODY, UNNAMED_THING):
        return Match(None)
    if spoke is not None and spoke.entity in keys:  # whoever else is named since stands in its own words
        return Match(spoke.entity)
    return _latest(history, step, keys)


def _latest(history: DiscourseHistory, step: int, keys: Collection[str]) -> Match:
    salience = history.salience(step, keys)
    ranked = sorted(salience, key=lambda key: -salience[key])
    speaker = history.last_speaker(step)
    if speaker and speaker[0] in salience and speaker[1] <= 1 and _alone(history, step, speaker[0], keys):
        return Match(speaker[0])
    recent = {reference.entity for reference in history.near(step, NEAR) if reference.subject or reference.spoke}
    if not ranked or ranked[0] not in recent:
        return Match(None)
    if len(ranked) > 1 and salience[ranked[0]] < CLEAR * salience[ranked[1]]:
        return Match(None, tied=tuple(ranked[:2]))
    return Match(ranked[0])


def _alone(history: DiscourseHistory, step: int, speaker: str, keys: Collection[str]) -> bool:
    """Whether no other of these has been named since the speaker spoke."""
    for reference in history.near(step, NEAR):
        if reference.spoke and reference.entity == speaker:
            return True
        if reference.entity in keys and reference.entity != speaker:
            return False
    return False


def match_they(discourse: Discourse, history: DiscourseHistory, phrase: Phrase) -> Match:
    """'The church denied it. They also claimed': the organisation that spoke last, if nobody else has spoken since."""
    step = discourse.narration.narrative_sentences[phrase.head]
    speaker = history.last_speaker(step)
    if (
        speaker
        and speaker[1] <= NEAR
        and (entity := discourse.entities.get(speaker[0]))
        and entity.label in ("ORG", "NORP")
    ):
        return Match(entity.id)
    return Match(None)
