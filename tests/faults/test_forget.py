"""*Forget everything now* on the running page: nothing that a visit brought stays with the server, uploads included."""

import json
import os
import signal
from urllib.request import Request, urlopen

import pytest

from devtools.processor import wait_until
from devtools.server import serve
from devtools.visitor import Visitor, in_own_loop

TELL = """
import json, os, signal
def _tell(*_):
    from streamlit import runtime
    from components.session.cache import saved_visits
    held = runtime.get_instance()
    told = {
        "uploads": sum(len(files) for files in held.uploaded_file_mgr.file_storage.values()),
        "offered": len(held.media_file_mgr._deferred_callables),
        "kept": len(saved_visits()),
    }
    with open(os.environ["TOLD"] + ".part", "w") as file:
        json.dump(told, file)
    os.replace(os.environ["TOLD"] + ".part", os.environ["TOLD"])
signal.signal(signal.SIGUSR2, _tell)
"""


@pytest.fixture
def server(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(TELL)
    with serve(tmp_path / "log", env={"PYTHONPATH": str(tmp_path), "TOLD": str(tmp_path / "told")}) as server:
        yield server


def held(server):
    """How much the server holds of all visits: uploads, files behind buttons, visits on the shelf."""
    told = server.log.with_name("told")
    told.unlink(missing_ok=True)
    os.kill(server.process.pid, signal.SIGUSR2)
    wait_until(told.exists, seconds=60)
    return json.loads(told.read_text())


def upload(server, visitor):
    part = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nMayor Haddad left.\r\n--x--\r\n'
    )
    headers = {"X-Xsrftoken": visitor.cookie, "Cookie": f"_streamlit_xsrf={visitor.cookie}"}
    headers["Content-Type"] = "multipart/form-data; boundary=x"
    where = f"{server.address}/_stcore/upload_file/{visitor.session}/file-1"
    with urlopen(Request(where, data=part, headers=headers, method="PUT"), timeout=60) as answer:
        assert answer.status == 204


async def _forgotten(server):
    async with Visitor(server.address) as visitor:
        await visitor.load()
        upload(server, visitor)
        await visitor.fill(visitor.widget("text_area", "Paste an article"), "Mira Dolan left Cairo on Friday.")
        await visitor.press(visitor.widget("button", "Analyse"))
        await visitor.choose(visitor.tabs("Overview"), "Downloads")
        before = held(server)
        await visitor.press(visitor.widget("button", "New article"))
        await visitor.press(visitor.widget("button", "Forget everything now"))
        await visitor.load()
        return before, held(server)


def test_nothing_of_a_visit_stays_while_its_window_is_still_open(server):
    before, after = in_own_loop(_forgotten(server))
    assert before["uploads"] == before["kept"] == 1
    assert before["offered"] > 5
    assert after["uploads"] == after["kept"] == 0
    assert after["offered"] <= 1  # the project file of an empty visit
