"""Everything said about one harm to one group, sorted by what it can tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tollbook.claim import BACKGROUND, Form, Group, Harm, Stance, TollClaim
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.totals import add_up
from tollbook.toll import SetAside

_COMBINED = frozenset({Harm.KILLED, Harm.INJURED})
# Who is surely among whom. Attackers are left out of "people": most totals leave them out.
WITHIN: Mapping[Group, frozenset[Group]] = {
    Group.PEOPLE: frozenset(Group) - {Group.PEOPLE, Group.ATTACKER},
    Group.CIVILIAN: frozenset(
        {Group.CHILD, Group.WOMAN, Group.AID_WORKER, Group.MEDIC, Group.JOURNALIST}
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """What is said about one harm to one group.

    `figures` count the whole group. `floors` count a part of it, which the whole can hardly
    be smaller than. `combined` and `combined_floors` count the killed and the injured
    together. `attackers` are counted beside the people harmed. `set_aside` are the claims
    of this harm that can tell nothing here.
    """

    harm: Harm
    group: Group
    figures: tuple[Statement, ...]
    floors: tuple[Statement, ...] = ()
    combined: tuple[Statement, ...] = ()
    combined_floors: tuple[Statement, ...] = ()
    attackers: tuple[Statement, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that bears on the number, each statement once."""
        return (*self.figures, *self.floors, *self.combined, *self.combined_floors)


def groups_of(statements: Iterable[Statement], harm: Harm) -> tuple[Group, ...]:
    """List the groups a harm can be told for: everyone first, where anything adds up to it."""
    told = [statement for statement in statements if statement.harm is harm]
    present = {statement.group for statement in told}
    if Group.PEOPLE not in present and add_up(told):
        present.add(Group.PEOPLE)
    return tuple(group for group in Group if group in present)


def hear(statements: Sequence[Statement], harm: Harm, group: Group) -> Testimony:
    """Sort what bears on one harm to one group.

    Returns:
        The testimony, without the claims set aside before any statement was made.
    """
    told = [statement for statement in statements if statement.harm is harm]
    figures, floors = _figures_and_floors(told, group)
    combined: tuple[Statement, ...] = ()
    combined_floors: tuple[Statement, ...] = ()
    both = [each for each in statements if each.harm is Harm.KILLED_OR_INJURED]
    if harm in _COMBINED and both:
        combined, combined_floors = _figures_and_floors(both, group)
    attackers = [each for each in told if each.group is Group.ATTACKER and not each.is_part]
    used = {
        claim_id
        for each in (*figures, *floors, *combined, *combined_floors)
        for claim_id in each.claim_ids
    }
    relevant = [*told, *both] if harm in _COMBINED else told
    return Testimony(
        harm=harm,
        group=group,
        figures=figures,
        floors=floors,
        combined=combined,
        combined_floors=combined_floors,
        attackers=tuple(attackers) if group is Group.PEOPLE else (),
        set_aside=tuple(
            SetAside(claim_id=claim_id, reason=_why_not(each, group))
            for each in relevant
            for claim_id in each.claim_ids
            if claim_id not in used
        ),
    )


def unusable(claim: TollClaim, claims: Sequence[TollClaim]) -> str | None:
    """Say why a claim can tell nothing about an incident's toll, if so."""
    if claim.incident == BACKGROUND:
        return "background: a total of a war, a year or a campaign, not of this incident"
    if claim.attribution.stance is Stance.DENIED:
        return "denied: the source says that it is not so"
    if claim.count.is_additional and _is_on_top(claim, claims):
        return "people on top of a figure given elsewhere, not a figure of its own"
    return None


def _is_on_top(claim: TollClaim, claims: Sequence[TollClaim]) -> bool:
    """Tell "12 more died" after a figure from "3 died and 12 more were injured"."""
    return any(
        other.harm is claim.harm
        and other.imprint.document_id == claim.imprint.document_id
        and not other.count.is_additional
        for other in claims
    )


def _figures_and_floors(
    told: Sequence[Statement], group: Group
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    own = [each for each in told if each.group is group]
    wholes = tuple(each for each in own if not _is_part(each, own) and not _is_own_zero(each, told))
    parts = [each for each in own if _is_part(each, own)]
    within = [each for each in told if each.group in WITHIN.get(group, frozenset())]
    if group is Group.PEOPLE and not wholes:
        wholes = add_up(told)
        added = {claim_id for each in wholes for claim_id in each.claim_ids}
        within = [each for each in within if not added.issuperset(each.claim_ids)]
    # Nobody of a part harmed says nothing of the whole.
    floors = tuple(each for each in (*parts, *within) if each.count.low > 0)
    return wholes, floors


def _is_own_zero(statement: Statement, told: Sequence[Statement]) -> bool:
    """Tell "we lost no men", which a party says of itself, from "nobody was hurt".

    Only where somebody is counted: else there is nothing it could be set against.
    """
    is_boast = statement.is_by_party and statement.count.high == 0
    return is_boast and any(each.count.low > 0 for each in told)


def _is_part(statement: Statement, own: Sequence[Statement]) -> bool:
    """Tell a part of this group ("81 identified") from a group that is a part ("10 civilians")."""
    if _is_one_of_many(statement, own):
        return True
    if not statement.is_part:
        return False
    if statement.group is Group.PEOPLE:
        return True
    return any(
        not other.is_part
        and other.voice.key == statement.voice.key
        and other.count.low > statement.count.low
        for other in own
    )


def _is_one_of_many(statement: Statement, own: Sequence[Statement]) -> bool:
    """Tell a single person from a toll of one: the same report counts more people.

    "A teacher was shot" beside "nine people were killed" names one of the nine.
    """
    return statement.count.form is Form.ONE and any(
        other.count.form is not Form.ONE
        and other.count.low > statement.count.low
        and other.documents & statement.documents
        for other in own
    )


def _why_not(statement: Statement, group: Group) -> str:
    words = statement.group.replace("_", " ")
    if statement.count.low == 0 and statement.group in WITHIN.get(group, frozenset()):
        return f"no {words} harmed: says nothing of the others"
    if statement.group is group and statement.is_by_party and not statement.is_part:
        return "a party says that it lost nobody: says nothing of the others"
    if statement.group is group:
        return "nobody of a part harmed: says nothing of the whole"
    if group is Group.PEOPLE:
        return f"counts {words} only: other figures count everyone, most leave these out"
    return f"counts {words}, not {group.replace('_', ' ')}"
