"""Killed and injured counted together: what their sum tells of each, and they of it.

Two dimensions on a coarse grid. Where nothing is known of the other number, it follows the usual
ratio: about two injured for each killed, with a very wide spread.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tollbook.claim import Harm
from tollbook.reconciling.grid import Array, Grid, coarse_grid
from tollbook.reconciling.parameters import Parameters


def share_of_total(
    grid: Grid, harm: Harm, other: Array | None, log_total: Array, chosen: Parameters
) -> Array:
    """Say how well each number of one harm fits with what is said of both together.

    Args:
        grid: the coarse grid.
        harm: killed or injured.
        other: how probable each number of the other harm is, shape (n_cells,); None where
            nobody counts them.
        log_total: logarithm of how well each sum explains what is said, shape (n_cells,).
        chosen: the parameters.

    Returns:
        Natural logarithms, shape (n_cells,).
    """
    likely = np.exp(log_total - log_total.max())[_sums(grid)]
    if other is not None:
        return np.asarray(np.log(likely @ other + 1e-300))
    return np.asarray(np.log((likely * _given(grid, harm, chosen)).sum(axis=1) + 1e-300))


def sum_of_shares(
    grid: Grid, killed: Array | None, injured: Array | None, chosen: Parameters
) -> Array:
    """Add what is known of the killed and of the injured.

    Args:
        grid: the coarse grid.
        killed: how probable each number is, shape (n_cells,); None where nobody counts them.
        injured: the same. One of the two is known.
        chosen: the parameters.

    Returns:
        How probable each sum is, shape (n_cells,).
    """
    if killed is not None and injured is not None:
        joint = np.outer(killed, injured)
    elif killed is not None:
        joint = killed[:, None] * _given(grid, Harm.KILLED, chosen)
    else:
        assert injured is not None, "one of the two must be known"
        joint = injured[:, None] * _given(grid, Harm.INJURED, chosen)
    sums = np.bincount(_sums(grid).ravel(), joint.ravel(), minlength=len(grid.low))
    return np.asarray(sums, dtype=np.float64)


def on_coarse(probability: Array, fine: Grid, coarse: Grid) -> Array:
    """Gather the cells of a fine grid into those of a coarse one."""
    at = coarse.cells_of(fine.middle)
    return np.asarray(np.bincount(at, probability, minlength=len(coarse.low)), dtype=np.float64)


def grid_for_sums(largest: int) -> Grid:
    """Choose the coarse grid with room for sums of numbers up to `largest`."""
    return coarse_grid(2 * largest)


@lru_cache(maxsize=32)
def _sums(grid: Grid) -> NDArray[np.intp]:
    return grid.cells_of(grid.middle[:, None] + grid.middle[None, :])


@lru_cache(maxsize=32)
def _given(grid: Grid, harm: Harm, chosen: Parameters) -> Array:
    """The other number given this one, a Laplace distribution of the log ratio; rows sum to 1."""
    ratio = chosen.injured_per_killed
    log_ratio = np.log(ratio if harm is Harm.KILLED else 1 / ratio)
    centre = (grid.log_middle + log_ratio)[:, None]
    upper = _laplace((np.log(grid.high + 1.0) - centre) / chosen.injured_scale)
    lower = _laplace((np.log(np.maximum(grid.low, 1e-9)) - centre) / chosen.injured_scale)
    mass = np.where(grid.low == 0, upper, upper - lower)
    return np.asarray(mass / mass.sum(axis=1, keepdims=True))


def _laplace(z: Array) -> Array:
    tail = 0.5 * np.exp(-np.abs(z))
    return np.where(z < 0, tail, 1 - tail)
