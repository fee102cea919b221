"""Accounts -> Incidents: which reports tell of the same attack, and why we think so.

`link` is the interface for many reports at once; `locate` names an incident's place for people.
Whoever keeps a store goes step by step, one report at a time: `read_evidence` takes from an account
what is compared, `block_keys` names the accounts it may be compared with, `compare` weighs two,
`cluster` joins the connected neighbourhood and `make_incident` makes one incident of each group.
`link` does exactly that: the same accounts give the same incidents in any order, at once or one
by one.
"""

from collections.abc import Iterable, Mapping

from tollbook.incident import Account, Copy, Incident
from tollbook.linking.as_of import as_of, versions
from tollbook.linking.candidates import block_keys, candidate_pairs
from tollbook.linking.cluster import Group, PairOfIds, cluster
from tollbook.linking.compare import compare, may_join
from tollbook.linking.evidence import Evidence, read_evidence
from tollbook.linking.merge import make_incident
from tollbook.linking.places import locate
from tollbook.linking.weights import weights

VERSION = f"1 {weights().version}"
"""What judged: kept judgements of another version are to be made anew."""

__all__ = [
    "VERSION",
    "Evidence",
    "Group",
    "as_of",
    "block_keys",
    "cluster",
    "compare",
    "link",
    "locate",
    "make_incident",
    "may_join",
    "read_evidence",
    "versions",
]


def link(
    accounts: Iterable[Account],
    *,
    texts: Mapping[str, str] | None = None,
    together: Mapping[PairOfIds, str] | None = None,
    apart: Mapping[PairOfIds, str] | None = None,
    copies: Iterable[Copy] = (),
) -> tuple[Incident, ...]:
    """Gather the accounts that tell of one incident.

    Two accounts of one report are never joined: the report itself told them apart. Totals of
    a war or an earlier campaign (`BACKGROUND` accounts) never meet an incident; they come as
    incidents of their own with `is_background=True`, at the end. People's rulings win over all.

    Args:
        accounts: what the reports tell, in any order; an account given twice counts once.
        texts: the reports by document id, where they are at hand; they name more than the accounts.
        together: pairs of account ids that people ruled one incident, with the decision's id.
        apart: pairs of account ids that people ruled two incidents, likewise.
        copies: which documents repeat which.

    Returns:
        Each account in exactly one incident. Most claims first, background last; every joined
        account has a `Link` that says what the join rests on.

    Example:
        >>> link([])
        ()
    """
    by_id = {account.id: account for account in accounts}
    repeated = tuple(copies)
    read = texts or {}
    told = [
        read_evidence(by_id[account_id], read.get(by_id[account_id].imprint.document_id, ""))
        for account_id in sorted(by_id)
    ]
    edges = [compare(told[left], told[right]) for left, right in candidate_pairs(told)]
    incidents = (
        make_incident(
            (by_id[account_id] for account_id in group.account_ids),
            group.links,
            group.doubts,
            part_of=group.part_of,
            copies=repeated,
        )
        for group in cluster(told, edges, together=together, apart=apart)
    )
    return tuple(sorted(incidents, key=_most_claims))


def _most_claims(incident: Incident) -> tuple[bool, int, int, str, str]:
    day = incident.days.first.isoformat() if incident.days is not None else "9999"
    size = -len(incident.claims), -len(incident.accounts)
    return incident.is_background, *size, day, incident.id
