"""Without a mouse: functions answer to keys. That every one is reached and seen is walked in test_access.py."""

import re

import pytest

FOCUSED = "node => node.getRootNode().activeElement === node"


@pytest.fixture
def hands_off(visit):
    """A visitor whose mouse is broken: a click by it fails the test."""
    reader = visit(sharp=False).open()
    reader.page.evaluate("() => addEventListener('pointerdown', () => { window.mouseUsed = true; }, true)")
    yield reader
    assert not reader.page.evaluate("() => window.mouseUsed")


def press(reader, name, key="Enter", role="button"):
    """Put the focus on a control as Tab does, and press a key."""
    control = reader.page.get_by_role(role, name=name).first
    control.focus()
    reader.page.keyboard.press(key)
    return reader.idle()


def test_open_choose_correct_and_take_home_by_keyboard_alone(hands_off):
    reader = hands_off
    press(reader, "Open the sample article")
    reader.ready()
    press(reader, re.compile(r"Nasser.*times?$"))
    row = reader.page.get_by_role("button", name=re.compile(r"Nasser.*times?$")).first
    assert row.get_attribute("aria-pressed") == "true"
    assert row.evaluate(FOCUSED)  # the keyboard stays where it was
    press(reader, "Add to these")
    assert reader.page.get_by_role("button", name="Add to these").evaluate(FOCUSED)
    press(reader, "Add to these")
    overview = reader.page.get_by_role("tab", name="Overview", exact=True)
    overview.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    reader.page.locator(".st-key-panel-entities").wait_for()
    reader.idle()
    fold = reader.page.get_by_role("button", name="Correct", exact=True)
    fold.wait_for()
    fold.focus()
    reader.page.keyboard.press("Enter")
    reader.idle()
    field = reader.page.get_by_role("textbox", name=re.compile("^Name")).first
    field.wait_for()
    field.focus()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type("Amal Nasser the Elder")
    reader.page.keyboard.press("Enter")
    reader.idle()
    reader.page.get_by_text("Amal Nasser the Elder").first.wait_for()
    downloads = reader.page.get_by_role("tab", name="Downloads", exact=True)
    downloads.focus()
    reader.page.keyboard.press("Enter")
    reader.page.locator(".st-key-panel-downloads").wait_for()
    reader.idle()
    button = reader.page.locator('.st-key-panel-downloads [data-testid="stDownloadButton"] button').first
    button.focus()
    with reader.page.expect_download() as waiting:
        reader.page.keyboard.press("Enter")
    assert waiting.value.suggested_filename
