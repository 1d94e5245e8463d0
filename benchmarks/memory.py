"""Whether memory stays flat over many different articles, told by the system, not by Python."""

import ctypes
import gc
import subprocess
import sys
from pathlib import Path

from benchmarks.articles import make_articles, own_texts
from pipeline import Article, analyse, load_resources

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def resident_mb() -> float:
    """Resident memory of this process in MB; Linux only, elsewhere by ps."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import os

    return int(subprocess.check_output(["ps", "-o", "rss=", "-p", str(os.getpid())])) / 1024


def settle() -> None:
    """Give freed memory back first, so that what is measured is what is held."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)


def with_new_words(article: Article, number: int) -> Article:
    """The article with invented words no other has, as a store of strings would keep them all."""
    invented = " ".join(f"{_LETTERS[number % 26]}{number}x{k}q said" for k in range(20))
    return Article(article.id, f"{article.text}\n\n{invented.capitalize()}.")


def resident_after(marks: tuple[int, ...] = (100, 1000)) -> list[float]:
    """Resident MB after so many different articles."""
    resources = load_resources()
    found = []
    for n, article in enumerate(make_articles(own_texts(), marks[-1], seed=7), 1):
        analyse(with_new_words(article, n), resources)
        if n in marks:
            settle()
            found.append(resident_mb())
    return found


if __name__ == "__main__":
    sys.stdout.write(" ".join(f"{mb:.1f}" for mb in resident_after()) + "\n")
