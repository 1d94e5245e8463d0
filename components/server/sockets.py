"""Bounds on what one visitor's sockets may ask of the server: how many, how fast, how much, whose visit.

Streamlit works off a socket's messages without a pause and starts a thread for each request to run the page; it takes
messages as large as those it sends, and keeps copies of the last one as long as the visit; it gives a visit to whoever
names its id, which stands in the address of every upload and so in the logs of proxies.
"""

import asyncio
import hashlib
import http.cookies
import time
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from uvicorn.protocols.websockets import websockets_sansio_impl

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

BROWSER_HEADER: Final = b"x-dateline-browser"  # named in .streamlit/config.toml, so that Streamlit compares it
A_SECOND: Final = 5.0  # messages of one socket; a reader who types and clicks sends two or three
AT_ONCE: Final = 40  # messages that may come faster
A_MESSAGE: Final = 8 * 2**20  # bytes; a pasted text at its limit has four million
ALL_MESSAGES: Final = 128 * 2**20  # bytes of the last message of each socket; in memory they are several times as much
PATIENCE: Final = 60.0  # seconds that a socket may send faster than that without a pause
DESCRIPTORS_A_SOCKET: Final = 4  # with its session's
DESCRIPTORS_SPARED: Final = 200  # for files, requests and worker processes
MOST_SOCKETS: Final = 2000
_COOKIE: Final = "_streamlit_xsrf"
_NOT_FOR_VISITORS: Final = frozenset({"clear_cache", "set_run_on_save", "load_git_info"})


@dataclass(slots=True)
class Pace:
    """How fast the messages of one socket may come: so many at once, then so many a second."""

    clock: Callable[[], float] = time.monotonic
    _left: float = AT_ONCE
    _at: float = field(default=-1.0)
    _pressed_since: float | None = None

    def delay(self) -> float | None:
        """Seconds until the next message may be heard; None where the sender has not paused for too long."""
        now = self.clock()
        self._left = min(AT_ONCE, self._left + A_SECOND * (now - self._at)) if self._at >= 0 else AT_ONCE
        self._at = now
        self._left -= 1
        if self._left >= 0:
            self._pressed_since = None
            return 0.0
        self._pressed_since = now if self._pressed_since is None else self._pressed_since
        return None if now - self._pressed_since > PATIENCE else -self._left / A_SECOND


@dataclass(slots=True)
class HeldMessages:
    """The sizes of the last messages, by socket, of which Streamlit keeps copies until their visits are given up."""

    _sizes: dict[object, int] = field(default_factory=dict)

    def take(self, socket: object, size: int) -> bool:
        """Count a message in place of the socket's last one; False where there is no room for it."""
        others = sum(self._sizes.values()) - self._sizes.get(socket, 0)
        if others + size > ALL_MESSAGES:
            return False
        self._sizes[socket] = size
        return True

    def release(self, socket: object) -> None:
        """Forget a socket whose visit has ended."""
        self._sizes.pop(socket, None)


def refuse_large_messages() -> None:
    """From now on, for the whole process: a socket that begins a message larger than A_MESSAGE is closed."""

    made = websockets_sansio_impl.ServerProtocol  # type: ignore[attr-defined]

    def bounded(*args: Any, max_size: int, **rest: Any) -> Any:
        return made(*args, max_size=min(max_size, A_MESSAGE), **rest)

    websockets_sansio_impl.ServerProtocol = bounded  # type: ignore[assignment,attr-defined]


def heard(receive: Receive, held: HeldMessages, socket: object) -> Receive:
    """Receive the visitor's messages, no faster and no more than allowed, without kinds that no visitor may send."""
    pace = Pace()

    async def next_message() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            delay = pace.delay()
            if delay is None:
                return {"type": "websocket.disconnect", "code": 1008}
            if not held.take(socket, len(message.get("bytes") or message.get("text") or b"")):
                return {"type": "websocket.disconnect", "code": 1013}
            await asyncio.sleep(delay)  # with no delay too: others are heard between two messages
            if _kind(message) not in _NOT_FOR_VISITORS:
                return message

    return next_message


def _kind(message: Message) -> str | None:
    try:
        kind: str | None = BackMsg.FromString(message.get("bytes") or b"").WhichOneof("type")
    except Exception:  # whatever protobuf makes of it: Streamlit closes the connection
        return None
    return kind


def bind_to_browser(scope: MutableMapping[str, Any]) -> None:
    """Let a socket take up a visit only in the browser that began it.

    The browser is known by its cookie, of which a digest goes on in a header of ours; Streamlit takes up no visit that
    began with another one. Without the cookie nobody takes up anything.
    """
    cookies = http.cookies.SimpleCookie()
    headers = [pair for pair in scope["headers"] if pair[0].lower() != BROWSER_HEADER]
    for name, value in headers:
        if name == b"cookie":
            try:
                cookies.load(value.decode("latin-1"))
            except http.cookies.CookieError:
                continue
    cookie = cookies[_COOKIE].value if _COOKIE in cookies else ""
    digest = hashlib.sha256(cookie.encode()).hexdigest() if cookie else ""
    if not cookie:
        headers = [(name, _without_visit(value) if name == _PROTOCOLS else value) for name, value in headers]
    scope["headers"] = [*headers, (BROWSER_HEADER, digest.encode())]


_PROTOCOLS: Final = b"sec-websocket-protocol"


def _without_visit(protocols: bytes) -> bytes:
    """The subprotocols without the third one, which names a visit."""
    return b",".join(protocols.split(b",")[:2])


def most_sockets() -> int:
    """Raise the limit of open files as far as allowed; return the number of sockets that it leaves room for."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return MOST_SOCKETS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = DESCRIPTORS_A_SOCKET * MOST_SOCKETS + DESCRIPTORS_SPARED
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if soft == resource.RLIM_INFINITY:
        return MOST_SOCKETS
    return max(10, min(MOST_SOCKETS, (soft - DESCRIPTORS_SPARED) // DESCRIPTORS_A_SOCKET))
