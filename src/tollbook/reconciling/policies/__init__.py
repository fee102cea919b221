"""The coding rules of the field, each as a pure function of what is said.

They stand beside the posterior and are never mixed into it. A ruling names every claim it was
given, as counted or as set aside, and says in words which rule fired.
"""

from tollbook.reconciling.policies import (
    acled,
    airwars,
    every_casualty,
    ibc,
    party_excluded,
    ucdp,
)
from tollbook.reconciling.policies.sifting import Context
from tollbook.reconciling.testimony import Testimony
from tollbook.toll import Ruling

__all__ = ["Context", "rule_all"]


def rule_all(testimony: Testimony, context: Context) -> tuple[Ruling, ...]:
    """Ask every policy, in a fixed order."""
    return (
        ucdp.rule(testimony, context),
        acled.rule(testimony),
        ibc.rule(testimony),
        airwars.rule(testimony, context),
        every_casualty.rule(testimony),
        party_excluded.rule(testimony),
    )
