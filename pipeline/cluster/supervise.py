"""The run on a cluster in a process of its own, since Ray ends the process that speaks with it when its node is lost.

It does so from C++, past every ``except``, after pages of its node's log. So the command line watches from outside:
where the process ends without its verdict, Ray itself has ended.
"""

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.batch.processes import no_main_module
from pipeline.batch.signals import Interrupts
from pipeline.cluster.connect import is_installed, knock
from pipeline.cluster.plan import named_files
from pipeline.errors import ClusterError, PipelineError, UsageError

if TYPE_CHECKING:
    from pipeline.batch.run import Job

_LONGEST = 300  # characters of what Ray says
_PATIENCE = 20.0  # seconds for Ray to end its own processes
_ENDED = (
    "{} before the work was done: its processes were killed, or memory ran out. What was written consists of whole "
    "parts; the same command with --resume goes on."
)

Verdict = int | UsageError | PipelineError | OSError  # how many articles failed, or why nothing more could be done


def run_on_ray(job: "Job", address: str | None) -> int:
    """Run the job; return the number of articles that failed. Raises ClusterError if Ray ends before it is done."""
    if job.out is None:
        raise UsageError("--engine ray needs -o OUT.")
    named_files(job.inputs, job.out)
    knock(address)
    is_installed()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_drive, args=(theirs, job, address))
    with theirs, no_main_module():
        process.start()
    try:
        verdict: Verdict = ours.recv()
    except (EOFError, OSError):
        verdict = ClusterError(_ENDED.format(f"The Ray cluster at {address} was lost" if address else "Ray ended"))
    except BaseException:  # Ctrl-C
        process.terminate()
        raise
    finally:
        _wait_for(process)
    if isinstance(verdict, int):
        return verdict
    raise verdict


def _wait_for(process: BaseProcess) -> None:
    """Let Ray end its own processes; end this one by force if Ray does not."""
    process.join(_PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()


def _drive(pipe: "Connection[Any, Any]", job: "Job", address: str | None) -> None:
    """The main function of the process: runs the job and sends the result."""
    from pipeline.cluster.run import drive

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends this one
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if sys.stderr is None:  # the caller has closed it
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the whole run
    interrupts = Interrupts((signal.SIGTERM,))
    try:
        with interrupts.listening():
            verdict: Verdict = drive(job, address, interrupts)
    except KeyboardInterrupt:
        return
    except (UsageError, PipelineError, OSError) as error:
        verdict = error
    except Exception as error:  # Ray's own errors have many classes and no common one
        if not type(error).__module__.startswith("ray."):
            traceback.print_exc()
        verdict = ClusterError(f"Ray gave up: {(str(error) or type(error).__name__).splitlines()[0][:_LONGEST]}")
    pipe.send(verdict)


def _end_with_parent() -> None:
    """End this process if the command line that started it was killed."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
