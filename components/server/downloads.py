"""Downloads are made only for the visit that was offered them, at an address that cannot be guessed, and kept a minute.

Streamlit makes a file for whoever names the id of its button, and gives it an address made from its bytes, of a large
file from samples of them: a corrected file as long as the one before could then have the address, and the bytes, of
that one. It drops the file as soon as any two visitors' pages have been drawn, which on a busy server is before a slow
browser has come for it.
"""

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, Final

from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse
from streamlit.runtime import app_session, memory_media_file_storage
from streamlit.runtime.backend_operation_handler import DeferredFileHandler

_REFUSED: Final = "Failed to generate file for download"  # as Streamlit says of an id that there is not
_ADDRESS_BYTES: Final = 16
KEPT_SECONDS: Final = 60.0  # that a file waits for the browser to begin fetching it


def guard_downloads() -> None:
    """Install it in Streamlit, for the whole process; a second call changes nothing."""
    app_session.DeferredFileHandler = _OwnFilesAlone  # type: ignore[attr-defined]
    memory_media_file_storage._calculate_file_id = addresses(secrets.token_bytes(32))


def addresses(key: bytes) -> Callable[..., str]:
    """Addresses of files, made from all of their bytes, their kind and name, and a key that this server keeps."""

    def address(data: bytes, mimetype: str, filename: str | None = None) -> str:
        digest = hashlib.blake2b(key=key, digest_size=_ADDRESS_BYTES)
        for part in (mimetype.encode(), (filename or "").encode("utf-8", "replace"), data):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest()

    return address


class _OwnFilesAlone(DeferredFileHandler):
    """Makes files, each only for the visit that was offered it."""

    async def handle(self, request: BackendOperationRequest, session_id: str) -> BackendOperationResponse:
        """The address of the file; other visits get the answer for a file that does not exist."""
        if _owner(request.deferred_file.file_id) != session_id:
            return BackendOperationResponse(request_id=request.request_id, error_msg=_REFUSED)
        response = await super().handle(request, session_id)
        if response.HasField("deferred_file"):
            _keep(session_id, PurePosixPath(response.deferred_file.url).stem)
        return response


def _keep(session_id: str, file_id: str) -> None:
    """Let the file count as one that the visit shows, until it begins a new run or the time is over."""
    manager = runtime.get_instance().media_file_mgr
    with manager._lock:
        manager._files_by_session_and_coord[session_id][file_id] = file_id
    asyncio.get_running_loop().call_later(KEPT_SECONDS, _let_go, session_id, file_id)


def _let_go(session_id: str, file_id: str) -> None:
    manager = runtime.get_instance().media_file_mgr
    with manager._lock:
        shown = manager._files_by_session_and_coord.get(session_id, {})
        shown.pop(file_id, None)
        if not shown:
            manager._files_by_session_and_coord.pop(session_id, None)


def _owner(file_id: str) -> str | None:
    offered: dict[str, Any] = runtime.get_instance().media_file_mgr._deferred_callables
    return offered[file_id]["session_id"] if file_id in offered else None
