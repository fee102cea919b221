"""What a page said once and says no more: its later version prints neither figure nor source."""

from collections.abc import Sequence

from tollbook.claim import TollClaim
from tollbook.reconciling.families import Families
from tollbook.reconciling.lineage import Lineage, figure_of
from tollbook.reconciling.updates import is_older

WITHDRAWN = "the page no longer says so: its later version of {day} gives no such figure"


def withdrawn(claims: Sequence[TollClaim], lineage: Lineage, known: Families) -> dict[str, str]:
    """Say by claim id why a later version of the page takes a figure back.

    A figure that the later version still prints, whoever says it there, stands; one that it
    prints another figure of the same source in place of is replaced, not withdrawn. A later
    version without any figure at all withdraws nothing: it may just be cut short.

    Args:
        claims: usable claims about one incident.
        lineage: where they come from.
        known: which documents are versions of one page.
    """
    printed: dict[str, list[TollClaim]] = {}
    for claim in claims:
        printed.setdefault(claim.imprint.document_id, []).append(claim)
    found: dict[str, str] = {}
    for claim in claims:
        last = printed.get(known.page_of(claim.imprint.document_id), [])
        if last and _is_withdrawn(claim, last, lineage):
            found[claim.id] = WITHDRAWN.format(day=last[0].imprint.published_on)
    return found


def _is_withdrawn(claim: TollClaim, last: Sequence[TollClaim], lineage: Lineage) -> bool:
    if not is_older(claim.imprint.published_at, last[0].imprint.published_at):
        return False
    told = claim.harm, claim.group, claim.part_of
    return not any(
        figure_of(other) == figure_of(claim)
        or (
            (other.harm, other.group, other.part_of) == told
            and lineage.origins[other.id].key == lineage.origins[claim.id].key
        )
        for other in last
    )
