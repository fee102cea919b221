"""What words for time are counted from: the day of publication, and what was told before."""

from dataclasses import dataclass
from datetime import date, timedelta

from tollbook.dating.calendar import Unit, bounds, shift

# Chosen on TimeBank's train part from 60 to 140 (2026).
LEAN = 100
_HALF_A_YEAR = 182


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a phrase is counted from.

    `published` is the day of publication; `told` the unit of the calendar named last and its
    first day, `told_day` the day named last, `quarter` the first day of the quarter that figures
    are given for; None where there is none. `toward` is 1 where the
    sentence speaks of the future, -1 of the past, 0 where it does not say. Unless it `looks_ahead`
    a day named without its year is past where the sentence does not say otherwise.
    """

    published: date | None
    told: tuple[Unit, date] | None = None
    told_day: date | None = None
    quarter: date | None = None
    toward: int = 0
    looks_ahead: bool = True

    def year_of(self, month: int, day: int) -> int | None:
        """Choose the year of a day that is named without one.

        Reports tell of the past more than of the future: a day may lie twice `LEAN` days further
        back than ahead, and the other way round where the sentence looks ahead.

        Args:
            month: of the day.
            day: of the month; there must be one in every year.
        """
        if self.published is None:
            return None
        back = LEAN if self.looks_ahead else _HALF_A_YEAR
        middle = self.published + timedelta(days=LEAN if self.toward > 0 else -back)
        year = self.published.year
        return min(range(year - 1, year + 2), key=lambda y: abs(date(y, month, day) - middle))


def weekday_near(published: date, weekday: int, toward: int, *, is_strict: bool) -> date:
    """Give the next such weekday, or the latest that is past.

    Args:
        published: the day counted from; it counts itself unless `is_strict`.
        weekday: ISO number.
        toward: 1 for the next one.
        is_strict: whether the day counted from is ruled out.
    """
    back = (published.isoweekday() - weekday) % 7
    if toward > 0:
        ahead = -back % 7
        return shift(Unit.DAY, published, ahead or (7 if is_strict else 0))
    return shift(Unit.DAY, published, -(back or (7 if is_strict else 0)))


def unit_near(published: date, unit: Unit, offset: int) -> date:
    """Give the first day of the unit so many after that of the day of publication."""
    return bounds(unit, shift(unit, bounds(unit, published)[0], offset))[0]
