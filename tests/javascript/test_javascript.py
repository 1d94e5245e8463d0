"""The page's scripts: each one parses, and the functions that touch no page do what they say. Needs node."""

import shutil
import subprocess
from pathlib import Path

import pytest

from components.elements.custom import SHARED, source

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
SCRIPTS = sorted(ROOT.glob("components/**/*.js"))

pytestmark = pytest.mark.skipif(not NODE, reason="needs node, which is not installed")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_the_script_parses_as_a_module(path):
    done = subprocess.run(
        [NODE, "--input-type=module", "--check"], input=path.read_bytes(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("name", SHARED)
def test_the_script_parses_with_what_it_shares_before_it(name):
    script = source(name, "js").encode()
    done = subprocess.run([NODE, "--input-type=module", "--check"], input=script, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_pure_functions_do_what_they_say():
    done = subprocess.run(
        [NODE, "--test", str(Path(__file__).with_name("pure.test.mjs"))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "# pass 5" in done.stdout
