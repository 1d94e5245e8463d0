"""The command line: what it does with what was asked for, and with which status it ends.

The command line: what may be asked for, and what cannot be.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.progress import printable
from pipeline.batch.signals import Interrupts
from pipeline.errors import ArticleError, ClusterError, PipelineError, UsageError
from pipeline.read.document import iso_day

_DAY_LENGTH = len("YYYY-MM-DD")
_MAX_SECONDS = 86_400.0
_ABOUT = """\
Read news articles; write who said what, about whom, where and when.

Inputs: .txt .md .html .htm .mhtml .mht .pdf .docx .eml (one article each), .jsonl (one a line:
{"id", "text", "title"?, "published"?, "source"?}), .parquet (columns of these names), folders (every
such file below), or - for plain text on standard input. Results go to standard output or to -o,
everything else to standard error.
Exit status: 0 all done; 1 some articles failed (each has a record with "error"); 2 wrong usage;
3 the Ray cluster was lost or could not do the work (--resume goes on)."""


def parser() -> argparse.ArgumentParser:
    """Everything that may be asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m pipeline", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="file, folder, or - for standard input")
    parser.add_argument("-o", dest="out", metavar="OUT", help="file (jsonl) or folder (csv, parquet)")
    parser.add_argument("--format", choices=("jsonl", "csv", "parquet"), help="default: jsonl; with ray: parquet")
    parser.add_argument(
        "--published", type=_day, metavar="YYYY-MM-DD", help="day of publication, where an input line gives none"
    )
    parser.add_argument("--model", metavar="NAME", help="another installed spaCy pipeline")
    parser.add_argument(
        "--corrections", action="append", default=[], metavar="FILE", help="a reader's corrections; may be repeated"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress; failures are named all the same")
    _add_many(parser.add_argument_group("many articles"))
    return parser


def _add_many(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--workers", type=_workers, metavar="N", help="processes that share the work (1)")
    group.add_argument("--resume", action="store_true", help="go on where an interrupted run with the same -o ended")
    group.add_argument(
        "--timeout", type=_seconds, metavar="SECONDS", help="limit for each 100,000 characters of an article (120)"
    )
    group.add_argument("--part-articles", type=_count, metavar="N", help="articles in a part of Parquet (2,000)")
    group.add_argument("--engine", choices=("local", "ray"), default="local", help="this machine, or a Ray cluster")
    group.add_argument("--address", metavar="ADDR", help="of the Ray cluster; without it one is started here")
    group.add_argument("--build-gazetteer", action="store_true", help="only make the place index and tell its path")


def check(arguments: argparse.Namespace) -> None:
    """Raise UsageError for what cannot be or would destroy an input; settles the format."""
    ray = arguments.engine == "ray"
    if arguments.address and not ray:
        raise UsageError("--address belongs to --engine ray.")
    if ray and arguments.format not in {None, "parquet"}:
        raise UsageError("--engine ray writes --format parquet.")
    arguments.format = arguments.format or ("parquet" if ray else "jsonl")
    if arguments.part_articles and arguments.format != "parquet":
        raise UsageError("--part-articles belongs to --format parquet.")
    out = Path(arguments.out) if arguments.out else None
    _check_output(out, arguments.format, arguments.inputs, resume=arguments.resume)


def _check_output(out: Path | None, kind: str, inputs: list[str], *, resume: bool) -> None:
    if out is None:
        if kind != "jsonl" or resume:
            raise UsageError(f"{'--resume' if resume else f'--format {kind}'} needs -o OUT.")
        return
    if kind == "jsonl" and out.is_dir():
        raise UsageError(f"{out} is a folder: name a file for JSON lines.")
    if kind != "jsonl" and out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file: name a folder for {kind}.")
    if kind == "jsonl" and not out.parent.is_dir():
        raise UsageError(f"There is no folder {out.parent}.")
    if any(_overwrites(out, kind, Path(name)) for name in inputs):
        raise UsageError(f"{out} is an input too, and would be overwritten.")


def _overwrites(out: Path, kind: str, name: Path) -> bool:
    """Whether writing would change what is read; a folder of texts may well take tables beside them."""
    if not out.exists() or not name.exists():
        return False
    if out.is_file():
        return name.is_file() and out.samefile(name)
    parts = out / "articles"  # which have the columns of an input
    return kind == "parquet" and parts.exists() and any(parts.samefile(place) for place in (name, name.parent))


def _day(text: str) -> date:
    day = iso_day(text) if len(text) == _DAY_LENGTH else None
    if day is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no day written YYYY-MM-DD")
    return day


def _workers(text: str) -> int:
    if text.isdigit() and 1 <= int(text) <= 256:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes from 1 to 256")


def _count(text: str) -> int:
    if text.isdigit() and 1 <= int(text) <= 1_000_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of articles from 1 to 1,000,000")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if 0 < seconds <= _MAX_SECONDS:
        return seconds
    raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds up to {_MAX_SECONDS:,.0f}")


if TYPE_CHECKING:
    from pipeline.batch.run import Job
    from pipeline.corrections import Corrections

DONE, SOME_FAILED, USAGE, CLUSTER_LOST, BROKEN_PIPE = 0, 1, 2, 3, 141
_LARGE = 20_000_000  # bytes of articles, some 10,000 of them: the page would need seconds to look them through
_SIGNALLED = 128  # plus the number of the signal, as shells say it


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    _open_missing_streams()
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
    except ClusterError as error:
        _say(str(error))
        return CLUSTER_LOST
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
    if arguments.out is None and sys.stdout.name == os.devnull:
        raise UsageError("Standard output is closed: name a file with -o OUT.")
    if not arguments.inputs and sys.stdin.isatty():
        _say("Reading an article from the keyboard; end with Ctrl-D on a line of its own.")
    job = _job(arguments)
    if arguments.engine == "ray":
        from pipeline.cluster.supervise import run_on_ray

        return SOME_FAILED if run_on_ray(job, arguments.address) else DONE
    from pipeline.batch.run import run  # after the arguments are known to be good: --help must not wait

    failed = run(job, interrupts)
    if job.out and job.settings.kind == "parquet":
        _make_ready(job.out, quiet=job.quiet)
    return SOME_FAILED if failed else DONE


def _make_ready(folder: Path, *, quiet: bool) -> None:
    """Look a large folder through now, so that the page opens it at once; a small one is opened in a moment anyway.

    It is no part of the result: where it cannot be done, the page will do it.
    """
    if sum(path.stat().st_size for path in (folder / "articles").glob("part-*.parquet")) < _LARGE:
        return
    from pipeline.collection import Collection

    with contextlib.suppress(PipelineError, OSError):
        Collection.of_folder(folder, progress=None if quiet else _say).close()


def _job(arguments: argparse.Namespace) -> "Job":
    from pipeline.batch.chunks import SECONDS, Settings
    from pipeline.batch.run import Job

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


def _open_missing_streams() -> None:
    """A stream that the caller has closed is there again and empty, so that no file of ours takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for the whole run


def _say(message: str) -> None:
    with contextlib.suppress(OSError):  # nobody can read it
        sys.stderr.write(printable(message) + "\n")
        sys.stderr.flush()
