"""Joining accounts into groups: what people ruled first, then the most certain pair first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil

from tollbook.incident import Judgement, Link
from tollbook.linking.compare import compare, printed_first
from tollbook.linking.evidence import Evidence
from tollbook.linking.parents import find_parents

# What one pair can say for or against joining two groups, in log-odds: a reprint must not outweigh
# all else, nor one report read wrongly keep two groups apart.
MOST_OF_A_PAIR = 6.0
# The share of the pairs across two groups that is asked, those that speak most for one incident: a
# bulletin that names a quarter has little in common with those that name the city only.
SHARE_ASKED = 0.6

# What a person rules has no odds; it is written as surer than any score can be.
RULED = 99.0

PairOfIds = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Accounts held to tell of one incident.

    `account_ids` stand in order of print: the first is the id of the incident. `links` form a
    tree over them; `doubts` are pairs with accounts of other groups, which may be the same
    incident. `part_of` is the id of the group that sums this one up.
    """

    account_ids: tuple[str, ...]
    links: tuple[Link, ...] = ()
    doubts: tuple[Link, ...] = ()
    part_of: str | None = None

    @property
    def id(self) -> str:
        """The id of the incident that these accounts make."""
        return self.account_ids[0]


def cluster(
    evidence: Iterable[Evidence],
    edges: Iterable[Link],
    *,
    together: Mapping[PairOfIds, str] | None = None,
    apart: Mapping[PairOfIds, str] | None = None,
) -> tuple[Group, ...]:
    """Join accounts into groups.

    What people ruled comes first and wins over every score, also for two accounts of one report.
    Then two groups become one, the most certain pair first, where that pair is judged positive,
    the mean of most pairs across them speaks for it, no report would stand in the group twice, and
    nobody ruled them apart. What reports are mainly about is settled before what they tell besides.

    What becomes of an account depends on the accounts it is connected with by pairs that are not
    judged negative, and on nothing else: a neighbourhood clustered by itself comes out as it does
    within the whole.

    Args:
        evidence: of every account, each once, in any order.
        edges: what `compare` says of the pairs that were compared.
        together: pairs of account ids that people ruled one incident, with the decision's id.
        apart: pairs that people ruled two, likewise.

    Returns:
        Groups in which each account stands once, in order of their ids.

    Example:
        >>> cluster([], [])
        ()
    """
    told = sorted(evidence, key=lambda one: one.account_id)
    known = {one.account_id for one in told}
    ruled = {pair: by for pair, by in (together or {}).items() if pair <= known}
    kept_apart = {pair: by for pair, by in (apart or {}).items() if pair <= known}
    inside = [edge for edge in edges if {edge.account_id, edge.to_account_id} <= known]
    forest = _Forest(told, inside, kept_apart)
    for link in sorted(map(_ruling, ruled, ruled.values()), key=_surest_first):
        forest.join(link)
    for edge in sorted(inside, key=forest.main_first):
        if edge.judgement is Judgement.POSITIVE:
            forest.try_joining(edge)
    return forest.groups(inside)


def _ruling(pair: PairOfIds, decision_id: str) -> Link:
    first, second = sorted(pair)
    return Link(
        account_id=second,
        to_account_id=first,
        log_odds=RULED,
        because=("a person ruled them one incident",),
        decision_id=decision_id,
    )


def _surest_first(link: Link) -> tuple[float, list[str]]:
    return -link.log_odds, sorted((link.account_id, link.to_account_id))


