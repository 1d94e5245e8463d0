"""How the page and the reading process talk: a length, then that many bytes."""

import struct
from typing import BinaryIO

_LENGTH = struct.Struct(">I")


def send(stream: BinaryIO, *parts: bytes) -> None:
    """Write each part with its length before it."""
    for part in parts:
        stream.write(_LENGTH.pack(len(part)))
        stream.write(part)
    stream.flush()


def receive(stream: BinaryIO, *, limit: int) -> bytes | None:
    """The next part; None where the other side ended or says more than the limit."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size or (length := _LENGTH.unpack(head)[0]) > limit:
        return None
    body = stream.read(length)
    return body if len(body) == length else None
