"""What the server holds, told by the system after it has given back what it can."""

import asyncio
import os
import signal

from devtools.server import Server

# Runs in the server before anything else: a signal makes it collect and give back.
HOOK = """
import ctypes, gc, signal, sys
def _settle(*_):
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
signal.signal(signal.SIGUSR1, _settle)
"""


async def settled(server: Server) -> float:
    """Resident memory in MB, after the server was told to give back twice."""
    for _ in range(2):
        os.kill(server.process.pid, signal.SIGUSR1)
        await asyncio.sleep(1.5)
    return server.memory()


def used(server: Server) -> float:
    """Seconds of processor time of the server so far: a figure that does not depend on what else the machine does."""
    times = server.tree()[0].cpu_times()
    return float(times.user + times.system)
