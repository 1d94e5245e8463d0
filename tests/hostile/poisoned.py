"""Analyses in which a payload stands in every place that an article can reach."""

from datetime import date

from pipeline.model import Analysis, Article, DateRef, Entity, Mention, Note, Place, PlaceChoice, Quote
from pipeline.text.line_breaks import one_line


class _Text:
    """A text that grows, and knows where its last piece stands."""

    def __init__(self):
        self.text = ""

    def add(self, piece):
        start = len(self.text)
        self.text += piece
        return start, len(self.text)


def poisoned(payloads, *, id="p", title=None, source=None):
    """Each payload as quote, speaker, cue, place, date, name, alias and reason of an article, and in its notes."""
    text, mentions, entities, quotes, places, dates, sentences = _Text(), [], [], [], [], [], []
    for n, payload in enumerate(payloads):
        words = payload.strip() or "blank"  # no reader of ours makes a fact of white space alone
        begin, _ = text.add("“")
        said = text.add(words)
        text.add("” ")
        cue = text.add(words)
        text.add(" ")
        who = text.add(words)
        text.add(" in ")
        where = text.add(words)
        text.add(" on ")
        when = text.add(words)
        sentences.append((begin, text.add(".")[1]))
        text.add("\n\n")
        person, town = f"e{2 * n + 1}", f"e{2 * n + 2}"
        told = date(2024, 3, 18)
        mentions += [Mention(*who, words, "PERSON", person, n), Mention(*where, words, "GPE", town, n)]
        entities.append(Entity(person, words, "PERSON", 1, (words, words + "; x")))
        entities.append(Entity(town, words, "GPE", 1, (words,)))
        speaker = one_line(words)
        quotes.append(
            Quote(f"q{n + 1}", *said, words, "direct", *who, speaker, person, words, *cue, words, told, words)
        )
        lat, lon = (n * 7) % 160 - 80.0, (n * 13) % 340 - 170.0
        other = PlaceChoice(words, "PS", "city", lat, lon, n, 0.2)
        places.append(Place(*where, words, town, words, "PS", "city", lat, lon, n, 0.9, words, (other,)))
        dates.append(DateRef(*when, words, None, None))
    article = Article(id, text.text, title, source, date(2024, 3, 19), "given")
    notes = tuple(Note("reading", payload) for payload in payloads)
    return Analysis(
        article, len(text.text.split()), tuple(sentences), tuple(mentions), tuple(entities), tuple(quotes),
        tuple(places), tuple(dates), notes,
    )  # fmt: skip
