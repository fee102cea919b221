"""The three figures of a toll: the ends of the range, and one to note where one is needed."""

import numpy as np

from tollbook.reconciling.grid import Array, Grid
from tollbook.reconciling.parameters import FITTED, Parameters
from tollbook.reconciling.posterior import quantile

LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95


def summed_up(grid: Grid, probability: Array, chosen: Parameters = FITTED) -> tuple[int, int, int]:
    """Give low, best and high: the central 90 %, and the figure to note."""
    low, high = (quantile(grid, probability, share) for share in (LOW, HIGH))
    return low, min(max(best_figure(grid, probability, chosen), low), high), high


def best_figure(grid: Grid, probability: Array, chosen: Parameters = FITTED) -> int:
    """Pick the figure with the least expected loss: near, and if possible exactly right.

    The loss is the distance from the truth in log units, less a reward where it is exactly
    right. Without the reward this is the median; with it, a figure that somebody claims and
    that is probable by itself goes before one between two claims that nobody made.

    Args:
        grid: the cells.
        probability: how probable each is, shape (n_cells,).
        chosen: the parameters; of them the worth of an exact hit.
    """
    at = grid.log_middle
    reached = np.cumsum(probability)
    moment = np.cumsum(probability * at)
    distance = at * (2 * reached - 1) + moment[-1] - 2 * moment
    loss = distance - chosen.exact_hit * probability / grid.width
    return int(grid.middle[int(np.argmin(loss))])
