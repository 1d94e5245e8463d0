"""Colours and fonts, the same everywhere: page, chart, map, picture, report. No Streamlit.

Okabe and Ito's colour-blind safe set. On white its lighter hues fall below 3:1, so the light theme
takes a darker shade of the same hue, and the dark theme a lighter one.
"""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]

# Streamlit serves the first of each from the page's own host (.streamlit/config.toml names the same), so that every
# machine draws the same page; the second is its name where it is installed. The others stand behind them, for a report.
SANS = "'Source Sans', 'Source Sans 3', 'Liberation Sans', 'Helvetica Neue', Arial, system-ui, sans-serif"
SERIF = "'Source Serif', 'Source Serif 4', 'Liberation Serif', Georgia, 'Times New Roman', serif"
MONO = "'Source Code Pro', 'Liberation Mono', Menlo, Consolas, ui-monospace, monospace"
FONTS = {"sans": SANS, "serif": SERIF, "mono": MONO}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity in plain words; labels are OntoNotes', light and dark its colours."""

    id: str
    plural: str
    singular: str
    labels: tuple[str, ...]
    light: str
    dark: str


KINDS: tuple[Kind, ...] = (
    Kind("people", "People", "Person", ("PERSON",), "#0072B2", "#4DA9E0"),
    Kind("organisations", "Organisations", "Organisation", ("ORG",), "#C04F00", "#F08A4B"),
    Kind("places", "Places", "Place", ("GPE", "LOC", "FAC"), "#00805E", "#2FC496"),
    Kind("groups", "Groups", "Group", ("NORP",), "#A8447F", "#DB94BC"),
    Kind("events", "Events", "Event", ("EVENT",), "#946300", "#E6B23C"),
    Kind(
        "works",
        "Works, laws, products",
        "Work, law or product",
        ("WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"),
        "#5F5A7A",
        "#ABA5CB",
    ),
)
OTHER = Kind("other", "Other", "Other", (), "#666666", "#A6A6A6")
_BY_LABEL = {label: kind for kind in KINDS for label in kind.labels}

PAPER = {"light": "#FCFBF8", "dark": "#16171A"}
RAISED = {"light": "#F3F1EB", "dark": "#202226"}
INK = {"light": "#1D1D1B", "dark": "#EAE7E0"}
MUTED = {"light": "#5E5B55", "dark": "#A9A59C"}
RULE = {"light": "#DAD6CC", "dark": "#383A40"}
ACCENT = {"light": "#9B2226", "dark": "#EE8F8A"}

# Quotes keep off the kinds' hues: the more stands in marks, the darker; the pattern says it again.
QUOTE_FILL = {
    "direct": {"light": "#33383F", "dark": "#E3E0D8"},
    "mixed": {"light": "#6B7480", "dark": "#A3A9B2"},
    "indirect": {"light": "#87919D", "dark": "#7C8590"},
}
QUOTE_PATTERN = {"direct": "", "mixed": "/", "indirect": "."}


def kind_of(label: str) -> Kind:
    """The kind a reader would call an OntoNotes label."""
    return _BY_LABEL.get(label, OTHER)


def kind_colour(kind: Kind, theme: Theme) -> str:
    """The colour of a kind on the theme's paper."""
    return kind.dark if theme == "dark" else kind.light


def colour(label: str, theme: Theme) -> str:
    """The colour of an OntoNotes label on the theme's paper."""
    return kind_colour(kind_of(label), theme)


def ink(theme: Theme) -> str:
    """The colour of text."""
    return INK[theme]


def paper(theme: Theme) -> str:
    """The colour text is set on."""
    return PAPER[theme]
