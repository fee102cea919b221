"""What an id, or the beginning of one, may mean."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, null, select

from tollbook.storing.rows import Found
from tollbook.storing.schema import (
    accounts,
    claims,
    decisions,
    documents,
    incident_accounts,
    incidents,
    sheets,
)

MOST = 20
SHORTEST = 4


def find(connection: Connection, beginning: str) -> tuple[Found, ...]:
    """Give everything whose id begins like this, incidents first."""
    begins = beginning.strip().lower()
    if len(begins) < SHORTEST or not begins.isascii() or not begins.isalnum():
        return ()
    return tuple(dict.fromkeys(_found(connection, begins)))[:MOST]


def _found(connection: Connection, begins: str) -> Iterator[Found]:
    belongs = incident_accounts.c.incident_id
    of_account = incident_accounts.c.account_id
    told = (incident_accounts.c.document_id, belongs)
    asked: list[tuple[str, ColumnElement[str], Any]] = [
        ("incident", incidents.c.id, select(incidents.c.id, null(), incidents.c.id)),
        # An incident is named for one of its accounts, which then says nothing more.
        ("account", of_account, select(of_account, *told).where(of_account != belongs)),
        (
            "account",
            accounts.c.id,
            select(accounts.c.id, accounts.c.document_id, null())
            .outerjoin(incident_accounts, of_account == accounts.c.id)
            .where(of_account.is_(None)),
        ),
        (
            "claim",
            claims.c.id,
            select(claims.c.id, claims.c.document_id, belongs).outerjoin(
                incident_accounts, of_account == claims.c.account_id
            ),
        ),
        ("document", documents.c.id, select(documents.c.id, documents.c.id, null())),
        ("decision", decisions.c.id, select(decisions.c.id, null(), null())),
        ("sheet", sheets.c.id, select(sheets.c.id, null(), null())),
    ]
    for kind, column, query in asked:
        # Of letters and digits only, so nothing sorts between them and what begins with them.
        met = query.where(column >= begins, column < begins + "\x7f").order_by(column).limit(MOST)
        for key, document_id, incident_id in connection.execute(met):
            yield Found(kind=kind, id=key, document_id=document_id, incident_id=incident_id)
