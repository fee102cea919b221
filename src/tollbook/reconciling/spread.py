"""The range that covers everything the claims say."""

from collections.abc import Collection

from tollbook.claim import Count, TollClaim
from tollbook.errors import MixedClaims, NoUsableClaims
from tollbook.reconciling.updates import publication_order
from tollbook.toll import Spread


def spread(claims: Collection[TollClaim]) -> Spread:
    """Find the range that covers everything the claims say.

    No claim is trusted over another here; weighing them is `reconcile`'s job. Repeating a
    claim changes nothing, so a wire story printed ten times counts once.

    Args:
        claims: claims about one incident that count the same people: one harm, one group.
            Any order.

    Returns:
        Whole persons, both ends included: `low` is the smallest floor stated, `high` the
        largest number stated ("at least 20" lifts it to 20, no further). Names every
        claim given.

    Raises:
        MixedClaims: the claims differ in harm or in group.
        NoUsableClaims: there are no claims.

    References:
        Publishing a range where sources disagree: Every Casualty Counts, "Rules that
        casualty recorders apply to assigning status".

    Example:
        >>> from tollbook.testing import claim
        >>> found = spread([claim("12"), claim("15"), claim("at least 20")])
        >>> found.low, found.high
        (12, 20)
    """
    counted = sorted({f"{claim.harm}/{claim.group}" for claim in claims})
    if len(counted) > 1:
        raise MixedClaims(
            f"cannot pool claims that count different people: {' and '.join(counted)}; "
            "give those of one harm and one group"
        )
    ordered = sorted(claims, key=publication_order)
    return cover(
        [claim.count for claim in ordered], tuple(dict.fromkeys(claim.id for claim in ordered))
    )


def cover(counts: Collection[Count], claim_ids: tuple[str, ...]) -> Spread:
    """Cover several counts of the same people.

    Raises:
        NoUsableClaims: there are no counts.
    """
    if not counts:
        raise NoUsableClaims("there is no claim to cover; an empty answer is never a zero")
    return Spread(
        low=min(count.low for count in counts),
        high=max(count.low if count.high is None else count.high for count in counts),
        is_open=any(count.high is None for count in counts),
        claim_ids=claim_ids,
    )
