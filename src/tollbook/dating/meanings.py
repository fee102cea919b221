"""What the phrases of a language mean: one reader for each kind, named in the table.

A reader is given what the words of a phrase say and what they are counted from. It gives None
where they make no sense ("31 June"). Without a day of publication a value keeps X where it
depends on it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final, TypeVar

from tollbook.dating.anchoring import Anchor, unit_near, weekday_near
from tollbook.dating.calendar import SEASONS, Unit, bounds, code, length_code, shift
from tollbook.dating.expression import Sense, Timex
from tollbook.dating.grammar import Match

UNKNOWN_DAY: Final = "XXXX-XX-XX"
_BLANKS: Final[Mapping[Unit, str]] = {
    Unit.DAY: UNKNOWN_DAY,
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.SEASON: "XXXX-XX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}


class Said:
    """What the words of a phrase say: its parts by class, and the keys of its row."""

    def __init__(self, match: Match) -> None:
        self.row = match.row
        self.means: str = match.row["means"]
        self._parts: dict[str, list[Any]] = {}
        for kind, says in match.parts:
            self._parts.setdefault(kind.partition(":")[0], []).append(says)

    def one(self, *kinds: str) -> Any:
        """Give the first part of these classes, None where there is none."""
        return next((self._parts[kind][0] for kind in kinds if kind in self._parts), None)

    def all(self, kind: str) -> list[Any]:
        """Give every part of a class."""
        return self._parts.get(kind, [])

    @property
    def unit(self) -> Unit:
        """The unit that is named, by a word or by the row."""
        found = self.one("UNIT_OF_CALENDAR", "UNIT", "UNITS")
        return Unit(self.row["unit"]) if found is None else found

    @property
    def amount(self) -> str:
        """How many; "X" where the words do not say."""
        found: str = self.row.get("amount") or self.one("AMOUNT") or "1"
        return found

    @property
    def offset(self) -> int:
        """How many units from the one of the report."""
        offset: int = self.row.get("offset", 0)
        return offset

    @property
    def toward(self) -> int | None:
        """Where the words themselves look."""
        return self.row.get("toward")

    @property
    def mod(self) -> str:
        """Which part of the unit."""
        mod: str = self.row.get("mod", "")
        return mod


Reader = Callable[[Said, Anchor], Sense | None]
_READERS: dict[str, Reader] = {}


_OfPhrases = TypeVar("_OfPhrases", bound=Reader)


def _means(name: str) -> Callable[[_OfPhrases], _OfPhrases]:
    def add(reader: _OfPhrases) -> _OfPhrases:
        _READERS[name] = reader
        return reader

    return add


def read(match: Match, anchor: Anchor) -> Sense | None:
    """Read a phrase; None where its words make no sense or are no time at all."""
    said = Said(match)
    try:
        return _READERS[said.means](said, anchor)
    except (ValueError, OverflowError):  # 31 June; a day before year 1
        return None


def _at(said: Said, unit: Unit, day: date | None, blank: str = "") -> Sense:
    """The unit of the calendar that a day lies in."""
    if day is None:
        value = blank or _BLANKS[unit]
        return Sense(type=Timex.DATE, value=value, means=said.means, unit=unit, mod=said.mod)
    first, last = bounds(unit, day)
    return Sense(
        type=Timex.DATE,
        value=code(unit, day),
        means=said.means,
        unit=unit,
        first=first,
        last=last,
        mod=said.mod,
    )


def _in_part(sense: Sense, part: str | None) -> Sense:
    """A part of a day: TIMEX3 writes "TNI" behind it."""
    if part is None:
        return sense
    time = part if part.startswith("T") else f"T{part}"
    return replace(sense, type=Timex.TIME, value=sense.value.split("T")[0] + time)


# --- days


@_means("nothing")
def _nothing(_said: Said, _anchor: Anchor) -> Sense | None:
    return None


@_means("date")
def _date(said: Said, anchor: Anchor) -> Sense | None:
    iso: date | None = said.one("ISO_DATE")
    if iso is not None:
        return _at(said, Unit.DAY, iso)
    days = [*said.all("DAYNUM"), *said.all("DAYTH"), *said.all("ORDINAL")]
    month, year = said.one("MONTH_NAME", "MONTH"), said.one("OF_YEAR", "YEAR", "SHORT_YEAR")
    if month is None:
        return _day_of_month(said, anchor, days[0])
    date(2000, month, days[0])  # the 31st of June is no day
    if year is None:
        # A year that has the 29th of February may be the one before or after.
        year = anchor.year_of(month, min(days[0], 28) if month == 2 else days[0])
    if year is None:
        return _at(said, Unit.DAY, None, f"XXXX-{month:02}-{days[0]:02}")
    sense = _at(said, Unit.DAY, date(year, month, days[0]))
    if len(days) > 1 and days[1] > days[0]:
        return replace(sense, last=date(year, month, days[1]))
    return sense


def _day_of_month(said: Said, anchor: Anchor, day: int) -> Sense:
    """Read "Friday the 14th": of the month of the report, or the one before it."""
    if anchor.published is None:
        return _at(said, Unit.DAY, None)
    month = anchor.published if anchor.published.day >= day else _last_month(anchor.published)
    return _at(said, Unit.DAY, month.replace(day=day))


def _last_month(day: date) -> date:
    return shift(Unit.MONTH, day.replace(day=1), -1)


@_means("weekday")
def _weekday(said: Said, anchor: Anchor) -> Sense:
    weekday = said.one("WEEKDAY", "WEEKDAYS")
    if anchor.published is None:
        return _at(said, Unit.DAY, None, f"XXXX-WXX-{weekday}")
    toward = said.toward if said.toward is not None else anchor.toward
    is_strict = said.toward is not None
    day = weekday_near(anchor.published, weekday, toward, is_strict=is_strict)
    return _at(said, Unit.DAY, day)


@_means("weekday_of_week")
def _weekday_of_week(said: Said, anchor: Anchor) -> Sense:
    weekday = said.one("WEEKDAY")
    if anchor.published is None:
        return _at(said, Unit.DAY, None, f"XXXX-WXX-{weekday}")
    monday = unit_near(anchor.published, Unit.WEEK, said.offset)
    return _at(said, Unit.DAY, monday + timedelta(days=weekday - 1))


@_means("today")
def _today(said: Said, anchor: Anchor) -> Sense:
    if anchor.published is None:
        return _at(said, Unit.DAY, None)
    return _at(said, Unit.DAY, anchor.published + timedelta(days=said.offset))


@_means("last_night")
@_means("part_of_today")
def _part_of_today(said: Said, anchor: Anchor) -> Sense:
    return _in_part(_today(said, anchor), said.row.get("part") or said.one("PART"))


@_means("overnight")
def _overnight(said: Said, anchor: Anchor) -> Sense:
    """From the evening before to the morning of a day: two days, and one night."""
    day: Match | None = said.one("DAY")
    if day is not None:
        sense = read(day, anchor)
        if sense is not None:
            return replace(_in_part(sense, "NI"), means=said.means)
    if anchor.published is None:
        return _in_part(_at(said, Unit.DAY, None), "NI")
    eve = anchor.published - timedelta(days=1)
    return replace(_in_part(_at(said, Unit.DAY, eve), "NI"), last=anchor.published)


@_means("part_of_day")
def _part_of_day(said: Said, anchor: Anchor) -> Sense | None:
    sense = read(said.one("DAY"), anchor)
    return None if sense is None else _in_part(sense, said.one("PART"))


@_means("clock")
def _clock(said: Said, anchor: Anchor) -> Sense:
    day = anchor.told_day or anchor.published
    return _at_clock(said, _at(said, Unit.DAY, day))


@_means("clock_of_day")
def _clock_of_day(said: Said, anchor: Anchor) -> Sense | None:
    sense = read(said.one("DAY"), anchor)
    return None if sense is None else replace(_at_clock(said, sense), means=said.means)


def _at_clock(said: Said, sense: Sense) -> Sense:
    hour, minute = said.one("CLOCK")
    day = sense.value.split("T")[0]
    return replace(sense, type=Timex.TIME, value=f"{day}T{hour:02}:{minute:02}")


@_means("part_alone")
def _part_alone(said: Said, anchor: Anchor) -> Sense:
    day = anchor.told_day or anchor.published
    return _in_part(_at(said, Unit.DAY, day), said.one("PART"))


@_means("night_between")
def _night_between(said: Said, anchor: Anchor) -> Sense | None:
    days = [read(day, anchor) for day in said.all("DAY")]
    first, last = days[0], days[1]
    if first is None or last is None:
        return None
    sense = replace(_in_part(first, "NI"), means=said.means)
    if first.first is None or last.last is None or last.last < first.first:
        return sense
    return replace(sense, last=last.last)


@_means("around_day")
def _around_day(said: Said, anchor: Anchor) -> Sense | None:
    sense = read(said.one("DAY"), anchor)
    return None if sense is None else replace(sense, means=said.means, mod="APPROX")


@_means("day_of_focus")
def _day_of_focus(said: Said, anchor: Anchor) -> Sense:
    day = anchor.told_day
    sense = _at(said, Unit.DAY, None if day is None else day + timedelta(days=said.offset))
    return _in_part(sense, said.one("PART"))


@_means("holiday")
def _holiday(said: Said, anchor: Anchor) -> Sense:
    month, day = map(int, said.one("HOLIDAY").split("-"))
    year = said.one("OF_YEAR", "YEAR") or anchor.year_of(month, day)
    if year is None:
        return _at(said, Unit.DAY, None, f"XXXX-{month:02}-{day:02}")
    return _at(said, Unit.DAY, date(year, month, day))


# --- weeks, months, years


@_means("unit")
def _unit(said: Said, anchor: Anchor) -> Sense:
    """Read "this week", "last month", "next year": those of the calendar."""
    if anchor.published is None:
        return _at(said, said.unit, None)
    return _at(said, said.unit, unit_near(anchor.published, said.unit, said.offset))


@_means("weekend")
def _weekend(said: Said, anchor: Anchor) -> Sense:
    """Read "over the weekend": the one that began last, or the coming one."""
    if anchor.published is None:
        return _at(said, Unit.WEEKEND, None)
    saturday = weekday_near(anchor.published, 6, anchor.toward, is_strict=False)
    return _at(said, Unit.WEEKEND, saturday)


@_means("year_of_report")
def _year_of_report(said: Said, anchor: Anchor) -> Sense:
    return _at(said, Unit.YEAR, anchor.published)


@_means("month")
def _month(said: Said, anchor: Anchor) -> Sense:
    month, year = said.one("MONTH_NAME", "MONTH", "BARE_MONTH"), said.one("OF_YEAR", "YEAR")
    if year is None:
        year = _year_of_month(said, anchor, month)
    if year is None:
        return _at(said, Unit.MONTH, None, f"XXXX-{month:02}")
    return _at(said, Unit.MONTH, date(year, month, 1))


def _year_of_month(said: Said, anchor: Anchor, month: int) -> int | None:
    published = anchor.published
    if published is None or said.toward is None:
        # The first of this month is past, whatever the day.
        return anchor.year_of(month, 15 if anchor.looks_ahead else 1)
    if said.toward < 0:
        return published.year - (month >= published.month)
    return published.year + (month <= published.month)


@_means("month_of_year")
def _month_of_year(said: Said, anchor: Anchor) -> Sense:
    month = said.one("MONTH")
    if anchor.published is None:
        return _at(said, Unit.MONTH, None, f"XXXX-{month:02}")
    return _at(said, Unit.MONTH, date(anchor.published.year + said.offset, month, 1))


@_means("week_of_month")
def _week_of_month(said: Said, anchor: Anchor) -> Sense:
    """Read "the first week of August" as UCDP does: the first seven days."""
    month = _month(said, anchor)
    week = said.one("ORDINAL") or 5
    if month.first is None or month.last is None:
        return replace(month, unit=Unit.WEEK)
    if week > 4:
        first = month.last - timedelta(days=6)
    else:
        first = month.first + timedelta(days=7 * (week - 1))
    return replace(_at(said, Unit.WEEK, first), first=first, last=first + timedelta(days=6))


@_means("year")
def _year(said: Said, _anchor: Anchor) -> Sense:
    return _at(said, Unit.YEAR, date(said.one("OF_YEAR", "YEAR"), 1, 1))


@_means("decade")
def _decade(said: Said, anchor: Anchor) -> Sense:
    first = said.one("DECADE")
    if first is not None:
        return _at(said, Unit.DECADE, date(first, 1, 1))
    if anchor.published is None:
        return _at(said, Unit.DECADE, None)
    return _at(said, Unit.DECADE, unit_near(anchor.published, Unit.DECADE, 0))


@_means("century")
def _century(said: Said, _anchor: Anchor) -> Sense:
    number = said.one("DAYTH", "ORDINAL")
    return _at(said, Unit.CENTURY, date(100 * (number - 1), 1, 1))


@_means("half")
def _half(said: Said, anchor: Anchor) -> Sense:
    year = said.one("OF_YEAR", "YEAR") or (anchor.published.year if anchor.published else None)
    half = said.one("ORDINAL") or 2
    if year is None:
        return _at(said, Unit.HALF, None, f"XXXX-H{half}")
    return _at(said, Unit.HALF, date(year, 1 if half == 1 else 7, 1))


@_means("season")
def _season(said: Said, anchor: Anchor) -> Sense:
    letters: str = said.one("SEASON")
    # Its first month, winter's being December of the year it begins in.
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[letters]
    year = said.one("OF_YEAR", "YEAR")
    if year is None:
        if anchor.published is None:
            return _at(said, Unit.SEASON, None, f"XXXX-{letters}")
        published = anchor.published
        if said.toward == -1:
            is_now = SEASONS[published.month % 12 // 3] == letters
            year = published.year - (month >= published.month or is_now)
        elif said.toward == 1:
            year = published.year + (month <= published.month)
        else:
            year = published.year
    return _at(said, Unit.SEASON, date(year, month, 1))


# --- quarters


@_means("quarter")
def _quarter(said: Said, anchor: Anchor) -> Sense | None:
    """Read "the third quarter": the latest that has begun, or has ended where it is told of."""
    number, year = said.one("ORDINAL"), said.one("OF_YEAR", "YEAR")
    if number > 4:
        return None
    if year is None:
        if anchor.published is None:
            return _at(said, Unit.QUARTER, None, f"XXXX-Q{number}")
        year = anchor.published.year - (3 * number - 2 > anchor.published.month)
    return _at(said, Unit.QUARTER, date(year + said.offset, 3 * number - 2, 1))


@_means("latest_quarter")
def _latest_quarter(said: Said, anchor: Anchor) -> Sense:
    """Read "the quarter", "the year-ago period": the one told of, else the last that ended."""
    quarter = anchor.quarter
    if quarter is None:
        if anchor.published is None:
            return _at(said, Unit.QUARTER, None)
        quarter = unit_near(anchor.published, Unit.QUARTER, -1)
    year = said.one("YEAR")
    if year is not None:
        return _at(said, Unit.QUARTER, quarter.replace(year=year))
    return _at(said, Unit.QUARTER, shift(Unit.YEAR, quarter, said.offset))


# --- ago, earlier, past, next


def _number(amount: str) -> int | None:
    return int(amount) if amount.isdigit() else None


_SHORT: Final = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.WEEK, Unit.WEEKEND})


@_means("ago")
def _ago(said: Said, anchor: Anchor) -> Sense:
    return _counted(said, anchor, anchor.published, -1)


@_means("from_now")
def _from_now(said: Said, anchor: Anchor) -> Sense:
    return _counted(said, anchor, anchor.published, 1)


@_means("earlier")
def _earlier(said: Said, anchor: Anchor) -> Sense:
    """Counted from what was told before; a year from the report where nothing was."""
    base = anchor.told_day
    if said.one("UNIT") is Unit.YEAR:
        base = anchor.published if anchor.told is None else anchor.told[1]
    return _counted(said, anchor, base, said.toward or -1)


def _counted(said: Said, anchor: Anchor, base: date | None, toward: int) -> Sense:
    number, unit = _number(said.amount), said.one("UNIT", "UNITS")
    if unit is None or number is None:
        value = "PAST_REF" if toward < 0 else "FUTURE_REF"
        return Sense(type=Timex.DATE, value=value, means=said.means, unit=unit or Unit.DAY)
    if unit is Unit.YEAR and number == 1 and anchor.quarter is not None and toward < 0:
        # Of figures for a quarter, "a year ago" is the same quarter of that year.
        return _at(said, Unit.QUARTER, shift(Unit.YEAR, anchor.quarter, -1))
    exact = Unit.DAY if unit in _SHORT else unit
    day = None if base is None else shift(unit, base, toward * number)
    return replace(_at(said, exact, day), number=number, unit=unit)


@_means("past")
def _past(said: Said, anchor: Anchor) -> Sense:
    return _stretch(said, anchor, -1)


@_means("next")
def _next(said: Said, anchor: Anchor) -> Sense:
    return _stretch(said, anchor, 1)


def _stretch(said: Said, anchor: Anchor, toward: int) -> Sense:
    """So many units up to the report, or from it on."""
    unit, number = said.unit, _number(said.amount)
    sense = Sense(
        type=Timex.DURATION,
        value=length_code(unit, said.amount),
        means=said.means,
        unit=unit,
        number=number,
    )
    if anchor.published is None or number is None:
        return sense
    other = shift(unit, anchor.published, toward * number)
    first, last = sorted((anchor.published, other))
    return replace(sense, first=first, last=last)


@_means("recent")
def _recent(said: Said, _anchor: Anchor) -> Sense:
    return Sense(type=Timex.DATE, value="PAST_REF", means=said.means, unit=said.unit)


@_means("coming")
def _coming(said: Said, _anchor: Anchor) -> Sense:
    return Sense(type=Timex.DATE, value="FUTURE_REF", means=said.means, unit=said.unit)


@_means("fortnight_ago")
def _fortnight_ago(said: Said, anchor: Anchor) -> Sense:
    day = None if anchor.published is None else anchor.published - timedelta(days=14)
    return _at(said, Unit.DAY, day)


@_means("hours")
def _hours(said: Said, anchor: Anchor) -> Sense:
    sense = Sense(type=Timex.DURATION, value="PTXH", means=said.means, unit=Unit.HOUR)
    if anchor.published is None:
        return sense
    eve = anchor.published - timedelta(days=1)
    return replace(sense, first=eve, last=anchor.published)


# --- lengths, sets, references


@_means("length")
def _length(said: Said, _anchor: Anchor) -> Sense:
    amount = said.amount
    return Sense(
        type=Timex.DURATION,
        value=length_code(said.unit, amount),
        means=said.means,
        unit=said.unit,
        number=_number(amount),
    )


@_means("each")
def _each(said: Said, _anchor: Anchor) -> Sense:
    value = length_code(said.unit, said.amount)
    return Sense(type=Timex.SET, value=value, means=said.means, unit=said.unit)


@_means("each_weekday")
def _each_weekday(said: Said, _anchor: Anchor) -> Sense:
    part = said.one("PART")
    value = f"XXXX-WXX-{said.one('WEEKDAY', 'WEEKDAYS')}"
    return Sense(type=Timex.SET, value=f"{value}T{part}" if part else value, means=said.means)


@_means("each_part")
def _each_part(said: Said, _anchor: Anchor) -> Sense:
    return Sense(type=Timex.SET, value=f"XXXX-XX-XXT{said.one('PART') or 'NI'}", means=said.means)


@_means("each_year")
def _each_year(said: Said, _anchor: Anchor) -> Sense:
    return Sense(type=Timex.SET, value="P1Y", means=said.means)


@_means("reference")
def _reference(said: Said, _anchor: Anchor) -> Sense:
    return Sense(type=Timex.DATE, value=said.row["value"], means=said.means)


@_means("other_day")
@_means("recently")
def _recently(said: Said, _anchor: Anchor) -> Sense:
    return Sense(type=Timex.DATE, value="PAST_REF", means=said.means)
