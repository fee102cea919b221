"""When an incident happened, as a template writes it.

The choices were made on the keys of dev, tst1 and tst2, the sentences of an incident being those
that hold the words of its key: agreement .62 with the first day told, .71 so.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tollbook.evaluating.muc4.phrases import Reading, line
from tollbook.evaluating.muc4.texts import Message
from tollbook.extracting.situating.when import find_days

_WEEKDAY: Final = re.compile(r"MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY")
_DATELINE_END: Final = re.compile(r"--\s")
_LONG_AGO: Final = timedelta(days=1200)
# "Today" dates the telling more often than the deed: not where a word of telling stands near.
_NEAR: Final = 40
_TELLING: Final = re.compile(
    r"\b(?:SAID|SAYS?|REPORT(?:ED|S)|ANNOUNCED|CONFIRMED|STATED|CLAIMED|DENIED|DECLARED|TOLD|ISSUED|"
    r"RELEASED|CONDEMNED|ACCUSED|CHARGED|REVEALED|WARNED|BLAMED|HAS|HAVE|BURIED|ARRESTED|DISCLOSED|"
    r"INDICATED|ADDED|POINTED|DEMANDED|ASKED|CALLED)\b"
)


@dataclass(frozen=True, slots=True)
class _Day:
    """An exact day that a text names; `is_telling` where it may be that of the telling."""

    day: date
    sentence: int
    is_today: bool
    is_telling: bool


def when(message: Message, reading: Reading, told: Sequence[int]) -> str | None:
    """Write the day of an incident told in some sentences; None where nothing dates it.

    A weekday counts as no day, and without one the day of the report is the latest it can
    be: "- 03 MAY 90" (template documentation, 7.3).
    """
    days = _days(message, reading)
    # The sentence before those of the incident may date it too.
    for sentences in (frozenset(told), frozenset(at - 1 for at in told)):
        day = _chosen(days, sentences)
        if day is not None:
            return _written(day)
    return f"- {_written(message.published)}" if message.published else None


def _chosen(days: Sequence[_Day], sentences: Collection[int]) -> date | None:
    here = [one for one in days if one.sentence in sentences]
    ranked = [one for one in here if not one.is_today]
    ranked += [one for one in here if one.is_today and not one.is_telling]
    return ranked[0].day if ranked else None


def _days(message: Message, reading: Reading) -> list[_Day]:
    found = _DATELINE_END.search(message.text[:120])
    opening = found.end() if found else 0
    text = message.text[opening:]
    days: list[_Day] = []
    for words in find_days(text, message.published):
        if words.first is None or words.last is None:
            continue
        written = line(text[words.start : words.end])
        if words.last - words.first > timedelta(days=1) or _is_weekday(written):
            continue
        if message.published and message.published - words.first > _LONG_AGO:
            continue
        around = text[max(0, words.start - _NEAR) : words.start], text[words.end :][:_NEAR]
        days.append(
            _Day(
                day=words.last if "HOUR" in written else words.first,
                sentence=reading.sentence_at(opening + words.start),
                is_today=written.startswith("TODAY"),
                is_telling=any(map(_TELLING.search, around)),
            )
        )
    return days


def _is_weekday(written: str) -> bool:
    return _WEEKDAY.search(written) is not None and not re.search(r"\d", written)


def _written(day: date) -> str:
    return f"{day:%d %b %y}".upper()
