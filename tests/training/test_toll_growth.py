from datetime import date
from math import exp

from tollbook.claim import Group, Harm
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.posterior import Posterior, posterior
from tollbook.reconciling.testimony import hear
from tollbook.testing import claim
from training.toll.growth import View, coverage, fit_growth

DAY = date(2031, 5, 4)


def known(figure: int) -> Posterior:
    told = [claim(f"{figure}", source=f"hospital {n}", document=f"{n}") for n in range(3)]
    return posterior(hear(take_in(told).statements, Harm.KILLED, Group.PEOPLE))


def view(figure: int, settled: int, days: int = 0) -> View:
    found = known(figure)
    inside = (found.grid.low <= settled) & (found.grid.high >= settled)
    return found, days, inside / found.grid.width


def test_tolls_that_all_grow_are_fitted_as_growing() -> None:
    seen = [view(20 + n, round((20 + n) * exp(0.5))) for n in range(8)]
    growth, with_it, without = fit_growth(seen)
    assert growth.often > 0.3
    assert growth.fall_often == 0
    assert with_it < without


def test_tolls_that_stay_are_fitted_as_staying() -> None:
    seen = [view(20 + n, 20 + n) for n in range(8)]
    growth, with_it, without = fit_growth(seen)
    assert growth.often == growth.fall_often == 0
    assert with_it == without


def test_a_range_that_may_grow_holds_what_grew() -> None:
    seen = [view(20, 36)]
    growth, _, _ = fit_growth([view(20, 36), view(30, 55)])
    assert coverage([view(20, 20)], growth) == 1
    assert coverage(seen, growth) == 1
