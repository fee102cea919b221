"""Which words of a text name places, people and bodies: a small learned tagger.

An averaged perceptron that reads left to right. Its weights are shipped; `scripts/place_tagger.py`
makes them and says from what.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, chain
from operator import add
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tollbook.locating.lookup import Lookup
from tollbook.locating.name_features import Sight, look
from tollbook.locating.tokens import Token, tokenise

OUTSIDE: Final = "O"
KINDS: Final = ("place", "site", "people", "person", "body")
TAGS: Final = (OUTSIDE, *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
_OUTSIDE_AT: Final = 0


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sight speaks for each tag: a row of `table` by the number of the sight.

    table: int16 array, shape (sights, tags); the last row is that of a sight never seen, all 0.
    after: what the two tags before speak for each tag, by the one before and the one before it.
    small: words that are written small wherever not all is in capitals.
    """

    numbers: Mapping[str, int]
    table: NDArray[np.int16]
    after: Sequence[Sequence[Sequence[int]]]
    small: Set[str]


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
    weights = shipped()
    tags, margins = decode(look(tokens, gazetteer, weights.small), weights)
    found = (trimmed(tokens, run) for run in _spans(tags, margins))
    return tokens, tuple(run for run in found if run is not None)


def trimmed(tokens: Sequence[Token], run: Tagged) -> Tagged | None:
    """Take off what opens or closes no name: a hyphen, a small word; None where it is all."""
    start, end = run.start, run.end
    if tokens[start].is_capitalised and tokens[end - 1].is_capitalised:
        return run
    while start < end and not tokens[start].is_capitalised:
        start += 1
    while end > start and not tokens[end - 1].is_capitalised:
        end -= 1
    return replace(run, start=start, end=end) if start < end else None


def decode(sight: Sight, weights: Weights) -> tuple[list[int], list[float]]:
    """Give each token the tag that its features and the tag before speak for most.

    Returns:
        The tags as places in `TAGS`, and by how much each was preferred to none.
    """
    tags = [_OUTSIDE_AT] * len(sight.tokens)
    margins = [0.0] * len(sight.tokens)
    opened = [at for at, is_open in enumerate(sight.is_open) if is_open]
    before, further, last = _OUTSIDE_AT, _OUTSIDE_AT, -1
    for at, said in zip(opened, _said(sight, opened, weights), strict=True):
        if last != at - 1:
            before, further = _OUTSIDE_AT, before if last == at - 2 else _OUTSIDE_AT
        scores = list(map(add, said, weights.after[before][further]))
        word = weights.numbers.get(f"t={before},w={sight.tokens[at].lower}")
        if word is not None:
            scores = list(map(add, scores, weights.table[word].tolist()))
        best = _best(scores, before)
        tags[at], margins[at] = best, scores[best] - scores[_OUTSIDE_AT]
        before, further, last = best, before, at
    return tags, margins


def _said(sight: Sight, opened: Sequence[int], weights: Weights) -> list[list[int]]:
    """What the features of each open token speak for each tag, before any history."""
    if not opened:
        return []
    find, unseen = weights.numbers.get, len(weights.table) - 1
    rows = [[find(one, unseen) for one in sight.sights[at]] for at in opened]
    starts = list(accumulate((len(row) for row in rows[:-1]), initial=0))
    every = np.fromiter(chain.from_iterable(rows), dtype=np.intp)
    summed: list[list[int]] = np.add.reduceat(
        weights.table[every], starts, axis=0, dtype=np.int32
    ).tolist()
    return summed


def _best(scores: Sequence[int], before: int) -> int:
    best = scores.index(max(scores))
    if best % 2 or best in (_OUTSIDE_AT, before, before + 1):
        return best
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
    source = files("tollbook") / "data" / "place_tagger.npz"
    with source.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        sights = kept["sights"].tobytes().decode().split("\n")
        table: NDArray[np.int16] = kept["weights"]
        small = frozenset(kept["small"].tobytes().decode().split())
    unseen = np.zeros((1, len(TAGS)), dtype=np.int16)
    numbers = dict(zip(sights, range(len(sights)), strict=True))
    table = np.concatenate((table, unseen))
    return Weights(numbers=numbers, table=table, after=_after(numbers, table), small=small)


def _after(numbers: Mapping[str, int], table: NDArray[np.int16]) -> list[list[list[int]]]:
    tags = range(len(TAGS))
    find, unseen = numbers.get, len(table) - 1
    return [
        [
            (
                table[find(f"t={before}", unseen)].astype(int)
                + table[find(f"t={before},{further}", unseen)]
            ).tolist()
            for further in tags
        ]
        for before in tags
    ]
