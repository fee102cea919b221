"""How probable it is that a claim is read right, field by field.

What the annotator's network says of itself is not yet a probability anybody can count on: it
is bent onto how often it was right on reports it had not seen. Without an annotator each
field has the share that the grammar gets right there.

References:
    Platt, Probabilistic outputs for support vector machines (1999).
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from tollbook.annotation import IN_BACKGROUND, PART, Annotation
from tollbook.claim import Attribution, Confidence, Group, Harm
from tollbook.document import Span
from tollbook.extracting.saying.weighing import Heard

# No probability is believed closer to 0 or 1 than this: nothing was measured beyond.
_EDGE: Final = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Bends one field's probability: `bias + slope * log-odds`; `alone` holds without any."""

    bias: float = 0.0
    slope: float = 1.0
    alone: float = 0.5

    def bend(self, probability: float | None) -> float:
        """Give the probability that counts, from the network's own or from none."""
        if probability is None:
            return self.alone
        clipped = min(max(probability, _EDGE), 1 - _EDGE)
        log_odds = self.bias + self.slope * math.log(clipped / (1 - clipped))
        held = 0.5 * (1 + math.tanh(log_odds / 2))
        return min(max(held, _EDGE), 1 - _EDGE)


Curves = Mapping[str, Curve]


@lru_cache(maxsize=1)
def shipped_curves() -> Curves:
    """Give the curves that were fitted for the shipped weights: see `training/calibrate.py`."""
    table = (files("tollbook") / "data/confidence.toml").read_text("utf-8")
    return {name: Curve(**row) for name, row in tomllib.loads(table).items()}


def confide(
    annotation: Annotation | None,
    at: Span,
    *,
    harm: Harm,
    group: Group,
    part_of: bool,
    is_background: bool,
    attribution: Attribution,
    heard: Heard | None,
    curves: Curves,
) -> Confidence:
    """Say how probable each field of a claim is to be right.

    Args:
        annotation: what was marked in the report, if it was.
        at: where the words of the figure stand.
        harm: what the claim says was done.
        group: whom it says it counts.
        part_of: whether it takes the figure for a part.
        is_background: whether it takes it for more than one incident's.
        attribution: who it says says so.
        heard: whom the annotator hears.
        curves: how each field's probability is bent.
    """

    def sure(label: str) -> float | None:
        if annotation is None or not annotation.has_read(at.start, at.end):
            return None
        return annotation.probability(label, at.start, at.end)

    def either(label: str, holds: bool) -> float | None:
        probability = sure(label)
        return probability if probability is None or holds else 1 - probability

    claim = sure(harm)
    raw = {
        "claim": claim,
        "figure": claim,
        "source": _heard(attribution, heard) if claim is not None else None,
        "group": sure(f"group:{group}"),
        "stance": sure(f"stance:{attribution.stance}"),
        "part_of": either(PART, part_of),
        "background": either(IN_BACKGROUND, is_background),
    }
    return Confidence(**{name: curves[name].bend(value) for name, value in raw.items()})


def _heard(attribution: Attribution, heard: Heard | None) -> float | None:
    if heard is None:
        return None
    if attribution.source is None:
        return heard.nobody
    return heard.share_of(attribution.source.start, attribution.source.end)
