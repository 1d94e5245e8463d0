"""What stands before the page when `serve.py` runs it: rules that bind the browser, one set of host names, a quiet log.

Streamlit checks the host name of its socket only, asks a foreign host for this machine's address when a request comes
from another origin, answers anybody who asks for its metrics, and logs whole error messages, which may hold words of
an article. Its own settings have no switch for these; `serve.py` puts this module around it.
"""

import asyncio
import base64
import hashlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import streamlit
from streamlit import get_option, net_util
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from components.map.style import STREET_HOST
from components.server.downloads import guard_downloads
from components.server.quiet_logs import quiet_logs
from components.server.sockets import HeldMessages, bind_to_browser, heard, most_sockets, refuse_large_messages
from components.server.upload_limits import UploadsOnTheWay, in_time, keep_in_memory
from pipeline.collection.database import remove_spill

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGI = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

_DIGITS: Final = 20  # of a length that is one
_METRICS: Final = "/_stcore/metrics"
_INLINE: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_FOR_ANYBODY: Final = (b"access-control-allow-origin", b"*")  # Streamlit says so of static files
_STEADY: Final = (
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


class Shield:
    """Middleware in plain ASGI: refuses strange host names, hides metrics, bounds sockets and uploads, adds headers."""

    def __init__(self, app: ASGI) -> None:
        self._app = app
        self._scripts = inline_hashes()
        self._uploads = UploadsOnTheWay()
        self._messages = HeldMessages()
        self._sockets = 0
        self._most_sockets = most_sockets()

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":  # its host and origin are Streamlit's to check
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _socket(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if self._sockets >= self._most_sockets:
            await receive()
            await send({"type": "websocket.close", "code": 1013, "reason": "Too many visitors. Try again later."})
            return
        bind_to_browser(scope)
        socket = object()
        self._sockets += 1
        try:
            await self._app(scope, heard(receive, self._messages, socket), send)
        finally:
            self._sockets -= 1
            kept = get_option("server.disconnectedSessionTTL")
            asyncio.get_running_loop().call_later(kept, self._messages.release, socket)

    async def _request(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        host = _header(scope, b"host")
        if not is_host_allowed(host):
            await _refuse(send, 421, "This address is not one under which the page is served.")
            return
        if scope["path"].endswith(_METRICS):  # behind another server everybody seems to come from this machine
            await _refuse(send, 404, "Not found.")
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                rules = (b"content-security-policy", policy(host or "", self._scripts).encode("latin-1"))
                theirs = [pair for pair in message.get("headers", ()) if tuple(pair) != _FOR_ANYBODY]
                message["headers"] = [*theirs, *_STEADY, rules]
            await send(message)

        if scope["method"] != "PUT":
            await self._app(scope, receive, marked)
            return
        path, size = scope["path"], _length(scope)
        if full := self._uploads.refused(path, size):
            await _refuse(send, *full)
            return
        with self._uploads.counted(path, size):
            await self._app(scope, in_time(receive), marked)


def policy(host: str, scripts: str) -> str:
    """What the browser may load and run: this server's own, and street tiles where a reader switches them on."""
    streets = f"https://{STREET_HOST}"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: {scripts}",  # blob: the page's own elements, which Streamlit hands over so
            "style-src 'self' 'unsafe-inline'",  # Streamlit and plotly style by attribute
            f"img-src 'self' data: blob: {streets}",
            "font-src 'self' data:",
            f"connect-src 'self' ws://{host} wss://{host} data: blob: {streets}",
            "worker-src 'self' blob:",  # the map draws in one
            "media-src 'self' blob:",
            "manifest-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'self'",
        )
    )


def inline_hashes() -> str:
    """The digests of the inline scripts in Streamlit's own page; no other inline script runs."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    digests = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE.findall(page))
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def ask_nobody() -> None:
    """Turn off the two functions by which Streamlit asks other hosts for this machine's address."""
    net_util.get_external_ip = net_util.get_internal_ip = lambda: None


@asynccontextmanager
async def on_start(_: object) -> AsyncIterator[None]:
    """Before the first visitor: no call for our address, no article in a log, on the disk or in the hands of others.

    After the last: nothing is left among the temporary files.
    """
    ask_nobody()
    keep_in_memory()
    guard_downloads()
    refuse_large_messages()
    quiet_logs()
    yield
    remove_spill()  # a server that is told to end by SIGTERM runs no exit functions of Python's


def on_fault(_: Exception) -> bool:
    """Show a sentence in place of Streamlit's message for an uncaught error of the page."""
    from components.elements.notices import refusal

    refusal(
        "Something went wrong on our side, and this view could not be drawn. Your article is not lost: choose another "
        "section, or load the page again."
    )
    return True


def _header(scope: MutableMapping[str, Any], name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), None)


def _length(scope: MutableMapping[str, Any]) -> int | None:
    """The length that a request declares, None if it does not; Streamlit counts the bytes that really come."""
    said = _header(scope, b"content-length") or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < _DIGITS else None


async def _refuse(send: Send, status: int, words: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_STEADY]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
