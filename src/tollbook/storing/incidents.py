"""Incidents and their tolls, whole and as lines of a list."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tollbook.claim import Group, Harm
from tollbook.incident import Incident, What
from tollbook.storing.bulk import by_ids, delete_by_ids, in_order, insert_rows
from tollbook.storing.folding import fold
from tollbook.storing.packing import pack, unpack
from tollbook.storing.rows import IncidentRow, TollRow
from tollbook.storing.schema import (
    incident_accounts,
    incident_names,
    incident_tolls,
    incidents,
)
from tollbook.storing.writing_out import bounded, read_day, shown_day, shown_list
from tollbook.toll import Case

_LONGEST_NAME = 200
"""What of a folded name is kept to be searched; a tree of PostgreSQL holds no longer keys."""

_LINE = [column for column in incidents.c if column.name != "body"]


def replace(
    connection: Connection, gone: Collection[str], new: Iterable[Case], made_by: str
) -> None:
    """Take incidents out and put others in; an account leaves the incident it was in."""
    by_incident = {case.incident.id: case for case in new}
    # What hangs on an incident goes with it.
    delete_by_ids(connection, delete(incidents), incidents.c.id, [*gone, *by_incident])
    members = [
        {
            "account_id": account.id,
            "incident_id": key,
            "document_id": account.imprint.document_id,
        }
        for key, case in by_incident.items()
        for account in case.incident.accounts
    ]
    moving = [member["account_id"] for member in members]
    column = incident_accounts.c.account_id
    delete_by_ids(connection, delete(incident_accounts), column, moving)
    insert_rows(connection, insert(incidents), [_line(x, made_by) for x in by_incident.values()])
    insert_rows(connection, insert(incident_accounts), members)
    tolls = [row for case in by_incident.values() for row in _tolls(case)]
    insert_rows(connection, insert(incident_tolls), tolls)
    names = [row for case in by_incident.values() for row in _names(case.incident)]
    insert_rows(connection, insert(incident_names), names)


def _line(case: Case, made_by: str) -> dict[str, Any]:
    incident = case.incident
    days, location = incident.days, incident.location
    figures = {
        f"{harm.value}_{end}": None if toll is None else bounded(getattr(toll, end))
        for harm in (Harm.KILLED, Harm.INJURED)
        for toll in [case.toll(harm)]
        for end in ("low", "best", "high")
    }
    return {
        "id": incident.id,
        "what": incident.what.value,
        "first_day": None if days is None else shown_day(days.first),
        "last_day": None if days is None else shown_day(days.last),
        "places": shown_list(incident.places),
        "country": "" if location is None or location.entry is None else location.entry.country,
        "latitude": None if location is None else location.latitude,
        "longitude": None if location is None else location.longitude,
        "actors": shown_list(_actors(incident)),
        "targets": shown_list(incident.targets),
        **figures,
        "reports": len({account.imprint.document_id for account in incident.accounts}),
        "claims": len(incident.claims),
        "doubts": len(incident.doubts),
        "is_background": incident.is_background,
        "part_of": incident.part_of,
        "last_published": shown_day(_last_published(incident)),
        "made_by": made_by,
        "body": pack(Case, case),
    }


def _actors(incident: Incident) -> list[str]:
    sides = (side.actor.name if side.actor else side.words.text for side in incident.sides)
    return list(dict.fromkeys([*incident.perpetrators, *sides]))


def _last_published(incident: Incident) -> date | None:
    moments = (account.imprint.published_at for account in incident.accounts)
    return max((_day(moment) for moment in moments if moment is not None), default=None)


def _day(moment: date | datetime) -> date:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(UTC) if moment.tzinfo is not None else moment).date()


def _tolls(case: Case) -> Iterator[dict[str, Any]]:
    # Nothing keeps two tolls of one harm and group apart: the first is the one `toll` gives.
    first = {(toll.harm, toll.group): toll for toll in reversed(case.tolls)}
    for (harm, group), toll in first.items():
        yield {
            "incident_id": case.incident.id,
            "harm": harm.value,
            "people": group.value,
            "low": bounded(toll.low),
            "best": bounded(toll.best),
            "high": bounded(toll.high),
        }


def _names(incident: Incident) -> Iterator[dict[str, str]]:
    for kind, names in (
        ("place", incident.place_names),
        ("actor", incident.actor_names),
        ("target", incident.targets),
    ):
        folded = {fold(name)[:_LONGEST_NAME].rstrip() for name in names}
        for name in sorted(folded):
            for word in sorted(set(name.split())):
                yield {"kind": kind, "word": word, "incident_id": incident.id, "name": name}


def incident_of(connection: Connection, account_ids: Collection[str]) -> dict[str, str]:
    """Give the incident of each account."""
    query = select(incident_accounts.c.account_id, incident_accounts.c.incident_id)
    rows = by_ids(connection, query, incident_accounts.c.account_id, account_ids)
    return in_order(account_ids, {row.account_id: row.incident_id for row in rows})


def members(connection: Connection, incident_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Give the accounts of each incident, by id."""
    query = select(incident_accounts.c.account_id, incident_accounts.c.incident_id)
    found: dict[str, list[str]] = {}
    for row in by_ids(connection, query, incident_accounts.c.incident_id, incident_ids):
        found.setdefault(row.incident_id, []).append(row.account_id)
    return in_order(incident_ids, {key: tuple(sorted(ids)) for key, ids in found.items()})


