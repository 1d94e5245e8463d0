"""The evidence panel: why, and the passages behind whatever is chosen, with the way through them and corrections.

It stands beside the open section on a wide page and rises from the bottom of a narrow one, so that a choice is
answered where the reader looks.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.article.correct.chosen import can_correct, correct_chosen
from components.article.correct.in_place import take_correction
from components.article.correct.place import place_buttons
from components.elements.custom import colours, part, ranking
from components.elements.notices import heading, hint, theme
from components.formatting import count
from components.html.passages import about_entity, about_speaker, panel, quote_meta, sentence_items
from components.html.reading import quote_items
from components.map.borders import country_name
from components.map.figure import confidence_words
from components.map.pins import Spot, spot_key, spots
from components.rows.article import people_first, quotes_by, speaker_name, touch
from components.rows.comentions import named_with
from components.rows.rankings import Ranking, RankingRow
from components.selection.picks import read_pick
from components.selection.selection import Selection
from components.session.cache import page_model
from components.session.choosing import add, choose_together, clear, take_trigger
from components.session.state import open_section, page, step, toggle_correcting, widget_value
from pipeline.model import Analysis, Quote

NEAR = 6  # companions named in the panel
PASSAGES = "passage-list"
_COMPANY = "named-with"


def show_evidence(selection: Selection, *, in_article: bool = False) -> None:
    """What is chosen, why, where it stands, and a way to correct it; nothing where nothing is chosen."""
    if not selection:
        return
    with st.container(key="evidence"):
        with st.container(key="evidence-head"):
            st.html(panel(*about(selection), ""))
            with st.container(horizontal=True, vertical_alignment="center", key="steps"):
                if not selection.is_empty:
                    _previous_and_next(selection)
                if not in_article:
                    st.button(
                        "Show in article", key="to-article", type="tertiary", on_click=open_section, args=("Article",)
                    )
                if can_correct(selection):
                    name = "Close correction" if page().correcting else "Correct"
                    st.button(name, key="to-correct", type="tertiary", on_click=toggle_correcting)
                st.button("Clear", key="clear-choice", type="tertiary", on_click=clear)
        if spot := _chosen_spot(selection):
            _elsewhere(selection.analysis, spot)
        if page().correcting or selection.ids("span"):
            correct_chosen(selection)
        if not selection.is_empty:
            _passages(selection)
        _company(selection)


def about(selection: Selection) -> tuple[str, str]:
    """What is chosen, and a line about it: for a quote why this speaker, for a place why this place."""
    analysis, first = selection.analysis, selection.meanings[0]
    if quote := _chosen_quote(selection):
        return speaker_name(quote), quote_meta(quote)
    if spot := _chosen_spot(selection):
        return first.title, place_meta(spot)
    if len(selection.meanings) == 1 and first.pick.kind == "entity":
        return about_entity(next(entity for entity in analysis.entities if entity.id == first.pick.id))
    if len(selection.meanings) == 1 and first.pick.kind == "speaker":
        return about_speaker(quotes_by(analysis, first.pick.id))
    return selection.title, f"{count(len(selection.passages), 'passage')} of the article"


def place_meta(spot: Spot) -> str:
    """Where a place is taken to be, how sure that is and why."""
    where = ", ".join(filter(None, (spot.name, country_name(spot.country) if spot.kind != "country" else "")))
    return f"{where}: {confidence_words(spot.confidence)}. {spot.reason[:1].upper()}{spot.reason[1:]}."


def _elsewhere(analysis: Analysis, spot: Spot) -> None:
    """Where else the place could be: a press moves the pin."""
    others = [choice for choice in spot.alternatives if choice.geonameid != spot.geonameid]
    entity = next((entity for entity in analysis.entities if entity.id == spot.id), None)
    if entity:
        hint("It could also be:" if others else "Is it not there?")
        place_buttons(analysis, entity, others, page_model().gazetteer, key="elsewhere")


def _chosen_spot(selection: Selection) -> Spot | None:
    """The one pin that is chosen, as a place or by the name that stands for it."""
    if len(selection.picks) != 1 or selection.picks[0].kind not in ("place", "entity"):
        return None
    id = selection.picks[0].id
    found = [spot for spot in spots(selection.analysis.places) if spot_key(spot) == id or id in spot.entity_ids]
    return found[0] if len(found) == 1 else None


def passage_items(selection: Selection, passage: int) -> list[dict[str, Any]]:
    """The passages that go with every chip: whole quotes where quotes are chosen, else sentences."""
    here = selection.passages[passage % len(selection.passages)] if len(selection.passages) > 1 else None
    quotes = _listed_quotes(selection)
    if quotes is None:
        return sentence_items(selection.analysis, list(selection.marks), here)
    chosen = _chosen_quote(selection)
    spans = {quote.id: (quote.start, quote.end) for quote in quotes.quotes}
    now = chosen.id if chosen else next((id for id, span in spans.items() if here and touch(span, here)), None)
    return [{**item, "now": item["id"] == now} for item in quote_items(selection.analysis, quotes)]


def _listed_quotes(selection: Selection) -> Analysis | None:
    """The quotes that are listed whole; None where sentences say it better."""
    if selection.ids("speaker"):
        return selection.but("quote")
    return selection.shown if selection.ids("quote") and selection.shown.quotes else None


def _passages(selection: Selection) -> None:
    analysis = selection.analysis
    items = passage_items(selection, page().passage)
    data = {
        "article": analysis.article.id,
        "choice": " ".join(map(str, selection.picks)),
        "items": items,
        "names": [[entity.id, entity.name] for entity in people_first(analysis)]
        if any("text" in one for one in items)
        else [],
        "chosen": [str(pick) for pick in selection.picks],
        "named": len({item.get("key") for item in items}) > 1,
        "colours": colours(theme()),
    }
    part("passage_list")(
        key=PASSAGES,
        data=data,
        on_chosen_change=take_trigger(PASSAGES),
        on_corrected_change=take_correction(PASSAGES, analysis),
    )


def _chosen_quote(selection: Selection) -> Quote | None:
    """The one quote that is chosen: it is read where it stands, whatever else is chosen."""
    ids = selection.ids("quote")
    return next((quote for quote in selection.analysis.quotes if ids == (quote.id,)), None)


def _previous_and_next(selection: Selection) -> None:
    """Through the passages; where a quote is chosen, through the quotes beside it."""
    quotes = [quote.id for quote in selection.but("quote").quotes]
    quote = _chosen_quote(selection)
    if quote and quote.id in quotes:
        at = quotes.index(quote.id)
        _steps(at, len(quotes), lambda by: choose_together("quote", [quotes[(at + by) % len(quotes)]]))
    else:
        total = len(selection.passages)
        _steps(page().passage % max(total, 1), total, lambda by: step(by, total))


def _steps(at: int, total: int, go: Callable[[int], None]) -> None:
    st.button("‹ back", key="previous", on_click=go, args=(-1,), disabled=total < 2)
    hint(f"{at + 1} of {total}")
    st.button("next ›", key="next", on_click=go, args=(1,), disabled=total < 2)


def _company(selection: Selection) -> None:
    """Who shares a sentence with the one name that is chosen: a click adds that name."""
    ids = selection.ids("entity")
    near = named_with(selection.analysis, ids[0])[:NEAR] if len(ids) == 1 else []
    if not near:
        return
    heading("Named in one sentence with")
    rows = (RankingRow(f"entity:{id}", name, (words := count(number, "sentence"),), words) for id, name, number in near)
    ranking(Ranking((), tuple(rows)), key=_COMPANY, theme=theme(), take=_take_company)


def _take_company() -> None:
    if pick := read_pick(str(widget_value(_COMPANY).chosen or "")):
        add(pick)
