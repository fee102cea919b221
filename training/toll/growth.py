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
from tollbook.reconciling.grid import Array
from tollbook.reconciling.growth import grown
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.parameters import FITTED, Growth
from tollbook.reconciling.posterior import Posterior, posterior
from tollbook.reconciling.testimony import hear
from tollbook.reconciling.updates import day_of
from training.toll.incidents import Incident

DAYS = (0, 1, 2, 3, 5, 7, 14, 30)
_TINY = 1e-9
View = tuple[Posterior, int, Array]


def views(incidents: Sequence[Incident]) -> list[View]:
    """Reconcile what was known some days after each incident, beside the settled cells."""
    found = []
    for one in incidents:
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
    """Try every combination, and give the best with its log score and that of no growth."""
    choices = product(
        (0.0, 0.05, 0.1, 0.2, 0.3, 0.4), (0.2, 0.4, 0.7, 1.0), (0.0, 0.05, 0.1), (0.7,), (1.0, 3.0)
    )
    tried = [
        replace(
            FITTED.growth, often=often, size=size, fall_often=falls, fall_size=by, fading=fading
        )
        for often, size, falls, by, fading in choices
    ]
    best = min(tried, key=lambda chosen: log_score(seen, chosen))
    stays = replace(FITTED.growth, often=0.0, fall_often=0.0)
    return best, log_score(seen, best), log_score(seen, stays)


def log_score(seen: Sequence[View], chosen: Growth) -> float:
    """Give the mean log score of the settled figures."""
    scores = [
        -np.log(float((grown(p.grid, p.probability, days, chosen) * settled).sum()) + _TINY)
        for p, days, settled in seen
    ]
    return float(np.mean(scores))
