"""The codes of an incident, each with the words that decided it."""

from collections.abc import Sequence

from tollbook.actor import Side
from tollbook.classifying.acled import acled_of
from tollbook.classifying.camp import camps_of
from tollbook.classifying.evidence import evidence_of
from tollbook.classifying.plover import event_of, mode_of
from tollbook.classifying.protection import protected_of
from tollbook.classifying.violence import dyad_of, violence_of
from tollbook.classifying.weapons import weapon_of
from tollbook.event import EventCodes
from tollbook.incident import Account


def classify(account: Account, sides: Sequence[Side]) -> EventCodes:
    """Code an incident as ACLED, UCDP and PLOVER would.

    Only words decide: where they do not say, a code's value is None, and its rule says what
    was missing. Nothing about a side but what it is (a state's, a group, civilians) plays a
    part; no group is told from another.

    Args:
        account: what one report tells of the incident.
        sides: who took part in it.

    Returns:
        All codes, with the words and the rule that decided each.

    References:
        UCDP GED codebook 19.1 (U1, U6); ACLED codebook, event types; PLOVER, modes.
    """
    evidence, camps = evidence_of(account), camps_of(sides)
    weapon = weapon_of(account.what, evidence, camps.attackers)
    acled_type, acled_sub_type = acled_of(account, camps, evidence, weapon)
    violence = violence_of(camps, weapon, evidence)
    event = event_of(account, camps, evidence, weapon)
    return EventCodes(
        acled_type=acled_type,
        acled_sub_type=acled_sub_type,
        ucdp_violence=violence,
        ucdp_dyad=dyad_of(camps, violence),
        plover_event=event,
        plover_mode=mode_of(account, evidence, weapon, event),
        weapon=weapon,
        protected=protected_of(evidence),
    )