class _Forest:
    def __init__(
        self, told: Sequence[Evidence], edges: Sequence[Link], apart: Mapping[PairOfIds, str]
    ) -> None:
        self._told = {one.account_id: one for one in told}
        self._apart = apart
        self._group_of = {one.account_id: number for number, one in enumerate(told)}
        self._members = {number: [one.account_id] for number, one in enumerate(told)}
        self._links: dict[int, list[Link]] = {number: [] for number in self._members}
        self._scores = {frozenset((e.account_id, e.to_account_id)): e.log_odds for e in edges}
        self._parents = find_parents(self._told, edges)
        for parent, parts in self._parents.items():
            self._scores.update({frozenset((parent, part)): -MOST_OF_A_PAIR for part in parts})

    def main_first(self, edge: Link) -> tuple[bool, float, list[str]]:
        """Order edges: between what two reports are mainly about, then the surest."""
        ends = self._told[edge.account_id], self._told[edge.to_account_id]
        return not all(end.is_main for end in ends), *_surest_first(edge)

    def join(self, link: Link) -> None:
        keep, give = self._sides(link)
        if keep == give:
            return
        if len(self._members[give]) > len(self._members[keep]):
            keep, give = give, keep
        given = self._members.pop(give)
        for account_id in given:
            self._group_of[account_id] = keep
        self._members[keep].extend(given)
        self._links[keep].extend((*self._links.pop(give), link))

    def try_joining(self, link: Link) -> None:
        keep, give = self._sides(link)
        if keep == give or self._is_part(link):
            return
        if self._may_join(self._members[keep], self._members[give]):
            self.join(link)

    def _is_part(self, link: Link) -> bool:
        """Whether one of the two sums the other up."""
        parts = self._parents.get
        return link.account_id in parts(link.to_account_id, ()) or link.to_account_id in parts(
            link.account_id, ()
        )

    def _sides(self, link: Link) -> tuple[int, int]:
        return self._group_of[link.to_account_id], self._group_of[link.account_id]

    def _may_join(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        reports = {self._told[account_id].document_id for account_id in ours}
        if any(self._told[account_id].document_id in reports for account_id in theirs):
            return False
        if self._apart and any(frozenset(pair) in self._apart for pair in product(ours, theirs)):
            return False
        scores = [self._score(one, other) for one, other in product(ours, theirs)]
        best = sorted(scores, reverse=True)[: ceil(SHARE_ASKED * len(scores))]
        return sum(max(-MOST_OF_A_PAIR, min(MOST_OF_A_PAIR, score)) for score in best) > 0

    def _score(self, one: str, other: str) -> float:
        """What speaks for a pair; one that shares no block is weighed once it is asked for."""
        pair = frozenset((one, other))
        if pair not in self._scores:
            self._scores[pair] = compare(self._told[one], self._told[other]).log_odds
        return self._scores[pair]

    def groups(self, edges: Sequence[Link]) -> tuple[Group, ...]:
        doubts: dict[int, list[Link]] = defaultdict(list)
        for edge in edges:
            ours, theirs = self._sides(edge)
            if edge.judgement is Judgement.NEGATIVE or ours == theirs or self._is_part(edge):
                continue
            ruled = self._apart.get(frozenset((edge.account_id, edge.to_account_id)))
            if ruled is None:
                doubt = replace(edge, judgement=Judgement.UNSURE)
                doubts[ours].append(doubt)
                doubts[theirs].append(doubt)
        whole = self._wholes()
        groups = (
            Group(
                account_ids=tuple(sorted(members, key=self._print_order)),
                links=tuple(sorted(self._links[number], key=_surest_first)),
                doubts=tuple(sorted(doubts[number], key=_surest_first)),
                part_of=whole.get(number),
            )
            for number, members in self._members.items()
        )
        return tuple(sorted(groups, key=lambda group: group.id))

    def _wholes(self) -> dict[int, str]:
        """By the number of a group the id of that which sums it up; nothing sums up its whole."""
        wholes: dict[int, str] = {}
        for parent, parts in sorted(self._parents.items()):
            summing = self._group_of[parent]
            for part in sorted(parts):
                group = self._group_of[part]
                if group != summing and summing not in wholes and group not in wholes:
                    wholes[group] = min(self._members[summing], key=self._print_order)
        return wholes

    def _print_order(self, account_id: str) -> tuple[bool, str, str]:
        return printed_first(self._told[account_id])
