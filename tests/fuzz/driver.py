"""Runs targets: drawn from a seed, in the hands of atheris, or through the real language model."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.clock import Hang, limited
from tests.fuzz.smaller import smaller
from tests.fuzz.targets import TARGETS
from tests.fuzz.taste import Taste

ROOT = Path(__file__).resolve().parents[2]
SIZES = (8, 30, 80, 200, 600)  # bytes an input is brewed from; one byte is about one word


class Finds:
    """What broke, once for each place it broke at, with the smallest input that does it."""

    def __init__(self, name):
        self.name, self.all = name, {}

    def add(self, error, value):
        """One more; kept where it is new or smaller."""
        key = f"{type(error).__name__} at {place(error)}"
        if key not in self.all or len(value) < len(self.all[key][1]):
            self.all[key] = (str(error)[:300], value)

    def tell(self):
        """A line of JSON for each, as tests/fuzz/finds/ keeps them."""
        for key, (message, value) in self.all.items():
            text = value.decode("latin-1") if isinstance(value, bytes) else value
            kind = "bytes" if isinstance(value, bytes) else "text"
            line = {"target": self.name, "why": key, "message": message, kind: text}
            sys.stdout.write(f"FIND {json.dumps(line)}\n")
        sys.stdout.flush()


def place(error):
    """File and line of the deepest code of ours in a traceback."""
    found, trace = "?", error.__traceback__
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
            found = f"{path.relative_to(ROOT)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def drawn(name, runs, seed):
    """A target with inputs drawn from a seed."""
    draw, finds, slowest = random.Random(f"{seed}/{name}"), Finds(name), 0.0
    begun, target = time.process_time(), TARGETS[name]
    for _ in range(runs):
        data = draw.randbytes(draw.choice(SIZES))
        started = time.process_time()
        try:
            value = target.brew(Taste(data))
            with limited():
                target.check(value)
        except (Exception, Hang) as error:
            finds.add(error, value)
        slowest = max(slowest, time.process_time() - started)
    for key, (message, value) in list(finds.all.items()):
        finds.all[key] = (message, smaller(target.check, value, key, place))
    return told(finds, runs, time.process_time() - begun, slowest)


def told(finds, runs, seconds, slowest):
    """One line of figures, then the finds; how many there are."""
    slow = f", slowest {slowest:.2f} s" if slowest else ""
    sys.stdout.write(f"{finds.name:17} {runs:7,} inputs {seconds:7.1f} s{slow}, {len(finds.all)} finds\n")
    finds.tell()
    return len(finds.all)


def modelled(runs, seed):
    """Short soups of every grammar through the real model, in batches; every batch twice, in another order."""
    from tests.fuzz.real import batches

    finds, begun = Finds("model"), time.process_time()
    for batch in batches(runs, seed):
        for error, value in batch:
            finds.add(error, value)
    return told(finds, runs, time.process_time() - begun, 0.0)


def guided(name, runs):
    """A target in the hands of atheris, in a process of its own, since atheris ends the one it runs in."""
    code = f"from tests.fuzz.guided import main; main({name!r}, {runs})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):  # neither done nor done with finds: it died, and its last words tell of what
        sys.stdout.write(f"{name} died: {done.stderr[-2000:].decode(errors='replace')}\n")
    return min(done.returncode, 1) if done.returncode >= 0 else 1
