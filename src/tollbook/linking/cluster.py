"""Joining pairs into groups, the most certain first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tollbook.incident import Link
from tollbook.linking.compare import Pair
from tollbook.linking.evidence import Evidence

# A pair below this is so unlike that no third account may bring the two together: a town hit
# twice in one month would else become one incident through an undated report, and two towns
# bombed on one day through a report that tells of both. In log-odds.
VETO = -3.0


@dataclass(slots=True, kw_only=True)
class Group:
    """Accounts held to tell of one incident, and the links that hold them together."""

    members: list[Evidence]
    links: list[Link] = field(default_factory=list)


def join(told: Sequence[Evidence], pairs: Sequence[Pair]) -> list[Group]:
    """Join accounts, the most certain pair first.

    Two groups become one where a pair across them has odds better than even, the mean of all
    pairs compared across them has too, none of these is below `VETO`, and no report would
    stand in the group twice.

    Returns:
        Groups in which each of `told` stands once; links form a tree over each group.
    """
    forest = _Forest(told, pairs)
    for pair in sorted(pairs, key=_most_certain_first):
        if pair.log_odds > 0:
            forest.try_joining(pair)
    return forest.groups()


def _most_certain_first(pair: Pair) -> tuple[float, str, str]:
    first, second = sorted((pair.left.account.id, pair.right.account.id))
    return -pair.log_odds, first, second


class _Forest:
    def __init__(self, told: Sequence[Evidence], pairs: Sequence[Pair]) -> None:
        self._group_of = {evidence.account.id: number for number, evidence in enumerate(told)}
        self._groups = {number: Group(members=[evidence]) for number, evidence in enumerate(told)}
        self._scores: dict[str, dict[str, float]] = defaultdict(dict)
        for pair in pairs:
            left, right = pair.left.account.id, pair.right.account.id
            self._scores[left][right] = self._scores[right][left] = pair.log_odds

    def try_joining(self, pair: Pair) -> None:
        keep = self._group_of[pair.left.account.id]
        give = self._group_of[pair.right.account.id]
        if keep == give or not self._may_join(self._groups[keep], self._groups[give]):
            return
        if len(self._groups[give].members) > len(self._groups[keep].members):
            keep, give = give, keep
        given = self._groups.pop(give)
        for evidence in given.members:
            self._group_of[evidence.account.id] = keep
        self._groups[keep].members.extend(given.members)
        self._groups[keep].links.extend((*given.links, pair.link()))

    def _may_join(self, ours: Group, theirs: Group) -> bool:
        reports = {evidence.document_id for evidence in ours.members}
        if any(evidence.document_id in reports for evidence in theirs.members):
            return False
        small, large = sorted((ours, theirs), key=lambda group: len(group.members))
        across = self._across(small, {evidence.account.id for evidence in large.members})
        return min(across) > VETO and sum(across) > 0

    def _across(self, group: Group, other_ids: set[str]) -> list[float]:
        return [
            score
            for evidence in group.members
            for other, score in self._scores[evidence.account.id].items()
            if other in other_ids
        ]

    def groups(self) -> list[Group]:
        return list(self._groups.values())
