"""What is chosen can be corrected: one small form for an entity, its place, or a quote."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

import streamlit as st

from components.facts import speaker_name
from components.history import correct
from components.notices import hint
from components.palette import KINDS
from components.state import choose, clear, widget_value
from components.words import one_line, shorten
from pipeline.corrections import (
    Add,
    AddQuote,
    Correction,
    Delete,
    EntityRef,
    Merge,
    NoQuote,
    PutPlace,
    QuoteRef,
    Relabel,
    Rename,
    SaidOn,
    Speaker,
    Split,
)
from pipeline.model import Analysis, Entity, PlaceChoice, Quote, QuoteKind

LABELS = {kind.labels[0]: kind.singular for kind in KINDS}
OFF_THE_MAP = "nowhere"
_KEEP = "keep"


def correct_entity(analysis: Analysis, entity: Entity) -> None:
    """Name, kind, merging, splitting, the spot on the map, or away with it."""
    key = f"fix-{entity.id}"
    ref = EntityRef(entity.id, entity.name)
    with st.expander("Correct this name", key="correct"), st.form(f"{key}-form", border=False):
        st.text_input("Name", one_line(entity.name), key=f"{key}-name", max_chars=200)
        labels = list(dict.fromkeys([entity.label, *LABELS]))
        st.selectbox("Kind", labels, format_func=lambda label: LABELS.get(label, label), key=f"{key}-label")
        _choice("The same as", _others(analysis, entity), f"{key}-into", "no other name")
        written = sorted({m.text for m in analysis.mentions if m.entity_id == entity.id})
        if len(written) > 1:
            _choice("Not the same where written", {text: shorten(text, 60) for text in written}, f"{key}-split", "—")
        if spots := spots_of(analysis, entity):
            _choice("On the map", {n: _spot(spot) for n, spot in spots.items()}, f"{key}-spot", "as it is")
        with st.container(horizontal=True):
            wish = _EntityForm(analysis, entity, ref, key)
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=wish.apply)
            st.form_submit_button("Not a name: remove it", key=f"{key}-delete", on_click=wish.delete)


@dataclass(frozen=True, slots=True)
class _EntityForm:
    """The form's answers, read when a button is pressed."""

    analysis: Analysis
    entity: Entity
    ref: EntityRef
    key: str

    def apply(self) -> None:
        """Whatever differs from what is shown becomes a correction."""
        into = _others(self.analysis, self.entity).get(widget_value(f"{self.key}-into"))
        items = entity_corrections(
            self.ref,
            self.entity,
            name=widget_value(f"{self.key}-name", self.entity.name),
            label=widget_value(f"{self.key}-label", self.entity.label),
            written=widget_value(f"{self.key}-split"),
            spot=widget_value(f"{self.key}-spot"),
            spots=spots_of(self.analysis, self.entity),
        )
        if into is not None:
            target = next(e for e in self.analysis.entities if e.id == widget_value(f"{self.key}-into"))
            items.append(Merge(self._renamed(items), EntityRef(target.id, target.name)))
            choose("entity", target.id, "correction")
        correct(self.analysis.article.id, *items)

    def _renamed(self, items: list[Correction]) -> EntityRef:
        names = [item.name for item in items if isinstance(item, Rename)]
        return EntityRef(self.ref.id, names[-1]) if names else self.ref

    def delete(self) -> None:
        """Away with it."""
        correct(self.analysis.article.id, Delete(self.ref))
        clear()


def entity_corrections(
    ref: EntityRef,
    entity: Entity,
    *,
    name: str,
    label: str,
    written: str | None = None,
    spot: int | str | None = None,
    spots: dict[int | str, PlaceChoice | None] | None = None,
) -> list[Correction]:
    """The corrections that make the entity what the form says; the name last, since the others refer to it."""
    items: list[Correction] = []
    if label != entity.label:
        items.append(Relabel(ref, label))
    if spot is not None and spots and spot in spots:
        items.append(PutPlace(ref, spots[spot]))
    if written:
        items.append(Split(ref, written))
    if one_line(name) not in ("", one_line(entity.name)):
        items.append(Rename(ref, one_line(name)))
    return items


