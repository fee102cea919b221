"""Every expression of time, and its value as TIMEX3 writes it."""

from datetime import date, datetime

import pytest

from tollbook.dating import Timex, find_times

FRIDAY = date(2031, 3, 7)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("It fell on 17 September 2024.", "17 September 2024", "DATE", "2024-09-17"),
        ("It fell on Sept. 17, 2024.", "Sept. 17, 2024", "DATE", "2024-09-17"),
        ("It fell on the 4th of April 2024.", "the 4th of April 2024", "DATE", "2024-04-04"),
        ("It fell on 9 JAN 90.", "9 JAN 90", "DATE", "1990-01-09"),
        ("It fell on 2024-02-29.", "2024-02-29", "DATE", "2024-02-29"),
        ("It fell on Feb. 20.", "Feb. 20", "DATE", "2031-02-20"),
        ("It fell on Nov. 20.", "Nov. 20", "DATE", "2030-11-20"),
        ("It will meet on June 20.", "June 20", "DATE", "2031-06-20"),
        ("Two died on Tuesday.", "Tuesday", "DATE", "2031-03-04"),
        ("Two died on Friday.", "Friday", "DATE", "2031-03-07"),
        ("Two died last Friday.", "last Friday", "DATE", "2031-02-28"),
        ("They will meet on Tuesday.", "Tuesday", "DATE", "2031-03-11"),
        ("Two died on Tuesday night.", "Tuesday night", "TIME", "2031-03-04TNI"),
        ("Two died late on Tuesday.", "late on Tuesday", "DATE", "2031-03-04"),
        ("Two died on the morning of March 3.", "the morning of March 3", "TIME", "2031-03-03TMO"),
        ("Two died at 10 p.m. Wednesday.", "10 p.m. Wednesday", "TIME", "2031-03-05T22:00"),
        ("Two died last night.", "last night", "TIME", "2031-03-06TNI"),
        ("Two died yesterday.", "yesterday", "DATE", "2031-03-06"),
        ("Two died this morning.", "this morning", "TIME", "2031-03-07TMO"),
        ("Two died last week.", "last week", "DATE", "2031-W09"),
        ("Two died over the weekend.", "the weekend", "DATE", "2031-W09-WE"),
        ("Two died in March 2011.", "March 2011", "DATE", "2011-03"),
        ("Two died in December.", "December", "DATE", "2030-12"),
        ("Two died in mid-November.", "mid-November", "DATE", "2030-11"),
        ("Two died last May.", "last May", "DATE", "2030-05"),
        ("Two died in 2011.", "2011", "DATE", "2011"),
        ("Two died in early 2011.", "early 2011", "DATE", "2011"),
        ("Two died in the 1990s.", "the 1990s", "DATE", "199"),
        ("Two died in the third quarter.", "the third quarter", "DATE", "2030-Q3"),
        ("Two died last summer.", "last summer", "DATE", "2030-SU"),
        ("Two died three days ago.", "three days ago", "DATE", "2031-03-04"),
        ("Two died two weeks ago.", "two weeks ago", "DATE", "2031-02-21"),
        ("Two died five months ago.", "five months ago", "DATE", "2030-10"),
        ("Two died two years ago.", "two years ago", "DATE", "2029"),
        ("Two died in the past 48 hours.", "the past 48 hours", "DURATION", "PT48H"),
        ("It lasted three days.", "three days", "DURATION", "P3D"),
        ("It lasted twenty-five years.", "twenty-five years", "DURATION", "P25Y"),
        ("It lasted several months.", "several months", "DURATION", "PXM"),
        ("It lasted for weeks.", "weeks", "DURATION", "PXW"),
        ("A two-year ban fell.", "two-year", "DURATION", "P2Y"),
        ("They meet every week.", "every week", "SET", "P1W"),
        ("They meet each Thursday.", "each Thursday", "SET", "XXXX-WXX-4"),
        ("They are now at war.", "now", "DATE", "PRESENT_REF"),
        ("Two died recently.", "recently", "DATE", "PAST_REF"),
        ("Two died in recent weeks.", "recent weeks", "DATE", "PAST_REF"),
        ("They will leave soon.", "soon", "DATE", "FUTURE_REF"),
    ],
)  # fmt: skip
def test_words_for_time_are_found_with_their_value(
    text: str, words: str, kind: str, value: str
) -> None:
    (found,) = find_times(text, published=FRIDAY)
    assert (found.words, found.type, found.value) == (words, Timex(kind), value)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A 9-year-old girl was hurt.", id="an age"),
        pytest.param("He was 52 years old.", id="another age"),
        pytest.param("They may march to the fall of the wall.", id="words that are also months"),
        pytest.param("It cost $1998 and 2,014 people came.", id="numbers that look like years"),
        pytest.param("Three quarters of it burned.", id="a share"),
        pytest.param("It fell on 31 June.", id="a day that is none"),
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert find_times(text, published=FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two died on Tuesday.", "XXXX-WXX-2"),
        ("Two died on Feb. 20.", "XXXX-02-20"),
        ("Two died yesterday.", "XXXX-XX-XX"),
        ("Two died last night.", "XXXX-XX-XXTNI"),
        ("Two died last week.", "XXXX-WXX"),
        ("Two died in December.", "XXXX-12"),
        ("Two died last year.", "XXXX"),
        ("Two died three days ago.", "XXXX-XX-XX"),
        ("Two died on 20 February 2031.", "2031-02-20"),
        ("Two died over the past two days.", "P2D"),
    ],
)
def test_without_a_day_of_publication_what_depends_on_it_stays_unknown(
    text: str, value: str
) -> None:
    (found,) = find_times(text, published=None)
    assert found.value == value
    assert found.sense.first is None or found.value == "2031-02-20"


def test_a_moment_counts_as_the_day_it_shows() -> None:
    (found,) = find_times("Two died today.", published=datetime(2031, 3, 7, 23, 59))
    assert found.value == "2031-03-07"


def test_a_day_counted_from_another_is_counted_from_the_one_told_before() -> None:
    text = "Two died on Monday. Three more died the next day, a week later."
    values = [one.value for one in find_times(text, published=FRIDAY)]
    assert values == ["2031-03-03", "2031-03-04", "2031-03-11"]


def test_a_day_counted_from_another_stays_unknown_where_none_was_told() -> None:
    (found,) = find_times("Two died the next day.", published=FRIDAY)
    assert found.value == "XXXX-XX-XX"


def test_capitals_and_line_breaks_change_nothing() -> None:
    (found,) = find_times("TWO DIED ON TUESDAY\nNIGHT.", published=FRIDAY)
    assert found.value == "2031-03-04TNI"


def test_a_new_paragraph_parts_what_looks_like_one_phrase() -> None:
    found = find_times("Two died on Tuesday\n\nNight fell.", published=FRIDAY)
    assert found[0].words == "Tuesday"
