"""An axis of days: each day on which something happened gets room, silent stretches are cut short.

The first figures of an incident come within hours, the last perhaps years later. On an even axis
either the first days or the last would be too small to see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log2

# A silent stretch up to this long is drawn at its length, in days; a longer one by its logarithm.
_AT_LENGTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One day on the axis, from `start` to `end` as shares of it.

    `day` is None for what nobody can date, which comes last. `is_after_cut` tells that the silence
    before it is drawn shorter than it was.
    """

    day: date | None
    start: float
    end: float
    is_after_cut: bool

    @property
    def middle(self) -> float:
        """The middle of the day."""
        return (self.start + self.end) / 2


def slots(days: Sequence[date | None]) -> list[Slot]:
    """Give each day its place on an axis.

    Args:
        days: in order, each once; None, if there, last.

    Example:
        >>> [(round(slot.start, 2), round(slot.end, 2))
        ...  for slot in slots([date(2031, 3, 4), date(2031, 3, 5), date(2031, 3, 7)])]
        [(0.0, 0.25), (0.25, 0.5), (0.75, 1.0)]
    """
    placed: list[tuple[date | None, float, bool]] = []
    at = 0.0
    before: date | None = None
    for day in days:
        silent = _silent_days(before, day) if placed else 0
        at += silent if silent <= _AT_LENGTH else _AT_LENGTH + log2(silent / _AT_LENGTH)
        placed.append((day, at, silent > _AT_LENGTH))
        at += 1
        before = day
    return [
        Slot(day=day, start=start / at, end=(start + 1) / at, is_after_cut=is_cut)
        for day, start, is_cut in placed
    ]


def _silent_days(before: date | None, day: date | None) -> int:
    """Count the days between; what nobody can date stands a little apart."""
    if before is None or day is None:
        return 1
    return (day - before).days - 1


def day_labels(days: Sequence[date | None]) -> list[str]:
    """Write days for an axis, the month and the year only where they change.

    Example:
        >>> day_labels([date(2031, 3, 4), date(2031, 3, 5), date(2031, 4, 1), None])
        ['4 Mar 2031', '5', '1 Apr', 'undated']
    """
    labels = []
    before: date | None = None
    for day in days:
        if day is None:
            labels.append("undated")
            continue
        if before is None or before.year != day.year:
            labels.append(f"{day.day} {day:%b %Y}")
        elif before.month != day.month:
            labels.append(f"{day.day} {day:%b}")
        else:
            labels.append(f"{day.day}")
        before = day
    return labels
