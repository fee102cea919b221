import pytest

from tollbook.evaluating.muc4.tallies import Tally


def test_a_partial_filler_is_worth_half() -> None:
    tally = Tally(correct=2, partial=2, incorrect=1, missing=1, spurious=5)
    assert (tally.possible, tally.actual) == (6, 10)
    assert tally.recall == pytest.approx(3 / 6)
    assert tally.precision == pytest.approx(3 / 10)
    assert tally.f1 == pytest.approx(2 * 0.5 * 0.3 / 0.8)


def test_nothing_possible_and_nothing_given_is_no_error() -> None:
    assert Tally().f1 == 0.0
