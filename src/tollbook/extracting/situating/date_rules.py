"""The patterns of words that date something, with what each means and how it may open.

A report has hundreds of words and few dates: a rule is tried only where a word stands that it may
open with.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from tollbook.extracting.lexicon import prefix_pattern
from tollbook.extracting.situating.calendar_words import (
    MONTH_NUMBERS,
    NUMBERS,
    RELATIVE_DAYS,
    UNDATED_PHRASES,
    UNIT_DAYS,
    WEEKDAY_NUMBERS,
    one_of,
)
from tollbook.extracting.situating.day_readers import (
    FirstAndLast,
    read_ago,
    read_calendar_unit,
    read_date,
    read_month,
    read_nothing,
    read_numeric,
    read_past,
    read_relative,
    read_weekday,
    read_year,
)

Reader = Callable[[re.Match[str], date | None], FirstAndLast]

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


@dataclass(frozen=True, slots=True)
class DateRule:
    """A pattern for lower-case text, what it means, and the words it may open with.

    A blank after an opener means that its last word ends there.
    """

    pattern: re.Pattern[str]
    read: Reader
    openers: frozenset[str]


def _rule(read: Reader, openers: Iterable[str], pattern: str) -> DateRule:
    return DateRule(re.compile(pattern), read, frozenset(openers))


def _each(*alternatives: Iterable[str]) -> frozenset[str]:
    """Every way to write a phrase of several words, given those for each place."""
    return frozenset(" ".join(filter(None, words)) for words in product(*alternatives))


_NAMED_DAY = rf"(?:{_ANY_WEEKDAY}{_GAP}|yesterday{_GAP}|today{_GAP})?"

_DIGITS = frozenset("0123456789")
_EARLY_OR_LATE = frozenset({"early ", "late "})
_BEFORE_OPENERS = (
    _EARLY_OR_LATE
    | {"earlier ", "later "}
    | _each(["at"], {"dawn", "noon", "midday", "dusk", "midnight", "about "} | _DIGITS)
    | _each(["", "the"], "morning afternoon evening night noon midday dawn".split(), ["of "])
)
_DATE_OPENERS = _BEFORE_OPENERS | {*WEEKDAY_NUMBERS, "yesterday", "today"}
_NUMBER_OPENERS = _DIGITS | _each(NUMBERS, UNIT_DAYS)

RULES = (
    # 17 September 2024 · 9 JAN 90 · the 4th of April · Friday 21 July 1972 · 14-16 March
    _rule(
        read_date,
        _DATE_OPENERS | _DIGITS | _each(["the"], _DIGITS),
        rf"{_BEFORE}{_NAMED_DAY}(?:the\s+)?{_DAY}(?:\s?(?:-|–|to|and)\s?(?P<last_day>[0-3]?\d))?"
        rf"\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)",
    ),
    # Sept. 17 · July 5, 2016 · Saturday, May 17 · July 21st, 1972
    _rule(
        read_date,
        _DATE_OPENERS | MONTH_NUMBERS.keys(),
        rf"{_BEFORE}{_NAMED_DAY}{_MONTH}\s+{_DAY}(?:\s?(?:-|–)\s?(?P<last_day>[0-3]?\d))?"
        rf"(?![\d:])(?:,?\s+{_LONG_YEAR})?(?!\w)",
    ),
    _rule(
        read_numeric,
        _DIGITS,
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>[01]\d)[-/.](?P<day>[0-3]\d)(?!\w)",
    ),
    # March 2011 · in March · early October · last May · March this year
    _rule(
        read_month,
        _EARLY_OR_LATE | {"mid"} | MONTH_NUMBERS.keys(),
        rf"(?:early\s+|mid-?\s?|late\s+)?{_MONTH},?\s+{_LONG_YEAR}",
    ),
    _rule(
        read_month,
        {"early", "mid", "late", *MONTH_NUMBERS} | _each(["last"], MONTH_NUMBERS),
        rf"(?:(?<=in\s)|(?<=since\s)|(?<=during\s)|(?<=until\s)|last\s+|(?:early|mid|late)[\s-]+)"
        rf"(?P<month>{_LONG_MONTH})\b(?P<year>)(?!\s+\d)(?:\s+this\s+year)?",
    ),
    _rule(
        read_year,
        _EARLY_OR_LATE | {"mid"} | _DIGITS,
        r"(?:(?<=in\s)|(?<=since\s)|(?<=during\s)|(?<=of\s)|early\s+|late\s+|mid-)"
        r"(?P<year>(?:19|20)\d\d)(?![\w-]|[.,]\d)",
    ),
    _rule(
        read_weekday,
        _BEFORE_OPENERS | {"this past ", *WEEKDAY_NUMBERS} | _each(["last"], WEEKDAY_NUMBERS),
        rf"{_BEFORE}(?P<last>(?:last|this\s+past)\s+)?{_WEEKDAY}(?:s(?=\s))?{_AFTER}",
    ),
    _rule(
        read_relative,
        _BEFORE_OPENERS | RELATIVE_DAYS.keys(),
        rf"(?:(?<=early\s)|{_BEFORE})(?P<phrase>{one_of(RELATIVE_DAYS)})(?:\s+{_PART})?\b",
    ),
    _rule(
        read_ago,
        _NUMBER_OPENERS
        | {"more than ", "about ", "around ", "nearly ", "almost ", "over ", "some "},
        rf"(?P<vague>(?:more\s+than|about|around|nearly|almost|over|some)\s+)?{_NUMBER}\s+{_UNIT}\s+ago\b",
    ),
    _rule(
        read_past,
        _each(["", "over", "during", "in", "within"], ["the"], ["past ", "last ", "course "]),
        rf"(?:(?:over|during|in|within)\s+)?(?:the\s+course\s+of\s+)?the\s+(?:past|last)\s+(?:{_NUMBER}\s+)?{_UNIT}\b",
    ),
    _rule(
        read_calendar_unit,
        _each(["", "earlier", "later"], ["this", "last"], ["week", "month", "year"]),
        r"(?:earlier\s+|later\s+)?(?P<which>this|last)\s+(?P<unit>week|weekend|month|year)\b",
    ),
    _rule(
        read_calendar_unit,
        _each(["over", "at", "during"], ["the weekend"]),
        r"(?:over\s+|at\s+|during\s+)(?P<which>the)\s+(?P<unit>weekend)\b",
    ),
    # Three days later: counted from a date that is not ours to guess.
    _rule(
        read_nothing,
        _NUMBER_OPENERS | {"about ", "some "},
        rf"(?:about\s+|some\s+)?{_NUMBER}\s+{_UNIT}\s+(?:earlier|later|before|after)\b",
    ),
    _rule(read_nothing, UNDATED_PHRASES, rf"(?:{one_of(UNDATED_PHRASES)})\b"),
)
_ALL_OPENERS = frozenset().union(*(rule.openers for rule in RULES))
# Nothing is consumed: "the last week" may open inside of "over the last week".
_OPENER = re.compile(rf"\b(?<!-)(?=({prefix_pattern(_ALL_OPENERS)}))")


def _rules_of(found: str) -> tuple[tuple[int, DateRule], ...]:
    beginnings = {found[:length] for length in range(1, len(found) + 1)}
    return tuple((number, rule) for number, rule in enumerate(RULES) if beginnings & rule.openers)


# The longest opener is found; rules that open with its beginning may apply as well. Sorted,
# because "early" and "early " have one key, and the rules of the second are those of both.
_RULES_BY_OPENER = {found.rstrip(): _rules_of(found) for found in sorted(_ALL_OPENERS)}


def openings(text: str) -> Iterator[tuple[int, int, DateRule]]:
    """Find where rules may match in a text: the place, the number of the rule, and the rule."""
    for opener in _OPENER.finditer(text):
        for number, rule in _RULES_BY_OPENER[" ".join(opener[1].split())]:
            yield opener.start(), number, rule
