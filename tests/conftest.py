"""What several test folders share: the real model and gazetteer, loaded once a run; and the order of the files."""

from pathlib import Path

import pytest

from components.workspace.page_model import load_page_model
from pipeline import Resources, load_resources
from pipeline.gazetteer import open_gazetteer

HERE = Path(__file__).parent
# The files that take longest, in their order: whatever is taken last is short, and no worker is left alone with it.
LONGEST = (
    "ray/test_ray.py",
    "browser/test_map.py",
    "browser/test_access.py",
    "browser/test_linked.py",
    "browser/test_collection.py",
    "browser/test_injection.py",
    "browser/test_reading.py",
    "browser/test_visit.py",
    "browser/test_sockets.py",
    "browser/test_layout.py",
    "faults/test_analysis_pool.py",
    "io/test_workers.py",
    "browser/test_input.py",
    "hostile/test_files.py",
)


def pytest_sessionstart(session):
    """The gazetteer's index is made before there are workers: on a fresh machine each would make one of its own."""
    if session.config.getoption("numprocesses", None):
        open_gazetteer()


def pytest_collection_modifyitems(items):
    """The longest files first, the others after them in their usual order; within a file nothing moves."""
    rank = {HERE / name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path, len(LONGEST)))


@pytest.fixture(scope="session")
def resources() -> Resources:
    """The model and the gazetteer the product uses."""
    return load_resources()


@pytest.fixture(scope="session")
def page_model():
    """The model as the page has it: worker processes, started once for all tests of the page."""
    found = load_page_model(lambda _: None)
    yield found
    found.pool.close()
