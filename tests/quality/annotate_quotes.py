"""Turns marked-up articles into annotated ones: python -m tests.quality.annotate_quotes

markup/NAME.txt is the article with <d 1 Name>direct</d>, <m 1 Name>mixed</m> and <i 1 Name>indirect</i> quotes;
1 is the number of the speaker's words, <s 1>the mayor</s>, anywhere in the text, or 0 if there are none; Name
is who it is, or nothing where no name is known. The first line may be "published: 2024-03-18". Tags never cross.
"""

import json
import re
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "quotes"
_TAG = re.compile(r"<(?:(?P<kind>[dmi]) (?P<speaker>\d+) ?(?P<name>[^>]*)|s (?P<id>\d+)|/(?P<end>[dmis]))>")
KINDS = {"d": "direct", "m": "mixed", "i": "indirect"}


def annotated(markup: str, name: str) -> dict[str, Any]:
    """The article without tags, and the quotes the tags tell of."""
    published = re.match(r"published: (\d{4}-\d\d-\d\d)\n", markup)
    markup = markup[published.end() :] if published else markup
    text, spans = _stripped(markup)
    speakers = {tag["id"]: (a, b) for tag, a, b in spans if tag["id"]}
    quotes = [_quote(text, tag, a, b, speakers) for tag, a, b in spans if tag["kind"]]
    row = {"id": name, "text": text, "published": published.group(1) if published else None}
    return {**row, "quotes": sorted(quotes, key=lambda quote: quote["start"])}


def _stripped(markup: str) -> tuple[str, list[tuple[re.Match[str], int, int]]]:
    """Text without tags; (opening tag, start, end) of every tagged span."""
    text, at, spans, opened = "", 0, [], []
    for tag in _TAG.finditer(markup):
        text += markup[at : tag.start()]
        at = tag.end()
        if tag["end"]:
            opening, start = opened.pop()
            spans.append((opening, start, len(text)))
        else:
            opened.append((tag, len(text)))
    if opened:
        raise ValueError(f"{opened[-1][0].group()} is never closed")
    return text + markup[at:], spans


def _quote(text: str, tag: re.Match[str], start: int, end: int, speakers: dict[str, tuple[int, int]]) -> dict[str, Any]:
    words = speakers.get(tag["speaker"])
    speaker = {"start": words[0], "end": words[1], "text": text[slice(*words)]} if words else None
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "kind": KINDS[tag["kind"]],
        "speaker": speaker,
        "speaker_entity": tag["name"].strip() or None,
    }


def main() -> None:
    """Write one JSON file for every marked-up article."""
    for path in sorted((HERE / "markup").glob("*.txt")):
        row = annotated(path.read_text(encoding="utf-8"), path.stem)
        out = json.dumps(row, ensure_ascii=False, indent=1) + "\n"
        (HERE / f"{path.stem}.json").write_text(out, encoding="utf-8")


if __name__ == "__main__":
    main()
