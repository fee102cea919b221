"""An axis that stands for numbers of people: where each falls, and which are round."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, exp, log

# A linear axis reads most easily; beyond this ratio the small figures would share one place.
LARGEST_LINEAR_RATIO = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Numbers of people from `low` to `high`, both included; 0 is its start, 1 its end.

    Every number n stands for the stretch from n - 1/2 to n + 1/2.
    """

    low: int
    high: int
    is_log: bool

    def share(self, people: float) -> float:
        """Say how far along the axis a number falls; what lies outside falls outside.

        Example:
            >>> Scale(low=1, high=4, is_log=False).share(2.5)
            0.5
        """
        return (self._place(people) - self._start) / (self._end - self._start)

    def people(self, share: float) -> float:
        """Say which number falls that far along the axis."""
        return self._people(self._start + share * (self._end - self._start))

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


def fit(numbers: Iterable[int]) -> Scale:
    """Choose the scale on which all the numbers can be told apart best; one at least."""
    found = sorted(numbers)
    low, high = found[0], found[-1]
    is_log = high > 20 and high + 1 > LARGEST_LINEAR_RATIO * (low + 1)
    margin = 0 if is_log else max(1, ceil((high - low) / 20))
    low, high = max(0, low - margin), high + max(margin, 1)
    return Scale(low=low, high=high, is_log=is_log)


def round_numbers(scale: Scale, at_most: int) -> list[int]:
    """List the round numbers on a scale, in order.

    Args:
        scale: the scale.
        at_most: how many of them a linear axis has room for; a logarithmic one gives them all,
            and whoever draws leaves out those that run into their neighbours.
    """
    if scale.is_log:
        rounds = [0, *(step * 10**power for power in range(9) for step in (1, 2, 5))]
    else:
        step = _step((scale.high - scale.low) / max(1, at_most))
        rounds = list(range(ceil(scale.low / step) * step, scale.high + 1, step))
    return [people for people in rounds if scale.low <= people <= scale.high]


def _step(at_least: float) -> int:
    steps: list[int] = [step * 10**power for power in range(9) for step in (1, 2, 5)]
    return steps[min(bisect_right(steps, at_least), len(steps) - 1)]
