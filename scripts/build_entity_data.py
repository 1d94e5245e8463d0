"""Write the word and name lists of pipeline/data/entities from their sources.

usage: python scripts/build_entity_data.py SCOWL FAKER CENSUS

SCOWL: folder of the word lists (Debian package scowl: usr/share/dict/scowl). FAKER: folder of the
unpacked PyPI wheel faker. CENSUS: folder of the unpacked PyPI package names (US Census 1990 lists).
"""

import re
import sys
from importlib import import_module
from pathlib import Path

DATA = Path(__file__).parent.parent / "pipeline" / "data" / "entities"
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+(?:[-'][A-Z]?[a-zà-öø-ÿā-ž]+)?\Z")
CENSUS_LAST = 6000  # the commonest surnames; further down the list they collide with words and towns


def main(scowl: Path, faker: Path, census: Path) -> None:
    """Write all lists."""
    words = _scowl(scowl, "words", (10, 20, 35), r"[a-z]{2,}")
    capitalised = _scowl(scowl, "upper", (10, 35, 40, 50), r"[A-Z][a-z]+")
    _write("words.txt", words, "common lower-case English words; SCOWL sizes 10 to 35, see SOURCES.md")
    _write("capitalised.txt", capitalised, "words always capitalised; SCOWL sizes 10 to 50, see SOURCES.md")
    last = faker_names(faker)[1]
    last |= census_names(census / "dist.all.last", CENSUS_LAST)
    _write("last_names.txt", last, "surnames; Faker (MIT) and US Census 1990 (public domain)")


def _scowl(folder: Path, kind: str, sizes: tuple[int, ...], shape: str) -> set[str]:
    lines = set()
    for size in sizes:
        for region in ("english", "american", "british"):
            path = folder / f"{region}-{kind}.{size}"
            if path.exists():
                lines |= set(path.read_text("iso-8859-1").splitlines())
    return {line for line in lines if re.fullmatch(shape, line)}


def census_names(path: Path, limit: int) -> set[str]:
    """The commonest names of one list of the census."""
    return {line.split()[0].capitalize() for line in path.read_text().splitlines()[:limit]}


def faker_names(folder: Path) -> tuple[set[str], set[str]]:
    """Given names and surnames of all locales in Latin script."""
    sys.path.insert(0, str(folder))
    first: set[str] = set()
    last: set[str] = set()
    for path in sorted((folder / "faker" / "providers" / "person").glob("*_*/__init__.py")):
        provider = import_module(f"faker.providers.person.{path.parent.name}").Provider
        for name, value in vars(provider).items():
            if name.startswith("first") and "prefix" not in name:
                first |= _latin(value)
            if name.startswith("last") and "prefix" not in name and "suffix" not in name:
                last |= _latin(value)
    return first, last


def _latin(value: object) -> set[str]:
    items = value if isinstance(value, (list, tuple, dict, set, frozenset)) else ()
    return {item for item in items if isinstance(item, str) and LATIN.match(item) and len(item) > 2}


def _write(name: str, lines: set[str], comment: str) -> None:
    (DATA / name).write_text("# " + comment + "\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
