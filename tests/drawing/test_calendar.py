"""An axis of days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tollbook.drawing.calendar import day_labels, slots

FIRST = date(2031, 3, 4)
days_of_a_decade = st.lists(
    st.integers(0, 3650).map(lambda days: FIRST + timedelta(days)), min_size=1, unique=True
).map(sorted)


@given(days_of_a_decade, st.booleans())
def test_days_follow_each_other_and_fill_the_axis(days: list[date], has_undated: bool) -> None:
    given_days = [*days, None] if has_undated else list(days)
    placed = slots(given_days)
    assert [slot.day for slot in placed] == given_days
    assert placed[0].start == 0
    assert abs(placed[-1].end - 1) < 1e-9
    for before, after in pairwise(placed):
        assert before.end <= after.start + 1e-9


@given(days_of_a_decade)
def test_every_day_has_the_same_room(days: list[date]) -> None:
    widths = [slot.end - slot.start for slot in slots(days)]
    assert max(widths) - min(widths) < 1e-9


def test_a_short_silence_is_drawn_at_its_length() -> None:
    first, second = slots([FIRST, FIRST + timedelta(3)])
    assert second.start - first.end == first.end - first.start + (second.end - second.start)
    assert not second.is_after_cut


def test_a_long_silence_is_cut_short_and_marked() -> None:
    first, second = slots([FIRST, FIRST + timedelta(365)])
    silence = (second.start - first.end) / (first.end - first.start)
    assert 2 < silence < 12
    assert second.is_after_cut


def test_the_longer_silence_stays_the_longer_one() -> None:
    one, two, three = slots([FIRST, FIRST + timedelta(20), FIRST + timedelta(400)])
    assert two.start - one.end < three.start - two.end


def test_the_month_and_the_year_are_said_where_they_change() -> None:
    days = [date(2031, 12, 30), date(2031, 12, 31), date(2032, 1, 1), date(2032, 2, 1), None]
    assert day_labels(days) == ["30 Dec 2031", "31", "1 Jan 2032", "1 Feb", "undated"]
