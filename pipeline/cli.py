"""The command line: what it does with what was asked for, and with which status it ends."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli_options import UsageError, check, parser
from pipeline.cli_progress import printable
from pipeline.cli_signals import Interrupts
from pipeline.errors import ArticleError, PipelineError

if TYPE_CHECKING:
    from pipeline.cli_run import Job
    from pipeline.corrections import Corrections

DONE, SOME_FAILED, USAGE, BROKEN_PIPE = 0, 1, 2, 141
_SIGNALLED = 128  # plus the number of the signal, as shells say it


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    arguments = parser().parse_intermixed_args(argv)
    interrupts = Interrupts()
    try:
        with interrupts.listening():
            return _run(arguments, interrupts)
    except KeyboardInterrupt:
        _say("Stopped. What was written consists of whole records.")
        return _SIGNALLED + (interrupts.number or 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains while it ends
        return BROKEN_PIPE
    except (UsageError, PipelineError) as error:
        _say(str(error))
        return USAGE
    except OSError as error:
        _say(f"The output cannot be written: {error}")
        return SOME_FAILED


def _run(arguments: argparse.Namespace, interrupts: Interrupts) -> int:
    if arguments.build_gazetteer:
        return _build_gazetteer()
    check(arguments)
    if not arguments.inputs and sys.stdin.isatty():
        _say("Reading an article from the keyboard; end with Ctrl-D on a line of its own.")
    job = _job(arguments)
    if arguments.engine == "ray":
        from pipeline.engine_ray import run_on_ray

        return SOME_FAILED if run_on_ray(job, arguments.address, interrupts) else DONE
    from pipeline.cli_run import run  # after the arguments are known to be good: --help must not wait

    return SOME_FAILED if run(job, interrupts) else DONE


def _job(arguments: argparse.Namespace) -> "Job":
    from pipeline.batch import SECONDS, Settings
    from pipeline.cli_run import Job

    corrections = tuple(one for name in arguments.corrections for one in _corrections(name))
    return Job(
        inputs=tuple(arguments.inputs),
        out=Path(arguments.out) if arguments.out else None,
        published=arguments.published,
        workers=arguments.workers,
        quiet=arguments.quiet,
        resume=arguments.resume,
        part_articles=arguments.part_articles,
        settings=Settings(arguments.model, arguments.format, corrections, arguments.timeout or SECONDS),
    )


def _build_gazetteer() -> int:
    """Build the place index where there is none, and tell where it stands."""
    from pipeline.gazetteer.store import ready_index

    path = ready_index(progress=_say)
    sys.stdout.write(f"{path}\n")
    return DONE


def _corrections(name: str) -> "tuple[Corrections, ...]":
    """A file of corrections, as the page saves it for one article or many; each goes to the article with its id."""
    from pipeline.corrections import read_all_corrections

    try:
        return read_all_corrections(Path(name).read_bytes())
    except OSError as error:
        raise UsageError(f"{name} cannot be opened: {error.strerror}.") from error
    except ArticleError as error:
        raise UsageError(f"{name}: {error}") from error


def _say(message: str) -> None:
    sys.stderr.write(printable(message) + "\n")
