"""How well a sorting into clusters agrees with another: B-cubed and pairs."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Precision and recall, each in [0, 1], and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable]) -> Agreement:
    """Score every thing by how much of its own cluster is with it, and how much else.

    Args:
        gold: the cluster of each thing, as people have it.
        ours: likewise, for at least the same things.

    References:
        Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", 1998.

    Example:
        >>> b_cubed({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 3}).recall.__round__(3)
        0.667
    """
    theirs, mine = _members(gold), _members({name: ours[name] for name in gold})
    shared = {name: len(theirs[gold[name]] & mine[ours[name]]) for name in gold}
    return Agreement(
        precision=_mean(shared[name] / len(mine[ours[name]]) for name in gold),
        recall=_mean(shared[name] / len(theirs[gold[name]]) for name in gold),
    )


def pairwise(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable]) -> Agreement:
    """Score the pairs that stand together.

    Example:
        >>> pairwise({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1}).precision.__round__(3)
        0.333
    """
    theirs = sum(map(_pairs, Counter(gold.values()).values()))
    mine = sum(map(_pairs, Counter(ours[name] for name in gold).values()))
    both = sum(map(_pairs, Counter((gold[name], ours[name]) for name in gold).values()))
    return Agreement(
        precision=both / mine if mine else 0.0, recall=both / theirs if theirs else 0.0
    )


def parts_per_cluster(gold: Mapping[str, Hashable], ours: Mapping[str, Hashable]) -> float:
    """Into how many of our clusters one of theirs falls, of those with several members.

    Example:
        >>> parts_per_cluster({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 3})
        2.0
    """
    several = [names for names in _members(gold).values() if len(names) > 1]
    return _mean(len({ours[name] for name in names}) for names in several)


def _members(cluster_of: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    members: dict[Hashable, set[str]] = defaultdict(set)
    for name, cluster in cluster_of.items():
        members[cluster].add(name)
    return members


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0
