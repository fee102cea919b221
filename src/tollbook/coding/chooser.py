"""Weights -> how probable each number is: a softmax over the numbers a report may mean."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from tollbook.claim import Harm
from tollbook.coding.candidates import SIZES, Evidence, candidates, features, size


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learned for one harm.

    `terms` gives each word a weight for every size of toll, `features` one to each feature.
    """

    terms: Mapping[str, Sequence[float]]
    features: Mapping[str, float]


@lru_cache(maxsize=2)
def weights(harm: Harm) -> Weights:
    """Load what was learned for a harm."""
    path = files("tollbook").joinpath("data", "coding.json")
    return as_weights(json.loads(path.read_text("utf-8"))[harm])


def as_weights(learned: Mapping[str, Any]) -> Weights:
    """Give weights as they are written in a file their type."""
    return Weights(terms=learned["terms"], features=learned["features"])


def distribution(
    evidence: Evidence, harm: Harm, learned: Weights, killed: int | None = None
) -> dict[int, float]:
    """Say how probable each number is.

    Returns:
        Probabilities by number; they sum to one.
    """
    numbers = candidates(evidence, harm, killed)
    by_size = np.zeros(SIZES)
    for term in evidence.wording.terms:
        if term in learned.terms:
            by_size += learned.terms[term]
    scores = np.array(
        [
            by_size[size(number)] + sum(learned.features.get(name, 0.0) for name in names)
            for number, names in zip(
                numbers, features(evidence, harm, numbers, killed), strict=True
            )
        ]
    )
    shares = np.exp(scores - scores.max())
    return dict(zip(numbers, (shares / shares.sum()).tolist(), strict=True))
