"""The safe settings are in effect on a running server, asked from outside as an enemy would."""

import asyncio
import json
import os
import re
import tomllib
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import psutil
import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.map.style import STREET_HOST
from devtools.server import ROOT, serve
from devtools.visitor import Visitor, in_own_loop, xsrf_cookie

HOOK = """
import os, sys
_log = os.open(os.environ["WATCH_LOG"], os.O_APPEND | os.O_CREAT | os.O_WRONLY)
def _watch(event, args):
    if event == "socket.getaddrinfo":
        os.write(_log, f"{args[0]}\\n".encode())
    elif event == "open" and str(args[0]).startswith(os.environ["TMPDIR"]):
        os.write(_log, f"file {args[0]}\\n".encode())
sys.addaudithook(_watch)
"""
CONFIG = ROOT / ".streamlit" / "config.toml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("defaults")
    (folder / "sitecustomize.py").write_text(HOOK)
    (folder / "tmp").mkdir()
    return folder


@pytest.fixture(scope="module")
def page(folder):
    env = {"PYTHONPATH": str(folder), "WATCH_LOG": str(folder / "watch.log"), "TMPDIR": str(folder / "tmp")}
    with serve(folder / "log", env=env) as server:
        yield server


def ask(page, path="/", *, method="GET", data=None, **headers):
    request = Request(page.address + path, data=data, method=method, headers=headers)
    try:
        with urlopen(request, timeout=30) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        return error.code, dict(error.headers), error.read()
    except URLError:  # the server has answered and hung up while we were still sending
        return 413, {}, b""


@pytest.mark.parametrize(
    "host", ["stranger.example", "127.0.0.1.stranger.example", "localhost.stranger.example:80", "a@localhost"]
)
def test_a_strange_host_name_gets_nothing(page, host):
    """A page of a stranger may point its own name at this machine (DNS rebinding)."""
    for path in ("/", "/_stcore/health", "/app/static/borders/index.json", "/_stcore/host-config"):
        status, _, body = ask(page, path, Host=host)
        assert status == 421
        assert len(body) < 100


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:80", "[::1]:8501", "LOCALHOST"])
def test_our_own_names_are_served(page, host):
    assert ask(page, "/_stcore/health", Host=host)[0] == 200


async def _status_of_socket(page, **headers):
    where = page.address.replace("http", "ws") + "/_stcore/stream"
    try:
        async with websockets.connect(where, additional_headers=headers, subprotocols=["streamlit"]):
            return 101
    except websockets.InvalidStatus as refusal:
        return refusal.response.status_code


@pytest.mark.parametrize(("headers", "status"), [
    ({}, 101),
    ({"Origin": "http://localhost:1"}, 101),  # Streamlit trusts this machine's other ports
    ({"Origin": "http://stranger.example"}, 403),
    ({"Origin": "null"}, 403),
])  # fmt: skip
def test_pages_of_other_origins_get_no_socket(page, folder, headers, status):
    assert in_own_loop(_status_of_socket(page, **headers)) == status
    asked = {line for line in (folder / "watch.log").read_text().splitlines() if not line.startswith("file ")}
    assert asked <= {"127.0.0.1", "localhost", "None"}, "the server asked others who it is"


def test_no_other_origin_may_read_an_answer(page):
    for path in ("/_stcore/health", "/_stcore/host-config", "/app/static/borders/index.json"):
        _, headers, _ = ask(page, path, Origin="http://stranger.example")
        assert headers.get("access-control-allow-origin") not in ("*", "http://stranger.example")


def test_metrics_and_agents_are_shut(page):
    assert ask(page, "/_stcore/metrics")[0] == 404
    assert (
        ask(page, "/_stcore/agent/interact", method="POST", data=b"{}", **{"Content-Type": "application/json"})[0]
        >= 400
    )


