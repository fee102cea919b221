"""Fits how tolls move after the first reports, on incidents of which a later figure is known.

What was published up to each of several days is reconciled by itself; how often and how far
the settled figure lies above or below is then fitted, whether or not more was reported later.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product

import numpy as np

from tollbook.claim import Group
from tollbook.evaluating.settled import MAVERICK
from tollbook.reconciling.grid import Array
from tollbook.reconciling.growth import grown
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.parameters import FITTED, Growth
from tollbook.reconciling.posterior import Posterior, posterior
from tollbook.reconciling.testimony import hear
from tollbook.reconciling.updates import day_of
from training.toll.incidents import GVA, Incident

ARCHIVES = (GVA, MAVERICK)

DAYS = (0, 1, 3, 7, 30)
OFTEN = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
FALL_OFTEN = (0.0, 0.05, 0.1, 0.15, 0.2)
SIZES = (0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
FADING = (0.5, 1.0, 2.0, 4.0, 8.0)
MOST = 300  # incidents, for speed
_TINY = 1e-9
View = tuple[Posterior, int, Array]


def views(incidents: Sequence[Incident]) -> list[View]:
    """Reconcile what was known some days after each incident, beside the settled cells."""
    found = []
    dated = [one for one in incidents if one.settled.corpus in ARCHIVES]
    for one in dated[:: -(-len(dated) // MOST)]:
        settled = one.settled
        for days in DAYS if settled.happened_on else ():
            assert settled.happened_on is not None
            last = settled.happened_on + timedelta(days=days)
            known = [
                claim
                for claim in settled.claims
                if claim.imprint.published_at is not None
                and day_of(claim.imprint.published_at) <= last
            ]
            testimony = hear(take_in(known).statements, settled.harm, Group.PEOPLE)
            if testimony.figures:
                plain = replace(testimony, combined=(), combined_floors=())
                reckoned = posterior(plain, happened_on=settled.happened_on)
                grid = reckoned.grid
                inside = (grid.low <= settled.high) & (grid.high >= settled.low)
                found.append((reckoned, days, inside / grid.width))
    return found


def fit_growth(seen: Sequence[View]) -> tuple[Growth, float, float]:
    """Try every combination, and give the best with its log score and that of no growth.

    What moves with one chance is a mixture, so each way to move is reckoned once for each view.
    """
    days = np.array([day for _, day, _ in seen], dtype=np.float64)
    stays = _scored(seen, replace(FITTED.growth, often=0.0, fall_often=0.0))
    ups = {size: _scored(seen, _surely(often=1.0, size=size)) for size in SIZES}
    downs = {size: _scored(seen, _surely(fall_often=1.0, fall_size=size)) for size in SIZES}
    best, least = FITTED.growth, np.inf
    for often, size, falls, by, fading in product(OFTEN, SIZES, FALL_OFTEN, SIZES, FADING):
        fade = np.exp(-days / fading)
        up, down = often * fade, falls * fade
        score = _mean_log((1 - up - down) * stays + up * ups[size] + down * downs[by])
        if score < least:
            least = score
            best = replace(
                FITTED.growth,
                often=often,
                size=size,
                fall_often=falls,
                fall_size=by,
                fading=fading,
            )
    return best, least, _mean_log(stays)


def coverage(seen: Sequence[View], chosen: Growth) -> float:
    """Say how often the central 90 % of what is to be expected holds the settled figure."""
    held = []
    for known, days, settled in seen:
        reached = np.cumsum(grown(known.grid, known.probability, days, chosen))
        at = np.flatnonzero(settled)
        held.append(reached[at[-1]] >= 0.05 and (at[0] == 0 or reached[at[0] - 1] < 0.95))
    return float(np.mean(held))


def _surely(
    often: float = 0.0, size: float = 0.5, fall_often: float = 0.0, fall_size: float = 0.5
) -> Growth:
    """Move for sure, whatever the day."""
    return Growth(often=often, size=size, fall_often=fall_often, fall_size=fall_size, fading=1e9)


def _scored(seen: Sequence[View], chosen: Growth) -> Array:
    """Give the settled figures' probabilities, shape (n_views,)."""
    return np.array(
        [
            float((grown(p.grid, p.probability, days, chosen) * settled).sum())
            for p, days, settled in seen
        ]
    )


def _mean_log(probability: Array) -> float:
    return float(np.mean(-np.log(probability + _TINY)))
