"""Calls to the Linux kernel that Python has no function for; each raises OSError where the kernel refuses."""

import ctypes
import os

_NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000  # from <linux/sched.h>
_NO_NEW_PRIVILEGES = 38  # from <linux/prctl.h>


def call(name: str, *arguments: object) -> int:
    """A function of the C library by name; whole numbers are passed as long, as its variadic ones expect."""
    library = ctypes.CDLL(None, use_errno=True)
    passed = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    answer = int(getattr(library, name)(*passed))
    if answer < 0:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")
    return answer


def no_new_privileges() -> None:
    """Forbid this process to gain privileges by starting programs; Landlock and seccomp require it."""
    call("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def leave_network() -> None:
    """Move this process into network and IPC namespaces of its own, without any connection."""
    call("unshare", _NEW_USER | _NEW_NETWORK | _NEW_IPC)
