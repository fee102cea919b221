"""What a person decided: signed, dated, with a reason, and never overwritten.

Decisions are kept as they were made; a later one may contradict or undo an earlier one, and both
stay. They name accounts by what stands in them (`AccountRef`), so that they hold after a report
has been read again.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tollbook.document import content_id
from tollbook.errors import UnusableDecision
from tollbook.incident import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRef:
    """An account as it stood when somebody decided about it.

    `claim_ids` are the claims it held: they find it again where a later reading gives the
    accounts of the report other labels.
    """

    account_id: str
    document_id: str
    claim_ids: tuple[str, ...]

    @classmethod
    def of(cls, account: Account) -> "AccountRef":
        """Name an account as it stands now."""
        return cls(
            account_id=account.id,
            document_id=account.imprint.document_id,
            claim_ids=tuple(claim.id for claim in account.claims),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeIncidents:
    """All these accounts tell of one incident."""

    accounts: tuple[AccountRef, ...]
    by: str
    decided_at: datetime
    reason: str = ""
    kind: Literal["merge"] = "merge"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if len({ref.account_id for ref in self.accounts}) < 2:
            raise UnusableDecision("a merge needs two accounts or more; nothing would be joined")
        _sign(self, *(ref.account_id for ref in self.accounts))


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitIncident:
    """None of `apart` tells of the incident that any of `rest` tells of."""

    apart: tuple[AccountRef, ...]
    rest: tuple[AccountRef, ...]
    by: str
    decided_at: datetime
    reason: str = ""
    kind: Literal["split"] = "split"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        apart = {ref.account_id for ref in self.apart}
        rest = {ref.account_id for ref in self.rest}
        if not apart or not rest or apart & rest:
            raise UnusableDecision(
                "a split needs accounts to take out and others to leave; "
                f"got {len(apart)} and {len(rest)}, {len(apart & rest)} of them on both sides"
            )
        _sign(self, *sorted(apart), "from", *sorted(rest))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveClaim:
    """This claim is about another incident: that of `to`, or one of its own where `to` is None."""

    claim_id: str
    document_id: str
    to: AccountRef | None
    by: str
    decided_at: datetime
    reason: str = ""
    kind: Literal["move"] = "move"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        _sign(self, self.claim_id, "" if self.to is None else self.to.account_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """An earlier decision no longer holds; it may itself be an `Undo`."""

    decision_id: str
    by: str
    decided_at: datetime
    reason: str = ""
    kind: Literal["undo"] = "undo"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        _sign(self, self.decision_id)


Decision = MergeIncidents | SplitIncident | MoveClaim | Undo


def documents_of(decision: Decision) -> frozenset[str]:
    """The documents whose accounts a decision is about; none for an `Undo`."""
    match decision:
        case MergeIncidents():
            return frozenset(ref.document_id for ref in decision.accounts)
        case SplitIncident():
            return frozenset(ref.document_id for ref in (*decision.apart, *decision.rest))
        case MoveClaim():
            to = () if decision.to is None else (decision.to.document_id,)
            return frozenset((decision.document_id, *to))
        case Undo():
            return frozenset()


def _sign(decision: Decision, *about: str) -> None:
    """Check who and when, and name the decision by its content."""
    if not decision.by.strip():
        raise UnusableDecision("nobody signed this decision; say who decides (`by`)")
    if decision.decided_at.tzinfo is None:
        raise UnusableDecision(
            f"{decision.decided_at.isoformat()} has no time zone; a decision needs a moment"
        )
    signed = (decision.kind, decision.by, decision.decided_at.isoformat())
    object.__setattr__(decision, "id", content_id("decision", *signed, *about))
