"""Iraq Body Count: the smallest and the largest number of dead (or injured) reported."""

from tollbook.claim import Harm
from tollbook.reconciling.policies.sifting import (
    REPLACED,
    VAGUE,
    ends_of,
    listed,
    not_recorded,
    range_of,
    ruling,
    sift,
)
from tollbook.reconciling.testimony import Testimony
from tollbook.reconciling.weighing import count_voices
from tollbook.toll import Ruling


def rule(testimony: Testimony) -> Ruling:
    """Rule as IBC does: minimum and maximum, no best; every source counts alike."""
    if testimony.harm not in (Harm.KILLED, Harm.INJURED):
        return not_recorded("ibc", testimony, "IBC records dead and injured, each apart")
    sifted = sift(testimony, REPLACED).drop(VAGUE)
    if not sifted.kept:
        return ruling("ibc", sifted, (None, None, None), "nobody counts these people")
    voices = count_voices(sifted.kept)
    return ruling(
        "ibc",
        sifted,
        range_of(sifted.kept),
        ends_of(sifted.kept),
        [
            "" if voices > 1 else "one voice only: IBC enters what two report independently",
            listed("parties", [each for each in sifted.kept if each.is_by_party]),
        ],
    )
