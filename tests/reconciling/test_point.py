from dataclasses import replace

import numpy as np
import pytest

from tollbook.reconciling.grid import Array, Grid, fine_grid
from tollbook.reconciling.parameters import FITTED
from tollbook.reconciling.point import best_figure, summed_up
from tollbook.reconciling.posterior import quantile

MEDIAN = replace(FITTED, exact_hit=0.0)


def spread(**shares: float) -> tuple[Grid, Array]:
    grid = fine_grid([])
    probability = np.zeros_like(grid.low)
    for number, share in shares.items():
        probability[int(number[1:])] = share
    return grid, probability


def smooth() -> tuple[Grid, Array]:
    grid = fine_grid([])
    probability = np.exp(-0.5 * ((grid.middle - 40) / 8) ** 2) * grid.width
    return grid, probability / probability.sum()


def test_without_a_reward_for_a_hit_it_is_the_median() -> None:
    grid, probability = smooth()
    assert best_figure(grid, probability, MEDIAN) == quantile(grid, probability, 0.5)


def test_a_figure_probable_by_itself_goes_before_the_median_beside_it() -> None:
    grid, probability = smooth()
    probability *= 0.85
    probability[45] += 0.15
    assert best_figure(grid, probability, MEDIAN) < 45
    assert best_figure(grid, probability, replace(FITTED, exact_hit=0.8)) == 45


def test_a_probable_figure_far_from_all_others_is_not_taken() -> None:
    grid, probability = smooth()
    probability *= 0.85
    probability[400] += 0.15
    assert best_figure(grid, probability) < 60


@pytest.mark.parametrize("share", [0.97, 0.99])
def test_best_lies_within_the_range(share: float) -> None:
    grid, probability = spread(n3=share, n300=1 - share)
    low, best, high = summed_up(grid, probability)
    assert low <= best <= high
    assert best == 3
