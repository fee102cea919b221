from datetime import date, timedelta

import numpy as np
import pytest

from tollbook.reconciling import reconcile
from tollbook.reconciling.grid import fine_grid
from tollbook.reconciling.growth import chance, grown
from tollbook.reconciling.parameters import Growth
from tollbook.testing import claim
from tollbook.toll import Eventual, Toll

DAY = date(2031, 5, 4)
OFTEN = Growth(often=0.4, size=0.5, fall_often=0.1, fall_size=0.7, fading=2.0, last_day=30)


def at(number: int) -> tuple[np.ndarray, np.ndarray]:
    grid = fine_grid([])
    probability = np.zeros_like(grid.low)
    probability[number] = 1.0
    return grid.low, grown(grid, probability, 0, OFTEN)


def toll(as_of: date | None = None) -> Toll:
    told = claim("20", source="the hospital", published_at=DAY)
    [found] = reconcile([told], happened_on=DAY, as_of=as_of)
    return found


def eventual(as_of: date | None = None) -> Eventual:
    found = toll(as_of).eventual
    assert found is not None
    return found


def test_what_is_expected_sums_to_one() -> None:
    _, probability = at(20)
    assert probability.sum() == pytest.approx(1)
    assert (probability >= 0).all()


def test_a_toll_stays_grows_or_falls_as_often_as_said() -> None:
    numbers, probability = at(200)
    assert probability[numbers > 200].sum() == pytest.approx(0.4, abs=0.02)
    assert probability[numbers < 200].sum() == pytest.approx(0.1, abs=0.02)


def test_the_chance_fades_with_the_days_and_ends() -> None:
    assert chance(0, OFTEN) > chance(1, OFTEN) > chance(5, OFTEN) > chance(31, OFTEN)
    assert chance(31, OFTEN) == (0.0, 0.0)
    assert chance(-1, OFTEN) == chance(0, OFTEN)


def test_on_the_first_day_more_is_expected_than_was_reported() -> None:
    assert eventual(DAY).high > toll(DAY).high


def test_long_after_the_incident_it_equals_the_toll() -> None:
    late = DAY + timedelta(days=400)
    found = toll(late)
    assert eventual(late) == Eventual(low=found.low, best=found.best, high=found.high, as_of=late)


def test_the_day_of_asking_is_by_default_that_of_the_newest_report() -> None:
    assert eventual() == eventual(DAY)


def test_the_day_of_asking_moves_no_number_reported_so_far() -> None:
    early, late = toll(DAY), toll(DAY + timedelta(days=400))
    assert (early.low, early.best, early.high, early.cells) == (
        late.low,
        late.best,
        late.high,
        late.cells,
    )


def test_nothing_is_expected_where_the_days_are_unknown() -> None:
    assert reconcile([claim("20", published_at=DAY)])[0].eventual is None
    assert reconcile([claim("20")], happened_on=DAY)[0].eventual is None
