"""No name is written over the scale bar of the drawn map."""

import re

from components.map.box import Box
from components.map.svg import map_svg

BOX = Box(34.0, 31.1, 34.8, 31.6)


def svg(*towns):
    return map_svg((), BOX, theme="light", neighbours=towns, width=350, height=217)


def test_a_town_below_the_scale_bar_goes_without_its_name():
    bar = [float(n) for n in re.search(r'<polyline points="([^"]+)"', svg()).group(1).replace(",", " ").split()]
    assert re.search(r">\d+ km</text>", svg())
    at_bar = BOX.west + (BOX.east - BOX.west) * (bar[2] + bar[4]) / 2 / 350
    assert "Undertown" not in svg(("Undertown", at_bar, BOX.south + 0.035))
    assert "Undertown" in svg(("Undertown", *BOX.centre))
