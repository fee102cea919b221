"""A row of columns that stands for numbers of people: where each falls, and its ticks."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from tollbook.drawing.scale import Scale, round_numbers
from tollbook.drawing.scale import fit as fit_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Scale):
    """Numbers of people on `columns` columns, from `low` to `high`, both included."""

    columns: int

    def column(self, people: float) -> int:
        """Say in which column a number falls; what lies outside falls on the edge."""
        return min(max(floor(self.share(people) * self.columns), 0), self.columns - 1)


def fit(numbers: Iterable[int], columns: int) -> Columns:
    """Choose the scale on which all the numbers can be told apart best."""
    scale = fit_scale(numbers)
    return Columns(low=scale.low, high=scale.high, is_log=scale.is_log, columns=columns)


def ticks(scale: Columns) -> list[tuple[int, int]]:
    """Choose round numbers to write under the axis.

    Returns:
        Pairs of column and number, far enough apart to be read.
    """
    chosen: list[tuple[int, int]] = []
    free_from = 0
    for people in round_numbers(scale, scale.columns // 8):
        column = scale.column(people)
        start = column - len(str(people)) // 2
        if start >= free_from and start + len(str(people)) <= scale.columns:
            chosen.append((column, people))
            free_from = start + len(str(people)) + 2
    return chosen
