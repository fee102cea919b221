"""The days that coders note, one row for each phrase of their rules."""

from datetime import date

import pytest

from tollbook.dating import days_of

FRIDAY = date(2031, 3, 7)


@pytest.mark.parametrize(
    ("words", "first", "last", "date_prec", "time_precision"),
    [
        # an exact day
        ("yesterday", "2031-03-06", "2031-03-06", 1, 1),
        ("last Tuesday", "2031-03-04", "2031-03-04", 1, 1),
        ("Monday night", "2031-03-03", "2031-03-03", 1, 1),
        ("last night", "2031-03-06", "2031-03-06", 1, 1),
        ("the other day", "2031-03-06", "2031-03-06", 1, 1),
        ("3 March", "2031-03-03", "2031-03-03", 1, 1),
        ("three days ago", "2031-03-04", "2031-03-04", 1, 1),
        # two to six days
        ("recently", "2031-03-04", "2031-03-06", 2, 2),
        ("in recent days", "2031-03-04", "2031-03-06", 2, 2),
        ("in the past few days", "2031-03-04", "2031-03-06", 2, 2),
        ("a few days ago", "2031-03-04", "2031-03-06", 2, 2),
        ("around 2 July 2030", "2030-07-01", "2030-07-03", 2, 2),
        ("over the weekend", "2031-03-01", "2031-03-02", 2, 2),
        ("last weekend", "2031-03-01", "2031-03-02", 2, 2),
        ("this week", "2031-03-03", "2031-03-07", 2, 2),
        ("earlier this week", "2031-03-03", "2031-03-06", 2, 2),
        ("in the past 24 hours", "2031-03-06", "2031-03-07", 2, 2),
        ("in the past 48 hours", "2031-03-05", "2031-03-07", 2, 2),
        ("in the last 72 hours", "2031-03-05", "2031-03-07", 2, 2),
        ("in the last few hours", "2031-03-06", "2031-03-07", 2, 2),
        ("overnight", "2031-03-06", "2031-03-07", 2, 2),
        ("on the night between Monday and Tuesday", "2031-03-03", "2031-03-04", 2, 2),
        ("on the night of 3-4 March", "2031-03-03", "2031-03-04", 2, 2),
        ("late last week", "2031-02-28", "2031-03-02", 2, 2),
        ("since Thursday", "2031-03-06", "2031-03-07", 2, 2),
        ("since Monday", "2031-03-03", "2031-03-07", 2, 2),
        ("in the past three days", "2031-03-05", "2031-03-07", 2, 2),
        # a week
        ("last week", "2031-02-24", "2031-03-02", 3, 2),
        ("over the past week", "2031-03-01", "2031-03-07", 3, 2),
        ("in the first week of August 2030", "2030-08-01", "2030-08-07", 3, 2),
        ("a week ago", "2031-02-25", "2031-03-03", 3, 2),
        # a month
        ("in early March 2030", "2030-03-01", "2030-03-10", 4, 3),
        ("in mid-March 2030", "2030-03-10", "2030-03-20", 4, 3),
        ("in late March 2030", "2030-03-15", "2030-03-31", 4, 3),
        ("in recent weeks", "2031-02-14", "2031-03-07", 4, 3),
        ("in the past few weeks", "2031-02-14", "2031-03-07", 4, 3),
        ("a fortnight ago", "2031-02-21", "2031-03-06", 4, 3),
        ("last month", "2031-02-01", "2031-02-28", 4, 3),
        ("in December", "2030-12-01", "2030-12-31", 4, 3),
        ("this month", "2031-03-01", "2031-03-07", 4, 2),
        # up to a year
        ("in early 1999", "1999-01-01", "1999-04-30", 5, 3),
        ("in mid-1999", "1999-05-01", "1999-08-31", 5, 3),
        ("in late 1999", "1999-09-01", "1999-12-31", 5, 3),
        ("in the past few months", "2031-01-01", "2031-03-07", 5, 3),
        ("in 1999", "1999-01-01", "1999-12-31", 5, 3),
        ("last year", "2030-01-01", "2030-12-31", 5, 3),
        ("earlier this year", "2031-01-01", "2031-03-06", 5, 3),
    ],
)  # fmt: skip
def test_a_phrase_has_the_days_and_precision_of_the_codebook(
    words: str, first: str, last: str, date_prec: int, time_precision: int
) -> None:
    found = days_of(words, FRIDAY)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last), found.rule
    assert (found.date_prec, found.time_precision) == (date_prec, time_precision)


def test_a_report_that_gives_no_time_is_dated_by_its_own_day() -> None:
    found = days_of(None, FRIDAY)
    assert found is not None
    assert (str(found.first), str(found.last)) == ("2031-03-04", "2031-03-06")
    assert (found.date_prec, found.rule) == (2, "no time given: the three days before the report")


@pytest.mark.parametrize(
    "words",
    [
        "on Tuesday",
        "overnight",
        "last week",
        "in recent weeks",
        "over the past two days",
        "in May",
        "",
    ],
)
def test_without_a_day_of_publication_nothing_is_made_up(words: str) -> None:
    assert days_of(words, None) is None


def test_what_the_words_fix_needs_no_day_of_publication() -> None:
    found = days_of("on 3 March 2031", None)
    assert found is not None
    assert (str(found.first), found.date_prec) == ("2031-03-03", 1)


@pytest.mark.parametrize("words", ["in the 1990s", "now", "soon", "for three days", "every week"])
def test_what_dates_nothing_has_no_days(words: str) -> None:
    assert days_of(words, FRIDAY) is None


def test_a_week_earlier_waits_for_the_day_it_is_counted_from() -> None:
    assert days_of("a week earlier", FRIDAY) is None


def test_the_rule_says_which_it_was() -> None:
    found = days_of("since Thursday", FRIDAY)
    assert found is not None
    assert found.rule == "since: up to the report; the weekday"
