import pytest

from tests.locating.gazetteers import FewPlaces
from tollbook.document import Span
from tollbook.locating.pinning import pin
from tollbook.place import Location


def pinned(text: str, name: str, other: str | None = None) -> Location:
    places = FewPlaces()
    start = text.index(name)
    return pin(
        text,
        Span(start=start, end=start + len(name)),
        places.named(name)[0],
        None if other is None else places.named(other)[0],
    )


@pytest.mark.parametrize(
    ("text", "name", "where_prec", "geo_precision"),
    [
        pytest.param("in Sarn", "Sarn", 1, 1, id="a town"),
        pytest.param("in southern Sarn", "Sarn", 1, 1, id="a part of a town is its town"),
        pytest.param("on the outskirts of Sarn", "Sarn", 2, 2, id="outskirts"),
        pytest.param("20 km from Sarn", "Sarn", 2, 2, id="up to 25 km"),
        pytest.param("60 km from Sarn", "Sarn", 5, 3, id="a wide ring"),
        pytest.param("60 km east of Sarn", "Sarn", 2, 2, id="far, but a way"),
        pytest.param("in Taval province", "Taval", 4, 3, id="a province"),
        pytest.param("in northern Marland", "Marland", 5, 3, id="a part of a country"),
        pytest.param("in Marland", "Marland", 6, 3, id="a country"),
        pytest.param("along the Marland border", "Marland", 5, 3, id="a border"),
    ],
)
def test_the_words_around_a_place_say_how_exactly_it_is_known(
    text: str, name: str, where_prec: int, geo_precision: int
) -> None:
    found = pinned(text, name)
    assert (found.where_prec, found.geo_precision) == (where_prec, geo_precision)
    assert found.rule.endswith(f"UCDP {where_prec}, ACLED {geo_precision}")


def test_a_long_road_between_two_towns_is_a_fuzzy_place_half_way() -> None:
    found = pinned("on the road between Sarn and Oker", "Sarn", "Oker")
    assert found.latitude == pytest.approx(14.3)
    assert (found.where_prec, found.entry) == (5, None)
