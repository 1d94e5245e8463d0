"""Several visitors at once on the real page: every answer is right and one's own. For long: `benchmarks/load.py`."""

import pytest

from benchmarks.load import Tally, check, running, together
from devtools.strangers import strangers, tell
from devtools.visitor import Visitor, in_own_loop
from pipeline.read import read_pasted


@pytest.fixture(scope="module")
def server(resources):
    with running() as server:
        yield server


def test_five_visitors_get_their_own_answers(server):
    tally = in_own_loop(together(server, 5, 2, pause=0.2, figures=False))
    assert tally.wrong == []
    assert tally.lost == []
    assert tally.articles >= 5
    assert "Traceback" not in server.said()


async def _looked(server, query):
    async with Visitor(server.address) as visitor:
        await visitor.load(query)
        return visitor.sees()


def test_no_token_and_no_address_opens_another_s_visit(server):
    """Ids of articles are digests of their text: who knows a text must not learn that somebody else reads it."""

    async def both():
        told = tell(77)
        async with Visitor(server.address) as owner:
            await owner.load()
            await owner.fill(owner.widget("text_area", "Paste an article"), told.text)
            await owner.press(owner.widget("button", "Analyse"))
            assert not strangers(owner.sees(), told.marks)
            return await _looked(server, _address_of(told))

    assert not strangers(in_own_loop(both()), set())


def _address_of(told):
    return f"article={read_pasted(told.text).id}&view=Article&visit=unknown&token=unknown"


def test_a_wrong_answer_would_be_seen(server):
    """The check checks: another's page held against one's own article."""

    async def held(numbers):
        tally, told = Tally(), [tell(number) for number in numbers]
        async with Visitor(server.address) as visitor:
            await visitor.load()
            await visitor.fill(visitor.widget("text_area", "Paste an article"), told[0].text)
            await visitor.press(visitor.widget("button", "Analyse"))
            check(visitor, told[1], tally, "Overview")
        return tally.wrong

    assert in_own_loop(held((5, 5))) == []
    assert len(in_own_loop(held((5, 6)))) == 3
