"""A very long article is analysed in a process of its own, so that nobody else waits for it.

The one model of a server works at one article at a time, and Python runs one thread at a time; an article of a million
characters would hold all others up for a minute. The process is started for the article, works at low priority, one
after another, and gives its memory back to the system when it ends.
"""

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.errors import ArticleError, PipelineError
from pipeline.limits import check_text
from pipeline.model import Analysis, Article

LONG = 60_000  # characters, about 10,000 words and three seconds of the model
LINES = 5_000  # however short they are, about two seconds
_ROOT = Path(__file__).resolve().parent.parent
_START = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from pipeline.long_articles import main; main()"
_LOOK = 0.5  # seconds between two looks
_DIED = "This article could not be analysed within the memory of this machine. Paste a part of it."
_one = threading.Lock()


def is_long(article: Article) -> bool:
    """Whether an article should not be analysed where others wait."""
    return len(article.text) > LONG or article.text.count("\n") > LINES


def analyse_aside(
    article: Article, *, model: str | None = None, look: Callable[[bool], None] | None = None
) -> Analysis:
    """The same facts as ``analyse`` gives; raises ArticleError where there are none.

    look: called twice a second, told whether the work has begun; what it raises ends the work.
    """
    check_text(article.text, article.source)
    tell = look or (lambda _: None)
    while not _one.acquire(timeout=_LOOK):
        tell(False)
    try:
        return _answer(article, _run(article, model, tell))
    finally:
        _one.release()


def _run(article: Article, model: str | None, tell: Callable[[bool], None]) -> bytes:
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the parent
    )
    answer: list[bytes] = []
    question = pickle.dumps((article, model))
    talk = threading.Thread(target=lambda: answer.append(_talk(process, question)), daemon=True)
    talk.start()
    try:
        while talk.is_alive():
            talk.join(_LOOK)
            tell(True)
    finally:
        process.kill()  # where the visitor has gone; one that has answered has ended
        process.wait()
        talk.join()
    return answer[0]


def _talk(process: "subprocess.Popen[bytes]", question: bytes) -> bytes:
    with contextlib.suppress(OSError, ValueError):  # it was killed
        return process.communicate(question)[0]
    return b""


def _answer(article: Article, answer: bytes) -> Analysis:
    try:
        found: Any = pickle.loads(answer)  # noqa: S301 - from the process we have started
    except (EOFError, pickle.UnpicklingError):
        raise ArticleError(_DIED, source=article.source) from None
    if isinstance(found, Analysis):
        return found
    raise ArticleError(str(found), source=article.source)


def main() -> None:
    """The process: one article in, its facts or the reason why not out."""
    _stand_back()
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a library prints goes nowhere
    article, model = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    out.write(pickle.dumps(_facts(article, model)))
    out.close()


def _stand_back() -> None:
    """Let the others go first, and be the one that ends where memory runs out."""
    if hasattr(os, "nice"):
        os.nice(10)
    with contextlib.suppress(OSError):  # Linux alone has such a file
        Path("/proc/self/oom_score_adj").write_text("1000")


def _facts(article: Article, model: str | None) -> Analysis | str:
    from pipeline.recipe import analyse, load_resources

    try:
        return analyse(article, load_resources(model))
    except PipelineError as error:
        return str(error)
    except Exception as fault:  # it concerns this article only
        return f"This article could not be analysed: {type(fault).__name__}. Please report it."
