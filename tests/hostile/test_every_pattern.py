"""Every regular expression of the product reads hostile text in time that grows with its length, and no faster."""

import re
import signal
from collections import deque
from contextlib import suppress
from functools import partial

import pytest

from devtools.processor import quickest
from tests.hostile.patterns import calls_of_re, used_patterns
from tests.hostile.pumped import build, recipes

LONGEST = 16_384
PROBES = (64, 1_024, LONGEST)  # a pattern may cost most on a short text, where it refuses long ones at once
CHEAP = 0.01  # processor seconds: what takes less, however long, is not looked at
GROWTH = 8.0  # four times the text may take so many times as long: 4 is linear, 16 quadratic
SUSPECT = 5.0  # from here on both are measured with care
HANG = 10.0  # seconds for one text, so that an exponential pattern fails and does not hang
WALKED = used_patterns()
RUN = {
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "find": lambda pattern, text: deque(pattern.finditer(text), maxlen=0),
}
# Made of words of the moment, so that they are not there to be walked.
MADE_LATER = {
    "pipeline.corrections.entities": "a name, escaped, between two borders of words",
    "components.rows.unclear": "a name, escaped, between two borders of words",
    "pipeline.dates.grammar": "our own table of forms, put together once; what comes out is walked",
    "pipeline.text.attribute_table": "an expression of the language model's own table, over one word",
}
OUR_OWN_TEXT = {"components.server.shield._INLINE"}  # read once at the start, from Streamlit's own page


class HangsError(Exception):
    """A text took longer than HANG."""


@pytest.fixture(autouse=True)
def alarm():
    def ring(*_):
        raise HangsError

    before = signal.signal(signal.SIGALRM, ring)
    yield
    signal.signal(signal.SIGALRM, before)


def cost(run, text, runs=1):
    """Processor seconds, of the quickest of several runs."""
    found = []
    for _ in range(runs):
        signal.setitimer(signal.ITIMER_REAL, HANG)
        try:
            found.append(quickest(lambda: run(text), runs=1))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return min(found)


def grows_too_fast(pattern, way, recipe):
    """The size at which four times the text costs far more than four times the time; None where there is none."""
    run = partial(RUN[way], pattern)

    def text(size):
        made = build(recipe, size)
        return made.encode() if isinstance(pattern.pattern, bytes) else made

    seen = {}
    with suppress(HangsError):
        seen |= {size: cost(run, text(size)) for size in PROBES}
        if max(seen.values()) <= CHEAP:
            return None  # as are those between them: the same piece, more or fewer times
    size = 32
    while size <= LONGEST:
        try:
            much = seen[size] = seen.get(size) or cost(run, text(size))
            suspect = much > CHEAP and much > SUSPECT * seen.get(size // 4, 0.0)
            if suspect and much > GROWTH * (little := cost(run, text(size // 4), runs=3)):
                much = min(much, cost(run, text(size), runs=2))  # once more, as something else may have cost the time
                if much > CHEAP and much > GROWTH * little:
                    return size
        except HangsError:
            return size
        size *= 2
    return None


HOSTILE = [used for used in WALKED if used.name not in OUR_OWN_TEXT]


@pytest.mark.parametrize("used", HOSTILE, ids=[used.name for used in HOSTILE])
def test_time_grows_with_the_text(used):
    for way in sorted(used.ways or RUN):
        for recipe in recipes(used.pattern):
            size = grows_too_fast(used.pattern, way, recipe)
            assert size is None, f"{way} of {used.pattern.pattern!r}: {recipe!r} at {size:,} characters"


def test_the_walk_knows_an_exponential_and_a_quadratic_pattern(monkeypatch):
    monkeypatch.setitem(globals(), "HANG", 1.0)  # the exponential one would take any time it is given
    for bad in (r"(?:[A-Z]{1,4}\s*){3,}$", r"\s*,", r"'*(?:'|a)*="):
        pattern = re.compile(bad)
        assert any(grows_too_fast(pattern, "find", recipe) for recipe in recipes(pattern)), bad
    assert not any(grows_too_fast(re.compile(r"\s*+,"), "match", recipe) for recipe in recipes(re.compile(r"\s*+,")))


def test_no_pattern_escapes_the_walk():
    """What is compiled inside a function is not among the names of its module."""
    walked = {used.pattern.pattern for used in WALKED}
    for module, function, call in calls_of_re():
        if function in ("escape", "error", "Pattern"):
            continue
        first = call.args[0]
        constant = getattr(first, "value", None)
        assert constant in walked or module in MADE_LATER or call.col_offset == 0 or function == "compile", (
            f"{module}:{call.lineno}: name the pattern at the top of the module, so that the walk finds it"
        )


def test_no_group_is_repeated_possessively():
    """Python before 3.11.5 matches such groups wrongly (gh-106052); an atomic group around them means the same."""
    group = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+")
    assert group.search(r"a(?:b|c)*+")
    assert group.search(r"(?>b){2,}+")
    assert not group.search(r"\)*+[)]*+(?>(?:b)*)")
    texts = ((used.name, used.pattern.pattern) for used in HOSTILE)
    wrong = [name for name, text in texts if group.search(text if isinstance(text, str) else text.decode())]
    assert not wrong
