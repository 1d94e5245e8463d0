"""Every target: how bytes become an input, and what must hold for it. See scripts/fuzz.py and test_fuzz.py.

An input is a text or bytes that a person can read and keep: what breaks a promise goes into ``finds/``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import facts, reading
from tests.fuzz import words as w
from tests.fuzz.taste import Taste

SIGNS = (*map(chr, range(32, 127)), *w.ODD)
RUNNABLE = ("=", "+", "-", "@", "'", '"', "\t", "\r", "＝", "−", "\u200b")
CLOSE = ("", "", " ", "\n")


@dataclass(frozen=True, slots=True)
class Target:
    """brew makes an input of choices; check raises where a promise is broken."""

    brew: Callable
    check: Callable


def raw(taste):
    return taste.rest()


def soup(*kinds, **options):
    return lambda taste: taste.soup(*kinds, **options)


TARGETS = {
    "decode": Target(raw, reading.decoding),
    "text": Target(raw, reading.text),
    "markdown": Target(soup(w.MARKDOWN, w.MARKDOWN, w.PLAIN, w.NAMES, w.STOPS, w.ODD), reading.markdown),
    "html": Target(soup(w.TAGS, w.TAGS, w.PLAIN, w.NAMES, w.DAYS, w.ODD, between=CLOSE), reading.html),
    "docx": Target(soup(w.DOCX, between=("",), longest=2000), reading.docx),
    "pdf": Target(soup(w.PDF, between=CLOSE, longest=2000), reading.pdf),
    "damaged": Target(reading.damage, reading.damaged),
    "jsonl": Target(soup(w.JSON, w.JSON, w.ODD, between=("", "", "\n")), reading.lines),
    "frames": Target(raw, reading.frames),
    "cells": Target(soup(SIGNS, w.ODD, RUNNABLE, between=("",)), facts.cells),
    "layout": Target(soup(*w.NEWS, w.ODD, w.STOPS), facts.layouts),
    "quotes": Target(soup(w.NAMES, w.MARKS, w.MARKS, w.SAYING, w.PLAIN, w.STOPS, longest=1500), facts.article),
    "dates": Target(soup(w.DAYS, w.DAYS, w.DAYS, w.PLAIN, w.STOPS, longest=1500), facts.article),
    "toponyms": Target(soup(w.PLACES, w.PLACES, w.PLACES, w.PLAIN, w.STOPS, longest=1500), facts.article),
    "news": Target(soup(*w.NEWS, w.ODD, longest=1500), facts.article),
    "growth": Target(soup(*w.NEWS, w.DAYS, w.ODD, w.STOPS, w.MARKS, longest=60), facts.growth),
    "places": Target(
        soup(w.PLACES, w.PLACES, w.STOPS, w.ODD, w.PLAIN, between=(" ", ", ", ""), longest=400), facts.places
    ),
    "corrections": Target(raw, facts.corrections),
    "corrections-file": Target(facts.enemy_file, facts.corrections_file),
    "records": Target(soup(w.ODD, w.ODD, SIGNS, w.JSON[:20], between=("",), longest=300), facts.records),
}


def run(name, data):
    """One input of a target."""
    target = TARGETS[name]
    target.check(target.brew(Taste(data)))
