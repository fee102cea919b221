"""The numbers a toll can take: intervals of whole persons, fine where tolls are small."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# A posterior may name any number up to 400; above, cells of 3 % are finer than any claim.
_EXACT_TO = 400
_STEP = 1.03
_TOP = 100_000
# Sums of killed and injured: coarse, because two dimensions of the fine grid cost 50 ms.
_COARSE_EXACT_TO = 24
_COARSE_STEP = 1.08
_FIT_EXACT_TO = 80


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """Cells that follow each other without a gap; arrays of shape (n_cells,).

    `low` and `high` are both included; `middle` is the number that stands for the cell, and
    `log_middle` the natural logarithm of `middle` + 1/2.
    """

    low: Array
    high: Array
    middle: Array
    log_middle: Array
    width: Array

    def cells_of(self, numbers: Array) -> NDArray[np.intp]:
        """Find the index of the cell that holds each number."""
        return np.minimum(np.searchsorted(self.high, numbers - 0.5), len(self.high) - 1)


def fine_grid(numbers: Iterable[int]) -> Grid:
    """Make the grid for a posterior: every number named gets a cell of its own."""
    own = tuple(sorted({number for number in numbers if number > _EXACT_TO}))
    return _grid(own, _top(own), _EXACT_TO, _STEP)


def coarser_grid(own: tuple[int, ...]) -> Grid:
    """Make a grid to fit on: every number to 80, then 6 % cells and one for each number given."""
    return _grid(
        tuple(number for number in own if number > _FIT_EXACT_TO), _TOP, _FIT_EXACT_TO, 1.06
    )


def coarse_grid(largest: int) -> Grid:
    """Make the grid for sums, with room for a largest number."""
    return _grid((), _top((largest,)), _COARSE_EXACT_TO, _COARSE_STEP)


def _top(numbers: tuple[int, ...]) -> int:
    """Leave room above the largest number, in powers of ten so that grids can be reused."""
    top = _TOP
    while numbers and top < 30 * max(numbers):
        top *= 10
    return top


@lru_cache(maxsize=256)
def _grid(own: tuple[int, ...], top: int, exact_to: int, step: float) -> Grid:
    starts = list(range(exact_to + 2))
    edge = exact_to + 1.0
    while edge < top:
        edge *= step
        starts.append(int(edge) + 1)
    for number in own:
        starts += [number, number + 1]
    low = np.unique(np.array(starts, dtype=np.float64))
    high = np.append(low[1:] - 1, low[-1])
    middle = np.floor((low + high) / 2)
    return Grid(
        low=low,
        high=high,
        middle=middle,
        log_middle=np.log(middle + 0.5),
        width=high - low + 1,
    )
