"""One client floods the running page with messages, sockets and uploads; the others are served all the same."""

import asyncio
import contextlib
import re
import socket
import sys
import time
from urllib.request import urlopen

import psutil
import pytest
import websockets

from components.server.sockets import (
    A_MESSAGE,
    A_SECOND,
    ALL_MESSAGES,
    AT_ONCE,
    PATIENCE,
    HeldMessages,
    Pace,
    bind_to_browser,
)
from devtools.processor import wait_until
from devtools.server import serve
from devtools.visitor import Visitor, in_own_loop, xsrf_cookie

MARK = "Zyxquorl"
FEW_DESCRIPTORS = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (400, 400))
sys.argv = sys.argv[1:]
runpy.run_module("streamlit", run_name="__main__")
"""
HANDSHAKE = """GET /_stcore/stream HTTP/1.1\r
Host: 127.0.0.1\r
Upgrade: websocket\r
Connection: Upgrade\r
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
Sec-WebSocket-Version: 13\r
Origin: http://stranger.example/\x9b31m{}\r
\r
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serve(tmp_path_factory.mktemp("floods") / "log") as server:
        yield server


def test_a_reader_s_pace_is_never_held_up():
    now = [0.0]
    pace = Pace(clock=lambda: now[0])
    for _ in range(2000):
        now[0] += 1 / (A_SECOND - 1)
        assert pace.delay() == 0


def test_a_few_may_come_at_once_and_a_flood_is_slowed_then_ended():
    now = [0.0]
    pace = Pace(clock=lambda: now[0])
    assert all(pace.delay() == 0 for _ in range(AT_ONCE))
    assert 0 < pace.delay() <= 1 / A_SECOND
    while (delay := pace.delay()) is not None:
        now[0] += delay
    assert now[0] > PATIENCE


async def _flood(server, sockets, messages):
    """So many rerun messages on each of so many sockets, as fast as they are taken; then another visitor's load."""
    async with contextlib.AsyncExitStack() as stack:
        attackers = [await stack.enter_async_context(Visitor(server.address)) for _ in range(sockets)]
        for attacker in attackers:
            await attacker.load()

        async def send(attacker):
            with contextlib.suppress(websockets.ConnectionClosed):
                for _ in range(messages):
                    await attacker._socket.send(attacker.rerun().SerializeToString())

        sending = [asyncio.create_task(send(attacker)) for attacker in attackers]
        await asyncio.sleep(3)
        began = time.monotonic()
        async with Visitor(server.address) as other:
            await other.load(seconds=110)
        waited = time.monotonic() - began
        for task in sending:
            task.cancel()
        await asyncio.gather(*sending, return_exceptions=True)
        for attacker in attackers:
            attacker._socket.transport.abort()  # they are gone; a polite end would wait until all they sent is heard
        return waited


async def _looked(server):
    async with Visitor(server.address) as visitor:
        await visitor.load()


def test_a_flood_of_reruns_holds_nobody_up_and_is_forgotten_at_once(server):
    in_own_loop(_looked(server))  # the model is loaded now
    page = psutil.Process(server.process.pid)
    memory = page.memory_info().rss
    in_own_loop(_flood(server, sockets=3, messages=5_000))
    wait_until(lambda: page.cpu_percent(0.5) < 50)
    with urlopen(f"{server.address}/_stcore/health", timeout=60) as answer:
        assert answer.read() == b"ok"
    assert page.memory_info().rss < memory + 150 * 2**20


async def _large(server, sockets, size):
    """How the sockets end that send messages so large, and how much the server's memory grows meanwhile."""
    page = psutil.Process(server.process.pid)
    async with contextlib.AsyncExitStack() as stack:
        attackers = [await stack.enter_async_context(Visitor(server.address)) for _ in range(sockets)]
        for attacker in attackers:
            await attacker.load()
        before = page.memory_info().rss

        async def send(attacker):
            await attacker.fill("junk", "x" * size)
            with contextlib.suppress(websockets.ConnectionClosed):
                for _ in range(30):
                    await attacker._socket.send(attacker.rerun().SerializeToString())
            await attacker._socket.wait_closed()
            return attacker._socket.close_code

        codes = await asyncio.wait_for(asyncio.gather(*map(send, attackers)), 120)
        grown = page.memory_info().rss - before
        async with Visitor(server.address) as other:
            await other.load()
        return codes, grown


def test_a_message_larger_than_any_paste_closes_its_socket_unread(server):
    codes, grown = in_own_loop(_large(server, sockets=6, size=30_000_000))
    assert set(codes) == {1009}
    assert grown < 100 * 2**20


