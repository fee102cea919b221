"""What reconciling starts from: the claims that can be counted, and the statements they make."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tollbook.claim import Claim, ResponsibilityClaim, Status, TollClaim
from tollbook.incident import Copy
from tollbook.reconciling.counting_both import Both, counting_both
from tollbook.reconciling.families import families
from tollbook.reconciling.lineage import trace
from tollbook.reconciling.statements import Statement, gather
from tollbook.reconciling.testimony import unusable
from tollbook.reconciling.updates import publication_order
from tollbook.reconciling.withdrawn import withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Claims about one incident, sorted out.

    `told` are all toll claims as they were published, each once; `refused` says by id why some
    of them can tell nothing; `statements` is what the others say. `counting_both` are those of the
    refused that were read as the injured and count the killed too.
    """

    told: tuple[TollClaim, ...]
    refused: Mapping[str, str]
    statements: tuple[Statement, ...]
    counting_both: tuple[Both, ...]


def take_in(claims: Collection[Claim], copies: Collection[Copy] = ()) -> Intake:
    """Sort out what is said of one incident: each figure of each voice once.

    Args:
        claims: claims of any kind about one incident, in any order. Responsibility claims tell
            who is a party; other kinds are ignored.
        copies: which of the documents they stand in repeat which.
    """
    told = sorted(
        {claim.id: claim for claim in claims if isinstance(claim, TollClaim)}.values(),
        key=publication_order,
    )
    reasons = ((claim.id, unusable(claim, told)) for claim in told)
    refused = {claim_id: reason for claim_id, reason in reasons if reason is not None}
    usable = [claim for claim in told if claim.id not in refused]
    both = tuple(counting_both(usable))
    refused |= {each.claim.id: each.reason for each in both}
    usable = [claim for claim in usable if claim.id not in refused]
    perpetrators = _perpetrators(claims)
    known = families(usable, copies)
    lineage = trace(usable, perpetrators, known)
    refused |= withdrawn(usable, lineage, known)
    standing = [claim for claim in usable if claim.id not in refused]
    statements = gather(standing, lineage, perpetrators)
    return Intake(told=tuple(told), refused=refused, statements=statements, counting_both=both)


def _perpetrators(claims: Collection[Claim]) -> tuple[str, ...]:
    """List who is said to have done it; a denial accuses nobody."""
    return tuple(
        sorted(
            {
                claim.actor.text
                for claim in claims
                if isinstance(claim, ResponsibilityClaim) and claim.status is not Status.DENIED
            }
        )
    )
