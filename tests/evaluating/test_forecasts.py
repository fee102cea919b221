import pytest

from tollbook.evaluating.forecasts import (
    central,
    crps,
    crps_of_guess,
    is_near,
    log1p_error,
    log_error,
    mean_width,
)
from tollbook.reconciling import reconcile
from tollbook.testing import claim
from tollbook.toll import Cell


def sure(number: int) -> list[Cell]:
    return [
        Cell(low=0, high=number - 1, probability=0.0),
        Cell(low=number, high=number, probability=1.0),
        Cell(low=number + 1, high=number + 50, probability=0.0),
    ]


def test_an_error_is_none_inside_a_settled_range_and_alike_on_both_sides() -> None:
    assert log_error(11, 10, 12) == 0
    assert log_error(1, 4, 4) == pytest.approx(log_error(4, 1, 1))
    assert log1p_error(0, 1, 1) < log_error(0, 1, 1)


@pytest.mark.parametrize(
    ("guess", "settled", "near"),
    [
        pytest.param(1, 0, True, id="one beside none"),
        pytest.param(2, 0, False, id="two beside none"),
        pytest.param(12, 10, True, id="a fifth more"),
        pytest.param(13, 10, False, id="three tenths more"),
        pytest.param(75, 100, True, id="a quarter less"),
    ],
)
def test_near_is_a_quarter_or_one_person(guess: int, settled: int, near: bool) -> None:
    assert is_near(guess, settled, settled) is near


def test_the_crps_of_a_sure_figure_is_its_distance() -> None:
    assert crps(sure(20), 20, 20) == pytest.approx(0)
    assert crps(sure(20), 40, 40) == pytest.approx(log_error(20, 40, 40))
    assert crps(sure(20), 12, 12) == pytest.approx(log_error(20, 12, 12), abs=1e-9)


def test_an_unsure_figure_scores_better_far_off_and_worse_where_it_is_right() -> None:
    unsure = [Cell(low=n, high=n, probability=0.25) for n in (10, 20, 40, 80)]
    assert crps(unsure, 80, 80) < crps(sure(20), 80, 80)
    assert crps(unsure, 20, 20) > crps(sure(20), 20, 20)


def test_a_guess_spread_by_no_errors_scores_its_own() -> None:
    assert crps_of_guess(0.7, [0.0, 0.0]) == pytest.approx(0.7)
    assert crps_of_guess(0.0, [-1.0, 1.0]) == pytest.approx(0.5)


def test_the_central_range_of_nine_tenths_is_the_tolls() -> None:
    [toll] = reconcile([claim("40"), claim("55", source="the hospital")])
    assert central(toll, 0.9) == (toll.low, toll.high)
    narrow = central(toll, 0.5)
    assert toll.low <= narrow[0] <= narrow[1] <= toll.high


def test_a_width_is_how_often_the_low_end_goes_into_the_high() -> None:
    assert mean_width([(0, 1), (1, 4)]) == pytest.approx(3)
