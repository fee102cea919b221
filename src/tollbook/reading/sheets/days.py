"""Dates as coders write them -> days. Which of day and month comes first is one column's matter."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from tollbook.errors import UnusableSheet
from tollbook.incident import Days
from tollbook.reading.sheets.words import word_table
from tollbook.sheet import DayOrder

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_ISO_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,].*)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?[-\s./]*([^\W\d_]+)\.?[-\s,./]*(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH = re.compile(r"([^\W\d_]+)\.?[-\s,]*(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.I
)

# "17/09/24" is of this century: datasets of the field begin when the last one ended.
_CENTURY = 70


def day_order(cells: Iterable[str], *, said: DayOrder | None = None) -> DayOrder | None:
    """Find out from all of a sheet's dates whether "03/04/2024" has the day or the month first.

    Args:
        cells: every date of the sheet.
        said: what a person says; it wins unless a date cannot be read so.

    Returns:
        None where no date leaves the question open.

    Raises:
        UnusableSheet: some dates say one thing and some the other, or none says anything.

    Example:
        >>> day_order(["03/04/2024", "17/09/2024"])
        <DayOrder.DAY_FIRST: 'day-first'>
    """
    shown: dict[DayOrder, str] = {}
    unclear: list[str] = []
    for cell in cells:
        found = _NUMBERS.fullmatch(cell.strip())
        if found is None or found[2] == ".":
            continue
        one, other = int(found[1]), int(found[3])
        if one > 12 >= other:
            shown.setdefault(DayOrder.DAY_FIRST, cell)
        elif other > 12 >= one:
            shown.setdefault(DayOrder.MONTH_FIRST, cell)
        elif one != other:
            unclear.append(cell)
    if said is not None:
        return said
    if len(shown) > 1:
        day, month = shown[DayOrder.DAY_FIRST], shown[DayOrder.MONTH_FIRST]
        raise UnusableSheet(
            f"{day!r} has the day first and {month!r} the month: dates of one sheet must be of one "
            "kind. Write them as 2024-09-17, or give --day-first or --month-first; rows that "
            "cannot be read so are then refused"
        )
    if shown:
        return next(iter(shown))
    if unclear:
        raise UnusableSheet(
            f"{unclear[0]!r} may have the day first or the month, and so has every date of the "
            "sheet; give --day-first or --month-first"
        )
    return None


def read_days(cell: str, order: DayOrder | None) -> Days | None:
    """Read one date: a day, a month or a year; None where the words are no date.

    Example:
        >>> str(read_days("17 Sept. 2024", None).first), str(read_days("09/17/2024", None).first)
        ('2024-09-17', '2024-09-17')
        >>> month = read_days("September 2024", None)
        >>> str(month.first), str(month.last), month.date_prec
        ('2024-09-01', '2024-09-30', 4)
    """
    words = _WEEKDAY.sub("", cell.strip())
    try:
        day = _day(words, order)
        if day is not None:
            return Days(first=day, last=day, date_prec=1)
        return _stretch(words)
    except ValueError:  # 31 February
        return None


def _day(words: str, order: DayOrder | None) -> date | None:
    if found := _ISO.fullmatch(words) or _ISO_TOGETHER.fullmatch(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        return _of_numbers(int(found[1]), int(found[3]), found[4], found[2], order)
    if (found := _DAY_MONTH.fullmatch(words)) and (month := _month(found[2])):
        return date(_year(found[3]), month, int(found[1]))
    if (found := _MONTH_DAY.fullmatch(words)) and (month := _month(found[1])):
        return date(_year(found[3]), month, int(found[2]))
    return None


def _of_numbers(
    one: int, other: int, year: str, between: str, order: DayOrder | None
) -> date | None:
    if between == ".":
        order = DayOrder.DAY_FIRST  # nobody writes the month first with points
    if order is None:
        # Only dates that can be read one way come here without an order.
        order = DayOrder.MONTH_FIRST if other > 12 else DayOrder.DAY_FIRST
    day, month = (one, other) if order is DayOrder.DAY_FIRST else (other, one)
    return date(_year(year), month, day)


def _stretch(words: str) -> Days | None:
    if (found := _MONTH.fullmatch(words)) and (month := _month(found[1])):
        return _whole_month(int(found[2]), month)
    if found := _ISO_MONTH.fullmatch(words):
        return _whole_month(int(found[1]), int(found[2]))
    if _YEAR.fullmatch(words):
        year = int(words)
        return Days(first=date(year, 1, 1), last=date(year, 12, 31), date_prec=5)
    return None


def _whole_month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return Days(first=first, last=after - timedelta(days=1), date_prec=4)


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return 1900 + year if year >= _CENTURY else 2000 + year


def _month(name: str) -> int | None:
    return _months().get(name.casefold())


@cache
def _months() -> dict[str, int]:
    return {
        name: int(number) for number, row in word_table("months").items() for name in row.split()
    }
