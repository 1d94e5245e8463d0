"""What a start does without."""

import subprocess
import sys

WITHOUT = """
import sys
from pipeline import load_resources
load_resources()
print([name for name in ("spacy.cli", "spacy.cli.info", "httpx", "requests") if name in sys.modules])
"""
AND_WITH = """
import sys
from pipeline import load_resources
import spacy
import spacy.cli
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__, callable(spacy.cli.download))
"""
LOADED_BEFORE = """
import spacy
from pipeline import load_resources
print(spacy.cli.info is spacy.info)
"""


def said(code):
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_the_commands_of_spacy_and_their_clients_are_not_loaded():
    assert said(WITHOUT) == "[]"


def test_they_are_there_for_whoever_asks():
    assert said(AND_WITH) == "True True"
    assert said(LOADED_BEFORE) == "True"
