"""Where reports put an incident together: agreement first, then exactness, never a wrong pin."""

from tollbook.linking.locations import location_of
from tollbook.place import Location, kilometres

# A town, a village beside it, a town far off in the same province, the province.
TOWN = (14.0, -4.0)
BESIDE = (14.1, -4.1)
FAR = (15.0, -5.0)


def at(
    point: tuple[float, float], where_prec: int = 1, radius_km: float = 2, rule: str = "a town"
) -> Location:
    return Location(
        latitude=point[0],
        longitude=point[1],
        radius_km=radius_km,
        where_prec=where_prec,
        geo_precision=1 if where_prec == 1 else 3,
        rule=rule,
    )


PROVINCE = at((14.5, -4.5), 4, 200, "a province")


def test_no_report_that_says_where_is_no_place() -> None:
    assert location_of([]) is None


def test_most_reports_decide() -> None:
    found = location_of([at(FAR), at(TOWN), at(BESIDE)])
    assert found is not None
    assert kilometres(found.latitude, found.longitude, *TOWN) < 25


def test_of_reports_that_agree_the_most_exact_is_taken() -> None:
    found = location_of([PROVINCE, at(TOWN)])
    assert found == at(TOWN)


def test_two_towns_of_one_province_make_the_province_and_say_so() -> None:
    found = location_of([at(TOWN), at(FAR), PROVINCE])
    assert found is not None
    assert (found.latitude, found.where_prec) == (14.5, 4)


def test_reports_that_contradict_each_other_pin_nothing() -> None:
    assert location_of([at(TOWN), at(FAR)]) is None


def test_the_order_of_reports_makes_no_difference() -> None:
    told = [at(TOWN), at(BESIDE), PROVINCE]
    assert location_of(told) == location_of(told[::-1])
