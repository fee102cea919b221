"""Every Casualty Counts: publish the range where sources disagree, and flag what is thin."""

from tollbook.reconciling.policies.sifting import (
    REPLACED,
    VAGUE,
    ends_of,
    listed,
    range_of,
    ruling,
    sift,
)
from tollbook.reconciling.testimony import Testimony
from tollbook.reconciling.weighing import count_voices
from tollbook.toll import Ruling


def rule(testimony: Testimony) -> Ruling:
    """Rule by the standards for casualty recorders: range, parts, and what has no number."""
    sifted = sift(testimony, REPLACED).drop(VAGUE)
    notes = [
        listed("counted as a part", testimony.floors),
        listed("without a number", [each for each in testimony.figures if each.is_vague]),
        listed("killed and injured together", (*testimony.combined, *testimony.combined_floors)),
    ]
    if not sifted.kept:
        return ruling("every_casualty", sifted, (None, None, None), "nobody counts them all", notes)
    if count_voices(sifted.kept) == 1:
        notes.insert(0, f"single source: {sifted.kept[0].voice.name}")
    return ruling(
        "every_casualty",
        sifted,
        range_of(sifted.kept),
        ends_of(sifted.kept),
        notes,
    )
