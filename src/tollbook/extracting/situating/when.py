"""The words of a report that may date an incident, and the days they mean.

What only says how long or how often, or looks ahead, dates none. The words are always found; the
days follow only where they and the day of publication fix them: "Tuesday" in a report of a Friday
is three days before it; "a week earlier" waits for a day told before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tollbook.dating import Dated, TimeExpression, Timex, coded, days_of, find_times

# A report may be printed west of where it happened, where it is still the day before.
_AHEAD = timedelta(days=1)
# Of a single report, two days so far apart are not one stretch of days.
_LONGEST_SPAN = timedelta(days=14)
_TO = frozenset({"and", "to", "until", "-", "–"})
_DATED_BY_YEAR = re.compile(r"\b(?:in|since|during|until|of|by)\s+$", re.IGNORECASE)
# Too long, or an hour of a day that others name.
_DATES_NOTHING = frozenset(
    {"decade", "century", "half", "quarter", "latest_quarter", "year_of_report"}
    | {"clock", "part_alone"}
)
_VAGUE = frozenset({"ago", "earlier", "day_of_focus", "recently", "other_day", "recent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWords:
    """Words that date something: code points, and the days they mean; None where they fix none.

    `is_date` where they are a date of the calendar, as a dateline has it; `names_hour` where they
    name an hour too; `is_vague` where a coder's rule fixes days that the words do not name:
    "recently".
    """

    start: int
    end: int
    days: Dated | None
    is_date: bool = False
    names_hour: bool = False
    is_vague: bool = False

    @property
    def first(self) -> date | None:
        """The first of the days."""
        return None if self.days is None else self.days.first

    @property
    def last(self) -> date | None:
        """The last of the days, itself included."""
        return None if self.days is None else self.days.last


def find_days(text: str, published_at: date | datetime | None) -> list[DatedWords]:
    """Find the words that may date an incident, in the order of the text.

    Days named without a year are the latest such days not after publication. Spans never overlap.

    Args:
        text: a report or a stretch of it, in any case.
        published_at: when it was printed; a moment counts as the day it shows.

    Example:
        >>> found = find_days("Two guards died on Tuesday night.", date(2031, 3, 7))
        >>> found[0].first, found[0].days.date_prec
        (datetime.date(2031, 3, 4), 1)
        >>> find_days("It burned a week earlier.", date(2031, 3, 7))[0].first is None
        True
    """
    published = published_at.date() if isinstance(published_at, datetime) else published_at
    found = find_times(text, published=published, looks_ahead=False)
    return _join_neighbours(text, _dating(text, found, published))


def _dating(
    text: str, found: tuple[TimeExpression, ...], published: date | None
) -> Iterator[DatedWords]:
    for one in found:
        days = days_of(one, published)
        is_future = days is not None and published is not None and days.first > published + _AHEAD
        if not is_future and _may_date(text, one, days):
            yield DatedWords(
                start=one.start,
                end=one.end,
                days=days,
                is_date=one.sense.means == "date",
                names_hour=one.sense.means == "clock_of_day",
                is_vague=one.value == "PAST_REF",
            )


def _may_date(text: str, one: TimeExpression, days: Dated | None) -> bool:
    means = one.sense.means
    if one.type is Timex.SET or means in _DATES_NOTHING:
        return False
    if means == "year" and not one.sense.mod:
        return _DATED_BY_YEAR.search(text, max(0, one.start - 10), one.start) is not None
    if days is not None or means in _VAGUE:
        return True
    return one.type is not Timex.DURATION and one.value.startswith("X")


def _join_neighbours(text: str, found: Iterator[DatedWords]) -> list[DatedWords]:
    """Make one of "Saturday and Sunday" and of "Nov. 14 to Nov. 17"."""
    joined: list[DatedWords] = []
    for words in found:
        span = _one_span(text, joined[-1], words) if joined else None
        if span is None:
            joined.append(words)
        else:
            joined[-1] = span
    return joined


def _one_span(text: str, before: DatedWords, after: DatedWords) -> DatedWords | None:
    if before.first is None or after.last is None:
        return None
    is_span = before.first < after.last <= before.first + _LONGEST_SPAN
    if not is_span or text[before.end : after.start].strip().lower() not in _TO:
        return None
    days = coded(before.first, after.last, "from one day to another")
    return DatedWords(start=before.start, end=after.end, days=days)
