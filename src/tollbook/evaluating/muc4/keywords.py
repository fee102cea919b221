"""A plain baseline: one template a text, by keywords and regular expressions."""

import re
from typing import Final

from tollbook.evaluating.muc4.slots import (
    CONFIDENCE,
    DATE,
    DESCRIPTION,
    ORGANISATION,
    PERSON_EFFECT,
    PERSON_NUMBER,
    PERSON_TYPE,
    PLACE,
    STAGE,
    TYPE,
    Slot,
)
from tollbook.evaluating.muc4.templates import Filler, Template
from tollbook.evaluating.muc4.texts import Message

_TYPES: Final = (
    ("KIDNAPPING", re.compile(r"KIDNAP|ABDUCT|HOSTAGE")),
    ("BOMBING", re.compile(r"BOMB|DYNAMITE|EXPLOSI")),
    ("ARSON", re.compile(r"SET (?:ON )?FIRE|BURNED")),
    ("ATTACK", re.compile(r"MURDER|KILLED|ASSASSINAT|ATTACKED|SHOT|MACHINEGUN|AMBUSH")),
)
_NUMBERS: Final = dict(
    zip(
        "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split(),
        map(str, range(1, 11)),
        strict=True,
    )
)
_HARMED: Final = re.compile(
    rf"\b(?P<number>\d+|A|AN|{'|'.join(_NUMBERS)})?\s*(?P<who>[A-Z-]+)\s+"
    r"(?:WAS|WERE|HAVE BEEN|HAS BEEN)\s+(?:\w+LY\s+)?"
    r"(?P<harm>KILLED|MURDERED|ASSASSINATED|WOUNDED|INJURED|KIDNAPPED|SHOT)"
)
_DEADLY: Final = frozenset({"KILLED", "MURDERED", "ASSASSINATED", "SHOT"})
_GROUP: Final = re.compile(r"FMLN|ELN|SHINING PATH|MRTA|FARC|EXTRADITABLES|M-19|ARMED FORCES")
_COUNTRY: Final = re.compile(
    r"EL SALVADOR|COLOMBIA|PERU|GUATEMALA|CHILE|HONDURAS|BOLIVIA|ECUADOR|ARGENTINA|PANAMA"
)


def fill_plainly(message: Message) -> tuple[Template, ...]:
    """Fill one template where a keyword of violence stands in the text, none elsewhere."""
    text = " ".join(message.text.upper().split())
    kind = next((kind for kind, words in _TYPES if words.search(text)), None)
    if kind is None:
        return ()
    slots: dict[Slot, list[Filler]] = {TYPE: [_filler(kind)], STAGE: [_filler("ACCOMPLISHED")]}
    if message.published:
        slots[DATE] = [_filler(f"- {message.published:%d %b %y}".upper())]
    country = _COUNTRY.search(text)
    slots[PLACE] = [_filler(country[0] if country else "EL SALVADOR")]
    group = _GROUP.search(text)
    if group:
        slots[ORGANISATION] = [_filler(group[0])]
        slots[CONFIDENCE] = [_filler("REPORTED AS FACT", group[0])]
    for found in list(_HARMED.finditer(text))[:3]:
        who, number = found["who"], found["number"] or "1"
        slots.setdefault(DESCRIPTION, []).append(_filler(who))
        number = "1" if number in {"A", "AN"} else _NUMBERS.get(number, number)
        slots.setdefault(PERSON_NUMBER, []).append(_filler(number, who))
        slots.setdefault(PERSON_TYPE, []).append(_filler("CIVILIAN", who))
        if found["harm"] != "KIDNAPPED":
            effect = "DEATH" if found["harm"] in _DEADLY else "INJURY"
            slots.setdefault(PERSON_EFFECT, []).append(_filler(effect, who))
    fillers = {slot.number: tuple(filled) for slot, filled in slots.items()}
    return (Template(message=message.id, number=1, fillers=fillers),)


def _filler(words: str, of: str | None = None) -> Filler:
    return Filler(options=(words,), referents=() if of is None else (of,))