def test_the_browser_is_bound(page):
    _, headers, body = ask(page)
    rules = dict(part.partition(" ")[::2] for part in headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    hosts = set(re.findall(r"(?:https?|wss?)://([^ ;]+)", headers["content-security-policy"]))
    assert hosts == {STREET_HOST, f"127.0.0.1:{page.port}"}
    assert all(f"'{digest}'" in rules["script-src"] for digest in _digests(body))
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert rules["frame-ancestors"] == "'self'"


def _digests(body):
    import base64
    import hashlib

    for script in re.findall(rb"<script>(.*?)</script>", body, re.DOTALL):
        yield "sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode()


def _form(name, data):
    boundary = "x7c1b"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\n\r\n'
    return head.encode() + data + f"\r\n--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


async def _upload(page, data, *, token, times=1):
    """The answers to so many uploads of one visit."""
    async with Visitor(page.address) as visitor:
        await visitor.load()
        body, kind = _form("a.txt", data)
        cookie = xsrf_cookie(page.address)
        headers = {
            "Content-Type": kind,
            **({"X-Xsrftoken": cookie, "Cookie": f"_streamlit_xsrf={cookie}"} if token else {}),
        }
        route = f"/_stcore/upload_file/{visitor.session}/file-"
        calls = [(page, f"{route}{n}") for n in range(times)]
        return [await asyncio.to_thread(ask, *call, method="PUT", data=body, **headers) for call in calls]


@pytest.mark.parametrize(
    ("size", "token", "status"), [(10, True, 204), (10, False, 403), (3_000_000, True, 204), (5_300_000, True, 413)]
)
def test_uploads_need_the_visitor_s_token_and_a_bound(page, folder, size, token, status):
    before = _temporary(folder)
    assert in_own_loop(_upload(page, b"x" * size, token=token))[0][0] == status
    assert _temporary(folder) == before, "an upload went through a file"


def _temporary(folder):
    """How often the folder for temporary files was opened: an unnamed file is made by opening its folder."""
    return (folder / "watch.log").read_text().splitlines().count(f"file {folder / 'tmp'}")


def test_one_visit_cannot_fill_the_memory(page):
    answers = in_own_loop(_upload(page, b"x" * 5_200_000, token=True, times=21))
    assert [status for status, _, _ in answers] == [204] * 20 + [413]
    assert b"100 MB" in answers[-1][2] or not answers[-1][2]  # hung up while we were still sending


def test_an_upload_without_a_visit_is_refused(page):
    body, kind = _form("a.txt", b"x")
    cookie = xsrf_cookie(page.address)
    headers = {"Content-Type": kind, "X-Xsrftoken": cookie, "Cookie": f"_streamlit_xsrf={cookie}"}
    assert ask(page, "/_stcore/upload_file/nobody/file-1", method="PUT", data=body, **headers)[0] == 400


async def _after_a_hostile_message(page):
    async with Visitor(page.address) as visitor:
        await visitor.load()
        for message in (BackMsg(clear_cache=True), BackMsg(debug_shutdown_runtime=True), BackMsg(load_git_info=True)):
            await visitor._socket.send(message.SerializeToString())
        async with Visitor(page.address) as other:
            return await other.load()


def test_no_visitor_empties_the_caches_of_all(page):
    """A message of Streamlit's protocol does; a load of the page would then take as long as the first."""
    used = psutil.Process(page.process.pid).cpu_times().user
    in_own_loop(_after_a_hostile_message(page))
    assert psutil.Process(page.process.pid).cpu_times().user - used < 1.0


def test_the_settings_are_in_the_file_with_their_reasons():
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert settings["server"]["enableCORS"] is settings["server"]["enableXsrfProtection"] is True
    assert settings["server"]["fileWatcherType"] == "none"
    assert settings["server"]["maxUploadSize"] == 5
    assert settings["server"]["enableAgentApi"] is settings["server"]["runOnSave"] is False
    assert settings["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["showErrorLinks"] is False
    assert settings["client"]["toolbarMode"] == "minimal"
    assert settings["client"]["disableDataExport"] is True
    assert settings["logger"]["enableRich"] is False


FAULTY = """
import sys
sys.path.insert(0, {root!r})
from streamlit.starlette import App
from components.server.shield import Shield, on_fault, on_start
app = App("page.py", middleware=[(Shield, (), {{}})], lifespan=on_start, on_script_error=on_fault)
"""
PAGE = """
import logging, threading
import streamlit as st
st.write("Dateline")
threading.Thread(target=lambda: {}["Zyxquorl in a thread"]).start()
logging.getLogger("streamlit.x").error("x", exc_info=ValueError("Zyxquorl in a record"))
raise KeyError("Zyxquorl said on Monday")
"""


async def _looked(address):
    async with Visitor(address) as visitor:
        await visitor.load()
        return visitor.sees()


def test_a_fault_of_ours_tells_where_and_not_what(tmp_path):
    """An error's message may quote the article: neither page nor log repeats it."""
    (tmp_path / "serve.py").write_text(FAULTY.format(root=str(ROOT)))
    (tmp_path / "page.py").write_text(PAGE)
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_bytes(CONFIG.read_bytes())
    env = {"PYTHONPATH": os.pathsep.join([str(ROOT)])}
    with serve(tmp_path / "log", env=env, folder=tmp_path) as server:
        seen = in_own_loop(_looked(server.address))
        said = server.said()
    assert b"Something went wrong on our side" in seen
    assert b"Zyxquorl" not in seen
    assert "Zyxquorl" not in said
    assert "KeyError" in said
    assert "page.py:7" in said, json.dumps(said[-500:])
