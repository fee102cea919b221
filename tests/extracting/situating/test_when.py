from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.situating.when import find_days

FRIDAY = date(2031, 3, 7)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        pytest.param("shot on Tuesday", "Tuesday", "2031-03-04", "2031-03-04", id="a weekday"),
        pytest.param("shot on Friday", "Friday", "2031-03-07", "2031-03-07", id="the day itself"),
        pytest.param("last Friday", "last Friday", "2031-02-28", "2031-02-28", id="last weekday"),
        pytest.param(
            "LATE SUNDAY NIGHT", "LATE SUNDAY NIGHT", "2031-03-02", "2031-03-02", id="upper case"
        ),
        pytest.param(
            "in Mondays raid", "Mondays", "2031-03-03", "2031-03-03", id="an apostrophe lost"
        ),
        pytest.param(
            "it rained yesterday", "yesterday", "2031-03-06", "2031-03-06", id="yesterday"
        ),
        pytest.param("THIS MORNING", "THIS MORNING", "2031-03-07", "2031-03-07", id="today's part"),
        pytest.param("died overnight", "overnight", "2031-03-06", "2031-03-07", id="a night"),
        pytest.param(
            "earlier this week", "earlier this week", "2031-03-03", "2031-03-06", id="this week"
        ),
        pytest.param("last week", "last week", "2031-02-24", "2031-03-02", id="last week"),
        pytest.param("last month", "last month", "2031-02-01", "2031-02-28", id="last month"),
        pytest.param(
            "over the weekend", "the weekend", "2031-03-01", "2031-03-02", id="the weekend"
        ),
        pytest.param("three days ago", "three days ago", "2031-03-04", "2031-03-04", id="days ago"),
        pytest.param(
            "in the past 24 hours", "the past 24 hours", "2031-03-06", "2031-03-07", id="hours"
        ),
        pytest.param("on Feb. 17.", "Feb. 17", "2031-02-17", "2031-02-17", id="month first"),
        pytest.param("on 17 February.", "17 February", "2031-02-17", "2031-02-17", id="day first"),
        pytest.param("5 NOVEMBER", "5 NOVEMBER", "2030-11-05", "2030-11-05", id="the year before"),
        pytest.param("SARN, 9 JAN 90 (XYZ)", "9 JAN 90", "1990-01-09", "1990-01-09", id="a wire"),
        pytest.param("2016-07-05", "2016-07-05", "2016-07-05", "2016-07-05", id="ISO"),
        pytest.param("July 5, 2016", "July 5, 2016", "2016-07-05", "2016-07-05", id="American"),
        pytest.param("Tue 05 Jul 2016", "Tue 05 Jul 2016", "2016-07-05", "2016-07-05", id="stamp"),
        pytest.param("July 5 2016", "July 5 2016", "2016-07-05", "2016-07-05", id="commas lost"),
        pytest.param(
            "on the 4th of April", "the 4th of April", "2030-04-04", "2030-04-04", id="an ordinal"
        ),
        pytest.param(
            "Saturday, May 17", "Saturday, May 17", "2030-05-17", "2030-05-17", id="both names"
        ),
        pytest.param(
            "on Saturday and Sunday",
            "Saturday and Sunday",
            "2031-03-01",
            "2031-03-02",
            id="two days",
        ),
        pytest.param(
            "Feb. 14 to Feb. 17", "Feb. 14 to Feb. 17", "2031-02-14", "2031-02-17", id="from to"
        ),
        pytest.param("11-12 January", "11-12 January", "2031-01-11", "2031-01-12", id="a hyphen"),
        pytest.param(
            "7 p.m. Jan. 11-8 a.m.",
            "7 p.m. Jan. 11",
            "2031-01-11",
            "2031-01-11",
            id="a span of hours",
        ),
        pytest.param("in March 2011", "March 2011", "2011-03-01", "2011-03-31", id="a month"),
        pytest.param("in August", "August", "2030-08-01", "2030-08-31", id="a month, no year"),
        pytest.param("in 2013", "2013", "2013-01-01", "2013-12-31", id="a year"),
    ],
)
def test_words_and_publication_fix_the_days(text: str, words: str, first: str, last: str) -> None:
    (found,) = find_days(text, FRIDAY)
    assert text[found.start : found.end] == words
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "text", ["a week earlier", "two days later", "the next day", "months earlier"]
)
def test_words_that_fix_no_day_are_still_found(text: str) -> None:
    (found,) = find_days(f"They left {text}.", FRIDAY)
    assert f"They left {text}."[found.start : found.end] == text
    assert found.first is found.last is None


@pytest.mark.parametrize(
    "text",
    [
        "Rebels may have fled.",
        "They march in 40 degrees.",
        "The sun sat low.",
        "About 2013 people fled.",
        "He is 31.",
        "It burned for three days.",
        "They will meet on Tuesday.",
        "They meet every week.",
        "It is now 9 p.m.",
        "It was 31 June.",
    ],
)
def test_these_date_nothing(text: str) -> None:
    assert find_days(text, FRIDAY) == []


def test_a_weekday_without_publication_is_words_only() -> None:
    (found,) = find_days("on Tuesday", None)
    assert found.first is None


def test_a_day_without_a_year_is_past() -> None:
    found = find_days("shot on May 5", FRIDAY)[0]
    assert (str(found.first), str(found.last)) == ("2030-05-05", "2030-05-05")


def test_the_days_are_coded_with_the_rule_that_gave_them() -> None:
    (found,) = find_days("over the weekend", FRIDAY)
    assert found.days is not None
    assert (found.days.date_prec, found.days.time_precision) == (2, 2)
    assert found.days.rule == "the weekend: Saturday and Sunday"


def test_a_full_date_needs_no_publication() -> None:
    (found,) = find_days("on 17 September 2024", None)
    assert found.first == date(2024, 9, 17)


def test_a_moment_counts_as_the_day_it_shows() -> None:
    assert find_days("today", datetime(2031, 3, 7, 23, 59, tzinfo=UTC)) == find_days(
        "today", FRIDAY
    )


@given(published=st.dates(date(1950, 1, 1), date(2100, 1, 1)), text=st.text(max_size=60))
def test_spans_stay_in_the_text_in_order_and_apart(published: date, text: str) -> None:
    found = find_days(f"On Tuesday {text} 5 May and in 2013", published)
    edges = [edge for words in found for edge in (words.start, words.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= len(text) + 40


@given(published=st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_a_weekday_is_never_after_publication_nor_a_week_before(published: date) -> None:
    for found in find_days("Monday. Wednesday. Sunday.", published):
        assert found.first is not None
        assert 0 <= (published - found.first).days <= 6
