from datetime import date

import pytest

from tollbook.errors import UnusableSheet
from tollbook.reading.sheets.days import day_order, read_days
from tollbook.sheet import DayOrder


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("2024-09-17", id="ISO"),
        pytest.param("2024-09-17T07:05:00Z", id="ISO with a time"),
        pytest.param("2024/9/17", id="ISO with slashes"),
        pytest.param("20240917", id="ISO without signs"),
        pytest.param("17/09/2024", id="the day first"),
        pytest.param("17.9.24", id="points and two digits of a year"),
        pytest.param("17 September 2024", id="the month in words"),
        pytest.param("17-Sep-24", id="as Excel writes it"),
        pytest.param("Tuesday, 17 Sept. 2024", id="with its weekday"),
        pytest.param("September 17, 2024", id="the American way"),
        pytest.param("17 septembre 2024", id="French"),
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    days = read_days(written, DayOrder.DAY_FIRST)
    assert days is not None
    assert (days.first, days.last) == (date(2024, 9, 17), date(2024, 9, 17))


@pytest.mark.parametrize("written", ["31/02/2024", "17/09", "soon", "45552", "2024-13-01", ""])
def test_what_is_no_date_is_none_and_no_guess(written: str) -> None:
    assert read_days(written, DayOrder.DAY_FIRST) is None


def test_a_month_or_a_year_is_all_its_days() -> None:
    month, year = read_days("December 2024", None), read_days("2024", None)
    assert month is not None
    assert year is not None
    assert (month.first, month.last, month.date_prec) == (date(2024, 12, 1), date(2024, 12, 31), 4)
    assert (year.first, year.last, year.date_prec) == (date(2024, 1, 1), date(2024, 12, 31), 5)


def test_one_date_that_can_be_read_one_way_decides_for_the_whole_column() -> None:
    assert day_order(["03/04/2024", "17/09/2024"]) is DayOrder.DAY_FIRST
    assert day_order(["03/04/2024", "09/17/2024"]) is DayOrder.MONTH_FIRST


def test_dates_that_can_all_be_read_two_ways_are_refused_with_the_way_out() -> None:
    with pytest.raises(UnusableSheet, match=r"'03/04/2024'.*--day-first or --month-first"):
        day_order(["05/05/2024", "03/04/2024"])


def test_dates_of_both_kinds_in_one_column_are_refused_and_quoted() -> None:
    with pytest.raises(UnusableSheet, match=r"'17/09/2024'.*'09/18/2024'"):
        day_order(["17/09/2024", "09/18/2024"])


def test_what_a_person_says_settles_the_order() -> None:
    said = DayOrder.MONTH_FIRST
    assert day_order(["03/04/2024"], said=said) is said
    assert read_days("03/04/2024", said) == read_days("2024-03-04", None)


def test_dates_that_leave_no_question_need_no_order() -> None:
    assert day_order(["2024-09-17", "03.04.2024", "04/04/2024"]) is None
    assert read_days("03.04.2024", None) == read_days("2024-04-03", None)
