"""One target in the hands of atheris, which changes inputs so that they reach branches not seen before."""

import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

SEEDS = 40  # inputs to begin with
SIZE = 600  # bytes an input is brewed from
SECONDS = 60  # atheris's own clock, for what does not come back to Python; ours (clock.py) rings long before


def main(name, runs):
    """Never returns: atheris ends the process when the runs are done."""
    import atheris

    with atheris.instrument_imports(include=["pipeline", "components"]):
        from tests.fuzz.targets import TARGETS
        from tests.fuzz.taste import Taste
    from tests.fuzz.clock import Hang, limited
    from tests.fuzz.driver import Finds, told

    target, finds, count, begun = TARGETS[name], Finds(name), 0, time.process_time()

    def one(data):
        nonlocal count
        count += 1
        value = target.brew(Taste(data))
        try:
            with limited():
                target.check(value)
        except (Exception, Hang) as error:
            finds.add(error, value)
        if count == runs:
            told(finds, count, time.process_time() - begun, 0.0)
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(1 if finds.all else 0)

    folder = tempfile.mkdtemp()
    for n in range(SEEDS):
        Path(folder, str(n)).write_bytes(random.Random(n).randbytes(SIZE // (n % 9 + 1)))
    options = [f"-runs={2 * runs}", f"-max_len={SIZE}", "-len_control=0", f"-timeout={SECONDS}"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/", "-verbosity=0", folder], one)
    atheris.Fuzz()
