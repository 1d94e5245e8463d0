"""The map in the browser: drawn from our own files, labelled; that a pin opens its sentences is in test_reading.py."""

import pytest

from components.map.style import COLOURS, PLAIN, STREET_HOST
from components.palette import ACCENT, colour

MAP = "document.querySelector('.st-key-panel-map .js-plotly-plot')._fullLayout.map._subplot.map"
NAMES = f"() => {MAP}.queryRenderedFeatures({{layers: LAYERS}}).map(f => f.properties.name)"
PLACES = '["place-names", "place-names-east"]'
TRIO = {"Rafah", "Khan Younis", "Gaza City"}


def names(reader, layers=PLACES):
    return set(reader.page.evaluate(NAMES.replace("LAYERS", layers)))


def spot(reader, name):
    """Where a pin is on the screen."""
    chart = reader.page.locator(".st-key-panel-map .js-plotly-plot")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    x, y = reader.page.evaluate(
        f"""name => {{
            const pins = {MAP}.querySourceFeatures('pins').filter(f => f.properties.name === name);
            const at = {MAP}.project(pins[0].geometry.coordinates);
            return [at.x, at.y];
        }}""",
        name,
    )
    return box["x"] + x, box["y"] + y, box


@pytest.mark.parametrize(
    "width,theme",
    [
        (390, "dark"),
        pytest.param(1280, "light", marks=pytest.mark.sweep),  # where the row below is chosen
        pytest.param(390, "light", marks=pytest.mark.sweep),
        pytest.param(1920, "dark", marks=pytest.mark.sweep),
    ],
)
def test_gaza_is_drawn_and_its_towns_are_named_apart(sample, share, theme, width):
    reader = sample(width=width, theme=theme, section="Map")
    chart = reader.page.locator(".st-key-panel-map .js-plotly-plot")
    image = reader.picture(chart)
    look = COLOURS[theme]
    assert share(image, look.sea) > 0.1
    assert share(image, look.land) + share(image, look.named_land) > 0.1
    assert share(image, colour("GPE", theme)) > 0.0003  # the pins
    assert names(reader) >= TRIO
    places = [spot(reader, name)[:2] for name in sorted(TRIO)]
    gaps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for n, a in enumerate(places) for b in places[:n]]
    assert min(gaps) > 12


def test_a_row_opens_the_same_and_rings_the_pin(sample, share):
    reader = sample(section="Map")
    reader.page.locator(".st-key-table-map-table tbody tr").first.locator("td").nth(1).click()
    reader.idle()
    assert reader.marks()
    chart = reader.drawn().page.locator(".st-key-panel-map .js-plotly-plot")
    assert share(reader.picture(chart), ACCENT["light"], near=30) > 0.0001


def test_the_views_show_other_ground_and_the_one_chosen_stays_when_its_tab_is_left(sample):
    reader = sample(sharp=False)
    reader.tab("Map")
    zooms = {}
    for view in ("All places", "Main area", "World"):
        reader.page.get_by_text(view, exact=True).click()
        reader.idle().drawn()
        zooms[view] = reader.page.evaluate(f"() => {MAP}.getZoom()")
        if view == "All places":
            assert "Washington" in names(reader)
    assert zooms["World"] < 2.5
    assert zooms["World"] <= zooms["All places"] < zooms["Main area"]
    reader.tab("Overview")
    panel = reader.tab("Map")
    chosen = panel.locator(".st-key-map-switches button[aria-checked=true], .st-key-map-switches [kind*=Active]")
    assert chosen.first.inner_text() == "World"
    assert reader.page.evaluate(f"() => {MAP}.getZoom()") == pytest.approx(zooms["World"], abs=0.01)
    panel.get_by_text("Main area", exact=True).click()  # as the next reader of this window expects it
    reader.idle()


def test_the_map_writes_its_names_in_the_page_s_font(sample):
    reader = sample(section="Map", sharp=False)
    assert PLAIN[0] == "Source Sans"
    assert reader.page.evaluate("""() => [...document.fonts].filter(one => one.status === 'loaded')
        .map(one => one.family.replaceAll('"', '') + ' ' + one.style)
        .filter(name => name.startsWith('Source Sans')).sort()""") == ["Source Sans italic", "Source Sans normal"]


