"""What several test folders share: the real model and gazetteer, loaded once a run."""

import pytest

from components.workspace.page_model import load_page_model
from pipeline import Resources, load_resources


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