def spots_of(analysis: Analysis, entity: Entity) -> dict[int | str, PlaceChoice | None]:
    """Where else the place could be, and nowhere; nothing for what is no place."""
    places = [place for place in analysis.places if place.entity_id == entity.id]
    if not places:
        return {}
    now = {place.geonameid for place in places}
    found: dict[int | str, PlaceChoice | None] = {}
    for choice in (choice for place in places for choice in place.alternatives):
        if choice.geonameid not in now:
            found.setdefault(choice.geonameid or choice.name, choice)
    if any(place.lat is not None for place in places):
        found[OFF_THE_MAP] = None
    return found


def _spot(spot: PlaceChoice | None) -> str:
    if spot is None:
        return "Take it off the map"
    return f"{spot.name}, {spot.country or 'no country'} ({spot.lat:.2f}, {spot.lon:.2f})"


def _others(analysis: Analysis, entity: Entity) -> dict[str, str]:
    return {other.id: shorten(other.name, 60) for other in analysis.entities if other.id != entity.id}


def _choice(label: str, options: Mapping[Any, str], key: str, nothing: str) -> None:
    st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda option: options.get(option, str(option)),
        placeholder=nothing,
        key=key,
    )


def correct_quote(analysis: Analysis, quote: Quote) -> None:
    """Speaker, day, or no quote at all."""
    key = f"fix-{quote.id}-{quote.start}"
    names = {_KEEP: f"{shorten(speaker_name(quote), 60)}, as it is", "": "nobody the text makes clear"}
    names |= {entity.id: shorten(entity.name, 60) for entity in analysis.entities}
    refs = {entity.id: EntityRef(entity.id, entity.name) for entity in analysis.entities}
    ref, article = QuoteRef(quote.start, quote.end), analysis.article.id

    def apply() -> None:
        who, day = widget_value(f"{key}-who", _KEEP), widget_value(f"{key}-day")
        items: list[Correction] = [] if who == _KEEP else [Speaker(ref, refs.get(who))]
        correct(article, *items, *([SaidOn(ref, day)] if day != quote.said_on else []))

    def remove() -> None:
        correct(article, NoQuote(ref))
        clear()

    with st.expander("Correct this quote", key="correct"), st.form(f"{key}-form", border=False):
        st.selectbox("Speaker", list(names), format_func=lambda who: names.get(who, who), key=f"{key}-who")
        st.date_input("Said on", quote.said_on, format="YYYY-MM-DD", key=f"{key}-day")
        with st.container(horizontal=True):
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=apply)
            st.form_submit_button("Not a quote: remove it", key=f"{key}-delete", on_click=remove)


def mark_something(analysis: Analysis) -> None:
    """Words that were missed, as a name or as a quote."""
    article = analysis.article
    kinds = {**LABELS, "direct": "Direct quote", "indirect": "Indirect quote"}

    def apply() -> None:
        words, kind = widget_value("mark-words", ""), widget_value("mark-kind")
        correct(article.id, *missed(article.text, words, kind))

    with st.expander("Mark what was missed", key="mark"), st.form("mark-form", border=False):
        st.text_input("Words, as they stand in the article", key="mark-words")
        st.selectbox("They are a", list(kinds), format_func=lambda kind: kinds.get(kind, kind), key="mark-kind")
        st.form_submit_button("Mark", key="mark-apply", type="primary", on_click=apply)
        hint("A name is marked wherever it stands; a quote where it stands first.")


def missed(text: str, words: str, kind: str) -> list[Correction]:
    """The correction that marks these words; a quote that does not stand in the text misfits, and says so."""
    if not words.strip():
        return []
    for quoted in get_args(QuoteKind):
        if kind == quoted:
            start = text.find(words.strip())
            return [AddQuote(QuoteRef(start, start + len(words.strip())), quoted)]
    return [Add(words, kind)]
