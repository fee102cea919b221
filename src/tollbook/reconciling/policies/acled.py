"""ACLED: where reports differ or are vague, the most conservative estimate available."""

from tollbook.claim import Group, Harm
from tollbook.counting import under
from tollbook.reconciling.policies.sifting import (
    PARTY,
    REPLACED,
    VAGUE,
    Ground,
    Sifted,
    listed,
    not_recorded,
    number_high,
    ruling,
    sift,
)
from tollbook.reconciling.sources import SourceClass
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import Testimony
from tollbook.toll import Ruling

# An army's "some losses" is an admission without a number: read as three it would set the toll.
_VAGUE_BY_PARTY = Ground(
    reason="a party to the conflict names no number",
    applies=lambda each: each.is_by_party and each.is_vague,
)
# "No losses of our own" says nothing of the others: read as a toll it would be the lowest there is.
_NOBODY_BY_PARTY = Ground(
    reason="a party's word that nobody of its own was harmed is no toll",
    applies=lambda each: each.is_by_party and each.count.high == 0,
)
_DENIAL = Ground(
    reason="the authorities say that nobody was harmed, where others count",
    applies=lambda each: (
        each.source_class in (SourceClass.SECURITY, SourceClass.OFFICIAL) and each.count.high == 0
    ),
)
_UNREADABLE = Ground(
    reason="ACLED's rules give these words no number",
    applies=lambda each: under(each.count, "acled")[1] is None,
)


def rule(testimony: Testimony) -> Ruling:
    """Rule as an ACLED researcher would: one number, the lowest, disputes in the notes."""
    if testimony.harm is not Harm.KILLED or testimony.group is not Group.PEOPLE:
        return not_recorded("acled", testimony, "ACLED records fatalities only, undivided by group")
    sifted = sift(testimony, REPLACED, _VAGUE_BY_PARTY, _NOBODY_BY_PARTY, _UNREADABLE)
    sifted = sifted.drop(PARTY).drop(VAGUE).drop(_DENIAL)
    if not sifted.kept:
        return ruling("acled", sifted, (None, None, None), "no figure ACLED's rules can read")
    lowest = min(sifted.kept, key=_read)
    attackers = _attackers(testimony, sifted)
    dead = _read(lowest) + (0 if attackers is None else _read(attackers))
    beside = "" if attackers is None else f", and the attackers count too, {attackers.said}"
    return ruling(
        "acled",
        sifted,
        (dead, dead, dead),
        f"the most conservative estimate, {lowest.said}{beside}",
        [
            _dispute(sifted),
            listed("parties", [each for each in testimony.statements if each.is_by_party]),
        ],
    )


def _attackers(testimony: Testimony, sifted: Sifted) -> Statement | None:
    """Find the lowest count of dead attackers, unless the figures were added up from it."""
    inside = {claim_id for each in sifted.kept for claim_id in each.claim_ids}
    beside = [
        each
        for each in testimony.attackers
        if not inside.intersection(each.claim_ids)
        and not each.is_replaced
        and not _UNREADABLE.applies(each)
    ]
    return min(beside, key=_read, default=None)


def _dispute(sifted: Sifted) -> str:
    numbers = [_read(each) for each in sifted.kept]
    highest = max(max(numbers), *(number_high(each.count) for each in sifted.kept))
    return f"reports differ: {min(numbers)} to {highest}" if highest > min(numbers) else ""


def _read(statement: Statement) -> int:
    best = under(statement.count, "acled")[1]
    return statement.count.low if best is None else best
