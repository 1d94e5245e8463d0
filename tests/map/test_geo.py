"""Boxes, clusters, spots and views: arithmetic that a reader sees as the right piece of the globe."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.map.box import WORLD, Box, box_around, clusters, distance_km, mercator, scale_length
from components.map.pins import spots, unplaced
from components.map.views import outside, views
from pipeline.model import Place

LON = st.floats(-180, 180, allow_nan=False)
LAT = st.floats(-80, 80, allow_nan=False)


def place(name, lat, lon, kind="city", country="PS", *, times=1, confidence=0.95, entity=None, official=None):
    row = Place(
        0,
        len(name),
        name,
        entity or name,
        official or name,
        country,
        kind,
        lat,
        lon,
        None,
        confidence,
        f"{name}, then.",
    )
    return [replace(row, start=n, end=n + len(name)) for n in range(times)]


GAZA = [
    *place("Rafah", 31.29, 34.25, times=6),
    *place("Khan Younis", 31.34, 34.31, times=2),
    *place("Gaza City", 31.5, 34.47, times=3),
    *place("Washington", 38.9, -77.04, country="US"),
    *place("Israel", 31.5, 34.8, "country", "IL", times=4),
]


@given(st.lists(st.tuples(LON, LAT), min_size=1, max_size=8))
def test_a_box_holds_all_its_points(points):
    box = box_around(points, least_km=10)
    assert all(box.holds(lon, lat) for lon, lat in points)
    assert box.east - box.west <= 361
    assert box.grown(0.2, 0.1).holds(*box.centre)


def test_a_box_crosses_the_date_line_when_that_is_shorter():
    box = box_around([(178.4, -18.1), (-171.8, -13.8)], least_km=10)
    assert box.east - box.west == pytest.approx(9.8, abs=0.3)
    assert box.east > 180


def test_one_point_gets_ground_around_it():
    box = box_around([(34.25, 31.29)], least_km=36)
    assert box.width_km == pytest.approx(36, rel=0.02)
    assert box.height_km == pytest.approx(36, rel=0.02)


@given(LON, LAT, LON, LAT)
def test_distance_is_symmetric_and_at_most_half_way_round(a, b, c, d):
    there, back = distance_km((a, b), (c, d)), distance_km((c, d), (a, b))
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 20020


@given(LON, st.floats(-79, 79), st.floats(0.01, 0.5))
def test_mercator_keeps_north_up_and_east_right(lon, lat, step):
    assert mercator(lon, lat + step)[1] < mercator(lon, lat)[1]
    assert mercator(lon + step, lat)[0] > mercator(lon, lat)[0]


@pytest.mark.parametrize("km,length", [(7, 5), (20, 20), (99, 50), (0.3, 0.2), (1234, 1000)])
def test_scale_bars_have_round_lengths(km, length):
    assert scale_length(km) == pytest.approx(length)


@given(st.lists(st.tuples(LON, LAT), max_size=9), st.floats(1, 3000))
def test_clusters_share_out_every_point_once(points, reach):
    groups = clusters(points, reach_km=reach)
    assert sorted(n for group in groups for n in group) == list(range(len(points)))


def test_spots_count_mentions_and_keep_the_articles_spelling():
    rows = [
        *place("Khan Younis", 31.34, 34.31, times=3, official="Khān Yūnis"),
        *place("U.S.", 39, -98, "country", "US"),
    ]
    found = spots(rows)
    assert [(spot.name, spot.count, spot.official) for spot in found] == [
        ("Khan Younis", 3, "Khān Yūnis"),
        ("United States", 1, "U.S."),
    ]


def test_a_dateline_in_capitals_is_written_as_a_name():
    (spot,) = spots(place("BRUSSELS", 50.8, 4.4, official="Brussels"))
    assert spot.name == "Brussels"


def test_two_names_for_one_spot_are_one_pin():
    rows = [*place("Gaza", 31.5, 34.47, entity="e1"), *place("Gaza City", 31.5, 34.47, entity="e2", times=2)]
    (spot,) = spots(rows)
    assert (spot.id, spot.count, spot.entity_ids) == ("e2", 3, ("e2", "e1"))


def test_names_without_a_spot_keep_their_reason():
    rows = [replace(p, lat=None, lon=None) for p in place("Springfield", 0, 0, times=2)]
    assert spots(rows) == ()
    assert [(row.name, row.count, row.reason) for row in unplaced(rows)] == [("Springfield", 2, "Springfield, then.")]


def test_the_main_area_is_where_most_mentions_are():
    first, *rest = views(spots(GAZA))
    assert first.name == "Main area"
    assert first.box.span_km < 80
    assert {view.name for view in rest} == {"All places", "World"}
    assert {spot.name for spot in outside(spots(GAZA), first.box)} == {"Washington"}


def test_all_places_holds_every_pin():
    everything = next(view for view in views(spots(GAZA)) if view.name == "All places")
    assert not outside(spots(GAZA), everything.box)


SIX_CONTINENTS = {
    "Tokyo": (35.7, 139.7), "Wellington": (-41.3, 174.8), "Anchorage": (61.2, -149.9), "Suva": (-18.1, 178.4),
    "Lagos": (6.5, 3.4), "Lima": (-12.0, -77.0), "Oslo": (59.9, 10.8), "Pago Pago": (-14.3, -170.7),
}  # fmt: skip


def test_all_places_holds_every_placed_row_once_round_the_world():
    rows = [row for name, (lat, lon) in SIX_CONTINENTS.items() for row in place(name, lat, lon)]
    rows += [*place("Japan", 36, 138, "country", "JP"), *place("Australia", -25, 134, "country", "AU")]
    everything = next(view for view in views(spots(rows)) if view.name == "All places")
    assert not outside(spots(rows), everything.box)
    assert everything.box.east - everything.box.west <= 360


def test_a_country_far_away_does_not_pull_the_frame():
    rows = [*GAZA[:11], *place("United States", 39, -98, "country", "US", times=9)]
    found = views(spots(rows))
    assert found[0].box.span_km < 200
    assert {view.name for view in found} >= {"Most places", "All places"}


def test_one_town_among_many_countries_is_not_what_the_article_is_about():
    far = [*place("Taiwan", 23.7, 121, "country", "TW", times=5), *place("Japan", 36, 138, "country", "JP", times=4)]
    for pins in (place("Beijing", 39.9, 116.4), place("Berlin", 52.5, 13.4, times=3) + place("Spandau", 52.54, 13.2)):
        first, *rest = views(spots([*pins, *far]))
        assert first.name == "All places"
        assert not outside(spots([*pins, *far]), first.box)
        assert {view.name for view in rest} == {"World"}  # any other would show fewer than half


def test_a_doubtful_pin_neither_steers_the_frame_nor_is_drawn():
    rows = [*GAZA[:11], *place("London", 36.5, -119.4, "city", "US", times=9, confidence=0.42)]
    assert "London" not in {spot.name for spot in spots(rows)}
    (asked,) = unplaced(rows)
    assert (asked.name, asked.count, [choice.confidence for choice in asked.choices]) == ("London", 9, [0.42])
    unsure = [*GAZA[:11], *place("London", 36.5, -119.4, "city", "US", times=40, confidence=0.6)]
    assert views(spots(unsure))[0].box.span_km < 200


def test_near_places_need_no_second_view():
    assert [view.name for view in views(spots(GAZA[:11]))] == ["All places", "World"]


def test_scattered_places_have_no_main_area():
    rows = [*place("Lima", -12, -77), *place("Nairobi", -1.3, 36.8), *place("Kyiv", 50.4, 30.5)]
    assert [view.name for view in views(spots(rows))] == ["All places", "World"]


@given(st.lists(st.tuples(LON, LAT, st.integers(1, 5)), min_size=1, max_size=7))
def test_views_always_have_a_box_with_all_pins(points):
    rows = [row for n, (lon, lat, times) in enumerate(points) for row in place(f"P{n}", lat, lon, times=times)]
    found = views(spots(rows))
    everything = next(view for view in found if view.name == "All places")
    assert all(everything.box.holds(spot.lon, spot.lat) for spot in spots(rows))
    assert found[-1].box == WORLD or found[0].box == WORLD


def test_a_country_alone_is_shown_whole():
    (view, _world) = views(spots(place("Lebanon", 33.8, 35.8, "country", "LB")))
    assert view.box.holds(35.2, 33.1)
    assert view.box.holds(36.5, 34.6)
    assert view.box.span_km < 500


def test_boxes_meet_across_the_date_line():
    assert Box(170, -20, 190, -10).meets(Box(-180, -15, -175, -12))
    assert not Box(170, -20, 175, -10).meets(Box(-180, -15, -175, -12))


def test_every_island_belongs_to_its_country():
    from components.map.ground import country_outlines, world_outlines

    for sheet in (world_outlines(), country_outlines("NZ")):
        land = [outline for outline in sheet.outlines if outline.key.startswith("land-")]
        assert len(land) > 10
        assert all(outline.key.removeprefix("land-") in outline.owners for outline in land)


def test_a_town_named_with_its_country_stands_off_the_edge():
    graz = [*place("Graz", 47.07, 15.44, country="AT", times=2), *place("Austria", 47.3, 13.3, "country", "AT")]
    box = views(spots(graz))[0].box
    assert box.inner(0.15).holds(15.44, 47.07)
