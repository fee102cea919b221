"""The words that date something, and the days they mean.

The words are always found. The days follow only where the words and the day of publication fix
them: "Tuesday" in a report of a Friday is three days before it; "a week earlier" waits for a date
we do not know.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tollbook.extracting.calendar_words import (
    MONTH_NUMBERS,
    NUMBERS,
    RELATIVE_DAYS,
    UNDATED_PHRASES,
    UNIT_DAYS,
    WEEKDAY_NUMBERS,
    one_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWords:
    """Words that date something: code points, and the days they mean, both included.

    `first` and `last` are None together, where the words do not fix a day.
    """

    start: int
    end: int
    first: date | None
    last: date | None


_Days = tuple[date, date] | None
_Reader = Callable[[re.Match[str], date | None], _Days]

_GAP = r"[\s,]*\s"
_LONG_MONTH = one_of(
    name for name in MONTH_NUMBERS if len(name) > 4 or name in ("may", "june", "july")
)
# Only an abbreviation takes the full stop with it.
_STOP = rf"(?:(?<={'|'.join(name for name in MONTH_NUMBERS if len(name) == 3)})\.|(?<=sept)\.)?"
_MONTH = rf"(?P<month>{one_of(MONTH_NUMBERS)})\b{_STOP}"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d|['’]?\d\d)(?![\w:]|[.,]\d|\s?(?:%|percent|people|killed|dead))"
_LONG_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\w|[.,]\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?P<weekday>{one_of(name for name in WEEKDAY_NUMBERS if name.endswith('day'))})"
_ANY_WEEKDAY = rf"(?:{one_of(WEEKDAY_NUMBERS)})\b\.?"
_PART = r"(?:morning|afternoon|evening|night|noon|midday|dawn)"
_BEFORE = (
    r"(?:(?:early|late|earlier|later|at\s+(?:dawn|noon|midday|dusk|midnight|\d{4}))\s+(?:(?:on|in\s+the)\s+)?"
    rf"|(?:the\s+)?{_PART}\s+of\s+|at\s+about\s+\d{{4}}\s+)?"
)
_AFTER = rf"(?:\s+{_PART}|\s+at\s+(?:dawn|noon|midnight|dusk))?\b"
_NUMBER = rf"(?P<number>\d{{1,3}}|{one_of(NUMBERS)})"
_UNIT = rf"(?P<unit>{one_of(UNIT_DAYS)})s?"


def find_days(text: str, published_at: date | datetime | None) -> list[DatedWords]:
    """Find the words that date something, in the order of the text.

    A weekday is the latest such day not after publication, a date without a year the latest one.
    A month or a year is all of its days. Spans never overlap; the longest reading wins.

    Args:
        text: a report or a stretch of it, in any case.
        published_at: when it was printed; a moment counts as the day it shows.

    Example:
        >>> found = find_days("Two guards died on Tuesday night.", date(2031, 3, 7))
        >>> found[0].first, found[0].last
        (datetime.date(2031, 3, 4), datetime.date(2031, 3, 4))
        >>> find_days("It burned a week earlier.", date(2031, 3, 7))[0].first is None
        True
    """
    published = published_at.date() if isinstance(published_at, datetime) else published_at
    found = sorted(_read_all(text, published), key=lambda words: (words.start, -words.end))
    kept: list[DatedWords] = []
    for words in found:
        if not kept or words.start >= kept[-1].end:
            kept.append(words)
    return _join_neighbours(text, kept)


def _read_all(text: str, published: date | None) -> Iterator[DatedWords]:
    for pattern, read in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span("words")
            try:
                days = read(match, published)
            except (ValueError, OverflowError):  # "31 June", or before year 1: words, no day
                days = None
            first, last = days if days is not None else (None, None)
            yield DatedWords(start=start, end=end, first=first, last=last)


def _join_neighbours(text: str, found: list[DatedWords]) -> list[DatedWords]:
    """Make one of "Saturday and Sunday" and of "Nov. 14 to Nov. 17"."""
    joined: list[DatedWords] = []
    for words in found:
        before = joined[-1] if joined else None
        if before is not None and _is_one_span(text, before, words):
            joined[-1] = DatedWords(
                start=before.start, end=words.end, first=before.first, last=words.last
            )
        else:
            joined.append(words)
    return joined


def _is_one_span(text: str, before: DatedWords, after: DatedWords) -> bool:
    if before.first is None or after.last is None or before.first >= after.last:
        return False
    is_near = (after.last - before.first).days <= 14
    return is_near and text[before.end : after.start].strip().lower() in {
        "and",
        "to",
        "until",
        "-",
        "–",
    }


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _full_year(words: str) -> int:
    digits = words.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    # Two digits: the archives reach back to the 1950s, and no report is from the future.
    return int(digits) + (1900 if int(digits) >= 50 else 2000)


def _read_date(match: re.Match[str], published: date | None) -> _Days:
    parts = match.groupdict()
    month = MONTH_NUMBERS[parts["month"].lower()]
    day = int(parts["day"])
    last_day = int(parts.get("last_day") or day)
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


def _read_numeric(match: re.Match[str], _published: date | None) -> _Days:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _read_month(match: re.Match[str], published: date | None) -> _Days:
    month = MONTH_NUMBERS[match["month"].lower()]
    if match["year"]:
        year = _full_year(match["year"])
    elif published is None:
        return None
    else:
        year = published.year - (month > published.month)
    days = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return days if published is None or days[0] > published else (days[0], min(days[1], published))


def _read_year(match: re.Match[str], _published: date | None) -> _Days:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _read_weekday(match: re.Match[str], published: date | None) -> _Days:
    if published is None:
        return None
    back = (published.isoweekday() - WEEKDAY_NUMBERS[match["weekday"].lower()]) % 7
    if back == 0 and match["last"]:
        back = 7
    day = published - timedelta(days=back)
    return day, day


def _read_relative(match: re.Match[str], published: date | None) -> _Days:
    if published is None:
        return None
    first, last = RELATIVE_DAYS[" ".join(match["phrase"].lower().split())]
    return published + timedelta(days=first), published + timedelta(days=last)


def _read_ago(match: re.Match[str], published: date | None) -> _Days:
    """Read "three days ago": days exactly, weeks within half a week, no longer units."""
    unit = UNIT_DAYS[match["unit"].lower()]
    if published is None or unit not in (1, 7) or match["vague"]:
        return None
    day = published - timedelta(days=unit * _number(match["number"]))
    return day - timedelta(days=unit // 2), day + timedelta(days=unit // 2)


def _read_past(match: re.Match[str], published: date | None) -> _Days:
    """Read "the past 24 hours", "over the past three days"."""
    if published is None:
        return None
    number = _number(match["number"]) if match["number"] else 1
    unit = UNIT_DAYS[match["unit"].lower()]
    days = unit * number if unit else -(-number // 24)
    return published - timedelta(days=days), published


def _read_calendar_unit(match: re.Match[str], published: date | None) -> _Days:
    """Read "this week", "last month": the calendar's, cut off at publication."""
    if published is None:
        return None
    is_last = match["which"].lower() == "last"
    first, last = _unit_of(match["unit"].lower(), published)
    if is_last:
        first, last = _unit_of(match["unit"].lower(), first - timedelta(days=1))
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


