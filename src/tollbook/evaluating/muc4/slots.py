"""The twenty-four slots of a MUC-4 template: how each is filled, and how the sheets call it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Fill(StrEnum):
    """What kind of words fill a slot."""

    STRING = "string"
    CHOICE = "choice"  # one of a closed list: a "set fill"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One slot: its number in a template, its name on score sheets, and how it is filled.

    `part` is the block of the template it is totalled in. `refers_to` are the slots its
    fillers point to ("6: "PRIESTS"" points to a filler of slot 18 or 19).
    """

    number: int
    name: str
    part: str
    fill: Fill
    refers_to: tuple[int, ...] = ()


DATE: Final = Slot(number=2, name="inc-date", part="inc", fill=Fill.DATE)
PLACE: Final = Slot(number=3, name="inc-loc", part="inc", fill=Fill.PLACE)
TYPE: Final = Slot(number=4, name="inc-type", part="inc", fill=Fill.CHOICE)
STAGE: Final = Slot(number=5, name="inc-stage", part="inc", fill=Fill.CHOICE)
INSTRUMENT: Final = Slot(number=6, name="inc-instr-id", part="inc", fill=Fill.STRING)
INSTRUMENT_TYPE: Final = Slot(
    number=7, name="inc-instr-type", part="inc", fill=Fill.CHOICE, refers_to=(6,)
)
CATEGORY: Final = Slot(number=8, name="perp-inc-cat", part="perp", fill=Fill.CHOICE)
PERPETRATOR: Final = Slot(number=9, name="perp-ind-id", part="perp", fill=Fill.STRING)
ORGANISATION: Final = Slot(number=10, name="perp-org-id", part="perp", fill=Fill.STRING)
CONFIDENCE: Final = Slot(
    number=11, name="perp-org-conf", part="perp", fill=Fill.CHOICE, refers_to=(10,)
)
THING: Final = Slot(number=12, name="phys-tgt-id", part="phys-tgt", fill=Fill.STRING)
THING_TYPE: Final = Slot(
    number=13, name="phys-tgt-type", part="phys-tgt", fill=Fill.CHOICE, refers_to=(12,)
)
THING_NUMBER: Final = Slot(
    number=14, name="phys-tgt-num", part="phys-tgt", fill=Fill.NUMBER, refers_to=(12,)
)
THING_NATION: Final = Slot(
    number=15, name="phys-tgt-nation", part="phys-tgt", fill=Fill.CHOICE, refers_to=(12,)
)
THING_EFFECT: Final = Slot(
    number=16, name="phys-tgt-effect", part="phys-tgt", fill=Fill.CHOICE, refers_to=(12,)
)
THING_TOTAL: Final = Slot(number=17, name="phys-tgt-total-num", part="phys-tgt", fill=Fill.NUMBER)
PERSON: Final = Slot(number=18, name="hum-tgt-name", part="hum-tgt", fill=Fill.STRING)
DESCRIPTION: Final = Slot(
    number=19, name="hum-tgt-desc", part="hum-tgt", fill=Fill.STRING, refers_to=(18,)
)
PERSON_TYPE: Final = Slot(
    number=20, name="hum-tgt-type", part="hum-tgt", fill=Fill.CHOICE, refers_to=(18, 19)
)
PERSON_NUMBER: Final = Slot(
    number=21, name="hum-tgt-num", part="hum-tgt", fill=Fill.NUMBER, refers_to=(18, 19)
)
PERSON_NATION: Final = Slot(
    number=22, name="hum-tgt-nation", part="hum-tgt", fill=Fill.CHOICE, refers_to=(18, 19)
)
PERSON_EFFECT: Final = Slot(
    number=23, name="hum-tgt-effect", part="hum-tgt", fill=Fill.CHOICE, refers_to=(18, 19)
)
PERSON_TOTAL: Final = Slot(number=24, name="hum-tgt-total-num", part="hum-tgt", fill=Fill.NUMBER)

SLOTS: Final = (
    DATE,
    PLACE,
    TYPE,
    STAGE,
    INSTRUMENT,
    INSTRUMENT_TYPE,
    CATEGORY,
    PERPETRATOR,
    ORGANISATION,
    CONFIDENCE,
    THING,
    THING_TYPE,
    THING_NUMBER,
    THING_NATION,
    THING_EFFECT,
    THING_TOTAL,
    PERSON,
    DESCRIPTION,
    PERSON_TYPE,
    PERSON_NUMBER,
    PERSON_NATION,
    PERSON_EFFECT,
    PERSON_TOTAL,
)
"""Every slot that is scored, in the order of a template."""

BY_NUMBER: Final = {slot.number: slot for slot in SLOTS}