def test_the_plain_picture_needs_no_webgl(sample, share):
    panel = (reader := sample(section="Map")).page.locator(".st-key-panel-map")
    panel.get_by_text("Plain picture, for print").click()
    reader.idle()
    picture = panel.locator(".st-key-map-picture .picture")
    assert "Khan Younis" in picture.get_attribute("aria-label")
    image = reader.picture(picture)
    assert share(image, COLOURS["light"].sea) > 0.1
    assert share(image, colour("GPE", "light")) > 0.001
    panel.get_by_text("Plain picture, for print").click()  # as the next reader of this window expects it
    reader.idle()


def test_streets_ask_their_host_only_when_switched_on_and_the_map_stays_without_them(visit, share):
    reader = visit(allowed=(f"https://{STREET_HOST}/",))
    reader.page.route(f"https://{STREET_HOST}/**", lambda route: route.abort())
    reader.open("?article=sample&view=Map")
    panel = reader.ready().tab("Map")
    assert reader.strangers == []
    assert STREET_HOST in panel.inner_text()
    with reader.page.expect_event("requestfailed"):
        panel.get_by_text(f"Streets, from {STREET_HOST}").click()
    reader.idle()
    reader.page.wait_for_function(f"() => {MAP} && {MAP}.isStyleLoaded()")
    assert reader.strangers
    assert share(reader.picture(panel.locator(".js-plotly-plot")), COLOURS["light"].sea) > 0.1


SIX = """Six ports, one strike

Dockers in Rotterdam, Singapore, Durban, Santos, Los Angeles and Sydney stopped work on 3 May 2024. "We are one crew,"
said Nadia Okri in Rotterdam. Ships waited off Tokyo and Wellington, and off Anchorage in Alaska.
"""
UNSEEN = f"""() => {{
    const map = {MAP}, box = map.getContainer(), room = box.closest('[data-testid="stElementContainer"]'); // which cuts
    const high = Math.min(box.clientHeight, room.clientHeight);
    const inside = at => at.x >= 0 && at.x <= box.clientWidth && at.y >= 0 && at.y <= high;
    return map.getSource('pins').serialize().data.features.filter(pin => ![-360, 0, 360].some(turn => {{
        const [lon, lat] = pin.geometry.coordinates;
        return inside(map.project([lon + turn, lat]));
    }})).map(pin => pin.properties.name);
}}"""


def test_all_places_of_six_continents_are_in_sight_once_or_named(visit):
    reader = visit(width=390).paste(SIX).ready()
    for width in (390, 1280, 1920):
        reader.tab("Overview").page.set_viewport_size({"width": width, "height": 900})
        panel = reader.tab("Map")  # drawn anew in this width
        reader.page.wait_for_function(f"() => {MAP} && {MAP}.getMinZoom() > -1")
        reader.drawn()
        said = panel.locator(".away").inner_text()
        assert [name for name in reader.page.evaluate(UNSEEN) if name not in said] == [], width
        if width < 1900:
            assert said == "", width
        world = reader.page.evaluate(f"() => 512 * 2 ** {MAP}.getZoom()")
        room = reader.page.evaluate(f"() => {MAP}.getContainer().clientWidth")
        assert world >= room - 1, width  # the world once at most
        if width < 1900:
            whole_at(reader, width)


def test_what_lies_far_off_has_a_small_map_that_covers_no_pin_and_no_name_is_cut(visit):
    reader = visit().paste(FAR).ready()
    panel = reader.tab("Map")
    small = panel.locator("[class*=st-key-map-inset] .picture")
    small.wait_for()
    assert "Washington" in small.get_attribute("aria-label")
    room = small.bounding_box()
    for name in ("Rafah", "Khan Younis"):
        x, y, box = spot(reader, name)
        room = small.bounding_box()
        assert box["x"] <= room["x"]
        assert not (room["x"] < x < room["x"] + room["width"] and room["y"] < y < room["y"] + room["height"])
    assert "Washington" in panel.locator(".away").inner_text()
    whole_at(reader, 720, 390)


