"""Which words of a text name places, people and bodies: a small learned tagger.

An averaged perceptron that reads left to right. Its weights are shipped; `scripts/place_tagger.py`
makes them and says from what.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from tollbook.locating.lookup import Lookup
from tollbook.locating.name_features import Sight, look
from tollbook.locating.tokens import Token, tokenise

OUTSIDE: Final = "O"
KINDS: Final = ("place", "site", "people", "person", "body")
TAGS: Final = (OUTSIDE, *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
_OUTSIDE_AT: Final = 0

Weights = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A run of tokens under one kind of `KINDS`; `margin` is how clearly its first word is it."""

    start: int
    end: int
    kind: str
    margin: float = 0.0


def tag(text: str, gazetteer: Lookup) -> tuple[Sequence[Token], tuple[Tagged, ...]]:
    """Find the names in a text.

    Returns:
        The tokens, and the names as stretches of them.
    """
    tokens = tokenise(text)
    tags, margins = decode(look(tokens, gazetteer), shipped())
    return tokens, tuple(_spans(tags, margins))


def decode(sight: Sight, weights: Weights) -> tuple[list[int], list[float]]:
    """Give each token the tag that its features and the tag before speak for most."""
    tags: list[int] = []
    margins: list[float] = []
    before, further = _OUTSIDE_AT, _OUTSIDE_AT
    for is_open, sights, token in zip(sight.is_open, sight.sights, sight.tokens, strict=True):
        if is_open:
            scores = score(sights, before, further, token.lower, weights)
            best = _best(scores, before)
            margins.append(scores[best] - scores[_OUTSIDE_AT])
        else:
            best = _OUTSIDE_AT
            margins.append(0.0)
        tags.append(best)
        before, further = best, before
    return tags, margins


def score(
    sights: Sequence[str], before: int, further: int, word: str, weights: Weights
) -> list[float]:
    """Add up what speaks for each tag."""
    scores = [0.0] * len(TAGS)
    find = weights.get
    for sight in (*sights, f"t={before}", f"t={before},{further}", f"t={before},w={word}"):
        found = find(sight)
        if found is not None:
            for at, weight in found:
                scores[at] += weight
    return scores


def _best(scores: Sequence[float], before: int) -> int:
    best = _OUTSIDE_AT
    for at in range(1, len(scores)):
        # "I" continues only what stands before it: tags are paired, B odd and I even.
        if scores[at] > scores[best] and (at % 2 or before in (at, at - 1)):
            best = at
    return best


def _spans(tags: Sequence[int], margins: Sequence[float]) -> list[Tagged]:
    spans: list[Tagged] = []
    start = -1
    for at in range(len(tags) + 1):
        here = tags[at] if at < len(tags) else _OUTSIDE_AT
        if start >= 0 and (here == _OUTSIDE_AT or here % 2):
            kind = KINDS[(tags[start] - 1) // 2]
            spans.append(Tagged(start, at, kind, margins[start]))
            start = -1
        if here % 2:
            start = at
    return spans


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """Read the weights once."""
    source = files("tollbook") / "data" / "place_tagger.json.gz"
    table = json.loads(gzip.decompress(source.read_bytes()))
    return {
        sight: [(row[i], row[i + 1]) for i in range(0, len(row), 2)]
        for sight, row in table["weights"].items()
    }
