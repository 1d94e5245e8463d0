"""One correction of each kind to the small article of these tests, and who they are about."""

from datetime import date

from pipeline.corrections import (
    Add,
    AddQuote,
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
from pipeline.model import PlaceChoice

ELLUND, REYL = EntityRef("e1", "Mara Ellund"), EntityRef("e2", "Tomas Reyl")
TRUST, RAFAH, CITY = EntityRef("e3", "Harbour Trust"), EntityRef("e5", "Rafah"), EntityRef("e6", "Gaza City")
OTHER_RAFAH = PlaceChoice("Rafah (Sinai)", "EG", "city", 31.2, 34.2, 77, 0.1)


def entity(analysis, id):
    return next((e for e in analysis.entities if e.id == id), None)


def quote_ref(analysis, n):
    return QuoteRef(analysis.quotes[n].start, analysis.quotes[n].end)


def every_correction(analysis):
    """One of each, in an order in which all fit."""
    text = analysis.article.text
    words = "aid workers"
    return (
        Rename(CITY, "City of Gaza"),
        Relabel(TRUST, "PERSON"),
        Split(ELLUND, "Ellund"),
        Merge(REYL, TRUST),
        Add("lorries", "PRODUCT"),
        Speaker(quote_ref(analysis, 3), ELLUND),
        SaidOn(quote_ref(analysis, 4), date(2024, 3, 17)),
        NoQuote(quote_ref(analysis, 2)),
        AddQuote(QuoteRef(text.index(words), text.index(words) + len(words)), "direct"),
        PutPlace(RAFAH, OTHER_RAFAH),
        Delete(EntityRef("e8", "Spring Congress")),
    )
