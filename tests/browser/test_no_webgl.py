"""A browser that cannot draw in three dimensions gets the map as a picture, and a sentence that says so."""

import pytest

from devtools.chromium import chromium_path
from tests.browser.reader import Visitor

BARE = ("--disable-gpu", "--disable-3d-apis", "--disable-webgl", "--disable-webgl2", "--disable-software-rasterizer")


@pytest.fixture(scope="module")
def bare(chromium):
    """A browser of its own without WebGL, beside the one of all tests."""
    args = ["--no-sandbox", *BARE]
    path = chromium_path()
    browser = chromium.browser_type.launch(executable_path=path, args=args)
    yield browser
    browser.close()


def test_the_map_is_a_picture_where_there_is_no_webgl(bare, server, tmp_path):
    reader = Visitor(bare, server, tmp_path, width=1280, theme="light").sample()
    reader.page.get_by_role("tab", name="Map", exact=True).click()
    panel = reader.page.locator(".st-key-panel-map")
    panel.wait_for()
    reader.idle()
    assert not reader.page.evaluate("() => !!document.createElement('canvas').getContext('webgl')")
    picture = panel.locator(".st-key-map-picture .picture")
    picture.wait_for()
    assert "WebGL" in panel.inner_text()
    assert "Rafah" in picture.get_attribute("aria-label")
    panel.locator(".st-key-table-map-table table").wait_for()
