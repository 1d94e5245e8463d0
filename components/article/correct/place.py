"""Where else a place could be: what the analysis considered, what the gazetteer knows, or a latitude and longitude."""

import re
from collections.abc import Sequence

import streamlit as st

from components.article.correct.fields import entity_ref
from components.formatting import one_line
from components.map.place_words import told_apart
from components.session.cache import page_model
from components.session.corrections import correct
from pipeline.corrections import PLACES, PutPlace
from pipeline.gazetteer import Gazetteer
from pipeline.model import Analysis, Entity, PlaceChoice

OFF_THE_MAP = "nowhere"
_MOST = 12  # namesakes offered
_DEGREES = re.compile(r"\s*+(-?\d{1,2}(?:\.\d++)?)(?:\s*+[,;]\s*+|\s++)(-?\d{1,3}(?:\.\d++)?)\s*+")

Spots = dict[int | str, PlaceChoice | None]


def spots_of(analysis: Analysis, entity: Entity) -> Spots:
    """Where else the place could be, and nowhere; nothing for what is no place."""
    places = [place for place in analysis.places if place.entity_id == entity.id]
    now = {place.geonameid for place in places if place.lat is not None}
    found: Spots = {}
    for one in (one for place in places for one in place.alternatives):
        if one.geonameid not in now:
            found.setdefault(one.geonameid or one.name, one)
    if any(place.lat is not None for place in places):
        found[OFF_THE_MAP] = None
    return found


def look_up(entity: Entity, key: str) -> Spots:
    """A field for another place, by name or degrees, and what it finds; nothing for what is no place."""
    if entity.label not in PLACES:
        return {}
    words = st.text_input(
        "Somewhere else: find a place by name, or give latitude and longitude",
        key=f"{key}-where",
        placeholder="Rafah, or 31.29, 34.25",
        max_chars=100,
    )
    return found_by(words, page_model().gazetteer, one_line(entity.name)) if words.strip() else {}


def found_by(words: str, gazetteer: Gazetteer, name: str) -> Spots:
    """The places that words stand for: namesakes from the gazetteer, or the spot at these degrees."""
    if degrees := _DEGREES.fullmatch(words):
        lat, lon = float(degrees[1]), float(degrees[2])
        if abs(lat) > 90 or abs(lon) > 180:
            return {}
        return {f"{lat},{lon}": PlaceChoice(name, None, "site", lat, lon, None, 1.0)}
    records = gazetteer.lookup(one_line(words))[:_MOST]
    return {
        one.geonameid or f"{one.lat},{one.lon}": PlaceChoice(
            one.name, one.country, one.kind, one.lat, one.lon, one.geonameid, 1.0
        )
        for one in records
    }


def place_buttons(
    analysis: Analysis, entity: Entity, choices: Sequence[PlaceChoice], gazetteer: Gazetteer, *, key: str
) -> None:
    """Where a name could be, each place a button that moves its pin, and one that takes it off the map."""
    ref = entity_ref(entity)
    with st.container(horizontal=True, key=f"{key}-places"):
        for number, choice in enumerate(choices):
            wish = PutPlace(ref, choice)
            words = told_apart(choice, gazetteer)
            st.button(words, key=f"{key}-{number}", on_click=correct, args=(analysis.article.id, wish))
        nowhere = PutPlace(ref, None)
        st.button("Not a place", key=f"{key}-not", on_click=correct, args=(analysis.article.id, nowhere))


def spot_words(spot: PlaceChoice | None) -> str:
    """A spot in a list."""
    if spot is None:
        return "Take it off the map"
    if spot.geonameid is None:
        return f"{spot.name} ({spot.lat:.2f}, {spot.lon:.2f})"
    return told_apart(spot, page_model().gazetteer)
