"""Accounts -> Incidents: which reports tell of the same attack, and why we think so.

`link` is the interface; `locate` names an incident's place for people. `link` compares accounts
that share a place, an actor or a figure in the same days (`candidates`), weighs what speaks for and
against one incident (`compare`), joins the strongest pairs first (`cluster`) and makes one incident
of each group (`merge`). No learning, no chance: the same accounts give the same incidents in any
order.
"""

from collections.abc import Iterable

from tollbook.claim import BACKGROUND
from tollbook.incident import Account, Incident
from tollbook.linking.background import group_background
from tollbook.linking.candidates import candidate_pairs
from tollbook.linking.cluster import Group, join
from tollbook.linking.compare import compare
from tollbook.linking.evidence import Evidence, read_evidence
from tollbook.linking.merge import make_background, make_incident
from tollbook.linking.places import locate

__all__ = ["link", "locate"]


def link(accounts: Iterable[Account]) -> tuple[Incident, ...]:
    """Gather the accounts that tell of one incident.

    Two accounts of one report are never joined: the report itself told them apart. Totals of
    a war or an earlier campaign (`BACKGROUND` accounts) never meet an incident; they come as
    incidents of their own with `is_background=True`, at the end.

    Args:
        accounts: what the reports tell, in any order; an account given twice counts once.

    Returns:
        Each account in exactly one incident. Most claims first, background last; every joined
        account has a `Link` that says what the join rests on.

    Example:
        >>> link([])
        ()
    """
    by_id = {account.id: account for account in accounts}
    ordered = [by_id[account_id] for account_id in sorted(by_id)]
    told = [read_evidence(account) for account in ordered if account.label != BACKGROUND]
    background = [read_evidence(account) for account in ordered if account.label == BACKGROUND]
    incidents = [make_incident(group) for group in _group(told)]
    totals = [make_background(group) for group in group_background(background)]
    return (*sorted(incidents, key=_most_claims), *sorted(totals, key=_most_claims))


def _group(told: list[Evidence]) -> list[Group]:
    pairs = [compare(told[left], told[right]) for left, right in candidate_pairs(told)]
    return join(told, pairs)


def _most_claims(incident: Incident) -> tuple[int, int, str, str]:
    day = incident.days.first.isoformat() if incident.days is not None else "9999"
    return -len(incident.claims), -len(incident.accounts), day, incident.id
