"""What the faults are made of: small file systems of our own, other clocks, other languages of the system."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEWS = """KHAN YOUNIS, March 18 - Mayor Mirabel Haddad said on Monday that the road to Rafah would be closed.

“We wait for the trucks,” Haddad told reporters in Gaza City on Tuesday. İstanbul and Ağrı sent flour, she said.

Her deputy, Osric Penhallow, declined to speak. «لا تعليق» he wrote."""


@pytest.fixture(scope="session")
def tiny_disk():
    """Runs Python with a file system of its own at a folder, so many kilobytes large, read-only if asked.

    Needs Linux and the right to a mount namespace of one's own, which a plain user has on most systems.
    """
    if not sys.platform.startswith("linux"):
        pytest.skip("needs Linux's mount namespaces")
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system allows no mount namespace of one's own")

    def run(folders: dict[Path, int], code: str, *, after: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        mounts = [f"mount -t tmpfs -o size={size}k tmpfs '{path}'" for path, size in folders.items()]
        steps = " && ".join([*mounts, after or "true", 'exec "$PY" -c "$CODE"'])
        environment = {**os.environ, "PY": sys.executable, "CODE": code, "PYTHONPATH": str(ROOT), **env}
        command = ["unshare", "-rm", "sh", "-c", steps]
        return subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
        )

    return run
