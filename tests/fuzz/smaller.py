"""The smallest input that still breaks the same thing in the same place."""

from tests.fuzz.clock import Hang, limited

TRIES = 400


def smaller(check, value, key, place):
    """Pieces taken away, large ones first, as long as it still breaks."""
    tries, size = 0, max(len(value) // 2, 1)
    while size and tries < TRIES:
        at, shrunk = 0, False
        while at < len(value) and tries < TRIES:
            tries += 1
            candidate = value[:at] + value[at + size :]
            if _breaks(check, candidate, key, place):
                value, shrunk = candidate, True
            else:
                at += size
        size = size // 2 if not shrunk or size > 1 else 1
    return value


def _breaks(check, value, key, place):
    try:
        with limited():
            check(value)
    except (Exception, Hang) as error:
        return f"{type(error).__name__} at {place(error)}" == key
    return False
