"""Where this machine's Chromium is, for the tests and the load in a real browser."""

import os
import shutil

# Debian's shell without a window comes first: it draws the same pictures with less of the processor.
COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    """The browser named in CHROMIUM, else the system's own; None where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, COMMANDS)), None)
