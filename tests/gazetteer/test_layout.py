from hypothesis import given
from hypothesis import strategies as st

from tollbook.gazetteer.layout import (
    identifier_of,
    number_of,
    origin_of,
    packed,
    point,
    row_id,
    row_ids_of,
    spot,
    square,
    unpacked,
)
from tollbook.gazetteer.skeletons import BONES

latitudes = st.integers(-900_000, 900_000).map(lambda steps: steps / 10_000)
longitudes = st.integers(-1_800_000, 1_800_000).map(lambda steps: steps / 10_000)


@given(latitudes, longitudes, st.integers(0, 9_999))
def test_a_point_comes_back_as_it_was_put(latitude: float, longitude: float, nth: int) -> None:
    row = row_id(latitude, longitude, nth)
    assert point(row, spot(latitude, longitude)) == (latitude, longitude)


@given(latitudes, longitudes, st.integers(0, 9_999))
def test_a_row_id_tells_its_square(latitude: float, longitude: float, nth: int) -> None:
    first, last = row_ids_of(square(latitude, longitude))
    assert first <= row_id(latitude, longitude, nth) <= last < 1 << 32


@given(st.lists(st.integers(0, (1 << 32) - 1)))
def test_row_ids_come_back_as_they_were_packed(rows: list[int]) -> None:
    assert unpacked(packed(rows)) == rows


@given(st.text(BONES, max_size=16), st.text(BONES, max_size=16))
def test_skeletons_that_differ_have_different_numbers(one: str, other: str) -> None:
    assert (number_of(one) == number_of(other)) == (one == other)


@given(st.text(BONES))
def test_a_number_fits_the_database(bones: str) -> None:
    assert number_of(bones) < 1 << 63


def test_an_id_comes_back_as_it_was() -> None:
    for identifier in ("geonames:2460596", "geonames:SY.13", "tollbook:faladie", "own:x 1 2"):
        assert identifier_of(origin_of(identifier)) == identifier
