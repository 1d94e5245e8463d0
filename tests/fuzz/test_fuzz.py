"""A short seeded run of every fuzz target, and every input that ever broke one. ``make fuzz`` runs long."""

import json
import random
from pathlib import Path

import pytest

from tests.fuzz.clock import Hang, limited
from tests.fuzz.real import batches
from tests.fuzz.smaller import smaller
from tests.fuzz.targets import TARGETS
from tests.fuzz.taste import Taste

SEED = 20
SIZES = (8, 30, 80, 200)
SLOW = {"growth", "quotes", "dates", "toponyms", "news", "corrections", "corrections-file", "records", "html"}
FEW = {"growth": 8}  # each is measured at several lengths
FINDS = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "finds").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name):
    draw, target = random.Random(f"{SEED}/{name}"), TARGETS[name]
    for _ in range(FEW.get(name, 25 if name in SLOW else 150)):
        value = target.brew(Taste(draw.randbytes(draw.choice(SIZES))))
        try:
            with limited():
                target.check(value)
        except (Exception, Hang) as error:
            pytest.fail(f"{value!r} breaks {name}: {type(error).__name__}: {error}")


def test_short_soups_through_the_real_model(resources):
    broken = [one for batch in batches(64, SEED, resources) for one in batch]
    assert broken == []


@pytest.mark.parametrize("find", FINDS, ids=[f"{n}-{find['target']}" for n, find in enumerate(FINDS)])
def test_what_broke_once_breaks_no_more(find):
    value = find["text"] if "text" in find else find["bytes"].encode("latin-1")
    with limited():
        TARGETS[find["target"]].check(value * find.get("times", 1))


@pytest.mark.parametrize(
    "find", [one for one in FINDS if one["target"] in ("quotes", "dates", "news")], ids=lambda find: find["why"]
)
def test_nor_with_the_real_model(find, resources):
    from pipeline import Article, analyse
    from tests.fuzz.sound import sound

    sound(analyse(Article("f", find["text"]), resources))


def test_a_target_that_hangs_is_noticed():
    def forever(_):
        while True:
            pass

    with pytest.raises(Hang), limited(0.2):
        forever("")


def test_an_input_is_made_small():
    def check(value):
        if "x" in value and "y" in value:
            raise ValueError

    assert sorted(smaller(check, "aaaxbbbycc" * 9, "ValueError at here", lambda _: "here")) == ["x", "y"]


def test_the_targets_can_fail(monkeypatch):
    """A broken promise in the product is a find."""
    monkeypatch.setattr("pipeline.read.markdown._parse", lambda text: 1 // (text.count("*") - 1))
    with pytest.raises(ZeroDivisionError):
        TARGETS["markdown"].check("a * b")
