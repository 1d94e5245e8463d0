"""The files that one visit is offered are made for nobody else."""

from urllib.request import urlopen

import pytest

from components.server.downloads import addresses
from devtools.server import serve
from devtools.visitor import LostError, Visitor, in_own_loop

MARK = "Zyxquorl"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serve(tmp_path_factory.mktemp("downloads") / "log") as server:
        yield server


async def _asked_for(server):
    """The ids of all files that a visit is offered, what a second visit gets by them, and what the first gets."""
    async with Visitor(server.address) as owner, Visitor(server.address, cookie=None) as other:
        await owner.load()
        await owner.fill(owner.widget("text_area", "Paste an article"), f"Mayor {MARK} left Rafah on Monday.")
        await owner.press(owner.widget("button", "Analyse"))
        await owner.choose(owner.tabs("Overview"), "Downloads")
        offered = [button.deferred_file_id for button in owner.elements("download_button") if button.deferred_file_id]
        await other.load()
        for file_id in offered:
            with pytest.raises(LostError, match="Failed"):
                await other.ask_for(file_id)
        with pytest.raises(LostError, match="Failed"):
            await other.ask_for("no such file")
        return [await owner.ask_for(file_id) for file_id in offered]


def test_an_id_of_a_download_is_of_no_use_to_another_visit(server):
    found = in_own_loop(_asked_for(server))
    assert len(found) > 5
    read = []
    for address in found:
        with urlopen(address, timeout=60) as answer:
            read.append(answer.read())
    assert any(MARK.encode() in data for data in read)


async def _fetched_late(server):
    """A file that is fetched only after others have drawn their pages several times."""
    async with Visitor(server.address) as owner, Visitor(server.address, cookie=None) as other:
        await owner.load("article=sample")
        await owner.choose(owner.tabs("Overview"), "Downloads")
        button = next(button for button in owner.elements("download_button") if button.deferred_file_id)
        address = await owner.ask_for(button.deferred_file_id)
        for _ in range(4):
            await other.load()
        return address


def test_a_file_waits_to_be_fetched_whatever_other_visitors_do(server):
    address = in_own_loop(_fetched_late(server))
    with urlopen(address, timeout=60) as answer:
        assert answer.read()


def test_an_address_is_made_from_every_byte_and_cannot_be_worked_out():
    data = bytes(3_000_000)
    changed = data[:700_000] + b"x" + data[700_001:]
    address = addresses(b"k" * 32)
    assert address(data, "text/csv", "a.csv") == address(data, "text/csv", "a.csv")
    others = {
        address(changed, "text/csv", "a.csv"),
        address(data, "text/csv", "b.csv"),
        address(data, "text/csva", ".csv"),
        address(data, "text/plain", "a.csv"),
        addresses(b"l" * 32)(data, "text/csv", "a.csv"),
    }
    assert len(others | {address(data, "text/csv", "a.csv")}) == 6
