"""What is chosen can be corrected: which form goes with which choice."""

from components.article.correct.entity import correct_entities, correct_entity
from components.article.correct.missed import mark_stretch
from components.article.correct.quote import correct_quote, correct_quotes
from components.map.pins import spot_key
from components.rows.article import quotes_by
from components.selection.picks import read_span
from components.selection.selection import Selection


def correct_chosen(selection: Selection) -> None:
    """A form for each kind of thing chosen; for several of a kind one that corrects them together."""
    analysis = selection.analysis
    wanted = set(entity_ids(selection))
    entities = [entity for entity in analysis.entities if entity.id in wanted]
    chosen = set(selection.ids("quote"))
    quotes = [quote for quote in analysis.quotes if quote.id in chosen]
    if len(entities) > 1:
        correct_entities(analysis, entities)
    elif entities:
        correct_entity(analysis, entities[0])
    if not quotes and len(selection.ids("speaker")) == 1:
        quotes = quotes_by(analysis, selection.ids("speaker")[0])
        if len(quotes) > 1:
            correct_quotes(analysis, quotes)
            return
    if len(quotes) > 1:
        correct_quotes(analysis, quotes)
    elif quotes:
        correct_quote(analysis, quotes[0])
    if spans := [span for id in selection.ids("span") if (span := read_span(id))]:
        mark_stretch(analysis, spans[-1])


def can_correct(selection: Selection) -> bool:
    """Whether a name, a quote or the quotes of a speaker are chosen; a stretch has its form anyway."""
    return bool(entity_ids(selection) or selection.ids("quote") or selection.ids("speaker"))


def entity_ids(selection: Selection) -> list[str]:
    """The names that are chosen, or that stand for the place or speak as the speaker that is chosen."""
    analysis = selection.analysis
    spots = set(selection.ids("place"))
    places = [place.entity_id for place in analysis.places if spots and spot_key(place) in spots]
    known = {entity.id for entity in analysis.entities}
    speaking = [id for id in selection.ids("speaker") if id in known]
    named = list(selection.ids("entity"))
    return named or list(dict.fromkeys(places)) or speaking
