"""A visitor without a browser: speaks Streamlit's own protocol over its socket, as the page's script in a browser does.

What a visitor *sees* is kept as the elements stand on the page after each run: later ones replace earlier ones at the
same place, as in a browser.
"""

import asyncio
import http.cookies
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.request import Request, urlopen

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

MOST = 64 * 2**20  # bytes a message
KEPT_TRIGGERS = ("trigger_value", "string_trigger_value", "json_trigger_value")


def in_own_loop(work: Coroutine[Any, Any, Any]) -> Any:
    """``asyncio.run`` in a thread of its own: a browser driver may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class LostError(Exception):
    """The server did not answer, or broke the connection."""


class Visitor:
    """One visit: connect, act, wait, look."""

    def __init__(
        self, address: str, *, origin: str | None = None, session: str = "", cookie: str | None = None
    ) -> None:
        """session: a visit to take up. cookie: the browser's; "" for one without, None for one that asks first."""
        self.address = address
        self.cookie = cookie
        self.session = session
        self._origin = origin or address
        self._socket: Any = None
        self._seen: dict[tuple[int, ...], Delta] = {}
        self._fresh: set[tuple[int, ...]] = set()
        self._states: dict[str, WidgetState] = {}
        self._page = ""
        self.runs = 0

    async def __aenter__(self) -> "Visitor":
        """Connect and let the page draw itself once."""
        where = self.address.replace("http", "ws") + "/_stcore/stream"
        if self.cookie is None:
            self.cookie = xsrf_cookie(self.address) or ""
        cookie = self.cookie
        names = ["streamlit", cookie or "none", *([self.session] if self.session else [])]
        self._socket = await websockets.connect(
            where,
            subprotocols=[websockets.Subprotocol(name) for name in names],
            origin=websockets.Origin(self._origin),
            additional_headers={"Cookie": f"_streamlit_xsrf={cookie}"} if cookie else {},
            max_size=MOST,
            ping_timeout=None,
            open_timeout=60,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the window."""
        await self._socket.close()

    async def load(self, query: str = "", *, seconds: float = 120) -> float:
        """Open the page; the seconds it took."""
        return await self._run(query, seconds)

    async def fill(self, widget: str, text: str) -> None:
        """Type into a text field of a form: nothing is sent until a button is pressed."""
        self._states[widget] = WidgetState(id=widget, string_value=text)

    async def press(self, widget: str, *, seconds: float = 120) -> float:
        """Press a button; the seconds until the page stood still again."""
        self._states[widget] = WidgetState(id=widget, trigger_value=True)
        return await self._run("", seconds)

    async def choose(self, widget: str, value: str, *, seconds: float = 120) -> float:
        """Choose an option that is told by its words, as a tab or a select box is."""
        self._states[widget] = WidgetState(id=widget, string_value=value)
        return await self._run("", seconds)

    async def ask_for(self, file_id: str, *, seconds: float = 120) -> str:
        """The address of a file that a button offers, which is made now; raises LostError where it is refused."""
        message = BackMsg()
        message.backend_operation_request.request_id = "file"
        message.backend_operation_request.session_id = self.session
        message.backend_operation_request.deferred_file.file_id = file_id
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(seconds):
            while True:
                answer = ForwardMsg.FromString(await self._socket.recv())
                if answer.WhichOneof("type") == "backend_operation_response":
                    response = answer.backend_operation_response
                    if response.error_msg:
                        raise LostError(response.error_msg)
                    return f"{self.address}{response.deferred_file.url}"

    def rerun(self, query: str = "") -> BackMsg:
        """The message that asks for a run of the page as its widgets stand."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = query
        state.page_script_hash = self._page
        state.widget_states.widgets.extend(self._states.values())
        return message

    async def _run(self, query: str, seconds: float) -> float:
        message = self.rerun(query)
        start = time.perf_counter()
        self._fresh = set()
        await self._socket.send(message.SerializeToString())
        try:
            await asyncio.wait_for(self._until_still(), seconds)
        except (TimeoutError, websockets.WebSocketException) as error:
            raise LostError(f"{type(error).__name__} after {time.perf_counter() - start:.1f} s") from error
        self._states = {k: s for k, s in self._states.items() if s.WhichOneof("value") not in KEPT_TRIGGERS}
        self.runs += 1
        return time.perf_counter() - start

    async def _until_still(self) -> None:
        while True:
            message = ForwardMsg.FromString(await self._socket.recv())
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page = message.new_session.page_script_hash
                self.session = message.new_session.initialize.session_id
            elif kind == "delta":
                self._take(tuple(message.metadata.delta_path), message.delta)
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                self._seen = {path: delta for path, delta in self._seen.items() if path in self._fresh}
                return

    def _take(self, path: tuple[int, ...], delta: Delta) -> None:
        self._seen[path] = delta
        self._fresh.add(path)

    def elements(self, kind: str) -> Iterator[Any]:
        """The elements of a kind on the page, top to bottom."""
        for path in sorted(self._seen):
            delta = self._seen[path]
            if delta.WhichOneof("type") == "new_element" and delta.new_element.WhichOneof("type") == kind:
                yield getattr(delta.new_element, kind)

    def widget(self, kind: str, label: str) -> str:
        """The id of the widget with this label."""
        for element in self.elements(kind):
            if element.label == label:
                return str(element.id)
        raise LostError(f"no {kind} named {label!r} on the page")

    def tabs(self, label: str) -> str:
        """The id of the row of tabs that has one with this label."""
        blocks = [
            (path, delta.add_block) for path, delta in self._seen.items() if delta.WhichOneof("type") == "add_block"
        ]
        rows = {path[:-1] for path, block in blocks if block.WhichOneof("type") == "tab" and block.tab.label == label}
        for path, block in blocks:
            if path in rows and block.WhichOneof("type") == "tab_container":
                return str(block.tab_container.id)
        raise LostError(f"no tab named {label!r} on the page")

    def sees(self) -> bytes:
        """Everything on the page as it came over the wire."""
        return b"\n".join(self._seen[path].SerializeToString() for path in sorted(self._seen))


def xsrf_cookie(address: str) -> str | None:
    """The token that a first request gets and every upload must show."""
    with urlopen(Request(f"{address}/_stcore/health"), timeout=60) as answer:
        jar: http.cookies.SimpleCookie = http.cookies.SimpleCookie()
        for line in answer.headers.get_all("Set-Cookie") or ():
            jar.load(line)
    return jar["_streamlit_xsrf"].value if "_streamlit_xsrf" in jar else None
