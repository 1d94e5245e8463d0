"""A wheel built from this checkout, installed into an empty environment: the command, its data and the page."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import venv
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
SITE = Path(pytest.__file__).parents[1]
NEWS = 'KHAN YOUNIS, March 18 - "We will rebuild the school," said Mayor Amal Haddad, who came from Rafah.'


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder of commands of an environment that holds the wheel, and what it depends on by a path."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", folder, str(ROOT)], check=True, cwd=folder)
    venv.create(folder / "env", with_pip=False)
    (home,) = (folder / "env").glob("lib/python*/site-packages")
    (home / "dependencies.pth").write_text(f"{SITE}\n")  # installed here already, by the hashes of requirements.txt
    (wheel,) = folder.glob("dateline-*.whl")
    install = [sys.executable, "-m", "pip", "--python", str(folder / "env"), "install", "--quiet", "--no-deps"]
    subprocess.run([*install, str(wheel)], check=True, cwd=folder)
    return folder / "env" / "bin"


def test_the_command_reads_an_article_and_places_it(installed, tmp_path):
    (tmp_path / "news.txt").write_text(NEWS)
    done = subprocess.run(
        [installed / "dateline", "news.txt"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    record = json.loads(done.stdout)
    assert [(quote["text"], quote["speaker_name"]) for quote in record["quotes"]] == [
        ("We will rebuild the school,", "Amal Haddad")
    ]
    assert {place["name"] for place in record["places"] if place["lat"]} == {"Khan Younis", "Rafah"}


def test_wrong_usage_is_told_as_by_the_module(installed, tmp_path):
    done = subprocess.run([installed / "dateline", "--format", "poem"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, b"poem" in done.stderr) == (2, True)


def test_the_wheel_holds_no_test_and_no_loose_module(installed):
    (home,) = installed.parent.glob("lib/python*/site-packages")
    ours = {path.name for path in home.iterdir()} - {"dependencies.pth"}
    assert {name for name in ours if not name.endswith(".dist-info")} == {"components", "dateline", "pipeline"}


@pytest.mark.skipif(os.name != "posix", reason="ends the server by a signal")
def test_serve_shows_the_page_with_its_borders(installed, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [installed / "dateline", "serve", "--port", str(port), "--host", "127.0.0.1"]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log, start_new_session=True)
        try:
            address = f"http://127.0.0.1:{port}"
            assert answer(f"{address}/_stcore/health", server) == b"ok"
            assert b'"FeatureCollection"' in answer(f"{address}/app/static/borders/EG.geojson", server)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)


def answer(address: str, server: "subprocess.Popen[bytes]") -> bytes:
    """What the address gives, as soon as the server listens."""
    for _ in range(600):
        assert server.poll() is None
        try:
            return urlopen(address, timeout=10).read()
        except URLError:
            time.sleep(0.1)
    raise AssertionError(address)
