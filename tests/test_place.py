"""Places on the earth: what a point and its precision may be."""

import pytest

from tollbook.errors import UnusablePlace
from tollbook.place import GazetteerEntry, Location, kilometres


def test_a_point_outside_the_earth_is_refused_with_its_name() -> None:
    with pytest.raises(UnusablePlace, match="'Oker' at 91"):
        GazetteerEntry(id="t:1", name="Oker", latitude=91, longitude=0, feature="P.PPL")


@pytest.mark.parametrize(("where_prec", "geo_precision"), [(0, 1), (8, 1), (1, 0), (1, 4)])
def test_a_precision_no_codebook_knows_is_refused(where_prec: int, geo_precision: int) -> None:
    with pytest.raises(UnusablePlace, match="from 1 to 7"):
        Location(
            latitude=0,
            longitude=0,
            radius_km=0,
            where_prec=where_prec,
            geo_precision=geo_precision,
            rule="a town named",
        )


def test_a_degree_of_latitude_is_about_111_km() -> None:
    assert kilometres(0, 0, 1, 0) == pytest.approx(111.2, abs=0.2)
