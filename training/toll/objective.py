"""How badly a set of parameters forecasts many settled figures at once, on one coarse grid.

The same likelihoods, weights and prior as `tollbook.reconciling.posterior`, laid out as
matrices: a thousand posteriors in a tenth of a second. What is said of killed and injured
together is left out.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tollbook.claim import Form
from tollbook.reconciling.grid import Array, coarser_grid
from tollbook.reconciling.likelihood import log_floor, log_likelihood, numbers_named
from tollbook.reconciling.parameters import FITTED, Parameters
from tollbook.reconciling.posterior import is_same_day, prior_mass
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.weighing import count_voices, weigh
from training.toll.incidents import Incident

# The share of the log score beside the CRPS: it punishes what was held impossible.
LOG_SCORE = 0.5
_TINY = 1e-9
_LARGEST = 60_000  # figures above stand for their cell
_KEPT = 60_000  # likelihoods kept, before all are forgotten


class Objective:
    """Scores parameters on incidents; arrays are of shape (n_incidents, n_cells)."""

    def __init__(self, incidents: Sequence[Incident], weights: Array) -> None:
        """Lay out what never changes: who says what of which incident, and the settled cells."""
        self.weights = weights
        self._testimonies = [one.testimony for one in incidents]
        named = {
            number
            for testimony in self._testimonies
            for each in testimony.statements
            for number in numbers_named(each, FITTED)
        }
        self.grid = coarser_grid(tuple(sorted(n for n in named if n < _LARGEST)))
        self._said: dict[tuple[object, ...], tuple[int, Statement, bool]] = {}
        figures = [
            (row, self._column(each, is_same_day(each, one.settled.happened_on)))
            for row, one in enumerate(incidents)
            for each in one.testimony.figures
        ]
        self._column_of = np.array([column for _, column in figures])
        self._starts = _starts([row for row, _ in figures])
        floors = [(row, each) for row, t in enumerate(self._testimonies) for each in t.floors]
        self._floor_rows = np.unique([row for row, _ in floors]).astype(int)
        self._floor_starts = _starts([row for row, _ in floors])
        self._floors = tuple(each for _, each in floors)
        self._strongest: tuple[tuple[object, ...], Array] | None = None
        self._voices = [max(count_voices(each.figures), 1) for each in self._testimonies]
        self._likelihoods: dict[tuple[object, ...], Array] = {}
        low = np.array([one.settled.low for one in incidents], dtype=np.float64)[:, None]
        high = np.array([one.settled.high for one in incidents], dtype=np.float64)[:, None]
        overlap = np.minimum(self.grid.high, high) - np.maximum(self.grid.low, low) + 1
        self._overlap = np.clip(overlap, 0, None) / self.grid.width
        middle = (np.log(low + 0.5) + np.log(high + 0.5)) / 2
        at = self.grid.log_middle
        self._steps = np.diff(at)
        self._beyond = np.clip((at[1:] - middle) / self._steps, 0, 1)

    def __call__(self, chosen: Parameters) -> float:
        """Give the weighted mean of CRPS and a share of the log score; less is better."""
        crps, log_score = self.scores(chosen)
        return float((self.weights * (crps + LOG_SCORE * log_score)).sum())

    def scores(self, chosen: Parameters) -> tuple[Array, Array]:
        """Give each incident's CRPS and log score, shape (n_incidents,)."""
        probability = self.probability(chosen)
        reached = np.cumsum(probability, axis=1)[:, :-1]
        apart = reached**2 * (1 - self._beyond) + (reached - 1) ** 2 * self._beyond
        mass = (probability * self._overlap).sum(axis=1)
        return (self._steps * apart).sum(axis=1), -np.log(mass + _TINY)

    def probability(self, chosen: Parameters) -> Array:
        """Give every posterior."""
        weight = np.concatenate([weigh(each.figures, chosen) for each in self._testimonies])
        said = self._all_likelihoods(chosen)[self._column_of] * weight[:, None]
        log_p = np.add.reduceat(said, self._starts, axis=0)
        prior = {v: np.log(prior_mass(self.grid, v, chosen)) for v in set(self._voices)}
        log_p += np.array([prior[voices] for voices in self._voices])
        if self._floors:
            log_p[self._floor_rows] += self._strongest_floors(chosen)
        p = np.exp(log_p - log_p.max(axis=1, keepdims=True))
        return np.asarray(p / p.sum(axis=1, keepdims=True))

    def _column(self, each: Statement, is_first_day: bool) -> int:
        """Number what is said: the same words of the same class of source are said once."""
        count = each.count
        key = (
            *(count.form, count.low, count.high, count.stated, count.term),
            *(each.source_class, each.is_hedged, is_first_day),
        )
        return self._said.setdefault(key, (len(self._said), each, is_first_day))[0]

    def _strongest_floors(self, chosen: Parameters) -> Array:
        """Keep of the parts of each incident the hardest; again only where trust changed."""
        faith = tuple(each.good_faith for each in chosen.trust.values())
        key = (chosen.below_floor, faith, tuple(chosen.vague.items()))
        if self._strongest is None or self._strongest[0] != key:
            every = np.array([log_floor(each, self.grid, chosen) for each in self._floors])
            self._strongest = key, np.minimum.reduceat(every, self._floor_starts, axis=0)
        return self._strongest[1]

    def _all_likelihoods(self, chosen: Parameters) -> Array:
        return np.array([self._likelihood(*said, chosen) for said in self._said.values()])

    def _likelihood(
        self, column: int, each: Statement, is_first_day: bool, chosen: Parameters
    ) -> Array:
        """Remember a likelihood for as long as nothing that it depends on changes."""
        is_vague = each.count.form is Form.VAGUE
        key = (
            column,
            chosen.trust[each.source_class],
            chosen.vague.get(each.count.term or "") if is_vague else chosen.forms[each.count.form],
            chosen.vague_edge if is_vague else (chosen.below, chosen.above),
            (chosen.same_day_below, chosen.offset, chosen.zero, chosen.headline_exponent),
        )
        if key not in self._likelihoods:
            if len(self._likelihoods) > _KEPT:
                self._likelihoods.clear()
            self._likelihoods[key] = log_likelihood(
                each, self.grid, chosen, is_same_day=is_first_day
            )
        return self._likelihoods[key]


def _starts(rows: Sequence[int]) -> NDArray[np.intp]:
    """Say where the entries of each row begin; rows are in order."""
    return np.flatnonzero(np.diff(rows, prepend=-1))
