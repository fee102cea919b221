"""Airwars: a range from the smallest to the largest claim, and a grade for how well it stands."""

from tollbook.counting import under
from tollbook.reconciling.policies.sifting import (
    REPLACED,
    VAGUE,
    Context,
    number_high,
    number_low,
    ruling,
    sift,
)
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import Testimony
from tollbook.reconciling.weighing import count_voices
from tollbook.toll import Ruling


def rule(testimony: Testimony, context: Context) -> Ruling:
    """Rule as Airwars does for harm to civilians; the grade stands in the notes."""
    sifted = sift(testimony, REPLACED).drop(VAGUE)
    if not sifted.kept:
        return ruling("airwars", sifted, (None, None, None), "nobody counts these people")
    lowest, highest = min(sifted.kept, key=_low), max(sifted.kept, key=_high)
    return ruling(
        "airwars",
        sifted,
        (_low(lowest), None, _high(highest)),
        f"range of the claims, from {lowest.said} to {highest.said}",
        [_grade(sifted.kept, context)],
    )


def _grade(kept: tuple[Statement, ...], context: Context) -> str:
    if context.is_admitted:
        return "grade Confirmed: somebody accepts responsibility"
    if count_voices([each for each in kept if not each.is_by_party]) > 1:
        return "grade Fair: two or more voices that are no party"
    return "grade Weak: a single source"


def _low(statement: Statement) -> int:
    low = under(statement.count, "airwars")[0]
    return low if low is not None and statement.is_vague else number_low(statement.count)


def _high(statement: Statement) -> int:
    high = under(statement.count, "airwars")[2]
    return high if high is not None and statement.is_vague else number_high(statement.count)
