"""What the sides of an incident are to each other: states, organised groups, civilians."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tollbook.actor import Role, Side
from tollbook.document import Words
from tollbook.identifying import means_rebels, means_state
from tollbook.identifying.spelling import keys_of

_GROUPS = frozenset({2, 3, 4})


class Kind(StrEnum):
    """What a side is."""

    STATE = "state"
    GROUP = "group"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


def kind_of(side: Side) -> Kind:
    """Say what a side is; a force of several states counts as a state's.

    "Soldiers" are a state's whichever it is, "insurgents" an organised group by any name;
    "gunmen" may be anybody's.
    """
    if side.actor is None:
        keys = keys_of(side.words.text)
        if means_rebels(keys) or means_rebels([f"{key}s" for key in keys]):
            return Kind.GROUP
        return Kind.STATE if means_state(keys) else Kind.UNKNOWN
    if side.actor.inter == 7:
        return Kind.CIVILIANS
    if side.actor.inter in _GROUPS or side.actor.sector in {"UAF", "REB", "CRM"}:
        return Kind.GROUP
    return Kind.STATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Camps:
    """The sides by what they did: who attacked, who bears arms on the other side, who does not."""

    attackers: tuple[Side, ...]
    fighters: tuple[Side, ...]
    armed_targets: tuple[Side, ...]
    civilians: tuple[Side, ...]

    @property
    def is_fight(self) -> bool:
        """Whether armed sides met: they fought, or an armed side was attacked.

        Where civilians were hit too, and nobody knows by whom, whose fight it was is open.
        """
        is_open = bool(self.civilians) and not any(
            kind_of(side) in {Kind.STATE, Kind.GROUP} for side in self.attackers
        )
        return len(self.fighters) > 1 or (bool(self.armed_targets) and not is_open)


def camps_of(sides: Sequence[Side]) -> Camps:
    """Sort sides by role."""
    hit = [side for side in sides if side.role is Role.WAS_ATTACKED]
    return Camps(
        attackers=tuple(side for side in sides if side.role is Role.ATTACKED),
        fighters=tuple(side for side in sides if side.role is Role.FOUGHT),
        armed_targets=tuple(side for side in hit if kind_of(side) is not Kind.CIVILIANS),
        civilians=tuple(side for side in hit if kind_of(side) is Kind.CIVILIANS),
    )


def words_of(*sides: Side) -> tuple[Words, ...]:
    """The words for some sides."""
    return tuple(side.words for side in sides)
