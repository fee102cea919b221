"""Airwars: a range from the smallest to the largest claim, and a grade for how well it stands."""

from tollbook.claim import Group, Harm
from tollbook.reconciling.policies.sifting import (
    REPLACED,
    VAGUE,
    Context,
    ends_of,
    not_recorded,
    range_of,
    ruling,
    sift,
)
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import Testimony
from tollbook.reconciling.weighing import count_voices
from tollbook.toll import Ruling

_COMBATANTS = frozenset({Group.SECURITY_FORCE, Group.ARMED_GROUP, Group.ATTACKER})


def rule(testimony: Testimony, context: Context) -> Ruling:
    """Rule as Airwars does for harm to civilians, with the grade."""
    if testimony.harm not in (Harm.KILLED, Harm.INJURED):
        return not_recorded("airwars", testimony, "Airwars records dead and injured, each apart")
    sifted = sift(testimony, REPLACED).drop(VAGUE)
    if not sifted.kept:
        return ruling("airwars", sifted, (None, None, None), "nobody counts these people")
    grade, why = _grade(sifted.kept, testimony.group, context)
    return ruling(
        "airwars",
        sifted,
        range_of(sifted.kept),
        f"{ends_of(sifted.kept)}; {grade}",
        [f"{grade}: {why}"],
    )


def _grade(kept: tuple[Statement, ...], group: Group, context: Context) -> tuple[str, str]:
    if group in _COMBATANTS:
        return "grade Discounted", "those harmed were combatants"
    if context.is_admitted:
        return "grade Confirmed", "somebody accepts responsibility"
    if count_voices([each for each in kept if not each.is_by_party]) > 1:
        return "grade Fair", "two or more voices that are no party"
    return "grade Weak", "a single source"
