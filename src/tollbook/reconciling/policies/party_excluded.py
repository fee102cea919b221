"""The range without the parties: their claims about themselves and their enemy stand apart."""

from tollbook.reconciling.policies.sifting import (
    PARTY,
    REPLACED,
    VAGUE,
    ends_of,
    listed,
    range_of,
    ruling,
    sift,
)
from tollbook.reconciling.testimony import Testimony
from tollbook.toll import Ruling


def rule(testimony: Testimony) -> Ruling:
    """Range over everyone who is no party; parties listed in the notes, never counted."""
    sifted = sift(testimony, REPLACED, PARTY).drop(VAGUE)
    apart = [each for each in testimony.statements if each.is_by_party]
    notes = [listed("parties, apart", apart)]
    if not sifted.kept:
        return ruling("party_excluded", sifted, (None, None, None), "only parties speak", notes)
    return ruling(
        "party_excluded",
        sifted,
        range_of(sifted.kept),
        ends_of(sifted.kept),
        notes,
    )
