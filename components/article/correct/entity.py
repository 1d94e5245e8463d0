"""The form for one name: what it is called, what it is, with whom it is one, where it lies, or away with it.

The forms for several names or several quotes at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.article.correct.fields import (
    LABELS,
    choice,
    entity_ref,
    kind_field,
    names_of,
)
from components.article.correct.place import put_elsewhere
from components.elements.notices import heading
from components.formatting import one_line, shorten
from components.session.choosing import choose_together, clear, picked
from components.session.corrections import correct
from components.session.state import widget_value
from pipeline.corrections import Correction, Delete, EntityRef, Merge, Relabel, Rename, Split
from pipeline.model import Analysis, Entity


def correct_entity(analysis: Analysis, entity: Entity) -> None:
    """Name, kind, merging, splitting, away with it; and, for a place, the spot on the map."""
    key = f"fix-{entity.id}"
    wish = _Form(analysis, entity, key)
    heading("Correct this name")
    with st.container(key="correct"):
        with st.form(f"{key}-form", border=False, enter_to_submit=True):
            st.text_input("Name", one_line(entity.name), key=f"{key}-name", max_chars=200)
            labels = list(dict.fromkeys([entity.label, *LABELS]))
            st.selectbox("Kind", labels, format_func=lambda label: LABELS.get(label, label), key=f"{key}-label")
            choice("The same as", names_of(analysis, [entity.id]), f"{key}-into", "no other name")
            written = sorted({m.text for m in analysis.mentions if m.entity_id == entity.id})
            if len(written) > 1:
                choice("Not the same where written", {text: shorten(text, 60) for text in written}, f"{key}-split", "—")
            with st.container(horizontal=True):
                st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=wish.apply)
                st.form_submit_button("Not a name: remove it", key=f"{key}-delete", on_click=wish.delete)
        put_elsewhere(analysis, entity, key)


@dataclass(frozen=True, slots=True)
class _Form:
    """The form's answers, read when a button is pressed."""

    analysis: Analysis
    entity: Entity
    key: str

    def apply(self) -> None:
        """Whatever differs from what is shown becomes a correction."""
        items = entity_corrections(
            entity_ref(self.entity),
            self.entity,
            name=widget_value(f"{self.key}-name", self.entity.name),
            label=widget_value(f"{self.key}-label", self.entity.label),
            written=widget_value(f"{self.key}-split"),
        )
        into = widget_value(f"{self.key}-into")
        if target := next((entity for entity in self.analysis.entities if entity.id == into), None):
            items.append(Merge(self._renamed(items), entity_ref(target)))
        correct(self.analysis.article.id, *items)
        if target and picked("entity"):
            choose_together("entity", [target.id])

    def _renamed(self, items: list[Correction]) -> EntityRef:
        names = [item.name for item in items if isinstance(item, Rename)]
        return EntityRef(self.entity.id, names[-1]) if names else entity_ref(self.entity)

    def delete(self) -> None:
        """Away with it."""
        correct(self.analysis.article.id, Delete(entity_ref(self.entity)))
        clear()


def entity_corrections(
    ref: EntityRef,
    entity: Entity,
    *,
    name: str,
    label: str,
    written: str | None = None,
) -> list[Correction]:
    """The corrections that make the entity what the form says; the name last, since the others refer to it."""
    items: list[Correction] = []
    if label != entity.label:
        items.append(Relabel(ref, label))
    if written:
        items.append(Split(ref, written))
    if one_line(name) not in ("", one_line(entity.name)):
        items.append(Rename(ref, one_line(name)))
    return items


def correct_entities(analysis: Analysis, entities: Sequence[Entity]) -> None:
    """One thing under one of the names, another kind for all, or away with all."""
    key = "fix-names-" + "-".join(entity.id for entity in entities)
    article = analysis.article.id

    def apply() -> None:
        into, label = widget_value(f"{key}-into"), widget_value(f"{key}-label")
        correct(article, *several_corrections(entities, into, label))
        if into and picked("entity"):
            choose_together("entity", [into])

    def remove() -> None:
        correct(article, *(Delete(entity_ref(entity)) for entity in entities))
        clear()

    heading(f"Correct these {len(entities)} names together")
    with st.container(key="correct"), st.form(f"{key}-form", border=False, enter_to_submit=True):
        names = {entity.id: shorten(entity.name, 60) for entity in entities}
        choice("All are one and the same, called", names, f"{key}-into", "no, they stay apart")
        kind_field("All are of the kind", f"{key}-label")
        with st.container(horizontal=True):
            st.form_submit_button("Apply", key=f"{key}-apply", type="primary", on_click=apply)
            st.form_submit_button("None is a name: remove them", key=f"{key}-delete", on_click=remove)


def several_corrections(entities: Sequence[Entity], into: str | None, label: str | None) -> list[Correction]:
    """The corrections that make these entities one, or all of one kind."""
    items: list[Correction] = []
    if label:
        items += [Relabel(entity_ref(entity), label) for entity in entities if label != entity.label]
    target = next((entity for entity in entities if entity.id == into), None)
    if target:
        items += [Merge(entity_ref(entity), entity_ref(target)) for entity in entities if entity.id != into]
    return items
