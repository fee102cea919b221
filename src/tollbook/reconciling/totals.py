"""How many in all, where nobody says so: the sum of the groups.

Only where no source counts everyone. The groups that exclude each other are added within one
report ("five soldiers, three civilians and two attackers": 10). Where one report tells of more
groups than another, the shorter sum is left out: it counts a part. Where no report tells of all
the groups, one sum is made across reports, without what a party says it did to its enemy: the
"200 terrorists" of an army and the 35 civilians of the residents may be the same people.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tollbook.claim import Count, Form, Group
from tollbook.reconciling.origins import Origin
from tollbook.reconciling.sources import SourceClass
from tollbook.reconciling.statements import Statement, mark_replaced
from tollbook.reconciling.updates import is_older, published_order


def add_up(told: Collection[Statement]) -> tuple[Statement, ...]:
    """Add the groups up, voice by voice.

    Args:
        told: statements about one harm. Those that count everyone, or a part of a group,
            are no addends.

    Returns:
        Totals of people; none where nobody of any group was harmed.
    """
    addends = [each for each in told if each.group is not Group.PEOPLE and not each.is_part]
    by_voice: dict[Origin, list[Statement]] = {}
    for each in addends:
        by_voice.setdefault(each.voice, []).append(each)
    sums = [_disjoint(said) for said in by_voice.values()]
    everyone = {group for parts in sums for group in parts}
    complete = [parts for parts in sums if parts.keys() == everyone]
    if not complete and everyone:
        complete = [_disjoint([each for each in addends if not _is_boast(each)] or addends)]
    harmed = [[part for part in parts.values() if part.count.high != 0] for parts in complete]
    totals = [_total(parts) for parts in harmed if parts]
    return mark_replaced(total for total in totals if total.count.low > 0)


def _is_boast(statement: Statement) -> bool:
    return statement.source_class in (SourceClass.ENEMY, SourceClass.PERPETRATOR)


def _disjoint(said: Collection[Statement]) -> dict[Group, Statement]:
    """Pick one figure for each group, and of groups that overlap the one to add."""
    parts: dict[Group, Statement] = {}
    for each in said:
        known = parts.get(each.group)
        if not each.is_replaced and (known is None or is_older(known.moment, each.moment)):
            parts[each.group] = each
    if Group.CIVILIAN in parts:
        for group in (Group.CHILD, Group.WOMAN):
            parts.pop(group, None)
    if Group.ARMED_GROUP in parts and Group.ATTACKER in parts:
        smaller = min(Group.ARMED_GROUP, Group.ATTACKER, key=lambda group: parts[group].count.low)
        parts.pop(smaller)
    return parts


def _total(parts: Sequence[Statement]) -> Statement:
    if len(parts) == 1:
        return replace(parts[0], group=Group.PEOPLE)
    voices = {part.voice for part in parts}
    together = Origin(
        key=("sum", *sorted(str(voice.key) for voice in voices)),
        name=" and ".join(sorted(voice.name for voice in voices)),
    )
    parties = [part.source_class for part in parts if part.is_by_party]
    return replace(
        max(parts, key=lambda part: published_order(part.moment)),
        voice=voices.pop() if len(voices) == 1 else together,
        group=Group.PEOPLE,
        count=_sum([part.count for part in parts]),
        source_class=parties[0] if parties else parts[0].source_class,
        is_hedged=any(part.is_hedged for part in parts),
        claim_ids=tuple(claim_id for part in parts for claim_id in part.claim_ids),
        documents=frozenset().union(*(part.documents for part in parts)),
        added=tuple(part.count.words.text for part in parts),
    )


def _sum(counts: Sequence[Count]) -> Count:
    low = sum(count.low for count in counts)
    highs = [count.high for count in counts if count.high is not None]
    high = sum(highs) if len(highs) == len(counts) else None
    form = Form.RANGE
    if high is None:
        form = Form.AT_LEAST
    elif high == low:
        form = Form.EXACT
    return Count(
        low=low,
        high=high,
        words=counts[0].words,
        form=form,
        stated=None if form is Form.RANGE else low,
    )
