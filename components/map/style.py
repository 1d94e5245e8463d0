"""The map's look as a MapLibre style dictionary, from local files only. No Streamlit, no plotly.

The style has no "glyphs" entry: then the browser draws all text from its own fonts and asks nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.map.borders import URL, detail_url
from components.palette import Theme

STREET_HOST = "tile.openstreetmap.org"
STREETS = {  # only when the reader asks for it: the host learns which ground is looked at
    "type": "raster",
    "tiles": [f"https://{STREET_HOST}/{{z}}/{{x}}/{{y}}.png"],
    "tileSize": 256,
    "maxzoom": 19,
    "attribution": "© OpenStreetMap contributors",
}
NEAR = 4.0  # from this zoom on, countries at full detail take over from the picture of the world
PLAIN = ["Source Sans", "Liberation Sans", "Arial", "sans-serif"]  # as the page's text
BOLD = ["Semibold", *PLAIN]  # the first word tells MapLibre the weight and style, no font bears it
ITALIC = ["Italic", *PLAIN]
AROUND = ["left", "right", "top", "bottom", "top-left", "bottom-left", "top-right", "bottom-right"]
NEARBY = ["center", "top", "bottom"]
AWAY = ["center", "top", "bottom", "left", "right", "top-left", "bottom-right"]


@dataclass(frozen=True, slots=True)
class Colours:
    """Of everything but the pins."""

    sea: str
    land: str
    named_land: str
    border: str
    region_line: str
    town: str
    country: str
    sea_name: str
    label: str
    halo: str


COLOURS: dict[Theme, Colours] = {
    "light": Colours(
        sea="#D5E1E9",
        land="#F8F5EE",
        named_land="#E3ECE1",
        border="#9C9486",
        region_line="#D8D0C1",
        town="#6B665E",
        country="#857D70",
        sea_name="#5B7C92",
        label="#1D1D1B",
        halo="#FFFFFF",
    ),
    "dark": Colours(
        sea="#131E27",
        land="#2B2D31",
        named_land="#2A3A37",
        border="#7A7E86",
        region_line="#44474D",
        town="#A8A39A",
        country="#989389",
        sea_name="#7496AC",
        label="#F5F2EB",
        halo="#16171A",
    ),
}


def style(
    theme: Theme,
    *,
    near: Sequence[str],
    named: Sequence[str],
    sources: dict[str, Any],
    accent: str,
    streets: bool = False,
) -> dict[str, Any]:
    """The whole style. near: countries at full detail; named: those to tint; sources: from layers.py."""
    found = {"world": _url(f"{URL}/world.geojson"), **{iso: _url(detail_url(iso)) for iso in near}}
    found |= {name: {"type": "geojson", "data": data} for name, data in sources.items()}
    colours = COLOURS[theme]
    ground = [_background(colours), *_land(colours, near, named)]
    if streets:
        found["streets"] = STREETS
        ground.append({"id": "streets", "type": "raster", "source": "streets"})
    ground += [*_areas(accent), *_lines(colours, near)]
    return {"version": 8, "name": f"dateline-{theme}", "sources": found, "layers": [*ground, *_names(colours, accent)]}


def _url(url: str) -> dict[str, Any]:
    return {"type": "geojson", "data": url}


def _background(colours: Colours) -> dict[str, Any]:
    return {"id": "sea", "type": "background", "paint": {"background-color": colours.sea}}


def _land(colours: Colours, near: Sequence[str], named: Sequence[str]) -> list[dict[str, Any]]:
    is_named = ["in", ["get", "iso"], ["literal", list(named)]]
    paint = {"fill-color": ["case", is_named, colours.named_land, colours.land]}
    far, kind = ["in", ["get", "iso"], ["literal", list(near)]], ["==", ["get", "kind"], "land"]
    layers: list[dict[str, Any]] = [
        _layer("land", "fill", "world", paint, filter=["all", kind, ["!", far]]),
        _layer("land-far", "fill", "world", paint, filter=["all", kind, far], maxzoom=NEAR),
    ]
    layers += [_layer(f"land-{iso}", "fill", iso, paint, filter=kind, minzoom=NEAR) for iso in near]
    lakes = _layer("lakes", "fill", "world", {"fill-color": colours.sea}, filter=["==", ["get", "kind"], "lake"])
    return [*layers, lakes]


def _areas(accent: str) -> list[dict[str, Any]]:
    """The ground of regions that the article names."""
    line = {"line-color": accent, "line-opacity": 0.7, "line-width": 1.4}
    return [
        _layer("area-fill", "fill", "shapes", {"fill-color": accent, "fill-opacity": 0.2}),
        _layer("area-line", "line", "shapes", line),
    ]


def _lines(colours: Colours, near: Sequence[str]) -> list[dict[str, Any]]:
    width = ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.2, 10, 1.8]
    solid: dict[str, Any] = {"line-color": colours.border, "line-width": width}
    dashed = {**solid, "line-dasharray": [3, 2.5]}
    thin: dict[str, Any] = {"line-color": colours.region_line, "line-width": 0.9}
    sides = [["in", ["get", side], ["literal", list(near)]] for side in ("a", "b")]
    layers = []
    for kind, paint in (("border", solid), ("disputed", dashed)):
        is_kind = ["==", ["get", "kind"], kind]
        layers.append(_layer(kind, "line", "world", paint, filter=["all", is_kind, ["!", ["any", *sides]]]))
        layers.append(
            _layer(f"{kind}-far", "line", "world", paint, filter=["all", is_kind, ["any", *sides]], maxzoom=NEAR)
        )
    for iso in near:
        for kind, paint in (("region", thin), ("border", solid), ("disputed", dashed)):
            is_kind = ["==", ["get", "kind"], kind]
            layers.append(_layer(f"{kind}-{iso}", "line", iso, paint, filter=is_kind, minzoom=NEAR))
    return layers


def _names(colours: Colours, accent: str) -> list[dict[str, Any]]:
    """All text. Where two names would touch, the layer named last here wins its room."""
    order: dict[str, Any] = {"symbol-sort-key": ["get", "order"]}
    size: dict[str, Any] = {"text-size": ["get", "size"]}
    upper: dict[str, Any] = {"text-field": ["upcase", ["get", "name"]], "text-letter-spacing": 0.16}
    sea: dict[str, Any] = {**size, "text-font": ITALIC, "text-letter-spacing": 0.08, **_around(NEARBY, 0.6)}
    pin: dict[str, Any] = {"text-font": BOLD, "text-size": 14, **order}
    right, left = (pin | _around(anchors, ["get", "offset"]) for anchors in (AROUND, ["right", *AROUND]))
    area = {"text-font": BOLD, "text-size": 13.5, "text-letter-spacing": 0.03, **order, **_around(AWAY, 0.9)}
    return [
        _text("sea-names", "seas", colours.sea_name, colours.sea, sea),
        _text("town-names", "towns", colours.town, colours.land, {"text-size": 11.5, **_DOTTED, **order}),
        _text(
            "country-names",
            "countries",
            colours.country,
            colours.land,
            {**size, **upper, **order, **_around(AWAY, 0.6)},
        ),
        _text("area-names", "areas", accent, colours.halo, area),
        {**_text("place-names", "pins", colours.label, colours.halo, right), "filter": ["!", _EASTERN]},
        {**_text("place-names-east", "pins", colours.label, colours.halo, left), "filter": _EASTERN},
        _text("pin-room", "pins", UNSEEN, UNSEEN, {"text-size": ["get", "room"], "text-field": "●", **_ROOM}),
    ]


_EASTERN = ["get", "eastern"]  # near the right edge, where a name to the right would be cut off
UNSEEN = "rgba(0,0,0,0)"
_ROOM = {"text-allow-overlap": True, "text-padding": 0}  # keeps names off the pins
_DOTTED = {  # the dot, not the name, marks the spot
    "text-field": ["format", "•", {"font-scale": 0.9}, ["concat", " ", ["get", "name"]], {}],
    "text-anchor": "left",
    "text-offset": [-0.3, 0],
}


def _around(anchors: list[str], offset: Any) -> dict[str, Any]:
    return {"text-variable-anchor": anchors, "text-radial-offset": offset, "text-justify": "auto"}


def _text(id: str, source: str, colour: str, halo: str, layout: dict[str, Any]) -> dict[str, Any]:
    paint = {"text-color": colour, "text-halo-color": halo, "text-halo-width": 1.4}
    plain = {"text-field": ["get", "name"], "text-font": PLAIN, "text-max-width": 9}
    return _layer(id, "symbol", source, paint, layout=plain | layout)


def _layer(id: str, type: str, source: str, paint: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": id, "type": type, "source": source, "paint": paint, **more}
