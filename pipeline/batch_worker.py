"""A worker process: loads the model once, then does chunks until its pipe closes."""

import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection

from pipeline.batch import Done, do_chunk
from pipeline.corrections import Corrections
from pipeline.errors import PipelineError
from pipeline.read.item import Item

Job = tuple[Sequence[Item], bool]  # the items, and whether to answer after each one
READY = "ready"


def work(pipe: "Connection[list[Done] | str, Job]", model: str | None, corrections: Sequence[Corrections] = ()) -> None:
    """Say ready (or why not), then answer each job with the finished articles."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the processes share the cores among themselves
    from pipeline.analyse import load_resources

    try:
        resources = load_resources(model)
    except PipelineError as error:
        pipe.send(str(error))
        return
    pipe.send(READY)
    while True:
        try:
            items, careful = pipe.recv()
        except EOFError:
            return
        for part in [[item] for item in items] if careful else [items]:
            pipe.send(do_chunk(part, resources, corrections))
