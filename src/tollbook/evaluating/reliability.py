"""Whether a probability means what it says: of things held 90 % sure, nine in ten are right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean

Sureness = tuple[float, bool]
"""How probable something was held to be, in [0, 1], and whether it was right."""

BINS = 10
KEPT = (1.0, 0.9, 0.75, 0.5)
"""Which shares of the surest are looked at: all, and what is left after abstaining on the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Everything held to be between `low` and `high` probable; both means of what is in it."""

    low: float
    high: float
    count: int
    mean_probability: float
    share_right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Surest:
    """How much is right of the surest `share` of everything."""

    share: float
    share_right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How far probabilities and what came true are apart.

    `error` is the expected calibration error: the mean distance of a bin's mean probability
    from its share right, weighted by what is in it. `brier` is the mean squared distance of
    each single probability from what came true; it also rewards knowing which are wrong.
    `surest` says what abstaining gains: how much is right of the surest part. Empty bins are
    left out.
    """

    count: int
    error: float
    brier: float
    bins: tuple[Bin, ...]
    surest: tuple[Surest, ...]


def reliability(pairs: Iterable[Sureness], bins: int = BINS) -> Reliability | None:
    """Set probabilities against what came true, in bins of equal width.

    Args:
        pairs: how probable each thing was held to be, and whether it was right.
        bins: into how many parts [0, 1] is cut; a probability on a cut counts above it, and
            1 in the last.

    Returns:
        None if there are no pairs: an empty diagram is not a perfect one.

    Raises:
        ValueError: a probability is not in [0, 1].

    References:
        Expected calibration error over equal bins: Naeini, Cooper and Hauskrecht, "Obtaining
        well calibrated probabilities using Bayesian binning", AAAI 2015.

    Example:
        >>> found = reliability([(0.9, True), (0.9, True), (0.9, False), (0.2, False)])
        >>> found.count, round(found.error, 3)
        (4, 0.225)
    """
    every = list(pairs)
    for probability, _ in every:
        if not 0 <= probability <= 1:
            raise ValueError(f"{probability} is no probability; need 0 <= probability <= 1")
    if not every:
        return None
    by_bin: dict[int, list[Sureness]] = {}
    for pair in every:
        by_bin.setdefault(min(int(pair[0] * bins), bins - 1), []).append(pair)
    filled = tuple(_bin(at, held, bins) for at, held in sorted(by_bin.items()))
    return Reliability(
        count=len(every),
        error=sum(b.count * abs(b.mean_probability - b.share_right) for b in filled) / len(every),
        brier=fmean((probability - was_right) ** 2 for probability, was_right in every),
        bins=filled,
        surest=tuple(_surest(share, every) for share in KEPT),
    )


def _surest(share: float, every: Sequence[Sureness]) -> Surest:
    """Say how much is right of the surest; of those equally sure at the cut, a fair part."""
    room = share * len(every)
    right = left = 0.0
    for _, tied in groupby(sorted(every, reverse=True), key=lambda pair: pair[0]):
        held = [was_right for _, was_right in tied]
        taken = min(len(held), room - left)
        right += taken * fmean(held)
        left += taken
        if left >= room:
            break
    return Surest(share=share, share_right=right / room)


def _bin(at: int, held: Sequence[Sureness], bins: int) -> Bin:
    return Bin(
        low=at / bins,
        high=(at + 1) / bins,
        count=len(held),
        mean_probability=fmean(probability for probability, _ in held),
        share_right=fmean(was_right for _, was_right in held),
    )
