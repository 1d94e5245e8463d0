"""A filter of system calls (seccomp, classic BPF): calls that reading a file needs are allowed, others return ENOSYS.

No socket, no program, no child process, no signal to others, no file opened for writing, none made, renamed or
removed. Unknown calls answer ENOSYS, which the C library and Python take for an older kernel and live with.
"""

import ctypes
import os
import platform

from pipeline.sandbox.linux import call

_CALLS = {  # name: number on x86-64 and on 64-bit ARM; -1 where there is none
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "stat": (4, -1), "fstat": (5, 80), "lstat": (6, -1),
    "lseek": (8, 62), "mmap": (9, 222), "mprotect": (10, 226), "munmap": (11, 215), "brk": (12, 214),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "pread64": (17, 67),
    "readv": (19, 65), "writev": (20, 66), "access": (21, -1), "sched_yield": (24, 124), "mremap": (25, 216),
    "mincore": (27, 232), "madvise": (28, 233), "dup": (32, 23), "dup2": (33, -1), "nanosleep": (35, 101),
    "alarm": (37, -1), "setitimer": (38, 103), "getpid": (39, 172), "exit": (60, 93), "uname": (63, 160),
    "fcntl": (72, 25), "getcwd": (79, 17), "readlink": (89, -1), "gettimeofday": (96, 169), "getrlimit": (97, 163),
    "getrusage": (98, 165), "sysinfo": (99, 179), "times": (100, 153), "getuid": (102, 174), "getgid": (104, 176),
    "geteuid": (107, 175), "getegid": (108, 177), "getppid": (110, 173), "sigaltstack": (131, 132),
    "statfs": (137, 43), "fstatfs": (138, 44), "arch_prctl": (158, -1), "setrlimit": (160, 164), "gettid": (186, 178),
    "time": (201, -1), "futex": (202, 98), "sched_getaffinity": (204, 123), "getdents64": (217, 61),
    "set_tid_address": (218, 96), "restart_syscall": (219, 128), "clock_gettime": (228, 113),
    "clock_getres": (229, 114), "clock_nanosleep": (230, 115), "exit_group": (231, 94), "newfstatat": (262, 79),
    "readlinkat": (267, 78), "faccessat": (269, 48), "set_robust_list": (273, 99), "dup3": (292, 24),
    "getrandom": (318, 278), "membarrier": (324, 283), "statx": (332, 291), "rseq": (334, 293),
    "faccessat2": (439, 439),
}  # fmt: skip
_OPEN, _OPENAT, _IOCTL, _PRLIMIT = (2, -1), (257, 56), (16, 29), (302, 261)
_SIGNALS = ((62, 129), (234, 131))  # kill and tgkill: to itself alone, as a library that gives up does
_PROCESSORS = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column of the table, name in the kernel
_WRITING = 0o20001103  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, and the bit of O_TMPFILE
_TERMINAL_QUESTIONS = (0x5401, 0x5450, 0x5451)  # is it a terminal; close on exec or not
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06  # BPF: load a word, jump if equal, jump if any bit, return
_NUMBER, _PROCESSOR, _ARGUMENTS = 0, 4, 16  # where struct seccomp_data holds them
_SET_SECCOMP, _FILTER = 22, 2
_ENOSYS, _EACCES, _EPERM = 38, 13, 1

Step = tuple[int, int, int, int]  # code, how far to jump if true, if false, value


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.c_void_p))


def filter_calls() -> None:
    """Set the filter until this process ends; raises OSError if the system has no seccomp."""
    steps = _program()
    array = (_Instruction * len(steps))(*(_Instruction(*step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(array))
    call("prctl", _SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)


def _program() -> list[Step]:
    """The program: check the architecture, then calls allowed always, then calls allowed by their arguments."""
    machine = platform.machine()
    if machine not in _PROCESSORS or ctypes.sizeof(ctypes.c_void_p) != 8:
        raise OSError(_ENOSYS, "no filter is written for this processor")
    column, processor = _PROCESSORS[machine]
    steps = [(_LOAD, 0, 0, _PROCESSOR), (_EQUAL, 1, 0, processor), _end(_KILL), (_LOAD, 0, 0, _NUMBER)]
    for numbers in _CALLS.values():
        steps += _judged(numbers[column], [_end(_ALLOW)])
    steps += _judged(_OPEN[column], _unless_writing(1))
    steps += _judged(_OPENAT[column], _unless_writing(2))
    steps += _judged(_IOCTL[column], _only(1, _TERMINAL_QUESTIONS, _EACCES))
    for numbers in _SIGNALS:
        steps += _judged(numbers[column], _only(0, (os.getpid(),), _EPERM))
    steps += _judged(_PRLIMIT[column], _only(0, (0,), _EPERM))
    return [*steps, _end(_ERRNO | _ENOSYS)]


def _judged(number: int, verdict: list[Step]) -> list[Step]:
    """The steps that return a verdict for one call and are skipped by all others."""
    return [(_EQUAL, 0, len(verdict), number), *verdict] if number >= 0 else []


def _unless_writing(argument: int) -> list[Step]:
    return [_argument(argument), (_ANY_BIT, 0, 1, _WRITING), _end(_ERRNO | _EACCES), _end(_ALLOW)]


def _only(argument: int, values: tuple[int, ...], refusal: int) -> list[Step]:
    allowed = [step for value in values for step in ((_EQUAL, 0, 1, value), _end(_ALLOW))]
    return [_argument(argument), *allowed, _end(_ERRNO | refusal)]


def _argument(n: int) -> Step:
    return (_LOAD, 0, 0, _ARGUMENTS + 8 * n)  # its lower half: both processors are little-endian


def _end(verdict: int) -> Step:
    return (_RETURN, 0, 0, verdict)
