"""The calendar: its units, where each begins and ends, and how TIMEX3 writes them."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """A unit of time, from the shortest to the longest."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
SEASONS = ("WI", "SP", "SU", "FA")
"""Meteorological, of the northern half of the earth: winter begins with December."""

_LETTERS = {
    Unit.SECOND: "TS",
    Unit.MINUTE: "TM",
    Unit.HOUR: "TH",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
}


def bounds(unit: Unit, day: date) -> tuple[date, date]:
    """Give the first and the last day of the unit that a day lies in.

    A weekend is that of the day's week; units shorter than a day are the day.

    Example:
        >>> bounds(Unit.WEEK, date(2031, 3, 7))
        (datetime.date(2031, 3, 3), datetime.date(2031, 3, 9))
    """
    if unit in (Unit.WEEK, Unit.WEEKEND):
        monday = day - timedelta(days=day.weekday())
        first = monday if unit is Unit.WEEK else monday + timedelta(days=5)
        return first, monday + timedelta(days=6)
    if unit in _MONTHS:
        length = _MONTHS[unit]
        # Winter is counted with the year it begins in.
        lead = 1 if unit is Unit.SEASON else 0
        months = day.year * 12 + day.month - 1 + lead
        start = months - months % length - lead
        return _month(start), _month(start + length) - timedelta(days=1)
    if unit in _YEARS:
        length = _YEARS[unit]
        year = day.year - day.year % length if length > 1 else day.year
        return date(max(year, 1), 1, 1), date(year + length - 1, 12, 31)
    return day, day


def _month(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def shift(unit: Unit, day: date, number: int) -> date:
    """Move a day by so many units; the 31st of a month becomes the last where there is none.

    Example:
        >>> shift(Unit.MONTH, date(2031, 3, 31), -1)
        datetime.date(2031, 2, 28)
    """
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * number)
    if unit in _MONTHS or unit in _YEARS:
        months = _MONTHS[unit] if unit in _MONTHS else 12 * _YEARS[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months * number, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    hours = {Unit.HOUR: 1.0, Unit.MINUTE: 1 / 60, Unit.SECOND: 1 / 3600}[unit]
    return day + timedelta(hours=hours * number)


def code(unit: Unit, day: date) -> str:
    """Write the unit that a day lies in, as TIMEX3 does.

    Example:
        >>> [code(unit, date(1998, 2, 13)) for unit in (Unit.DAY, Unit.WEEK, Unit.QUARTER)]
        ['1998-02-13', '1998-W07', '1998-Q1']
    """
    year = f"{day.year:04}"
    match unit:
        case Unit.WEEK | Unit.WEEKEND:
            iso = day.isocalendar()
            weekend = "-WE" if unit is Unit.WEEKEND else ""
            return f"{iso.year:04}-W{iso.week:02}{weekend}"
        case Unit.MONTH:
            return f"{year}-{day.month:02}"
        case Unit.QUARTER:
            return f"{year}-Q{(day.month + 2) // 3}"
        case Unit.HALF:
            return f"{year}-H{1 + (day.month > 6)}"
        case Unit.SEASON:
            return f"{bounds(unit, day)[0].year:04}-{SEASONS[day.month % 12 // 3]}"
        case Unit.YEAR:
            return year
        case Unit.DECADE:
            return year[:3]
        case Unit.CENTURY:
            return year[:2]
        case _:
            return day.isoformat()


def length_code(unit: Unit, number: str) -> str:
    """Write so many units, "X" for nobody knows how many, as TIMEX3 does.

    Example:
        >>> length_code(Unit.DAY, "3"), length_code(Unit.HOUR, "24"), length_code(Unit.YEAR, "X")
        ('P3D', 'PT24H', 'PXY')
    """
    if unit is Unit.QUARTER and number.isdigit() and number != "1":
        return f"P{3 * int(number)}M"
    letters = _LETTERS[unit]
    if letters.startswith("T"):
        return f"PT{number}{letters[1:]}"
    return f"P{number}{letters}"
