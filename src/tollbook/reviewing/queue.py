"""What to look at next: a reviewer's time goes first where the reading is least sure."""

import math
from collections.abc import Iterable

from tollbook.claim import Claim, TollClaim


def most_doubtful_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Put the claims that are least probable to be read right first.

    Nothing is judged or left out here: the same claims come back, in another order.

    Args:
        claims: any claims, of any reports.

    Returns:
        Toll claims by `confidence.whole`, the lowest first. Then the claims of which nobody
        says how sure they are: those a person wrote, and who did it, what broke, who reacted.
        Equals stand as they were given.

    Example:
        >>> most_doubtful_first([])
        ()
    """
    return tuple(sorted(claims, key=_sureness))


def _sureness(claim: Claim) -> float:
    if not isinstance(claim, TollClaim) or claim.confidence is None:
        return math.inf
    return claim.confidence.whole
