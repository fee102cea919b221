"""The posterior: how probable each number is, given everything said. Exact, on a grid.

`log p(N | said) = log p(N) + sum of w log l(N)`, with the prior `p(N) ~ (N + n0 G^e)^-a`: the more
voices report an incident, the larger it tends to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tollbook.claim import Harm
from tollbook.reconciling.combined import grid_for_sums, on_coarse, share_of_total, sum_of_shares
from tollbook.reconciling.grid import Array, Grid, fine_grid
from tollbook.reconciling.likelihood import log_floor, log_likelihood, numbers_named
from tollbook.reconciling.parameters import FITTED, Parameters
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import Testimony
from tollbook.reconciling.updates import day_of
from tollbook.reconciling.weighing import count_voices, weigh

Term = tuple[Statement, Array]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sums:
    """What is needed to read claims on killed and injured together.

    Weighted log likelihoods of their sum on the coarse grid, and what is known of the
    `other` harm.
    """

    grid: Grid
    harm: Harm
    other: Array | None
    figures: tuple[Term, ...]
    floors: tuple[Term, ...]
    chosen: Parameters

    def log_share(self, fine: Grid, leaving_out: Statement | None = None) -> Array:
        """Say on the fine grid how well each number fits with the sums claimed."""
        log_total = _join(self.grid, self.figures, self.floors, leaving_out)
        share = share_of_total(self.grid, self.harm, self.other, log_total, self.chosen)
        return np.interp(fine.log_middle, self.grid.log_middle, share)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """How probable each cell of the grid is, and what each statement adds to that.

    `figures` and `floors` hold each statement's weighted log likelihood; `log_prior` is the
    logarithm of the prior mass. All arrays have shape (n_cells,).
    """

    grid: Grid
    log_prior: Array
    figures: tuple[Term, ...]
    floors: tuple[Term, ...]
    sums: Sums | None
    probability: Array

    def without(self, statement: Statement) -> Array:
        """Reckon again without one statement, every other weight and G as they were."""
        log_p = self.log_prior + _join(self.grid, self.figures, self.floors, statement)
        if self.sums is not None:
            log_p += self.sums.log_share(self.grid, leaving_out=statement)
        return _normalised(log_p)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """The posteriors of the harms that a combined claim counts together, where counted."""

    killed: Posterior | None = None
    injured: Posterior | None = None


def posterior(
    testimony: Testimony,
    *,
    known: Known | None = None,
    happened_on: date | None = None,
    chosen: Parameters = FITTED,
) -> Posterior:
    """Reckon how probable each number is.

    Args:
        testimony: what is said about one harm to one group.
        known: posteriors of killed and injured made without combined claims, for reading
            what is said of both together.
        happened_on: the day of the incident, if known: same-day figures are less sure.
        chosen: the parameters.

    Returns:
        Exact on the grid, deterministic; probabilities sum to one.
    """
    known = Known() if known is None else known
    weights = _weights(testimony, chosen)
    grid = fine_grid(_numbers(testimony, chosen))
    figures = _weighted(testimony.figures, weights, grid, happened_on, chosen)
    floors = tuple((each, log_floor(each, grid, chosen)) for each in testimony.floors)
    log_prior = _log_prior(testimony, grid, known, chosen)
    sums = _sums(testimony, weights, known, happened_on, chosen)
    log_p = log_prior + _join(grid, figures, floors)
    if sums is not None:
        log_p += sums.log_share(grid)
    return Posterior(
        grid=grid,
        log_prior=log_prior,
        figures=figures,
        floors=floors,
        sums=sums,
        probability=_normalised(log_p),
    )


def quantile(grid: Grid, probability: Array, share: float) -> int:
    """Find the smallest number below which, itself included, lies this share."""
    reached = np.cumsum(probability)
    at = min(int(np.searchsorted(reached, share * reached[-1])), len(reached) - 1)
    before = reached[at] - probability[at]
    inside = (share * reached[-1] - before) / probability[at] if probability[at] > 0 else 1.0
    step = int(np.ceil(min(max(inside, 0.0), 1.0) * grid.width[at]))
    return int(grid.low[at]) + max(step - 1, 0)


def _numbers(testimony: Testimony, chosen: Parameters) -> list[int]:
    return [number for each in testimony.statements for number in numbers_named(each, chosen)]


def _weights(testimony: Testimony, chosen: Parameters) -> dict[int, float]:
    """Weigh the figures among those who count this harm, and the combined among themselves.

    Neither a claim on killed and injured together nor the count of a part must dilute the one
    count of the whole.
    """
    figures = weigh(testimony.figures, chosen)
    combined = weigh(testimony.combined, chosen)
    whole = (*testimony.figures, *testimony.combined)
    return dict(zip(map(id, whole), (*figures, *combined), strict=True))


def _weighted(
    figures: Sequence[Statement],
    weights: dict[int, float],
    grid: Grid,
    happened_on: date | None,
    chosen: Parameters,
) -> tuple[Term, ...]:
    return tuple(
        (
            each,
            weights[id(each)]
            * log_likelihood(each, grid, chosen, is_same_day=is_same_day(each, happened_on)),
        )
        for each in figures
    )


def _join(
    grid: Grid,
    figures: Sequence[Term],
    floors: Sequence[Term],
    leaving_out: Statement | None = None,
) -> Array:
    """Add up what the figures say; of the parts only the strongest floor holds.

    Parts that several voices count are mostly the same people, so they do not add up.
    """
    log_p = np.zeros_like(grid.low)
    for each, log_l in figures:
        if each is not leaving_out:
            log_p += log_l
    kept = [log_l for each, log_l in floors if each is not leaving_out]
    return log_p + np.min(kept, axis=0) if kept else log_p


def _sums(
    testimony: Testimony,
    weights: dict[int, float],
    known: Known,
    happened_on: date | None,
    chosen: Parameters,
) -> Sums | None:
    if not (testimony.combined or testimony.combined_floors):
        return None
    grid = grid_for_sums(max(_numbers(testimony, chosen)))
    other = known.injured if testimony.harm is Harm.KILLED else known.killed
    return Sums(
        grid=grid,
        harm=testimony.harm,
        other=None if other is None else on_coarse(other.probability, other.grid, grid),
        figures=_weighted(testimony.combined, weights, grid, happened_on, chosen),
        floors=tuple((each, log_floor(each, grid, chosen)) for each in testimony.combined_floors),
        chosen=chosen,
    )


def _log_prior(testimony: Testimony, grid: Grid, known: Known, chosen: Parameters) -> Array:
    is_sum = testimony.harm is Harm.KILLED_OR_INJURED
    if is_sum and (known.killed is not None or known.injured is not None):
        return _log_sum_prior(testimony, grid, known, chosen)
    voices = max(count_voices(testimony.figures), 1)
    is_displaced = testimony.harm is Harm.DISPLACED
    exponent = chosen.displaced_exponent if is_displaced else chosen.exponent
    # Where only a part is counted, the whole is of the order of that part.
    parts = () if testimony.figures else testimony.floors
    part = max((each.count.low for each in parts), default=0)
    return np.asarray(np.log(prior_mass(grid, voices, chosen, exponent, part)))


def prior_mass(
    grid: Grid, voices: int, chosen: Parameters, exponent: float | None = None, part: int = 0
) -> Array:
    """Give the probability of each cell before any figure is looked at; it sums to one."""
    offset = max(chosen.offset * voices**chosen.coverage, part)
    tail = chosen.exponent if exponent is None else exponent
    mass = grid.width * (grid.middle + offset) ** -tail
    mass[0] = 0.0
    mass *= (1 - chosen.zero) / mass.sum()
    mass[0] = chosen.zero
    return np.asarray(mass)


def _log_sum_prior(testimony: Testimony, grid: Grid, known: Known, chosen: Parameters) -> Array:
    """What the killed and the injured make together, before anybody counts them together."""
    parts = [part for part in (known.killed, known.injured) if part is not None]
    largest = max(_numbers(testimony, chosen), default=0)
    coarse = grid_for_sums(max(largest, *(_largest(part) for part in parts)))
    killed, injured = (
        None if part is None else on_coarse(part.probability, part.grid, coarse)
        for part in (known.killed, known.injured)
    )
    density = sum_of_shares(coarse, killed, injured, chosen) / coarse.width
    log_density = np.log(density + 1e-12 / coarse.width)
    shape = np.interp(grid.log_middle, coarse.log_middle, log_density)
    return np.asarray(shape + np.log(grid.width))


def _largest(part: Posterior) -> int:
    return quantile(part.grid, part.probability, 0.999)


def is_same_day(statement: Statement, happened_on: date | None) -> bool:
    """Tell whether a figure was published on the day of the incident, or before."""
    if happened_on is None or statement.moment is None:
        return False
    return day_of(statement.moment) <= happened_on


def _normalised(log_p: Array) -> Array:
    p = np.exp(log_p - log_p.max())
    return np.asarray(p / p.sum())
