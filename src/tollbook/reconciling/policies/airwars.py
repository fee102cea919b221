"""Airwars: a range from the smallest to the largest claim, and a grade for how well it stands."""

from tollbook.reconciling.policies.sifting import (
    REPLACED,
    VAGUE,
    Context,
    number_high,
    number_low,
    range_of,
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
    lowest = min(sifted.kept, key=lambda each: number_low(each.count))
    highest = max(sifted.kept, key=lambda each: number_high(each.count))
    return ruling(
        "airwars",
        sifted,
        range_of(sifted.kept),
        f"range of the claims, from {lowest.said} to {highest.said}",
        [_grade(sifted.kept, context)],
    )


def _grade(kept: tuple[Statement, ...], context: Context) -> str:
    if context.is_admitted:
        return "grade Confirmed: somebody accepts responsibility"
    if count_voices([each for each in kept if not each.is_by_party]) > 1:
        return "grade Fair: two or more voices that are no party"
    return "grade Weak: a single source"
