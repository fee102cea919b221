"""Incidents listed as they were known on a day, filtered and ordered as the store does today's."""

from collections.abc import Iterable, Iterator
from datetime import date

from tollbook.claim import Harm
from tollbook.keeping.versions import release
from tollbook.keeping.viewing import cases_as_of, touched_since
from tollbook.storing import Filter, IncidentRow, Order, Store, TollRow
from tollbook.storing.folding import fold
from tollbook.toll import Case

_AT_ONCE = 200
_ALL = 1_000_000


def incidents_as_of(
    store: Store, wanted: Filter, day: date, *, order: Order, limit: int
) -> tuple[IncidentRow, ...]:
    """List incidents as they were known on a day.

    Those that nothing was published on since are as they are today; the others are grouped and
    reckoned again.
    """
    hood = touched_since(store, day)
    today = set(store.incident_of(tuple(hood.rows)).values())
    rows = list(_untouched(store, wanted, today, order, limit))
    texts = _documents_with(store, wanted.text)
    for case in cases_as_of(store, hood, day):
        row = row_of(case)
        if _is_wanted(case, row, wanted, texts):
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: _place_in(order, row))[:limit])


def cases_known(store: Store, day: date) -> tuple[Case, ...]:
    """Give every incident, whole, as it was known on a day."""
    hood = touched_since(store, day)
    today = set(store.incident_of(tuple(hood.rows)).values())
    rest = (case for key, case in store.cases().items() if key not in today)
    return (*rest, *cases_as_of(store, hood, day))


def _untouched(
    store: Store, wanted: Filter, touched: set[str], order: Order, limit: int
) -> Iterator[IncidentRow]:
    given, after = 0, None
    while rows := store.incidents(wanted, order=order, limit=_AT_ONCE, after=after):
        for row in rows:
            if row.id not in touched:
                yield row
                given += 1
                if given == limit:
                    return
        after = rows[-1].id


def _documents_with(store: Store, words: str | None) -> frozenset[str]:
    if words is None:
        return frozenset()
    return frozenset(hit.imprint.document_id for hit in store.search(words, limit=_ALL))


def row_of(case: Case) -> IncidentRow:
    """Write a case as a line of a list."""
    incident = case.incident
    days, location = incident.days, incident.location
    published = [account.imprint.published_on for account in incident.accounts]
    sides = (side.actor.name if side.actor else side.words.text for side in incident.sides)
    return IncidentRow(
        id=incident.id,
        what=incident.what,
        first_day=None if days is None else days.first,
        last_day=None if days is None else days.last,
        places=incident.places,
        country="" if location is None or location.entry is None else location.entry.country,
        latitude=None if location is None else location.latitude,
        longitude=None if location is None else location.longitude,
        actors=tuple(dict.fromkeys([*incident.perpetrators, *sides])),
        targets=incident.targets,
        tolls=tuple(
            TollRow(harm=t.harm, group=t.group, low=t.low, best=t.best, high=t.high)
            for t in case.tolls
        ),
        reports=len({account.imprint.document_id for account in incident.accounts}),
        claims=len(incident.claims),
        doubts=len(incident.doubts),
        is_background=incident.is_background,
        part_of=incident.part_of,
        last_published=max((on for on in published if on is not None), default=None),
        made_by=release(),
    )


def _is_wanted(case: Case, row: IncidentRow, wanted: Filter, texts: frozenset[str]) -> bool:
    return all(_tests(case, row, wanted, texts))


def _tests(case: Case, row: IncidentRow, wanted: Filter, texts: frozenset[str]) -> Iterator[bool]:
    yield wanted.with_background or not row.is_background
    if wanted.place is not None:
        yield _is_named(wanted.place, case.incident.place_names)
    if wanted.actor is not None:
        yield _is_named(wanted.actor, case.incident.actor_names)
    if wanted.target is not None:
        yield _is_named(wanted.target, row.targets)
    if wanted.since is not None:
        yield row.last_day is not None and row.last_day >= wanted.since
    if wanted.until is not None:
        yield row.first_day is not None and row.first_day <= wanted.until
    if wanted.what is not None:
        yield row.what is wanted.what
    if wanted.country is not None:
        yield row.country == wanted.country.upper()
    if wanted.text is not None:
        yield any(account.imprint.document_id in texts for account in case.incident.accounts)
    if wanted.harm is not None or wanted.at_least is not None or wanted.at_most is not None:
        toll = row.toll(wanted.harm or Harm.KILLED)
        yield toll is not None
        if toll is not None:
            yield wanted.at_least is None or toll.best >= wanted.at_least
            yield wanted.at_most is None or toll.best <= wanted.at_most


def _is_named(words: str, names: Iterable[str]) -> bool:
    sought = fold(words)
    return any(f" {sought} " in f" {fold(name)} " for name in names)


def _place_in(order: Order, row: IncidentRow) -> tuple[bool, int, str]:
    """Say where a row stands in a list: highest first, without a figure last, equals by id."""
    killed = row.toll(Harm.KILLED)
    figure = {
        Order.NEWEST: None if row.last_published is None else row.last_published.toordinal(),
        Order.HAPPENED: None if row.last_day is None else row.last_day.toordinal(),
        Order.KILLED: None if killed is None else killed.best,
        Order.REPORTS: row.reports,
    }[order]
    return figure is None, -(figure or 0), row.id
