"""Makes the pictures of the README from the real page; needs Chromium and what the tests need.

python scripts/make_screenshots.py    writes docs/*.png
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # so that it runs by its name

from devtools.server import serve  # noqa: E402 - needs the line above

SHOTS = (("overview", "Overview", "light"), ("quotes", "Quotes", "light"), ("map", "Map", "dark"))
COLLECTION = 12  # articles
SIZE = {"width": 1280, "height": 860}


def idle(page: Page) -> None:
    """Wait until the script has run and the drawing has settled."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=90_000)
    page.wait_for_timeout(3000)


def shoot(page: Page, url: str, name: str, section: str) -> None:
    """Open the sample, go to the section, take its picture."""
    page.goto(url)
    idle(page)
    page.get_by_role("button", name="Open the sample article").click()
    idle(page)
    page.get_by_role("tab", name=section).click()
    idle(page)
    if section == "Quotes":  # one speaker chosen, as the tour tells it
        page.get_by_role("tab", name="Overview").click()
        page.get_by_text("Daniel Whitcombe").first.click()
        idle(page)
        page.get_by_role("tab", name=section).click()
        idle(page)
    page.wait_for_timeout(8000)  # a map in a browser without a graphics card takes its time
    page.screenshot(path=ROOT / "docs" / f"{name}.png")


def shoot_collection(page: Page, url: str, name: str) -> None:
    """Upload our own annotated articles together and take the picture of their collection."""
    texts = [json.loads(path.read_text("utf-8"))["text"] for path in sorted((ROOT / "tests/quality").glob("*/*.json"))]
    longest = sorted(dict.fromkeys(texts), key=len)[-COLLECTION:]
    page.goto(url)
    idle(page)
    files = [{"name": f"{n:02}.txt", "mimeType": "text/plain", "buffer": t.encode()} for n, t in enumerate(longest, 1)]
    page.locator('input[type="file"]').first.set_input_files(files)
    idle(page)
    page.wait_for_timeout(20_000)  # read and analysed in the background
    page.screenshot(path=ROOT / "docs" / f"{name}.png")


def main() -> int:
    """Start the page, take every picture, stop it."""
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    (ROOT / "docs").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder) / "log") as page, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for name, section, scheme in SHOTS:
            context = browser.new_context(viewport=SIZE, color_scheme=scheme)
            shoot(context.new_page(), page.address, f"{name}-{scheme}", section)
        shoot_collection(browser.new_context(viewport=SIZE).new_page(), page.address, "collection-light")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