def test_the_last_messages_of_all_sockets_have_a_bound():
    held = HeldMessages()
    many = ALL_MESSAGES // A_MESSAGE
    assert all(held.take(n, A_MESSAGE) for n in range(many))
    assert not held.take("one more", 1)
    assert held.take(0, A_MESSAGE)  # in place of its own last one
    assert held.take(0, 10)
    assert held.take("one more", 1)
    held.release(1)
    assert held.take("another", A_MESSAGE)


async def _too_many(server, wanted):
    """How many sockets of so many are opened, and whether the page still answers beside them."""
    opened, refused = [], 0
    try:
        for _ in range(wanted):
            try:
                opened.append(await Visitor(server.address).__aenter__())
            except (websockets.InvalidStatus, websockets.ConnectionClosed):
                refused += 1
        with urlopen(f"{server.address}/_stcore/health", timeout=20) as answer:
            assert answer.read() == b"ok"
    finally:
        for one in opened:
            await one.__aexit__()
    return len(opened), refused


def test_idle_sockets_are_bounded_and_the_log_does_not_grow(tmp_path):
    """With few descriptors more of them are refused in a sentence, and nothing is said a thousand times."""
    with serve(tmp_path / "log", launcher=[sys.executable, "-c", FEW_DESCRIPTORS, "streamlit"]) as server:
        opened, refused = in_own_loop(_too_many(server, 80))
        assert opened == (400 - 200) // 4
        assert refused == 80 - opened
        assert (tmp_path / "log").stat().st_size < 20_000

        async def again():
            async with Visitor(server.address) as visitor:
                return await visitor.load()

        in_own_loop(again())


async def _held_open(server, times, size, refused):
    """The answers to uploads of one visit, of which none is sent to its end, until so many are answered."""
    async with Visitor(server.address) as visitor:
        await visitor.load()
        cookie = xsrf_cookie(server.address)
        answers = []

        async def one(n):
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            head = (
                f"PUT /_stcore/upload_file/{visitor.session}/file-{n} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                f"X-Xsrftoken: {cookie}\r\nCookie: _streamlit_xsrf={cookie}\r\nContent-Length: {size}\r\n"
                "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
            )
            part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
            writer.write(head.encode() + part + b"x" * 1000)
            answers.append(await reader.readline())
            writer.close()

        sending = [asyncio.create_task(one(n)) for n in range(times)]
        end = time.monotonic() + 60
        while len(answers) < refused and time.monotonic() < end:
            await asyncio.sleep(0.1)
        for task in sending:
            task.cancel()
        await asyncio.gather(*sending, return_exceptions=True)
        return answers


def test_uploads_count_from_their_first_byte(server):
    refused = 30 - 104_857_600 // 5_000_000
    answers = in_own_loop(_held_open(server, 30, 5_000_000, refused))
    assert sum(b" 413 " in answer for answer in answers) == refused


async def _taken_over(server):
    """What a second browser sees that knows the id of another's visit, and what the first sees after a lost line."""
    async with Visitor(server.address) as victim:
        await victim.load()
        await victim.fill(victim.widget("text_area", "Paste an article"), f"Mayor {MARK} left Rafah on Monday.")
        await victim.press(victim.widget("button", "Analyse"))
        assert MARK.encode() in victim.sees()
        session, cookie = victim.session, victim.cookie
        seen = {}
        for name, known in (("another", xsrf_cookie(server.address)), ("none", ""), ("its own", cookie)):
            async with Visitor(server.address, session=session, cookie=known) as other:
                await other.load()
                seen[name] = (other.session == session, MARK.encode() in other.sees())
        return seen


def test_a_visit_is_taken_up_by_its_own_browser_alone(server):
    """The id of a visit stands in the address of each upload, and so in the log of a proxy."""
    seen = in_own_loop(_taken_over(server))
    assert seen["another"] == (False, False)
    assert seen["none"] == (False, False)
    assert seen["its own"] == (True, True)


def test_the_browser_s_headeris_own_alone():
    scope = {"headers": [(b"x-dateline-browser", b"forged"), (b"sec-websocket-protocol", b"streamlit, a, visit")]}
    bind_to_browser(scope)
    assert (b"x-dateline-browser", b"") in scope["headers"]
    assert (b"sec-websocket-protocol", b"streamlit, a") in scope["headers"]
    assert b"forged" not in b"".join(value for _, value in scope["headers"])


def test_the_log_does_not_repeat_what_a_refused_caller_says(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as caller:
        caller.sendall(HANDSHAKE.format("x" * 5000).encode("latin-1"))
        assert b" 403 " in caller.recv(100)
    said = server.said()
    assert "\x9b" not in said
    assert not re.search("x{2000}", said)
