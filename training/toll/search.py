"""Which numbers are fitted, where the search starts, and how it goes: one number at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import exp, log
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tollbook.claim import Form
from tollbook.reconciling.parameters import FITTED, Parameters, Trust, Weights
from tollbook.reconciling.sources import SourceClass
from training.toll.objective import Objective

Vector = NDArray[np.float64]
# Drawn towards the start: what no incident speaks for stays there.
PULL = 0.05
SWEEPS = 3
STEP, LONGER, SHORTER = 0.35, 1.2, 0.5
ENOUGH = 2e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number to fit: where it starts, and whether it is a share or any positive number."""

    start: float
    is_share: bool = False

    def bend(self, value: float) -> float:
        """Map it onto the whole line."""
        return log(value / (1 - value)) if self.is_share else log(value)

    def unbend(self, at: float) -> float:
        """Map it back."""
        return 1 / (1 + exp(-at)) if self.is_share else exp(at)


# Starts are what earlier rounds came to, so that a few sweeps are enough.
NUMBERS: Mapping[str, Number] = MappingProxyType(
    {
        "gamma": Number(start=0.55),
        "offset": Number(start=3.5),
        "coverage": Number(start=1.2),
        "zero": Number(start=0.25, is_share=True),
        "below": Number(start=0.8),
        "above": Number(start=0.22),
        "older": Number(start=0.2, is_share=True),
        "same_day_below": Number(start=0.7),
        "headline_tail": Number(start=0.26),
        "exact": Number(start=0.5, is_share=True),
        "at_least": Number(start=0.43, is_share=True),
        "none": Number(start=0.87, is_share=True),
        "stray_headline": Number(start=0.25, is_share=True),
        "faith_headline": Number(start=0.7, is_share=True),
        "stray_outlet": Number(start=0.29, is_share=True),
        "faith_outlet": Number(start=0.9, is_share=True),
        "stray": Number(start=0.07, is_share=True),
        "faith": Number(start=0.96, is_share=True),
        "faith_official": Number(start=0.7, is_share=True),
        "faith_witness": Number(start=0.9, is_share=True),
        "below_floor": Number(start=0.02, is_share=True),
        "some": Number(start=60.0),
        "several": Number(start=11.0),
        "dozens": Number(start=40.0),
    }
)
_TIED = {
    "faith": ("un", "ngo", "document", "wire", "generic", "medical"),
    "faith_official": ("security", "official", "diplomat"),
    "faith_witness": ("witness", "social"),
}
_SOME = ("some", "a number", "multiple", "various", "bare plural", "plural")


def start() -> Vector:
    """Give the vector to start from."""
    return np.array([number.bend(number.start) for number in NUMBERS.values()])


def parameters(at: Vector) -> Parameters:
    """Make parameters of a vector; what is not fitted stays as it is frozen."""
    value = {name: number.unbend(x) for (name, number), x in zip(NUMBERS.items(), at, strict=True)}
    return replace(
        FITTED,
        gamma=value["gamma"],
        offset=value["offset"],
        coverage=value["coverage"],
        zero=value["zero"],
        below=value["below"],
        above=value["above"],
        older=value["older"],
        same_day_below=value["same_day_below"],
        below_floor=value["below_floor"],
        headline_exponent=1 + value["headline_tail"],
        forms=MappingProxyType(_forms(value)),
        trust=MappingProxyType(_trust(value)),
        vague=MappingProxyType(_vague(value)),
    )


def _forms(value: Mapping[str, float]) -> dict[Form, Weights]:
    exact, least, none = value["exact"], value["at_least"], value["none"]
    near, down = 0.1 * (1 - exact), 0.13 * (1 - least)
    together = Weights(equal=exact + near, mistaken=1 - exact - near)
    return {
        **FITTED.forms,
        Form.EXACT: Weights(equal=exact, near=near, mistaken=1 - exact - near),
        Form.ONE: together,
        Form.RANGE: together,
        Form.DECADE: together,
        Form.NONE: Weights(equal=none, mistaken=1 - none),
        Form.AT_LEAST: replace(
            FITTED.forms[Form.AT_LEAST],
            equal=least,
            near=0.02,
            down=down,
            mistaken=max(0.98 - least - down, 0.01),
        ),
    }


def _trust(value: Mapping[str, float]) -> dict[SourceClass, Trust]:
    trust = {kind: replace(each, outlier=value["stray"]) for kind, each in FITTED.trust.items()}
    for name, kinds in _TIED.items():
        for kind in map(SourceClass, kinds):
            trust[kind] = replace(trust[kind], good_faith=value[name])
    for kind in (SourceClass.HEADLINE, SourceClass.OUTLET):
        faith, outlier = value[f"faith_{kind}"], value[f"stray_{kind}"]
        trust[kind] = Trust(good_faith=faith, outlier=outlier)
    return trust


def _vague(value: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    some = dict.fromkeys(_SOME, (1, max(2, round(value["some"]))))
    several = dict.fromkeys(("several", "a handful"), (2, max(3, round(value["several"]))))
    dozens = dict.fromkeys(("dozens", "tens"), (15, max(20, round(value["dozens"]))))
    return {**FITTED.vague, **some, **several, **dozens}


def search(objective: Objective, at: Vector | None = None) -> Vector:
    """Look for the vector that scores least, one number at a time, without chance."""
    found = start() if at is None else at.copy()
    lowest = _pulled(objective, found)
    steps = np.full(len(found), STEP)
    for _ in range(SWEEPS):
        before = lowest
        for place in range(len(found)):
            moved = False
            for direction in (1.0, -1.0):
                trial, score = _step(objective, found, place, direction * steps[place], lowest)
                if score < lowest:
                    found, lowest, moved = trial, score, True
                    again, score = _step(objective, found, place, direction * steps[place], lowest)
                    if score < lowest:
                        found, lowest = again, score
                    break
            steps[place] *= LONGER if moved else SHORTER
        if before - lowest < ENOUGH:
            break
    return found


def _step(
    objective: Callable[[Parameters], float], at: Vector, place: int, by: float, lowest: float
) -> tuple[Vector, float]:
    trial = at.copy()
    trial[place] += by
    score = _pulled(objective, trial)
    return trial, score if score < lowest - 1e-6 else lowest


def _pulled(objective: Callable[[Parameters], float], at: Vector) -> float:
    return objective(parameters(at)) + PULL * float(((at - start()) ** 2).mean())
