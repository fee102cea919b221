"""Which kind of weapon an incident was fought with."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tollbook.actor import Side
from tollbook.classifying.evidence import ONE_BY_ONE, Evidence
from tollbook.classifying.phrases import Sign, first_each
from tollbook.event import Code
from tollbook.incident import What

# Which weapons a kind of incident lets one expect: of several named, such a one is meant.
_EXPECTED: Final = {
    What.SUICIDE_BOMBING: ("suicide-bomb",),
    What.AIR_STRIKE: ("drone", "aerial", "shelling"),
    What.SHELLING: ("shelling", "grenade"),
    What.CHEMICAL_ATTACK: ("chemical",),
    What.BOMBING: ("explosive", "suicide-bomb", "grenade", "aerial", "drone"),
    What.EXPLOSION: ("explosive", "grenade"),
    What.SHOOTING: ("firearms",),
    What.EXECUTION: ("firearms", "blade"),
    What.ARSON: ("fire",),
    What.VEHICLE_ATTACK: ("vehicle",),
}
# What takes or kills people one by one is seldom done with what falls on all alike.
_FAR: Final = frozenset({"aerial", "drone", "explosive", "shelling", "suicide-bomb"})
# Of as many signs, the one that says more: "drone strike" and "air strike" is a drone's.
_TELLING: Final = (
    "chemical",
    "suicide-bomb",
    "drone",
    "grenade",
    "aerial",
    "shelling",
    "explosive",
    "blade",
    "vehicle",
    "fire",
    "crowd-control",
    "firearms",
    "unarmed",
)


def weapon_of(what: What, evidence: Evidence, attackers: Sequence[Side] = ()) -> Code:
    """Choose the weapon: the one the incident's kind lets expect, else the one named most.

    What an air force bombs with comes from the air, whatever else it is called.
    """
    airborne = [side for side in attackers if side.actor and side.actor.id.endswith("air-force")]
    carriers = [sign for sign in evidence.carrier if sign.kind in _EXPECTED.get(what, ())]
    far = _FAR if what in ONE_BY_ONE else frozenset()
    told = [sign for sign in evidence.weapon if sign.kind not in far or _is_tied(what, sign)]
    signs = [*told, *carriers, *(Sign("aerial", side.words) for side in airborne)]
    votes: Counter[str] = Counter()
    for sign in signs:
        votes[sign.kind] += sign.weight
    if not votes:
        return Code(value=None, rule="no weapon is named")
    expected = [kind for kind in _EXPECTED.get(what, ()) if kind in votes]
    if airborne and what is What.BOMBING:
        expected = [kind for kind in expected if kind in {"aerial", "drone"}]
    if expected:
        kind = max(expected, key=lambda kind: votes[kind])
        rule = f"of what a {what.value.replace('_', ' ')} is done with, named most"
    else:
        kind = max(votes, key=lambda kind: (votes[kind], -_TELLING.index(kind)))
        rule = "named most"
    return Code(value=kind, words=first_each(signs, kind), rule=rule)


def _is_tied(what: What, sign: Sign) -> bool:
    """Whether a killing is told to have been done with it; nobody is taken with a bomb."""
    return what is What.EXECUTION and sign.weight > 1
