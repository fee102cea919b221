"""What kind of voice a claim comes from, and whether it is a party to what it counts."""

import re
from collections.abc import Collection
from enum import StrEnum

from tollbook.claim import Group, SourceKind, TollClaim
from tollbook.identifying import speaks_for
from tollbook.reconciling.names import is_named_in


class SourceClass(StrEnum):
    """How far a source can be trusted to count: by what it is and whom it counts."""

    UN = "un"
    NGO = "ngo"
    DOCUMENT = "document"
    OUTLET = "outlet"  # a report in its own voice
    HEADLINE = "headline"  # the same, where nothing but the headline says it
    WIRE = "wire"
    GENERIC = "generic"
    MEDICAL = "medical"
    SECURITY = "security"
    OFFICIAL = "official"
    DIPLOMAT = "diplomat"
    WITNESS = "witness"
    SOCIAL = "social"
    ENEMY = "enemy"  # a party on harm it lays at its enemy's door, or did to its enemy
    OWN_LOSSES = "own_losses"  # a party on harm it would rather not report
    PERPETRATOR = "perpetrator"  # who claims the attack, on the harm it did


PARTIES = frozenset({SourceClass.ENEMY, SourceClass.OWN_LOSSES, SourceClass.PERPETRATOR})

_CLASSES = {
    SourceKind.GOVERNMENT: SourceClass.OFFICIAL,
    SourceKind.MILITARY: SourceClass.SECURITY,
    SourceKind.POLICE: SourceClass.SECURITY,
    SourceKind.ARMED_GROUP: SourceClass.ENEMY,
    SourceKind.MEDICAL: SourceClass.MEDICAL,
    SourceKind.DIPLOMAT: SourceClass.DIPLOMAT,
    SourceKind.UN: SourceClass.UN,
    SourceKind.NGO: SourceClass.NGO,
    SourceKind.WITNESS: SourceClass.WITNESS,
    SourceKind.ACTIVIST: SourceClass.SOCIAL,
    SourceKind.DOCUMENT: SourceClass.DOCUMENT,
    SourceKind.MEDIA: SourceClass.WIRE,
    SourceKind.COURT: SourceClass.OFFICIAL,
    SourceKind.FAMILY: SourceClass.WITNESS,
    SourceKind.EXPERT: SourceClass.GENERIC,
    SourceKind.OTHER: SourceClass.GENERIC,
}
_STATE = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE})
_REBELS = frozenset({Group.ARMED_GROUP, Group.ATTACKER})
# Who prints a communique speaks in it, and is no newspaper.
_ARMY_PRINTS = re.compile(
    r"\b(?:armed forces|general staff|military command|(?:ministry of defen[cs]e)"
    r"|(?:defen[cs]e ministry))\b",
    re.I,
)


def classify(
    claim: TollClaim, perpetrators: Collection[str] = (), *, known_as: str | None = None
) -> SourceClass:
    """Say what class of source makes a claim.

    The same army is a party when it counts its own dead or its enemy's, and an authority
    when it counts bystanders, unless it is named as the perpetrator, by whatever name: who
    speaks for Moscow is a party to what Russian jets did.

    Args:
        claim: the claim.
        perpetrators: who is said to have done it, as worded.
        known_as: the source's full name, where the claim only points back at it.
    """
    said_by = claim.attribution
    if said_by.source is None or said_by.source_kind is None:
        if _ARMY_PRINTS.search(claim.imprint.publisher or ""):
            return _classify_state(claim, SourceKind.MILITARY, is_perpetrator=False)
        return SourceClass.HEADLINE if stands_in_headline(claim) else SourceClass.OUTLET
    names = {said_by.source.text, said_by.source.text if known_as is None else known_as}
    is_perpetrator = any(
        is_named_in(name, perpetrators) or speaks_for(name, perpetrators) for name in names
    )
    if said_by.source_kind is SourceKind.ARMED_GROUP:
        return _classify_rebels(claim.group, is_perpetrator)
    if said_by.source_kind in _STATE:
        return _classify_state(claim, said_by.source_kind, is_perpetrator)
    if said_by.source_kind is SourceKind.OTHER and "security" in said_by.source.text.casefold():
        return SourceClass.SECURITY
    return _CLASSES[said_by.source_kind]


def stands_in_headline(claim: TollClaim) -> bool:
    """Tell whether a headline says it: it may sum up more than one incident."""
    title = claim.imprint.title
    return title is not None and claim.sentence.text.strip() in title


def _classify_rebels(group: Group, is_perpetrator: bool) -> SourceClass:
    if group in _REBELS:
        return SourceClass.OWN_LOSSES
    if is_perpetrator:
        return SourceClass.PERPETRATOR
    return SourceClass.ENEMY


def _classify_state(claim: TollClaim, kind: SourceKind, is_perpetrator: bool) -> SourceClass:
    if claim.group is Group.ARMED_GROUP:
        return SourceClass.ENEMY
    # Police who shot two attackers have their bodies to count: no party's figure.
    if claim.group is Group.ATTACKER:
        return SourceClass.SECURITY if kind is SourceKind.POLICE else SourceClass.ENEMY
    # An unnamed officer who tells of his own dead does not speak for the army.
    if claim.group is Group.SECURITY_FORCE and not claim.attribution.anonymous:
        return SourceClass.OWN_LOSSES
    if is_perpetrator:
        return SourceClass.OWN_LOSSES
    return _CLASSES[kind]
