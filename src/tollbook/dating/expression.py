"""Words for time: where they stand, and what they mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tollbook.dating.calendar import Unit


class Timex(StrEnum):
    """The types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What words for time mean.

    `value` is that of TIMEX3 ("1998-02-13TNI", "P3D", "PAST_REF"), with X for what nobody knows;
    `mod` the part of a unit that is meant: "START", "MID" and "END" as TIMEX3 has them, "EARLIER"
    and "LATER" than the report, "" for all of it. `means` names the kind
    of phrase that was read. `first` and `last` are the days of the value, both included, and
    None together where the words and the day of publication fix none. `unit` is how exact the
    words are, `number` how many units they count, None where they do not say.
    """

    type: Timex
    value: str
    means: str
    unit: Unit | None = None
    first: date | None = None
    last: date | None = None
    mod: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words for time: code points, start included, end excluded, and their sense.

    `is_beginning` where a word before them says that they begin something: "since Thursday".
    """

    start: int
    end: int
    sense: Sense
    words: str
    is_beginning: bool = False

    @property
    def type(self) -> Timex:
        """Its type, as TIMEX3 has them."""
        return self.sense.type

    @property
    def value(self) -> str:
        """Its value, as TIMEX3 writes them."""
        return self.sense.value
