"""One visitor in a real browser beside the many: what a person at a screen would feel."""

import contextlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from devtools.chromium import chromium_path


@contextlib.contextmanager
def beside(address: str) -> Iterator[list[float]]:
    """Seconds from a click to the answer, filled when the block ends; in a process of its own."""
    waits: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "waits"
        process = subprocess.Popen([sys.executable, "-m", "benchmarks.load_browser", address, str(out)])
        try:
            yield waits
        finally:
            process.terminate()
            process.wait()
            if out.exists():
                waits += [float(line) for line in out.read_text().split()]


def visit(address: str, out: Path) -> None:
    """Open the sample again and again until stopped."""
    from playwright.sync_api import sync_playwright

    path = chromium_path()
    with sync_playwright() as playwright, out.open("w") as file:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        while True:
            context = browser.new_context()
            page = context.new_page()
            page.set_default_timeout(120_000)
            start = time.perf_counter()
            page.goto(address)
            page.get_by_role("button", name="Open the sample article").click()
            page.get_by_role("tab", name="Overview").wait_for()
            file.write(f"{time.perf_counter() - start:.2f}\n")
            file.flush()
            page.wait_for_timeout(3000)
            context.close()


if __name__ == "__main__":
    visit(sys.argv[1], Path(sys.argv[2]))
