"""A sentence and a verb of it -> the names of the places where that happened.

Two logistic regressions over what stands around each name: the first looks at a name alone,
the second at what the first said of it and of its rivals.
"""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, log
from typing import Any, Final

from tollbook.document import Span
from tollbook.locating.lookup import Lookup
from tollbook.locating.names import read_sentence
from tollbook.locating.placing_features import NamedPlace, SentenceNames

_FLOOR: Final = 1e-4
# What the second look keeps of the features of the first.
_KEPT: Final = frozenset(
    "bias lead kind type side side,lead linked linking verb sort group head_lead head_lead,side "
    "known".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learned: a weight for each feature of the first look and of the second.

    A name is taken for the place from the probability `threshold` on.
    """

    alone: Mapping[str, float]
    among: Mapping[str, float]
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyPlace:
    """A name in a sentence, in code points, and how probable it is that it happened there."""

    start: int
    end: int
    probability: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Load what `training/event_place.py` learned."""
    packed = files("tollbook").joinpath("data", "event_place.json.gz").read_bytes()
    return as_weights(json.loads(gzip.decompress(packed)))


def as_weights(learned: Mapping[str, Any]) -> Weights:
    """Give weights as they are written in a file their type."""
    return Weights(alone=learned["alone"], among=learned["among"], threshold=learned["threshold"])


def event_places(sentence: str, verb: Span, gazetteer: Lookup) -> tuple[Span, ...]:
    """Find where the sentence says that something happened.

    Args:
        sentence: one sentence.
        verb: where in it the word stands for what happened.
        gazetteer: says what kinds of places have a name; a place it lacks may be found too.

    Returns:
        The names of the places, most often one or none, in reading order.

    References:
        A. Halterman, Geolocating Political Events in Text (NLP+CSS, 2019): the task and the
        sentences that were learned from.
    """
    learned = weights()
    return tuple(
        Span(start=place.start, end=place.end)
        for place in likely_places(SentenceNames(read_sentence(sentence), gazetteer), verb)
        if place.probability >= learned.threshold
    )


def likely_places(
    names: SentenceNames, verb: Span, learned: Weights | None = None
) -> tuple[LikelyPlace, ...]:
    """Say of every name of a sentence how probable it is that it is where that happened.

    Args:
        names: the sentence, read once for all its verbs.
        verb: where in it the word stands for what happened.
        learned: what was learned, where it is not the shipped weights.
    """
    learned = weights() if learned is None else learned
    places = names.places(verb.start, verb.end)
    first = [_probability(place.features, learned.alone) for place in places]
    return tuple(
        LikelyPlace(
            start=place.start,
            end=place.end,
            probability=_probability(among(places, first, number), learned.among),
        )
        for number, place in enumerate(places)
    )


def among(places: Sequence[NamedPlace], first: Sequence[float], number: int) -> list[str]:
    """Give the features of one name among its rivals.

    Args:
        places: every name of the sentence, in reading order.
        first: how probable each was at first look.
        number: which of them is asked for.
    """
    odds = [log(p + _FLOOR) - log(1 - p + _FLOOR) for p in first]
    own = odds[number]
    rival = max((one for other, one in enumerate(odds) if other != number), default=-9.0)
    rank = min(3, sum(one > own for one in odds))
    kept = [line for line in places[number].features if line.split("=", 1)[0] in _KEPT]
    found = [
        f"odds={round(own * 1.5)}",
        f"rank={rank}",
        f"rival={round(rival)}",
        f"ahead={round(own - rival)}",
        f"odds,rival={round(own)}|{round(rival)}",
        f"rest={round(2 * (sum(first) - first[number]))}",
    ]
    for neighbour, link in ((number - 1, "linked="), (number + 1, "linking=")):
        if 0 <= neighbour < len(places):
            said = next((line for line in kept if line.startswith(link)), "")
            found.append(f"{said}|{round(odds[neighbour])}")
            found.append(f"beside,{link}{round(own)}|{round(odds[neighbour])}")
    return found + kept


def _probability(features: Iterable[str], learned: Mapping[str, float]) -> float:
    total = sum(learned.get(feature, 0.0) for feature in features)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
