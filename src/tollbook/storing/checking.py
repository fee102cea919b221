"""Everything about a store that is not as it must be."""

import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Column, Connection, Select, select, text

from tollbook.decision import Undo, documents_of
from tollbook.errors import TollbookError
from tollbook.incident import Report
from tollbook.storing.documents import every, read_row
from tollbook.storing.folding import fold
from tollbook.storing.packing import unpack
from tollbook.storing.rows import Problem
from tollbook.storing.rulings import read_decision
from tollbook.storing.schema import (
    TRUTH,
    decision_documents,
    decisions,
    incident_accounts,
    incidents,
    readings,
    search_texts,
    tables,
)
from tollbook.storing.writing_out import shown
from tollbook.toll import Case

_DAMAGED = (TollbookError, ValidationError, ValueError, TypeError, KeyError, zlib.error)
_TRUE = frozenset(table.name for table in TRUTH)


def check(connection: Connection) -> Iterator[Problem]:
    """Look at every row; the connection must be one that may write, though nothing is changed."""
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from _pointing_nowhere(connection)
    yield from _documents(connection)
    yield from _decisions(connection)
    yield from _readings(connection)
    yield from _incidents(connection)


def _file(connection: Connection) -> Iterator[Problem]:
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Problem(table="the file", says=f"SQLite says: {said}", is_truth=True)
    try:
        # Compares every word of the index with the table it was made from.
        asked = "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)"
        connection.execute(text(asked))
    except TollbookError as error:
        yield Problem(table="search_index", says=f"the index of words is out of step: {error}")


@cache
def _lost() -> tuple[tuple[Column[Any], Column[Any], Select[Any]], ...]:
    """Select, for every key of the tables, what it holds that is nowhere."""
    found = []
    for table in tables.sorted_tables:
        for key in table.foreign_keys:
            here, there = table.c[key.parent.name], key.column
            held = there.table.alias("there").c[there.name]
            query = select(here).outerjoin(held.table, held == here)
            found.append((here, there, query.where(held.is_(None), here.is_not(None)).distinct()))
    return tuple(found)


def _pointing_nowhere(connection: Connection) -> Iterator[Problem]:
    for here, there, query in _lost():
        for value in connection.execute(query).scalars():
            yield Problem(
                table=here.table.name,
                id=str(value),
                says=f"{here.name} {value} is in no row of {there.table.name}",
                is_truth=here.table.name in _TRUE,
            )
    parents = incidents.alias("parents")
    lost = (
        select(incidents.c.id, incidents.c.part_of)
        .outerjoin(parents, parents.c.id == incidents.c.part_of)
        .where(incidents.c.part_of.is_not(None), parents.c.id.is_(None))
    )
    for row in connection.execute(lost):
        says = f"incident {row.id} is part of {row.part_of}, which is no incident"
        yield Problem(table="incidents", id=row.id, says=says)


def _documents(connection: Connection) -> Iterator[Problem]:
    query = select(search_texts).order_by(search_texts.c.number)
    words = connection.execute(query.execution_options(yield_per=200))
    indexed = next(words, None)
    for row in every(connection):
        document = None
        try:
            document = read_row(row)
        except _DAMAGED as error:
            yield _damaged("documents", row.id, error, is_truth=True)
        else:
            if document.id != row.id:
                says = f"document {row.id} is not what was added: its content is {document.id}"
                yield Problem(table="documents", id=row.id, says=says, is_truth=True)
                document = None  # its words were those of what was added
        if indexed is None or indexed.number != row.number:
            says = f"document {row.id} cannot be found by its words"
            yield Problem(table="search_texts", id=row.id, says=says)
            continue
        if document is not None:
            folded = fold(document.title or ""), fold(document.text)
            if folded != (indexed.title, indexed.words):
                says = f"document {row.id} is found by words that are not its own"
                yield Problem(table="search_texts", id=row.id, says=says)
        indexed = next(words, None)


def _decisions(connection: Connection) -> Iterator[Problem]:
    about: dict[str, set[str]] = {}
    for row in connection.execute(select(decision_documents)):
        about.setdefault(row.decision_id, set()).add(row.document_id)
    query = select(decisions.c.id, decisions.c.undoes, decisions.c.body)
    for row in connection.execute(query).all():
        try:
            decision = read_decision(row.body)
        except _DAMAGED as error:
            yield _damaged("decisions", row.id, error, is_truth=True)
            continue
        if decision.id != row.id:
            says = f"decision {row.id} is not what was signed: its content is {decision.id}"
            yield Problem(table="decisions", id=row.id, says=says, is_truth=True)
        undoes = shown(decision.decision_id) if isinstance(decision, Undo) else None
        named = {shown(document_id) for document_id in documents_of(decision)}
        if (undoes, named) != (row.undoes, about.get(row.id, set())):
            says = f"decision {row.id} is not found by what it is about"
            yield Problem(table="decision_documents", id=row.id, says=says, is_truth=True)


def _readings(connection: Connection) -> Iterator[Problem]:
    query = select(readings.c.document_id, readings.c.report)
    for row in connection.execute(query.execution_options(yield_per=200)):
        try:
            report = unpack(Report, row.report)
        except _DAMAGED as error:
            yield _damaged("readings", row.document_id, error)
            continue
        if report.imprint.document_id != row.document_id:
            says = f"the reading of {row.document_id} is that of {report.imprint.document_id}"
            yield Problem(table="readings", id=row.document_id, says=says)


def _incidents(connection: Connection) -> Iterator[Problem]:
    members: dict[str, set[str]] = {}
    for row in connection.execute(select(incident_accounts)):
        members.setdefault(row.incident_id, set()).add(row.account_id)
    query = select(incidents.c.id, incidents.c.body)
    for row in connection.execute(query.execution_options(yield_per=200)):
        try:
            incident = unpack(Case, row.body).incident
        except _DAMAGED as error:
            yield _damaged("incidents", row.id, error)
            continue
        if incident.id != row.id:
            says = f"what is kept as incident {row.id} is {incident.id}"
            yield Problem(table="incidents", id=row.id, says=says)
        if {account.id for account in incident.accounts} != members.get(row.id, set()):
            says = f"incident {row.id} holds other accounts than are kept as its own"
            yield Problem(table="incident_accounts", id=row.id, says=says)


def _damaged(table: str, key: str, error: Exception, *, is_truth: bool = False) -> Problem:
    said = " ".join(str(error).split())
    says = f"the row {key} of {table} cannot be read: {said}"
    return Problem(table=table, id=key, says=says, is_truth=is_truth)
