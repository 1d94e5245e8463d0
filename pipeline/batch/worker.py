"""What runs in the other processes: the worker, and the fork server that workers are forked from.

The fork server loads everything once, keeps to one thread and does nothing else, so that forking it is safe at
any time: workers share its memory, and one that died is replaced in a moment.
"""

import contextlib
import gc
import os
import pickle
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from pipeline.batch.chunks import Settings, do_chunk
from pipeline.errors import ArticleError, PipelineError
from pipeline.model import Article
from pipeline.read.item import InputItem
from pipeline.spacy_start import without_commands

if TYPE_CHECKING:
    from pipeline.recipe import Resources

Job = tuple[Sequence[InputItem], bool]  # the items, and whether to answer after each one
Work = Callable[["Connection[Any, Any]", Settings, "Resources | str"], None]
START, KILL = b"S", b"K"
_WARM = (
    "“We waited,” said Mira Dolan of the Ferry Office in Rafah, Egypt, on Monday, March 18, 2024. She left for Gaza."
)


def work(pipe: "Connection[Any, Any]", settings: Settings, loaded: "Resources | str") -> None:
    """Send an error ("" if there is none) and the process id; then answer each job with its finished records."""
    pipe.send((loaded if isinstance(loaded, str) else "", os.getpid()))
    while not isinstance(loaded, str):
        try:
            items, careful = pipe.recv()
        except (EOFError, OSError):
            return
        for part in [[item] for item in items] if careful else [items]:
            pipe.send(do_chunk(part, loaded, settings))


def answer_articles(
    pipe: "Connection[Any, Any]",
    settings: Settings,  # noqa: ARG001 - called as ``work`` is
    loaded: "Resources | str",
) -> None:
    """Like ``work``, with analyses in place of records; the first message holds the model's name too."""
    from pipeline.recipe import analyse_many

    missing = isinstance(loaded, str)
    pipe.send((loaded if missing else "", os.getpid(), "" if isinstance(loaded, str) else loaded.model))
    while not isinstance(loaded, str):
        try:
            articles = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(list(analyse_many(articles, loaded)))
        except Exception as fault:  # any error concerns these articles only
            pipe.send(ArticleError(f"This article could not be analysed: {type(fault).__name__}. Please report it."))


def load(settings: Settings) -> "Resources | str":
    """Load the model and the gazetteer and use them once, so that all tables are read; else return the error."""
    with without_commands():
        from pipeline.recipe import analyse, load_resources

    try:
        resources = load_resources(settings.model)
        analyse(Article("warm", _WARM), resources)
    except PipelineError as error:
        return str(error)
    return resources


def spawned(pipe: "Connection[Any, Any]", job: Work, settings: Settings) -> None:
    """A worker where processes cannot be forked: it loads everything itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    loaded = load(settings)
    gc.freeze()
    with contextlib.suppress(BrokenPipeError):
        job(pipe, settings, loaded)


def fork_server(number: int) -> None:
    """The process behind ``batch_process.ForkServer``: loads, then forks a worker for each pipe it is sent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    job, settings = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    parent = socket.socket(fileno=number)
    loaded = load(settings)
    gc.collect()
    gc.freeze()  # or the first collection of every worker would copy the pages it touches
    children: set[int] = set()
    while True:
        message, pipes, _, _ = socket.recv_fds(parent, 64, 1)
        _reap(children)
        if message == START:
            children.add(_fork(parent, pipes[0], job, settings, loaded))
        elif message.startswith(KILL) and (child := int(message[1:])) in children:
            os.kill(child, signal.SIGKILL)
        elif not message:
            break
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _fork(parent: socket.socket, number: int, job: Work, settings: Settings, loaded: "Resources | str") -> int:
    child = os.fork()
    if child:
        os.close(number)
        return child
    status = 1
    try:
        parent.close()
        if not isinstance(loaded, str):
            loaded = _of_its_own(loaded)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the parent has gone
            job(Connection(number), settings, loaded)
            status = 0
    except Exception as error:  # a worker that dies is replaced; say why, without the article's text
        sys.stderr.write(f"A worker process ended: {type(error).__name__}\n")
    finally:
        os._exit(status)


def _of_its_own(resources: "Resources") -> "Resources":
    """Close what must not be used across a fork: database handles and locks."""
    import threading

    from pipeline.gazetteer import open_gazetteer

    return replace(resources, gazetteer=open_gazetteer(), lock=threading.Lock())


def _reap(children: set[int]) -> None:
    """Forget the workers that have ended, and only then release their process ids."""
    for child in tuple(children):
        if os.waitpid(child, os.WNOHANG)[0]:
            children.discard(child)
