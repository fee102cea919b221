"""UCDP's type of violence and dyad, from who stands against whom.

Rules U1 and U6 of the codebook: state-based where a state fights an organised group or another
state, non-state where two groups fight, one-sided where an organised actor attacks civilians.
Bombs and shells that fall on civilians are state-based unless civilians were what they were
aimed at. Who is not known decides nothing.
"""

from collections.abc import Iterator
from typing import Final

from tollbook.actor import Side
from tollbook.classifying.camp import Camps, Kind, kind_of, words_of
from tollbook.classifying.evidence import Evidence
from tollbook.event import Code

STATE_BASED: Final = "1"
NON_STATE: Final = "2"
ONE_SIDED: Final = "3"
# Weapons that hit what stands near: whom they were aimed at, the harmed do not tell.
_IMPRECISE: Final = frozenset({"aerial", "drone", "shelling"})


def violence_of(camps: Camps, weapon: Code, evidence: Evidence) -> Code:
    """Choose UCDP's type of violence."""
    pair = opponents(camps)
    if pair is not None:
        return _between(*pair)
    known = [side for side in camps.attackers + camps.fighters if kind_of(side) in _ORGANISED]
    if not known:
        return Code(value=None, rule="U6: the perpetrator is not known")
    if camps.armed_targets:
        return Code(
            value=None,
            words=words_of(*known[:1], *camps.armed_targets[:1]),
            rule="U1: whom it fought is not known",
        )
    if not camps.civilians:
        return Code(value=None, words=words_of(*known[:1]), rule="U6: who was attacked is not said")
    if not camps.attackers:
        rule = "U1: whom it fought is not known; civilians hit in a fight are no one-sided violence"
        return Code(value=None, words=words_of(*known[:1]), rule=rule)
    words, aimed = words_of(known[0], camps.civilians[0]), evidence.of("civilians")
    if weapon.value in _IMPRECISE and not aimed:
        rule = "U6: imprecise fire that hits civilians is state-based"
        return Code(value=STATE_BASED, words=(*words, *weapon.words[:1]), rule=rule)
    if weapon.value is None and kind_of(known[0]) is Kind.STATE and not aimed:
        rule = "U6: with what a state hit civilians is not said, so not whether it aimed at them"
        return Code(value=None, words=words, rule=rule)
    return Code(
        value=ONE_SIDED,
        words=(*words, *aimed[:1]),
        rule="U6: an organised actor attacked civilians",
    )


def dyad_of(camps: Camps, violence: Code) -> Code:
    """Name the dyad as UCDP does: a state first, civilians last, else by name."""
    pair = opponents(camps)
    if pair is None and violence.value == ONE_SIDED:
        known = [side for side in camps.attackers + camps.fighters if kind_of(side) in _ORGANISED]
        pair = known[0], camps.civilians[0]
    if pair is None:
        return Code(value=None, rule="one of the sides is not known")
    names = [None if side.actor is None else side.actor.ucdp for side in pair]
    if any(name is None for name in names):
        return Code(value=None, words=words_of(*pair), rule="a side has no name in UCDP's data")
    ordered = sorted(pair, key=lambda side: (_RANK[kind_of(side)], _name(side)))
    return Code(
        value=" - ".join(_name(side) for side in ordered),
        words=words_of(*ordered),
        rule="a state first, civilians last",
    )


_ORGANISED: Final = frozenset({Kind.STATE, Kind.GROUP})
_RANK: Final = {Kind.STATE: 0, Kind.GROUP: 1, Kind.UNKNOWN: 1, Kind.CIVILIANS: 2}


def _name(side: Side) -> str:
    return (side.actor and side.actor.ucdp) or ""


def opponents(camps: Camps) -> tuple[Side, Side] | None:
    """The first two known organised sides that stood against each other.

    Two groups without a name may be one.
    """
    for one in camps.attackers:
        for other in (*camps.armed_targets, *camps.fighters):
            if _oppose(one, other) and (_is_told_apart(one) or _is_told_apart(other)):
                return one, other
    return next(_pairs(camps.fighters), None)


def _pairs(sides: tuple[Side, ...]) -> Iterator[tuple[Side, Side]]:
    for at, one in enumerate(sides):
        for other in sides[at + 1 :]:
            is_state = Kind.STATE in {kind_of(one), kind_of(other)}
            are_two = _is_told_apart(one) and _is_told_apart(other)
            if _oppose(one, other) and (is_state or are_two):
                yield one, other


def _is_told_apart(side: Side) -> bool:
    """Whether no other words of a report can mean the same side: "rebels" and "militants" may."""
    return side.actor is not None or kind_of(side) is Kind.STATE


def _oppose(one: Side, other: Side) -> bool:
    return {kind_of(one), kind_of(other)} <= _ORGANISED


def _between(one: Side, other: Side) -> Code:
    kinds = {kind_of(one), kind_of(other)}
    if Kind.STATE in kinds:
        return Code(
            value=STATE_BASED,
            words=words_of(one, other),
            rule="U1: a state against an organised group or another state",
        )
    return Code(
        value=NON_STATE, words=words_of(one, other), rule="U1: two organised groups, no state"
    )
