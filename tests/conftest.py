"""What several test folders share: the real model and gazetteer, loaded once a run."""

import pytest

from pipeline import Resources, load_resources


@pytest.fixture(scope="session")
def resources() -> Resources:
    """The model and the gazetteer the product uses."""
    return load_resources()
