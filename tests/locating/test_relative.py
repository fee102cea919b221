import pytest

from tollbook.locating.relative import Side, away, between, find_relation
from tollbook.place import GazetteerEntry, kilometres


def entry(latitude: float, longitude: float) -> GazetteerEntry:
    return GazetteerEntry(
        id="x:1", name="Sarn", latitude=latitude, longitude=longitude, feature="P.PPL"
    )


@pytest.mark.parametrize(
    ("text", "side", "km", "bearing"),
    [
        pytest.param("They died 17 km north of SARN.", Side.AWAY, 17.0, 0.0, id="km and way"),
        pytest.param(
            "A bus, some 80 kilometers (50 miles) south-east of the town of SARN, burned.",
            Side.AWAY,
            80.0,
            135.0,
            id="the miles in brackets are read over",
        ),
        pytest.param("A mine 10 miles from SARN", Side.AWAY, 16.09, None, id="no way"),
        pytest.param(
            "120 km northwest of the capital, SARN", Side.AWAY, 120.0, 315.0, id="the capital"
        ),
        pytest.param("on the outskirts of SARN", Side.NEAR, None, None, id="outskirts"),
        pytest.param("on the northern outskirts of SARN", Side.NEAR, None, 0.0, id="whose way"),
        pytest.param("in SARN's eastern suburbs", Side.NEAR, None, 90.0, id="suburbs behind"),
        pytest.param("just outside SARN on Friday", Side.NEAR, None, None, id="outside"),
        pytest.param("in a village near the city of SARN", Side.NEAR, None, None, id="near"),
        pytest.param("just west of SARN", Side.NEAR, None, 270.0, id="a way alone"),
        pytest.param("on the road between SARN and Oker", Side.BETWEEN, None, None, id="a road"),
        pytest.param("on the road linking SARN to Oker", Side.BETWEEN, None, None, id="links"),
        pytest.param("along the border with SARN", Side.BORDER, None, None, id="a border"),
        pytest.param("near the SARN border", Side.BORDER, None, None, id="a border behind"),
        pytest.param("sank off the coast of SARN", Side.COAST, None, None, id="a coast"),
        pytest.param("sank off SARN", Side.COAST, None, None, id="off"),
        pytest.param("in northern SARN", Side.PART, None, 0.0, id="a part"),
    ],
)
def test_words_around_a_name_say_how_something_lies_from_it(
    text: str, side: Side, km: float | None, bearing: float | None
) -> None:
    start = text.index("SARN")
    found = find_relation(text, start, start + 4)
    assert found is not None
    assert (found.side, found.bearing) == (side, bearing)
    assert found.km == pytest.approx(km) if km is not None else found.km is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("in the town of SARN", id="in it"),
        pytest.param("10 km from Oker. In SARN a bus burned", id="of the sentence before"),
        pytest.param("SARN, 17 km north of Oker", id="told of another"),
    ],
)
def test_a_name_alone_is_the_place_itself(text: str) -> None:
    start = text.index("SARN")
    assert find_relation(text, start, start + 4) is None


@pytest.mark.parametrize(("bearing", "north", "east"), [(0, 1, 0), (90, 0, 1), (225, -1, -1)])
def test_a_point_lies_the_way_and_as_far_as_the_words_say(
    bearing: float, north: int, east: int
) -> None:
    point = away(entry(12.0, 4.0), 50, bearing)
    assert kilometres(12.0, 4.0, point.latitude, point.longitude) == pytest.approx(50, abs=0.1)
    assert (round((point.latitude - 12) * 2.9), round((point.longitude - 4) * 2.9)) == (north, east)


def test_without_a_way_the_point_is_the_place_and_the_ring_its_radius() -> None:
    point = away(entry(12.0, 4.0), 40, None)
    assert (point.latitude, point.longitude, point.radius_km) == (12.0, 4.0, 40)


def test_half_way_over_the_date_line_stays_near_it() -> None:
    point = between(entry(0, 179), entry(0, -179))
    assert abs(point.longitude) == pytest.approx(180)
    assert point.radius_km == pytest.approx(111, abs=1)
