"""Fits the numbers of the posterior to settled figures, and says how far they hold.

    python -m training.toll                       cross-validate, fit, print what to freeze
    python -m training.toll --folds-only          only cross-validate

Five folds of incidents: each is forecast by numbers fitted on the other four. Then once more on
all, which is what `parameters.py` keeps, and once without each archive, forecast on it. Nothing
is drawn by chance. One core needs about ten minutes, half of them for reading.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from statistics import fmean

import numpy as np

from tollbook.evaluating.forecasts import log_error, mean_width
from tollbook.evaluating.plain_rules import PLAIN_RULES
from tollbook.reconciling.parameters import Parameters
from tollbook.reconciling.point import summed_up
from tollbook.reconciling.posterior import posterior
from training.toll.growth import fit_growth, views
from training.toll.incidents import Incident, drawn, incidents, weights
from training.toll.objective import Objective
from training.toll.search import NUMBERS, parameters, search


def main() -> int:
    """Cross-validate and fit.

    Returns:
        The exit code.
    """
    asked = _parser().parse_args()
    every = drawn(incidents(asked.corpus / "data", "train"))
    print("forecast by numbers fitted on the other four folds")
    print(report(every, _by(every, lambda one: str(one.fold))))
    print("\nforecast by numbers fitted on the other archives")
    print(report(every, _by(every, lambda one: one.settled.corpus)))
    if asked.folds_only:
        return 0
    everything = search(Objective(every, weights(every)))
    print("\nto freeze, fitted on all of train")
    for (name, number), at in zip(NUMBERS.items(), everything, strict=True):
        print(f"  {name:16}{number.unbend(at):8.3f}   from {number.start:g}")
    growth, with_it, without = fit_growth(views(every))
    print(
        f"\n{growth}\nlog score of the settled figure {with_it:.3f}, without growth {without:.3f}"
    )
    return 0


def _by(every: Sequence[Incident], part: Callable[[Incident], str]) -> dict[str, Parameters]:
    """Fit for each part on all that lies outside it."""
    fitted: dict[str, Parameters] = {}
    for name in sorted({part(one) for one in every}):
        rest = [one for one in every if part(one) != name]
        chosen = parameters(search(Objective(rest, weights(rest))))
        fitted |= {id_of(one): chosen for one in every if part(one) == name}
    return fitted


def id_of(one: Incident) -> str:
    """Name an incident of a set."""
    return f"{one.name}/{one.settled.id}"


def report(every: Sequence[Incident], fitted: dict[str, Parameters]) -> str:
    """Lay out, for each set, error and coverage beside the best plain rule."""
    heads = ("on", "error", "best rule", "exact", "90 %", "50 %", "width")
    lines = [f"{'':34}" + "".join(f"{head:>11}" for head in heads)]
    ordered = sorted(every, key=_cell)
    for (name, figures), held in groupby(ordered, key=_cell):
        chosen = list(held)
        said = ("only words", "one figure", "several figures")[figures]
        cells = _row(chosen, fitted)
        lines.append(f"{f'{name}, {said}':34}" + "".join(f"{cell:>11}" for cell in cells))
    return "\n".join(lines)


def _cell(one: Incident) -> tuple[str, int]:
    return one.name, one.figures


def _row(chosen: Sequence[Incident], fitted: dict[str, Parameters]) -> tuple[str, ...]:
    ranges, errors, exact, held, half = [], [], [], [], []
    for one in chosen:
        numbers, low, high = fitted[id_of(one)], one.settled.low, one.settled.high
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
    parser.add_argument("--folds-only", action="store_true", help="fit nothing to freeze")
    return parser


if __name__ == "__main__":
    sys.exit(main())
