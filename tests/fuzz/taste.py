"""Bytes as a row of choices, so that a fuzzer that changes bytes changes words, and not only letters."""

LONGEST = 6_000  # characters of one soup


class Taste:
    """Takes choices from bytes; when they are used up every choice is the first."""

    def __init__(self, data):
        self._data, self._at = data, 0

    def more(self):
        return self._at < len(self._data)

    def byte(self):
        self._at += 1
        return self._data[self._at - 1] if self._at <= len(self._data) else 0

    def number(self, below):
        """A whole number from 0 on."""
        value = self.byte()
        return (value << 8 | self.byte()) % below if below > 256 else value % below

    def pick(self, things):
        return things[self.number(len(things))]

    def flag(self):
        return self.byte() & 1 == 1

    def rest(self):
        """Everything left, as it is."""
        data, self._at = self._data[self._at :], len(self._data)
        return data

    def soup(self, *kinds, between=(" ", " ", " ", " ", " ", "", "\n", "\n\n"), longest=LONGEST):
        """Pieces of these kinds one after another; one in a few stands many times in a row."""
        pieces, length = [], 0
        while self.more() and length < longest:
            piece = self.pick(self.pick(kinds))
            if self.number(32) == 31:
                piece *= 2 ** self.number(10)
            pieces += [piece, self.pick(between)]
            length += len(piece) + 1
        return "".join(pieces)[:longest]
