"""Makes the pictures of the README from the real page; needs Chromium and what the tests need.

python scripts/make_screenshots.py    writes docs/*.png
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
SHOTS = (("overview", "Overview", "light"), ("quotes", "Quotes", "light"), ("map", "Map", "dark"))
COLLECTION = 12  # articles
SIZE = {"width": 1280, "height": 860}


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(url: str, *, seconds: float = 60) -> None:
    """Return when the server answers its health check; raises TimeoutError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1)  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise TimeoutError(url)


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
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "serve.py",
        "--server.headless",
        "true",
        "--server.port",
        str(port),
    ]
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    (ROOT / "docs").mkdir(exist_ok=True)
    with subprocess.Popen(command, cwd=ROOT) as server, sync_playwright() as playwright:  # noqa: S603 - our own command
        try:
            wait_until_up(url)
            browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
            for name, section, scheme in SHOTS:
                context = browser.new_context(viewport=SIZE, color_scheme=scheme)
                shoot(context.new_page(), url, f"{name}-{scheme}", section)
            shoot_collection(browser.new_context(viewport=SIZE).new_page(), url, "collection-light")
            browser.close()
        finally:
            server.terminate()
    return 0


if __name__ == "__main__":
    sys.exit(main())
