"""How probable it is that a source says what it says, for each number that may be true.

`l(N) = r [(1 - o) F(x | N) + o O(x)] + (1 - r) [0.8 L(x | N; lean) + 0.2 O(x)]`: a source that
counts in good faith arrives at its words by the form of them, or strays to another incident; one
that does not leans. See `docs/method.md`.
"""

from dataclasses import dataclass

import numpy as np

from tollbook.claim import Count, Form
from tollbook.reconciling.grid import Array, Grid
from tollbook.reconciling.parameters import Parameters, Weights
from tollbook.reconciling.sources import SourceClass
from tollbook.reconciling.statements import Statement

# Round numbers people round to. 20 and 25 are left out: they are hardly used as steps.
_ROUND = (5, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000)
# However a source hedges, its figure is about this incident at least once in ten times.
_SUREST_STRAY = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The spread of mistaken counts in log units: below the truth, above it, and a shift."""

    below: float
    above: float
    lean: float = 0.0


def log_likelihood(
    statement: Statement, grid: Grid, chosen: Parameters, *, is_same_day: bool = False
) -> Array:
    """Weigh every number by how well it explains a statement.

    Returns:
        Natural logarithms, shape (n_cells,).
    """
    trust = chosen.trust[statement.source_class]
    good_faith, outlier, scales = trust.good_faith, trust.outlier, _scales(chosen, is_same_day)
    if statement.is_hedged:
        good_faith *= chosen.hedged_trust
        outlier = min(outlier * chosen.hedged_outlier, _SUREST_STRAY)
        scales = Scales(
            below=scales.below * chosen.hedged_scale,
            above=scales.above * chosen.hedged_scale,
            lean=scales.lean,
        )
    first, last = _named(statement.count, chosen)
    is_headline = statement.source_class is SourceClass.HEADLINE
    anywhere = _anywhere(
        first, last, chosen, chosen.headline_exponent if is_headline else chosen.exponent
    )
    leaning = _mistaken(first, last, grid, _leaning(chosen, trust.lean, is_headline=is_headline))
    stray = chosen.headline_bad_faith_outlier if is_headline else chosen.bad_faith_outlier
    honest = _honest(statement.count, first, last, grid, scales, chosen)
    honest *= good_faith * (1 - outlier)
    honest += (1 - good_faith) * (1 - stray) * leaning
    honest += (good_faith * outlier + (1 - good_faith) * stray) * anywhere
    return np.log(honest)


def log_floor(statement: Statement, grid: Grid, chosen: Parameters) -> Array:
    """Make numbers below a counted part improbable, the more the better its source."""
    good_faith = chosen.trust[statement.source_class].good_faith
    if statement.is_hedged:
        good_faith *= chosen.hedged_trust
    generic = chosen.trust[SourceClass.GENERIC].good_faith
    below = 1 - min(good_faith / generic, 1.0) * (1 - chosen.below_floor)
    first, _ = _named(statement.count, chosen)
    part = min(first, statement.count.low) if statement.is_vague else statement.count.low
    return np.where(grid.middle < part, np.log(below), 0.0)


def numbers_named(statement: Statement, chosen: Parameters) -> tuple[int, ...]:
    """List the numbers that need a cell of their own."""
    return _named(statement.count, chosen)


def _scales(chosen: Parameters, is_same_day: bool) -> Scales:
    if not is_same_day:
        return Scales(below=chosen.below, above=chosen.above)
    return Scales(
        below=chosen.below * chosen.same_day_below, above=chosen.above, lean=chosen.same_day_lean
    )


def _leaning(chosen: Parameters, lean: float, *, is_headline: bool) -> Scales:
    above = chosen.headline_leaning_above if is_headline else chosen.leaning_above
    return Scales(below=chosen.leaning_below, above=above, lean=lean)


def _named(count: Count, chosen: Parameters) -> tuple[int, int]:
    """Give the number the words name, or the first and last of those they name."""
    if count.form is Form.VAGUE:
        return _vague(count, chosen)
    if count.form in (Form.RANGE, Form.DECADE) and count.high is not None:
        return count.low, count.high
    if count.stated is not None:
        return count.stated, count.stated
    # "Around 12 to 15" names two numbers and no one of them.
    return count.low, count.low if count.high is None else count.high


def _vague(count: Count, chosen: Parameters) -> tuple[int, int]:
    core = None if count.term is None else chosen.vague.get(count.term)
    if core is not None:
        return core
    # Words without a measured core: as "hundreds" and "some" are used, in proportion.
    if count.low >= 20:
        return int(0.6 * count.low), int(2.5 * count.low)
    return max(1, count.low - 1), 5 * max(count.low, 2)


def _honest(
    count: Count, first: int, last: int, grid: Grid, scales: Scales, chosen: Parameters
) -> Array:
    if count.form is Form.VAGUE:
        return _trapezoid(first, last, grid, chosen.vague_edge)
    form = Form.NONE if last == 0 else count.form
    weights = chosen.forms[form if first == last else Form.RANGE]
    stretched = Scales(
        below=scales.below * weights.below, above=scales.above * weights.above, lean=scales.lean
    )
    explained = weights.mistaken * _mistaken(first, last, grid, stretched)
    if first == last:
        explained += weights.equal * _holds(first, grid)
        _add_rounded(explained, first, weights, grid)
    else:
        explained += weights.equal * ((grid.middle >= first) & (grid.middle <= last))
    return explained


def _holds(number: int, grid: Grid) -> Array:
    """The share of each cell that is this number: one, where it has a cell of its own."""
    return np.asarray(((grid.low <= number) & (number <= grid.high)) / grid.width)


def _add_rounded(explained: Array, number: int, weights: Weights, grid: Grid) -> None:
    """Add the shares of those who round, each step a number is round to taken alike."""
    steps = [step for step in _ROUND if number % step == 0 and 2 * step <= number]
    if weights.near > 0 and not steps:
        explained += weights.near * _holds(number, grid)
    for step in steps if weights.near > 0 else ():
        half = step / 2
        is_near = (grid.middle >= number - half) & (grid.middle < number + half)
        explained += weights.near / len(steps) * is_near
    # Who says "more than 77" rounds to nothing, and still means a little more.
    steps = steps or [max(2, round(0.1 * number))]
    for step in steps if weights.down > 0 else ():
        is_above = (grid.middle >= number) & (grid.middle < number + step)
        explained += weights.down / len(steps) * is_above
    for step in steps if weights.up > 0 else ():
        is_under = (grid.middle > number - step) & (grid.middle <= number)
        explained += weights.up / len(steps) * is_under


def _trapezoid(first: int, last: int, grid: Grid, edge: float) -> Array:
    """One on the core, falling off in log units on both sides."""
    short = np.log(first + 0.5) - grid.log_middle
    over = grid.log_middle - np.log(last + 0.5)
    return np.asarray(np.exp(-np.maximum(np.maximum(short, over), 0.0) / edge))


def _mistaken(first: int, last: int, grid: Grid, scales: Scales) -> Array:
    """Mass of an asymmetric Laplace distribution of log(reported / true) on what is said."""
    truth = grid.log_middle + scales.lean
    up_to_last = _cumulative(np.log(last + 1.0) - truth, scales)
    if first == 0:
        return up_to_last
    return up_to_last - _cumulative(np.log(float(first)) - truth, scales)


def _cumulative(log_ratio: Array, scales: Scales) -> Array:
    share_below = scales.below / (scales.below + scales.above)
    tail = np.exp(np.where(log_ratio < 0, log_ratio / scales.below, -log_ratio / scales.above))
    return np.where(log_ratio < 0, share_below * tail, 1 - (1 - share_below) * tail)


def _anywhere(first: int, last: int, chosen: Parameters, exponent: float) -> float:
    """The outlier floor: the figure of some other incident, by the law that tolls follow.

    A figure of any size is then as likely a stray as any other. A headline's is the likelier
    one the larger it is, as it may add up several incidents.
    """
    scale, tail = chosen.offset, exponent - 1
    above = (scale + max(first, 1) - 0.5) ** -tail - (scale + last + 0.5) ** -tail
    share = (1 - chosen.zero) * above / (scale + 0.5) ** -tail
    return float(share + (chosen.zero if first == 0 else 0.0))
