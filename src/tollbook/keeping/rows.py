"""Accounts as the store keeps them to be compared: evidence as JSON, and blocks to meet in."""

from datetime import date
from functools import lru_cache

from pydantic import TypeAdapter

from tollbook.incident import Account
from tollbook.keeping.versions import release
from tollbook.linking import Evidence, block_keys, read_evidence
from tollbook.reviewing import is_moved
from tollbook.storing import AccountRow, BlockKey

_EVIDENCE = TypeAdapter(Evidence)


def row_of(account: Account, text: str) -> AccountRow:
    """Make what is kept of an account: who it may meet, and what it is then compared by.

    An account that a person's move made meets nobody: where it belongs has been ruled.
    """
    evidence = read_evidence(account, text)
    keys = () if is_moved(account) else block_keys(evidence)
    day = _day(evidence)
    entry = None if account.location is None else account.location.entry
    return AccountRow(
        account_id=account.id,
        document_id=account.imprint.document_id,
        label=account.label,
        first_day=evidence.first_day,
        last_day=evidence.last_day,
        latitude=None if entry is None else entry.latitude,
        longitude=None if entry is None else entry.longitude,
        evidence=_EVIDENCE.dump_json(evidence).decode(),
        keys=tuple(BlockKey(key=key, day=day) for key in keys),
        made_by=release(),
    )


def evidence_in(row: AccountRow) -> Evidence:
    """Read an account's evidence back."""
    return _evidence(row.evidence)


# The accounts of a busy town are compared again and again.
@lru_cache(maxsize=20_000)
def _evidence(written: str) -> Evidence:
    return _EVIDENCE.validate_json(written)


def _day(evidence: Evidence) -> date | None:
    return evidence.first_day if evidence.first_day is not None else evidence.published_on
