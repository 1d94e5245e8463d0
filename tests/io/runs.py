"""What the tests of the command line share: a small article, files of lines, and records read back."""

import json

NEWS = (
    "PARIS – “We waited long enough,” said Mira Dolan, who lives in Rafah, on Monday.\n\n"
    "Dolan told reporters that the ferry to Egypt would leave at noon."
)
IDS = ["a", "b", "c", "d", "e", "f", "g", "h1", "bad line", "h2", "party"]


def jsonl(path, *rows):
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8"
    )
    return path


def records(path):
    with path.open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]
