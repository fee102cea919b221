"""An account that sums up two attacks: "23 killed in two towns", of 12 in one and 11 in the other.

It is the incident of neither. Joined with one it would count the other's dead twice; joined with
both it would make them one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from tollbook.incident import Judgement, Link
from tollbook.linking.evidence import Evidence


def find_parents(told: Mapping[str, Evidence], edges: Iterable[Link]) -> dict[str, frozenset[str]]:
    """Find the accounts that sum up two others which they are taken for.

    An account is the sum of two others where it names the places of both, they share none, and its
    killed are exactly theirs together.

    Args:
        told: the evidence by account id.
        edges: what `compare` says of pairs; only those judged positive lead to a sum.

    Returns:
        By the id of each such account those it sums up.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.judgement is Judgement.POSITIVE:
            near[edge.account_id].add(edge.to_account_id)
            near[edge.to_account_id].add(edge.account_id)
    parents: dict[str, frozenset[str]] = {}
    for account_id in sorted(near):
        parts = _parts(told[account_id], [told[other] for other in sorted(near[account_id])])
        if parts:
            parents[account_id] = parts
    return parents


def _parts(whole: Evidence, others: Iterable[Evidence]) -> frozenset[str]:
    dead = _killed(whole)
    if dead is None:
        return frozenset()
    smaller = [one for one in others if 0 < (_killed(one) or 0) < dead]
    return frozenset(
        one.account_id
        for pair in combinations(smaller, 2)
        if _sums_up(whole, *pair)
        for one in pair
    )


def _sums_up(whole: Evidence, one: Evidence, other: Evidence) -> bool:
    dead = _killed(whole), (_killed(one) or 0) + (_killed(other) or 0)
    here, there = one.places & whole.places, other.places & whole.places
    return dead[0] == dead[1] and bool(here and there) and not one.places & other.places


def _killed(evidence: Evidence) -> int | None:
    """The number of killed that it tells first, where that is exact."""
    told = next((one for one in evidence.first_figures if one.harm == "killed"), None)
    return told.stated if told is not None and told.low == told.high == told.stated else None
