"""What people decided and coded, kept for good."""

import json
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, func, insert, select

from tollbook.decision import Decision, Undo, documents_of
from tollbook.errors import UnusableDecision, UnusableSheet
from tollbook.storing.bulk import by_ids, insert_rows
from tollbook.storing.rows import CodedSheet
from tollbook.storing.schema import decision_documents, decisions, sheets
from tollbook.storing.writing_out import shown

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def decide(connection: Connection, decision: Decision) -> bool:
    """Keep a decision; say whether it was new."""
    if connection.execute(select(decisions.c.id).where(decisions.c.id == decision.id)).first():
        return False
    body = write_decision(decision)
    if read_decision(body) != decision or read_decision(body).id != decision.id:
        raise UnusableDecision(
            f"{decision!r} cannot be kept as it is; sign it with plain letters, "
            "and give a time in a zone of whole minutes"
        )
    row = {
        "number": _next(connection, decisions.c.number),
        "id": decision.id,
        "kind": decision.kind,
        "by": shown(decision.by),
        "decided_at": decision.decided_at.astimezone(UTC).isoformat(),
        "reason": shown(decision.reason),
        "undoes": shown(decision.decision_id) if isinstance(decision, Undo) else None,
        "body": body,
    }
    connection.execute(insert(decisions), row)
    about = [
        {"document_id": shown(document_id), "decision_id": decision.id}
        for document_id in sorted(documents_of(decision))
    ]
    insert_rows(connection, insert(decision_documents), about)
    return True


def decided(connection: Connection, document_ids: Collection[str] | None) -> tuple[Decision, ...]:
    """Give decisions, oldest first: all, or those about documents with what undoes them."""
    bodies = select(decisions.c.id, decisions.c.body)
    if document_ids is None:
        return _oldest_first(row.body for row in connection.execute(bodies))
    about = bodies.join(decision_documents, decision_documents.c.decision_id == decisions.c.id)
    column = decision_documents.c.document_id
    found = {row.id: row.body for row in by_ids(connection, about, column, document_ids)}
    leading_to: Collection[str] = list(found)
    while leading_to:
        undoing = by_ids(connection, bodies, decisions.c.undoes, leading_to)
        new = {row.id: row.body for row in undoing if row.id not in found}
        found |= new
        leading_to = list(new)
    return _oldest_first(found.values())


def _oldest_first(bodies: Iterable[str]) -> tuple[Decision, ...]:
    read = (read_decision(body) for body in bodies)
    return tuple(sorted(read, key=lambda decision: (decision.decided_at, decision.id)))


def write_decision(decision: Decision) -> str:
    """Write a decision as JSON that any text column holds."""
    plain = _adapter().dump_python(decision, mode="json")
    text = json.dumps(plain, ensure_ascii=False)
    return text if shown(text) == text else json.dumps(plain)


def read_decision(body: str) -> Decision:
    """Read a decision that `write_decision` wrote."""
    return _adapter().validate_python(json.loads(body))


@cache
def _adapter() -> "TypeAdapter[Decision]":
    from pydantic import TypeAdapter

    return TypeAdapter(Decision)


def add_sheet(connection: Connection, sheet: CodedSheet) -> bool:
    """Keep a coder's sheet; say whether it was new."""
    if connection.execute(select(sheets.c.id).where(sheets.c.id == sheet.id)).first():
        return False
    if sheet.added_at.tzinfo is None:
        raise UnusableSheet(f"{sheet.name!r} was added at a moment without a time zone")
    row = {
        "number": _next(connection, sheets.c.number),
        "id": sheet.id,
        "name": shown(sheet.name),
        "added_at": sheet.added_at.astimezone(UTC).isoformat(),
        "body": sheet.body,
    }
    connection.execute(insert(sheets), row)
    return True


def kept_sheets(connection: Connection) -> tuple[CodedSheet, ...]:
    """Give the coders' sheets in the order they were added."""
    return tuple(
        CodedSheet(
            id=row.id,
            name=row.name,
            added_at=datetime.fromisoformat(row.added_at),
            body=row.body,
        )
        for row in connection.execute(select(sheets).order_by(sheets.c.number))
    )


def _next(connection: Connection, number: ColumnElement[int]) -> int:
    latest = connection.execute(select(func.coalesce(func.max(number), 0))).scalar_one()
    return int(latest) + 1
