from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tollbook.reconciling.updates import Moment, day_of, first, is_older

MORNING = datetime(2031, 5, 4, 7, 0, tzinfo=UTC)
EVENING = datetime(2031, 5, 4, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other", "older"),
    [
        pytest.param(date(2031, 5, 3), date(2031, 5, 4), True, id="a day before"),
        pytest.param(MORNING, EVENING, True, id="hours before on one day"),
        pytest.param(EVENING, MORNING, False, id="hours after"),
        pytest.param(date(2031, 5, 4), EVENING, False, id="one day, one time unknown"),
        pytest.param(None, EVENING, False, id="unknown is not older"),
        pytest.param(EVENING, None, False, id="nothing is older than unknown"),
    ],
)
def test_older_is_what_was_surely_published_before(
    one: Moment | None, other: Moment | None, older: bool
) -> None:
    assert is_older(one, other) is older


def test_days_are_those_of_one_clock() -> None:
    late_in_lima = datetime(2031, 5, 4, 22, 0, tzinfo=timezone(timedelta(hours=-5)))
    assert day_of(late_in_lima) == date(2031, 5, 5)


def test_the_first_of_unknown_moments_is_unknown() -> None:
    assert first([None, None]) is None
    assert first([None, EVENING, MORNING]) == MORNING
