"""The command line: what may be asked for, and with which status it ends."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli_output import UsageError, check_output
from pipeline.cli_progress import printable
from pipeline.cli_signals import Interrupts
from pipeline.errors import ArticleError, PipelineError
from pipeline.read.document import iso_day

if TYPE_CHECKING:
    from pipeline.corrections import Corrections

DONE, SOME_FAILED, USAGE, BROKEN_PIPE = 0, 1, 2, 141
_DAY_LENGTH = len("YYYY-MM-DD")
_SIGNALLED = 128  # plus the number of the signal, as shells say it
_ABOUT = """\
Read news articles; write who said what, about whom, where and when.

Inputs: .txt .md .html .htm .pdf .docx (one article each), .jsonl (one a line:
{"id", "text", "title"?, "published"?, "source"?}), folders (every such file below), or - for plain
text on standard input. Results go to standard output or to -o, everything else to standard error.
Exit status: 0 all done; 1 some articles failed (each has a record with "error"); 2 wrong usage."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    arguments = _parser().parse_intermixed_args(argv)
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
    out = Path(arguments.out) if arguments.out else None
    check_output(out, arguments.format, arguments.inputs, resume=arguments.resume)
    if not arguments.inputs and sys.stdin.isatty():
        _say("Reading an article from the keyboard; end with Ctrl-D on a line of its own.")
    from pipeline.cli_run import Job, run  # after the arguments are known to be good: --help must not wait

    job = Job(
        inputs=tuple(arguments.inputs),
        out=out,
        kind=arguments.format,
        published=arguments.published,
        workers=arguments.workers,
        model=arguments.model,
        quiet=arguments.quiet,
        resume=arguments.resume,
        corrections=tuple(map(_corrections, arguments.corrections)),
    )
    return SOME_FAILED if run(job, interrupts) else DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pipeline", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="file, folder, or - for standard input")
    parser.add_argument("-o", dest="out", metavar="OUT", help="file (jsonl) or folder (csv, parquet)")
    parser.add_argument("--format", choices=("jsonl", "csv", "parquet"), default="jsonl", help="default: jsonl")
    parser.add_argument(
        "--published", type=_day, metavar="YYYY-MM-DD", help="day of publication, where an input line gives none"
    )
    parser.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes that share the work")
    parser.add_argument("--model", metavar="NAME", help="another installed spaCy pipeline")
    parser.add_argument(
        "--corrections", action="append", default=[], metavar="FILE", help="a reader's corrections; may be repeated"
    )
    parser.add_argument("--resume", action="store_true", help="go on where an interrupted run with the same -o ended")
    parser.add_argument("--quiet", action="store_true", help="no progress; failures are named all the same")
    return parser


def _corrections(name: str) -> "Corrections":
    """One file of corrections, as the page saves it; applies to the article with its id."""
    from pipeline.corrections import read_corrections

    try:
        return read_corrections(Path(name).read_bytes())
    except OSError as error:
        raise UsageError(f"{name} cannot be opened: {error.strerror}.") from error
    except ArticleError as error:
        raise UsageError(f"{name}: {error}") from error


def _day(text: str) -> date:
    day = iso_day(text) if len(text) == _DAY_LENGTH else None
    if day is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no day written YYYY-MM-DD")
    return day


def _workers(text: str) -> int:
    if text.isdigit() and 1 <= int(text) <= 256:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes from 1 to 256")


def _say(message: str) -> None:
    sys.stderr.write(printable(message) + "\n")
