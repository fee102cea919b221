"""When: words for time -> what they mean, and the days a coder would note for them.

`find_times` marks every expression of time and reads it as TIMEX3 does; `days_of` gives the first
and last day with the precision codes of UCDP and ACLED and the rule that fixed them.
"""

from tollbook.dating.coding import Dated, coded, days_of
from tollbook.dating.expression import Sense, TimeExpression, Timex
from tollbook.dating.finding import find_times
from tollbook.dating.vocabulary import calendar_names
from tollbook.dating.zones import day_of_report

__all__ = [
    "Dated",
    "Sense",
    "TimeExpression",
    "Timex",
    "calendar_names",
    "coded",
    "day_of_report",
    "days_of",
    "find_times",
]
