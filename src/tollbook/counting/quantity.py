"""A quantity phrase in a text: where it stands, what it allows, whether it can be people."""

from dataclasses import dataclass
from enum import StrEnum

from tollbook.claim import Form


class NotPeople(StrEnum):
    """What a number counts when the words beside it show that it counts no people."""

    AGE = "age"
    DATE = "date"
    CLOCK_TIME = "clock_time"
    DURATION = "duration"
    MONEY = "money"
    PERCENT = "percent"
    DISTANCE = "distance"
    SIZE = "size"  # weights, areas, volumes, speeds, and every number with a decimal part
    CALIBRE = "calibre"
    TEMPERATURE = "temperature"
    ORDINAL = "ordinal"
    NAME = "name"  # AK-47, M-16, F-16
    LABEL = "label"  # Resolution 12, Room 4, No. 3
    FORMATION = "formation"  # 5th Brigade, Battalion 12
    ADDRESS = "address"
    TIMES = "times"  # three times, twice
    SCORE = "score"  # 3-1, 5 votes
    PHONE = "phone"
    KINSHIP = "kinship"  # a mother of three
    COMPOUND = "compound"  # a two-storey house


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity phrase with the words that bound it ("at least 12", "several dozen", "no").

    Offsets are code points of the text it was found in, `start` included, `end` excluded.
    `low` and `high` are what the words strictly entail, both included; `high` is None where
    they give no ceiling. `not_people` is None where the number could be people. `whole` is
    the place of the figure this one is a part of (the 100 of "81 of the 100").
    """

    start: int
    end: int
    low: int
    high: int | None
    form: Form
    stated: int | None = None
    term: str | None = None
    is_additional: bool = False
    not_people: NotPeople | None = None
    whole: tuple[int, int] | None = None
