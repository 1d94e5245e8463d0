"""The reading process with attacks of our own in place of its parsers."""

import pytest

from pipeline.read import process

START = (
    f"import sys; sys.path.insert(0, {str(process.ROOT)!r})\n"
    "import pipeline.read.worker as worker\n"
    "from pipeline.read.document import Document\n"
    "from tests.hostile import attacks\n"
    "def parse(name, data):\n"
    "    return Document(attacks.run(name.removesuffix('.md'), data.decode()))\n"
    "worker.parse = parse\n"
)


@pytest.fixture
def attacked(monkeypatch):
    """Readers made now run the attack that the file is named after, with the file's text as its argument."""
    monkeypatch.setattr(process, "_START", START + "worker.main()")
