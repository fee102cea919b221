"""What a match of a date pattern means: the days from first to last, where the words fix them.

All matches are of lower-case text.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from tollbook.extracting.situating.calendar_words import (
    MONTH_NUMBERS,
    NUMBERS,
    RELATIVE_DAYS,
    UNIT_DAYS,
    WEEKDAY_NUMBERS,
)

FirstAndLast = tuple[date, date] | None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _full_year(words: str) -> int:
    digits = words.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    # Two digits: the archives reach back to the 1950s, and no report is from the future.
    return int(digits) + (1900 if int(digits) >= 50 else 2000)


def read_date(match: re.Match[str], published: date | None) -> FirstAndLast:
    """Read "5 May 2031", "May 5-7"."""
    parts = match.groupdict()
    month = MONTH_NUMBERS[parts["month"]]
    day = int(parts["day"])
    # "March 17-8 a.m." closes a span of hours, not of days.
    last_day = max(day, int(parts.get("last_day") or day))
    if parts.get("year"):
        year = _full_year(parts["year"])
    elif published is None:
        return None
    else:
        year = _latest_year(month, day, published)
    return date(year, month, day), date(year, month, last_day)


def _latest_year(month: int, day: int, published: date) -> int:
    is_past = (month, day) <= (published.month, published.day)
    return published.year if is_past else published.year - 1


def read_numeric(match: re.Match[str], _published: date | None) -> FirstAndLast:
    """Read "2031-05-05"."""
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def read_month(match: re.Match[str], published: date | None) -> FirstAndLast:
    """Read "March 2031", "last March": all days of it that are past."""
    month = MONTH_NUMBERS[match["month"]]
    if match["year"]:
        year = _full_year(match["year"])
    elif published is None:
        return None
    else:
        year = published.year - (month > published.month)
    days = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return days if published is None or days[0] > published else (days[0], min(days[1], published))


def read_year(match: re.Match[str], _published: date | None) -> FirstAndLast:
    """Read "in 2031"."""
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def read_weekday(match: re.Match[str], published: date | None) -> FirstAndLast:
    """Read "Tuesday": the last before the day of publication, or that day."""
    if published is None:
        return None
    back = (published.isoweekday() - WEEKDAY_NUMBERS[match["weekday"]]) % 7
    if back == 0 and match["last"]:
        back = 7
    day = published - timedelta(days=back)
    return day, day


def read_relative(match: re.Match[str], published: date | None) -> FirstAndLast:
    """Read "yesterday", "last night"."""
    if published is None:
        return None
    first, last = RELATIVE_DAYS[" ".join(match["phrase"].split())]
    return published + timedelta(days=first), published + timedelta(days=last)


def read_ago(match: re.Match[str], published: date | None) -> FirstAndLast:
    """Read "three days ago": days exactly, weeks within half a week, no longer units."""
    unit = UNIT_DAYS[match["unit"]]
    if published is None or unit not in (1, 7) or match["vague"]:
        return None
    day = published - timedelta(days=unit * _number(match["number"]))
    return day - timedelta(days=unit // 2), day + timedelta(days=unit // 2)


def read_past(match: re.Match[str], published: date | None) -> FirstAndLast:
    """Read "the past 24 hours", "over the past three days"."""
    if published is None:
        return None
    number = _number(match["number"]) if match["number"] else 1
    unit = UNIT_DAYS[match["unit"]]
    days = unit * number if unit else -(-number // 24)
    return published - timedelta(days=days), published


def read_calendar_unit(match: re.Match[str], published: date | None) -> FirstAndLast:
    """Read "this week", "last month": the calendar's, cut off at publication."""
    if published is None:
        return None
    is_last = match["which"] == "last"
    first, last = _unit_of(match["unit"], published)
    if is_last:
        first, last = _unit_of(match["unit"], first - timedelta(days=1))
    return first, min(last, published)


def _unit_of(unit: str, day: date) -> tuple[date, date]:
    if unit == "week":
        first = day - timedelta(days=day.isoweekday() - 1)
        return first, first + timedelta(days=6)
    if unit == "weekend":
        # The one that began last: a Saturday belongs to its own weekend.
        first = day - timedelta(days=(day.isoweekday() - 6) % 7)
        return first, first + timedelta(days=1)
    if unit == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def read_nothing(_match: re.Match[str], _published: date | None) -> FirstAndLast:
    """Fix no day."""
    return None
