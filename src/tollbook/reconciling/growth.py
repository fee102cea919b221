"""What a toll reported so far comes to in the end: it mostly grows, and sometimes falls.

With the days since the incident the chance of either fades; after `last_day` the toll stands.
"""

from functools import lru_cache

import numpy as np

from tollbook.reconciling.grid import Array, Grid
from tollbook.reconciling.parameters import Growth


def grown(grid: Grid, probability: Array, days: int, chosen: Growth) -> Array:
    """Move a posterior on to what will be known in the end.

    With some probability the toll is multiplied by exp(an exponential), with a smaller one it
    is divided so; else it stays.

    Args:
        grid: the cells.
        probability: how probable each is, given what was published so far; shape (n_cells,).
        days: how many days after the incident that was; a day before counts as its own.
        chosen: how often and how far tolls move.

    Returns:
        The same for the figure settled in the end; it sums to one.
    """
    up, down = chance(days, chosen)
    if up + down <= 0:
        return probability
    reached = np.cumsum(probability)
    moved = (1 - up - down) * reached
    for share, size in ((up, chosen.size), (down, -chosen.fall_size)):
        for step in _steps():
            shift = size * step
            moved = moved + share / len(_steps()) * np.interp(
                _edges(grid) - shift, _edges(grid), reached, left=0.0, right=1.0
            )
    later = np.diff(moved, prepend=0.0)
    return np.asarray(later / later.sum())


def chance(days: int, chosen: Growth) -> tuple[float, float]:
    """Say how probable it is that a toll still grows, and that it still falls.

    Example:
        >>> chance(400, Growth())
        (0.0, 0.0)
    """
    if days > chosen.last_day:
        return 0.0, 0.0
    fading = float(np.exp(-max(days, 0) / chosen.fading))
    return chosen.often * fading, chosen.fall_often * fading


@lru_cache(maxsize=64)
def _edges(grid: Grid) -> Array:
    return np.asarray(np.log(grid.high + 1.0))


@lru_cache(maxsize=1)
def _steps() -> tuple[float, ...]:
    """Sixteen equally probable steps of an exponential of mean one."""
    middles = (np.arange(16) + 0.5) / 16
    return tuple(float(step) for step in -np.log1p(-middles))
