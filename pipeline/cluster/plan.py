"""The inputs divided into numbered parts, always the same for the same inputs. No Ray.

A part is done as a whole by whoever gets it and written under its number, so that doing it twice gives the
same files again, and what is missing can be told from the names alone.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.batch.chunks import Settings
from pipeline.batch.inputs import STANDARD_INPUT, files_below
from pipeline.batch.parquet_rows import read_rows, row_item
from pipeline.errors import UsageError
from pipeline.read.item import InputItem, unread
from pipeline.read.jsonl import Line, read_line, read_lines

PLAN = "plan.json"
FORM = 1  # of the plan; raise it whenever the division into parts changes


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of articles in one file.

    name: the file as the user wrote it, which records name. start, stop: bytes of lines, or rows of Parquet.
    before: lines that stand before. message: why the file gives no articles, in place of them.
    """

    name: str
    path: str
    start: int = 0
    stop: int = 0
    before: int = 0
    articles: int = 1
    size: int = 0
    message: str | None = None

    def items(self, published: date | None) -> Iterator[InputItem]:
        """Read and yield its articles."""
        if self.message:
            yield unread(self.name, self.message)
        elif _has_lines(self.path):
            yield from _lines(self, published)
        else:
            for number, row, _ in read_rows(Path(self.path), start=self.start, stop=self.stop):
                yield row_item(row, number, self.name, published=published)


@dataclass(frozen=True, slots=True)
class Share:
    """The work of one part: its number, the position of its first article in the whole input, and its slices."""

    number: int
    position: int
    pieces: tuple[Piece, ...]

    @property
    def articles(self) -> int:
        """The number of articles."""
        return sum(piece.articles for piece in self.pieces)

    @property
    def size(self) -> int:
        """Bytes of input."""
        return sum(piece.size for piece in self.pieces)

    def items(self, published: date | None) -> Iterator[InputItem]:
        """Read and yield its articles."""
        for piece in self.pieces:
            yield from piece.items(published)

    def to_row(self) -> dict[str, Any]:
        """As a row for Ray Data."""
        return {"share": json.dumps(asdict(self))}


def from_row(row: dict[str, Any]) -> Share:
    """The part that a row was made from."""
    share = json.loads(row["share"])
    return Share(share["number"], share["position"], tuple(Piece(**piece) for piece in share["pieces"]))


def named_files(inputs: Sequence[str], out: Path) -> list[tuple[str, str]]:
    """The files to read, each as the user names it and by its full path."""
    if not inputs or STANDARD_INPUT in inputs:
        raise UsageError("--engine ray reads files: name .jsonl or .parquet files, or folders of them.")
    files = [file for name in inputs for file in _below(Path(name))]
    for file in files:
        if file.exists() and file.suffix.lower() not in {".jsonl", ".parquet"}:
            raise UsageError(f"--engine ray reads .jsonl and .parquet files, and {file} is neither.")
    absolute = out.absolute()
    return [(str(file), str(file.absolute())) for file in files if absolute not in file.absolute().parents]


def _below(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return list(files_below(path)) or [path / "*.jsonl"]


def scan(name: str, path: str, part_articles: int) -> list[Piece]:
    """Divide a file into slices of at most so many articles."""
    try:
        if not Path(path).exists():
            return [Piece(name, path, message="There is no such file or folder.")]
        return _scan_lines(name, path, part_articles) if _has_lines(path) else _scan_rows(name, path, part_articles)
    except (OSError, ValueError) as error:  # pyarrow's own errors are ValueErrors
        return [Piece(name, path, message=f"The file cannot be read: {str(error).splitlines()[0][:200]}")]


def _has_lines(path: str) -> bool:
    return path.lower().endswith(".jsonl")


def _scan_lines(name: str, path: str, part_articles: int) -> list[Piece]:
    pieces: list[Piece] = []
    start = before = count = number = 0
    with Path(path).open("rb") as file:
        for line in read_lines(file):
            count, number = count + 1, line.number
            if count == part_articles:
                pieces.append(Piece(name, path, start, file.tell(), before, count, file.tell() - start))
                start, before, count = file.tell(), number, 0
        if count:
            pieces.append(Piece(name, path, start, file.tell(), before, count, file.tell() - start))
    return pieces


def _lines(piece: Piece, published: date | None) -> Iterator[InputItem]:
    with Path(piece.path).open("rb") as file:
        file.seek(piece.start)
        for line in read_lines(file):
            yield read_line(Line(piece.before + line.number, line.data), piece.name, published=published)
            if file.tell() >= piece.stop:
                return


def _scan_rows(name: str, path: str, part_articles: int) -> list[Piece]:
    import pyarrow.parquet as pq  # late: slow to import

    with pq.ParquetFile(path) as file:
        total, names = file.metadata.num_rows, file.schema_arrow.names
    if "text" not in names:
        raise ValueError(f"it has no column text, but {', '.join(names)[:100]}")
    size = Path(path).stat().st_size // max(total, 1)
    ends = [(start, min(start + part_articles, total)) for start in range(0, total, part_articles)]
    return [Piece(name, path, start, end, 0, end - start, size * (end - start)) for start, end in ends]


def cut(pieces: Sequence[Piece], part_articles: int) -> list[Share]:
    """Combine the slices, in order, into parts of at most so many articles."""
    shares: list[Share] = []
    gathered: list[Piece] = []
    position = 0
    for piece in pieces:
        if gathered and sum(one.articles for one in gathered) + piece.articles > part_articles:
            shares.append(Share(len(shares), position, tuple(gathered)))
            position, gathered = position + shares[-1].articles, []
        gathered.append(piece)
    if gathered:
        shares.append(Share(len(shares), position, tuple(gathered)))
    return shares


def describe(shares: Sequence[Share], settings: Settings, published: date | None) -> dict[str, Any]:
    """What a run must have in common with the interrupted one that it resumes."""
    digest = hashlib.sha256(json.dumps([share.to_row() for share in shares]).encode()).hexdigest()
    asked = repr((settings.model, settings.corrections, published))
    return {
        "dateline_plan": FORM,
        "parts": len(shares),
        "articles": sum(share.articles for share in shares),
        "inputs": digest,
        "settings": hashlib.sha256(asked.encode()).hexdigest(),
    }


def keep(out: Path, plan: dict[str, Any]) -> None:
    """Write the plan atomically."""
    beside = out / f".{PLAN}.writing"
    beside.write_text(json.dumps(plan, indent=1) + "\n", encoding="utf-8")
    beside.replace(out / PLAN)


def kept(out: Path) -> dict[str, Any] | None:
    """The plan of the run that wrote this folder; None if there is none."""
    try:
        plan = json.loads((out / PLAN).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UsageError(f"{out / PLAN} cannot be read, so the folder cannot be resumed.") from error
    return plan if isinstance(plan, dict) else None
