"""Signatures by which texts that share most of their runs of words meet.

MinHash (Broder 1997): for each of many orders of all hashes, the first of a text's own. Two
texts agree in an order as often as they share runs (Jaccard). Computed by rensa where it is
installed, else by numpy: as good, but not the same numbers, so a signature says who made it.
"""

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

ORDERS: Final = 60
"""How many orders a signature has: twenty bands of three."""

Hashes = npt.NDArray[np.uint64]
_SEED: Final = 1997
_NOTHING: Final = 2**32 - 1


def signature(hashes: Hashes) -> tuple[str, tuple[int, ...]]:
    """Give who made it and the signature of a set of hashes.

    Args:
        hashes: one for each distinct run, well mixed; shape (n_runs,).

    Returns:
        "rensa" or "numpy", and `ORDERS` numbers below 2**32; 2**32 - 1 throughout for an empty
        set.
    """
    try:
        return "rensa", by_rensa(hashes)
    except ImportError:
        return "numpy", by_numpy(hashes)


def by_rensa(hashes: Hashes) -> tuple[int, ...]:
    """Compute a signature with rensa.

    Raises:
        ImportError: it is not installed.
    """
    from rensa import RMinHash

    if len(hashes) == 0:
        return (_NOTHING,) * ORDERS
    made = RMinHash.digest_matrix_from_flat_token_hashes(hashes, [0, len(hashes)], ORDERS, _SEED)
    return tuple(made.to_rows()[0])


def by_numpy(hashes: Hashes) -> tuple[int, ...]:
    """Compute a signature with numpy alone."""
    if len(hashes) == 0:
        return (_NOTHING,) * ORDERS
    factors, terms = _orders()
    ranked = (hashes[:, None] * factors + terms) >> np.uint64(32)
    return tuple(ranked.min(axis=0).tolist())


@cache
def _orders() -> tuple[Hashes, Hashes]:
    """Draw the orders: multiply by an odd number, add another, keep the upper half."""
    dice = np.random.default_rng(_SEED)
    drawn = dice.integers(0, 2**64, size=(2, ORDERS), dtype=np.uint64)
    return drawn[0] | np.uint64(1), drawn[1]


def agreement(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """Estimate the share of runs in common (Jaccard) from two signatures of one maker."""
    return sum(one == other for one, other in zip(left, right, strict=True)) / len(left)
