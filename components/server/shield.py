"""What stands before the page when `serve.py` runs it: rules that bind the browser, one set of host names, a quiet log.

Streamlit checks the host name of its socket only, asks a foreign host for this machine's address when a request comes
from another origin, answers anybody who asks for its metrics, and logs whole error messages, which may hold words of
an article. Its own settings have no switch for these; `serve.py` puts this module around it.
"""

import base64
import hashlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit
from streamlit import net_util
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from components.map.style import STREET_HOST
from components.server.quiet_logs import quiet_logs
from components.server.upload_limits import keep_in_memory, refused

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGI = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

_NOT_FOR_VISITORS: Final = frozenset({"clear_cache", "set_run_on_save", "load_git_info"})
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
    """Middleware in plain ASGI: refuses strange host names, shows no metrics, adds the headers."""

    def __init__(self, app: ASGI) -> None:
        self._app = app
        self._scripts = inline_hashes()

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":  # the socket's host and origin are Streamlit's to check
            await self._app(scope, partial(_heard, receive) if scope["type"] == "websocket" else receive, send)
            return
        host = _header(scope, b"host")
        if not is_host_allowed(host):
            await _refuse(send, 421, "This address is not one under which the page is served.")
            return
        if scope["path"].endswith(_METRICS):  # behind another server everybody seems to come from this machine
            await _refuse(send, 404, "Not found.")
            return
        if scope["method"] == "PUT" and (full := refused(scope["path"], _length(scope))):
            await _refuse(send, *full)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                rules = (b"content-security-policy", policy(host or "", self._scripts).encode("latin-1"))
                theirs = [pair for pair in message.get("headers", ()) if tuple(pair) != _FOR_ANYBODY]
                message["headers"] = [*theirs, *_STEADY, rules]
            await send(message)

        await self._app(scope, receive, marked)


async def _heard(receive: Receive) -> Message:
    """The visitor's next message that one visitor may send: nobody empties everybody's caches, or asks for our git."""
    while True:
        message = await receive()
        try:
            kind = BackMsg.FromString(message.get("bytes") or b"").WhichOneof("type")
        except Exception:  # whatever protobuf makes of it
            return message  # Streamlit closes the connection
        if kind not in _NOT_FOR_VISITORS:
            return message


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
    """The few scripts that stand in Streamlit's own page, by their digests; no other inline script runs."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    digests = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE.findall(page))
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def ask_nobody() -> None:
    """Take from Streamlit the two ways in which it finds out this machine's address by asking outside."""
    net_util.get_external_ip = net_util.get_internal_ip = lambda: None


@asynccontextmanager
async def on_start(_: object) -> AsyncIterator[None]:
    """Before the first visitor: no call for our address from outside, no article text in a log or on the disk."""
    ask_nobody()
    keep_in_memory()
    quiet_logs()
    yield


def on_fault(_: Exception) -> bool:
    """A fault of ours in a run of the page: a sentence in place of Streamlit's words."""
    from components.elements.notices import refusal

    refusal(
        "Something went wrong on our side, and this view could not be drawn. Your article is not lost: choose another "
        "section, or load the page again."
    )
    return True


def _header(scope: MutableMapping[str, Any], name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), None)


def _length(scope: MutableMapping[str, Any]) -> int:
    """What a request says it carries; Streamlit counts what really comes."""
    said = _header(scope, b"content-length") or ""
    return int(said) if said.isascii() and said.isdigit() else 0


async def _refuse(send: Send, status: int, words: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_STEADY]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
