"""Which days a coder takes words of time for: a table of UCDP's rules by kind of phrase.

Where the codebook has no rule for a phrase, the one for its nearest kin holds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tollbook.dating.calendar import Unit, bounds, shift
from tollbook.dating.expression import Sense

Days = tuple[date, date] | None
Reader = Callable[[Sense, date], Days]

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CodingRule:
    """A rule by its name, the days it gives, and its precision where the codebook fixes one."""

    name: str
    days: Reader
    date_prec: int | None = None


def rule_of(sense: Sense) -> CodingRule | None:
    """Find the rule for a kind of phrase; None for what dates nothing."""
    kinds = (
        (sense.means, sense.unit, sense.mod),
        (sense.means, sense.unit, None),
        (sense.means, None, None),
    )
    return next((RULES[kind] for kind in kinds if kind in RULES), None)


# --- the days of the value, all of them or up to the report


def _exact(sense: Sense, _published: date) -> Days:
    return None if sense.first is None or sense.last is None else (sense.first, sense.last)


def _past(sense: Sense, published: date) -> Days:
    """Those that are past: of this month up to the report."""
    if sense.first is None or sense.last is None:
        return None
    is_begun = sense.first <= published
    return sense.first, min(sense.last, published) if is_begun else sense.last


def _before(sense: Sense, published: date) -> Days:
    """Up to the day before the report: "earlier this week"."""
    if sense.first is None or sense.last is None:
        return None
    return sense.first, max(sense.first, min(sense.last, published - _DAY))


def _around(sense: Sense, _published: date) -> Days:
    if sense.first is None or sense.last is None:
        return None
    return sense.first - _DAY, sense.last + _DAY


# --- parts of a week, a month, a year


def _week(first: int, last: int) -> Reader:
    def read(sense: Sense, _published: date) -> Days:
        if sense.first is None:
            return None
        return sense.first + (first - 1) * _DAY, sense.first + (last - 1) * _DAY

    return read


def _month(first: int, last: int) -> Reader:
    def read(sense: Sense, _published: date) -> Days:
        if sense.first is None or sense.last is None:
            return None
        return sense.first.replace(day=first), sense.first.replace(day=min(last, sense.last.day))

    return read


def _year(first: int, last: int) -> Reader:
    def read(sense: Sense, _published: date) -> Days:
        if sense.first is None:
            return None
        end = bounds(Unit.MONTH, sense.first.replace(month=last))[1]
        return sense.first.replace(month=first), end

    return read


# --- counted back from the report


def _back(first: int, last: int) -> Reader:
    def read(_sense: Sense, published: date) -> Days:
        return published - first * _DAY, published - last * _DAY

    return read


def _months_back(_sense: Sense, published: date) -> Days:
    """Three months up to the report, not beyond the year it is of."""
    return max(shift(Unit.MONTH, published, -3), published.replace(month=1, day=1)), published


def _hours(sense: Sense, published: date) -> Days:
    """Read "past 24 hours" as the report and a day, "past 48" and "past 72 hours" as two days."""
    hours = sense.number or 1
    days = 1 if hours <= 24 else 2 if hours <= 72 else -(-hours // 24)
    return published - days * _DAY, published


def _past_days(sense: Sense, published: date) -> Days:
    """So many days, that of the report included; of "the past day" it is two."""
    if sense.number is None:
        return three_days_before(published)
    return published - max(1, sense.number - 1) * _DAY, published


def _past_weeks(sense: Sense, published: date) -> Days:
    if sense.number is None:
        return published - 21 * _DAY, published
    return published - (7 * sense.number - 1) * _DAY, published


def _past_months(sense: Sense, published: date) -> Days:
    return _past_units(sense, published) or _months_back(sense, published)


def _past_units(sense: Sense, published: date) -> Days:
    if sense.number is None or sense.unit is None:
        return None
    return shift(sense.unit, published, -sense.number), published


def _half_a_week(sense: Sense, _published: date) -> Days:
    """Read "a week ago": that day, give or take half a week."""
    if sense.first is None:
        return None
    return sense.first - 3 * _DAY, sense.first + 3 * _DAY


def _ago_days(sense: Sense, published: date) -> Days:
    return _exact(sense, published) or three_days_before(published)


def _ago_weeks(sense: Sense, published: date) -> Days:
    return _half_a_week(sense, published) or (published - 21 * _DAY, published)


def _ago_months(sense: Sense, published: date) -> Days:
    return _exact(sense, published) or _months_back(sense, published)


UNTOLD: Final = CodingRule("no time given: the three days before the report", _back(3, 1))


def three_days_before(published: date) -> Days:
    """Give the days of an event whose report names no time."""
    return published - 3 * _DAY, published - _DAY


_HOURS: Final = CodingRule("past hours: the report and the day before", _back(1, 0))
_RECENTLY: Final = CodingRule("recently: the three days before the report", _back(3, 1))
_WEEKS: Final = CodingRule("recent weeks: three weeks back", _back(21, 0), 4)
_MONTHS: Final = CodingRule("recent months: three back, within the year", _months_back, 5)

RULES: Final[Mapping[tuple[str, Unit | None, str | None], CodingRule]] = {
    # 1: an exact day
    ("date", None, None): CodingRule("the date", _exact),
    ("holiday", None, None): CodingRule("the day", _exact),
    ("weekday", None, None): CodingRule("the weekday", _exact),
    ("weekday_of_week", None, None): CodingRule("the weekday of that week", _exact),
    ("today", None, None): CodingRule("a day counted from the report", _exact),
    ("part_of_today", None, None): CodingRule("a day counted from the report", _exact),
    ("last_night", None, None): CodingRule("last night: the day before the report", _exact),
    ("part_of_day", None, None): CodingRule("the day, whatever its hour", _exact),
    ("part_alone", None, None): CodingRule("the day told before", _exact),
    ("clock", None, None): CodingRule("the day told before", _exact),
    ("clock_of_day", None, None): CodingRule("the day, whatever its hour", _exact),
    ("day_of_focus", None, None): CodingRule("counted from the day told before", _exact),
    ("other_day", None, None): CodingRule("the other day: the day before the report", _back(1, 1)),
    # 2: two to six days
    ("overnight", None, None): CodingRule("overnight: two days", _exact),
    ("night_between", None, None): CodingRule("the night between: two days", _exact),
    ("around_day", None, None): CodingRule("around a day: one more on each side", _around),
    ("recently", None, None): _RECENTLY,
    ("recent", Unit.DAY, None): _RECENTLY,
    ("weekend", None, None): CodingRule("the weekend: Saturday and Sunday", _exact),
    ("unit", Unit.WEEKEND, None): CodingRule("the weekend: Saturday and Sunday", _exact),
    ("unit", Unit.WEEK, "EARLIER"): CodingRule(
        "earlier this week: Monday to the day before the report", _before
    ),
    ("unit", Unit.WEEK, "START"): CodingRule("early in the week: Monday to Wednesday", _week(1, 3)),
    ("unit", Unit.WEEK, "MID"): CodingRule("midweek: Tuesday to Thursday", _week(2, 4)),
    ("unit", Unit.WEEK, "END"): CodingRule("late in the week: Friday to Sunday", _week(5, 7)),
    ("recent", Unit.SECOND, None): _HOURS,
    ("recent", Unit.MINUTE, None): _HOURS,
    ("recent", Unit.HOUR, None): _HOURS,
    ("hours", None, None): _HOURS,
    ("past", Unit.SECOND, None): _HOURS,
    ("past", Unit.MINUTE, None): _HOURS,
    ("past", Unit.HOUR, None): CodingRule("past hours: the report and the days before", _hours),
    ("past", Unit.DAY, None): CodingRule("past days: up to the report", _past_days),
    # 3: a week
    ("unit", Unit.WEEK, None): CodingRule("the week, from Monday on", _past),
    ("past", Unit.WEEK, None): CodingRule(
        "past weeks: seven days each, with the report", _past_weeks
    ),
    ("week_of_month", None, None): CodingRule("a week of a month", _exact),
    ("ago", Unit.WEEK, None): CodingRule("weeks ago: half a week on each side", _ago_weeks),
    ("earlier", Unit.WEEK, None): CodingRule(
        "weeks from the day told before: half a week on each side", _half_a_week
    ),
    # 4: a month
    ("recent", Unit.WEEK, None): _WEEKS,
    ("fortnight_ago", None, None): CodingRule("a fortnight ago: fourteen days", _back(14, 1), 4),
    ("month", Unit.MONTH, "START"): CodingRule("early in a month: to the 10th", _month(1, 10), 4),
    ("month", Unit.MONTH, "MID"): CodingRule("mid-month: the 10th to the 20th", _month(10, 20), 4),
    ("month", Unit.MONTH, "END"): CodingRule("late in a month: from the 15th", _month(15, 31), 4),
    ("month", None, None): CodingRule("the month", _past),
    ("month_of_year", None, None): CodingRule("the month", _past),
    ("unit", Unit.MONTH, "EARLIER"): CodingRule("earlier this month", _before, 4),
    ("unit", Unit.MONTH, "START"): CodingRule("early in a month: to the 10th", _month(1, 10), 4),
    ("unit", Unit.MONTH, "MID"): CodingRule("mid-month: the 10th to the 20th", _month(10, 20), 4),
    ("unit", Unit.MONTH, "END"): CodingRule("late in a month: from the 15th", _month(15, 31), 4),
    ("unit", Unit.MONTH, None): CodingRule("the month", _past, 4),
    ("ago", Unit.MONTH, None): CodingRule("months ago: that month", _ago_months),
    ("past", Unit.MONTH, None): CodingRule("past months: up to the report", _past_months),
    # 5: up to a year
    ("recent", Unit.MONTH, None): _MONTHS,
    ("year", Unit.YEAR, "START"): CodingRule("early in a year: January to April", _year(1, 4), 5),
    ("year", Unit.YEAR, "MID"): CodingRule("mid-year: May to August", _year(5, 8), 5),
    ("year", Unit.YEAR, "END"): CodingRule("late in a year: from September", _year(9, 12), 5),
    ("year", None, None): CodingRule("the year", _past, 5),
    ("unit", Unit.YEAR, "EARLIER"): CodingRule("earlier this year", _before, 5),
    ("unit", Unit.YEAR, "START"): CodingRule("early in a year: January to April", _year(1, 4), 5),
    ("unit", Unit.YEAR, "MID"): CodingRule("mid-year: May to August", _year(5, 8), 5),
    ("unit", Unit.YEAR, "END"): CodingRule("late in a year: from September", _year(9, 12), 5),
    ("unit", Unit.YEAR, None): CodingRule("the year", _past, 5),
    ("year_of_report", None, None): CodingRule("the year", _past, 5),
    ("unit", Unit.QUARTER, None): CodingRule("the quarter", _past, 5),
    ("quarter", None, None): CodingRule("the quarter", _past, 5),
    ("half", None, None): CodingRule("the half of a year", _past, 5),
    ("season", None, None): CodingRule("the season", _past, 5),
    ("past", Unit.YEAR, None): CodingRule("past years: up to the report", _past_units, 5),
    ("ago", Unit.YEAR, None): CodingRule("years ago: that year", _exact, 5),
    ("earlier", Unit.YEAR, None): CodingRule("years from what was told before", _exact, 5),
    ("earlier", Unit.MONTH, None): CodingRule("months from the day told before", _exact),
    # counted in days and hours
    ("ago", Unit.DAY, None): CodingRule("days ago", _ago_days),
    ("ago", Unit.HOUR, None): _HOURS,
    ("ago", Unit.MINUTE, None): _HOURS,
    ("earlier", Unit.DAY, None): CodingRule("days from the day told before", _exact),
    ("earlier", Unit.HOUR, None): CodingRule("the day told before", _exact),
}
"""By kind of phrase, unit and part of the unit; None where any will do."""
