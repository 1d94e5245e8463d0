"""What code that took over the reading process might try. Each returns "done" where it got through."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path


def dial(port):
    socket.create_connection(("127.0.0.1", int(port)), 3)
    return "done"


def listen(_):
    socket.create_server(("127.0.0.1", 0))
    return "done"


def send_datagram(port):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"loot", ("127.0.0.1", int(port)))
    return "done"


def local_socket(path):
    socket.socket(socket.AF_UNIX).connect(path)
    return "done"


def write_file(path):
    with Path(path).open("wb", 0) as file:
        file.write(b"loot")
    return "done"


def make_file(path):
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    return "done"


def make_folder(path):
    Path(path).mkdir()
    return "done"


def remove(path):
    Path(path).unlink()
    return "done"


def rename(path):
    Path(path).rename(path + "-moved")
    return "done"


def shorten(path):
    os.truncate(path, 0)
    return "done"


def link(path):
    Path(path + "-link").symlink_to(path)
    return "done"


def open_up(path):
    Path(path).chmod(0o777)
    return "done"


def read_file(path):
    return "done" if Path(path).read_bytes() else "nothing there"


def list_folder(path):
    return "done" if list(Path(path).iterdir()) else "nothing there"


def read_environment(parent):
    return "done" if Path(f"/proc/{parent}/environ").read_bytes() else "nothing there"


def start_program(_):
    return "done" if subprocess.run([sys.executable, "-c", ""], check=False).returncode == 0 else "it failed"


def become_program(_):
    os.execv(sys.executable, [sys.executable, "-c", "print('done')"])


def fork(_):
    if os.fork() == 0:
        os._exit(0)
    return "done"


def fork_bomb(_):
    for _ in range(10_000):
        if os.fork() == 0:
            signal.pause()
    return "done"


def thread(_):
    threading.Thread(target=lambda: None).start()
    return "done"


def kill_parent(parent):
    os.kill(int(parent), signal.SIGTERM)
    return "done"


def trace_parent(parent):
    library = ctypes.CDLL(None, use_errno=True)
    if library.ptrace(16, int(parent), 0, 0) < 0:  # PTRACE_ATTACH
        raise OSError(ctypes.get_errno(), "ptrace")
    return "done"


def leave_cage(_):
    library = ctypes.CDLL(None, use_errno=True)
    if library.unshare(0x00020000) < 0:  # CLONE_NEWNS: a file system of one's own to mount things in
        raise OSError(ctypes.get_errno(), "unshare")
    return "done"


def raise_limit(_):
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return "done"


def allocate(_):
    return "done" if bytearray(4 * 2**30) else "nothing"


def open_many(path):
    return f"done {len([os.open(path, os.O_RDONLY) for _ in range(10_000)])}"


def loop(_):
    while True:
        pass


def sleep(_):
    threading.Event().wait()


def print_much(_):
    block = b"x" * 2**20
    for _ in range(1024):
        os.write(1, block)
    return "came through"


def answer_much(_):
    return "x" * 30_000_000


def recurse(n):
    return recurse(n) + recurse(n)


def crash(_):
    return ctypes.string_at(8, 8)


def run(name, argument):
    """One of the above, with what stopped it in words."""
    try:
        return globals()[name](argument)
    except OSError as error:
        return f"stopped by error {error.errno}"
    except RecursionError:
        raise
    except (RuntimeError, ValueError, ImportError) as error:
        return f"stopped by {type(error).__name__}"
