"""Totals of a war or a campaign, grouped by the country they are about."""

from collections import defaultdict
from collections.abc import Sequence

from tollbook.linking.cluster import Group
from tollbook.linking.evidence import Evidence


def group_background(told: Sequence[Evidence]) -> list[Group]:
    """Group totals that name the same countries; the others stay with their report.

    This does not ask whether two totals cover the same years: they are shown, not added.
    """
    groups: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for evidence in told:
        groups[tuple(sorted(evidence.broad_places)) or (evidence.document_id,)].append(evidence)
    return [Group(members=members) for members in groups.values()]
