"""The page stays alive where a regular expression of ours is wrong: a hostile paste costs its sender a sentence."""

import asyncio
import time

import pytest

from benchmarks.load import Tally, check
from devtools.server import ROOT, serve
from devtools.strangers import tell
from devtools.visitor import Visitor, in_own_loop
from devtools.wrong_pattern import HOSTILE, SITE

LIMIT = 8.0  # seconds for an analysis, in place of those that the page gives: they would only be waited for
IMPATIENT = f"""
import sys
if "streamlit" in sys.orig_argv:
    sys.path.insert(0, {str(ROOT)!r})
    from pipeline.batch.analysis_pool import AnalysisPool
    _limit = AnalysisPool.limit
    AnalysisPool.limit = lambda pool, articles: min({LIMIT}, _limit(pool, articles))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "sitecustomize.py").write_text(SITE + IMPATIENT)
    with serve(folder / "log", env={"PYTHONPATH": str(folder)}) as server:
        yield server


async def _pasted(server, text):
    async with Visitor(server.address) as visitor:
        await visitor.load()
        await visitor.fill(visitor.widget("text_area", "Paste an article"), text)
        await visitor.press(visitor.widget("button", "Analyse"), seconds=300)
        return visitor


async def _beside_hostile_ones(server, hostile):
    """What the senders of hostile texts see in the end; before that, others have their answers."""
    await _pasted(server, tell(1).text)  # the model is loaded
    began = time.monotonic()
    attacks = [asyncio.create_task(_pasted(server, HOSTILE + str(n))) for n in range(hostile)]
    await asyncio.sleep(1)
    tally = Tally()
    for number in range(2, 6):
        check(await _pasted(server, tell(number).text), tell(number), tally, "Overview")
        if time.monotonic() - began < LIMIT:
            assert not any(attack.done() for attack in attacks), "the text was not hostile enough"
    return tally, [attacker.sees() for attacker in await asyncio.gather(*attacks)]


def test_a_text_that_takes_for_ever_costs_its_sender_a_sentence_and_nobody_else_a_thing(server):
    tally, seen = in_own_loop(_beside_hostile_ones(server, hostile=3))
    assert tally.wrong == []
    for page in seen:
        assert b"seconds and was given up" in page or b"so this one was given up" in page
    assert "Traceback" not in server.said()