def _read_nothing(_match: re.Match[str], _published: date | None) -> _Days:
    return None


def _rule(
    pattern: str, read: _Reader, flags: re.RegexFlag = re.IGNORECASE
) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(rf"(?<![\w-])(?P<words>{pattern})", flags), read


_NAMED_DAY = rf"(?:{_ANY_WEEKDAY}{_GAP}|yesterday{_GAP}|today{_GAP})?"

_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    # 17 September 2024 · 9 JAN 90 · the 4th of April · Friday 21 July 1972 · 14-16 March
    _rule(
        rf"{_BEFORE}{_NAMED_DAY}(?:the\s+)?{_DAY}(?:\s?(?:-|–|to|and)\s?(?P<last_day>[0-3]?\d))?"
        rf"\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)",
        _read_date,
    ),
    # Sept. 17 · July 5, 2016 · Saturday, May 17 · July 21st, 1972
    _rule(
        rf"{_BEFORE}{_NAMED_DAY}{_MONTH}\s+{_DAY}(?:\s?(?:-|–)\s?(?P<last_day>[0-3]?\d))?"
        rf"(?![\d:])(?:,?\s+{_LONG_YEAR})?(?!\w)",
        _read_date,
    ),
    _rule(
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>[01]\d)[-/.](?P<day>[0-3]\d)(?!\w)", _read_numeric
    ),
    # March 2011 · in March · early October · last May · March this year
    _rule(rf"(?:early\s+|mid-?\s?|late\s+)?{_MONTH},?\s+{_LONG_YEAR}", _read_month),
    _rule(
        rf"(?:(?<=in\s)|(?<=since\s)|(?<=during\s)|(?<=until\s)|last\s+|(?:early|mid|late)[\s-]+)"
        rf"(?P<month>{_LONG_MONTH})\b(?P<year>)(?!\s+\d)(?:\s+this\s+year)?",
        _read_month,
    ),
    _rule(
        r"(?:(?<=in\s)|(?<=since\s)|(?<=during\s)|(?<=of\s)|early\s+|late\s+|mid-)"
        r"(?P<year>(?:19|20)\d\d)(?![\w-]|[.,]\d)",
        _read_year,
    ),
    _rule(
        rf"{_BEFORE}(?P<last>(?:last|this\s+past)\s+)?{_WEEKDAY}(?:s(?=\s))?{_AFTER}", _read_weekday
    ),
    _rule(
        rf"(?:(?<=early\s)|{_BEFORE})(?P<phrase>{one_of(RELATIVE_DAYS)})(?:\s+{_PART})?\b",
        _read_relative,
    ),
    _rule(
        rf"(?P<vague>(?:more\s+than|about|around|nearly|almost|over|some)\s+)?{_NUMBER}\s+{_UNIT}\s+ago\b",
        _read_ago,
    ),
    _rule(
        rf"(?:(?:over|during|in|within)\s+)?(?:the\s+course\s+of\s+)?the\s+(?:past|last)\s+(?:{_NUMBER}\s+)?{_UNIT}\b",
        _read_past,
    ),
    _rule(
        r"(?:earlier\s+|later\s+)?(?P<which>this|last)\s+(?P<unit>week|weekend|month|year)\b",
        _read_calendar_unit,
    ),
    _rule(r"(?:over\s+|at\s+|during\s+)(?P<which>the)\s+(?P<unit>weekend)\b", _read_calendar_unit),
    # Three days later: counted from a date that is not ours to guess.
    _rule(
        rf"(?:about\s+|some\s+)?{_NUMBER}\s+{_UNIT}\s+(?:earlier|later|before|after)\b",
        _read_nothing,
    ),
    _rule(rf"(?:{one_of(UNDATED_PHRASES)})\b", _read_nothing),
)
