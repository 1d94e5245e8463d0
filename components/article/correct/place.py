"""Where else a place could be: what the analysis considered, what the gazetteer knows, or a latitude and longitude."""

import re
from collections.abc import Sequence

import streamlit as st

from components.article.correct.fields import entity_ref
from components.elements.notices import hint
from components.formatting import one_line
from components.map.place_words import all_told_apart
from components.session.cache import page_model
from components.session.corrections import correct
from pipeline.corrections import PLACES, PutPlace
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis, Entity, PlaceChoice

_MOST = 12  # namesakes offered
_DEGREES = re.compile(r"\s*+(-?\d{1,2}(?:\.\d++)?)(?:\s*+[,;]\s*+|\s++)(-?\d{1,3}(?:\.\d++)?)\s*+")


def put_elsewhere(analysis: Analysis, entity: Entity, key: str) -> None:
    """A field for another place, by name or degrees, and below it what it finds; nothing for what is no place."""
    if entity.label not in PLACES:
        return
    words = st.text_input(
        "On the map it belongs elsewhere: a place’s name, or latitude and longitude",
        key=f"{key}-where",
        placeholder="Rafah, or 31.29, 34.25",
        max_chars=100,
    )
    if not words.strip():
        return
    gazetteer = page_model().gazetteer
    found = found_by(words, gazetteer, one_line(entity.name))
    if found:
        place_buttons(analysis, entity, found, gazetteer, key=f"{key}-found", nowhere=False)
    else:
        hint("No place of that name is known, and these are no degrees.")


def found_by(words: str, gazetteer: Gazetteer, name: str) -> list[PlaceChoice]:
    """The places that words stand for: namesakes from the gazetteer, or the spot at these degrees."""
    if degrees := _DEGREES.fullmatch(words):
        lat, lon = float(degrees[1]), float(degrees[2])
        if abs(lat) > 90 or abs(lon) > 180:
            return []
        return [PlaceChoice(name, None, "site", lat, lon, None, 1.0)]
    records = gazetteer.lookup(one_line(words))[:_MOST]
    return [PlaceChoice(one.name, one.country, one.kind, one.lat, one.lon, one.geonameid, 1.0) for one in records]


def place_buttons(
    analysis: Analysis,
    entity: Entity,
    choices: Sequence[PlaceChoice],
    gazetteer: Gazetteer,
    *,
    key: str,
    nowhere: bool = True,
) -> None:
    """Where a name could be, each place a button that moves its pin; nowhere: one that takes it off the map too."""
    ref = entity_ref(entity)
    with st.container(horizontal=True, key=f"{key}-places"):
        for number, (choice, words) in enumerate(zip(choices, all_told_apart(choices, gazetteer), strict=True)):
            wish = PutPlace(ref, choice)
            st.button(words, key=f"{key}-{number}", on_click=correct, args=(analysis.article.id, wish))
        if nowhere:
            off = PutPlace(ref, None)
            st.button("Not a place", key=f"{key}-not", on_click=correct, args=(analysis.article.id, off))