FAR = """Rafah crossing stays shut

RAFAH, 19 March 2024 - Lorries stood still at the Rafah crossing on Monday. Drivers from Khan Younis and Gaza City said
they had waited since Friday. "We sleep in the cab," said Yusuf Sarraj, a driver from Rafah. In Washington, D.C., a
spokeswoman said talks would go on. Officials in Khan Younis asked for fuel. In Rafah, bakeries closed.
"""


MEXICO = """Roads in the south-east are under water

TUXTLA, 12 May 2024 - Rivers left their beds between Coatzacoalcos and San Cristóbal de las Casas on Friday. "We are
an island now," said Renata Ulloa, a nurse in Tuxtla Gutiérrez. Villahermosa and Ciudad del Carmen had no power, and in
Salina Cruz and Tapachula schools stayed shut. Lorries waited in Minatitlán and Comitán de Domínguez.
"""
CUT = f"""() => {{
    const map = {MAP}, {{ clientWidth: wide, clientHeight: high }} = map.getContainer();
    const layers = ['place-names', 'place-names-east', 'area-names', 'town-names', 'country-names', 'sea-names'];
    const [left, right] = [[[0, 0], [1, high]], [[wide - 1, 0], [wide, high]]];
    const [top, bottom] = [[[0, 0], [wide, 1]], [[0, high - 1], [wide, high]]];
    const found = [left, right, top, bottom].flatMap(edge => map.queryRenderedFeatures(edge, {{ layers }}));
    return found.map(one => one.properties.name);
}}"""
SETTLED = f"""() => {{
    const map = {MAP}, {{ clientWidth: wide }} = map.getContainer(), box = map.getContainer().parentElement;
    return map.getLayer('place-names').settled === `${{wide}} ${{map.getZoom()}} ${{map.getCenter()}}`
        && wide === map.getCanvas().clientWidth && Math.abs(wide - box.clientWidth) < 2;
}}"""


def settled(reader):
    """The map once its names are where they have room."""
    reader.page.wait_for_function(SETTLED)
    return reader.drawn()


def test_no_name_is_cut_by_the_edge_of_the_map(visit):
    reader = visit(width=390).paste(MEXICO).ready()
    reader.tab("Map")
    whole_at(reader, 390, 720, 1280)


def whole_at(reader, *widths):
    """No name is cut by the edge of the map that is drawn, in any of these widths."""
    for width in widths:
        reader.page.set_viewport_size({"width": width, "height": 900})
        settled(reader.idle())
        assert reader.page.evaluate(CUT) == [], width
        assert names(reader), width


def test_the_map_of_many_articles_has_the_small_map_and_its_tools(visit, tmp_path):
    for name, text in (
        ("rafah.txt", FAR),
        ("gaza.txt", FAR.replace("stays shut", "opens").replace("Monday", "Sunday")),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    reader = visit().upload(*sorted(tmp_path.glob("*.txt")))
    reader.page.locator("p.dl-progress").wait_for(state="detached")
    panel = settled_map(reader)
    small = panel.locator("[class*=st-key-map-inset] .picture")
    small.wait_for()
    assert "Washington" in small.get_attribute("aria-label")
    x, y, _ = spot(reader, "Rafah")
    room = small.bounding_box()
    assert not (room["x"] < x < room["x"] + room["width"] and room["y"] < y < room["y"] + room["height"])
    assert "Washington" in panel.locator(".away").inner_text()
    zoom = reader.page.evaluate(f"() => {MAP}.getZoom()")
    panel.get_by_role("button", name="Larger").click()
    reader.page.wait_for_function(f"() => {MAP}.getZoom() > {zoom + 0.9}")
    for width in (390, 1280):
        reader.page.set_viewport_size({"width": width, "height": 900})
        settled(reader.idle())
        assert small.is_visible()
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def settled_map(reader):
    panel = reader.tab("Map")
    settled(reader)
    return panel
