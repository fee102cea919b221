"""Which incidents are asked for, and in what order, in SQL with its indices."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select

from tollbook.claim import Group, Harm
from tollbook.errors import UnknownIncident
from tollbook.storing.folding import fold
from tollbook.storing.rows import Filter, Order
from tollbook.storing.schema import (
    incident_accounts,
    incident_names,
    incident_tolls,
    incidents,
)
from tollbook.storing.searching import documents_with

# Without a figure or a day an incident comes last: no figure and no day is lower than these.
_NO_DAY = ""
_NO_FIGURE = -1

_KEYS: dict[Order, ColumnElement[Any]] = {
    Order.NEWEST: func.coalesce(incidents.c.last_published, _NO_DAY),
    Order.HAPPENED: func.coalesce(incidents.c.last_day, _NO_DAY),
    Order.KILLED: func.coalesce(incidents.c.killed_best, _NO_FIGURE),
    Order.REPORTS: incidents.c.reports,
}


def listed(
    connection: Connection, wanted: Filter, order: Order, limit: int, after: str | None
) -> list[str]:
    """Give the ids of the incidents wanted, in order."""
    key = _KEYS[order]
    query = select(incidents.c.id).where(*_conditions(connection, wanted))
    if after is not None:
        place = select(key, incidents.c.id).where(incidents.c.id == after)
        behind = connection.execute(place).one_or_none()
        if behind is None:
            raise UnknownIncident(f"no incident of this store has the id {after!r}")
        value, last = (literal(part) for part in behind)
        query = query.where(or_(key < value, and_(key == value, incidents.c.id > last)))
    query = query.order_by(key.desc(), incidents.c.id).limit(limit)
    return list(connection.execute(query).scalars())


def counted(connection: Connection, wanted: Filter) -> int:
    """Say how many incidents are wanted."""
    query = select(func.count()).select_from(incidents).where(*_conditions(connection, wanted))
    return int(connection.execute(query).scalar_one())


def _conditions(connection: Connection, wanted: Filter) -> list[ColumnElement[bool]]:
    met: list[ColumnElement[bool]] = []
    if not wanted.with_background:
        met.append(incidents.c.is_background.is_(False))
    if wanted.since is not None:
        met.append(incidents.c.last_day >= wanted.since.isoformat())
    if wanted.until is not None:
        met.append(incidents.c.first_day <= wanted.until.isoformat())
    if wanted.what is not None:
        met.append(incidents.c.what == wanted.what.value)
    if wanted.country is not None:
        met.append(incidents.c.country == wanted.country.upper())
    for kind, name in (
        ("place", wanted.place),
        ("actor", wanted.actor),
        ("target", wanted.target),
    ):
        if name is not None:
            met.append(incidents.c.id.in_(_named(kind, name)))
    if wanted.harm is not None or wanted.at_least is not None or wanted.at_most is not None:
        met.append(incidents.c.id.in_(_harmed(wanted)))
    if wanted.text is not None:
        within = documents_with(connection, wanted.text)
        told = select(incident_accounts.c.incident_id)
        if within is not None:
            told = told.where(incident_accounts.c.document_id.in_(within))
            met.append(incidents.c.id.in_(told))
        else:
            met.append(incidents.c.id.is_(None))
    return met


def _named(kind: str, name: str) -> Select[Any]:
    folded = fold(name)
    # The longest word is the rarest, as a rule; a name without any is no name.
    word = max(folded.split(), key=len, default="")
    padded = literal(" ").concat(incident_names.c.name).concat(" ")
    return select(incident_names.c.incident_id).where(
        incident_names.c.kind == kind,
        incident_names.c.word == word,
        padded.contains(f" {folded} "),
    )


def _harmed(wanted: Filter) -> Select[Any]:
    harm = wanted.harm or Harm.KILLED
    query = select(incident_tolls.c.incident_id).where(incident_tolls.c.harm == harm.value)
    bounds = []
    if wanted.at_least is not None:
        bounds.append(incident_tolls.c.best >= wanted.at_least)
    if wanted.at_most is not None:
        bounds.append(incident_tolls.c.best <= wanted.at_most)
    if bounds:
        query = query.where(incident_tolls.c.people == Group.PEOPLE.value, *bounds)
    return query
