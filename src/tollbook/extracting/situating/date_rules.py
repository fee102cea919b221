"""The patterns of words that date something, with what each means and how it may open.

A report has hundreds of words and few dates: a rule is tried only where a word stands that it may
open with.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

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

    A blank after an opener means that the word ends there.
    """

    pattern: re.Pattern[str]
    read: Reader
    openers: frozenset[str]


def _rule(read: Reader, openers: Iterable[str], pattern: str) -> DateRule:
    return DateRule(re.compile(pattern), read, frozenset(openers))


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(
        first + " " * bool(rest) for first, _, rest in (phrase.partition(" ") for phrase in phrases)
    )


_NAMED_DAY = rf"(?:{_ANY_WEEKDAY}{_GAP}|yesterday{_GAP}|today{_GAP})?"

_DIGITS = frozenset("0123456789")
_EARLY_OR_LATE = frozenset({"early ", "late "})
_OPENERS_BEFORE = _EARLY_OR_LATE | frozenset(
    "earlier |later |at |the |morning |afternoon |evening |night |noon |midday |dawn ".split("|")
)
_OPENERS_OF_DATE = _OPENERS_BEFORE | {*WEEKDAY_NUMBERS, "yesterday", "today"}
_OPENERS_OF_NUMBER = _DIGITS | {f"{number} " for number in NUMBERS}

RULES = (
    # 17 September 2024 · 9 JAN 90 · the 4th of April · Friday 21 July 1972 · 14-16 March
    _rule(
        read_date,
        _OPENERS_OF_DATE | _DIGITS,
        rf"{_BEFORE}{_NAMED_DAY}(?:the\s+)?{_DAY}(?:\s?(?:-|–|to|and)\s?(?P<last_day>[0-3]?\d))?"
        rf"\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)",
    ),
    # Sept. 17 · July 5, 2016 · Saturday, May 17 · July 21st, 1972
    _rule(
        read_date,
        _OPENERS_OF_DATE | MONTH_NUMBERS.keys(),
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
        {"last ", "early", "mid", "late"} | MONTH_NUMBERS.keys(),
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
        _OPENERS_BEFORE | {"last ", "this "} | WEEKDAY_NUMBERS.keys(),
        rf"{_BEFORE}(?P<last>(?:last|this\s+past)\s+)?{_WEEKDAY}(?:s(?=\s))?{_AFTER}",
    ),
    _rule(
        read_relative,
        _OPENERS_BEFORE | _first_words(RELATIVE_DAYS),
        rf"(?:(?<=early\s)|{_BEFORE})(?P<phrase>{one_of(RELATIVE_DAYS)})(?:\s+{_PART})?\b",
    ),
    _rule(
        read_ago,
        _OPENERS_OF_NUMBER | set("more |about |around |nearly |almost |over |some ".split("|")),
        rf"(?P<vague>(?:more\s+than|about|around|nearly|almost|over|some)\s+)?{_NUMBER}\s+{_UNIT}\s+ago\b",
    ),
    _rule(
        read_past,
        {"over ", "during ", "in ", "within ", "the "},
        rf"(?:(?:over|during|in|within)\s+)?(?:the\s+course\s+of\s+)?the\s+(?:past|last)\s+(?:{_NUMBER}\s+)?{_UNIT}\b",
    ),
    _rule(
        read_calendar_unit,
        {"earlier ", "later ", "this ", "last "},
        r"(?:earlier\s+|later\s+)?(?P<which>this|last)\s+(?P<unit>week|weekend|month|year)\b",
    ),
    _rule(
        read_calendar_unit,
        {"over ", "at ", "during "},
        r"(?:over\s+|at\s+|during\s+)(?P<which>the)\s+(?P<unit>weekend)\b",
    ),
    # Three days later: counted from a date that is not ours to guess.
    _rule(
        read_nothing,
        _OPENERS_OF_NUMBER | {"about ", "some "},
        rf"(?:about\s+|some\s+)?{_NUMBER}\s+{_UNIT}\s+(?:earlier|later|before|after)\b",
    ),
    _rule(read_nothing, _first_words(UNDATED_PHRASES), rf"(?:{one_of(UNDATED_PHRASES)})\b"),
)
_ALL_OPENERS = frozenset().union(*(rule.openers for rule in RULES))
OPENER = re.compile(rf"\b(?<!-){prefix_pattern(_ALL_OPENERS)}")
# The longest opener is found; the rules that open with its beginning may apply as well. Sorted,
# because "early" and "early " have one key and the longer of them all rules.
RULES_BY_OPENER = {
    found.rstrip(): tuple(
        (number, rule)
        for number, rule in enumerate(RULES)
        if any(found.startswith(opener) for opener in rule.openers)
    )
    for found in sorted(_ALL_OPENERS)
}
