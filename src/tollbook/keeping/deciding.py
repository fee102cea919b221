"""What a person rules over incidents, as decisions that name accounts and claims."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from tollbook.decision import (
    AccountRef,
    Decision,
    MergeIncidents,
    MoveClaim,
    SplitIncident,
    Undo,
    documents_of,
)
from tollbook.errors import UnknownIncident, UnusableDecision
from tollbook.incident import Account
from tollbook.keeping.asking import find, find_incident
from tollbook.keeping.intake import restate
from tollbook.keeping.neighbourhood import accounts_as_ruled
from tollbook.keeping.settling import Change, settle
from tollbook.reviewing import in_force, undone
from tollbook.storing import Store


def merge(
    store: Store, ids: Sequence[str], *, by: str, decided_at: datetime, reason: str
) -> MergeIncidents:
    """Rule that all accounts of these incidents tell of one.

    Raises:
        UnknownIncident: an id leads to no incident.
        UnusableDecision: they are one incident already.
    """
    incidents = dict.fromkeys(find_incident(store, words) for words in ids)
    if len(incidents) < 2:
        are = "are one incident already" if len(ids) > 1 else "is one incident alone"
        raise UnusableDecision(f"{', '.join(ids)} {are}; give two or more to join")
    told = [account for each in incidents for account in accounts_in(store, each)]
    return MergeIncidents(
        accounts=tuple(map(AccountRef.of, told)), by=by, decided_at=decided_at, reason=reason
    )


def split(
    store: Store, id: str, out: Sequence[str], *, by: str, decided_at: datetime, reason: str
) -> SplitIncident:
    """Rule that some accounts of an incident tell of another one than the rest.

    Args:
        store: where they are kept.
        id: leads to the incident.
        out: accounts to take out; a claim or a report stands for the accounts it is in.
        by: who rules.
        decided_at: when.
        reason: why.

    Raises:
        UnknownIncident: an id leads nowhere.
        UnusableDecision: one of `out` is not in the incident, or nothing would be left.
    """
    incident_id = find_incident(store, id)
    told = {account.id: account for account in accounts_in(store, incident_id)}
    chosen = {key: account for words in out for key, account in _named(store, words, told)}
    rest = [account for key, account in told.items() if key not in chosen]
    if not rest:
        raise UnusableDecision(
            f"nothing of {incident_id} would be left; take out fewer of its {len(told)} accounts"
        )
    return SplitIncident(
        apart=tuple(map(AccountRef.of, chosen.values())),
        rest=tuple(map(AccountRef.of, rest)),
        by=by,
        decided_at=decided_at,
        reason=reason,
    )


def _named(store: Store, words: str, told: dict[str, Account]) -> Iterable[tuple[str, Account]]:
    # An incident bears the id of the account printed first.
    found = find(store, words, ("account", "incident", "claim", "document"))
    chosen = [
        (key, account)
        for key, account in told.items()
        if found.id == key
        or found.id == account.imprint.document_id
        or any(claim.id == found.id for claim in account.claims)
    ]
    if not chosen:
        raise UnusableDecision(
            f"the {found.kind} {found.id} is not in this incident; `tollbook show` lists what is"
        )
    return chosen


def move(
    store: Store, claim: str, to: str | None, *, by: str, decided_at: datetime, reason: str
) -> MoveClaim:
    """Rule that a claim is about another incident, or about one of its own.

    Raises:
        UnknownIncident: an id leads nowhere.
        UnusableDecision: it is about that incident already.
    """
    found = find(store, claim, ("claim",))
    document_id = found.document_id
    if document_id is None:
        raise UnknownIncident(f"the claim {found.id} stands in no report of this store")
    target = None
    if to is not None:
        incident_id = find_incident(store, to)
        accounts = accounts_in(store, incident_id)
        if any(each.id == found.id for account in accounts for each in account.claims):
            raise UnusableDecision(f"the claim {found.id} is about {incident_id} already")
        target = AccountRef.of(accounts[0])
    return MoveClaim(
        claim_id=found.id,
        document_id=document_id,
        to=target,
        by=by,
        decided_at=decided_at,
        reason=reason,
    )


def undo(store: Store, id: str | None, *, by: str, decided_at: datetime, reason: str) -> Undo:
    """Rule that an earlier decision no longer holds: the last one, where none is named.

    Raises:
        UnknownIncident: no decision has this id.
        UnusableDecision: nothing is in force, or this decision is not.
    """
    kept = store.decisions()
    if id is not None:
        chosen = find(store, id, ("decision",)).id
        if chosen in undone(kept):
            raise UnusableDecision(
                f"the decision {chosen} holds no more; "
                "to bring it back, undo what undid it (`tollbook decisions` lists them)"
            )
    else:
        valid = in_force(kept)
        if not valid:
            raise UnusableDecision("no decision is in force; there is nothing to undo")
        chosen = valid[-1].id
    return Undo(decision_id=chosen, by=by, decided_at=decided_at, reason=reason)


def accounts_in(store: Store, incident_id: str) -> tuple[Account, ...]:
    """Give the accounts of an incident, as they are told there."""
    return store.cases([incident_id])[incident_id].incident.accounts


def follow(store: Store, decision: Decision) -> tuple[str, ...]:
    """Keep a decision and bring the incidents it is about up to date, both or neither.

    Returns:
        The ids of the incidents that are new or other than they were.
    """
    with store.writing():
        if not store.decide(decision):
            return ()
        about = _about(store, decision)
        documents = documents_of(about)
        if isinstance(about, MoveClaim):
            return settle(store, restate(store, store.documents(sorted(documents))))
        return settle(store, Change(relinked=frozenset(_named_in(store, about))))


def _named_in(store: Store, decision: Decision) -> Iterator[str]:
    """Find the accounts that a decision names, by what stands in them now."""
    refs = _refs(decision)
    ids = {ref.account_id for ref in refs}
    claims = {claim_id for ref in refs for claim_id in ref.claim_ids}
    accounts = accounts_as_ruled(store, {ref.document_id for ref in refs})
    for account_id, account in accounts.items():
        if account_id in ids or any(claim.id in claims for claim in account.claims):
            yield account_id


def _refs(decision: Decision) -> tuple[AccountRef, ...]:
    match decision:
        case MergeIncidents():
            return decision.accounts
        case SplitIncident():
            return (*decision.apart, *decision.rest)
        case MoveClaim() | Undo():
            return ()


def _about(store: Store, decision: Decision) -> Decision:
    """Follow an undoing to what it undoes, and so on."""
    if not isinstance(decision, Undo):
        return decision
    by_id = {each.id: each for each in store.decisions()}
    while isinstance(decision, Undo):
        decision = by_id[decision.decision_id]
    return decision
