"""A Ray cluster of two nodes on this machine, started once; skipped with the reason where there is no Ray."""

import importlib.util
import os
import sys

import pytest

NEEDED = "DATELINE_REQUIRE_RAY"
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}  # all of it on 127.0.0.1
SOON = {"RAY_health_check_period_ms": "300", "RAY_health_check_initial_delay_ms": "300"}  # a lost node is missed soon


def pytest_configure(config):
    config.addinivalue_line("markers", "needs_no_ray: runs also where Ray is missing")


def pytest_collection_modifyitems(items):
    if importlib.util.find_spec("ray") or os.environ.get(NEEDED) == "1":
        return
    for item in items:
        if item.path.parent.name == "ray" and "needs_no_ray" not in item.keywords:
            item.add_marker(pytest.mark.skip(reason="Ray is not installed: pip install -r requirements-ray.txt"))


@pytest.fixture(scope="module")
def cluster():
    """One node without cores of its own, where the driver is, and two with one core each."""
    os.environ.update(QUIET | SOON)
    from ray.cluster_utils import Cluster

    found = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    found.workers = [found.add_node(num_cpus=1) for _ in range(2)]
    yield found
    found.shutdown()


@pytest.fixture
def pipeline_main(resources, monkeypatch):
    """The local run in this process, with the model that the other tests use too."""
    from pipeline.cli import main

    monkeypatch.setattr(sys.modules["pipeline.recipe"], "load_resources", lambda *_, **__: resources)
    return lambda *arguments: main([str(argument) for argument in arguments])
