"""The days that coders note for words of time, and how exactly they are known.

`date_prec` is UCDP's: 1 for an exact day, 2 for two to six days, 3 for a week, 4 for a month, 5
for up to a year. `time_precision` is ACLED's: 1 for an exact day, 2 within a week, 3 beyond.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tollbook.dating.coding_rules import UNTOLD, CodingRule, Days, rule_of, three_days_before
from tollbook.dating.expression import TimeExpression
from tollbook.dating.finding import find_times

_LONGEST: Final = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The days that words fix, both included, as a coder notes them.

    `rule` says in a few words which rule fixed them.
    """

    first: date
    last: date
    date_prec: int
    time_precision: int
    rule: str


def days_of(
    told: TimeExpression | str | None, published: date | datetime | None, *, language: str = "en"
) -> Dated | None:
    """Give the days that a coder would note for words of time.

    Args:
        told: an expression that `find_times` found, or words that hold one, of which the first
            that fixes days counts; None or "" for a report that gives no time, which is then
            dated by its own day.
        published: when the report was printed.
        language: of the words.

    Returns:
        None where the words fix no days, or more than a year of them, and where they need a day
        of publication that nobody knows. Days of the future are given like others.

    References:
        UCDP GED codebook 19.1, `date_prec`; ACLED codebook, time precision.

    Example:
        >>> friday = date(2031, 3, 7)
        >>> dated = days_of("over the weekend", friday)
        >>> dated.first.isoformat(), dated.last.isoformat(), dated.date_prec, dated.rule
        ('2031-03-01', '2031-03-02', 2, 'the weekend: Saturday and Sunday')
        >>> days_of("last Tuesday", None) is None
        True
    """
    day = published.date() if isinstance(published, datetime) else published
    if not told:
        return None if day is None else _coded(UNTOLD, three_days_before(day))
    if isinstance(told, str):
        found = find_times(told, published=day, language=language)
        coded = (_days(expression, day) for expression in found)
        return next((dated for dated in coded if dated is not None), None)
    return _days(told, day)


def _days(told: TimeExpression, published: date | None) -> Dated | None:
    rule = rule_of(told.sense)
    if rule is None:
        return None
    if published is None:
        # Only what the words fix by themselves.
        return None if told.sense.first is None else _coded(rule, rule.days(told.sense, date.max))
    days = rule.days(told.sense, published)
    if days is not None and told.is_beginning and days[0] < published:
        return _coded(rule, (days[0], published), is_beginning=True)
    return _coded(rule, days)


def _coded(rule: CodingRule, days: Days, *, is_beginning: bool = False) -> Dated | None:
    if days is None:
        return None
    if is_beginning:
        return coded(*days, f"since: up to the report; {rule.name}")
    return coded(*days, rule.name, date_prec=rule.date_prec)


def coded(first: date, last: date, rule: str, *, date_prec: int | None = None) -> Dated | None:
    """Code days by how many they are.

    Args:
        first: the first of them.
        last: the last, itself included.
        rule: what fixed them.
        date_prec: UCDP's code, where a rule fixes it.

    Returns:
        None where there are no days, or more than a year of them.
    """
    length = (last - first).days + 1
    if not 0 < length <= _LONGEST:
        return None
    return Dated(
        first=first,
        last=last,
        date_prec=_date_prec(length) if date_prec is None else date_prec,
        time_precision=1 if length == 1 else 2 if length <= 7 else 3,
        rule=rule,
    )


def _date_prec(length: int) -> int:
    limits = ((1, 1), (6, 2), (7, 3), (31, 4))
    return next((code for most, code in limits if length <= most), 5)
