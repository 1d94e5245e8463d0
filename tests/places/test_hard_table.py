"""335 names in sentences of our own, each on its spot: wars, namesakes, regions against their cities."""

import pytest
from marked import KINDS, Wanted, articles, mentions_of, read

from pipeline import Article, Resources, analyse
from pipeline.gazetteer import distance_km
from pipeline.model import Place
from pipeline.places import locate


def placed(text: str, wanted: list[Wanted], resources: Resources) -> dict[tuple[int, int], Place]:
    rows = locate(text, mentions=mentions_of(wanted), gazetteer=resources.gazetteer)
    return {(row.start, row.end): row for row in rows}


def is_right(want: Wanted, row: Place | None) -> bool:
    if want.lat is None or want.lon is None:
        return row is None or row.lat is None
    if row is None or row.lat is None or row.lon is None:
        return False
    return distance_km(want.lat, want.lon, row.lat, row.lon) <= want.km


@pytest.mark.parametrize("marked", articles(), ids=lambda marked: marked[:40].replace("[", ""))
def test_every_name_of_the_hard_table_is_on_its_spot(marked: str, resources: Resources) -> None:
    text, wanted = read(marked)
    rows = placed(text, wanted, resources)
    wrong = [
        (want.name, rows.get((want.start, want.end)))
        for want in wanted
        if not is_right(want, rows.get((want.start, want.end)))
    ]
    assert wrong == []


@pytest.mark.parametrize("marked", articles(KINDS), ids=lambda marked: marked[:40].replace("[", ""))
def test_each_kind_of_name_and_its_near_miss(marked: str, resources: Resources) -> None:
    text, wanted = read(marked)
    rows = placed(text, wanted, resources)
    overlapping = {
        want: next((row for at, row in rows.items() if at[0] < want.end and want.start < at[1]), None)
        for want in wanted
    }
    wrong = [(want.name, row) for want, row in overlapping.items() if want.asked and not is_right(want, row)]
    assert wrong == []


def test_the_hard_table_is_large() -> None:
    assert sum(len(read(marked)[1]) for marked in articles()) >= 300


def test_from_plain_text_hardly_a_name_is_lost_and_no_pin_is_far_off(resources: Resources) -> None:
    names = right = far = 0
    for marked in articles():
        text, wanted = read(marked)
        rows = analyse(Article("x", text), resources).places
        for want in wanted:
            names += want.lat is not None
            row = next((row for row in rows if row.start < want.end and want.start < row.end), None)
            right += want.lat is not None and is_right(want, row)
            far += row is not None and row.lat is not None and not is_right(want, row)
    assert right / names >= 0.8
    assert far / names <= 0.04
