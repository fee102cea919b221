"""Totals of a war or a campaign, grouped by the country they are about."""

from collections import defaultdict
from collections.abc import Sequence

from tollbook.linking.cluster import Group
from tollbook.linking.evidence import Evidence


def group_background(told: Sequence[Evidence]) -> list[Group]:
    """Group totals of the same countries, or of the same places and days.

    The others stay with their report. Whether two totals of a war cover the same years is not
    asked: they are shown, not added.
    """
    groups: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for evidence in told:
        groups[_theme(evidence)].append(evidence)
    return [Group(members=members) for members in groups.values()]


def _theme(evidence: Evidence) -> tuple[str, ...]:
    days = evidence.account.days
    if evidence.broad_places:
        return tuple(sorted(evidence.broad_places))
    if evidence.places and days is not None:
        return (days.first.isoformat(), days.last.isoformat(), *sorted(evidence.places))
    return (evidence.document_id,)
