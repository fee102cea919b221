"""How good a toll is as a forecast of the figure settled later: error, coverage, CRPS.

All distances are in log units: |log((guess + 1/2) / (settled + 1/2))|, zero inside a settled
range, so that ten for twenty is as far off as a hundred for two hundred.
"""

from collections.abc import Sequence
from math import exp, log
from statistics import fmean

from tollbook.toll import Cell, Toll

# One person more or less is near enough, whatever the toll.
_NEAR_SHARE, _NEAR_PERSONS = 0.25, 1.0


def log_error(guess: float, low: float, high: float) -> float:
    """Say how far a guess lies from a settled range.

    Example:
        >>> log_error(10, 10, 12), round(log_error(20, 10, 10), 2)
        (0.0, 0.67)
    """
    at = log(guess + 0.5)
    return max(log(low + 0.5) - at, at - log(high + 0.5), 0.0)


def log1p_error(guess: float, low: float, high: float) -> float:
    """Say the same with one person added instead of a half: kinder to one beside none."""
    at = log(guess + 1)
    return max(log(low + 1) - at, at - log(high + 1), 0.0)


def is_near(guess: float, low: float, high: float) -> bool:
    """Whether a guess is within 25 % of a settled range, or within one person."""
    below, above = (max(_NEAR_PERSONS, _NEAR_SHARE * end) for end in (low, high))
    return low - below <= guess <= high + above


def crps(cells: Sequence[Cell], low: float, high: float) -> float:
    """Give the continuous ranked probability score of a distribution, in log units.

    Zero where all of it lies on the settled figure; for a range, on its middle. For a single
    guess it is that guess's distance.
    """
    settled = (log(low + 0.5) + log(high + 0.5)) / 2
    ats = [log((cell.low + cell.high) // 2 + 0.5) for cell in cells]
    score = reached = 0.0
    for cell, here, beyond in zip(cells, ats, ats[1:], strict=False):
        reached += cell.probability
        under = min(max(settled - here, 0.0), beyond - here)
        score += under * reached**2 + (beyond - here - under) * (1 - reached) ** 2
    if cells and settled < ats[0]:
        score += ats[0] - settled
    if cells and settled > ats[-1]:
        score += settled - ats[-1]
    return score


def crps_of_guess(error: float, errors: Sequence[float]) -> float:
    """Give the CRPS of a guess that is spread by the signed errors it makes elsewhere.

    Args:
        error: log(settled / guess) here.
        errors: the same elsewhere; at least one.
    """
    apart = fmean(abs(each - error) for each in errors)
    ordered = sorted(errors)
    count = len(ordered)
    # Half the mean distance between two of them, by their ranks.
    spread = sum((2 * rank - count + 1) * each for rank, each in enumerate(ordered))
    return apart - spread / count**2


def central(toll: Toll, share: float) -> tuple[int, int]:
    """Give the central range that holds a share of a toll's probability, both ends included."""
    tail = (1 - share) / 2
    return _quantile(toll.cells, tail), _quantile(toll.cells, 1 - tail)


def _quantile(cells: Sequence[Cell], share: float) -> int:
    reached = 0.0
    for cell in cells:
        if reached + cell.probability >= share:
            inside = (share - reached) / cell.probability if cell.probability else 1.0
            width = cell.high - cell.low + 1
            return cell.low + max(int(-(-inside * width // 1)) - 1, 0)
        reached += cell.probability
    return cells[-1].high


def mean_width(ranges: Sequence[tuple[int, int]]) -> float:
    """Give by which factor the upper end exceeds the lower, as a geometric mean."""
    return exp(fmean(log((high + 0.5) / (low + 0.5)) for low, high in ranges))
