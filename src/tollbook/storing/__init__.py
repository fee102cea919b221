"""The same nouns, kept: one SQLite file, or PostgreSQL. No judgement of its own.

Documents, decisions and coded sheets are kept for good; everything else is derived, carries the
version of what made it, and can be forgotten and made again.
"""

from tollbook.storing.opening import open_store
from tollbook.storing.rows import (
    AccountRow,
    BlockKey,
    CodedSheet,
    Filter,
    Fingerprint,
    Found,
    Hit,
    IncidentRow,
    Order,
    Problem,
    Reading,
    TollRow,
)
from tollbook.storing.store import Store

__all__ = [
    "AccountRow",
    "BlockKey",
    "CodedSheet",
    "Filter",
    "Fingerprint",
    "Found",
    "Hit",
    "IncidentRow",
    "Order",
    "Problem",
    "Reading",
    "Store",
    "TollRow",
    "open_store",
]
