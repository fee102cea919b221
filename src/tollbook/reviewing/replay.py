"""Decisions over accounts: what people ruled, laid over what the machine read.

The machine's accounts are never changed in place: `replay` gives new ones, with claims moved as
people moved them, and the pairs of accounts that people joined or kept apart. The same
decisions over a later reading of the same reports give the same rulings.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from tollbook.decision import AccountRef, Decision, MergeIncidents, MoveClaim, SplitIncident, Undo
from tollbook.document import content_id
from tollbook.incident import Account

Pair = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """Accounts after what people decided, and which of them are one incident or are not.

    `together` and `apart` hold pairs of account ids and the id of the decision that says so.
    `lost` are decisions about accounts or claims that no reading holds any more: nothing is
    done about them, and somebody should look.
    """

    accounts: tuple[Account, ...]
    together: Mapping[Pair, str]
    apart: Mapping[Pair, str]
    lost: tuple[Decision, ...]


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Leave out what was undone, and the undoing; oldest first.

    Example:
        >>> in_force([])
        ()
    """
    ordered = _oldest_first(decisions)
    gone = undone(ordered)
    return tuple(
        decision
        for decision in ordered
        if not isinstance(decision, Undo) and decision.id not in gone
    )


def undone(decisions: Iterable[Decision]) -> frozenset[str]:
    """Give the ids of what was undone, undoings among them.

    Example:
        >>> undone([])
        frozenset()
    """
    gone: set[str] = set()
    # Read backwards: an `Undo` that was itself undone undoes nothing.
    for decision in reversed(_oldest_first(decisions)):
        if isinstance(decision, Undo) and decision.id not in gone:
            gone.add(decision.decision_id)
    return frozenset(gone)


def _oldest_first(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda decision: (decision.decided_at, decision.id))


def replay(accounts: Iterable[Account], decisions: Iterable[Decision]) -> Reviewed:
    """Lay decisions over accounts; of two that contradict each other the later one holds.

    Replaying twice is replaying once, and without decisions nothing changes.

    Args:
        accounts: as the reports were read, each once.
        decisions: any, in any order; those about other reports are passed over, and not lost.

    Returns:
        The accounts, in their order, moved claims in an account of their own behind that
        which held them.
    """
    read = tuple(accounts)
    valid = in_force(decisions)
    moves = {decision.claim_id: decision for decision in valid if isinstance(decision, MoveClaim)}
    moved = tuple(_moved(read, moves))
    known = _Known(moved)
    together: dict[Pair, str] = {}
    apart: dict[Pair, str] = {}
    lost: list[Decision] = []
    for decision in valid:
        pairs = list(_pairs(decision, known))
        if not pairs and known.should_hold(decision):
            lost.append(decision)
        for pair, is_one in pairs:
            (together if is_one else apart)[pair] = decision.id
            (apart if is_one else together).pop(pair, None)
    return Reviewed(accounts=moved, together=together, apart=apart, lost=tuple(lost))


def _moved(accounts: Sequence[Account], moves: Mapping[str, MoveClaim]) -> Iterator[Account]:
    for account in accounts:
        going = [claim for claim in account.claims if claim.id in moves]
        if len(going) < len(account.claims) or not going:
            staying = tuple(claim for claim in account.claims if claim.id not in moves)
            yield replace(account, claims=staying) if going else account
        for claim in going:
            # A moved claim takes along nothing of where and when: that is what was wrong.
            yield Account(
                label=moved_label(claim.id),
                what=account.what,
                imprint=account.imprint,
                claims=(claim,),
            )


def moved_label(claim_id: str) -> str:
    """Label the account that a moved claim makes."""
    return f"moved {claim_id}"


def moved_account_id(document_id: str, claim_id: str) -> str:
    """Name the account that a moved claim makes, or would make.

    Example:
        >>> from tollbook.testing import account, claim
        >>> one = claim("12")
        >>> made = account([one], label=moved_label(one.id))
        >>> moved_account_id(one.imprint.document_id, one.id) == made.id
        True
    """
    return content_id("account", document_id, moved_label(claim_id))


def is_moved(account: Account) -> bool:
    """Say whether an account was made by a person who moved a claim."""
    return account.label.startswith(moved_label(""))


class _Known:
    """The accounts at hand, found by id or by the claims they hold."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._by_id = {account.id: account for account in accounts}
        self._by_claim = {claim.id: account.id for account in accounts for claim in account.claims}
        self._documents = {account.imprint.document_id for account in accounts}

    def find(self, ref: AccountRef) -> str | None:
        """Find the account that holds most of the claims; by its id where it held none."""
        held = [self._by_claim[claim] for claim in ref.claim_ids if claim in self._by_claim]
        if held:
            return max(sorted(set(held)), key=lambda account: (held.count(account), account))
        return ref.account_id if ref.account_id in self._by_id else None

    def of_claim(self, claim_id: str) -> str | None:
        return self._by_claim.get(claim_id)

    def should_hold(self, decision: Decision) -> bool:
        """Tell whether all the reports are at hand, so that the accounts should be too."""
        match decision:
            case MergeIncidents():
                needed = {ref.document_id for ref in decision.accounts}
            case SplitIncident():
                needed = {ref.document_id for ref in (*decision.apart, *decision.rest)}
            case MoveClaim():
                needed = {decision.document_id}
                if decision.to is None:
                    return needed <= self._documents and self.of_claim(decision.claim_id) is None
                needed.add(decision.to.document_id)
            case Undo():
                return False
        return needed <= self._documents


def _pairs(decision: Decision, known: _Known) -> Iterator[tuple[Pair, bool]]:
    match decision:
        case MergeIncidents():
            found = _found(decision.accounts, known)
            yield from ((frozenset(pair), True) for pair in combinations(found, 2))
        case SplitIncident():
            sides = product(_found(decision.apart, known), _found(decision.rest, known))
            yield from ((frozenset(pair), False) for pair in sides if len(set(pair)) == 2)
        case MoveClaim():
            claim = known.of_claim(decision.claim_id)
            to = None if decision.to is None else known.find(decision.to)
            if claim is not None and to is not None and claim != to:
                yield frozenset((claim, to)), True
        case Undo():
            pass


def _found(refs: Iterable[AccountRef], known: _Known) -> list[str]:
    found = (known.find(ref) for ref in refs)
    return list(dict.fromkeys(account for account in found if account is not None))
