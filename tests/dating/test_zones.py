"""The day it was where a report was filed from."""

from datetime import UTC, date, datetime

import pytest

from tollbook.dating import day_of_report

LATE = datetime(2031, 3, 6, 21, 30, tzinfo=UTC)
EARLY = datetime(2031, 3, 7, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        pytest.param(LATE, "KABUL (Agency) — Two died.", "2031-03-07", id="further east"),
        pytest.param(LATE, "BAMAKO (Agency) - Two died.", "2031-03-06", id="on the meridian"),
        pytest.param(EARLY, "BOGOTA, March 6 (Agency) -- Two died.", "2031-03-06", id="west"),
        pytest.param(LATE, "Herat, Afghanistan — Two died.", "2031-03-07", id="town and country"),
        pytest.param(LATE, "OKER (Agency) — Two died.", "2031-03-06", id="a place not known"),
        pytest.param(LATE, "Two died in Kabul.", "2031-03-06", id="no dateline"),
        pytest.param(LATE.replace(tzinfo=None), "KABUL — Two died.", "2031-03-06", id="no zone"),
        pytest.param(date(2031, 3, 6), "KABUL — Two died.", "2031-03-06", id="a day alone"),
    ],
)
def test_a_moment_is_the_day_it_was_there(published: date | datetime, text: str, day: str) -> None:
    assert str(day_of_report(published, text)) == day


def test_without_publication_there_is_no_day() -> None:
    assert day_of_report(None, "KABUL — Two died.") is None
