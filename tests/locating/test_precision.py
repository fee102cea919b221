import pytest

from tollbook.locating.precision import precision_of
from tollbook.place import GazetteerEntry


@pytest.mark.parametrize(
    ("feature", "where_prec", "geo_precision"),
    [
        pytest.param("P.PPL", 1, 1, id="a village"),
        pytest.param("P.PPLX", 1, 1, id="a quarter stands for its town"),
        pytest.param("S.AIRP", 1, 1, id="an airport"),
        pytest.param("A.ADM3", 2, 2, id="a small district"),
        pytest.param("A.ADM2", 3, 2, id="a district"),
        pytest.param("A.ADM1", 4, 3, id="a province"),
        pytest.param("H.STM", 5, 3, id="a river"),
        pytest.param("T.ISL", 5, 3, id="an island"),
        pytest.param("A.PCLI", 6, 3, id="a country"),
        pytest.param("H.SEA", 7, 3, id="a sea"),
        pytest.param("", 5, 3, id="nobody says what it is"),
    ],
)
def test_what_a_place_is_says_how_exactly_it_is_known(
    feature: str, where_prec: int, geo_precision: int
) -> None:
    found = precision_of(
        GazetteerEntry(id="x:1", name="Sarn", latitude=1, longitude=2, feature=feature)
    )
    assert (found.where_prec, found.geo_precision) == (where_prec, geo_precision)


def test_the_rule_names_both_codes() -> None:
    sarn = GazetteerEntry(id="x:1", name="Sarn", latitude=1, longitude=2, feature="A.ADM1")
    assert precision_of(sarn).rule == "a province (ADM1): UCDP 4, ACLED 3"
