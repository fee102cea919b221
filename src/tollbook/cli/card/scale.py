"""A row of columns that stands for numbers of people: where each falls, and its ticks."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, exp, floor, log

# A linear axis reads most easily; beyond this ratio the small figures would share one column.
LARGEST_LINEAR_RATIO = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Numbers of people on `columns` columns, from `low` to `high`, both included."""

    low: int
    high: int
    columns: int
    is_log: bool

    def column(self, people: float) -> int:
        """Say in which column a number falls; what lies outside falls on the edge."""
        share = (self._place(people) - self._start) / (self._end - self._start)
        return min(max(floor(share * self.columns), 0), self.columns - 1)

    def edges(self) -> list[float]:
        """Give the numbers at which columns begin, and the one at which the last ends."""
        step = (self._end - self._start) / self.columns
        places = [self._start + step * number for number in range(self.columns + 1)]
        return [self._people(place) for place in places]

    # Every number n stands for the stretch from n - 1/2 to n + 1/2.
    @property
    def _start(self) -> float:
        return self._place(self.low - 0.5)

    @property
    def _end(self) -> float:
        return self._place(self.high + 0.5)

    def _place(self, people: float) -> float:
        return log(people + 1) if self.is_log else people

    def _people(self, place: float) -> float:
        return exp(place) - 1 if self.is_log else place


def fit(numbers: Iterable[int], columns: int) -> Scale:
    """Choose the scale on which all the numbers can be told apart best."""
    found = sorted(numbers)
    low, high = found[0], found[-1]
    is_log = high > 20 and high + 1 > LARGEST_LINEAR_RATIO * (low + 1)
    margin = 0 if is_log else max(1, ceil((high - low) / 20))
    low, high = max(0, low - margin), high + max(margin, 1)
    return Scale(low=low, high=high, columns=columns, is_log=is_log)


def ticks(scale: Scale) -> list[tuple[int, int]]:
    """Choose round numbers to write under the axis.

    Returns:
        Pairs of column and number, far enough apart to be read.
    """
    chosen: list[tuple[int, int]] = []
    free_from = 0
    for people in _round_numbers(scale):
        column = scale.column(people)
        start = column - len(str(people)) // 2
        if start >= free_from and start + len(str(people)) <= scale.columns:
            chosen.append((column, people))
            free_from = start + len(str(people)) + 2
    return chosen


def _round_numbers(scale: Scale) -> list[int]:
    if scale.is_log:
        steps = [1, 2, 5]
        rounds = [0, *(step * 10**power for power in range(9) for step in steps)]
    else:
        step = _step((scale.high - scale.low) / max(1, scale.columns // 8))
        first = ceil(scale.low / step) * step
        rounds = list(range(first, scale.high + 1, step))
    return [people for people in rounds if scale.low <= people <= scale.high]


def _step(at_least: float) -> int:
    steps: list[int] = [step * 10**power for power in range(9) for step in (1, 2, 5)]
    return steps[min(bisect_right(steps, at_least), len(steps) - 1)]
