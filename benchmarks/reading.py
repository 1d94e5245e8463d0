"""How long a web page of 1 MB takes to read beside another checkout: ``python -m benchmarks.reading OTHER``.

Both read the same page in turn, each time in a fresh process; the median of the processor time is compared.
"""

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZE = 1_000_000  # bytes
ROUNDS = 5
_STORY = (
    "<p>The mayor of Bergen said on Monday, March 18, that bridge {0} over the <b>Red River</b> stays closed."
    " &ldquo;We will not open it,&rdquo; she told <a href='/x{0}'>reporters</a>.</p>\n"
)
_TEASER = "<div class='teaser'><a href='/n/{0}'><img src='i{0}.jpg' alt=''>Ferry {0} runs again</a><!-- c --></div>\n"
_READ = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pipeline.read.parse import parse
parse("warm.html", sys.argv[2].encode())
page = sys.stdin.buffer.read()
start = time.process_time()
parse("page.html", page)
print(time.process_time() - start)
"""


def page(size: int = SIZE) -> bytes:
    """A page of so many bytes: a fifth of it scripts, the rest paragraphs with links and teasers between them."""
    head = f"<html><head><title>Bridge</title><script>{'var a = {b: 1};' * (size // 75)}</script></head><body><article>"
    end = "</article></body></html>"
    parts, left, number = [head], size - len(head) - len(end), 0
    while left > 0:
        number += 1
        parts.append(_STORY.format(number) + (_TEASER.format(number) if number % 3 == 0 else ""))
        left -= len(parts[-1])
    return "".join([*parts, end]).encode()


def seconds(checkout: Path, data: bytes) -> float:
    """Processor seconds in which the readers of a checkout read the page, their libraries loaded before."""
    warm = f"<article>{_STORY.format(1) * 20}</article>"
    answer = subprocess.run(
        [sys.executable, "-c", _READ, str(checkout), warm], input=data, stdout=subprocess.PIPE, check=True, cwd=checkout
    )
    return float(answer.stdout)


def main() -> None:
    """Both medians and their ratio on one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path, metavar="OTHER", help="another checkout of this repository")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args()
    data = page()
    pairs = [(seconds(chosen.other.resolve(), data), seconds(ROOT, data)) for _ in range(chosen.rounds)]
    other, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    sys.stdout.write(f"{len(data) / 1e6:.2f} MB: other {other:.2f} s, this {ours:.2f} s, {ours / other:.2f} times\n")


if __name__ == "__main__":
    main()
