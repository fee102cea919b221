"""Fits the numbers of the posterior to settled figures, and says how far they hold.

    python -m training.toll                       cross-validate, fit, print what to freeze
    python -m training.toll --folds-only          only cross-validate
    python -m training.toll --archives            forecast each archive from the others, too

Five folds of incidents: each is forecast by numbers fitted on the other four. Then once more on
all; `parameters.py` says how far what it keeps differs, and why. Nothing is drawn by chance. It
takes three minutes of computing, shared by two cores.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing import Pool
from pathlib import Path
from statistics import fmean

import numpy as np

from tollbook.evaluating.forecasts import log_error, mean_width
from tollbook.evaluating.plain_rules import PLAIN_RULES
from tollbook.evaluating.settled import MAVERICK
from tollbook.reconciling.parameters import Parameters
from tollbook.reconciling.point import summed_up
from tollbook.reconciling.posterior import posterior
from training.toll.growth import coverage, fit_growth, views
from training.toll.incidents import Incident, drawn, incidents, weights
from training.toll.objective import Objective
from training.toll.search import NUMBERS, Vector, parameters, search


def main() -> int:
    """Cross-validate and fit.

    Returns:
        The exit code.
    """
    asked = _parser().parse_args()
    every = drawn(incidents(asked.corpus / "data", "train"))
    print(f"{len(every):,} incidents and harms", flush=True)
    folds = _fit_outside(every, lambda one: str(one.fold))
    print("\nforecast by numbers fitted on the other four folds")
    print(report(every, lambda one: folds[str(one.fold)]), flush=True)
    if asked.archives:
        archives = _fit_outside(every, lambda one: one.settled.corpus)
        print("\nforecast by numbers fitted on the other archives")
        print(report(every, lambda one: archives[one.settled.corpus]), flush=True)
    if asked.folds_only:
        return 0
    print(f"\n{'to freeze':16}{'on all':>9}   on four folds each")
    everything = _fit(every)
    for place, (name, number) in enumerate(NUMBERS.items()):
        apart = " ".join(f"{number.unbend(at[place]):7.3f}" for at in folds.values())
        print(f"{name:16}{number.unbend(everything[place]):9.3f}  {apart}", flush=True)
    seen = views(every)
    growth, with_it, without = fit_growth(seen)
    first = [view for view in seen if view[1] == 0]
    stays = replace(growth, often=0.0, fall_often=0.0)
    print(f"\n{growth}, on {len(seen):,} views")
    print(f"log score of the settled figure {with_it:.3f}, without growth {without:.3f}")
    print(
        f"90 % range on {len(first)} first days holds it {coverage(first, growth):.3f}, without "
        f"growth {coverage(first, stays):.3f}"
    )
    return 0


def _fit_outside(every: Sequence[Incident], part: Callable[[Incident], str]) -> dict[str, Vector]:
    """Fit for each part on all that lies outside it."""
    names = sorted({part(one) for one in every})
    with Pool(2) as pool:
        rest = [[one for one in every if part(one) != name] for name in names]
        return dict(zip(names, pool.map(_fit, rest, 1), strict=True))


def _fit(chosen: Sequence[Incident]) -> Vector:
    return search(Objective(chosen, weights(chosen)))


def report(every: Sequence[Incident], at: Callable[[Incident], Vector]) -> str:
    """Lay out, for each set, error and coverage beside the best plain rule."""
    heads = ("on", "error", "best rule", "exact", "90 %", "50 %", "width")
    lines = [f"{'':34}" + "".join(f"{head:>11}" for head in heads)]
    known = {id(vector): parameters(vector) for vector in map(at, every)}
    rows: defaultdict[str, list[Incident]] = defaultdict(list)
    for one in sorted(every, key=lambda one: (one.name, one.figures)):
        said = ("only words", "one figure", "several figures")[one.figures]
        rows[f"{one.name}, {said}"].append(one)
    rows["maverick"] = [one for one in every if one.name == MAVERICK]
    rows["settled on 1 to 4"] = [one for one in every if 1 <= one.settled.high <= 4]
    for row, chosen in rows.items():
        cells = _row(chosen, lambda one: known[id(at(one))])
        lines.append(f"{row:34}" + "".join(f"{cell:>11}" for cell in cells))
    return "\n".join(lines)


def _row(chosen: Sequence[Incident], fitted: Callable[[Incident], Parameters]) -> tuple[str, ...]:
    ranges, errors, exact, held, half = [], [], [], [], []
    for one in chosen:
        numbers, low, high = fitted(one), one.settled.low, one.settled.high
        found = posterior(one.testimony, happened_on=one.settled.happened_on, chosen=numbers)
        least, best, most = summed_up(found.grid, found.probability, numbers)
        reached = np.cumsum(found.probability)
        quarter, three = (int(found.grid.low[np.searchsorted(reached, q)]) for q in (0.25, 0.75))
        ranges.append((least, most))
        errors.append(log_error(best, low, high))
        exact.append(low <= best <= high)
        held.append(least <= high and low <= most)
        half.append(quarter <= high and low <= three)
    rules = {
        name: fmean(
            log_error(rule(one.numbers), one.settled.low, one.settled.high) for one in chosen
        )
        for name, rule in PLAIN_RULES.items()
    }
    shares = (fmean(errors), min(rules.values()), fmean(exact), fmean(held), fmean(half))
    return (f"{len(chosen):,}", *(f"{share:.3f}" for share in shares), f"{mean_width(ranges):.1f}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.toll",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--corpus", type=Path, default=Path("../shared"), metavar="FOLDER")
    parser.add_argument("--archives", action="store_true", help="leave out each archive, too")
    parser.add_argument("--folds-only", action="store_true", help="fit nothing to freeze")
    return parser


if __name__ == "__main__":
    sys.exit(main())
