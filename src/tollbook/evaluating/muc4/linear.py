"""Linear models as they are shipped: a weight for each feature and class, and no library."""

import gzip
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

NONE: Final = "-"
"""The class of what is nothing."""

_UNIT: Final = 100
"""Weights are kept in hundredths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Log-linear: the probability of each class from the sum of its features' weights."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Say how probable each class is; they sum to one. Features not known weigh nothing."""
        sums = list(self.bias)
        for feature in features:
            for at, weight in enumerate(self.weights.get(feature, ())):
                sums[at] += weight
        most = max(sums)
        odds = [math.exp(log_odds - most) for log_odds in sums]
        total = sum(odds)
        return {name: odd / total for name, odd in zip(self.classes, odds, strict=True)}

    def likeliest(self, features: Iterable[str]) -> str:
        """Give the most probable class."""
        probabilities = self.probabilities(features)
        return max(self.classes, key=lambda name: probabilities[name])

    def dumped(self) -> dict[str, object]:
        """Give the model as it is written to a file."""
        kept = {
            feature: rounded
            for feature, weights in sorted(self.weights.items())
            if any(rounded := [round(_UNIT * weight) for weight in weights])
        }
        return {"classes": self.classes, "bias": [round(_UNIT * b) for b in self.bias], **kept}


def loaded(raw: Mapping[str, list[int]]) -> LinearModel:
    """Read a model as `dumped` wrote it."""
    weights = {
        feature: tuple(weight / _UNIT for weight in hundredths)
        for feature, hundredths in raw.items()
        if feature not in {"classes", "bias"}
    }
    return LinearModel(
        classes=tuple(str(name) for name in raw["classes"]),
        bias=tuple(bias / _UNIT for bias in raw["bias"]),
        weights=weights,
    )


@cache
def shipped() -> Mapping[str, LinearModel]:
    """Give the models that come with tollbook, by what they judge.

    `python -m training.muc4` makes them from the train part of the corpus.
    """
    packed = files("tollbook.data").joinpath("muc4_models.json.gz").read_bytes()
    return {name: loaded(model) for name, model in json.loads(gzip.decompress(packed)).items()}