def cases(connection: Connection, incident_ids: Collection[str] | None) -> dict[str, Case]:
    """Give incidents whole."""
    query = select(incidents.c.id, incidents.c.body)
    rows: Iterable[Any] = (
        connection.execute(query.order_by(incidents.c.id))
        if incident_ids is None
        else by_ids(connection, query, incidents.c.id, incident_ids)
    )
    return in_order(incident_ids, {row.id: unpack(Case, row.body) for row in rows})


def lines(connection: Connection, incident_ids: Collection[str]) -> dict[str, IncidentRow]:
    """Give incidents as lines of a list, with their tolls."""
    tolls: dict[str, list[TollRow]] = {}
    of_tolls = select(incident_tolls)
    for row in by_ids(connection, of_tolls, incident_tolls.c.incident_id, incident_ids):
        told = TollRow(
            harm=Harm(row.harm), group=Group(row.people), low=row.low, best=row.best, high=row.high
        )
        tolls.setdefault(row.incident_id, []).append(told)
    found = {
        row.id: _read_line(row, tolls.get(row.id, []))
        for row in by_ids(connection, select(*_LINE), incidents.c.id, incident_ids)
    }
    return in_order(incident_ids, found)


def _read_line(row: Any, tolls: list[TollRow]) -> IncidentRow:
    harms, groups = list(Harm), list(Group)
    tolls.sort(key=lambda toll: (harms.index(toll.harm), groups.index(toll.group)))
    return IncidentRow(
        id=row.id,
        what=What(row.what),
        first_day=read_day(row.first_day),
        last_day=read_day(row.last_day),
        places=tuple(json.loads(row.places)),
        country=row.country,
        latitude=row.latitude,
        longitude=row.longitude,
        actors=tuple(json.loads(row.actors)),
        targets=tuple(json.loads(row.targets)),
        tolls=tuple(tolls),
        reports=row.reports,
        claims=row.claims,
        doubts=row.doubts,
        is_background=row.is_background,
        part_of=row.part_of,
        last_published=read_day(row.last_published),
        made_by=row.made_by,
    )


def outdated(connection: Connection, made_by: str) -> tuple[str, ...]:
    """Give the incidents that another version made, by id."""
    query = select(incidents.c.id).where(incidents.c.made_by != made_by).order_by(incidents.c.id)
    return tuple(connection.execute(query).scalars())
